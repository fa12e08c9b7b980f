/** Tests how other devices' envelopes are taken in: in order, verified, and none in the way of another. */
import { err, utf8 } from "@belay/basics";
import { beforeEach, describe, expect, it } from "vitest";
import { diceOf } from "../../../tests/sim/dice.ts";
import { stubDesk } from "../../../tests/sim/stub-desk.ts";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { reader, type Link, type Reader } from "../../../tests/world/family.ts";
import { arrivalOf, createIntake, type Arrival, type Intook } from "./intake.ts";
import { createLedger } from "./ledger.ts";

type Writer = Awaited<ReturnType<Reader["join"]>>;

let one: Reader;
let tablet: Writer;

beforeEach(async () => {
  one = await reader("intake");
  tablet = await one.join("Tablet");
});

const arrivals = (links: readonly { readonly envelope: Uint8Array }[]): readonly Arrival[] =>
  links.flatMap(({ envelope }) => arrivalOf(envelope) ?? []);

const take = async (links: readonly { readonly envelope: Uint8Array }[], frozen: readonly string[] = []) =>
  good(await one.intake.take(arrivals(links), frozen));

const seqs = ({ taken }: Intook): readonly number[] => taken.map(({ seq }) => seq);

/** Envelopes with the energies 1 to `count`, one each. */
const written = async (writer: Writer, count: number): Promise<readonly Link[]> => {
  const links: Link[] = [];
  while (links.length < count) links.push(await writer.write(links.length + 1));
  return links;
};

/** The same with one bit of the sealed part turned. */
const flipped = ({ envelope }: Link): { readonly envelope: Uint8Array } => {
  const bytes = Uint8Array.from(envelope);
  bytes[300] = (bytes[300] ?? 0) ^ 1;
  return { envelope: bytes };
};

const at = (links: readonly Link[], index: number): Link => {
  const link = links[index];
  if (link === undefined) throw new Error("no link");
  return link;
};

describe("the place of an envelope", () => {
  it("is read from its header", async () => {
    const [, second] = await written(tablet, 2);
    const { device, seq, prev } = arrivalOf(second?.envelope ?? new Uint8Array()) ?? {};
    expect({ device, seq, prev }).toEqual({ device: tablet.id, seq: 2, prev: second?.prev });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a header alone", new Uint8Array(128)],
    ["noise", new Uint8Array(900).fill(7)],
  ])("is none for %s", (_what, bytes) => {
    expect(arrivalOf(bytes)).toBeNull();
  });
});

describe("a chain", () => {
  it.each([
    ["in order", [0, 1, 2, 3]],
    ["backwards", [3, 2, 1, 0]],
    ["shuffled", [2, 0, 3, 1]],
    ["with repeats", [0, 0, 1, 1, 2, 3, 3]],
  ])("that comes %s is taken whole, in its order", async (_how, order) => {
    const links = await written(tablet, 4);
    const done = await take(order.map((index) => at(links, index)));
    expect(seqs(done)).toEqual([1, 2, 3, 4]);
    expect(one.energies()).toEqual([1, 2, 3, 4]);
    expect(one.intake.holding()).toEqual({ count: 0, spilt: false });
  });

  it("with a gap waits at the gap, and goes on when it is filled", async () => {
    const links = await written(tablet, 5);
    expect(seqs(await take([at(links, 0), at(links, 2), at(links, 4)]))).toEqual([1]);
    expect(one.intake.holding().count).toBe(2);
    expect(one.ledger.chains().head(tablet.id).seq).toBe(1);
    expect(seqs(await take([at(links, 1)]))).toEqual([2, 3]);
    expect(seqs(await take([at(links, 3)]))).toEqual([4, 5]);
    expect(one.energies()).toEqual([1, 2, 3, 4, 5]);
  });

  it("that is already here is let go again, and counted no second time", async () => {
    const links = await written(tablet, 3);
    await take(links);
    expect(await take(links)).toEqual({ taken: [], words: [], forked: [], refused: 0 });
    expect(one.intake.holding().count).toBe(0);
    expect(one.energies()).toEqual([1, 2, 3]);
  });

  it("with a gap does not keep another one waiting", async () => {
    const phone = await one.join("Phone");
    const [, second] = await written(tablet, 2);
    const others = await written(phone, 2);
    const done = await take([...(second === undefined ? [] : [second]), ...others]);
    expect(done.taken.map(({ device }) => device)).toEqual([phone.id, phone.id]);
    expect(one.intake.holding().count).toBe(1);
  });

  it("longer than one round is taken all the same", async () => {
    // Over the quick desk of the simulation: real keys take their time with so many.
    const desks = [stubDesk(0, diceOf(1)), stubDesk(1, diceOf(2))] as const;
    const ports = testPorts(testWorld("long"), { desk: desks[0] });
    const ledger = createLedger(ports);
    ledger.begin(good(await desks[0].open(true)));
    const long: { envelope: Uint8Array }[] = [];
    for (let prev: Uint8Array = new Uint8Array(32); long.length < 600;) {
      const sealed = good(await desks[1].seal(utf8("no batch"), long.length + 1, prev));
      prev = sealed.hash;
      long.push(sealed);
    }
    const done = good(await createIntake(ports, ledger).take(arrivals(long.toReversed()), []));
    expect(seqs(done)).toEqual(long.map((_link, index) => index + 1));
  });

  it("is on the disk in the order in which it was taken, and reads the same after a restart", async () => {
    await take((await written(tablet, 4)).toReversed());
    const before = one.ledger.state.value;
    good(await one.ledger.refold());
    expect(one.ledger.state.value).toEqual(before);
    expect(one.ledger.counts.value).toEqual({ setAside: 0, unknown: 0 });
  });
});

