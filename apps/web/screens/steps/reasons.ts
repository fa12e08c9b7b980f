/** Words the guidance's reasons: data in, sentences' ids and values out. */
import { assertNever } from "@belay/basics";
import { fewTries, type BadEvent, type CareReason, type RestReason, type StepReason } from "@belay/guidance";
import type { MessageId, Values } from "../words.ts";

/** A sentence to be said. */
export interface Said {
  readonly id: MessageId;
  readonly values: Values;
}

/** A sentence, with nothing to fill in unless told. */
const said = (id: MessageId, values: Values = {}): Said => ({ id, values });

/** What made the guidance go easy. */
const easier: Readonly<Record<BadEvent, MessageId>> = {
  hurtful: "steps.why.easierHurtful",
  "too-much": "steps.why.easierTooMuch",
  "broken-off": "steps.why.easierBrokenOff",
};

/** What the person told, in their own numbers; never what it might mean. */
const sayCare = (because: CareReason): Said => {
  if (because.type === "HighBefore") return said("steps.care.HighBefore", { n: because.level });
  return said(
    because.type === "LowDays" || because.type === "WorseTwice" ? `steps.care.${because.type}` : "steps.care.measure",
  );
};

/** What is different from last time. */
const variety = {
  strand: "steps.why.varietyStrand",
  person: "steps.why.varietyPerson",
  context: "steps.why.varietyContext",
} as const satisfies Readonly<Record<string, MessageId>>;

/** Below these points (a quarter of the line) a step is called light rather than hard. */
const light = 25;

/**
 * How hard it looks, with its range once there are tries enough. From few tries it is said to be a first guess, and
 * before the first one no number is given at all.
 */
const withinReach = ({ peak, tries }: Extract<StepReason, { type: "WithinReach" }>): Said => {
  const [expected, low, high] = [peak.mean, peak.low, peak.high].map(Math.round);
  const values = { expected: expected ?? 0, low: low ?? 0, high: high ?? 0, tries };
  if (tries === 0) return said(peak.mean < light ? "steps.why.withinReachLight" : "steps.why.withinReachFirst");
  const kind = peak.mean < light ? "light" : "hard";
  return said(tries < fewTries ? "steps.why.withinReachFew" : "steps.why.withinReach", { ...values, kind });
};

/** One reason for a step; `name` is whom it goes to, `tries` what is known of this person's tries so far. */
export const sayStepReason = (reason: StepReason, name: string, tries: number): Said => {
  switch (reason.type) {
    case "WithinReach":
      return withinReach(reason);
    case "DoneLikeThis":
      return said("steps.why.doneLikeThis", {
        n: reason.n,
        expected: Math.round(reason.expected),
        felt: Math.round(reason.felt),
      });
    case "Variety":
      return said(variety[reason.of]);
    case "EasierAfter":
      return said(easier[reason.because]);
    case "CarefulDay":
      return said(reason.energy === null ? "steps.why.carefulDays" : "steps.why.carefulToday");
    case "CareFirst":
      return sayCare(reason.because);
    case "ScreenFirst":
      return said(reason.depth === "first" ? "steps.why.screenFirst" : "steps.why.screenAgain", { name });
    case "NobodyNeeded":
      return said(tries === 0 ? "steps.why.nobodyFirst" : "steps.why.nobodyNeeded");
    default:
      return assertNever(reason);
  }
};

/** One reason to rest. */
export const sayRestReason = (reason: RestReason): Said => {
  switch (reason.type) {
    case "LowEnergy":
      return said("steps.rest.lowEnergy");
    case "Strained":
      return said("steps.rest.strained");
    case "RestedToday":
      return said("steps.rest.restedToday");
    case "CareFirst":
      return sayCare(reason.because);
    case "EasierAfter":
      return said("steps.rest.easier");
    case "NothingWithinReach":
      return said("steps.rest.nothing");
    default:
      return assertNever(reason);
  }
};

/** How telling a reason is: what was lived comes before what was reckoned. */
const weight = {
  CareFirst: -1,
  EasierAfter: 0,
  CarefulDay: 1,
  DoneLikeThis: 2,
  WithinReach: 3,
  Variety: 4,
  ScreenFirst: 5,
  NobodyNeeded: 6,
} as const;

/** The two most telling reasons; the questions that come first are always among them. */
export const tellingReasons = (reasons: readonly StepReason[]): readonly StepReason[] => {
  const ordered = reasons.toSorted((a, b) => weight[a.type] - weight[b.type]);
  const screen = ordered.filter((reason) => reason.type === "ScreenFirst");
  const others = ordered.filter((reason) => reason.type !== "ScreenFirst");
  return [...others.slice(0, 2 - screen.length), ...screen];
};
