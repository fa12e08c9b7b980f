/** H-8: two tabs that write at the same time give every number of the chain once, and lose nothing. */
import { toHex } from "@belay/basics";
import { checkins } from "@belay/domain";
import { pickBelow, seededRandom } from "@belay/testkit";
import { splitEnvelope } from "@belay/wire";
import type { Turn } from "../../apps/web/engine/ports/turn.ts";
import { good, startEngine, testWorld, type TestWorld } from "../world/engine-world.ts";
import type { Proof } from "./proof.ts";

/** Lets others go first, so many times. */
const yieldTimes = async (times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1) await new Promise<void>((resolve) => setImmediate(resolve));
};

/** A world whose store takes a different while for everything. */
const jittery = (world: TestWorld, random: ReturnType<typeof seededRandom>): TestWorld["log"] => {
  const late = async <T>(work: () => Promise<T>): Promise<T> => {
    await yieldTimes(pickBelow(random, 4));
    const done = await work();
    await yieldTimes(pickBelow(random, 4));
    return done;
  };
  const { log } = world;
  return {
    ...log,
    append: (envelope) => late(() => log.append(envelope)),
    appendAll: (envelopes) => late(() => log.appendAll(envelopes)),
    replace: (ranges, envelopes) => late(() => log.replace(ranges, envelopes)),
    since: (at, max) => late(() => log.since(at, max)),
  };
};

/** No turn at all: what two tabs would do without the lock. */
const noTurn: Turn = { exclusive: (work) => work() };

interface Seen {
  readonly duplicates: number;
  /** Entries that were said to be saved and are not there, or the other way round. */
  readonly astray: number;
  readonly refused: number;
}

/** Two tabs, a few entries each, one of which is erased again; then both are looked at, and the log. */
const interleave = async (seed: string, turn: Turn | null): Promise<Seen> => {
  const world = testWorld(seed);
  const random = seededRandom(`${seed}/tabs`);
  const over = { log: jittery(world, random), ...(turn === null ? {} : { turn }) };
  const tabs = [await startEngine(world, over), await startEngine(world, over)];
  let saved = 0;
  let refused = 0;
  const write = async (tab: (typeof tabs)[number], count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      await yieldTimes(pickBelow(random, 6));
      const done = await tab.engine.dispatch({ kind: "checkin/note", energy: at, cues: [], carrying: null });
      if (done.ok) saved += 1;
      else refused += 1;
      const [newest] = checkins(tab.engine.state.value);
      if (at === 1 && newest !== undefined && (await tab.engine.erase(newest.id)).ok) saved -= 1;
    }
  };
  await Promise.all(tabs.map((tab, at) => write(tab, 3 + at)));
  const { entries } = good(await world.log.since(0, 1_000));
  const places = entries.map(({ envelope }) => {
    const { header } = good(splitEnvelope(envelope));
    return `${toHex(header.deviceId)}/${header.seq}`;
  });
  const fresh = await startEngine(world);
  const shown = checkins(fresh.engine.state.value).length;
  for (const one of [...tabs, fresh]) one.stop();
  return { duplicates: places.length - new Set(places).size, astray: Math.abs(shown - saved), refused };
};

/** In the mutant the store itself still refuses a second entry with the same number: then a tap is refused for nothing. */
export const proof: Proof = {
  id: "H-8",
  number: 200,
  control: "tabs that write without taking turns",
  run: async ({ asked, seed, note }) => {
    const found: string[] = [];
    for (let at = 0; at < asked; at += 1) {
      const seen = await interleave(`h-8/${seed}/${at}`, null);
      if (seen.duplicates + seen.astray + seen.refused > 0) found.push(`interleaving ${at}: ${JSON.stringify(seen)}`);
    }
    let caught = false;
    for (let at = 0; at < 20 && !caught; at += 1) {
      const seen = await interleave(`h-8/${seed}/mutant/${at}`, noTurn);
      caught = seen.duplicates + seen.astray + seen.refused > 0;
    }
    for (const line of found.slice(0, 10)) note(line);
    const [why] = found;
    return { done: asked, failures: found.length, control: caught, ...(why === undefined ? {} : { why }) };
  },
};
