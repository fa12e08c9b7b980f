/** Asks for the passphrase: behind the lock, and once more before what cannot be taken back. */
import type { Result } from "@belay/basics";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { LockFault } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Form } from "../../parts/form.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { SecretField } from "../../parts/secret-field.tsx";
import { t, type MessageId } from "../words.ts";
import { isGuess, lockWords, secondsOf } from "./lock-words.ts";
import { useWait } from "./wait.ts";

interface PassFormProps {
  /** What the button does, and what it says while that takes its time. */
  readonly goText: MessageId;
  readonly busyText: MessageId;
  /** Ok ends the form; a fault about the guess leaves it open. */
  readonly onPass: (pass: string) => Promise<Result<unknown, LockFault>>;
  /** How long the lock still waits from guesses made before, in ms. */
  readonly waitMs: number;
  /** Beside the button. */
  readonly children?: ComponentChildren;
}

/** What was typed is forgotten as soon as it was right, and never kept as a draft. */
export const PassForm = ({ goText, busyText, onPass, waitMs, children }: PassFormProps) => {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [fault, setFault] = useState<LockFault | null>(null);
  const left = useWait(fault !== null && "waitMs" in fault ? fault.waitMs : waitMs, fault);
  const send = async (): Promise<void> => {
    if (busy) return;
    setEmpty(text === "");
    if (text === "") return;
    setBusy(true);
    const result = await onPass(text);
    setBusy(false);
    setFault(result.ok ? null : result.error);
    if (result.ok) setText("");
  };
  return (
    <Form onSend={() => void send()}>
      <SecretField
        label={t("lock.passphrase")}
        value={text}
        onInput={setText}
        error={empty ? t("lock.empty") : undefined}
        showText={t("lock.show")}
        hideText={t("lock.hide")}
      />
      <Notice urgent tone="care">
        {fault === null ? null : isGuess(fault) ? t("lock.wrong") : lockWords(fault)}
      </Notice>
      {/* Outside the notice: a sentence that changes every second must not be read out every second. */}
      {left > 0 ? <Soft>{t("lock.waitStill", { n: secondsOf(left) })}</Soft> : null}
      <Notice>{busy ? t(busyText) : null}</Notice>
      <Row>
        <Button submit kind="primary" busy={busy} disabled={left > 0}>
          {t(goText)}
        </Button>
        {children}
      </Row>
    </Form>
  );
};
