/** Takes a file, or rows that are pasted. */
import { bytesMost } from "@belay/measures";
import type { Result } from "@belay/basics";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { FileField } from "../../parts/file-field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { t } from "../words.ts";
import { faultWords } from "./bring-words.ts";
import css from "./measures-in.module.css";
import { knownWords } from "./known-words.ts";
import { rowsIn, rowsOfFile, type FileFault, type RawRows } from "./read-file.ts";
import { begun, type Work } from "./work.ts";

/** Hands over the work once there is a table; until then it says what is wrong. */
export const ChooseFile = ({ onWork }: { readonly onWork: (work: Work) => void }) => {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const read = async (name: string, rows: Promise<Result<RawRows, FileFault>>): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const raw = await rows;
    const work = raw.ok ? begun(name, raw.value, knownWords) : raw;
    setBusy(false);
    if (work.ok) onWork(work.value);
    else setWrong(faultWords(work.error));
  };
  return (
    <>
      <FileField
        label={t("bring.file")}
        hint={t("bring.fileHint")}
        error={chosen === null ? undefined : (wrong ?? undefined)}
        chooseText={t("bring.choose")}
        chosenText={chosen ?? t("bring.noFile")}
        accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
        onFile={(file) => {
          setChosen(file.name);
          void read(file.name, rowsOfFile(file));
        }}
      />
      <div class={css["paste"]}>
        <Field
          label={t("bring.paste")}
          hint={t("bring.pasteHint")}
          error={chosen === null ? (wrong ?? undefined) : undefined}
          value={text}
          onInput={setText}
          rows={4}
          max={bytesMost}
        />
      </div>
      <Row>
        <Button
          busy={busy}
          onPress={() => {
            setChosen(null);
            void read(t("bring.pasted"), rowsIn(text));
          }}
        >
          {t(busy ? "bring.reading" : "bring.read")}
        </Button>
      </Row>
      <Soft>{t("bring.whole")}</Soft>
    </>
  );
};
