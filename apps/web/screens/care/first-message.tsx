/** Helps with the first message to a therapist: two lengths to start from, to be changed, copied, or taken up as a step. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useDraft } from "../draft.ts";
import { go } from "../navigation.ts";
import { t, type MessageId } from "../words.ts";
import { CopyWords } from "./copy-words.tsx";
import { emptyMessage, firstTalkStep, isOwn, messageDraft, messages, withLength } from "./message-form.ts";

/** What the two lengths are called. */
const lengthWords: Readonly<Record<string, MessageId>> = {
  "care-message-short": "care.message.care-message-short",
  "care-message-shorter": "care.message.care-message-shorter",
};

/** The words wait as a draft, so that the page of the step can show them again. */
export const FirstMessage = () => {
  const { form, ready, change } = useDraft(messageDraft, emptyMessage);
  if (!ready) return null;
  const words = form.words.trim();
  const asStep = (
    <Button kind="quiet" onPress={() => go("try", firstTalkStep)}>
      {t("care.step")}
    </Button>
  );
  return (
    <Card title={t("care.messageTitle")}>
      <Soft>{t("care.messageLead")}</Soft>
      <Choice
        label={t("care.messageLength")}
        options={messages.flatMap(({ id }) => {
          const label = lengthWords[id];
          return label === undefined ? [] : [{ value: id, label: t(label) }];
        })}
        value={form.length === "" ? null : form.length}
        onChange={(length) => change(withLength(form, length))}
      />
      <Field
        label={t("care.messageWords")}
        hint={isOwn(form) ? t("care.messageChanged") : undefined}
        rows={5}
        max={2000}
        value={form.words}
        left={(n) => t("shell.left", { n })}
        onInput={(text) => change({ words: text })}
      />
      {words === "" ? (
        <div>{asStep}</div>
      ) : (
        <CopyWords label={t("care.copyMessage")} words={words}>
          {asStep}
        </CopyWords>
      )}
      <Soft>{t("care.stepHint")}</Soft>
    </Card>
  );
};

/** The message again, on the page of the step it was taken up as; nothing for any other step or without words. */
export const MessageTaken = ({ step }: { readonly step: string }) => {
  const { form, ready, change } = useDraft(messageDraft, emptyMessage);
  if (!ready || step !== firstTalkStep || form.words.trim() === "") return null;
  return (
    <Card>
      <Field
        label={t("care.messageWords")}
        rows={5}
        max={2000}
        value={form.words}
        left={(n) => t("shell.left", { n })}
        onInput={(words) => change({ words })}
      />
      <CopyWords label={t("care.copyMessage")} words={form.words.trim()} />
    </Card>
  );
};
