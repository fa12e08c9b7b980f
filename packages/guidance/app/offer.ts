/** Chooses one step for the app's today, with whom and why, or rest. */
import { asksAgain, contexts, keptFrom, type Person, type StepSpec, type Stop, type Strand } from "@belay/domain";
import type { Ask } from "../model/ask.ts";
import { chooseAct, type Choice as ActChoice } from "../model/choose.ts";
import { smallerThan } from "../model/fallback.ts";
import type { Act } from "../model/distance.ts";
import type { Folded } from "../model/fold.ts";
import { predictionOf } from "../model/predict.ts";
import type { Setup } from "../model/setup.ts";
import { limitsOf, type Limits } from "../model/today.ts";
import { easierCap, type Care } from "./care.ts";
import type { Choice, Numbers, RestReason } from "./choice.ts";
import type { Guided } from "./guided.ts";
import { placesOf } from "./messages.ts";
import { numbersOf } from "./numbers.ts";
import { badEventOf, isCareful, reasonsOf } from "./reasons.ts";

/** What is asked of the guidance, beside what it knows. */
export type Wish = {
  /** Whether steps with touch were switched on. */
  readonly touch: boolean;
  readonly restedToday: boolean;
  /** Ids of steps that were declined today. */
  readonly exclude: readonly string[];
  /** Whom the newest experiment is about; nobody is suggested twice running. */
  readonly lastPerson: string | null;
  /** What the person's own numbers ask for today (`careOf`); null on most days. */
  readonly care: Care | null;
  readonly stopsFor: (person: string, strand: Strand, large: boolean) => Stop;
};

/** Published difficulty, and expected peak, above which nothing is offered without a professional (`safety.md`, dosing). */
export const hardest = 70;

/** The limit of the day. */
const capOf = ({ care }: Wish): number => (care === null ? hardest : easierCap);

const stopOf = ({ stopsFor }: Wish, step: StepSpec, person: Person): Stop =>
  stopsFor(person.id, step.strand, asksAgain(step));

const open = (wish: Wish, step: StepSpec, person: Person): boolean => {
  const stop = stopOf(wish, step, person);
  return step.roles.includes(person.role) && (stop === "ok" || stop === "screen-first");
};

/** Whom an offer may name today: on the circle, safe by all that was said, not resting, and not the last one. */
const suggestible = ({ known }: Guided, { lastPerson }: Wish): readonly Person[] => {
  const last = lastPerson ?? known.trials.findLast(({ person }) => person !== null)?.person ?? null;
  return known.people.filter(
    (one) =>
      one.id !== last && !one.removed && !keptFrom(one) && (one.restUntil === null || one.restUntil < known.today),
  );
};

/** The steps of today with the ids of those who may be asked as their roles; everything keeps its number. */
const narrowed = (guided: Guided, setup: Setup, wish: Wish, below: number): Setup => {
  const everybody = suggestible(guided, wish);
  const steps = guided.known.steps.flatMap((step) => {
    const own = setup.steps.get(step.id);
    const left = !wish.exclude.includes(step.id) && (wish.touch || !step.touch) && step.difficulty <= below;
    if (own === undefined || !left) return [];
    const roles = everybody.filter((one) => open(wish, step, one)).map(({ id }) => id);
    return [[step.id, { ...own, roles }] as const];
  });
  return { ...setup, steps: new Map(steps) };
};

const askOf = (people: readonly Person[], day: number): Ask => ({
  id: null,
  day,
  people: people.map(({ id }) => id),
  contexts,
  probes: null,
  report: false,
});

/** The model's choice among steps published at `below` or under. */
type Found = { readonly choice: ActChoice; readonly folded: Folded };

/**
 * Looks for a step whose expected peak, as it would be reported, keeps to the limit too; what is as hard as one that
 * does not is left out.
 */
const find = (guided: Guided, folded: Folded, wish: Wish, below = capOf(wish)): Found | null => {
  const today = { ...folded, setup: narrowed(guided, folded.setup, wish, below) };
  const choice = chooseAct(today, askOf(guided.known.people, folded.day), guided.player.blocked);
  if (choice === null) return null;
  const { step } = choice.chosen.act;
  const spec = guided.known.steps.find(({ id }) => id === step.id);
  if (spec === undefined) return null;
  return numbersOf(guided, today, choice.chosen.act, spec).peak.mean <= capOf(wish)
    ? { choice, folded: today }
    : find(guided, folded, wish, step.difficulty - 1);
};

/**
 * The easier step that the catalogue names, else what the model falls back to, else the hardest clearly easier one.
 * Easier as published is not enough: it must look lighter for this person too.
 */
