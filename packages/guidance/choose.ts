/** Chooses one step for today by a simple rule: near this person's reach, varied, and never with an unsafe person. */
import type { LocalDay } from "@belay/basics";
import type { Person, StepSpec, Stop, Strand, Trial } from "@belay/domain";
import {
  expectedOf,
  feltOf,
  goEasyOf,
  mayBeSuggested,
  rateOf,
  shiftOf,
  targetOf,
  type BadEvent,
  type GoEasy,
} from "./history.ts";

/** What a choice rests on. */
export type ChooseInput = {
  readonly day: LocalDay;
  /** The catalogue and the person's own. */
  readonly steps: readonly StepSpec[];
  readonly people: readonly Person[];
  /** Oldest first, as the domain gives them. */
  readonly trials: readonly Trial[];
  /** Today's energy, 0 to 100; null when there was no check-in. */
  readonly energy: number | null;
  /** Whether steps with touch were switched on. */
  readonly touch: boolean;
  readonly restedToday: boolean;
  /** Ids of steps that were declined today. */
  readonly exclude: readonly string[];
  readonly stopsFor: (person: string, strand: Strand, large: boolean) => Stop;
  /** Whom the newest experiment is about, when it is not among the trials yet. */
  readonly lastPerson?: string | null;
};

/** Why this step: data, worded in `content`. Distress is 0 to 100. */
export type StepReason =
  /** Its expected distress is near what is aimed at. `tries` is how many of one's own the expectation rests on. */
  | { readonly type: "WithinReach"; readonly expected: number; readonly target: number; readonly tries: number }
  /** So many tries of this strand were expected to be, and felt, so bad. */
  | { readonly type: "DoneLikeThis"; readonly n: number; readonly expected: number; readonly felt: number }
  /** Something other than last time. */
  | { readonly type: "Variety"; readonly of: "strand" | "person" | "context" }
  /** Easier than usual, since something went badly in the last days. */
  | { readonly type: "EasierAfter"; readonly because: BadEvent }
  /** The safety questions come first. */
  | { readonly type: "ScreenFirst"; readonly depth: "first" | "larger" }
  /** It takes nobody of the circle. */
  | { readonly type: "NobodyNeeded" };

/** Why to rest. */
export type RestReason =
  | { readonly type: "LowEnergy"; readonly energy: number }
  | { readonly type: "RestedToday" }
  | { readonly type: "EasierAfter"; readonly because: BadEvent }
  | { readonly type: "NothingWithinReach" };

/** One step (and with whom), or rest. `smaller` is an easier one in its place, with the same person or with nobody. */
export type Choice =
  | {
      readonly kind: "step";
      readonly step: StepSpec;
      readonly person: Person | null;
      readonly reasons: readonly StepReason[];
      readonly smaller: StepSpec | null;
    }
  | { readonly kind: "rest"; readonly reasons: readonly RestReason[] };

/** At or below this energy the day is for resting. */
const lowEnergy = 20;
/** Expected distress of an ordinary offer: hard enough to matter, never above what is bearable alone. */
const window = { low: 20, high: 60 };
/** Published difficulty above which nothing is offered without a professional (`safety.md`, dosing). */
const hardest = 70;

type Candidate = { readonly step: StepSpec; readonly person: Person | null; readonly expected: number };

/** What is reckoned once for all candidates. */
type Today = {
  readonly input: ChooseInput;
  readonly shift: number;
  readonly target: number;
  readonly easy: GoEasy | null;
  readonly lastPerson: string | null;
};

