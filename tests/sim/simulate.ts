/** Runs one plan: first everything goes wrong that the plan says, then nothing does, and everything must come together. */
import { createHash } from "node:crypto";
import { stateHash } from "./canonical.ts";
import { imageOf, newBody, restoreImage, simOrigin, simStart, startApp, type App, type Image } from "./device.ts";
import { diceOf } from "./dice.ts";
import { createHub } from "./hub.ts";
import { count, createWire, fairWeather, type Counters } from "./network.ts";
import { commandOf } from "./people.ts";
import { keptStore } from "./older-store.ts";
import type { Plan, Step } from "./plan.ts";
import { compact, erase, erasedIn, idsAnywhere, remainsOf } from "./rewrites.ts";
import { createSchedule } from "./schedule.ts";
import { stubDesk } from "./stub-desk.ts";
import type { RunOptions, Unit, World } from "./world.ts";

/** What came of a run. */
export interface Outcome {
  readonly ok: boolean;
  /** Why not; empty when all is well. */
  readonly why: string;
  /** Rounds until everything had come together. */
  readonly rounds: number;
  readonly counters: Counters;
  /** The same for the same plan, whatever machine runs it. */
  readonly trace: string;
  readonly states: readonly string[];
}

/** What lies nowhere any more is lost to whoever let things go back; nothing else may ever be lost. */
const forgive = async (world: World, options: RunOptions): Promise<void> => {
  const there = await idsAnywhere(world, options);
  for (const { wrote } of world.units) for (const id of wrote.keys()) if (!there.has(id)) wrote.delete(id);
};

const goBack = async (world: World, unit: Unit, image: Image, options: RunOptions): Promise<void> => {
  unit.app.kill();
  unit.cutOff();
  restoreImage(unit.body, image);
  unit.wentBack = true;
  await forgive(world, options);
  await unit.start();
  count(world.counters, "stale");
};

/** The operator puts an older copy of the relay's store back. */
const relayBack = async (world: World, options: RunOptions): Promise<void> => {
  if (world.copy === null) return;
  world.relay = await world.copy();
  world.hub.store = world.relay;
  world.hub.restart();
  await forgive(world, options);
  count(world.counters, "relay-back");
};

const skews = [-315_360_000_000, -3_600_000, 3_600_000, 315_360_000_000] as const;

const write = async (unit: Unit, draw: number): Promise<void> => {
  const before = unit.app.ledger.recorded().length;
  const done = await unit.app.journal.dispatch(commandOf(draw, unit.app.ledger.state.value));
  if (!done.ok) return;
  for (const { id, at } of unit.app.ledger.recorded().slice(before))
    if (at[2] === unit.app.ledger.identity()?.device) unit.wrote.set(id, unit.app.ledger.head());
  unit.app.sync.nudge();
};

/** Does one deed of the plan. */
const happen = async (world: World, plan: Plan, step: Step, options: RunOptions): Promise<void> => {
  const unit = world.units[step.device];
  if (unit === undefined) return;
  const { counters } = world;
  const { weather, body } = unit;
  switch (step.deed) {
    case "write":
      return write(unit, step.draw);
    case "crash":
      count(counters, "crash");
      unit.app.kill();
      unit.cutOff();
      return unit.start();
    case "image":
      unit.image = imageOf(body);
      return;
    case "stale":
      return unit.image === null ? undefined : goBack(world, unit, unit.image, options);
    case "full":
      count(counters, "disk-full");
      body.full = true;
      return;
    case "roomy":
      body.full = false;
      return;
    case "cut-up":
      weather.upCut = true;
      return;
    case "cut-down":
      weather.downCut = true;
      return;
    case "heal":
      weather.upCut = false;
      weather.downCut = false;
      return;
    case "slow":
      count(counters, "slow");
      weather.delay = 4_000;
      return;
    case "fast":
      weather.delay = 60;
      return;
    case "skew":
      count(counters, "skew");
      if (plan.clocks === "wild" && step.draw % 3 === 0) body.frozenAt = world.schedule.now() + body.skew;
      else body.skew = (plan.clocks === "wild" ? skews[step.draw % 4] : skews[1 + (step.draw % 2)]) ?? 0;
      return;
    case "relay-restart":
      count(counters, "relay-restart");
      return world.hub.restart();
    case "relay-image": {
      const { relay } = world;
      const age = relay.age();
      world.copy = () => relay.asOf(age);
      return;
    }
    case "relay-back":
      return relayBack(world, options);
    case "erase":
      return erase(unit, step.draw, counters);
    case "compact":
      return compact(unit, step.draw, counters);
  }
};

