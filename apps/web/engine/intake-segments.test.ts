/** Tests how chains are taken in whose envelopes were replaced by a segment. */
import { toHex } from "@belay/basics";
import { beforeEach, describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { rangeOf, reader, type Link, type Reader } from "../../../tests/world/family.ts";
import { arrivalOf, type Intook } from "./intake.ts";

type Writer = Awaited<ReturnType<Reader["join"]>>;

let one: Reader;
let tablet: Writer;

beforeEach(async () => {
  one = await reader("segments");
  tablet = await one.join("Tablet");
});

const take = async (...links: readonly Link[]) =>
  good(
    await one.intake.take(
      links.flatMap(({ envelope }) => arrivalOf(envelope) ?? []),
      [],
    ),
  );
const missing = (): never => {
  throw new Error("no link");
};
const seqs = ({ taken }: Intook): readonly number[] => taken.map(({ seq }) => seq);
const heldNumbers = (): readonly number[] => [...one.ledger.chains().held(tablet.id).keys()].toSorted((a, b) => a - b);

/** What is in the fold, lowest first. */
const energies = (): readonly number[] =>
  one
    .energies()
    .flatMap((energy) => energy ?? [])
    .toSorted((a, b) => a - b);

/** Links 1 to 4; 2 and 3 are what a segment at 5 stands for; 6 comes after it. */
const replacedChain = async () => {
  const first = await tablet.write(1);
  const second = await tablet.write(2);
  const third = await tablet.write(3);
  const fourth = await tablet.write(4);
  const segment = await tablet.writeSegment([rangeOf(second, third)], [2]);
  const last = await tablet.write(6);
  return { first, second, third, fourth, segment, last };
};

describe("a chain with a hole that a segment stands for", () => {
  it.each([
    ["in order", ["first", "fourth", "segment", "last"]],
    ["backwards", ["last", "segment", "fourth", "first"]],
    ["with the segment first", ["segment", "first", "last", "fourth"]],
  ] as const)("is taken %s, and the hole stepped over", async (_how, order) => {
    const chain = await replacedChain();
    const done = await take(...order.map((name) => chain[name]));
    expect(seqs(done)).toEqual([1, 4, 5, 6]);
    expect(done.forked).toEqual([]);
    expect(energies()).toEqual([1, 2, 4, 6]);
    expect(heldNumbers()).toEqual([1, 4, 5, 6]);
  });

  it("reads the same from the disk", async () => {
    const { first, fourth, segment, last } = await replacedChain();
    await take(first, fourth, segment, last);
    const before = one.ledger.state.value;
    good(await one.ledger.refold());
    expect(one.ledger.state.value).toEqual(before);
    expect(one.ledger.chains().head(tablet.id).seq).toBe(6);
  });

  it("waits at the hole as long as the segment is not there", async () => {
    const { first, fourth, segment, last } = await replacedChain();
    expect(seqs(await take(first, fourth, last))).toEqual([1]);
    expect(one.intake.holding().count).toBe(2);
    expect(seqs(await take(segment))).toEqual([4, 5, 6]);
  });

  it("waits as long as a part of the segment is missing", async () => {
    const first = await tablet.write(1);
    const second = await tablet.write(2);
    const third = await tablet.write(3);
    const parts = [
      await tablet.writeSegment([rangeOf(second)], [2], 1, 2),
      await tablet.writeSegment([rangeOf(second)], [], 2, 2),
    ] as const;
    expect(seqs(await take(first, third, parts[0]))).toEqual([1]);
    expect(seqs(await take(parts[1]))).toEqual([3, 4, 5]);
    expect(heldNumbers()).toEqual([1, 3, 4, 5]);
  });

  it.each([
    ["the first", 0],
    ["one in the middle", 1],
    ["the last", 2],
  ])("is stepped over as a whole where only %s of what was replaced is still served", async (_which, late) => {
    const first = await tablet.write(1);
    const replaced = [await tablet.write(2), await tablet.write(3), await tablet.write(4)] as const;
    const segment = await tablet.writeSegment([rangeOf(replaced[0], replaced[2])], [2, 3, 4]);
    const last = await tablet.write(6);
    await take(first, ...replaced.slice(late, late + 1), segment, last);
    expect(energies()).toEqual([1, 2, 3, 4, 6]);
    expect(heldNumbers()).toEqual([1, 5, 6]);
    expect(one.intake.holding().count).toBe(0);
  });

  it("may begin with the hole", async () => {
    const first = await tablet.write(1);
    const second = await tablet.write(2);
    const segment = await tablet.writeSegment([rangeOf(first)], []);
    expect(seqs(await take(second, segment))).toEqual([2, 3]);
    expect(one.energies()).toEqual([2]);
  });

  it("is not stepped over where the segment names another link before it", async () => {
    const first = await tablet.write(1);
    const second = await tablet.write(2);
    const third = await tablet.write(3);
    const lie = { ...rangeOf(second), before: "ab".repeat(32) };
    const segment = await tablet.writeSegment([lie], []);
    expect(seqs(await take(first, third, segment))).toEqual([1]);
    expect(one.energies()).toEqual([1]);
  });

  it("is a fork where the segment names another link at its end (R3)", async () => {
    const first = await tablet.write(1);
    const second = await tablet.write(2);
    const third = await tablet.write(3);
    const segment = await tablet.writeSegment([{ ...rangeOf(second), hash: "cd".repeat(32) }], []);
    const done = await take(first, third, segment);
    expect(seqs(done)).toEqual([1]);
    expect(done.forked).toEqual([tablet.id]);
  });
});

describe("a segment over envelopes that are held", () => {
  it("takes their place, and what it left out is gone", async () => {
    const { first, second, third, fourth, segment } = await replacedChain();
    await take(first, second, third, fourth);
    expect(one.energies()).toEqual([1, 2, 3, 4]);
    await take(segment);
    expect(heldNumbers()).toEqual([1, 4, 5]);
    expect(good(await one.ports.log.chain(tablet.id, 1, 9)).map((bytes) => arrivalOf(bytes)?.seq)).toEqual([1, 4, 5]);
  });

  it("counts an entry once that lies in both", async () => {
    const { first, second, third, fourth, segment } = await replacedChain();
    await take(first, second, third, fourth, segment);
    expect(one.energies().filter((energy) => energy === 2)).toHaveLength(1);
  });

  it("may stand for another device's envelopes, also for those not here", async () => {
    const phone = await one.join("Phone");
    const [a, b, c] = [await phone.write(11), await phone.write(12), await phone.write(13)];
    const segment = await tablet.writeSegment([rangeOf(a, b)], [51]);
    const done = await take(c, segment);
    expect(done.taken.map(({ device, seq }) => [device, seq])).toEqual([
      [tablet.id, 1],
      [phone.id, 3],
    ]);
    expect(one.ledger.chains().head(phone.id)).toEqual({ seq: 3, hash: c.hash });
    expect(one.energies()).toEqual([51, 13]);
  });

  it.each([
    ["all at once", [[0, 1, 2, 3, 4, 5]]],
    ["the segment before what is in front of the range", [[5], [0, 1], [3, 4]]],
    ["one by one", [[5], [0], [1], [3], [4]]],
    ["with the replaced one late", [[5], [0, 1, 2, 3, 4]]],
    ["after the replaced one", [[0, 1, 2], [5], [3, 4]]],
  ])("stands for one in the middle of a chain that is not here yet, %s", async (_how, pages) => {
    const phone = await one.join("Phone");
    const links: Link[] = [];
    for (let energy = 21; energy <= 25; energy += 1) links.push(await phone.write(energy));
    const [, , third = missing()] = links;
    links.push(await tablet.writeSegment([rangeOf(third)], []));
    for (const page of pages) await take(...page.flatMap((at) => links[at] ?? []));
    const numbers = () => [...one.ledger.chains().held(phone.id).keys()].toSorted((a, b) => a - b);
    expect([energies(), numbers()].map((some) => some.filter((some) => some !== 23))).toEqual([
      [21, 22, 24, 25],
      [1, 2, 4, 5],
    ]);
    good(await one.ledger.refold());
    expect(energies().filter((energy) => energy !== 23)).toEqual([21, 22, 24, 25]);
    expect([numbers(), one.ledger.chains().head(phone.id).seq]).toEqual([[1, 2, 4, 5], 5]);
  });

  it("waits where it would delete what this device wrote itself under the numbers of another history", async () => {
    const own = one.identity.device;
    good(await one.journal.dispatch({ kind: "checkin/note", energy: 70, cues: [], carrying: null }));
    const [before, hash] = ["ab".repeat(32), "cd".repeat(32)];
    // What it names at its end is not what is held; or more was there than is here, and nothing tells the two apart.
    for (const range of [
      { device: own, from: 3, to: 3, before, hash },
      { device: own, from: 3, to: 6, before, hash },
    ]) {
      one.intake.forget();
      const done = await take(await tablet.writeSegment([range], []));
      expect([seqs(done), one.intake.doubts()]).toEqual([[], true]);
      expect(good(await one.intake.stones())).toEqual([range]);
      expect(one.energies()).toEqual([70]);
      expect(good(await one.ports.log.chain(own, 1, 9))).toHaveLength(3);
      tablet.backTo({ seq: 0, hash: new Uint8Array(32) });
    }
  });

  it("takes the place of this device's own where it names the very links that are held", async () => {
    const own = one.identity.device;
    good(await one.journal.dispatch({ kind: "checkin/note", energy: 70, cues: [], carrying: null }));
    const held = one.ledger.chains().held(own);
    const [before, hash] = [2, 3].map((seq) => toHex(held.get(seq) ?? new Uint8Array()));
    const range = { device: own, from: 3, to: 3, before: before ?? "", hash: hash ?? "" };
    expect(seqs(await take(await tablet.writeSegment([range], [])))).toEqual([1]);
    expect(one.intake.doubts()).toBe(false);
    expect(good(await one.ports.log.chain(own, 1, 9))).toHaveLength(2);
  });

  it("that names other links of another device lets nothing of it go, and both histories are told (R3)", async () => {
    const phone = await one.join("Phone");
    const first = await phone.write(11);
    const second = await phone.write(12);
    await take(first, second);
    const lie = { ...rangeOf(second), hash: "cd".repeat(32) };
    const done = await take(await tablet.writeSegment([lie], [51]));
    expect([seqs(done), done.forked]).toEqual([[1], [phone.id]]);
    expect(energies()).toEqual([11, 12, 51]);
    good(await one.ledger.refold());
    expect(energies()).toEqual([11, 12, 51]);
  });

  it("leaves what came late of what it replaced aside", async () => {
    const { first, second, third, fourth, segment, last } = await replacedChain();
    await take(first, fourth, segment, last);
    expect(await take(second, third)).toEqual({ taken: [], words: [], forked: [], refused: 0 });
    expect(one.intake.holding().count).toBe(0);
    expect(toHex(one.ledger.chains().head(tablet.id).hash)).toBe(toHex(last.hash));
  });
});
