/**
 * Makes a backup file: its words are shown once, then the file is handed over.
 *
 * The browser does not tell whether a download was kept, so the page says "handed over" and asks to look.
 */
import { settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { useGuard } from "../lock/guard.tsx";
import { daysApart, t, type MessageId } from "../words.ts";
import { backupWords } from "./backup-faults.ts";
import { fileName, nudge } from "./backup-file.ts";
import css from "./mine.module.css";
import { saveFile } from "./save-file.ts";

/** A file and the words that open it. */
interface Made {
  readonly file: Uint8Array;
  readonly words: readonly string[];
}

/** When the last file was made, and a word about a new one where that is worth it. */
const LastOne = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const { backupOn } = settings(state);
  const today = engine.today();
  const advice = nudge(state, today);
  return (
    <Stack gap={1}>
      <p>
        {backupOn === null
          ? t("mine.backupNever")
          : t("mine.backupLast", { day: daySaid(backupOn, today), ago: daysApart(today, backupOn) })}
      </p>
      {advice === "none" ? null : <Soft>{t(advice === "first" ? "mine.backupNudgeFirst" : "mine.backupNudge")}</Soft>}
    </Stack>
  );
};

/** The words, and the file once they are written down. */
const Words = ({
  made,
  onSave,
  onDiscard,
}: {
  readonly made: Made;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) => {
  const [written, setWritten] = useState(false);
  const [early, setEarly] = useState(false);
  return (
    <Landing>
      <Stack>
        <h3>{t("mine.wordsTitle")}</h3>
        <p>{t("mine.wordsText")}</p>
        <ol class={css["words"]} translate={false} dir="ltr">
          {made.words.map((word, index) => (
            <li key={`${index}/${word}`}>{word}</li>
          ))}
        </ol>
        <Switch
          label={t("mine.wordsWritten")}
          on={written}
          onChange={(on) => {
            setWritten(on);
            setEarly(false);
          }}
        />
        <Notice urgent tone="care">
          {early ? t("mine.wordsFirst") : null}
        </Notice>
        <Row>
          <Button kind="primary" onPress={() => (written ? onSave() : setEarly(true))}>
            {t("mine.fileSave")}
          </Button>
          <Button kind="quiet" onPress={onDiscard}>
            {t("mine.fileDiscard")}
          </Button>
        </Row>
      </Stack>
    </Landing>
  );
};

/** File and words are in memory alone, and forgotten as soon as they were handed over. */
export const BackupOut = () => {
  const engine = useEngine();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const [saved, setSaved] = useState<MessageId | null>(null);
  const guard = useGuard();
  const name = fileName(engine.today());
  const make = async (): Promise<void> => {
    setMaking(true);
    setWrong(null);
    setSaved(null);
    const result = await guard.run(engine.exportBackup);
    setMaking(false);
    if (result === null) return;
    if (result.ok) setMade(result.value);
    else setWrong(backupWords(result.error));
  };
  const hand = async ({ file }: Made): Promise<void> => {
    saveFile(name, file);
    // Gone from memory before anything else can fail: the words have been written down.
    setMade(null);
    const noted = await engine.dispatch({ kind: "settings/note-backup" });
    setSaved(noted.ok ? "mine.fileSaved" : "mine.fileSavedUnnoted");
  };
  return (
    <Card title={t("mine.backupTitle")}>
      <LastOne />
      <Soft>{t("mine.backupLead")}</Soft>
      <Notice urgent tone="care">
        {wrong === null ? null : t(wrong)}
      </Notice>
      <Notice tone="good">
        {saved === null ? null : (
          <>
            <p>{t(saved, { name })}</p>
            <p>{t("mine.fileKeep")}</p>
          </>
        )}
      </Notice>
      {made === null ? (
        <div>
          <Button busy={making} onPress={() => void make()}>
            {t(making ? "mine.backupMaking" : "mine.backupMake")}
          </Button>
        </div>
      ) : (
        <Words made={made} onSave={() => void hand(made)} onDiscard={() => setMade(null)} />
      )}
      {guard.dialog}
    </Card>
  );
};
