/**
 * Shows what was expected beside what happened, refusals and bad outcomes included.
 *
 * Every number comes from the guidance’s figures; the sentences are chosen in `figures.ts`, where the tests hold them to
 * what the numbers bear.
 */
import { Button } from "../../parts/button.tsx";
import { FoldedFigures } from "../../parts/charts/figure.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { OffPaper, Printed } from "../../parts/printed.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { go } from "../navigation.ts";
import { ShiftsCard } from "../shifts/shifts-card.tsx";
import { t } from "../words.ts";
import { BackCard } from "./back-card.tsx";
import { BeliefsCard } from "./beliefs-card.tsx";
import { sorted } from "./came-back.ts";
import { CurveCard } from "./curve-card.tsx";
import { FearCard } from "./fear-card.tsx";
import { headline } from "./figures.ts";
import { ForThemCard } from "./for-them-card.tsx";
import { GapCard } from "./gap-card.tsx";
import type { Gathered } from "./gathered.ts";
import { KeepTables } from "./keep-tables.tsx";
import { MeasuresCards } from "./measures-cards.tsx";
import { OneByOne } from "./one-by-one.tsx";
import { OtherSide } from "./other-side.tsx";
import { ReachCard } from "./reach-card.tsx";
import { ThingCard } from "./thing-card.tsx";
import { isLong, useGathered } from "./use-gathered.ts";
import { usePrinting } from "./use-printing.ts";
import { WeeksCards } from "./weeks-cards.tsx";
import { YesCard } from "./yes-card.tsx";

/** Below the headline: what the page is for, or how many of the yeses were partial. */
const leadOf = (partial: number, empty: boolean): string | undefined => {
  if (empty) return t("evidence.leadEmpty");
  return partial === 0 ? undefined : t("evidence.partial", { n: partial });
};

interface CardsProps {
  readonly all: Gathered;
  readonly hurry: boolean;
  /** On paper nothing is folded up. */
  readonly open: boolean;
}

/** A card for each question, one by one where there is much; a card without numbers is left out rather than empty. */
const Cards = ({ all, hurry, open }: CardsProps) => {
  const { found, trials, experiments, violations, feared, felt } = all;
  // With much to show, each figure is its sentence until somebody wants more: ten drawings are too long for a phone.
  const folding = hurry || open ? null : { unfold: t("evidence.unfold"), fold: t("evidence.fold") };
  const titles = new Map(experiments.map(({ id, plan }) => [id, plan.title]));
  return (
    <FoldedFigures.Provider value={folding}>
      <OneByOne hurry={hurry || open}>
        {found.total === 0 ? null : <YesCard key="yes" found={found} />}
        <CurveCard key="curve" groups={all.groups} found={found} against={all.against} />
        {trials.length === 0 ? null : (
          <BackCard key="back" all={sorted(trials, experiments)} hurtful={found.hurtful} guarded={all.guarded} />
        )}
        {found.pairs.length === 0 ? null : (
          <FearCard key="fear" found={found} feared={feared} felt={felt} titles={titles} />
        )}
        <GapCard key="gap" violations={violations} titles={titles} />
        <ReachCard key="reach" tried={trials.length > 0} />
        <ThingCard key="thing" all={experiments} />
        <ForThemCard key="them" forThem={all.forThem} forThemSummary={all.forThemSummary} />
        <OtherSide key="other" all={experiments} />
        <BeliefsCard key="beliefs" all={experiments} />
        <ShiftsCard key="shifts" />
        <WeeksCards key="weeks" />
        <MeasuresCards key="measures" />
        {trials.length === 0 ? (
          <Row key="today">
            <Button onPress={() => go("today")}>{t("evidence.today")}</Button>
          </Row>
        ) : null}
        <OffPaper key="lesson">
          <LessonHere moment="evidence" />
        </OffPaper>
      </OneByOne>
    </FoldedFigures.Provider>
  );
};

/** On paper and in files, and what to think of before. */
const Paper = ({ print }: { readonly print: () => void }) => (
  <Stack gap={1}>
    <Row>
      <Button onPress={print}>{t("evidence.print")}</Button>
    </Row>
    <Soft>{t("evidence.fileHint")}</Soft>
  </Stack>
);

/** One sentence first, then the cards. While a long record is being read, the page says so and stays at hand. */
export const Evidence = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const all = useGathered(state);
  const { printing, print } = usePrinting();
  if (all === null) {
    return (
      <Page eyebrow={t("evidence.eyebrow")} title={t("evidence.readingTitle")}>
        <div role="status">
          <Soft>{t("evidence.reading")}</Soft>
        </div>
      </Page>
    );
  }
  const { found, trials } = all;
  const title = headline(found, trials.length);
  // Days may come in any order when they come from a backup, so the first is looked for.
  const first = trials.reduce<string | null>((day, trial) => (day === null || trial.day < day ? trial.day : day), null);
  const since = trials.find(({ day }) => day === first);
  const eyebrow =
    since === undefined
      ? t("evidence.eyebrow")
      : t("evidence.eyebrowSince", { n: trials.length, day: daySaid(since.day, engine.today()) });
  return (
    <KeepTables>
      <Printed flowing>
        <Page
          eyebrow={eyebrow}
          title={t(title, { yes: found.yes, total: found.total })}
          lead={leadOf(found.partial, title === "evidence.titleEmpty")}
        >
          <Cards all={all} hurry={!isLong(state)} open={printing} />
          <OffPaper>
            <Paper print={print} />
          </OffPaper>
        </Page>
      </Printed>
    </KeepTables>
  );
};