describe("what an envelope says", () => {
  it("comes back with it: who wrote, when, and what that device has seen", async () => {
    const seen = { [one.identity.device]: [1, "ab".repeat(32)] } as const;
    const { words } = await take([await tablet.write(5, seen, 77)]);
    expect(words).toEqual([{ device: tablet.id, seen, at: 77 }]);
  });
});

describe("a bad envelope", () => {
  it("is let go, and what stands behind it waits for the true one", async () => {
    const links = await written(tablet, 3);
    const done = await take([at(links, 0), flipped(at(links, 1)), at(links, 2)]);
    expect(seqs(done)).toEqual([1]);
    expect(done.refused).toBe(1);
    expect(seqs(await take([at(links, 1)]))).toEqual([2, 3]);
  });

  it.each([
    ["before", true],
    ["after", false],
  ])("that came %s the true one of its place does not keep it out", async (_when, first) => {
    const links = await written(tablet, 2);
    const pair = first ? [flipped(at(links, 0)), at(links, 0)] : [at(links, 0), flipped(at(links, 0))];
    const done = await take([...pair, at(links, 1)]);
    expect(seqs(done)).toEqual([1, 2]);
    expect(one.energies()).toEqual([1, 2]);
    expect(one.intake.holding().count).toBe(0);
  });

  it("in one chain does not block another", async () => {
    const phone = await one.join("Phone");
    const links = await written(tablet, 2);
    const done = await take([flipped(at(links, 0)), at(links, 1), ...(await written(phone, 2))]);
    expect(done.taken.map(({ device }) => device)).toEqual([phone.id, phone.id]);
    expect(done.refused).toBe(1);
  });

  it("of another vault is let go", async () => {
    const elsewhere = await (await reader("another vault")).join("Tablet");
    const done = await take([await elsewhere.write(9)]);
    expect(done).toEqual({ taken: [], words: [], forked: [], refused: 1 });
    expect(one.intake.holding().count).toBe(0);
  });

  it("whose body is no batch is taken, and counted as set aside", async () => {
    const done = await take([await tablet.seal(utf8("no batch")), await tablet.write(2)]);
    expect(seqs(done)).toEqual([1, 2]);
    expect(one.energies()).toEqual([2]);
    expect(one.ledger.counts.value.setAside).toBe(1);
  });
});

describe("a device that goes on from another link than the one held (R3)", () => {
  it("is reported, and nothing of the other history is taken", async () => {
    const links = await written(tablet, 2);
    await take(links);
    tablet.backTo(at(links, 0));
    await tablet.write(20);
    const done = await take([await tablet.write(30), await tablet.write(40)]);
    expect(done).toEqual({ taken: [], words: [], forked: [tablet.id], refused: 0 });
    expect(one.energies()).toEqual([1, 2]);
  });

  it("has what came before it taken, and another device's chain too", async () => {
    const phone = await one.join("Phone");
    const links = await written(tablet, 2);
    tablet.backTo(at(links, 0));
    await tablet.write(20);
    const parted = await tablet.write(30);
    const done = await take([...links, parted, ...(await written(phone, 1))]);
    expect(done.forked).toEqual([tablet.id]);
    expect(done.taken.map(({ device, seq }) => [device, seq])).toEqual([
      [tablet.id, 1],
      [tablet.id, 2],
      [phone.id, 1],
    ]);
  });

  it.each([false, true])(
    "is reported where both histories come in one page, whichever is first: %s",
    async (turned) => {
      const links = await written(tablet, 2);
      tablet.backTo(at(links, 0));
      const twin = await tablet.write(20);
      const pair = [at(links, 1), twin];
      const done = await take([at(links, 0), ...(turned ? pair.toReversed() : pair)]);
      expect([seqs(done), done.forked]).toEqual([[1, 2], [tablet.id]]);
      expect(one.energies()).toEqual([1, turned ? 20 : 2]);
      expect(one.intake.holding().count).toBe(0);
    },
  );

  it("stays frozen as long as the caller says so, and others go on", async () => {
    const phone = await one.join("Phone");
    const links = await written(tablet, 2);
    const done = await take([...links, ...(await written(phone, 1))], [tablet.id]);
    expect(done.taken.map(({ device }) => device)).toEqual([phone.id]);
    expect(one.intake.holding().count).toBe(2);
    expect(seqs(await take([], []))).toEqual([1, 2]);
  });
});

