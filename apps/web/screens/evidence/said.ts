/** Says each finding in words and numbers, so that a card, a shared page and a print hold the very same sentences. */
import type { LocalDay } from "@belay/basics";
import { enough, enoughOfThem, type Evidence } from "@belay/guidance";
import type { LongNumbers } from "../../parts/charts/figure.tsx";
import type { Numbers } from "../../parts/charts/table.tsx";
import { daySaid } from "../day-said.ts";
import { t } from "../words.ts";
import { countKinds, type Kind, type Sorted } from "./came-back.ts";
import { comparePairs, whole, yesSentence } from "./figures.ts";
import type { Gathered } from "./gathered.ts";
import { aboutPercent, curveSentence, scoreWords } from "./said-figures.ts";

/** One finding: its title, the sentence that comes first, what stands below it, and its numbers. */
export interface Said {
  readonly title: string;
  readonly sentence: string;
  /** Must not be out of sight, even where the rest is folded up. */
  readonly says?: string | null;
  readonly notes: readonly string[];
  readonly numbers: Numbers | LongNumbers | null;
}

/** Sentences that are there only sometimes. */
const some = (...notes: readonly (string | null)[]): readonly string[] =>
  notes.flatMap((note) => (note === null ? [] : [note]));

const percent = (share: number | null): string => t("evidence.percent", { n: whole(share) ?? 0 });

const likely = (range: readonly [number, number]): string =>
  t("evidence.likely", { low: whole(range[0]) ?? 0, high: whole(range[1]) ?? 0 });

/** Numbers that may not have been given. */
const given = (value: number | null): string => (value === null ? t("evidence.none") : String(value));

/** Rows newest first, made as they are asked for. */
const newestFirst = <One extends { readonly id: string }>(
  all: readonly One[],
  cells: (one: One) => readonly string[],
  words: Pick<Numbers, "caption" | "columns">,
): LongNumbers => ({
  ...words,
  count: all.length,
  olderText: (left) => t("evidence.older", { n: left }),
  rowsTo: (most) =>
    all
      .slice(-most)
      .toReversed()
      .map((one) => ({ id: one.id, cells: cells(one) })),
});

/** The words of the two bars of expected and actual yes. */
export const yesBars = (found: Evidence) => {
  const share = found.total === 0 ? null : found.yes / found.total;
  return {
    share,
    expected: found.expectedYes === null ? t("evidence.noGuess") : percent(found.expectedYes),
    // With too few answers the share is said as a count.
    actual: found.tooFew ? t("evidence.ofTotal", { yes: found.yes, total: found.total }) : percent(share),
    range: found.interval90 === null ? undefined : likely(found.interval90),
  };
};

/** Expected and actual yes. */
export const yesSaid = (found: Evidence): Said => {
  const { id, ...numbers } = yesSentence(found);
  const { n, total, yes } = found;
  const { expected, actual, range } = yesBars(found);
  return {
    title: t("evidence.yesTitle"),
    sentence: t(id, { ...numbers, yes, total }),
    notes: some(
      t("evidence.yesNote", { total }),
      n === total || n === 0 ? null : t("evidence.yesNoteGuess", { n, total }),
    ),
    numbers: {
      caption: t("evidence.yesTable"),
      columns: [t("evidence.colWhat"), t("evidence.colShare"), t("evidence.colRange"), t("evidence.colCount")],
      rows: [
        { id: "expected", cells: [t("evidence.expected"), expected, t("evidence.none"), String(n)] },
        { id: "happened", cells: [t("evidence.happened"), actual, range ?? t("evidence.none"), String(total)] },
      ],
    },
  };
};

/** How far off the guesses were, and how far off the average would have been. */
const scoreSaid = ({ found, against }: Pick<Gathered, "found" | "against">): readonly string[] => {
  if (found.brier === null || against === null) return [];
  const { score, average, its, id } = scoreWords(found.brier, against);
  return [t("evidence.calScore", { score }), t(id, { average, its })];
};

/** What was said before and how often it came; below ten guesses one sentence and no numbers. Null before the first. */
export const curveSaid = (all: Pick<Gathered, "groups" | "found" | "against">): Said | null => {
  const { groups, found } = all;
  if (found.n === 0) return null;
  const title = t("evidence.calTitle");
  const sentence = curveSentence(groups);
  if (sentence === "evidence.calFew")
    return { title, sentence: t("evidence.calFew", { n: found.n }), notes: [], numbers: null };
  return {
    title,
    sentence: t(sentence, { n: found.n }),
    notes: [
      ...groups.map(({ said, came, n }) => t("evidence.calGroup", { said: aboutPercent(said), came, n })),
      ...scoreSaid(all),
    ],
    numbers: {
      caption: t("evidence.calTable"),
      columns: [t("evidence.colSaid"), t("evidence.colCame"), t("evidence.colShare"), t("evidence.colRange")],
      rows: groups.map((group) => ({
        id: String(group.said),
        cells: [
          t("evidence.saidRange", { low: whole(group.low) ?? 0, high: whole(group.high) ?? 0 }),
          t("evidence.ofTotal", { yes: group.came, total: group.n }),
          percent(group.share),
          group.range === null ? t("evidence.none") : likely(group.range),
        ],
      })),
    },
  };
};

