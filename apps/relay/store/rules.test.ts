/** Shows the laws of appending for any order, repetition and cutting, and the edges of a mailbox's life. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toHour, type Sealed } from "./port.ts";
import {
  allBoxes,
  askKinds,
  boxAsMail,
  countWaiting,
  filledEnd,
  isOpen,
  isSpent,
  planAppend,
  planErase,
  planReply,
  provenMail,
  replaceable,
  sameHash,
  samePut,
  type Mail,
  type Reply,
  type VaultCount,
} from "./rules.ts";
import { appendOf, boxOf, bytes, device, later, mailOf, newVaultId, now } from "./samples-contract.ts";

const vault = newVaultId();
const wide = { vaultBytes: 1e9, vaultDevices: 100 };
const empty: VaultCount = { epoch: 1, head: 0, bytes: 0, chains: new Map() };

/** The bytes of a device's nth envelope, always the same. */
const envelope = (n: number, seq: number): Uint8Array => Uint8Array.of(n, seq, seq ^ 0x55);

/** Appends one after another into a list, as a store would. */
const play = (appends: readonly (readonly (readonly [number, number])[])[]) => {
  let count = empty;
  const kept: Sealed[] = [];
  const find = (name: string, seq: number) =>
    kept.find((one) => one.device === name && one.seq === seq)?.envelope ?? null;
  const answers = appends.map((items) => {
    const plan = planAppend(
      count,
      appendOf(
        vault,
        items.map(([n, seq]) => [n, seq, envelope(n, seq)]),
      ),
      wide,
      find,
    );
    if (!plan.ok) return plan.error.type;
    count = plan.value.count;
    for (const run of plan.value.runs) {
      run.envelopes.forEach((bytes, i) => kept.push({ device: run.device, seq: run.first + i, envelope: bytes }));
    }
    return "kept";
  });
  return { count, kept, answers };
};

const anyAppends = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 })), { maxLength: 5 }),
  { maxLength: 12 },
);

describe("appending, in any order, with any repeats and gaps,", () => {
  test("keeps each device's envelopes once, in order, without a gap", () => {
    fc.assert(
      fc.property(anyAppends, (appends) => {
        const { kept, count } = play(appends);
        for (const n of [1, 2, 3]) {
          const chain = kept.filter((one) => one.device === device(n)).map((one) => one.seq);
          expect(chain).toEqual(chain.map((_, i) => i + 1));
          expect(count.chains.get(device(n)) ?? 0).toBe(chain.length);
        }
        expect(count.head).toBe(kept.length);
        expect(count.bytes).toBe(kept.length * 3);
      }),
    );
  });

  test("changes nothing when it is done twice", () => {
    fc.assert(
      fc.property(anyAppends, (appends) => {
        const once = play(appends);
        const keptOnes = appends.filter((_, i) => once.answers[i] === "kept");
        expect(play([...keptOnes, ...keptOnes]).kept).toEqual(play(keptOnes).kept);
        expect(play([...keptOnes, ...keptOnes]).answers).not.toContain("Gap");
      }),
    );
  });

  test("comes to the same however a chain is cut into appends", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }), (cuts) => {
        let seq = 0;
        const appends = cuts.map((length) => Array.from({ length }, () => [1, (seq += 1)] as const));
        expect(play(appends).kept).toEqual(play([appends.flat()]).kept);
      }),
    );
  });
});

describe("one append", () => {
  test("makes one row for each run of a device", () => {
    const items = [
      [1, 1, bytes()],
      [1, 2, bytes()],
      [2, 1, bytes()],
      [1, 3, bytes()],
    ] as const;
    const plan = planAppend(empty, appendOf(vault, items), wide, () => null);
    if (!plan.ok) throw new Error("refused");
    expect(plan.value.runs.map(({ device: name, first, envelopes }) => [name, first, envelopes.length])).toEqual([
      [device(1), 1, 2],
      [device(2), 1, 1],
      [device(1), 3, 1],
    ]);
  });

  test("of another epoch is refused before anything is looked up", () => {
    const find = () => {
      throw new Error("looked up");
    };
    expect(planAppend(empty, appendOf(vault, [[1, 1, bytes()]], 2), wide, find)).toEqual({
      ok: false,
      error: { type: "StaleEpoch" },
    });
  });

  test("whose earlier bytes cannot be found any more is refused, not taken on trust", () => {
    const count = { ...empty, chains: new Map([[device(1), 1]]) };
    expect(planAppend(count, appendOf(vault, [[1, 1, bytes()]]), wide, () => null)).toEqual({
      ok: false,
      error: { type: "Conflict" },
    });
  });
});

