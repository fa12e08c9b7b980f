/**
 * Shows one belief: how true it feels over time, what would count, and what then happened.
 *
 * The order is that of the method: how true it feels, what kind of truth it is, what would count, and only then what
 * happened.
 */
import { beliefCatalogue } from "@belay/content";
import { beliefs, type Belief as BeliefShown } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import { beliefWords, commonBelief } from "./belief-words.ts";
import { Beliefs } from "./beliefs.tsx";
import { Moments } from "./moments.tsx";
import { Strength } from "./strength.tsx";
import { WhatCounts } from "./what-counts.tsx";

/** A question to look at, with nothing to fill in: an answer typed under pressure is another alarm. */
const FactOrAlarm = ({ belief }: { readonly belief: BeliefShown }) => (
  <Card tone="sunk" title={t("beliefs.factTitle")}>
    <p>{commonBelief(belief.id)?.questionFact ?? t("beliefs.factOwn")}</p>
    <Soft>{t("beliefs.factNote")}</Soft>
  </Card>
);

/** Another sentence to hold beside it. One’s own beliefs have none, since only the person could write it. */
const Alternative = ({ belief }: { readonly belief: BeliefShown }) => {
  const common = commonBelief(belief.id);
  if (common === null) return null;
  return (
    <Card tone="moss" title={t("beliefs.otherTitle")}>
      <p>{common.alternative}</p>
      <Soft>{t("beliefs.otherNote")}</Soft>
    </Card>
  );
};

/** One belief by id; without an id the list. */
export const Belief = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  if (id === null) return <Beliefs />;
  const belief = beliefs(
    state,
    beliefCatalogue.map((common) => common.id),
  ).find((one) => one.id === id);
  const toList = { label: t("shell.back"), onBack: back };
  if (belief === undefined)
    return (
      <Page title={t("beliefs.gone")} lead={t("beliefs.goneText")} back={toList}>
        {null}
      </Page>
    );
  return (
    <Page
      key={belief.id}
      eyebrow={t("beliefs.eyebrow")}
      title={t("beliefs.quoted", { text: beliefWords(belief) })}
      back={toList}
    >
      <Strength belief={belief} />
      <FactOrAlarm belief={belief} />
      <WhatCounts belief={belief} />
      <Moments belief={belief} />
      <Alternative belief={belief} />
    </Page>
  );
};
