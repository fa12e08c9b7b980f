/** Runs the contract of packs over a real PostgreSQL, and shows that relays which pack one vault at once harm nothing. */
import { afterAll, describe, expect, test } from "vitest";
import { newRoom, onPostgres } from "../../../tests/relay/postgres.ts";
import { append, hashOf, newVault, packAll, packCaps, packContract, readOn, some } from "./pack-contract.ts";
import type { Store, VaultId } from "./port.ts";
import { openPostgres } from "./postgres.ts";
import { device, now } from "./samples-contract.ts";

const open = async (url: string, caps = packCaps): Promise<Store> => {
  const opened = await openPostgres(url, caps, { onFull: () => undefined, onUnreadable: () => undefined });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const rowsIn = (url: string, what = "count(*)"): Promise<number> =>
  onPostgres(url, async (client) => {
    const { rows } = await client.query<{ readonly n: string }>(`SELECT ${what} AS n FROM chunk`);
    return Number(rows[0]?.n);
  });

let shared: ReturnType<typeof newRoom> | null = null;
afterAll(async () => (await shared)?.drop());

packContract("PostgreSQL", async (caps) => {
  shared ??= newRoom();
  const { url } = await shared;
  const store = await open(url, caps);
  const stop = async (): Promise<void> => {
    await store.close();
    await onPostgres(url, (client) => client.query("DELETE FROM chunk; DELETE FROM vault; DELETE FROM grave"));
  };
  return { store, rows: () => rowsIn(url), stop };
});

/** Three relays on one database, and a way to look into it. */
const three = async (work: (relays: readonly [Store, Store, Store], url: string) => Promise<void>): Promise<void> => {
  const room = await newRoom();
  const relays = [await open(room.url), await open(room.url), await open(room.url)] as const;
  try {
    await work(relays, room.url);
  } finally {
    for (const store of relays) await store.close();
    await room.drop();
  }
};
/** Everything that a vault's rows say, to be true whoever wrote them: no number twice, none missing, sizes as they are. */
const overlaps = (url: string): Promise<number> =>
  rowsIn(
    url,
    "(SELECT count(*) FROM chunk a JOIN chunk b USING (vault_id) WHERE a.seq > b.seq AND a.seq - a.n < b.seq)",
  );

/** What the relays are all told is due: each reads the log from its beginning. */
const lookAt = async (relays: readonly Store[], vault: VaultId): Promise<void> => {
  for (const store of relays) await readOn(store, vault);
};

describe("several relays", () => {
  test("pack one vault at once: each row is joined once, and each of them sees the same log", () =>
    three(async (relays, url) => {
      const vault = await newVault(relays[0]);
      const sent = some(4_000, 300);
      await append(relays[0], vault, sent);
      await lookAt(relays, vault);
      const fewer = await Promise.all(relays.map(packAll));
      // Nothing is counted twice, and more than one had a part in it or came too late.
      expect(fewer.reduce((sum, each) => sum + each, 0)).toBe(4_000 - (await rowsIn(url)));
      expect(await rowsIn(url)).toBeLessThan(4_000 / 256 + 64 + 257);
      expect(await overlaps(url)).toBe(0);
      for (const store of relays)
        expect(await readOn(store, vault)).toEqual(sent.map((one, i) => `${i + 1} ${hashOf(one)}`));
    }));

  test(
    "append, erase and pull while others pack: nothing is lost or doubled, and every page is a true one",
    () =>
      three(async (relays, url) => {
        const [left, right, reader] = relays;
        const vault = await newVault(left);
        const [first, second] = [some(900, 200), some(900, 200)];
        const begun = some(900, 200);
        await append(left, vault, begun, [3, 1]);
        await lookAt(relays, vault);
        let writing = true;
        const isWriting = (): boolean => writing;
        const write = async (store: Store, writer: number, envelopes: readonly Uint8Array[]): Promise<void> => {
          for (let from = 0; from < envelopes.length; from += 30)
            await append(store, vault, envelopes.slice(from, from + 30), [writer, from + 1]);
        };
        const keepPacking = async (store: Store): Promise<number> => {
          let fewer = 0;
          while (isWriting()) {
            await lookAt([store], vault);
            fewer += await packAll(store);
          }
          return fewer;
        };
        const keepReading = async (): Promise<void> => {
          let before: readonly string[] = [];
          while (isWriting()) {
            const seen = await readOn(reader, vault, 900);
            // Nothing of what follows is erased: each reading goes on where the one before ended.
            expect(seen.slice(0, before.length)).toEqual(before);
            expect(seen.map((entry) => Number(entry.split(" ")[0]))).toEqual(seen.map((_, i) => 901 + i));
            before = seen;
          }
        };
        const erase = async (): Promise<void> => {
          for (let from = 1; from < 900; from += 90)
            expect(await right.erase({ vault, epoch: 1, device: device(3), from, to: from + 44 })).toMatchObject({
              ok: true,
            });
        };
        const busy = Promise.all([write(left, 1, first), write(right, 2, second), erase()]).finally(() => {
          writing = false;
        });
        const [packed] = await Promise.all([Promise.all([keepPacking(left), keepPacking(right)]), keepReading(), busy]);
        expect(packed[0] + packed[1]).toBeGreaterThan(500);
        expect(await overlaps(url)).toBe(0);
        const kept = await readOn(reader, vault);
        const hashes = kept.map((entry) => entry.split(" ")[1] ?? "");
        const places = kept.map((entry) => Number(entry.split(" ")[0]));
        const stays = begun.filter((_, i) => i % 90 >= 45);
        expect(hashes.slice(0, stays.length)).toEqual(stays.map(hashOf));
        for (const sent of [first, second].map((envelopes) => envelopes.map(hashOf)))
          expect(hashes.filter((hash) => sent.includes(hash))).toEqual(sent);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(kept).toHaveLength(stays.length + 1_800);
        expect(await readOn(left, vault)).toEqual(kept);
      }),
    60_000,
  );

  test("delete and sweep a vault that others pack: no row stays", () =>
    three(async (relays, url) => {
      const [left, right, sweeper] = relays;
      const vaults: VaultId[] = [];
      for (let i = 0; i < 6; i += 1) {
        const vault = await newVault(left);
        await append(left, vault, some(900, 60));
        await lookAt([right], vault);
        vaults.push(vault);
      }
      const sweep = async (): Promise<void> => {
        for (const vault of vaults) {
          await sweeper.deleteVault(vault, now);
          for (let swept = 1; swept > 0;) {
            const step = await sweeper.sweepExpired(now, 200);
            swept = step.ok ? step.value : 0;
          }
        }
      };
      await Promise.all([packAll(left), packAll(right), sweep()]);
      expect(await rowsIn(url)).toBe(0);
    }));

  test("go on where another one was, also after a start", () =>
    three(async ([left, right], url) => {
      const vault = await newVault(left);
      await append(left, vault, some(1_000, 300));
      expect(await packAll(left)).toBeGreaterThan(500);
      const packed = await onPostgres(url, async (client) => {
        const { rows } = await client.query<{ readonly packed: string }>("SELECT packed FROM vault");
        return Number(rows[0]?.packed);
      });
      expect(packed).toBeGreaterThan(700);
      await append(left, vault, some(600, 300), [1, 1_001]);
      const before = await rowsIn(url);
      await lookAt([right], vault);
      const fewer = await packAll(right);
      expect(fewer).toBe(before - (await rowsIn(url)));
      expect(fewer).toBeGreaterThan(400);
      expect(await packAll(left)).toBe(0);
    }));
});
