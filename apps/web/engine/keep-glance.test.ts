import { checkins, parseId, settings, type Recorded } from "@belay/domain";
import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { good, testDesk, testPorts, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { createActs } from "./acts.ts";
import { createEngine, type BringActs } from "./create.ts";
import { glanced, longLog } from "./glance.ts";
import { createJournal } from "./journal.ts";
import { glanceQuiet, keepGlance } from "./keep-glance.ts";
import { createLedger } from "./ledger.ts";
import type { Draft } from "./ledger.ts";

const note = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;
const rest = async (): Promise<void> => {
  for (let turns = 0; turns < 6; turns += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Old check-ins, all before the day of the world's clock. */
const past = (world: TestWorld, count: number): readonly Draft[] =>
  Array.from({ length: count }, (_, at): Draft => {
    const { ms } = world.clock.now();
    const day = "2025-01-01" as Recorded["day"];
    const from = { at: [ms - 400 * 86_400_000 + at, 0, "ab".repeat(16)], day } as const;
    return {
      event: { kind: "checkin/noted@1", body: { energy: 50, cues: [], carrying: null } },
      id: `old-${at}`,
      from,
    };
  });

/** A ledger with so many old entries, followed; `isOpen` can be turned. */
const followed = async (seed: string, count: number) => {
  const world = testWorld(seed);
  const ports = testPorts(world);
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(true)));
  const journal = createJournal(ports, ledger);
  good(await journal.take(past(world, count)));
  const told = { isOpen: true };
  const stop = keepGlance(ports, ledger, () => told.isOpen);
  const quiet = async (): Promise<void> => {
    world.clock.turn(glanceQuiet);
    await rest();
  };
  const ids = async () => (await glanced(ports))?.map(({ kind }) => kind) ?? null;
  return { world, ports, ledger, journal, told, stop, quiet, ids };
};

describe("the note beside a long log", () => {
  it("is written once nothing was taken in for a second, and follows what is chosen and noted", async () => {
    const { journal, quiet, ids } = await followed("note", longLog);
    good(await journal.dispatch({ kind: "settings/choose-pace", pace: "quieter" }));
    expect(await ids()).toBeNull();
    await quiet();
    expect(await ids()).toEqual(["settings/pace-chosen@1"]);
    good(await journal.dispatch(note(40)));
    await quiet();
    expect(await ids()).toEqual(["settings/pace-chosen@1", "checkin/noted@1"]);
  }, 60_000);

  it("is not written for a short log, nor while the vault is closed, nor after the end", async () => {
    const short = await followed("short", 10);
    good(await short.journal.dispatch(note(40)));
    await short.quiet();
    expect(await short.ids()).toBeNull();
    const long = await followed("closed", longLog);
    long.told.isOpen = false;
    good(await long.journal.dispatch(note(40)));
    await long.quiet();
    expect(await long.ids()).toBeNull();
    long.told.isOpen = true;
    long.stop();
    good(await long.journal.dispatch(note(50)));
    await long.quiet();
    expect(await long.ids()).toBeNull();
  }, 60_000);

  it("goes at once when something was erased, and comes back without it", async () => {
    const { world, ports, ledger, journal, quiet, ids } = await followed("erased", longLog);
    good(await journal.dispatch({ kind: "settings/choose-pace", pace: "quieter" }));
    good(await journal.dispatch(note(40)));
    await quiet();
    expect(await ids()).toEqual(["settings/pace-chosen@1", "checkin/noted@1"]);
    const gone = ledger.recorded().at(-1)?.id ?? "";
    const word = { kind: "entries/erased@1", body: { id: good(parseId(gone)) } } as const;
    good(await ledger.append([{ event: word, id: "word-of-it" }], world.clock.now()));
    await rest();
    expect(await ports.meta.get("glance")).toEqual({ ok: true, value: null });
    await quiet();
    expect(await ids()).toEqual(["settings/pace-chosen@1"]);
  }, 60_000);
});

describe("opening with a note", () => {
  /** A world with a long log and its note, and a log that is read only when it is let. */
  const slow = async (seed: string) => {
    const { world, journal, quiet, stop } = await followed(seed, longLog);
    good(await journal.dispatch({ kind: "settings/choose-pace", pace: "quieter" }));
    good(await journal.dispatch(note(40)));
    await quiet();
    stop();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The first envelope alone is asked for before the keys are open.
    const since: TestWorld["log"]["since"] = async (at, max) => {
      if (max > 1) await held;
      return world.log.since(at, max);
    };
    const ports = { desk: testDesk(world), log: { ...world.log, since } };
    return { world, ports, release: () => release() };
  };

  it("shows choices and the day at once, decides on the whole alone, and then shows the whole", async () => {
    const { world, ports, release } = await slow("first");
    const near = testPorts(world, ports);
    const bring: BringActs = () => Promise.resolve({ createActs: (parts) => createActs(parts, near) });
    const { engine, started, stop } = createEngine(near, signal(true), signal(null), bring);
    await rest();
    expect(engine.phase.value).toEqual({ kind: "glance" });
    expect([checkins(engine.state.value).length, settings(engine.state.value).pace]).toEqual([1, "quieter"]);
    release();
    await started;
    expect(engine.phase.value).toEqual({ kind: "open" });
    expect(checkins(engine.state.value)).toHaveLength(longLog + 1);
    expect(settings(engine.state.value).pace).toBe("quieter");
    stop();
  }, 60_000);

  it("keeps what is noted before the rest is in, once, behind everything that was there", async () => {
    const { world, ports, release } = await slow("early");
    const fair = testPorts(world, ports);
    const ledger = createLedger(fair);
    ledger.begin(good(await fair.desk.open(false)));
    ledger.glance((await glanced(fair)) ?? []);
    expect(checkins(ledger.state.value)).toHaveLength(1);
    const first = ledger.catchUp();
    const noted = createJournal(fair, ledger).dispatch(note(70));
    await rest();
    expect(checkins(ledger.state.value)).toHaveLength(1);
    release();
    good(await first);
    good(await noted);
    expect(checkins(ledger.state.value)).toHaveLength(longLog + 2);
    expect(checkins(ledger.state.value)[0]?.energy).toBe(70);
  }, 60_000);
});
