import { err, ok, toHex, type Result } from "@belay/basics";
import { checkins, emptyState, people, type Command, type DomainEvent } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  good,
  startEngine,
  testPorts,
  testSteps,
  testWorld,
  type TestWorld,
} from "../../../tests/world/engine-world.ts";
import type { Running } from "./create.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { createLedger, type Draft } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;
const noted = (energy: number): DomainEvent => ({
  kind: "checkin/noted@1",
  body: { energy, cues: [], carrying: null },
});
const drafts = (count: number): readonly Draft[] =>
  Array.from({ length: count }, (_, i) => ({ id: `draft-${i}`, event: noted(i % 101) }));

/** A ledger with its journal over a world, which may be kept and opened again. */
const opened = async (world: TestWorld, bend: (fair: Ports) => Partial<Ports> = () => ({})) => {
  const fair = testPorts(world);
  const ports = { ...fair, ...bend(fair) };
  const ledger = createLedger(ports);
  const journal = createJournal(ports, ledger, decideAtOnce);
  ledger.begin(good(await ports.desk.open(true)));
  return { ports, ledger, journal };
};

const entriesOf = async (world: TestWorld) => good(await world.log.since(0, 10_000)).entries;

describe("taking many entries in", () => {
  it("writes hundreds at once, in one transaction of envelopes with 64 events at most", async () => {
    const world = testWorld("hundreds");
    const written: number[] = [];
    const { ledger, journal } = await opened(world, ({ log }) => ({
      log: {
        ...log,
        append: () => Promise.resolve(err({ type: "Storage" })),
        appendAll: (envelopes) => {
          written.push(envelopes.length);
          return log.appendAll(envelopes);
        },
      },
    }));
    expect(good(await journal.take(drafts(300)))).toBe(300);
    expect(written).toEqual([5]);
    expect(ledger.head()).toBe(5);
    expect(ledger.recorded().map(({ id }) => id)).toEqual(drafts(300).map(({ id }) => id));
  });

  it("gives every one of them back in the same order after a restart", async () => {
    const world = testWorld("restart");
    const first = await opened(world);
    good(await first.journal.take(drafts(300)));
    const again = await opened(world);
    expect(good(await again.ledger.catchUp())).toBe(5);
    expect(again.ledger.recorded()).toEqual(first.ledger.recorded());
    expect(again.ledger.state.value).toEqual(first.ledger.state.value);
  });

  it("keeps none of them when the store takes none", async () => {
    const world = testWorld("none");
    const { ledger, journal } = await opened(world, ({ log }) => ({
      log: { ...log, appendAll: () => Promise.resolve(err({ type: "Full" })) },
    }));
    expect(await journal.take(drafts(65))).toEqual(err({ type: "NotSaved", why: "no-room" }));
    expect(ledger.recorded()).toEqual([]);
    expect(ledger.state.value).toEqual(emptyState);
  });

  it("counts only those that were not there", async () => {
    const world = testWorld("only new");
    const { ledger, journal } = await opened(world);
    good(await journal.take(drafts(3)));
    expect(good(await journal.take(drafts(5)))).toBe(2);
    expect(good(await journal.take(drafts(5)))).toBe(0);
    expect(ledger.recorded()).toHaveLength(5);
    expect(await entriesOf(world)).toHaveLength(2);
  });

  it("leaves the place and the day of each where a backup had them", async () => {
    const world = testWorld("own place");
    const { ledger, journal } = await opened(world);
    good(await journal.dispatch(checkin(1)));
    const day = ledger.recorded()[0]?.day;
    if (day === undefined) throw new Error("no entry");
    const from = { at: [5, 0, "b".repeat(32)] as const, day };
    good(await journal.take([{ id: "older", event: noted(7), from }]));
    expect(ledger.recorded().at(-1)).toMatchObject({ id: "older", ...from });
    expect(checkins(ledger.state.value).map(({ energy }) => energy)).toEqual([1, 7]);
  });
});

