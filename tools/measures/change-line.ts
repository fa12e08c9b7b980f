/** Answers one line of `measures -- change`: sittings before and after, or two phases of points. */
import {
  changeOf,
  cutoffsOf,
  instrumentOf,
  minimalDetectable,
  phasesOf,
  rangeOf,
  regressionOf,
  reliabilitiesOf,
  normOf,
  scaleOf,
  type Change,
  type ChangeVerdict,
  type Group,
  type Instrument,
  type NoChange,
  type PhaseVerdict,
  type Reliability,
  type Scale,
} from "@belay/measures";
import { isFields, messageOf, short, type Fields } from "./message.ts";

/** A reason that ends the reading of a line. */
class Refusal extends Error {}

const refuse = (reason: string): never => {
  throw new Refusal(reason);
};

/** Beyond this no score of anything lies, and sums stay exact enough. */
const largest = 1e9;

const numberOf = (value: unknown, name: string): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) return refuse(`${name} is not a number`);
  return Math.abs(value) > largest ? refuse(`${name} is out of all bounds`) : value;
};

/** A list of numbers; null in it is a sitting that did not happen, and is left out. */
const numbersOf = (fields: Fields, name: string): readonly number[] => {
  const list: unknown = fields[name];
  if (!Array.isArray(list)) return refuse(`${name} is missing or not a list`);
  return list.flatMap((value: unknown, i) => (value === null ? [] : [numberOf(value, `${name} ${i + 1}`)]));
};

const optional = (fields: Fields, name: string): number | null => {
  const value = fields[name] ?? null;
  return value === null ? null : numberOf(value, name);
};

const textOf = (fields: Fields, name: string): string | null => {
  const value = fields[name] ?? null;
  return value === null || typeof value === "string" ? value : refuse(`${name} is not a text`);
};

const groupOf = (fields: Fields, name: string): Group | null => {
  const value = fields[name] ?? null;
  if (value === null) return null;
  if (!isFields(value)) return refuse(`${name} is not an object`);
  const group = { mean: numberOf(value["mean"], `${name}.mean`), sd: numberOf(value["sd"], `${name}.sd`) };
  return group.sd > 0 ? group : refuse(`${name}.sd is not above 0`);
};

const betterOf = (fields: Fields): "higher" | "lower" => {
  const better = textOf(fields, "better") ?? "higher";
  return better === "higher" || better === "lower" ? better : refuse("better is neither higher nor lower");
};

/** What a line is about. Whoever brings both numbers may bring a score that we do not know. */
interface About {
  readonly instrument: Instrument | null;
  readonly scale: Scale | null;
  /** True when both the spread and the reliability came with the line. */
  readonly own: boolean;
}

const aboutOf = (fields: Fields): About => {
  const own = (fields["sd"] ?? null) !== null && (fields["reliability"] ?? null) !== null;
  const id = textOf(fields, "instrument");
  const instrument = id === null ? null : instrumentOf(id);
  if (instrument === null) {
    if (own) return { instrument, scale: null, own };
    return refuse(id === null ? "instrument is missing" : `there is no instrument ${short(id)}`);
  }
  const name = textOf(fields, "scale");
  const scale = scaleOf(instrument, name ?? "total");
  if (scale === null && !(own && name === null)) {
    const names = instrument.scales.map((each) => each.name).join(", ");
    return refuse(name === null ? `scale is missing: one of ${names}` : `${instrument.id} has no scale ${short(name)}`);
  }
  return { instrument, scale, own };
};

/** With our spread a score must be one that the instrument can give; with the line's own it may be another version. */
const outside = ({ instrument, scale, own }: About, values: readonly number[]): string | null => {
  if (instrument === null || scale === null) return null;
  const [low, high] = rangeOf(instrument, scale);
  const odd = values.find((value) => value < low || value > high);
  if (odd === undefined) return null;
  const note = `${odd} lies outside of ${low} to ${high}, where ${scale.name} of ${instrument.id} lies`;
  return own ? note : refuse(note);
};

const givenReliability = (value: number) => ({ value, kind: "given", days: null, source: "with the line" }) as const;

const spreadOf = (
  fields: Fields,
  { instrument, scale }: About,
): { readonly value: number; readonly source: string } => {
  const given = optional(fields, "sd");
  if (given !== null) return { value: given, source: "with the line" };
  const norm = instrument === null || scale === null ? null : normOf(instrument, scale.name);
  if (norm !== null) return { value: norm.sd, source: `${norm.who}; ${norm.source}` };
  return refuse("no standard deviation is known of this score: give sd");
};

