/** What a summary is made of, as a draft keeps it: everything but what was switched off, and question 9 only by choice. */
import { instrumentOf, type InstrumentId } from "@belay/measures";
import type { MeasureSitting } from "@belay/domain";

/** The form. `out` holds the ids of what is left out, with spaces between. */
export type SummaryForm = { readonly out: string; readonly item9: boolean; readonly own: string };

/** Everything is in, except question 9. */
export const emptySummary: SummaryForm = { out: "", item9: false, own: "" };

/** Longest own words: more would not leave room on two pages. */
export const longestOwn = 600;

const outOf = ({ out }: Pick<SummaryForm, "out">): readonly string[] => out.split(" ").filter((id) => id !== "");

/** Whether something goes in: an instrument, "weeks" or "tries". */
export const isIn = (form: Pick<SummaryForm, "out">, id: string): boolean => !outOf(form).includes(id);

/** The same with one switched; gives what is left out. */
export const switched = (form: Pick<SummaryForm, "out">, id: string, on: boolean): string =>
  [...outOf(form).filter((other) => other !== id), ...(on ? [] : [id])].join(" ");

/** Every instrument that was answered or brought along, in the order of its first time. */
export const instrumentsIn = (sittings: readonly MeasureSitting[]): readonly InstrumentId[] => [
  ...new Set(sittings.flatMap(({ instrument }) => instrumentOf(instrument)?.id ?? [])),
];

/** The sittings that go in. */
export const chosenSittings = (
  sittings: readonly MeasureSitting[],
  form: Pick<SummaryForm, "out">,
): readonly MeasureSitting[] => sittings.filter(({ instrument }) => isIn(form, instrument));
