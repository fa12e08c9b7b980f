import { err, ok, toHex } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { device, type Device } from "../../../tests/world/copying-world.ts";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { createErase } from "./erase.ts";
import { mendOwn } from "./mend.ts";
import type { Ports } from "./ports/ports.ts";
import { compactOnce, looseMax } from "./rewrite.ts";

/** The energies in the fold, in the order in which they were taken in. */
const energies = ({ ledger }: Device): readonly number[] =>
  ledger.recorded().flatMap((one) => (one.kind === "checkin/noted@1" ? (one.body.energy ?? []) : []));

/**
 * A device that wrote 0, 1, 2 and then two more, whose disk went back to the first three, and which wrote `anew` more
 * from there. `branch` is what the others have behind the third place.
 */
const parted = async (seed: string, anew = 2) => {
  const one = await device(seed, 3);
  const disk = one.world.log.snapshot();
  await one.add(2);
  const branch = (await one.stored()).slice(3);
  one.world.log.restore(disk);
  good(await one.ledger.refold());
  for (let at = 0; at < anew; at += 1) {
    const command = { kind: "checkin/note", energy: 70 + at, cues: [], carrying: null } as const;
    good(await one.journal.dispatch(command));
  }
  const ports = testPorts(one.world);
  good(await ports.desk.open(false));
  return { one, branch, ports };
};