describe("a write that failed", () => {
  it("leaves the chain whole, so that the next one succeeds", async () => {
    const world = testWorld("mended");
    let fault: "Full" | "Storage" | null = null;
    const { ledger, journal } = await opened(world, ({ log }) => ({
      log: {
        ...log,
        append: (envelope) => (fault === null ? log.append(envelope) : Promise.resolve(err({ type: fault }))),
      },
    }));
    good(await journal.dispatch(checkin(1)));
    for (fault of ["Full", "Storage", "Full"] as const) expect((await journal.dispatch(checkin(2))).ok).toBe(false);
    fault = null;
    good(await journal.dispatch(checkin(3)));
    expect(ledger.head()).toBe(2);
    const again = await opened(world);
    good(await again.ledger.catchUp());
    expect(checkins(again.ledger.state.value).map(({ energy }) => energy)).toEqual([3, 1]);
    expect(again.ledger.counts.value).toEqual({ setAside: 0, unknown: 0 });
  });

  it("whose seal failed has touched no store", async () => {
    const world = testWorld("no seal");
    let away = false;
    const { journal } = await opened(world, ({ desk }) => ({
      desk: {
        ...desk,
        seal: (...args) => (away ? Promise.resolve(err({ type: "DeskUnreachable" })) : desk.seal(...args)),
      },
    }));
    away = true;
    expect(await journal.dispatch(checkin(2))).toEqual(err({ type: "NotSaved", why: "keys" }));
    expect(await entriesOf(world)).toEqual([]);
    away = false;
    good(await journal.dispatch(checkin(3)));
    expect(await entriesOf(world)).toHaveLength(1);
  });

  it("tells no other tab", async () => {
    const world = testWorld("quiet");
    const told: string[] = [];
    let full = true;
    const { journal } = await opened(world, ({ log }) => ({
      neighbours: { tell: (news) => void told.push(news), heard: () => undefined },
      log: { ...log, append: (envelope) => (full ? Promise.resolve(err({ type: "Full" })) : log.append(envelope)) },
    }));
    await journal.dispatch(checkin(1));
    expect(told).toEqual([]);
    full = false;
    good(await journal.dispatch(checkin(1)));
    expect(told).toEqual(["appended"]);
  });
});

describe("reading what is stored", () => {
  it("goes in pages of 8, each opened at once, and never reads one twice", async () => {
    const world = testWorld("pages");
    const writer = await opened(world);
    for (let i = 0; i < 36; i += 1) good(await writer.journal.dispatch(checkin(i % 100)));
    const asked: number[] = [];
    const sizes: number[] = [];
    const reader = await opened(world, ({ log, desk }) => ({
      log: {
        ...log,
        since: (at, max) => {
          asked.push(max);
          return log.since(at, max);
        },
      },
      desk: {
        ...desk,
        openMany: (envelopes, received) => {
          sizes.push(envelopes.length);
          return desk.openMany(envelopes, received);
        },
      },
    }));
    expect(good(await reader.ledger.catchUp())).toBe(36);
    expect(sizes).toEqual([8, 8, 8, 8, 4]);
    expect(new Set(asked)).toEqual(new Set([8]));
    expect(good(await reader.ledger.catchUp())).toBe(0);
    expect(sizes).toHaveLength(5);
  });

  it.each<readonly [string, (fair: Ports) => Partial<Ports>, string]>([
    ["store", ({ log }) => ({ log: { ...log, since: () => Promise.resolve(err({ type: "Storage" })) } }), "storage"],
    [
      "desk",
      ({ desk }) => ({ desk: { ...desk, openMany: () => Promise.resolve(err({ type: "DeskUnreachable" })) } }),
      "keys",
    ],
  ])("fails as a whole when the %s does, and nothing is written over what was not read", async (name, bend, why) => {
    const world = testWorld(name);
    const first = await opened(world);
    good(await first.journal.dispatch(checkin(1)));
    const { ledger, journal } = await opened(world, bend);
    expect((await ledger.catchUp()).ok).toBe(false);
    expect(await journal.dispatch(checkin(2))).toEqual(err({ type: "NotSaved", why }));
    expect(await entriesOf(world)).toHaveLength(1);
  });

  it("counts what does not open once, though two readings overlap", async () => {
    const world = testWorld("overlap");
    const first = await opened(world);
    good(await first.journal.dispatch(checkin(1)));
    const closed = err({ type: "DoesNotOpen", detail: "test" } as const);
    const { ledger } = await opened(world, ({ desk }) => ({
      desk: { ...desk, openMany: (envelopes) => Promise.resolve(ok(envelopes.map(() => closed))) },
    }));
    await Promise.all([ledger.catchUp(), ledger.catchUp()]);
    expect(ledger.counts.value.setAside).toBe(1);
  });

  it("starts from nothing for another identity, and forgets everything when told to", async () => {
    const world = testWorld("forget");
    const { ledger, journal } = await opened(world);
    good(await journal.dispatch(checkin(1)));
    ledger.forget();
    expect([ledger.identity(), ledger.head(), ledger.recorded()]).toEqual([null, 0, []]);
    expect(ledger.state.value).toEqual(emptyState);
    expect(await journal.dispatch(checkin(2))).toEqual(err({ type: "NotSaved", why: "keys" }));
    expect(await journal.take(drafts(1))).toEqual(err({ type: "NotSaved", why: "keys" }));
  });
});

