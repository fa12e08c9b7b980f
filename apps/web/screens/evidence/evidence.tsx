/**
 * Shows what was expected beside what happened, refusals and bad outcomes included.
 *
 * Every number comes from the guidance’s figures; the sentences are chosen in `figures.ts`, where the tests hold them to
 * what the numbers bear.
 */
import { experiments, trials } from "@belay/domain";
import { evidence } from "@belay/guidance";
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { go } from "../navigation.ts";
import { ShiftsCard } from "../shifts/shifts-card.tsx";
import { t } from "../words.ts";
import { BackCard } from "./back-card.tsx";
import { BeliefsCard } from "./beliefs-card.tsx";
import { sorted } from "./came-back.ts";
import { FearCard } from "./fear-card.tsx";
import { headline } from "./figures.ts";
import { OtherSide } from "./other-side.tsx";
import { ThingCard } from "./thing-card.tsx";
import { YesCard } from "./yes-card.tsx";

/** Below the headline: what the page is for, or how many of the yeses were partial. */
const leadOf = (partial: number, empty: boolean): string | undefined => {
  if (empty) return t("evidence.leadEmpty");
  return partial === 0 ? undefined : t("evidence.partial", { n: partial });
};

/** One sentence first, then a card for each question. A card without numbers is left out rather than empty. */
export const Evidence = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const tries = trials(state);
  const all = experiments(state);
  const found = evidence(tries);
  const title = headline(found, tries.length);
  // Days may come in any order when they come from a backup, so the first is looked for.
  const first = tries.reduce<string | null>((day, trial) => (day === null || trial.day < day ? trial.day : day), null);
  const since = tries.find(({ day }) => day === first);
  const eyebrow =
    since === undefined
      ? t("evidence.eyebrow")
      : t("evidence.eyebrowSince", { n: tries.length, day: daySaid(since.day, engine.today()) });
  return (
    <Page
      eyebrow={eyebrow}
      title={t(title, { yes: found.yes, total: found.total })}
      lead={leadOf(found.partial, title === "evidence.titleEmpty")}
    >
      {found.total === 0 ? null : <YesCard found={found} />}
      {tries.length === 0 ? null : <BackCard all={sorted(tries, all)} hurtful={found.hurtful} />}
      {found.pairs.length === 0 ? null : (
        <FearCard found={found} titles={new Map(all.map(({ id, plan }) => [id, plan.title]))} />
      )}
      <ThingCard all={all} />
      <OtherSide all={all} />
      <BeliefsCard />
      <ShiftsCard />
      {tries.length === 0 ? (
        <Row>
          <Button onPress={() => go("today")}>{t("evidence.today")}</Button>
        </Row>
      ) : null}
      <LessonHere moment="evidence" />
    </Page>
  );
};
