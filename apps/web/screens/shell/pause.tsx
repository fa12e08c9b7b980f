/** Opens a pause over any screen: one question and one slow breath at once, the ways on a moment later. */
import { settings, type Settings } from "@belay/domain";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Chip, ChipGroup } from "../../parts/chip.tsx";
import { Sheet } from "../../parts/dialog.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { laterWords } from "../later-words.ts";
import { go, useScreen } from "../navigation.ts";
import type { PauseMoreProps } from "../pause/more.tsx";
import { t } from "../words.ts";
import { pauseLine } from "./pause-line.ts";
import { Pacer } from "./pause-pacer.tsx";
import css from "./pause.module.css";

/** What comes after the first breath. */
type Later = typeof import("../pause/later.ts");

/** Fetched when a pause opens, so that the first view stays small; without it there is still the breath. */
const useLater = (): Later | null => {
  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all([import("../pause/later.ts"), laterWords()]).then(
      ([file]) => (wanted ? setLater(file) : undefined),
      () => setLater(null),
    );
    return () => void (wanted = false);
  }, []);
  return later;
};

/** Starts anew each time it is opened. Nothing in it is recorded before a way on is chosen, and none has to be. */
const Inside = ({ onClose }: { readonly onClose: () => void }) => {
  const kept = settings(useEngine().state.value).breath;
  // What was set here holds at once, also where it cannot be kept.
  const [own, setOwn] = useState<Settings["breath"] | null>(null);
  const [alarm, setAlarm] = useState<PauseMoreProps["alarm"]>(null);
  const [around, setAround] = useState(false);
  const later = useLater();
  const place = useScreen();
  const opened = useRef(place);
  // Whatever leads on from here, the browser's own back as well, leads out of the pause.
  useEffect(() => {
    if (place !== opened.current) onClose();
  }, [place]);
  const breath = own ?? kept;
  return (
    <div class={css["pause"]}>
      <p>{pauseLine("stop")}</p>
      <ChipGroup label={pauseLine("alert")}>
        <Chip on={false} onToggle={() => go("help")}>
          {t("shell.pauseNow")}
        </Chip>
        <Chip on={alarm === "then"} onToggle={(on) => setAlarm(on ? "then" : null)}>
          {t("shell.pauseThen")}
        </Chip>
        <Chip on={alarm === "unsure"} onToggle={(on) => setAlarm(on ? "unsure" : null)}>
          {t("shell.pauseUnsure")}
        </Chip>
      </ChipGroup>
      {later === null ? null : <later.Unsure on={alarm === "unsure"} />}
      {around && later !== null ? <later.Around /> : <Pacer breath={breath} Signals={later?.Signals ?? null} />}
      <div class={css["beside"]}>
        <p>{around ? null : pauseLine("breath")}</p>
        <Soft>{pauseLine("breath-stop")}</Soft>
        {later === null ? null : <later.AroundSwitch around={around} onChange={setAround} />}
      </div>
      {later === null ? null : <later.PauseMore breath={breath} onBreath={setOwn} alarm={alarm} onClose={onClose} />}
      <Button kind="quiet" onPress={onClose}>
        {t("shell.pauseDone")}
      </Button>
    </div>
  );
};

/** The page behind stays as it is, with everything that was typed there. */
export const Pause = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => (
  <Sheet open={open} onClose={onClose} title={t("shell.pause")} closeText={t("shell.close")}>
    <Inside onClose={onClose} />
  </Sheet>
);