describe("a device that is not known", () => {
  it("is held until the act that lets it in was read", async () => {
    const late = await one.join("Late", false);
    const links = await written(late, 2);
    const before = await take(links);
    expect(before).toEqual({ taken: [], words: [], forked: [], refused: 0 });
    expect(one.intake.holding().count).toBe(2);
    await late.welcome();
    expect(seqs(await take([]))).toEqual([1, 2]);
  });
});

describe("a device that was removed (R6)", () => {
  it("counts up to its end and not a step further, and leaves nothing waiting", async () => {
    const links = await written(tablet, 4);
    await take([at(links, 0)]);
    const { seq, hash } = at(links, 1);
    const turn = good(await one.ports.desk.revoke(null, tablet.id, { seq, hash }, 3));
    good(await one.ledger.add({ type: "membership", bytes: turn.body }));
    const done = await take([at(links, 1), at(links, 2), at(links, 3)]);
    expect(seqs(done)).toEqual([2]);
    expect(done.refused).toBe(1);
    expect(one.intake.holding().count).toBe(0);
    expect(one.energies()).toEqual([1, 2]);
  });

  it("takes with it what was read after its end already", async () => {
    const links = await written(tablet, 3);
    await take(links);
    const { seq, hash } = at(links, 0);
    const turn = good(await one.ports.desk.revoke(null, tablet.id, { seq, hash }, 3));
    good(await one.ledger.add({ type: "membership", bytes: turn.body }));
    expect(one.energies()).toEqual([1]);
    expect(one.ledger.counts.value.setAside).toBe(0);
  });
});

describe("what is held", () => {
  it("of one place is four envelopes at most, and says when one had to go", async () => {
    for (let energy = 1; energy <= 5; energy += 1) {
      tablet.backTo({ seq: 4, hash: new Uint8Array(32).fill(energy) });
      expect(one.intake.holding().spilt).toBe(false);
      await take([await tablet.write(energy)]);
    }
    expect(one.intake.holding()).toEqual({ count: 1, spilt: true });
  });

  it("of one place may push the true one out, which stays said until the log is read anew and it comes in", async () => {
    const links = await written(tablet, 2);
    const lies = [1, 2, 3, 4].map((turn) => {
      const { envelope } = flipped(at(links, 1));
      envelope[310] = turn;
      return { envelope };
    });
    const done = await take([...lies, ...links]);
    expect([seqs(done), done.refused]).toEqual([[1], 4]);
    expect(one.intake.holding()).toEqual({ count: 0, spilt: true });
    one.intake.forget();
    expect(seqs(await take(links))).toEqual([2]);
  });

  it("is gone when it is told to forget, and may come again", async () => {
    const links = await written(tablet, 2);
    await take([at(links, 1)]);
    one.intake.forget();
    expect(one.intake.holding()).toEqual({ count: 0, spilt: false });
    expect(seqs(await take([at(links, 0)]))).toEqual([1]);
    expect(seqs(await take([at(links, 1)]))).toEqual([2]);
  });

  it("stays when the disk takes nothing, and is taken once it does", async () => {
    let full = false;
    one = await reader("full disk", ({ log }) => ({
      log: { ...log, appendAll: (some) => (full ? Promise.resolve(err({ type: "Full" })) : log.appendAll(some)) },
    }));
    tablet = await one.join("Tablet");
    const links = await written(tablet, 2);
    full = true;
    expect(await one.intake.take(arrivals(links), [])).toEqual(err({ type: "Full" }));
    expect(one.intake.holding().count).toBe(2);
    expect(one.energies()).toEqual([]);
    full = false;
    expect(seqs(await take([]))).toEqual([1, 2]);
  });

  it("is nothing while the keys are away", async () => {
    one.ledger.forget();
    expect(await one.intake.take(arrivals(await written(tablet, 1)), [])).toEqual(err({ type: "KeysMissing" }));
    expect(one.intake.holding().count).toBe(0);
  });
});
