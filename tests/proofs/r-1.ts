/** three relays on one PostgreSQL, with wrong routes, lost hints, killed relays and a killed database, lose nothing and converge. */
import { setTimeout as pause } from "node:timers/promises";
import { brokenRelay, bundle, relayBundle } from "../relay/child.ts";
import { dice, quantile } from "../relay/figures.ts";
import { noiseNow } from "../relay/noise.ts";
import { ownServer } from "../relay/postgres.ts";
import { ownRedis } from "../relay/redis.ts";
import { readAll, type Roamer } from "../relay/roamer.ts";
import { byVault, comesTrue, haveConverged, withTrio, type Trio, type TrioOptions } from "../relay/three-relays.ts";
import type { Proof, ProofInput } from "./proof.ts";

type Broker = NonNullable<Awaited<ReturnType<typeof ownRedis>>>;

/** What may go wrong, in turn; each is a case. */
interface World {
  readonly trio: Trio;
  readonly database: TrioOptions["database"];
  readonly broker: Broker | null;
  readonly draw: (below: number) => number;
  /** Every device gets something acknowledged from now on; false when one does not. */
  readonly goesOn: () => Promise<boolean>;
}

const [vaults, devices, lookMs] = [4, 3, 1_000];
/** What each device gets acknowledged before a disaster counts as outlived, and how long that may take. */
const [acksEach, patienceMs] = [4, 15_000];

const disasters: readonly (readonly [name: string, happen: (world: World) => Promise<boolean>])[] = [
  [
    "wrong routes",
    async ({ trio, draw, goesOn }) => {
      for (const one of trio.roamers) if (draw(2) === 0) one.reroute(draw(trio.stations.length));
      return goesOn();
    },
  ],
  [
    "a killed relay",
    async ({ trio, draw, goesOn }) => {
      const station = trio.stations[draw(trio.stations.length)];
      await station?.kill("SIGKILL");
      const well = await goesOn();
      station?.begin();
      return well;
    },
  ],
  [
    "lost hints",
    async ({ broker, goesOn }) => {
      await broker?.kill();
      const well = await goesOn();
      await broker?.begin();
      return well;
    },
  ],
  [
    "a killed database",
    async ({ database, draw, goesOn }) => {
      database.kill();
      await pause(draw(600));
      database.begin();
      return goesOn();
    },
  ],
  [
    "a relay that is told to stop",
    async ({ trio, draw, goesOn }) => {
      const station = trio.stations[draw(trio.stations.length)];
      await station?.kill("SIGTERM");
      station?.begin();
      return goesOn();
    },
  ],
];

const writeAll = (roamers: readonly Roamer[], on: boolean): void => {
  for (const one of roamers) one.write(on);
};

/** Puts the devices of each vault at different relays, so that a word has to get from one to the other. */
const spread = async ({ roamers, stations }: Trio): Promise<void> => {
  await Promise.all(stations.map((station) => station.ready()));
  for (const family of byVault(roamers)) for (const [n, one] of family.entries()) one.reroute(n % stations.length);
  await comesTrue(() => roamers.every((one) => one.isIn()) && byVault(roamers).every(haveConverged), patienceMs);
};

/** One word more from the first device of each vault: ms until every other one has it; null for those that it never reached. */
const lastWords = (trio: Trio, ms: number): Promise<readonly (number | null)[]> =>
  Promise.all(
    byVault(trio.roamers).map(async (family) => {
      const from = performance.now();
      family[0]?.say();
      return (await comesTrue(() => haveConverged(family), ms)) ? performance.now() - from : null;
    }),
  );

/** What is wrong with what is kept: every device, and every relay, has to give the same, each envelope once, each chain in order. */
const wrongInPulls = async ({ roamers, stations, balancer }: Trio): Promise<readonly string[]> => {
  const wrong: string[] = [];
  await Promise.all(stations.map((station) => station.ready()));
  for (const family of byVault(roamers)) {
    const vault = family[0]?.vault;
    if (vault === undefined) continue;
    const pulls = [
      ...(await Promise.all(family.map((one) => one.readAll()))),
      ...(await Promise.all(stations.map(({ origin }) => readAll(origin, balancer.origin, vault)))),
    ];
    const [first = []] = pulls;
    if (pulls.some((each) => JSON.stringify(each) !== JSON.stringify(first))) wrong.push("two pulls differ");
    if (first.some(([at], i) => at !== i + 1)) wrong.push("places are not 1, 2, 3");
    const place = new Map(first.map(([at, hash]) => [hash, at]));
    if (place.size !== first.length) wrong.push(`${first.length - place.size} doubled`);
    const acked = family.flatMap((one) => one.acked);
    if (acked.length !== first.length) wrong.push(`${acked.length} acknowledged, ${first.length} kept`);
    const missing = acked.filter((hash) => !place.has(hash)).length;
    if (missing > 0) wrong.push(`${missing} acknowledged and gone`);
    const isInOrder = (chain: readonly string[]): boolean =>
      chain.every((hash, i) => i === 0 || (place.get(hash) ?? 0) > (place.get(chain[i - 1] ?? "") ?? 0));
    if (!family.every((one) => isInOrder(one.acked))) wrong.push("a chain is out of order");
  }
  return wrong;
};