describe("a mailbox", () => {
  const mail: Mail = mailOf({ expires: later(10), cap: 2 });
  const reply = (replyId: string, body: Uint8Array | null = bytes()): Reply => ({ replyId, body });

  test("is open until its hour, while it has its ask", () => {
    expect([isOpen(mail, later(9)), isOpen(mail, later(10))]).toEqual([true, false]);
    expect(isOpen({ ...mail, body: new Uint8Array(0) }, now)).toBe(false);
    expect(isOpen({ ...mail, body: null }, now)).toBe(false);
  });

  test("is spent when it is over and nobody waits for anything", () => {
    expect(isSpent(mail, [], later(9))).toBe(false);
    expect(isSpent(mail, [reply("a")], later(10))).toBe(false);
    expect(isSpent(mail, [reply("a", null)], later(10))).toBe(true);
  });

  test("takes a new reply, knows a repeat even when it is over, and refuses more than its cap", () => {
    expect(planReply(mail, [], "a", now)).toEqual({ ok: true, value: { kind: "add", last: false } });
    expect(planReply(mail, [reply("a")], "b", now)).toEqual({ ok: true, value: { kind: "add", last: true } });
    expect(planReply(mail, [reply("a", null)], "a", later(99))).toEqual({ ok: true, value: { kind: "repeat" } });
    expect(planReply(mail, [reply("a"), reply("b", null)], "c", now)).toEqual({ ok: false, error: { type: "Filled" } });
    expect(planReply(mail, [], "a", later(10))).toEqual({ ok: false, error: { type: "NotFound" } });
    expect(countWaiting([reply("a"), reply("b", null)])).toBe(1);
  });

  test("that is filled ends soon, and never later than it would have", () => {
    expect(filledEnd(mail, now)).toBe(now + 2);
    expect(filledEnd({ ...mail, expires: later(1) }, now)).toBe(later(1));
  });

  test("opens to the right hash of the right kind alone, and a mailbox that is none to nothing", () => {
    expect(provenMail(mail, askKinds, "readHash", mail.readHash).ok).toBe(true);
    expect(provenMail(mail, askKinds, "readHash", mail.ownerHash).ok).toBe(false);
    expect(provenMail(null, askKinds, "readHash", new Uint8Array(32)).ok).toBe(false);
    expect(provenMail(mail, allBoxes, "readHash", mail.readHash).ok).toBe(false);
  });

  test("of a box opens to calls for boxes, never to a reply, and only a recovery is replaced", () => {
    for (const kind of ["pairing", "recovery"] as const) {
      const box = boxAsMail(boxOf({ kind }));
      expect(provenMail(box, allBoxes, "readHash", box.readHash).ok).toBe(true);
      expect(provenMail(box, askKinds, "readHash", box.readHash).ok).toBe(false);
      expect(provenMail(box, allBoxes, "replyHash", bytes(32)).ok).toBe(false);
      expect(provenMail(box, replaceable, "ownerHash", box.ownerHash).ok).toBe(kind === "recovery");
      expect(samePut(box, { ...box, expires: later(99) })).toBe(true);
      expect(samePut(box, { ...box, body: bytes(600) })).toBe(false);
      expect(samePut(box, { ...box, kind: "ask" })).toBe(false);
    }
  });

  test("is the same put only when every part of it is", () => {
    const put = mailOf();
    expect(samePut(put, put)).toBe(true);
    for (const change of [
      { body: bytes(600) },
      { readHash: bytes(32) },
      { replyHash: bytes(32) },
      { cap: 9 },
      { expires: later(1) },
    ]) {
      expect(samePut(put, { ...put, ...change })).toBe(false);
    }
    expect(samePut({ ...put, body: null }, put)).toBe(false);
  });
});

describe("an erasure", () => {
  const count: VaultCount = { epoch: 2, head: 9, bytes: 100, chains: new Map([[device(1), 5]]) };
  const plan = (from: number, to: number, given = {}) =>
    planErase(count, { vault, epoch: 2, device: device(1), from, to, ...given }, wide);

  test.each([
    [1, 5],
    [5, 5],
    [2, 3],
  ])("of %i to %i inside a chain of five leaves the count as it is", (from, to) => {
    expect(plan(from, to)).toEqual({ ok: true, value: { count, beyond: false } });
  });

  test.each([
    [1, 6],
    [6, 6],
    [5, 800],
  ])("of %i to %i moves the chain's end, and takes one place", (from, to) => {
    const moved = { ...count, head: 10, chains: new Map([[device(1), to]]) };
    expect(plan(from, to)).toEqual({ ok: true, value: { count: moved, beyond: true } });
    expect(count.chains.get(device(1))).toBe(5);
  });

  test("behind a gap, of another epoch, or of one device too many is refused", () => {
    expect(plan(7, 7)).toEqual({ ok: false, error: { type: "Gap", device: device(1), expected: 6 } });
    expect(plan(1, 1, { epoch: 1 })).toEqual({ ok: false, error: { type: "StaleEpoch" } });
    const full = planErase(count, { vault, epoch: 2, device: device(2), from: 1, to: 1 }, { ...wide, vaultDevices: 1 });
    expect(full).toEqual({ ok: false, error: { type: "OverQuota" } });
  });

  test("is remembered by an append: the number is passed over whatever its bytes are", () => {
    const again = appendOf(vault, [[1, 3, bytes()]], 2);
    const none = { runs: [], count };
    expect(planAppend(count, again, wide, () => "erased")).toEqual({ ok: true, value: none });
    expect(planAppend(count, again, wide, () => null)).toEqual({ ok: false, error: { type: "Conflict" } });
  });
});

describe("hashes", () => {
  test("of different lengths are not the same, and nothing is thrown", () => {
    expect(sameHash(new Uint8Array(3), new Uint8Array(4))).toBe(false);
    expect(sameHash(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  });
});

describe("an hour", () => {
  test("is whole, or it is our bug", () => {
    expect(() => toHour(1.5)).toThrow("not a whole hour");
  });
});
