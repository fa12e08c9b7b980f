/** What today allows: who may be asked, how hard it may get, and whether to rest. */
import type { Folded } from "./fold.ts";
import type { Ask } from "./ask.ts";
import type { Someone } from "./setup.ts";
import type { Bad } from "./track.ts";
import { chanceOfUnsafe } from "./willing.ts";

/** Expected points are capped for so many days after a bad event, and on a day of low energy. */
export const caps = { afterBad: 40, days: 2, lowEnergy: 36 } as const;

/** At or below these points of energy: rest; an easy step at most. And strain (standard deviations) when none was told. */
export const energies = { rest: 12, low: 36 } as const;
export const strains = { rest: 2.2, low: 1.3 } as const;

/** Chance of being unsafe above which nobody is offered; one hurtful answer passes it unless a few yeses came before. */
const unsafeLimit = 0.15;

/** What binds today's choice. */
export type Limits = {
  readonly rest: boolean;
  /** Highest expected points, 0 to 100. */
  readonly cap: number;
  /** Chance of true points above 50 that an offer must stay below. */
  readonly hard: number;
  /** Tries that went badly in the last days: an offer must be easier than each, almost surely. */
  readonly bads: readonly Bad[];
};

const ordinaryCap = 60;

/** On a day that calls for care, a hard offer must be this unlikely. */
const hardOnCarefulDays = 0.03;

/** The limits of a day. Strain counts where there was no check-in today. */
export const limitsOf = ({ track, strain, energy }: Folded, day: number): Limits => {
  const told = energy !== null && energy.day === day ? energy.energy : null;
  const rest = told === null ? strain.mean >= strains.rest : told <= energies.rest;
  const low = (told !== null && told <= energies.low) || strain.mean >= strains.low;
  const bads = track.bads.filter((bad) => bad.day <= day && day - bad.day <= caps.days);
  const cap = Math.min(ordinaryCap, low ? caps.lowEnergy : ordinaryCap, bads.length > 0 ? caps.afterBad : ordinaryCap);
  return { rest, cap, hard: low ? hardOnCarefulDays : 1, bads };
};

/** Chance that somebody is unsafe, as their answers stand. */
export const unsafeOf = ({ track }: Folded, someone: Someone): number =>
  chanceOfUnsafe(someone, {
    yes: track.yes[someone.index] ?? 0,
    no: track.no[someone.index] ?? 0,
    hurtful: track.hurtful[someone.index] ?? 0,
  });

/** Never: who was marked or did harm, who is unsafe from the start, who hurt twice, or who likely is unsafe. */
const mayBeAsked = (folded: Folded, someone: Someone, blocked: ReadonlySet<string>): boolean =>
  someone.safety !== "unsafe" &&
  !blocked.has(someone.id) &&
  (folded.track.hurtful[someone.index] ?? 0) < 2 &&
  unsafeOf(folded, someone) <= unsafeLimit;

/** Whom today's offers may name. */
export const askableOf = (folded: Folded, ask: Ask, blocked: ReadonlySet<string>): readonly Someone[] =>
  ask.people.flatMap((id) => {
    const someone = folded.setup.people.get(id);
    return someone !== undefined && mayBeAsked(folded, someone, blocked) ? [someone] : [];
  });
