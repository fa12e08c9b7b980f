/** Sets what was said beside how often it came: a reliability curve in groups that the guesses themselves make. */
import { jeffreys, type Interval } from "../evidence.ts";
import { enoughInGroup } from "./enough.ts";
import type { Guess } from "./guesses.ts";

/** Guesses of about the same size. `said`, `low` and `high`: their mean and ends, `share`: how often it came; all 0 to 1. */
export type Group = {
  readonly said: number;
  readonly low: number;
  readonly high: number;
  readonly came: number;
  readonly n: number;
  readonly share: number;
  /** 90 % interval of the share. */
  readonly range: Interval | null;
};

/** More groups than this are more dots than anybody reads. */
const most = 6;

const groupOf = (guesses: readonly Guess[]): Group => {
  const n = guesses.length;
  const came = guesses.filter((guess) => guess.came).length;
  return {
    said: guesses.reduce((sum, guess) => sum + guess.said, 0) / n,
    low: guesses[0]?.said ?? 0,
    high: guesses.at(-1)?.said ?? 0,
    came,
    n,
    share: came / n,
    range: jeffreys(came, n),
  };
};

/** Guesses that belong together, lowest first within. */
type Together = { readonly guesses: readonly Guess[]; readonly said: number };

const together = (guesses: readonly Guess[]): Together => ({
  guesses,
  said: guesses.reduce((sum, guess) => sum + guess.said, 0) / guesses.length,
});

/** Guesses by what was said, lowest first, with equal ones together. */
const runsOf = (guesses: readonly Guess[]): readonly Together[] => {
  const runs: Guess[][] = [];
  for (const guess of guesses.toSorted((a, b) => a.said - b.said)) {
    const last = runs.at(-1);
    if (last?.[0]?.said === guess.said) last.push(guess);
    else runs.push([guess]);
  }
  return runs.map(together);
};

/** Between numbers this close nobody tells a difference: 25, 30 and 35 are all "about 30". */
const alike = 0.1 + 1e-9;

const spanOf = (a: Together, b: Together): number => (b.guesses.at(-1)?.said ?? 0) - (a.guesses[0]?.said ?? 0);

/** The place of the neighbours to join next: the closest of those that should be joined; -1 when all is well. */
const nextJoin = (groups: readonly Together[]): number => {
  const pairs = groups.slice(1).flatMap((upper, at) => {
    const lower = groups[at];
    if (lower === undefined) return [];
    const few = Math.min(lower.guesses.length, upper.guesses.length) < enoughInGroup;
    const near = spanOf(lower, upper) <= alike;
    // The near ones first, then those with too few, and the rest only while there are too many groups.
    return [{ at, rank: near ? 0 : few ? 1 : 2, apart: upper.said - lower.said }];
  });
  const [best] = pairs.toSorted((a, b) => a.rank - b.rank || a.apart - b.apart || a.at - b.at);
  return best === undefined || (best.rank === 2 && groups.length <= most) ? -1 : best.at;
};

/**
 * The groups, lowest guess first: at most six, none of fewer than `enoughInGroup` (unless there are fewer in all), and
 * guesses within ten points of each other together. Neighbours are joined, the closest first, until that holds, so equal
 * guesses are never parted and a group that nothing fell into does not exist. The curve: Murphy & Winkler 1977, J R Stat
 * Soc C 26:41-47; the way of grouping is a design choice, since people guess in round numbers.
 */
export const calibrationOf = (guesses: readonly Guess[]): readonly Group[] => {
  let groups = runsOf(guesses);
  for (let at = nextJoin(groups); at >= 0; at = nextJoin(groups)) {
    const joined = together(groups.slice(at, at + 2).flatMap((one) => one.guesses));
    groups = groups.toSpliced(at, 2, joined);
  }
  return groups.map((one) => groupOf(one.guesses));
};
