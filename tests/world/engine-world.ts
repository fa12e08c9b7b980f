/** Runs the real engine, over the real desk, in a small world for tests. */
import type { StepSpec } from "@belay/domain";
import {
  handClock,
  memoryDeviceLog,
  memoryDrafts,
  memoryKeystore,
  memoryTabs,
  queueTurn,
  quickStretch,
  seededChance,
  seededRandom,
} from "@belay/testkit";
import type { KeyDesk } from "@belay/wire";
import { signal } from "@preact/signals";
import { createDesk } from "../../apps/web/worker/desk.ts";
import type { DeskPorts } from "../../apps/web/worker/held.ts";
import { createGuide } from "../../apps/web/engine/offer.ts";
import { createActs } from "../../apps/web/engine/acts.ts";
import { createEngine, type BringActs, type Running } from "../../apps/web/engine/create.ts";
import type { Ports } from "../../apps/web/engine/ports/ports.ts";

/** Two steps that every test may take. */
export const testSteps: readonly StepSpec[] = [
  {
    id: "ask-small",
    strand: "ask",
    title: "Ask for a small favour",
    difficulty: 30,
    cost: 0.2,
    needsPerson: true,
    roles: ["friend", "neighbour"],
    contexts: ["message", "in-person"],
    disclosure: "none",
    touch: false,
  },
  {
    id: "accept-coffee",
    strand: "accept",
    title: "Let somebody pay",
    difficulty: 20,
    cost: 0.1,
    needsPerson: true,
    roles: ["friend"],
    contexts: ["in-person"],
    disclosure: "none",
    touch: false,
  },
];

const silentLine = { send: () => undefined, close: () => undefined };

/** Parts that can be shared between two tabs, or kept over a restart. */
export const testWorld = (seed: string) => {
  return {
    clock: handClock(),
    chance: seededChance(`${seed}/chance`),
    log: memoryDeviceLog(),
    meta: memoryDrafts(),
    marks: memoryDrafts(),
    drafts: memoryDrafts(),
    turn: queueTurn(),
    tab: memoryTabs(),
    keystore: memoryKeystore(),
    random: seededRandom(`${seed}/random`),
  };
};

/** What `testWorld` makes. */
export type TestWorld = ReturnType<typeof testWorld>;

/** The real desk over a world, with a stretch that costs nothing. */
export const testDesk = (
  { keystore, random, clock }: Pick<TestWorld, "keystore" | "random" | "clock">,
  over: Partial<DeskPorts> = {},
): KeyDesk => createDesk({ keystore, random, stretch: quickStretch, now: () => clock.now().ms, ...over });

/** Ports over a world: without a relay unless `over` brings one. */
export const testPorts = (world: TestWorld, over: Partial<Ports> = {}): Ports => ({
  clock: world.clock,
  chance: world.chance,
  log: world.log,
  drafts: world.drafts,
  meta: world.meta,
  marks: world.marks,
  keeping: { persist: () => Promise.resolve(true), usage: () => Promise.resolve(0.01) },
  turn: world.turn,
  neighbours: world.tab(),
  desk: testDesk(world),
  lines: { vault: () => silentLine, live: () => silentLine },
  mail: {
    put: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    replies: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    taken: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    close: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
  },
  boxes: {
    put: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    read: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    replace: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    close: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
  },
  shares: {
    put: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    replace: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
    close: () => Promise.resolve({ ok: false, error: { type: "Offline" } }),
  },
  restart: () => undefined,
  origin: "http://localhost:8787",
  secure: true,
  ...over,
});

/** The engine, opened. */
export const startEngine = async (world: TestWorld, over: Partial<Ports> = {}): Promise<Running> => {
  const ports = testPorts(world, over);
  const acts: BringActs = () => Promise.resolve({ createActs: (parts) => createActs(parts, ports) });
  const running = createEngine(ports, signal(true), signal(createGuide(testSteps)), acts);
  await running.started;
  return running;
};

/** The value of a result that a test expects to be good; a fault fails the test with its own words. */
export const good = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Plans a first ask with a friend, all questions answered, and predicts it. Gives the ids. */
export const predictedAsk = async ({
  engine,
}: Running): Promise<{ readonly person: string; readonly experiment: string }> => {
  const [person = ""] = good(
    await engine.dispatch({
      kind: "circle/add",
      nickname: "Noor",
      role: "friend",
      ring: "near",
      trust: 60,
      comfort: null,
    }),
  ).ids;
  const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
  good(await engine.dispatch({ kind: "circle/screen", person, strand: "ask", depth: "first", answers }));
  const [step] = testSteps;
  if (step === undefined) throw new Error("no step");
  const [experiment = ""] = good(
    await engine.dispatch({ kind: "steps/plan", step, person, context: "message", origin: "self" }),
  ).ids;
  good(
    await engine.dispatch({
      kind: "steps/predict",
      experiment,
      help: 30,
      bad: 60,
      feared: "She sighs",
      sign: "A sigh",
      beliefs: [],
    }),
  );
  return { person, experiment };
};
