/** Turns what was chosen on a form into what is recorded, and back; a question that was left stays left. */
import type { Command, WeekCounted } from "@belay/domain";
import { helpSources, type Instrument } from "@belay/measures";
import type { Form } from "../draft.ts";
import { rawAnswer } from "./said.ts";

/** The four counts in their order. */
export const counts = ["asked", "accepted", "told", "offered"] as const;

/** Numbers and choices of a week; null while nothing is said. A choice is kept as text. */
export type WeekForm = {
  readonly asked: number | null;
  readonly accepted: number | null;
  readonly told: number | null;
  readonly offered: number | null;
  readonly alone: number | null;
  readonly missed: string | null;
  readonly reason: string;
  readonly lonely: string | null;
};

/** What was said of this week already, so that one more can be added to it. */
export const weekForm = (week: WeekCounted | null): WeekForm => ({
  asked: week?.asked ?? null,
  accepted: week?.accepted ?? null,
  told: week?.told ?? null,
  offered: week?.offered ?? null,
  alone: week?.alone ?? null,
  missed: week === null || week.missed === null ? null : week.missed ? "yes" : "no",
  reason: week?.reason ?? "",
  lonely: week === null || week.lonely === null ? null : String(week.lonely),
});

/** What is recorded of a week; null where nothing was said. */
export const weekCommand = (form: WeekForm): Command | null => {
  const { missed, reason, lonely, ...numbers } = form;
  const said = Object.values(numbers).some((one) => one !== null) || missed !== null || lonely !== null;
  if (!said) return null;
  return {
    kind: "measures/count",
    ...numbers,
    missed: missed === null ? null : missed === "yes",
    // A reason without its moment would be of nothing.
    reason: missed === "yes" ? reason.trim() : "",
    lonely: lonely === null ? null : Number(lonely),
  };
};

/** The name of an item (from 0) on the form. */
export const itemKey = (item: number): string => `q${item + 1}`;

/** Nothing chosen yet. */
export const emptyItems = ({ items }: Instrument): Form =>
  Object.fromEntries(Array.from({ length: items }, (_, item) => [itemKey(item), null]));

/** The place that was chosen for an item; a draft of another version may hold anything. */
export const placeOf = (form: Form, item: number): number | null => {
  const value = form[itemKey(item)];
  return typeof value === "number" ? value : null;
};

/** Raw answers in the published order; null where nothing was chosen, or all of it null where nothing at all was. */
export const rawAnswers = (instrument: Instrument, form: Form): readonly (number | null)[] | null => {
  const all = Array.from({ length: instrument.items }, (_, item) => {
    const place = placeOf(form, item);
    return place === null ? null : rawAnswer(instrument, item, place);
  });
  return all.every((one) => one === null) ? null : all;
};

/** No source rated yet: `<source>` 0 to 10, `<source>.reach` yes or no. */
export const emptySources: Form = Object.fromEntries(
  helpSources.flatMap((source) => [
    [source, null],
    [`${source}.reach`, null],
  ]),
);

/** What is recorded of the sources; null where nothing was said. */
export const sourcesCommand = (form: Form): Command | null => {
  const answers = helpSources.flatMap((source) => {
    const [likely, reach] = [form[source], form[`${source}.reach`]];
    if (typeof likely !== "number" && typeof reach !== "string") return [];
    return [
      {
        source,
        likely: typeof likely === "number" ? likely : null,
        reachable: typeof reach === "string" ? reach === "yes" : null,
      },
    ];
  });
  return answers.length === 0 ? null : { kind: "measures/rate-sources", answers };
};
