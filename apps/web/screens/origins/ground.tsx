/**
 * Comes after every sitting, however it ended, and in place of one on too heavy a day: the room one is in, how it is now,
 * when to seek help, and a small next thing with a person near it.
 */
import type { OriginEnd } from "@belay/domain";
import { useState } from "preact/hooks";
import { pauseLines } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { Pause } from "../shell/pause.tsx";
import { dayWords, t, type MessageId } from "../words.ts";
import { Heaviness } from "./begin.tsx";
import { Notes } from "./notes.tsx";
import css from "./origins.module.css";
import { mayBegin } from "./sitting.ts";

/**
 * Why this page is shown: an end, or a day on which nothing was begun. All lead to the same page, so that stopping never
 * looks like a worse way to end.
 */
export type Why = OriginEnd | "too-much";

const titles: Readonly<Record<Why, readonly [title: MessageId, lead: MessageId]>> = {
  done: ["origins.doneTitle", "origins.doneLead"],
  stopped: ["origins.stoppedTitle", "origins.stoppedLead"],
  time: ["origins.timeTitle", "origins.timeLead"],
  rose: ["origins.roseTitle", "origins.roseLead"],
  "too-much": ["origins.tooMuchTitle", "origins.tooMuchLead"],
};

/** A sentence of the pause, where it fits here too. */
const pauseText = (id: "now" | "breath-stop"): string => pauseLines.find((line) => line.id === id)?.text ?? "";

/** Asked only where it was not said yet. */
const After = ({ busy, saved, onSave }: { busy: boolean; saved: boolean; onSave: (after: number) => void }) => {
  const [after, setAfter] = useState<number | null>(null);
  return (
    <Card title={t("origins.afterTitle")}>
      <Heaviness label={t("origins.check")} value={after} onChange={setAfter} />
      <Notice tone="good">{saved ? t("origins.afterSaved") : null}</Notice>
      <div>
        <Button busy={busy} onPress={() => (after === null ? undefined : onSave(after))}>
          {t("origins.afterSave")}
        </Button>
      </div>
    </Card>
  );
};

/** Four ways on of the same weight; the first two have a person in them. */
const NextThing = () => (
  <Card tone="moss" title={t("origins.nextTitle")}>
    <p>{t("origins.nextLead")}</p>
    <Row>
      <Button onPress={() => go("together")}>{t("origins.nextTogether")}</Button>
      <Button onPress={() => go("circle")}>{t("origins.nextCircle")}</Button>
      <Button onPress={() => go("kindness")}>{t("origins.nextKindness")}</Button>
      <Button onPress={() => go("today")}>{t("origins.nextToday")}</Button>
    </Row>
  </Card>
);

/** `after` is null where it was not said; `ask` whether it can still be said. */
export const Ground = ({
  why,
  after,
  ask,
  busy,
  notice,
  onAfter,
}: {
  readonly why: Why;
  readonly after: number | null;
  readonly ask: boolean;
  readonly busy: boolean;
  readonly notice: MessageId | null;
  readonly onAfter: (after: number) => void;
}) => {
  const today = useEngine().today();
  const [pausing, setPausing] = useState(false);
  const [title, lead] = titles[why];
  // A heavy end has the way to a voice at once; a lighter one has it too, further down and smaller.
  const heavy = why === "rose" || why === "too-much" || (after !== null && !mayBegin(after));
  return (
    <Page title={t(title)} lead={t(lead)}>
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Card tone="sunk" title={t("origins.groundTitle")}>
        <ul class={css["ground"]}>
          <li>{t("origins.groundDay", { day: dayWords(today, "long") })}</li>
          <li>{t("origins.groundSee")}</li>
          <li>{t("origins.groundFeet")}</li>
        </ul>
        {/* The words of the pause, for whoever knows it meets them again here. */}
        <Soft>{pauseText("now")}</Soft>
        <Soft>{pauseText("breath-stop")}</Soft>
        <div>
          <Button haspopup="dialog" onPress={() => setPausing(true)}>
            {t("shell.pause")}
          </Button>
        </div>
        <Pause open={pausing} onClose={() => setPausing(false)} />
      </Card>
      {heavy ? (
        <Card>
          <p>{t("origins.afterHeavy")}</p>
          <div>
            <Button onPress={() => go("help")}>{t("origins.helpNow")}</Button>
          </div>
        </Card>
      ) : null}
      {ask ? <After busy={busy} saved={after !== null} onSave={onAfter} /> : null}
      <Card>
        {/* Nothing was begun on too heavy a day, so there is no afterwards to speak of. */}
        <Notes only={why === "too-much" ? ["origins-help"] : ["origins-after", "origins-help"]} />
        {heavy ? null : (
          <div>
            <Button small kind="quiet" onPress={() => go("help")}>
              {t("origins.helpNow")}
            </Button>
          </div>
        )}
      </Card>
      <NextThing />
    </Page>
  );
};
