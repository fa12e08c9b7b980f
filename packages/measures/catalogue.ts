/** Holds every instrument by its id. */
import { instrumentIds, type InstrumentId } from "./ids.ts";
import type { Bands, Instrument, Norm, Reliability, Scale } from "./instrument.ts";
import { ecr36of5, ecr36of7, ecrR, ecrRs, ecrS } from "./instruments/attachment.ts";
import { expressiveness5, keep6, keep8, trust5 } from "./instruments/character.ts";
import { dejong6, ucla20of1980, ucla20v3, ucla3 } from "./instruments/loneliness.ts";
import { gad2, gad7, phq2, phq4, phq8, phq9, who5 } from "./instruments/mood.ts";
import { rses, scsSf, sscsS } from "./instruments/self.ts";
import { cbiPersonal, pss10, pss4, wsas } from "./instruments/strain.ts";
import { mspss, osss3 } from "./instruments/support.ts";

/** Every instrument under its id; the type sees to it that none is forgotten. */
export const instruments: Readonly<Record<InstrumentId, Instrument>> = {
  "ecr36-5": ecr36of5,
  "ecr36-7": ecr36of7,
  "ecr-s": ecrS,
  "ecr-rs": ecrRs,
  "ecr-r": ecrR,
  rses,
  ucla3,
  "ucla20-v3": ucla20v3,
  "ucla20-1980": ucla20of1980,
  pss4,
  pss10,
  phq2,
  phq4,
  phq8,
  phq9,
  gad2,
  gad7,
  "scs-sf": scsSf,
  "sscs-s": sscsS,
  "cbi-personal": cbiPersonal,
  who5,
  osss3,
  mspss,
  dejong6,
  wsas,
  keep8,
  keep6,
  trust5,
  expressiveness5,
};

const byName: ReadonlyMap<string, Instrument> = new Map(instrumentIds.map((id) => [id, instruments[id]]));

/** The instrument of an id that came from outside, or null. Ids are taken letter by letter. */
export const instrumentOf = (id: string): Instrument | null => byName.get(id) ?? null;

/** The score of that name, or null. */
export const scaleOf = (instrument: Instrument, name: string): Scale | null =>
  instrument.scales.find((scale) => scale.name === name) ?? null;

/** What is known of a score in a group, or null. */
export const normOf = (instrument: Instrument, scale: string): Norm | null =>
  instrument.norms.find((norm) => norm.scale === scale) ?? null;

/**
 * Every reliability known of a score, the one to decide by first: a retest before alpha, and of several retests the
 * one whose interval is nearest to `days` (28, the app's own, unless told). Measures.md 1.7, rule 2.
 */
export const reliabilitiesOf = (instrument: Instrument, scale: string, days = 28): readonly Reliability[] => {
  const off = (each: Reliability): number => Math.abs((each.days ?? days) - days);
  const rank = (each: Reliability): number => (each.kind === "retest" ? 0 : 1);
  return instrument.reliabilities
    .filter((each) => each.scale === scale)
    .toSorted((a, b) => rank(a) - rank(b) || off(a) - off(b));
};

/** The tag of the published range in which a score lies, with its source; null where nothing is published. */
export const bandOf = (
  instrument: Instrument,
  scale: string,
  value: number,
): { readonly tag: string; readonly bands: Bands } | null => {
  const bands = instrument.bands.find((each) => each.scale === scale);
  const step = bands?.steps.find((each) => value <= each.upTo);
  return bands === undefined || step === undefined ? null : { tag: step.tag, bands };
};
