/** Copies words, says whether that worked, and shows them for copying by hand where it did not. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { copyText } from "../ask/clipboard.ts";
import { t } from "../words.ts";

interface CopyWordsProps {
  /** What the button says. */
  readonly label: string;
  /** Null while there is nothing to copy. */
  readonly words: string | null;
  /** Told when somebody wants to copy nothing. */
  readonly onNothing?: (() => void) | undefined;
  /** Other ways to take the words along, in the same row. */
  readonly children?: ComponentChildren;
}

/** What was copied is remembered, so that "Copied" never stands beside words that have changed since. */
export const CopyWords = ({ label, words, onNothing, children }: CopyWordsProps) => {
  const [tried, setTried] = useState<{ readonly words: string; readonly copied: boolean } | null>(null);
  const copy = (): void => {
    if (words === null) onNothing?.();
    else void copyText(words).then((copied) => setTried({ words, copied }));
  };
  const now = tried !== null && tried.words === words ? tried : null;
  return (
    <Stack gap={1}>
      <Row gap={1}>
        <Button onPress={copy}>{label}</Button>
        {children}
      </Row>
      <Notice tone={now?.copied === true ? "good" : "plain"}>
        {now === null ? null : t(now.copied ? "care.copied" : "care.copyFailed")}
      </Notice>
      {now === null || now.copied ? null : (
        <Field
          label={t("care.byHand")}
          rows={4}
          max={now.words.length}
          value={now.words}
          onInput={() => setTried({ ...now })}
        />
      )}
    </Stack>
  );
};
