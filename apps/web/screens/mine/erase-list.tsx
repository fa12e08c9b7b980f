/** Lists what was noted, newest first, so that any one thing of it can be deleted. */
import type { LocalDay } from "@belay/basics";
import { checkins, experiments, sittings, sourceRounds, weeksCounted, type State } from "@belay/domain";
import { instrumentOf } from "@belay/measures";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { energyWords } from "../today/energy.ts";
import { t } from "../words.ts";
import { EraseOne } from "./erase-one.tsx";
import { factsOfTry } from "./facts-about.ts";
import css from "./mine.module.css";

/** One thing that was noted. */
interface Noted {
  readonly id: string;
  readonly day: LocalDay;
  readonly what: string;
  readonly facts: readonly string[] | null;
}

/** How much of somebody's own words is shown. */
const most = 80;

const shortly = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What was measured: a questionnaire by its name, a list that was brought along as one thing, a week of counts. */
const measured = (state: State): readonly Noted[] => {
  const all = sittings(state);
  return [
    ...all
      // One list is one fact: its first sitting stands for it.
      .filter(({ entry }, at) => all.findIndex((other) => other.entry === entry) === at)
      .map(({ entry, day, set, instrument }) => {
        const known = instrumentOf(instrument);
        const what =
          set === "imported" ? t("mine.eraseImported") : known === null ? instrument : t(`change.name.${known.id}`);
        return { id: entry, day, what, facts: [entry] };
      }),
    ...weeksCounted(state).map(({ id, day }) => ({ id, day, what: t("mine.eraseWeek"), facts: [id] })),
    ...sourceRounds(state).map(({ id, day }) => ({ id, day, what: t("mine.eraseSources"), facts: [id] })),
  ];
};

/** Check-ins by their words, else by how it was; tries by their titles; what was measured. */
export const notedThings = (state: State): readonly Noted[] =>
  [
    ...checkins(state).map(({ id, day, carrying, energy }) => ({
      id,
      day,
      what: shortly(carrying ?? t(energy === null ? "mine.eraseCheckin" : energyWords(energy))),
      facts: [id],
    })),
    ...measured(state),
    ...experiments(state).map(({ id, plan }) => ({ id, day: plan.day, what: shortly(plan.title), facts: null })),
  ].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));

/** How many are shown at first, and how many more at a time. */
const slice = 8;

/** Folded, since it is wanted rarely. */
export const EraseList = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const [shown, setShown] = useState(slice);
  const [gone, setGone] = useState(false);
  const all = notedThings(state);
  return (
    <Card title={t("mine.eraseTitle")}>
      <Soft>{t("mine.eraseLead")}</Soft>
      <Notice tone="good">{gone ? t("mine.erased") : null}</Notice>
      {all.length === 0 ? (
        <Soft>{t("mine.eraseNone")}</Soft>
      ) : (
        <Fold title={t("mine.eraseShow")}>
          <Stack>
            <ul class={css["noted"]}>
              {all.slice(0, shown).map(({ id, day, what, facts }) => (
                <li key={id}>
                  <span>
                    <Soft>{daySaid(day, engine.today())}</Soft>
                    <span dir="auto">{what}</span>
                  </span>
                  <EraseOne
                    what={what}
                    facts={() => facts ?? factsOfTry(engine.state.value, id)}
                    onGone={() => setGone(true)}
                  />
                </li>
              ))}
            </ul>
            {all.length > shown ? (
              <div>
                <Button small kind="quiet" onPress={() => setShown(shown + slice)}>
                  {t("mine.eraseMore")}
                </Button>
              </div>
            ) : null}
          </Stack>
        </Fold>
      )}
    </Card>
  );
};
