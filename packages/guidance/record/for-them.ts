/** Sets what other people wrote about being asked beside what was guessed before. */
import type { LocalDay } from "@belay/basics";
import type { Experiment } from "@belay/domain";

/**
 * One answer that says how it was. `burden` and `glad` are theirs, 0 to 10, null when not said. `yes` and `bad` are the
 * asker's guesses from before, 0 to 100: the chance of a yes, and how bad it would be for the asker. Nobody guessed the
 * burden itself, so the pairs stand side by side and are no score.
 */
export type ForThem = {
  readonly id: string;
  readonly day: LocalDay;
  readonly title: string;
  readonly burden: number | null;
  readonly glad: number | null;
  readonly yes: number | null;
  readonly bad: number | null;
};

/** Every such answer, oldest first; refusals too. An empty answer is none, not a zero. */
export const forThemOf = (experiments: readonly Experiment[]): readonly ForThem[] =>
  experiments
    .flatMap(({ answers, prediction, plan }) =>
      answers.flatMap(({ reply, day, burden, glad }) =>
        burden === null && glad === null
          ? []
          : [
              {
                id: reply,
                day,
                title: plan.title,
                burden,
                glad,
                yes: prediction?.help ?? null,
                bad: prediction?.bad ?? null,
              },
            ],
      ),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** The middle of `values`, halfway between the two middle ones of an even number; null without a value. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
};

/**
 * What the answers come to: middles of burden and glad with how many said each, and in how many the burden was below,
 * above or level with what was feared, on the same 0 to 10 after rounding the fear.
 */
export type ForThemSummary = {
  readonly n: number;
  readonly burden: { readonly middle: number | null; readonly n: number };
  readonly glad: { readonly middle: number | null; readonly n: number };
  readonly beside: { readonly less: number; readonly same: number; readonly more: number; readonly n: number };
};

const given = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

/** Counts and middles over the answers given. */
export const summaryOf = (rows: readonly ForThem[]): ForThemSummary => {
  const burdens = given(rows.map(({ burden }) => burden));
  const glads = given(rows.map(({ glad }) => glad));
  const gaps = rows.flatMap(({ burden, bad }) =>
    burden === null || bad === null ? [] : [burden - Math.round(bad / 10)],
  );
  return {
    n: rows.length,
    burden: { middle: medianOf(burdens), n: burdens.length },
    glad: { middle: medianOf(glads), n: glads.length },
    beside: {
      less: gaps.filter((gap) => gap < 0).length,
      same: gaps.filter((gap) => gap === 0).length,
      more: gaps.filter((gap) => gap > 0).length,
      n: gaps.length,
    },
  };
};
