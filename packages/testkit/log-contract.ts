/** The contract of the Log port: every implementation, the fake included, runs these same sentences. */
import { describe, expect, it } from "vitest";
import type { Log, LogFault, LogPage } from "@belay/wire";
import type { Result } from "@belay/basics";
import { newDevice } from "@belay/vault";
import { testChain, testEnvelope, testVault } from "./vault-builder.ts";

/** How the contract gets a log to try. */
export interface LogSubject {
  /** An empty log of the vault with this 16-byte id. */
  readonly open: (vaultId: Uint8Array) => Promise<Log>;
  /** Closes the given log and opens what it stored again, where there is such a thing. */
  readonly reopen?: (log: Log) => Promise<Log>;
  /** Frees what `open` took. */
  readonly close?: (log: Log) => Promise<void>;
}

const value = <T>(result: Result<T, LogFault>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const all = async (log: Log): Promise<LogPage> => value(await log.since(0, 1000));

/** Declares the contract's tests for one implementation. Call it at the top of that implementation's test file. */
export const logContract = (name: string, subject: LogSubject): void => {
  const vault = testVault("log-contract");
  const other = { ...vault, device: newDevice(vault.random) };
  const chain = testChain(vault, 5);
  const [first, second, third, fourth] = chain.map((sealed) => sealed.envelope);
  const stranger = testEnvelope(other).envelope;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error("short chain");

  const using = (run: (log: Log) => Promise<void>) => async (): Promise<void> => {
    const log = await subject.open(vault.vaultId);
    try {
      await run(log);
    } finally {
      await subject.close?.(log);
    }
  };

  describe(`${name} keeps the Log contract`, () => {
    it(
      "is empty at first",
      using(async (log) => {
        expect(await all(log)).toEqual({ entries: [], more: false });
      }),
    );

    it(
      "gives back the very bytes, in arrival order, at rising places",
      using(async (log) => {
        const places = [];
        for (const envelope of [first, stranger, second]) places.push(value(await log.append(envelope)).at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(places).size).toBe(3);
        const page = await all(log);
        expect(page.entries.map((entry) => entry.at)).toEqual(places);
        expect(page.entries.map((entry) => [...entry.envelope])).toEqual(
          [first, stranger, second].map((bytes) => [...bytes]),
        );
      }),
    );

    it(
      "answers the same bytes again with the same place and stores them once",
      using(async (log) => {
        const once = value(await log.append(first));
        value(await log.append(second));
        expect(value(await log.append(first))).toEqual(once);
        expect((await all(log)).entries).toHaveLength(2);
      }),
    );

    it(
      "refuses other bytes at a place of a chain that is taken",
      using(async (log) => {
        value(await log.append(first));
        expect(await log.append(testEnvelope(vault).envelope)).toEqual({ ok: false, error: { type: "Conflict" } });
        expect((await all(log)).entries).toHaveLength(1);
      }),
    );

    it(
      "refuses a gap in a device's chain and says what it expects",
      using(async (log) => {
        value(await log.append(first));
        expect(await log.append(third)).toEqual({ ok: false, error: { type: "Gap", expected: 2 } });
        value(await log.append(second));
        value(await log.append(third));
      }),
    );

    it(
      "refuses bytes that are no envelope",
      using(async (log) => {
        for (const bytes of [new Uint8Array(0), new Uint8Array(1000), first.subarray(1), first.subarray(0, -1)]) {
          expect(await log.append(bytes)).toMatchObject({ ok: false, error: { type: "Malformed" } });
        }
        expect((await all(log)).entries).toHaveLength(0);
      }),
    );

    it(
      "pages: at most so many, and says whether more follow",
      using(async (log) => {
        for (const envelope of [first, second, third, fourth]) value(await log.append(envelope));
        const page = value(await log.since(0, 3));
        expect(page.entries).toHaveLength(3);
        expect(page.more).toBe(true);
        const last = page.entries.at(-1)?.at ?? 0;
        const rest = value(await log.since(last, 3));
        expect(rest.entries.map((entry) => [...entry.envelope])).toEqual([[...fourth]]);
        expect(rest.more).toBe(false);
      }),
    );

    it(
      "gives nothing after its end",
      using(async (log) => {
        const { at } = value(await log.append(first));
        expect(value(await log.since(at, 10))).toEqual({ entries: [], more: false });
        expect(value(await log.since(at + 100, 10))).toEqual({ entries: [], more: false });
      }),
    );

    it(
      "keeps its own copy of what it was given",
      using(async (log) => {
        const mine = Uint8Array.from(first);
        value(await log.append(mine));
        mine.fill(0);
        expect([...((await all(log)).entries[0]?.envelope ?? [])]).toEqual([...first]);
      }),
    );

    it(
      "takes appends made at once without losing or doubling any",
      using(async (log) => {
        const [a, b] = await Promise.all([log.append(first), log.append(stranger), log.append(first)]);
        expect(a.ok && b.ok).toBe(true);
        expect((await all(log)).entries).toHaveLength(2);
      }),
    );

    const { reopen } = subject;
    if (reopen === undefined) return;
    it("still has everything after a restart", async () => {
      const log = await subject.open(vault.vaultId);
      for (const envelope of [first, second]) value(await log.append(envelope));
      const before = await all(log);
      const again = await reopen(log);
      expect(await all(again)).toEqual(before);
      expect(await again.append(fourth)).toEqual({ ok: false, error: { type: "Gap", expected: 3 } });
      value(await again.append(third));
      await subject.close?.(again);
    });
  });
};
