/** Deletes one thing for good, after one question that says what that means and what it cannot do. */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { dispatchWords } from "../faults.ts";
import { t, type MessageId } from "../words.ts";

interface EraseOneProps {
  /** The ids of the facts that make it up, looked up when it is done. */
  readonly facts: () => readonly string[];
  /** What it is, for the name of the button. */
  readonly what: string;
  /** After it is gone. */
  readonly onGone: () => void;
}

/** There is no way back, so it is asked once; what was deleted when a later fact fails stays deleted. */
export const EraseOne = ({ facts, what, onGone }: EraseOneProps) => {
  const engine = useEngine();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const close = (): void => setOpen(false);
  const erase = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    for (const id of facts()) {
      const done = await engine.erase(id);
      if (done.ok) continue;
      setBusy(false);
      return setWrong(dispatchWords(done.error));
    }
    setBusy(false);
    close();
    onGone();
  };
  return (
    <>
      <Button small kind="quiet" haspopup="dialog" label={t("mine.eraseNamed", { what })} onPress={() => setOpen(true)}>
        {t("mine.erase")}
      </Button>
      <Dialog open={open} onClose={close} title={t("mine.eraseSure")} closeText={t("shell.close")}>
        <Stack>
          <p>“{what}”</p>
          <p>{t("mine.eraseText")}</p>
          <Soft>{t("mine.eraseCopies")}</Soft>
          <Notice urgent tone="care">
            {wrong === null ? null : t(wrong)}
          </Notice>
          <Row>
            <Button kind="caution" busy={busy} onPress={() => void erase()}>
              {t(busy ? "mine.erasing" : "mine.eraseYes")}
            </Button>
            <Button onPress={close}>{t("mine.deleteNo")}</Button>
          </Row>
        </Stack>
      </Dialog>
    </>
  );
};
