/**
 * Deletes everything on this device after a second, separate press.
 *
 * Deleting never needs a typed word: somebody in a hurry may need it, and two separate presses are enough against a slip.
 */
import { asks, settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { dispatchWords } from "../faults.ts";
import { t, type MessageId } from "../words.ts";

/** What goes and what stays, as it is for this person at this moment. */
const Consequences = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const { backupOn, keepCopy } = settings(state);
  // Only where something of this person lies at the relay does the network matter.
  const outside = keepCopy || asks(state).some(({ link, closed }) => link !== null && !closed);
  return (
    <Stack gap={1}>
      <p>{t("mine.deleteGoes")}</p>
      {keepCopy ? <p>{t("mine.deleteCopy")}</p> : null}
      <p>{t("mine.deleteStays")}</p>
      {backupOn === null ? <p>{t("mine.deleteNoBackup")}</p> : null}
      {outside && !engine.online.value ? <p>{t("mine.deleteOffline")}</p> : null}
    </Stack>
  );
};

/** Once everything is deleted the whole app says so; there is nothing left to show here. */
export const DeleteAll = () => {
  const engine = useEngine();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const wiped = await engine.wipe();
    setBusy(false);
    if (wiped.ok) return;
    setWrong(dispatchWords(wiped.error));
    // Escape may have closed the dialog meanwhile; the bad news has to be seen.
    setOpen(true);
  };
  const close = (): void => setOpen(false);
  return (
    <Card title={t("mine.deleteTitle")}>
      <Soft>{t("mine.deleteLead")}</Soft>
      <div>
        <Button kind="caution" haspopup="dialog" onPress={() => setOpen(true)}>
          {t("mine.deleteOpen")}
        </Button>
      </div>
      <Dialog open={open} onClose={close} title={t("mine.deleteSure")} closeText={t("shell.close")}>
        <Consequences />
        <Notice urgent tone="care">
          {wrong === null ? null : t(wrong)}
        </Notice>
        <Row>
          <Button kind="caution" busy={busy} onPress={() => void remove()}>
            {t(busy ? "mine.deleting" : "mine.deleteYes")}
          </Button>
          <Button onPress={close}>{t("mine.deleteNo")}</Button>
        </Row>
      </Dialog>
    </Card>
  );
};