describe("a chain that parted from what the others have", () => {
  it("takes their branch over, and puts what was written meanwhile behind it with the same ids and times", async () => {
    const { one, branch, ports } = await parted("parted");
    const before = one.ledger.recorded();
    expect(energies(one)).toEqual([0, 1, 2, 70, 71]);
    expect(await mendOwn(ports, one.ledger, 4, branch)).toEqual(ok(true));
    expect(energies(one)).toEqual([0, 1, 2, 0, 1, 70, 71]);
    expect((await one.stored()).slice(3, 5).map(toHex)).toEqual(branch.map(toHex));
    expect(one.ledger.recorded().slice(-2)).toEqual(before.slice(-2));
    expect(one.ledger.head()).toBe(7);
  });

  it("is whole afterwards: it opens from the start, every link after the one before, and goes on", async () => {
    const { one, branch, ports } = await parted("whole");
    good(await mendOwn(ports, one.ledger, 4, branch));
    good(await one.journal.dispatch({ kind: "checkin/note", energy: 99, cues: [], carrying: null }));
    const verdicts = good(await ports.desk.openMany(await one.stored(), false));
    expect(verdicts.map((verdict) => (verdict.ok ? verdict.value.seq : null))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    good(await one.ledger.refold());
    expect(energies(one)).toEqual([0, 1, 2, 0, 1, 70, 71, 99]);
    expect(one.ledger.counts.value).toEqual({ setAside: 0, unknown: 0 });
  });

  it("may have parted at its very first place", async () => {
    const one = await device("first place", 2);
    const branch = await one.stored();
    one.world.log.restore(testWorld("empty").log.snapshot());
    good(await one.ledger.refold());
    good(await one.journal.dispatch({ kind: "checkin/note", energy: 80, cues: [], carrying: null }));
    const ports = testPorts(one.world);
    good(await ports.desk.open(false));
    expect(await mendOwn(ports, one.ledger, 1, branch)).toEqual(ok(true));
    expect(energies(one)).toEqual([0, 1, 80]);
  });

  it("may have parted right behind what a segment stands for", async () => {
    const { one, branch, ports } = await parted("behind a segment");
    const { ledger } = one;
    const many = Array.from({ length: looseMax }, () => 0);
    const looser = { ...ledger, loose: (own: string) => [...ledger.loose(own), ...many] };
    good(await compactOnce(ports, looser, () => 3));
    expect(ledger.chains().held(one.identity.device).has(3)).toBe(false);
    expect(await mendOwn(ports, ledger, 4, branch)).toEqual(ok(true));
    expect(energies(one).toSorted((a, b) => a - b)).toEqual([0, 0, 1, 1, 2, 70, 71]);
  });

  it("does not let a segment stand for the others' branch that was made over its own one", async () => {
    const { one, branch, ports } = await parted("segment behind", 3);
    const { ledger } = one;
    const gone = ledger.recorded().find((event) => event.kind === "checkin/noted@1" && event.body.energy === 71);
    const erase = createErase(ports, ledger, { before: () => Promise.resolve(), after: () => undefined });
    expect(await erase(gone?.id ?? "")).toEqual(ok(null));
    expect(await mendOwn(ports, ledger, 4, branch)).toEqual(ok(true));
    expect(energies(one).toSorted((a, b) => a - b)).toEqual([0, 0, 1, 1, 2, 70, 72]);
    expect((await one.stored()).slice(3, 5).map(toHex)).toEqual(branch.map(toHex));
    const stones = ledger.segments().whole();
    expect(stones.flatMap(({ replaces }) => replaces).filter(({ to }) => to > 3)).toEqual([]);
    good(await ledger.refold());
    expect(energies(one).toSorted((a, b) => a - b)).toEqual([0, 0, 1, 1, 2, 70, 72]);
  });

  it.each([
    ["at its beginning", [0], 4],
    ["as a whole", [0, 1], 5],
  ] as const)(
    "goes on behind what a segment stands for in their branch %s, and loses nothing anew",
    async (_where, gone, to) => {
      const { one, branch, ports } = await parted(`gap ${to}`);
      const own = one.identity.device;
      const third = one.ledger.chains().held(own).get(3) ?? new Uint8Array();
      const end = good(await ports.desk.openMany(branch, true))[gone.length - 1];
      const hash = end?.ok === true ? toHex(end.value.hash) : "";
      const stone = { device: own, from: 4, to, before: toHex(third), hash };
      expect(await mendOwn(ports, one.ledger, 4, branch.slice(gone.length))).toEqual(ok(false));
      expect(await mendOwn(ports, one.ledger, 4, branch.slice(gone.length), [stone])).toEqual(ok(true));
      expect(energies(one).slice(-2)).toEqual([70, 71]);
      expect([one.ledger.head(), one.ledger.chains().held(own).has(4)]).toEqual([7, false]);
      good(await one.journal.dispatch({ kind: "checkin/note", energy: 99, cues: [], carrying: null }));
      good(await one.ledger.refold());
      expect(energies(one).slice(-3)).toEqual([70, 71, 99]);
    },
  );

  it("takes over a branch when it wrote nothing meanwhile", async () => {
    const { one, branch, ports } = await parted("nothing anew", 0);
    expect(await mendOwn(ports, one.ledger, 4, branch)).toEqual(ok(true));
    expect(energies(one)).toEqual([0, 1, 2, 0, 1]);
  });

  it("is mended once, though two tabs saw it", async () => {
    const { one, branch, ports } = await parted("twice");
    const both = [mendOwn(ports, one.ledger, 4, branch), mendOwn(ports, one.ledger, 4, branch)];
    expect(await Promise.all(both)).toEqual([ok(true), ok(false)]);
    expect(energies(one)).toEqual([0, 1, 2, 0, 1, 70, 71]);
  });

  it("tells the other tabs", async () => {
    const { one, branch } = await parted("told");
    const heard: string[] = [];
    one.world.tab().heard((news) => void heard.push(news));
    const mine = testPorts(one.world);
    good(await mine.desk.open(false));
    good(await mendOwn(mine, one.ledger, 4, branch));
    expect(heard).toContain("appended");
  });
});

describe("what is no branch of this chain", () => {
  const flipped = (envelope: Uint8Array): Uint8Array => {
    const other = Uint8Array.from(envelope);
    other[200] = (other[200] ?? 0) ^ 1;
    return other;
  };
  const cases: readonly (readonly [string, number, (branch: readonly Uint8Array[]) => readonly Uint8Array[]])[] = [
    ["nothing", 4, () => []],
    ["a link left out", 4, (branch) => branch.slice(1)],
    ["links the wrong way round", 4, (branch) => branch.toReversed()],
    ["one link twice", 4, (branch) => [...branch, ...branch.slice(-1)]],
    ["a bit of it changed", 4, (branch) => branch.map((one, at) => (at === 1 ? flipped(one) : one))],
    ["bytes that are no envelope", 4, () => [new Uint8Array(400)]],
    ["links that belong elsewhere", 3, (branch) => branch],
    ["links behind a place that was never here", 9, (branch) => branch],
  ];

  it.each(cases)("because of %s changes nothing", async (name, from, bend) => {
    const { one, branch, ports } = await parted(name);
    const before = await one.stored();
    expect(await mendOwn(ports, one.ledger, from, bend(branch))).toEqual(ok(false));
    expect(await one.stored()).toEqual(before);
    expect(energies(one)).toEqual([0, 1, 2, 70, 71]);
  });

  it("because another vault's device wrote it changes nothing", async () => {
    const { one, ports } = await parted("foreign");
    const other = testPorts(testWorld("another vault"));
    good(await other.desk.open(true));
    const hash = one.ledger.chains().held(one.identity.device).get(3) ?? new Uint8Array(32);
    const sealed = good(await other.desk.seal(new Uint8Array([1, 2, 3]), 4, hash));
    const before = await one.stored();
    expect(await mendOwn(ports, one.ledger, 4, [sealed.envelope])).toEqual(ok(false));
    expect(await one.stored()).toEqual(before);
  });
});

describe("a device that does not obey while it mends", () => {
  const cases: readonly (readonly [string, (fair: Ports) => Partial<Ports>, string])[] = [
    ["has no room", ({ log }) => ({ log: { ...log, swap: () => Promise.resolve(err({ type: "Full" })) } }), "Full"],
    [
      "cannot read",
      ({ log }) => ({ log: { ...log, chain: () => Promise.resolve(err({ type: "Storage" })) } }),
      "Storage",
    ],
    [
      "has no keys",
      ({ desk }) => ({ desk: { ...desk, openMany: () => Promise.resolve(err({ type: "KeysMissing" })) } }),
      "KeysMissing",
    ],
  ];

  it.each(cases)("because it %s loses nothing of either", async (name, bend, type) => {
    const { one, branch, ports } = await parted(name);
    const before = await one.stored();
    expect(await mendOwn({ ...ports, ...bend(ports) }, one.ledger, 4, branch)).toEqual(err({ type }));
    expect(await one.stored()).toEqual(before);
    good(await one.ledger.refold());
    expect(energies(one)).toEqual([0, 1, 2, 70, 71]);
    expect(await mendOwn(ports, one.ledger, 4, branch)).toEqual(ok(true));
  });
});