/** FNV-1a (Fowler, Noll, Vo), 32 bits: breaks ties without chance, differently each day. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};

const large = (step: StepSpec): boolean => step.disclosure === "large";

const open = (step: StepSpec, person: Person, { input }: Today): boolean => {
  const stop = input.stopsFor(person.id, step.strand, large(step));
  return step.roles.includes(person.role) && (stop === "ok" || stop === "screen-first");
};

const candidatesOf = (today: Today): readonly Candidate[] => {
  const { steps, people, trials, touch, exclude, day } = today.input;
  const suggestible = people.filter((one) => one.id !== today.lastPerson && mayBeSuggested(one, trials, day));
  return steps
    .filter((step) => !exclude.includes(step.id) && (touch || !step.touch) && step.difficulty <= hardest)
    .flatMap((step) => {
      const expected = expectedOf(step.difficulty, today.shift);
      const with_ = step.needsPerson ? suggestible.filter((one) => open(step, one, today)) : [null];
      return with_.map((person) => ({ step, person, expected }));
    });
};

/** Those in the window; if there are none, those as close below it as can be. Never any above. */
const feasible = (candidates: readonly Candidate[], easy: GoEasy | null): readonly Candidate[] => {
  const high = easy === null ? window.high : easy.cap;
  const below = candidates.filter(({ expected }) => expected <= high);
  const inside = below.filter(({ expected }) => expected >= window.low);
  if (inside.length > 0) return inside;
  const nearest = Math.max(...below.map(({ expected }) => expected));
  return below.filter(({ expected }) => expected === nearest);
};

/** Points against a candidate, in the unit of distress: distance from the target, sameness, and what is hard with whom. */
const costOf = ({ step, person, expected }: Candidate, { input, target }: Today): number => {
  const recent = input.trials.slice(-4);
  const last = recent.at(-1);
  const usedContexts = recent.slice(-2).flatMap(({ context }) => context ?? []);
  const sameStrand = last?.strand === step.strand ? 6 : recent.some(({ strand }) => strand === step.strand) ? 3 : 0;
  const sameStep = input.trials.slice(-6).some((trial) => trial.step === step.id) ? 15 : 0;
  const sameContext = step.contexts.length > 0 && step.contexts.every((one) => usedContexts.includes(one)) ? 3 : 0;
  return Math.abs(expected - target) + sameStrand + sameStep + sameContext + personCost(step, person, input, recent);
};

const personCost = (step: StepSpec, person: Person | null, input: ChooseInput, recent: readonly Trial[]): number => {
  if (person === null) return 0;
  const samePerson = recent.some((trial) => trial.person === person.id) ? 4 : 0;
  const comfort = (50 - (person.comfort ?? 50)) / 10;
  const trust = ((50 - (person.trust ?? 50)) / 10) * step.cost;
  const unsure = person.safety === "unsure" ? 2 : 0;
  const unwilling = (0.75 - rateOf(input.trials, person.id)) * 12 * step.cost;
  return samePerson + comfort + trust + unsure + unwilling;
};

/** The cheapest; whole points are compared, so that near-equals take turns by the hash of the day and the step. */
const best = (candidates: readonly Candidate[], today: Today): Candidate | null => {
  const ranked = candidates.map((candidate) => ({
    candidate,
    cost: Math.round(costOf(candidate, today)),
    tie: hash(`${today.input.day}:${candidate.step.id}:${candidate.person?.id ?? ""}`),
    name: `${candidate.step.id}:${candidate.person?.id ?? ""}`,
  }));
  ranked.sort((a, b) => a.cost - b.cost || a.tie - b.tie || (a.name < b.name ? -1 : 1));
  return ranked[0]?.candidate ?? null;
};

/** The easier step that the catalogue names, else the hardest clearly easier one of the strand that fits the person. */
const smallerOf = (chosen: Candidate, today: Today): StepSpec | null => {
  const { steps, touch, exclude } = today.input;
  const fits = (step: StepSpec): boolean =>
    step.id !== chosen.step.id &&
    !exclude.includes(step.id) &&
    (touch || !step.touch) &&
    step.difficulty < chosen.step.difficulty &&
    (!step.needsPerson || (chosen.person !== null && open(step, chosen.person, today)));
  const named = steps.find((step) => step.id === chosen.step.smaller);
  if (named !== undefined && fits(named)) return named;
  const easier = steps.filter(
    (step) => step.strand === chosen.step.strand && step.difficulty <= chosen.step.difficulty - 5,
  );
  return easier.filter(fits).toSorted((a, b) => b.difficulty - a.difficulty || (a.id < b.id ? -1 : 1))[0] ?? null;
};

