/**
 * Brings a backup file back, in whole or not at all.
 *
 * Every fault leaves what is here as it was, and the words in the field, so that one letter can be mended.
 */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { FileField } from "../../parts/file-field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { backupWords } from "./backup-faults.ts";
import { readMost, typedWords, wordCount } from "./backup-file.ts";

/** The bytes of a file, or the sentence that says why there are none. */
const bytesOf = async (file: File): Promise<Uint8Array | string> => {
  if (file.size > readMost) return t("faults.backupTooLarge");
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => t("faults.fileUnread"),
  );
};

/** What still keeps the form from being sent, in words; null when nothing does. */
export const lacking = (file: File | null, words: readonly string[]): string | null => {
  if (file === null || words.length === 0) return t("mine.restoreMissing");
  return words.length === wordCount ? null : t("mine.restoreCount", { n: words.length });
};

/** The words are not kept as a draft: they open everything. */
export const BackupIn = () => {
  const engine = useEngine();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [back, setBack] = useState<number | null>(null);
  const [other, setOther] = useState(false);
  const restore = async (merge = false): Promise<void> => {
    const words = typedWords(text);
    const lacks = lacking(file, words);
    setWrong(lacks);
    setBack(null);
    setOther(false);
    if (lacks !== null || file === null) return;
    setBusy(true);
    const bytes = await bytesOf(file);
    const result = typeof bytes === "string" ? null : await engine.importBackup(bytes, words.join(" "), { merge });
    setBusy(false);
    if (typeof bytes === "string") return setWrong(bytes);
    if (result === null) return;
    if (!result.ok) {
      setOther(result.error.type === "OtherVault");
      return setWrong(t(backupWords(result.error)));
    }
    setBack(result.value.events);
    // The words leave the page as soon as they have done their work.
    setFile(null);
    setText("");
  };
  return (
    <Card title={t("mine.restoreTitle")}>
      <Soft>{t("mine.restoreLead")}</Soft>
      <FileField
        label={t("mine.restoreFile")}
        chooseText={t("mine.restoreChoose")}
        chosenText={file === null ? t("mine.restoreNoFile") : file.name}
        onFile={(chosen) => {
          setFile(chosen);
          setWrong(null);
          setBack(null);
          setOther(false);
        }}
      />
      <Field
        label={t("mine.restoreWords")}
        hint={t("mine.restoreWordsHint")}
        value={text}
        onInput={setText}
        rows={3}
        max={400}
      />
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      <Notice tone="good">{back === null ? null : t("mine.restored", { n: back })}</Notice>
      <Row>
        <Button busy={busy} onPress={() => void restore()}>
          {t(busy ? "mine.restoring" : "mine.restoreGo")}
        </Button>
        {other && !busy ? (
          <Button kind="quiet" onPress={() => void restore(true)}>
            {t("mine.restoreBeside")}
          </Button>
        ) : null}
      </Row>
    </Card>
  );
};
