/** Makes everything Evidence shows into sections that can be shared and printed, with the sentences of the cards. */
import type { LocalDay } from "@belay/basics";
import type { Experiment, State } from "@belay/domain";
import type { PairsFigure, Section } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { t } from "../words.ts";
import { sorted } from "./came-back.ts";
import { measureFigures } from "./all-measures.ts";
import { beliefsSaid, shiftsSaid } from "./courses.ts";
import { whole } from "./figures.ts";
import { gather, type Gathered } from "./gathered.ts";
import { atOnce } from "./in-slices.ts";
import { backSaid, curveSaid, fearSaid, kindsShown, themSaid, yesSaid, type Said } from "./said.ts";
import { aboutPercent } from "./said-figures.ts";
import { clipped, most, sectionOf, withoutNames } from "./section.ts";

/** What a section is made from, gathered once for all of them. */
interface Record {
  readonly state: State;
  readonly today: LocalDay;
  readonly all: Gathered;
  readonly nameless: (text: string) => string;
}

/** Makes one section, or none where there is nothing to say yet. */
type Maker = (record: Record) => Section | null;

/** Pairs of a drawing, the newest where there are too many. */
const pairsOf = (figure: Omit<PairsFigure, "kind" | "pairs">, pairs: PairsFigure["pairs"]): PairsFigure | null =>
  pairs.length === 0 ? null : { kind: "pairs", ...figure, pairs: pairs.slice(-most.marks) };

/** Expected yes beside actual yes. */
const yes: Maker = ({ all: { found } }) =>
  found.total === 0
    ? null
    : sectionOf("yes", yesSaid(found), {
        kind: "bars",
        highest: 100,
        bars: [
          { label: t("evidence.expected"), value: whole(found.expectedYes) },
          { label: t("evidence.happened"), value: whole(found.yes / found.total) },
        ],
      });

/** Feared beside felt, try by try; on the drawing by day, in the table by what it was. */
const feared: Maker = ({ all: { found, experiments }, today, nameless }) => {
  if (found.pairs.length === 0) return null;
  const titles = new Map(experiments.map(({ id, plan }) => [id, nameless(plan.title)]));
  return sectionOf(
    "feared",
    fearSaid(found.pairs, titles, today),
    pairsOf(
      { low: 0, high: 100, beforeText: t("evidence.fearBefore"), afterText: t("evidence.fearAfter") },
      found.pairs.map((pair) => ({ label: daySaid(pair.day, today), before: pair.feared, after: pair.felt })),
    ),
  );
};

/** What was said before, how often it came, and Brier’s measure in words. */
const guesses: Maker = ({ all }) => {
  const said = curveSaid(all);
  if (said === null) return null;
  const figure =
    said.numbers === null
      ? null
      : pairsOf(
          { low: 0, high: 100, beforeText: t("evidence.colSaid"), afterText: t("evidence.colCame") },
          all.groups.map((group) => ({
            label: t("evidence.percent", { n: aboutPercent(group.said) }),
            before: whole(group.said),
            after: whole(group.share),
          })),
        );
  return sectionOf("guesses", said, figure);
};

/** How it was for the people asked, beside what was feared. */
const theirSide: Maker = ({ all, today, nameless }) => {
  const forThem = all.forThem.map((row) => ({ ...row, title: nameless(row.title) }));
  const said = themSaid({ ...all, forThem }, today);
  if (said === null) return null;
  return sectionOf(
    "their-side",
    said,
    pairsOf(
      { low: 0, high: 10, beforeText: t("evidence.otherFeared"), afterText: t("evidence.otherWrote") },
      forThem.map(({ day, bad, burden }) => ({
        label: daySaid(day, today),
        before: bad === null ? null : bad / 10,
        after: burden,
      })),
    ),
  );
};

/** Beliefs from the first number to the newest. */
const beliefsSection: Maker = ({ state, today, nameless }) => {
  const found = beliefsSaid(state, today);
  if (found === null) return null;
  const { said, figure } = found;
  const { numbers } = said;
  const rows =
    numbers === null || "rowsTo" in numbers
      ? []
      : numbers.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => nameless(cell)) }));
  return sectionOf(
    "beliefs",
    { ...said, numbers: numbers === null || "rowsTo" in numbers ? null : { ...numbers, rows } },
    figure && { ...figure, pairs: figure.pairs.map((pair) => ({ ...pair, label: clipped(nameless(pair.label)) })) },
  );
};

/** The shifts from the first answer to the newest. */
const shiftsSection: Maker = ({ state, today }) => {
  const found = shiftsSaid(state, today);
  return found && sectionOf("shifts", found.said, found.figure);
};

/** The cells of one try: when, what, which kind, the chance given before, and what came back. */
const tryCells = (
  one: Experiment,
  kind: Parameters<typeof kindWords>[0] | undefined,
  { today, nameless }: Record,
): readonly string[] => [
  daySaid(one.outcome?.day ?? one.plan.day, today),
  clipped(nameless(one.plan.title), most.sentence),
  t(`steps.strand.${one.plan.strand}`),
  one.prediction === null || one.prediction.help === null
    ? t("change.none")
    : t("evidence.percent", { n: one.prediction.help }),
  kind === undefined ? t("change.none") : kindWords(kind),
];

const kindWords = (kind: ReturnType<typeof sorted>[number]["kind"]): string => t(`evidence.kind.${kind}`);

/** Every try with what came back, without the names of people. */
const tries: Maker = (record) => {
  const { all } = record;
  const found = sorted(all.trials, all.experiments);
  if (found.length === 0) return null;
  const kinds = new Map(found.map(({ trial, kind }) => [trial.id, kind]));
  const listed = all.experiments.filter(({ id }) => kinds.has(id));
  const back = backSaid(found, all.found.hurtful, all.guarded);
  const said: Said = {
    ...back,
    title: t("change.triesTitle"),
    notes: [
      ...back.notes,
      t("change.triesNote"),
      ...(listed.length > most.rows ? [t("change.triesNewest", { n: most.rows, total: listed.length })] : []),
    ],
    numbers: {
      caption: t("change.triesTable"),
      columns: [
        t("evidence.colDay"),
        t("evidence.colTry"),
        t("change.colStrand"),
        t("change.colExpected"),
        t("change.colCameBack"),
      ],
      rows: listed.slice(0, most.rows).map((one) => ({ id: one.id, cells: tryCells(one, kinds.get(one.id), record) })),
    },
  };
  const shown = kindsShown(found);
  return sectionOf("tries", said, {
    kind: "bars",
    highest: Math.max(1, ...shown.map(({ count }) => count)),
    bars: shown.map(({ kind, count }) => ({ label: kindWords(kind), value: count })),
  });
};

const makers: readonly Maker[] = [yes, feared, guesses, theirSide, beliefsSection, shiftsSection];

/**
 * Every section there is something to say in, in the order in which Evidence shows them. Ids: `yes`, `feared`,
 * `guesses`, `their-side`, `beliefs`, `shifts`, `measures:<instrument>`, `weeks`, `weeks:alone`, `tries`. No section
 * holds the name of anybody in the circle; what the person typed otherwise stands as it was typed.
 */
export const allSections = (state: State, today: LocalDay): readonly Section[] => {
  const all = atOnce(gather(state));
  const nameless = withoutNames(
    state,
    all.experiments.map(({ person }) => person),
  );
  const record = { state, today, all, nameless };
  return [
    ...makers.flatMap((make) => make(record) ?? []),
    ...measureFigures(state, today),
    ...[tries(record)].flatMap((section) => section ?? []),
  ];
};
