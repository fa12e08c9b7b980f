/** Folds rows, in their order, into all that is believed about somebody. */
import { distanceOf, type Act } from "./distance.ts";
import { copyGauss, loosen, remember, settle, shift } from "./gauss.ts";
import { drift, growthTo } from "./priors.ts";
import { hearCard, hearDeed, hearGuess, hearPeak } from "./reports.ts";
import type { CheckinRow, Row, TryRow } from "./rows.ts";
import type { Setup, Someone } from "./setup.ts";
import {
  contextSlot,
  domainSlot,
  firstState,
  reachSum,
  slotOfPerson,
  slotOfStep,
  slots,
  weekSlot,
  weeksKept,
  type State,
} from "./state.ts";
import { afterCheckin, strainOn, usualStrain, type Strain } from "./strain.ts";
import { copyTrack, countUse, firstTrack, noisiness, type Bad, type Track } from "./track.ts";
import { driftWilling, firstWilling, hearAnswer, hearHope, type Willing } from "./willing.ts";

/** All that is believed about somebody, as of a day. Changed in place by this file alone, and copied for anybody else. */
export type Folded = {
  readonly setup: Setup;
  readonly state: State;
  readonly willing: Willing;
  readonly track: Track;
  strain: Strain;
  /** The newest check-in with an energy: day and energy. */
  energy: { readonly day: number; readonly energy: number } | null;
  day: number;
};

/** A copy that shares nothing that changes. */
export const copyFolded = (folded: Folded): Folded => ({
  ...folded,
  state: {
    gauss: copyGauss(folded.state.gauss),
    stepSlots: folded.state.stepSlots.slice(),
    personSlots: folded.state.personSlots.slice(),
  },
  willing: { gauss: copyGauss(folded.willing.gauss), personSlots: folded.willing.personSlots.slice() },
  track: copyTrack(folded.track),
});

/** What is believed from the first answers and the sorted cards alone. */
export const firstFolded = (setup: Setup): Folded => {
  const state = firstState(setup);
  const strain = usualStrain(setup.day);
  for (const { step: id, hard } of setup.ratings.slice(0, 60)) {
    const step = setup.steps.get(id);
    if (step === undefined) continue;
    slotOfStep(state, step);
    const act: Act = { step, someone: null, context: -1 };
    // A card is about the step as such: neither today's strain nor a place belongs to it.
    const still = { ...strain, variance: 0 };
    hearCard(state, { ...distanceOf(setup, state, act, still), extra: 0 }, hard);
  }
  remember(state.gauss, weekSlot(0), reachSum(setup));
  return {
    setup,
    state,
    willing: firstWilling(setup),
    track: firstTrack(setup),
    strain,
    energy: null,
    day: setup.day,
  };
};

/** A gap in the log widens what is believed by so many days at most. */
const longestGap = 60;

/** Moves on to a later day: everything drifts, and what reach was at the start of each week is kept. */
export const advance = (folded: Folded, day: number): void => {
  if (day <= folded.day) return;
  const { setup, state } = folded;
  const { gauss } = state;
  const gap = Math.min(longestGap, day - folded.day);
  loosen(gauss, slots.reach, gap * drift.reach);
  loosen(gauss, slots.tolerance, gap * drift.tolerance);
  loosen(gauss, slots.guess, gap * drift.guess);
  for (let i = 0; i < setup.domains.length; i += 1) loosen(gauss, domainSlot(i), gap * drift.domain);
  for (let i = 0; i < setup.contexts.size; i += 1) loosen(gauss, contextSlot(setup, i), gap * drift.context);
  for (const slot of state.personSlots) if (slot >= 0) loosen(gauss, slot, gap * drift.person);
  driftWilling(folded.willing, gap);
  const week = Math.floor((day - setup.day) / 7);
  const before = Math.floor((folded.day - setup.day) / 7);
  for (let w = Math.max(before + 1, week - weeksKept + 1); w <= week; w += 1)
    remember(gauss, weekSlot(w), reachSum(setup));
  folded.strain = strainOn(folded.strain, day);
  folded.day = day;
};

const hearCheckin = (folded: Folded, row: CheckinRow): void => {
  if (row.energy === null) return;
  folded.strain = afterCheckin(folded.strain, row.day, row.energy);
  folded.energy = { day: row.day, energy: row.energy };
};

/** At or above these points a peak counts as a bad event. */
const badPeak = 78;