const noChange = (fault: NoChange): string => {
  switch (fault.type) {
    case "NoSittings":
      return `${fault.side} holds no score`;
    case "BadSpread":
      return "sd is not above 0";
    case "BadReliability":
      return "reliability is not from 0 to below 1";
  }
};

const changeWords: Readonly<Record<ChangeVerdict, string>> = {
  early: "too early to say",
  wobble: "no more than usual wobble",
  once: "more than usual wobble, once so far",
  changed: "more than usual wobble, twice running",
};

const phaseWords: Readonly<Record<PhaseVerdict, string>> = {
  early: "too early to say",
  unclear: "no clear difference",
  higher: "phase B lies higher",
  lower: "phase B lies lower",
};

const shown = ({ value, kind, days, source }: Reliability) => ({ value, kind, days, source });

/** The same change judged by every other reliability that is known: which one is taken decides the verdict. */
const byOthers = (others: readonly Reliability[], change: Change, sd: number) =>
  others.map((each) => {
    const again = changeOf({ before: [change.before.mean], after: [change.after.mean], sd, reliability: each.value });
    const share = Math.sqrt((1 / change.before.n + 1 / change.after.n) / 2);
    const least = minimalDetectable(sd, each.value) * share;
    const index = again.ok ? again.value.index / share : null;
    return {
      ...shown(each),
      reliableChangeIndex: index,
      minimalDetectableChange: least,
      reliable: Math.abs(change.change) >= least,
    };
  });

const towards = (scale: Scale | null, change: number): string | null => {
  if (scale === null) return null;
  if (change === 0) return "same";
  return change > 0 === (scale.better === "higher") ? "better" : "worse";
};

const sittings = (fields: Fields): object => {
  const about = aboutOf(fields);
  const { instrument, scale } = about;
  const [before, after] = [numbersOf(fields, "before"), numbersOf(fields, "after")];
  const note = outside(about, [...before, ...after]);
  const sd = spreadOf(fields, about);
  const known = instrument === null || scale === null ? [] : reliabilitiesOf(instrument, scale.name);
  const given = optional(fields, "reliability");
  const first = known[0];
  const used = given !== null ? givenReliability(given) : first === undefined ? null : shown(first);
  if (used === null) return refuse("no reliability is known of this score: give reliability");
  const found = changeOf({ before, after, sd: sd.value, reliability: used.value });
  if (!found.ok) return refuse(noChange(found.error));
  const change = found.value;
  if (!Number.isFinite(change.index)) return refuse("sd is too small to compute with");
  const [clinical, functional] = [groupOf(fields, "clinical"), groupOf(fields, "functional")];
  const others = given === null ? known.slice(1) : known;
  const start = { before: change.before.mean, sittings: change.before.n, after: change.after.mean };
  return {
    instrument: instrument?.id ?? textOf(fields, "instrument"),
    scale: scale?.name ?? null,
    before: change.before,
    after: change.after,
    change: change.change,
    towards: towards(scale, change.change),
    sd,
    reliability: used,
    standardError: change.standardError,
    standardErrorOfDifference: change.standardErrorOfDifference,
    reliableChangeIndex: change.index,
    minimalDetectableChange: change.minimalDetectable,
    reliable: change.reliable,
    twiceRunning: change.twiceRunning,
    verdict: changeWords[change.verdict],
    regressionToTheMean:
      instrument === null || scale === null ? null : regressionOf({ instrument, scale: scale.name, ...start }),
    otherReliabilities: byOthers(others, change, sd.value),
    ...(clinical === null || functional === null ? {} : { cutoffs: cutoffsOf(clinical, functional) }),
    ...(note === null ? {} : { note }),
  };
};

const phases = (fields: Fields): object => {
  const better = betterOf(fields);
  const found = phasesOf(numbersOf(fields, "phaseA"), numbersOf(fields, "phaseB"), better);
  if (!found.ok) return refuse(`phase${found.error.phase} holds no point`);
  return { ...found.value, better, verdict: phaseWords[found.value.verdict] };
};

const answer = (fields: Fields): object => {
  const has = (name: string): boolean => Object.hasOwn(fields, name);
  const isPhases = has("phaseA") || has("phaseB");
  if (isPhases && (has("before") || has("after"))) return refuse("either before and after, or phaseA and phaseB");
  return isPhases ? phases(fields) : sittings(fields);
};

/** One line of JSON for one line of input: the indices, or `{"refused":"…"}` alone. docs/measures.md has the fields. */
export const changeLine = (line: string | null): string => {
  const message = messageOf(line);
  if (!message.ok) return JSON.stringify({ refused: message.reason });
  try {
    return JSON.stringify(answer(message.fields));
  } catch (error) {
    if (error instanceof Refusal) return JSON.stringify({ refused: error.message });
    throw error;
  }
};
