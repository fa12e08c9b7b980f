/**
 * Shows one belief: how true it feels over time, what would count, and what then happened.
 *
 * The order is that of the method: how true it feels, what kind of truth it is, what would count, a test, what happened,
 * and only then another way to see it. Tests of this kind are probably more convincing than thinking a thought over, on
 * small studies (McMillan & Lee 2010, Clin Psychol Rev 30:467-478; Bennett-Levy 2003, Behav Cogn Psychother 31:261-277).
 */
import { beliefCatalogue } from "@belay/content";
import { beliefs } from "@belay/domain";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import { Alternative } from "./alternative.tsx";
import { beliefWords } from "./belief-words.ts";
import { Beliefs } from "./beliefs.tsx";
import { FactOrAlarm } from "./fact-or-alarm.tsx";
import { Moments } from "./moments.tsx";
import { PutToTest } from "./put-to-test.tsx";
import { SetAside } from "./set-aside.tsx";
import { Strength } from "./strength.tsx";
import { WhatCounts } from "./what-counts.tsx";

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
      <PutToTest belief={belief} />
      <Moments belief={belief} />
      <SetAside belief={belief} />
      <Alternative belief={belief} />
      <LessonHere moment="belief" />
    </Page>
  );
};