const smallerOf = (
  { known }: Guided,
  { choice, folded }: Found,
  step: StepSpec,
  person: Person | null,
): StepSpec | null => {
  const specOf = (id: string): StepSpec | null => known.steps.find((one) => one.id === id) ?? null;
  const fits = (one: StepSpec | null): boolean =>
    one !== null &&
    one.id !== step.id &&
    one.difficulty < step.difficulty &&
    (!one.needsPerson || (person !== null && folded.setup.steps.get(one.id)?.roles.includes(person.id) === true)) &&
    folded.setup.steps.has(one.id);
  const { act: chosen } = choice.chosen;
  const peak = predictionOf(folded, chosen).peak;
  const lighter = (one: StepSpec): boolean => {
    const act = actOf(folded.setup, chosen, one);
    return act !== null && predictionOf(folded, act).peak < peak;
  };
  const named = specOf(step.smaller ?? "");
  if (named !== null && fits(named) && lighter(named)) return named;
  const beside = choice.open.filter(({ act }) => {
    const same = act.someone === null || act.someone.id === person?.id;
    return same && fits(specOf(act.step.id));
  });
  // Lighter where it would be told to happen, which need not be where the model thought of it.
  const fallen = smallerThan(folded, { ...choice, open: beside })
    .map(({ act }) => specOf(act.step.id))
    .find((one) => one !== null && lighter(one));
  if (fallen !== undefined) return fallen;
  return (
    known.steps
      .filter((one) => one.strand === step.strand && one.difficulty <= step.difficulty - 5 && fits(one))
      .toSorted((a, b) => b.difficulty - a.difficulty || (a.id < b.id ? -1 : 1))
      .find(lighter) ?? null
  );
};

/** The smaller step in the same place where it can happen there, else in the first where it can. */
const actOf = (setup: Setup, act: Act, step: StepSpec): Act | null => {
  const own = setup.steps.get(step.id);
  if (own === undefined) return null;
  const places = placesOf(step).map((place) => setup.contexts.get(place) ?? -1);
  const context = places.includes(act.context) ? act.context : (places[0] ?? -1);
  return { step: own, someone: step.needsPerson ? act.someone : null, context };
};

/** What is expected of the smaller step, in the words of the chosen one. */
const numbersOfSmaller = (guided: Guided, found: Found, smaller: StepSpec | null): Numbers | null => {
  if (smaller === null) return null;
  const act = actOf(found.folded.setup, found.choice.chosen.act, smaller);
  return act === null ? null : numbersOf(guided, found.folded, act, smaller);
};

/** The energy said today; null when nothing was. */
const energyOf = ({ known }: Guided): number | null =>
  known.checkins.find(({ day }) => day >= known.today)?.energy ?? null;

const tired = (guided: Guided): RestReason => {
  const energy = energyOf(guided);
  return energy === null ? { type: "Strained" } : { type: "LowEnergy", energy };
};

const whyNothing = (guided: Guided, limits: Limits): RestReason => {
  const because = badEventOf(limits);
  if (limits.rest || (isCareful(limits) && because === null)) return tired(guided);
  return because === null ? { type: "NothingWithinReach" } : { type: "EasierAfter", because };
};

/** Where there is a reason to care, that is what is said: it binds more than any other. */
const whyRest = (guided: Guided, limits: Limits, { care }: Wish): RestReason =>
  care === null ? whyNothing(guided, limits) : { type: "CareFirst", because: care.because };

const rest = (reason: RestReason): Choice => ({ kind: "rest", reasons: [reason] });

/**
 * Chooses one step, with whom and why, or rest. The same record gives the same choice. Never offered: somebody who is
 * flagged, did harm, was stopped by the safety questions, hurt twice, asked to be left out for now, or was asked last;
 * touch unless switched on; an expected or published distress above 70, or above 40 where the person's own numbers ask for
 * care; anything at all where they ask for rest.
 */
export const offerOf = (guided: Guided, wish: Wish): Choice => {
  const { belief, known } = guided;
  if (wish.restedToday) return rest({ type: "RestedToday" });
  if (wish.care?.level === "rest") return rest({ type: "CareFirst", because: wish.care.because });
  if (belief === null) return rest({ type: "NothingWithinReach" });
  const limits = limitsOf(belief.folded, belief.folded.day);
  const found = limits.rest ? null : find(guided, belief.folded, wish);
  if (found === null) return rest(whyRest(guided, limits, wish));
  const { act } = found.choice.chosen;
  const step = known.steps.find(({ id }) => id === act.step.id);
  if (step === undefined) return rest({ type: "NothingWithinReach" });
  const person = known.people.find(({ id }) => id === act.someone?.id) ?? null;
  const numbers = numbersOf(guided, found.folded, act, step);
  const smaller = smallerOf(guided, found, step, person);
  const stop = person === null ? "ok" : stopOf(wish, step, person);
  return {
    kind: "step",
    step,
    person,
    reasons: reasonsOf({
      care: wish.care,
      step,
      person,
      numbers,
      limits,
      energy: energyOf(guided),
      stop,
      trials: known.trials,
    }),
    numbers,
    smaller,
    smallerNumbers: numbersOfSmaller(guided, found, smaller),
  };
};
