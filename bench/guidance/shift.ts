/** Shares the people of a world out to workers and collects their tallies in order. */
import { Worker } from "node:worker_threads";
import { humanOf } from "./human.ts";
import { playHuman, policies } from "./play.ts";
import type { Tally } from "./tally.ts";
import { worldSets } from "./worlds.ts";

/** One piece of work: people `from` to `to` (not included) of one world, with the named policies. */
export interface Work {
  readonly set: keyof typeof worldSets;
  readonly world: string;
  readonly policies: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What comes back: a list of tallies for each policy, in the order of the people. */
export type Played = Readonly<Record<string, readonly Tally[]>>;

/** Does one piece of work, here and now. */
export const doWork = (work: Work): Played => {
  const world = worldSets[work.set].find(({ name }) => name === work.world);
  if (world === undefined) return {};
  const people = Array.from({ length: work.to - work.from }, (_, i) => humanOf(world, work.from + i));
  return Object.fromEntries(
    policies
      .filter(({ name }) => work.policies.includes(name))
      .map((policy) => [policy.name, people.map((human) => playHuman(human, policy))]),
  );
};

const inWorker = (file: URL, work: Work): Promise<Played> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: work });
    worker.once("message", resolve);
    worker.once("error", reject);
  });

/** Does all the work with at most `jobs` workers of the program `file`; tells of each piece when it is done. */
export const shareOut = async (
  file: URL,
  works: readonly Work[],
  jobs: number,
  tell: (done: number) => void,
): Promise<readonly Played[]> => {
  const results: Played[] = [];
  const queue = works.map((work, at) => ({ work, at }));
  let done = 0;
  const serve = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next.at] = await inWorker(file, next.work);
      done += 1;
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: jobs }, serve));
  return results;
};

/** The tallies of all pieces of one world, policy by policy, in the order of the people. */
export const gathered = (parts: readonly Played[], policy: string): readonly Tally[] =>
  parts.flatMap((part) => part[policy] ?? []);
