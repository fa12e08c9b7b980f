/** Draws what comes after the first breath: the body, then and now, and five ways on of the same weight. */
import { bodyCues } from "@belay/content";
import { settings, type PauseChoice, type Settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Chip, ChipGroup } from "../../parts/chip.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { go, useScreen } from "../navigation.ts";
import { useSave } from "../save.ts";
import { pauseLine } from "../shell/pause-line.ts";
import { cornerId } from "../try/corner-id.ts";
import { t } from "../words.ts";
import { PaceFold } from "./pace-fold.tsx";
import css from "./pause-more.module.css";

/** What the sheet hands on. */
export interface PauseMoreProps {
  readonly breath: Settings["breath"];
  readonly onBreath: (breath: Settings["breath"]) => void;
  /** What was answered above; danger now leads away at once and never arrives here. */
  readonly alarm: "then" | "unsure" | null;
  readonly onClose: () => void;
}

/** The body alone, and not knowing. */
const cues = bodyCues.filter(({ kind }) => kind === "body" || kind === "unsure");

/** In the order they are drawn; none is first among them. */
const ends = [
  ["ask", "pause.ask"],
  ["accept", "pause.accept"],
  ["wait", "pause.wait"],
  ["alone", "pause.alone"],
  ["not-possible", "pause.notPossible"],
] as const;

/** It cannot be done alone, so somebody is needed: three ways to somebody. */
const ManyHands = () => (
  <Landing>
    <Stack gap={1}>
      <h3>{t("pause.manyHands")}</h3>
      <p>{t("pause.manyHandsText")}</p>
      <Button wide onPress={() => go("try", cornerId)}>
        {t("pause.corner")}
      </Button>
      <Button wide onPress={() => go("circle", "~no-one")}>
        {t("pause.noOne")}
      </Button>
      <Button wide onPress={() => go("help")}>
        {t("shell.helpLabel")}
      </Button>
    </Stack>
  </Landing>
);

/** The five; what is chosen is recorded, and then leads on. */
const Ends = ({ cue, alarm, onClose }: Pick<PauseMoreProps, "alarm" | "onClose"> & { readonly cue: string | null }) => {
  const save = useSave();
  const { screen } = useScreen();
  const [chosen, setChosen] = useState<PauseChoice | null>(null);
  const [here, setHere] = useState<"wait" | "not-possible" | null>(null);
  const onwards = (choice: PauseChoice): void => {
    if (choice === "wait" || choice === "not-possible") setHere(choice);
    // An ask that stands behind the pause is the one that is meant.
    else if (choice === "ask" && (screen === "ask" || screen === "try")) onClose();
    else if (choice === "ask") go("try", cornerId);
    else if (choice === "accept") go("steps", "accept");
    else go("alone");
  };
  const choose = async (choice: PauseChoice): Promise<void> => {
    setChosen(choice);
    if ((await save.run({ kind: "pauses/take", cue, when: alarm, choice })) !== null) onwards(choice);
  };
  if (here === "not-possible") return <ManyHands />;
  if (here === "wait") {
    return (
      <Landing>
        <p>{t("pause.waited")}</p>
      </Landing>
    );
  }
  return (
    <div class={css["ends"]} role="group" aria-labelledby="pause-ends">
      <h3 id="pause-ends">{t("pause.ends")}</h3>
      <Soft>{t("pause.endsLead")}</Soft>
      {ends.map(([choice, words]) => (
        <Button key={choice} wide busy={save.busy} onPress={() => void choose(choice)}>
          {t(words)}
        </Button>
      ))}
      <Notice urgent tone="care">
        {save.notice === null || chosen === null ? null : (
          <>
            <p>{t(save.notice)}</p>
            {/* A full disk must not stand between anybody and somebody. */}
            <Row>
              <Button small onPress={() => onwards(chosen)}>
                {t("pause.goOn")}
              </Button>
            </Row>
          </>
        )}
      </Notice>
    </div>
  );
};

/** Each part stands by itself: any of them can be passed over. */
export const PauseMore = ({ breath, onBreath, alarm, onClose }: PauseMoreProps) => {
  const begun = settings(useEngine().state.value).introSeen;
  const [cue, setCue] = useState<string | null>(null);
  return (
    <>
      <PaceFold breath={breath} onBreath={onBreath} />
      <ChipGroup label={t("pause.cues")}>
        {cues.map(({ id, text }) => (
          <Chip key={id} on={cue === id} onToggle={(on) => setCue(on ? id : null)}>
            {text}
          </Chip>
        ))}
      </ChipGroup>
      <div class={css["times"]}>
        <p>{pauseLine("then")}</p>
        <p>{pauseLine("now")}</p>
      </div>
      {begun ? (
        <>
          <Ends cue={cue} alarm={alarm} onClose={onClose} />
          <Card tone="sunk">
            <Soft>{t("pause.people")}</Soft>
            <Row gap={1}>
              <Button small onPress={() => go("undo")}>
                {t("undo.title")}
              </Button>
              <Button small onPress={() => go("together")}>
                {t("together.title")}
              </Button>
            </Row>
          </Card>
          <LessonHere moment="pause" />
        </>
      ) : (
        <Soft>{t("pause.soon")}</Soft>
      )}
    </>
  );
};
