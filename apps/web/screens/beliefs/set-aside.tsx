/**
 * Shows moments that were set aside together, with the reasons that were given, and one question about them.
 *
 * Each reason may be a good one. Side by side they show whether they are about each time or about a rule that lets
 * nothing count; that is for the person to see, and nothing here presses for an answer.
 */
import { experiments, type Belief } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import css from "./beliefs.module.css";
import { datedMoments } from "./course-said.ts";

/** One moment set aside is one moment; from two on there may be a rule. */
export const several = 2;

/** What was set aside, newest first; empty below `several`. */
export const asideOf = (belief: Pick<Belief, "moments">): Belief["moments"] => {
  const aside = belief.moments.filter(({ verdict }) => verdict === "does-not-count");
  return aside.length < several ? [] : aside.toReversed();
};

/** Nothing until several were set aside. */
export const SetAside = ({ belief }: { readonly belief: Belief }) => {
  const engine = useEngine();
  const today = engine.today();
  const aside = asideOf(belief);
  if (aside.length === 0) return null;
  const dated = datedMoments(belief, experiments(engine.state.value));
  return (
    <Card tone="sunk" title={t("beliefs.asideTitle")}>
      <p>{t("beliefs.asideLead", { n: aside.length })}</p>
      <ul class={css["past"]}>
        {aside.map(({ experiment, because }) => {
          const moment = dated.find(({ id }) => id === experiment);
          return (
            <li key={experiment}>
              <span dir="auto">{t("beliefs.asideReason", { text: because })}</span>
              {moment === undefined ? null : (
                <span class={css["when"]}>
                  {t("beliefs.asideFrom", { title: moment.title, day: daySaid(moment.day, today) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p>{t("beliefs.asideQuestion")}</p>
      <Soft>{t("beliefs.asideNote")}</Soft>
    </Card>
  );
};