describe("ids", () => {
  const add = {
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  } as const;

  it("that a command minted are given back, and name what was recorded", async () => {
    const { ledger, journal } = await opened(testWorld("minted"));
    const made = [good(await journal.dispatch(add)), good(await journal.dispatch({ ...add, nickname: "Kim" }))];
    const ids = made.flatMap(({ ids: [id] }) => id ?? []);
    expect(new Set(ids).size).toBe(2);
    expect(
      people(ledger.state.value)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it("are none where nothing was made", async () => {
    const { ledger, journal } = await opened(testWorld("not minted"));
    expect(good(await journal.dispatch(checkin(3))).ids).toEqual([]);
    expect(new Set(ledger.recorded().map(({ id }) => id)).size).toBe(1);
  });
});

describe("whatever is recorded, by two tabs and over restarts", () => {
  type Act = { readonly tab: 0 | 1; readonly do: "restart" | "forward" | "back" | Command };
  const commands = fc.oneof(
    fc.integer({ min: 0, max: 100 }).map((energy): Command => checkin(energy)),
    fc.constantFrom("Noor", "Kim", "Lou").map((nickname): Command => ({
      kind: "circle/add",
      nickname,
      role: "friend",
      ring: "near",
      trust: 50,
      comfort: null,
    })),
    fc
      .boolean()
      .map((touch): Command => ({ kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch })),
    fc.constantFrom(...testSteps).map((step): Command => ({
      kind: "steps/plan",
      step: { ...step, needsPerson: false },
      person: null,
      context: null,
      origin: "self",
    })),
    fc.constant<Command>({ kind: "circle/remove", person: "n".repeat(22) }),
  );
  const act: fc.Arbitrary<Act> = fc.record({
    tab: fc.constantFrom<(0 | 1)[]>(0, 1),
    do: fc.oneof(
      { weight: 8, arbitrary: commands },
      { weight: 1, arbitrary: fc.constantFrom("restart" as const, "forward", "back") },
    ),
  });

  it("reads the same from the log as it stood in each tab", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 16 }), async (acts) => {
        run += 1;
        const world = testWorld(`any order ${run}`);
        const tabs: [Running, Running] = [await startEngine(world), await startEngine(world)];
        const results: Promise<Result<unknown, unknown>>[] = [];
        for (const { tab, do: one } of acts) {
          if (one === "forward" || one === "back") world.clock.turn(one === "back" ? -3_600_000 : 86_400_000);
          else if (one !== "restart") results.push(tabs[tab].engine.dispatch(one));
          else {
            await Promise.all(results);
            tabs[tab].stop();
            tabs[tab] = await startEngine(world);
          }
        }
        const refused = (await Promise.all(results)).filter((result) => !result.ok);
        const removals = acts.filter((one) => typeof one.do !== "string" && one.do.kind === "circle/remove");
        expect(refused).toHaveLength(removals.length);
        const fresh = await startEngine(world);
        expect(fresh.engine.stored.value).toMatchObject({ setAside: 0, unknown: 0 });
        for (const tab of tabs) {
          await tab.engine.dispatch({ kind: "circle/remove", person: "n".repeat(22) });
          expect(tab.engine.state.value).toEqual(fresh.engine.state.value);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("stands in one unbroken chain of the device", async () => {
    const world = testWorld("chain");
    const [left, right] = [await opened(world), await opened(world)];
    for (let i = 0; i < 6; i += 1) good(await (i % 3 === 0 ? left : right).journal.dispatch(checkin(i)));
    const envelopes = (await entriesOf(world)).map(({ envelope }) => envelope);
    const verdicts = good(await left.ports.desk.openMany(envelopes, true)).map((verdict) => good(verdict));
    expect(verdicts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const previous = envelopes.map((envelope) => toHex(envelope.slice(52, 84)));
    expect(previous).toEqual(["00".repeat(32), ...verdicts.slice(0, -1).map(({ hash }) => toHex(hash))]);
    expect(right.ledger.identity()?.device).toBe(left.ledger.identity()?.device);
  });
});

describe("a tap before the decisions are here", () => {
  it("waits for them; when they do not come nothing is written, and the next tap asks again", async () => {
    const world = testWorld("late");
    const ports = testPorts(world);
    const ledger = createLedger(ports);
    ledger.begin(good(await ports.desk.open(true)));
    let asked = 0;
    const journal = createJournal(ports, ledger, () => (asked++ === 0 ? Promise.resolve(null) : decideAtOnce()));
    expect(await journal.dispatch(checkin(40))).toEqual(err({ type: "NotSaved", why: "storage" }));
    expect(await entriesOf(world)).toEqual([]);
    good(await journal.dispatch(checkin(41)));
    expect(checkins(ledger.state.value).map(({ energy }) => energy)).toEqual([41]);
  });
});