/** How bad each try was feared to be beside how bad it felt. `titles` are those of the experiments by id. */
export const fearSaid = (pairs: Evidence["pairs"], titles: ReadonlyMap<string, string>, today: LocalDay): Said => ({
  title: t("evidence.fearTitle"),
  sentence: t(pairs.length < enough ? "evidence.fearFew" : "evidence.fearSentence", {
    n: pairs.length,
    ...comparePairs(pairs),
  }),
  notes: [],
  numbers: newestFirst(
    pairs,
    (pair) => [titles.get(pair.id) ?? pair.step, daySaid(pair.day, today), String(pair.feared), String(pair.felt)],
    {
      caption: t("evidence.fearTable"),
      columns: [t("evidence.colTry"), t("evidence.colDay"), t("evidence.colFeared"), t("evidence.colFelt")],
    },
  ),
});

/** What so few wrote: every number, because an average of three hides them. */
const fewThem = (rows: Gathered["forThem"]): readonly string[] => {
  const list = (values: readonly (number | null)[]): string => values.filter((value) => value !== null).join(", ");
  const [burden, glad] = [list(rows.map((row) => row.burden)), list(rows.map((row) => row.glad))];
  return some(
    burden === "" ? null : t("evidence.otherBurden", { list: burden }),
    glad === "" ? null : t("evidence.otherGlad", { list: glad }),
  );
};

/** How it was for the people asked beside what was feared, refusals among them. Null before the first answer. */
export const themSaid = (all: Pick<Gathered, "forThem" | "forThemSummary">, today: LocalDay): Said | null => {
  const { forThem: rows, forThemSummary } = all;
  const { beside, burden, glad } = forThemSummary;
  if (rows.length === 0) return null;
  const few = beside.n < enoughOfThem;
  return {
    title: t("evidence.otherTitle"),
    sentence: few ? t("evidence.otherLine", { n: rows.length }) : t("evidence.otherSentence", beside),
    notes: few
      ? [...fewThem(rows), t("evidence.otherNote")]
      : some(
          burden.middle === null || glad.middle === null
            ? null
            : t("evidence.otherMiddle", { burden: burden.middle, glad: glad.middle }),
          t("evidence.otherGuess"),
          t("evidence.otherNote"),
        ),
    numbers: newestFirst(
      rows,
      (row) => [row.title, daySaid(row.day, today), given(row.yes), given(row.bad), given(row.burden), given(row.glad)],
      {
        caption: t("evidence.otherTable"),
        columns: [
          t("evidence.colTry"),
          t("evidence.colDay"),
          t("evidence.colYes"),
          t("evidence.colFeared"),
          t("evidence.colBurden"),
          t("evidence.colGlad"),
        ],
      },
    ),
  };
};

/** These stand there even when there were none, so that a no is never out of sight. */
const always: readonly Kind[] = ["yes", "partly", "no", "silence", "hurtful"];

/** The kinds that are shown, with their counts: they add up to all tries. */
export const kindsShown = (all: readonly Sorted[]) =>
  countKinds(all).filter(({ kind, count }) => count > 0 || always.includes(kind));

/** What came back from every try. `guarded`: let be with somebody unsafe, which is judgement and not avoidance. */
export const backSaid = (all: readonly Sorted[], hurtful: number, guarded: number): Said => ({
  title: t("evidence.backTitle"),
  sentence: t("evidence.backSentence", {
    n: all.length,
    ...Object.fromEntries(countKinds(all).map(({ kind, count }) => [kind, count])),
  }),
  says: hurtful === 0 ? null : t("evidence.backHurt", { n: hurtful }),
  notes: some(t("evidence.backNote"), guarded === 0 ? null : t("evidence.backGuarded", { n: guarded })),
  numbers: {
    caption: t("evidence.backTable"),
    columns: [t("evidence.colKind"), t("evidence.colHow")],
    rows: kindsShown(all).map(({ kind, count }) => ({
      id: kind,
      cells: [t(`evidence.kind.${kind}`), String(count)],
    })),
  },
});
