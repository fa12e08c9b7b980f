/** Pulls one long vault cold from PostgreSQL before and after its rows were joined, in one run. */
import { generousEnv } from "../../tests/relay/begin.ts";
import { relayBundle, spawnRelay } from "../../tests/relay/child.ts";
import { newRoom, onPostgres, ownServer } from "../../tests/relay/postgres.ts";
import { fill, measurePull, type Pulled } from "./load.ts";

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
  const relay = await spawnRelay(await relayBundle(), {
    ...generousEnv,
    STORE: room.url,
    PORT: "0",
    SWEEP_INTERVAL_MS: "200",
    WEB_DIR: "none",
    PAGES_DIR: "none",
  });
  const target = { origin: relay.origin, pid: relay.process.pid ?? 0 };
  const ask = (sql: string): Promise<number> =>
    onPostgres(room.url, async (client) => {
      const { rows } = await client.query<{ readonly n: string }>(sql);
      return Number(rows[0]?.n);
    });
  const rows = (): Promise<number> => ask("SELECT count(*) AS n FROM chunk");
  try {
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
  } finally {
    await relay.end("SIGTERM");
    server.end();
  }
};
