import { utf8 } from "@belay/basics";
import { checkins, parseId, settings, type Recorded } from "@belay/domain";
import { queueTurn } from "@belay/testkit";
import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { good, testDesk, testPorts, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { createActs } from "./acts.ts";
import { createEngine, type BringActs, type Running } from "./create.ts";
import { encodeNote, glanced, glanceName, longLog } from "./glance.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { glanceQuiet, keepGlance } from "./keep-glance.ts";
import { createLedger } from "./ledger.ts";
import type { Draft } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

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
  const journal = createJournal(ports, ledger, decideAtOnce);
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

  /** The engine over what lies there now, with the log held back where `ports` holds it. */
  const started = (world: TestWorld, over: Partial<Ports> = {}) => {
    const near = testPorts(world, { desk: testDesk(world), ...over });
    const bring: BringActs = () => Promise.resolve({ createActs: (parts) => createActs(parts, near) });
    return createEngine(near, signal(true), signal(null), bring);
  };
  const energies = ({ engine }: Running): readonly (number | null)[] =>
    checkins(engine.state.value).map(({ energy }) => energy);

  it("records what is done meanwhile once, says so only when it is, and has it after the next start", async () => {
    const { world, ports, release } = await slow("meanwhile");
    const first = started(world, ports);
    await rest();
    expect(first.engine.phase.value).toEqual({ kind: "glance" });
    let said = false;
    const noted = first.engine.dispatch(note(70)).then((result) => {
      said = result.ok;
    });
    await rest();
    expect([said, energies(first)]).toEqual([false, [40]]);
    release();
    await noted;
    await first.started;
    expect([said, energies(first).length, energies(first)[0]]).toEqual([true, longLog + 2, 70]);
    first.stop();
    const again = started(world);
    await again.started;
    expect(energies(again)).toEqual(energies(first));
    again.stop();
  }, 60_000);

  it("loses nothing that was called saved when the page is killed meanwhile, and breaks no chain", async () => {
    const { world, ports } = await slow("killed");
    const killed = started(world, ports);
    await rest();
    let said = false;
    void killed.engine.dispatch(note(70)).then((result) => {
      said = result.ok;
    });
    await rest();
    // The log never answers: what was asked for is not written, and nobody said that it was.
    expect([said, killed.engine.phase.value]).toEqual([false, { kind: "glance" }]);
    killed.stop();
    const again = started({ ...world, turn: queueTurn() });
    await again.started;
    expect(again.engine.phase.value).toEqual({ kind: "open" });
    expect([energies(again).length, energies(again)[0]]).toEqual([longLog + 1, 40]);
    good(await again.engine.dispatch(note(80)));
    expect(again.engine.stored.value.setAside).toBe(0);
    expect(energies(again)[0]).toBe(80);
    again.stop();
  }, 60_000);

  /** What lies in place of the note, sealed or not, and what the first screen shows by it: null for no glance at all. */
  const wrong: readonly (readonly [string, (world: TestWorld) => Promise<Uint8Array>, readonly number[] | null])[] = [
    ["is older than the log", (world) => sealedIn(world, encodeNote([old(world)])), [50]],
    ["was cut short", async (world) => (await sealedIn(world, encodeNote([old(world)]))).slice(0, -7), null],
    ["is another vault's", async () => sealedIn(testWorld("stranger"), encodeNote([old(testWorld("stranger"))])), null],
    [
      "was written by a later version",
      (world) => {
        const [json] = JSON.parse(new TextDecoder().decode(encodeNote([old(world)])));
        return sealedIn(world, utf8(JSON.stringify([json, { ...json, k: "settings/colour-chosen@9" }])));
      },
      null,
    ],
  ];
  const old = (world: TestWorld): Recorded => {
    const [draft] = past(world, 1);
    if (draft?.from === undefined) throw new Error("no draft");
    return { ...draft.event, ...draft.from, id: draft.id };
  };
  const sealedIn = async (world: TestWorld, bytes: Uint8Array): Promise<Uint8Array> => {
    const desk = testDesk(world);
    good(await desk.open(true));
    return good(await desk.sealLocal(glanceName, bytes));
  };

  it.each(wrong)(
    "goes by the log where the note %s, and writes it anew",
    async (_, made, shown) => {
      const { world, ports, release } = await slow("wrong");
      const before = await glanced(testPorts(world, { desk: await opened(world) }));
      good(await world.meta.put(glanceName, await made(world)));
      const running = started(world, ports);
      await rest();
      expect(running.engine.phase.value.kind).toBe(shown === null ? "opening" : "glance");
      expect(energies(running)).toEqual(shown ?? []);
      release();
      await running.started;
      expect([energies(running).length, settings(running.engine.state.value).pace]).toEqual([longLog + 1, "quieter"]);
      world.clock.turn(glanceQuiet);
      await rest();
      await rest();
      expect(await glanced(testPorts(world, { desk: await opened(world) }))).toEqual(before);
      running.stop();
    },
    60_000,
  );
  const opened = async (world: TestWorld) => {
    const desk = testDesk(world);
    good(await desk.open(false));
    return desk;
  };

  it("keeps what is noted before the rest is in, once, behind everything that was there", async () => {
    const { world, ports, release } = await slow("early");
    const fair = testPorts(world, ports);
    const ledger = createLedger(fair);
    ledger.begin(good(await fair.desk.open(false)));
    ledger.glance((await glanced(fair)) ?? []);
    expect(checkins(ledger.state.value)).toHaveLength(1);
    const first = ledger.catchUp();
    const noted = createJournal(fair, ledger, decideAtOnce).dispatch(note(70));
    await rest();
    expect(checkins(ledger.state.value)).toHaveLength(1);
    release();
    good(await first);
    good(await noted);
    expect(checkins(ledger.state.value)).toHaveLength(longLog + 2);
    expect(checkins(ledger.state.value)[0]?.energy).toBe(70);
  }, 60_000);
});
