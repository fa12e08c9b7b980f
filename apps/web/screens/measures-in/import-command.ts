/** Makes the one command that records what was brought along, and looks up what is there already. */
import type { LocalDay } from "@belay/basics";
import type { Command, MeasureSitting } from "@belay/domain";
import type { ImportedSitting, InstrumentId } from "@belay/measures";

/** All sittings in one command: it is recorded as a whole or not at all. */
export const importCommand = (name: string, sittings: readonly ImportedSitting[]): Command => ({
  kind: "measures/import",
  name,
  sittings: sittings.map(({ instrument, on, answers, scores }) => ({
    instrument,
    on,
    answers: answers === null ? null : [...answers],
    scores: scores === null ? null : { ...scores },
  })),
});

/** The days on which a questionnaire is recorded already; one about a person of the circle is another one. */
export const recordedDays = (
  recorded: readonly Pick<MeasureSitting, "instrument" | "about" | "day">[],
  instrument: InstrumentId | null,
): ReadonlySet<LocalDay> =>
  new Set(recorded.filter((one) => one.instrument === instrument && one.about === null).map(({ day }) => day));

/** A set with one number in it, or without it. */
export const ticked = (set: ReadonlySet<number>, n: number, on: boolean): ReadonlySet<number> => {
  const next = new Set(set);
  if (on) next.add(n);
  else next.delete(n);
  return next;
};
