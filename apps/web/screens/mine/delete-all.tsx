/**
 * Deletes everything on this device after a second, separate press.
 *
 * Two presses are enough against a slip: somebody in a hurry may need it. Where there is a lock, the passphrase is asked
 * too, so that nobody who picks up an open device deletes what is not theirs.
 */
import { asks, settings, shares } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useGuard } from "../lock/guard.tsx";
import { lockWords } from "../lock/lock-words.ts";
import { t } from "../words.ts";

/** What goes and what stays, as it is for this person at this moment. */
const Consequences = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const { backupOn, keepCopy } = settings(state);
  // Only where something of this person lies at the relay does the network matter.
  const outside =
    keepCopy ||
    asks(state).some(({ link, closed }) => link !== null && !closed) ||
    shares(state).some(({ revokedOn }) => revokedOn === null);
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
  const [wrong, setWrong] = useState<string | null>(null);
  const guard = useGuard();
  const remove = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const wiped = await guard.run(engine.wipe);
    setBusy(false);
    if (wiped === null || wiped.ok) return;
    setWrong(lockWords(wiped.error));
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
          {wrong}
        </Notice>
        <Row>
          <Button kind="caution" busy={busy} onPress={() => void remove()}>
            {t(busy ? "mine.deleting" : "mine.deleteYes")}
          </Button>
          <Button onPress={close}>{t("mine.deleteNo")}</Button>
        </Row>
      </Dialog>
      {guard.dialog}
    </Card>
  );
};
