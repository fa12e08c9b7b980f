/** Measures what wants a relay or a database of its own: bytes on the disk, PostgreSQL beside its own bench. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generousEnv } from "../../tests/relay/begin.ts";
import { relayBundle, spawnRelay } from "../../tests/relay/child.ts";
import { ownServer } from "../../tests/relay/postgres.ts";
import type { Sheet } from "./lines.ts";
import { appendMany, envelopeBytes, measureAppends, type Target } from "./load.ts";
import { noting, type Wish } from "./rounds.ts";
import { bytesIn, usedBy, usedByFamily } from "./watched.ts";

/** A relay to be measured, in a process of its own. */
export interface Measured {
  readonly target: Target;
  readonly folder: string;
  readonly end: () => Promise<unknown>;
}

const begin = async (folder: string, more: Readonly<Record<string, string>>): Promise<Measured> => {
  const env = { ...generousEnv, DATA_DIR: folder, PORT: "0", WEB_DIR: "none", PAGES_DIR: "none", ...more };
  const relay = await spawnRelay(await relayBundle(), env);
  const pid = relay.process.pid ?? 0;
  return { target: { origin: relay.origin, used: () => usedBy(pid) }, folder, end: () => relay.end("SIGTERM") };
};

/** Runs `use` with a built relay on an empty folder, and takes both away again. */
export const withMeasured = async <T>(
  use: (measured: Measured) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "belay-bench-"));
  try {
    const measured = await begin(folder, more);
    try {
      return await use(measured);
    } finally {
      await measured.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Bytes on the disk an entry once a relay was stopped, which writes its log into its file. The page asks for 560 and
 * 450 for 400 bytes: 160 and 50 over what is kept, since the smallest envelope has 752.
 */
export const measureDisk = async (sheet: Sheet, { connections }: Wish): Promise<void> => {
  const note = noting(sheet);
  for (const [batch, times, most] of [
    [1, 100, 160],
    [100, 2, 50],
  ] as const) {
    const bytes = await withMeasured(async ({ target, folder, end }) => {
      const count = await appendMany(target, { connections, batch, times });
      await end();
      return bytesIn(folder) / count;
    });
    const name = `on the disk an entry, ${batch} at a time`;
    note(`disk-${batch}`, name, "B", null, bytes);
    note(`disk-${batch}-over`, `${name}: over its own ${envelopeBytes}`, "B", { most }, bytes - envelopeBytes);
  }
};

const benchTable = "CREATE TABLE bench_row (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea NOT NULL)";
const benchInsert = `INSERT INTO bench_row (body) VALUES (decode(repeat('5a', ${envelopeBytes}), 'hex'));\n`;
/** As many as the relay's own pool holds. */
const clients = 12;

const programOf = (bin: string, name: string): string => (existsSync(join(bin, name)) ? join(bin, name) : name);

/** Rows that pgbench commits a second, one in each transaction; NaN where there is no pgbench. */
const singleRows = (bin: string, url: string, seconds: number): number => {
  const folder = mkdtempSync(join(tmpdir(), "belay-pgbench-"));
  try {
    const script = join(folder, "insert.sql");
    writeFileSync(script, benchInsert);
    const made = spawnSync(programOf(bin, "psql"), [url, "-qc", `DROP TABLE IF EXISTS bench_row; ${benchTable}`]);
    const args = ["-n", "-f", script, "-c", String(clients), "-j", "2", "-M", "prepared", "-T", String(seconds), url];
    const run = spawnSync(programOf(bin, "pgbench"), args, { encoding: "utf8", timeout: 60_000 });
    const rate = /tps = ([\d.]+)/.exec(run.stdout ?? "")?.[1];
    return made.status === 0 && rate !== undefined ? Number(rate) : Number.NaN;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Bytes that the tables and indexes of the log take there. */
const tableBytes = (bin: string, url: string): number =>
  Number(
    spawnSync(
      programOf(bin, "psql"),
      [url, "-Atc", "SELECT pg_total_relation_size('chunk') + pg_total_relation_size('vault')"],
      { encoding: "utf8" },
    ).stdout,
  );

/** The relay over a PostgreSQL of its own, on the same disk, beside single rows of pgbench over the same server. */
export const measurePostgres = async (sheet: Sheet, { connections, ms }: Wish, rounds: number): Promise<void> => {
  const note = noting(sheet);
  const server = ownServer();
  const postmaster = Number(readFileSync(join(server.data, "postmaster.pid"), "utf8").split("\n")[0]);
  try {
    await withMeasured(
      async ({ target }) => {
        const both: Target = { ...target, behind: () => usedByFamily(postmaster) };
        for (let round = 1; round <= rounds; round += 1) {
          const rows = singleRows(server.bin, server.url, Math.max(1, Math.round(ms / 1_000)));
          note("pg-rows", `pgbench: single rows, ${clients} clients`, "/s", null, rows);
          for (const batch of [1, 10] as const) {
            const got = await measureAppends(both, { connections, batch, ms });
            const [key, name] = [`pg-${batch}`, `PostgreSQL: append, ${connections} connections, ${batch} at a time`];
            note(`${key}-rate`, name, "/s", null, got.perSecond);
            const goals = batch === 1 ? ([{ least: 0.5 }, { most: 100 }] as const) : ([null, null] as const);
            note(`${key}-rows`, `${name}: as a multiple of pgbench's rows`, "x", goals[0], got.perSecond / rows);
            note(`${key}-cpu`, `${name}: the relay's processor an entry`, "us", goals[1], got.cpuUs);
            note(`${key}-behind`, `${name}: the database's processor an entry`, "us", goals[1], got.behindUs);
            note(`${key}-written`, `${name}: written to disk an entry`, "B", null, got.writtenBytes);
          }
        }
        const before = tableBytes(server.bin, server.url);
        const count = await appendMany(target, { connections, batch: 1, times: 50 });
        const each = (tableBytes(server.bin, server.url) - before) / count;
        note("pg-disk", "PostgreSQL: on the disk an entry, 1 at a time", "B", null, each);
      },
      { STORE: server.url },
    );
  } finally {
    server.end();
  }
};