const doneLikeThis = (strand: Strand, trials: readonly Trial[]): readonly StepReason[] => {
  const alike = trials.flatMap((trial) => {
    const felt = feltOf(trial);
    return trial.strand !== strand || trial.predBad === null || felt === null
      ? []
      : [{ expected: trial.predBad, felt }];
  });
  if (alike.length === 0) return [];
  const sum = alike.reduce((a, b) => ({ expected: a.expected + b.expected, felt: a.felt + b.felt }));
  return [
    { type: "DoneLikeThis", n: alike.length, expected: sum.expected / alike.length, felt: sum.felt / alike.length },
  ];
};

const varietyOf = ({ step, person }: Candidate, trials: readonly Trial[]): readonly StepReason[] => {
  const last = trials.at(-1);
  if (last === undefined) return [];
  const earlier = trials.findLast((trial) => trial.person !== null);
  return [
    ...(last.strand === step.strand ? [] : [{ type: "Variety", of: "strand" } as const]),
    ...(person === null || earlier === undefined || earlier.person === person.id
      ? []
      : [{ type: "Variety", of: "person" } as const]),
    ...(last.context === null || step.contexts.includes(last.context)
      ? []
      : [{ type: "Variety", of: "context" } as const]),
  ];
};

const reasonsOf = (chosen: Candidate, today: Today): readonly StepReason[] => {
  const { step, person, expected } = chosen;
  const { trials, stopsFor } = today.input;
  const tries = trials.filter((trial) => feltOf(trial) !== null).length;
  const target = today.easy === null ? today.target : Math.min(today.target, today.easy.cap);
  const screen = person !== null && stopsFor(person.id, step.strand, large(step)) === "screen-first";
  return [
    ...(today.easy === null ? [] : [{ type: "EasierAfter", because: today.easy.because } as const]),
    { type: "WithinReach", expected, target, tries },
    ...doneLikeThis(step.strand, trials),
    ...varietyOf(chosen, trials),
    ...(screen ? [{ type: "ScreenFirst", depth: large(step) ? "larger" : "first" } as const] : []),
    ...(person === null ? [{ type: "NobodyNeeded" } as const] : []),
  ];
};

/**
 * Chooses one step, with whom and why, or rest. The same input gives the same choice: ties are broken by a hash of the
 * day and the step. Never offered: a person who is flagged, did harm, was stopped by the safety questions, hurt twice or
 * was asked last; touch unless switched on; expected distress above 60, or above 40 for two days after a bad event.
 */
export const chooseStep = (input: ChooseInput): Choice => {
  if (input.restedToday) return { kind: "rest", reasons: [{ type: "RestedToday" }] };
  if (input.energy !== null && input.energy <= lowEnergy) {
    return { kind: "rest", reasons: [{ type: "LowEnergy", energy: input.energy }] };
  }
  const easy = goEasyOf(input.trials, input.day);
  const today: Today = {
    input,
    shift: shiftOf(input.trials),
    target: targetOf(input.trials),
    easy,
    lastPerson: input.lastPerson ?? input.trials.findLast((trial) => trial.person !== null)?.person ?? null,
  };
  const chosen = best(feasible(candidatesOf(today), easy), today);
  if (chosen === null) {
    return {
      kind: "rest",
      reasons: [easy === null ? { type: "NothingWithinReach" } : { type: "EasierAfter", because: easy.because }],
    };
  }
  const { step, person } = chosen;
  return { kind: "step", step, person, reasons: reasonsOf(chosen, today), smaller: smallerOf(chosen, today) };
};
