/** Shows everything that is carried, with the gauge, the limits, and what was laid down. */
import { experiments, loads, resentment, type Load } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { t } from "../words.ts";
import { AddLoad } from "./add-load.tsx";
import { piles as pilesOf } from "./lies.ts";
import { Limits } from "./limits.tsx";
import css from "./load.module.css";
import { LoadList, Picture } from "./picture.tsx";
import { Resentment } from "./resentment.tsx";

/** What was laid down, newest first, each still a way to its page. */
const LaidDown = ({ down }: { readonly down: readonly Load[] }) => {
  const today = useEngine().today();
  if (down.length === 0) return null;
  return (
    <Fold title={t("load.putFold")}>
      <ul class={css["list"]}>
        {down.map((load) => (
          <li key={load.id}>
            <Press look="line" onPress={() => go("load", load.id)}>
              <span class={css["entry"]}>
                <span>
                  <bdi>{load.title}</bdi>
                </span>
                <span>{load.putDownOn === null ? "" : daySaid(load.putDownOn, today)}</span>
              </span>
            </Press>
          </li>
        ))}
      </ul>
    </Fold>
  );
};

/** The page without a load chosen. */
export const Room = () => {
  const state = useEngine().state.value;
  const all = loads(state);
  const carried = all.filter(({ putDownOn }) => putDownOn === null);
  // Days are written so that their order as text is their order in time.
  const down = all
    .filter(({ putDownOn }) => putDownOn !== null)
    .toSorted((a, b) => (b.putDownOn ?? "").localeCompare(a.putDownOn ?? ""));
  const piles = pilesOf(all, experiments(state));
  return (
    <Page
      eyebrow={t("load.eyebrow")}
      title={t("load.title")}
      lead={t("load.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {/* An empty drawing would ask to be filled; the two questions below do it better. */}
      {carried.length === 0 ? null : (
        <>
          <Picture piles={piles} />
          <Card title={t("load.list")}>
            <LoadList piles={piles} />
          </Card>
        </>
      )}
      <AddLoad first={carried.length === 0} />
      <Resentment />
      <Card tone="sunk">
        <Row spread gap={1}>
          <Soft>{t("load.noLead")}</Soft>
          <Button small onPress={() => go("load", "~no")}>
            {t("load.noOpen")}
          </Button>
        </Row>
      </Card>
      <Limits />
      <LaidDown down={down} />
      {/* One card at a time: what the gauge is about comes first once it was used. */}
      <LessonHere moment={resentment(state).length > 0 ? "resentment" : "load"} />
    </Page>
  );
};