const goesOnIn = (trio: Trio, noise: number) => (): Promise<boolean> => {
  const goals = trio.roamers.map((one) => ({ one, goal: one.acked.length + acksEach }));
  return comesTrue(() => goals.every(({ one, goal }) => one.acked.length >= goal), patienceMs * noise);
};

const say = (times: readonly (number | null)[]): string => {
  const known = times.filter((ms) => ms !== null);
  return `${Math.round(quantile(known, 0.5))} ms, at most ${Math.round(quantile(known, 1))} ms`;
};

/** The real thing: disasters under load, then quiet, then every pull. */
const outlive = async (input: ProofInput, options: TrioOptions, broker: Broker | null) => {
  const noise = await noiseNow();
  return withTrio(options, async (trio) => {
    const { database, draw } = options;
    const goesOn = goesOnIn(trio, noise);
    const wrong: string[] = [];
    writeAll(trio.roamers, true);
    if (!(await goesOn())) wrong.push("nothing began");
    for (let n = 0; n < input.asked; n += 1) {
      const [name, happen] = disasters[n % disasters.length] ?? [];
      if (!(await happen?.({ trio, database, broker, draw, goesOn })))
        wrong.push(`after ${name} a device was left out`);
    }
    writeAll(trio.roamers, false);
    const quiet = await comesTrue(() => byVault(trio.roamers).every(haveConverged), patienceMs * noise);
    if (!quiet) wrong.push("devices did not converge");
    await spread(trio);
    const hinted = broker === null ? [] : await lastWords(trio, patienceMs);
    await broker?.kill();
    const looked = await lastWords(trio, patienceMs);
    wrong.push(...[...hinted, ...looked].filter((ms) => ms === null).map(() => "a last word was not heard"));
    wrong.push(...trio.roamers.flatMap((one) => one.wrongs()), ...(await wrongInPulls(trio)));
    const acked = trio.roamers.reduce((sum, one) => sum + one.acked.length, 0);
    const log = trio.stations.map((station) => station.log()).join("");
    if (/"event":"fault"/.test(log)) wrong.push("a relay reports a fault of its own");
    if (broker !== null && !/hints-away[^]*hints-back/.test(log)) wrong.push("no relay says that hints were away");
    input.note(
      `R-1: ${acked} acknowledged; heard elsewhere by a hint after ${say(hinted)}, by looking after ${say(looked)}`,
    );
    return wrong;
  });
};

/** Whether relays that acknowledge first are found out by a kill. */
const catchesAckFirst = async (options: TrioOptions): Promise<boolean> =>
  withTrio(
    { ...options, path: await bundle("tests/relay/ack-first.ts", "ack-first-postgres"), hints: null },
    async (trio) => {
      writeAll(trio.roamers, true);
      for (const station of [...trio.stations, ...trio.stations]) {
        await goesOnIn(trio, 1)();
        await station.kill("SIGKILL");
        station.begin();
        if (await comesTrue(() => trio.roamers.some((one) => one.wrongs().length > 0), 1_000)) return true;
      }
      return false;
    },
  );

/** Whether relays that neither hear hints nor look are found out by one last word. */
const catchesDeaf = async (options: TrioOptions): Promise<boolean> => {
  const find = 'for (const vault of told.keys()) wake(vault, "look-used");';
  const path = await brokenRelay("deaf", { file: "apps/relay/edge/elsewhere.ts", find, put: "" });
  return withTrio({ ...options, path, hints: null, lookMs: 100 }, async (trio) => {
    writeAll(trio.roamers, true);
    await goesOnIn(trio, 1)();
    writeAll(trio.roamers, false);
    await comesTrue(() => trio.roamers.every((one) => one.isIdle()), patienceMs);
    return (await lastWords(trio, 1_500)).includes(null);
  });
};

/** A case is a disaster, of five kinds in turn. */
export const proof: Proof = {
  id: "R-1",
  number: 25,
  control: "relays that acknowledge before they commit; relays that neither hear hints nor look",
  run: async (input) => {
    const draw = dice(input.seed);
    const database = ownServer();
    const broker = await ownRedis();
    try {
      const path = await relayBundle();
      const options: TrioOptions = { path, database, hints: broker?.url ?? null, lookMs, vaults, devices, draw };
      const wrong = await outlive(input, options, broker);
      const [first, deaf] = [await catchesAckFirst(options), await catchesDeaf(options)];
      input.note(`R-1: acknowledging first ${first ? "was" : "was not"} caught, deafness ${deaf ? "was" : "was not"}`);
      const why = [...new Set(wrong)].slice(0, 5).join("; ");
      return {
        done: input.asked,
        failures: wrong.length,
        control: first && deaf,
        ...(wrong.length === 0 ? {} : { why }),
      };
    } finally {
      await broker?.kill();
      database.end();
    }
  },
};