const makeWorld = async (plan: Plan, options: RunOptions): Promise<World> => {
  const schedule = createSchedule(simStart);
  const dice = diceOf(plan.seed + 77);
  const counters: Counters = {};
  const hub = createHub(simOrigin, schedule.now, diceOf(plan.seed + 99), options.bend);
  const relay = await keptStore({ vaultBytes: 256 * 1024 * 1024, vaultDevices: 64 });
  hub.store = relay;
  const units: Unit[] = [];
  for (let index = 0; index < plan.devices; index += 1) {
    const weather = { ...fairWeather(), delay: 60, drop: plan.drop, dup: plan.dup, reorder: plan.reorder };
    const { lines, cutOff } = createWire(hub, schedule, dice, weather, counters);
    const body = newBody();
    const launch = (): Promise<App> =>
      startApp({ body, desk: (options.desk ?? stubDesk)(index, dice), lines, schedule, dice });
    const unit: Unit = {
      index,
      body,
      weather,
      cutOff,
      image: null,
      wentBack: false,
      wrote: new Map(),
      app: await launch(),
      start: async () => {
        unit.app = await launch();
        options.started?.(unit.app, index);
      },
    };
    options.started?.(unit.app, index);
    units.push(unit);
  }
  return { schedule, hub, units, counters, relay, copy: null };
};

/** Whether every device shows the same, and has nothing left to send. */
const together = ({ units }: World): { readonly ok: boolean; readonly states: readonly string[] } => {
  const quiet = units.every(
    ({ app }) => app.sync.status.value.kind === "connected" && app.sync.status.value.pending === 0,
  );
  if (!quiet) return { ok: false, states: [] };
  const sizes = new Set(units.map(({ app }) => app.ledger.recorded().length));
  if (sizes.size > 1) return { ok: false, states: [] };
  const states = units.map(({ app }) => stateHash(app.ledger.state.value));
  return { ok: new Set(states).size === 1, states };
};

/** What was durable on a device once and is not in its fold now. */
const lostOf = ({ units }: World): readonly string[] =>
  units.flatMap(({ app, wrote }) => {
    const here = new Set(app.ledger.recorded().map(({ id }) => id));
    const erased = erasedIn(app);
    return [...wrote.keys()].filter((id) => !here.has(id) && !erased.has(id));
  });

/** What a device tells the person that did not come about in this run. */
const falseAlarms = ({ units, counters }: World, { clocks }: Plan): readonly string[] =>
  units.flatMap(({ app, index, wentBack }) =>
    app.memory.alarms.value.flatMap(({ kind, device }) => {
      const own = device === app.ledger.identity()?.device;
      const isTrue =
        kind === "storage-lost"
          ? own && wentBack
          : kind === "clock-off" || kind === "withheld"
            ? clocks === "wild"
            : kind.endsWith("rolled-back") && (counters["relay-back"] ?? 0) > 0;
      return isTrue ? [] : [`device ${index} says ${kind}`];
    }),
  );

/** How a device stands, in a few words. */
const headline = ({ app, index }: Unit): string => {
  const { kind, pending, missing } = app.sync.status.value;
  const chains = app.ledger.chains();
  const heads = chains.devices().map((device) => chains.head(device).seq);
  const alarms = app.memory.alarms.value.map((alarm) => alarm.kind).join("+");
  return `${index}: ${kind} ${pending}/${missing} [${heads.join()}] ${alarms}`;
};

/** Runs a plan. */
export const simulate = async (plan: Plan, options: RunOptions = {}): Promise<Outcome> => {
  const world = await makeWorld(plan, options);
  const { schedule, units, counters, hub } = world;
  const hash = createHash("sha256");
  for (const step of plan.steps) {
    await schedule.run(Math.max(0, simStart + step.at - schedule.now()));
    await happen(world, plan, step, options);
    hash.update(`${schedule.steps()} ${step.deed} ${units.map(({ app }) => app.ledger.head()).join()};`);
  }
  await schedule.run(1_000);
  for (const { weather, body } of units) {
    Object.assign(weather, { ...fairWeather(), delay: 60 });
    body.full = false;
  }
  options.calm?.(world);
  const most = options.rounds ?? 20;
  let [rounds, last, remains] = [0, together(world), ""];
  const look = async (): Promise<boolean> => {
    last = together(world);
    remains = last.ok ? await remainsOf(world, plan, options) : "";
    return last.ok && remains === "";
  };
  while (!(await look()) && rounds < most) {
    rounds += 1;
    await schedule.run(60_000);
  }
  const lost = lostOf(world);
  const alarms = falseAlarms(world, plan);
  const heads = units.map(headline).join(", ");
  for (const { app } of units) app.kill();
  hub.restart();
  hash.update(last.states.join());
  const why = !last.ok
    ? `not together after ${rounds} rounds: ${heads}`
    : lost.length > 0
      ? `${lost.length} entries lost`
      : remains || alarms.join(", ");
  return { ok: why === "", why, rounds, counters, trace: hash.digest("hex"), states: last.states };
};