const badOf = (row: TryRow): Bad["because"] | null => {
  if (row.outcome === "hurtful") return "hurtful";
  if ((row.peak ?? 0) >= badPeak) return "peak";
  return row.status === "started" ? "broken-off" : null;
};

/** How much was learnt by this try, in units of growth: by how much it was less bad than feared (Craske 2014). */
const surpriseOf = (row: TryRow): number => {
  const felt = row.bad ?? row.peak;
  if (row.outcome === "hurtful" || (row.peak ?? 0) >= 80) return -0.6;
  if (row.status === "started") return 0;
  if (row.predBad === null || felt === null) return 0.6;
  return Math.min(1.6, Math.max(-0.3, 0.4 + (row.predBad - felt) / 30));
};

const grow = ({ setup, state }: Folded, act: Act, units: number): void => {
  if (units === 0) return;
  const { gauss } = state;
  shift(gauss, slots.reach, slots.growth, growthTo.reach * units);
  if (act.step.domain >= 0) shift(gauss, domainSlot(act.step.domain), slots.growth, growthTo.domain * units);
  if (act.context >= 0) shift(gauss, contextSlot(setup, act.context), slots.growth, growthTo.context * units);
};

const countOne = (counts: Float64Array, { index }: Someone): void => {
  counts[index] = (counts[index] ?? 0) + 1;
};

const countAnswer = ({ track, willing }: Folded, { outcome }: TryRow, { step, someone }: Act): void => {
  if (outcome === null || someone === null) return;
  const yes = outcome === "yes" || outcome === "partial";
  hearAnswer(willing, someone, step.cost, yes);
  if (outcome !== "hurtful") countOne(yes ? track.yes : track.no, someone);
};

/** Being hurt tells of the person: it counts whatever became of the try, and of steps that nobody knows too. */
const countHurt = ({ setup, track }: Folded, { outcome, person }: TryRow): void => {
  const someone = outcome === "hurtful" && person !== null ? setup.people.get(person) : undefined;
  if (someone !== undefined) countOne(track.hurtful, someone);
};

const countBelief = (track: Track, guess: number): void => {
  track.beliefs += 1;
  track.belief += (guess - track.belief) / Math.min(12, track.beliefs + 2);
};

/** A try that was begun or meant to be: words before, the deed, words after, and what it changed. */
const hearTry = (folded: Folded, row: TryRow): void => {
  const { setup, state, track } = folded;
  const step = setup.steps.get(row.step);
  if (step === undefined) return;
  const someone = row.person === null ? null : (setup.people.get(row.person) ?? null);
  const act: Act = { step, someone, context: setup.contexts.get(row.context ?? "") ?? -1 };
  const attempted = row.status === "done" || row.status === "started";
  slotOfStep(state, step);
  if (someone !== null) slotOfPerson(state, someone);
  const distance = distanceOf(setup, state, act, strainOn(folded.strain, row.day));
  if (row.predBad !== null) {
    hearGuess(state, distance, row.predBad);
    countBelief(track, row.predBad);
  }
  if (row.predHelp !== null && someone !== null) hearHope(folded.willing, someone, step.cost, row.predHelp);
  if (attempted || row.status === "avoided") hearDeed(state, distance, row.status === "done");
  const because = attempted ? badOf(row) : null;
  if (because !== null) track.bads = [...track.bads.slice(-5), { day: row.day, act, because }];
  if (!attempted) return;
  const felt = row.peak ?? row.bad;
  const surprise = felt === null ? null : hearPeak(state, distance, felt, noisiness(track));
  if (surprise !== null) {
    track.surprise = track.surprise * 0.98 + surprise;
    track.surprises = track.surprises * 0.98 + 1;
  }
  countAnswer(folded, row, act);
  countUse(track, step.index, someone?.index ?? -1, act.context, step.domain);
  grow(folded, act, surpriseOf(row));
};

/** Hears one row; rows must come in their order. */
export const hearRow = (folded: Folded, row: Row): void => {
  if (row.kind === "try") countHurt(folded, row);
  // Else a try of a step that nobody knows says nothing, not even that a day went by.
  if (row.kind === "try" && !folded.setup.steps.has(row.step)) return;
  advance(folded, row.day);
  if (row.kind === "checkin") hearCheckin(folded, row);
  else hearTry(folded, row);
  // After every row, so that the last digit does not depend on when somebody looked.
  settle(folded.state.gauss);
  settle(folded.willing.gauss);
};
