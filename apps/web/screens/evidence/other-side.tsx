/** Says in words what has too few numbers to draw: how close it felt, what was done alone. */
import { doneAlone, type Experiment } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";

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

/** The two together; each is left out while there is nothing to say. */
export const OtherSide = ({ all }: { readonly all: readonly Experiment[] }) => (
  <>
    <Closer all={all} />
    <Alone />
  </>
);
