/** Pulls one long vault cold from PostgreSQL before and after its rows were joined, in one run. */
import { newRoom, onPostgres, ownServer } from "../../tests/relay/postgres.ts";
import type { Sheet } from "./lines.ts";
import { fill, measurePull, type Pulled } from "./load.ts";
import { withMeasured } from "./parts.ts";
import { noting } from "./rounds.ts";

/** The same vault, pulled from single rows and from packs. */
export interface Compared {
  readonly single: Pulled;
  readonly packed: Pulled;
  /** Rows that the log is kept in. */
  readonly rows: { readonly single: number; readonly packed: number };
}

/** A place that no log reaches: a vault that was packed up to there is left alone. */
const never = 2 ** 50;

/** Fills a vault with `ops` envelopes, one at a time, and pulls it: each pull the quickest of three. */
export const comparePacks = async (ops: number): Promise<Compared> => {
  const server = ownServer();
  const room = await newRoom(server.url);
  const ask = (sql: string): Promise<number> =>
    onPostgres(room.url, async (client) => {
      const { rows } = await client.query<{ readonly n: string }>(sql);
      return Number(rows[0]?.n);
    });
  const rows = (): Promise<number> => ask("SELECT count(*) AS n FROM chunk");
  try {
    return await withMeasured(
      async ({ target }) => {
        await ask(`ALTER TABLE vault ALTER packed SET DEFAULT ${never}`);
        const filled = await fill(target, ops, 1);
        const quickest = async (): Promise<Pulled> => {
          const pulls = [
            await measurePull(target, filled),
            await measurePull(target, filled),
            await measurePull(target, filled),
          ];
          return pulls.reduce((best, one) => (one.ms < best.ms ? one : best));
        };
        const before = await rows();
        const single = await quickest();
        await ask("UPDATE vault SET packed = 0");
        await measurePull(target, filled);
        for (let [last, now] = [0, before]; last !== now || now === before; [last, now] = [now, await rows()])
          await new Promise((done) => setTimeout(done, 2_000));
        const packed = await quickest();
        return { single, packed, rows: { single: before, packed: await rows() } };
      },
      { STORE: room.url, SWEEP_INTERVAL_MS: "200" },
    );
  } finally {
    server.end();
  }
};

/** Notes the comparison of each round on `sheet`; `say` tells how far it is. */
export const packRounds = async (
  sheet: Sheet,
  ops: number,
  rounds: number,
  say: (text: string) => void,
): Promise<void> => {
  const note = noting(sheet);
  for (let i = 1; i <= rounds; i += 1) {
    say(`round ${i} of ${rounds}: filling ${ops} in PostgreSQL, pulling them before and after they are joined`);
    const { single, packed, rows } = await comparePacks(ops);
    const name = `PostgreSQL, cold pull of ${ops.toLocaleString("en")}`;
    note("packs-single", `${name}: from single rows`, "ms", null, single.ms);
    note("packs", `${name}: from packs`, "ms", null, packed.ms);
    note("packs-times", `${name}: before joining, as a multiple of after`, "x", null, single.ms / packed.ms);
    note("packs-first", `${name}, joined: first entry`, "ms", null, packed.firstMs);
    note("packs-cpu-before", `${name}: relay's processor an entry, before`, "us", null, single.cpuUs);
    note("packs-cpu", `${name}: relay's processor an entry, joined`, "us", null, packed.cpuUs);
    note("packs-rows-before", `${name}: rows, before`, "", null, rows.single);
    note("packs-rows", `${name}: rows, joined`, "", null, rows.packed);
  }
};
