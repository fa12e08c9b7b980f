/** Says in words what has too few numbers to draw: how it was for the others, how close it felt, what was done alone. */
import { doneAlone, type Experiment } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";

/** Those that were given; an empty answer is none, not a zero. */
const numbers = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

/** What people wrote about being asked: every number, because an average of three hides them. */
const ForThem = ({ all }: { readonly all: readonly Experiment[] }) => {
  const answers = all
    .toReversed()
    .flatMap((experiment) => experiment.answers)
    .filter(({ burden, glad }) => burden !== null || glad !== null);
  if (answers.length === 0) return null;
  const burden = numbers(answers.map((answer) => answer.burden));
  const glad = numbers(answers.map((answer) => answer.glad));
  return (
    <Card title={t("evidence.otherTitle")}>
      <p>{t("evidence.otherLine", { n: answers.length })}</p>
      {burden.length === 0 ? null : <p>{t("evidence.otherBurden", { list: burden.join(", ") })}</p>}
      {glad.length === 0 ? null : <p>{t("evidence.otherGlad", { list: glad.join(", ") })}</p>}
      <Soft>{t("evidence.otherNote")}</Soft>
    </Card>
  );
};

/** For sharing and being with someone the question is another one than yes or no. */
const Closer = ({ all }: { readonly all: readonly Experiment[] }) => {
  const said = all.flatMap(({ outcome }) => (outcome === null || outcome.closer === null ? [] : [outcome.closer]));
  if (said.length === 0) return null;
  const count = (how: string): number => said.filter((one) => one === how).length;
  return (
    <Card title={t("evidence.closerTitle")}>
      <p>
        {t("evidence.closerLine", { n: said.length, more: count("more"), same: count("same"), less: count("less") })}
      </p>
    </Card>
  );
};

/** Doing something alone for a reason is a choice, and is counted as one. */
const Alone = () => {
  const all = doneAlone(useEngine().state.value);
  if (all.length === 0) return null;
  const count = (verdict: string | null): number => all.filter((one) => one.verdict === verdict).length;
  return (
    <Card title={t("evidence.aloneTitle")}>
      <p>
        {t("evidence.aloneLine", {
          n: all.length,
          glad: count("glad"),
          wish: count("wish-asked"),
          unsaid: count(null),
        })}
      </p>
    </Card>
  );
};

/** The three together; each is left out while there is nothing to say. */
export const OtherSide = ({ all }: { readonly all: readonly Experiment[] }) => (
  <>
    <ForThem all={all} />
    <Closer all={all} />
    <Alone />
  </>
);
