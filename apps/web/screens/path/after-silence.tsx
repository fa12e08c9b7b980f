/** The pages after silence: what was decided beforehand, word for word, and what silence can mean. */
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { waitedLongEnough } from "../ask/outgoing.ts";
import { Slip } from "../ask/slip.tsx";
import { useEngine } from "../engine-context.tsx";
import { dayWords, t } from "../words.ts";
import { OwnWords } from "./own-words.tsx";
import type { StageProps } from "./page-props.ts";
import css from "./path.module.css";
import { planOf } from "../ask/silence-plan.ts";

/** The person's own words of a calmer hour stand here instead of advice. */
export const Decided = ({ experiment }: StageProps) => {
  const today = useEngine().today();
  const plan = experiment === null ? null : planOf(experiment);
  if (plan === null) return <p>{t("path.decided.none")}</p>;
  const by = dayWords(plan.silence.by, "long");
  const over = waitedLongEnough(plan.silence, today);
  return (
    <Card tone="sunk">
      {plan.silence.then === "" ? (
        <p>{t("path.decided.bare", { day: by })}</p>
      ) : (
        <>
          <Soft>{t("path.decided.wrote", { day: dayWords(plan.sentOn, "long") })}</Soft>
          <Slip words={plan.silence.then} />
          <p>{t(over ? "path.decided.until" : "path.decided.still", { day: by })}</p>
          {over ? <Soft>{t("path.decided.calm")}</Soft> : null}
        </>
      )}
    </Card>
  );
};

/** Causes that cannot be seen from here; none is put first by how likely it is, since nobody knows. */
export const Causes = ({ draft }: StageProps) => (
  <>
    <Card>
      <ul class={css["plain"]}>
        <li>{t("path.causes.1")}</li>
        <li>{t("path.causes.2")}</li>
        <li>{t("path.causes.3")}</li>
        <li>{t("path.causes.4")}</li>
      </ul>
    </Card>
    <p>{t("path.causes.beg")}</p>
    <OwnWords draft={draft} />
  </>
);
