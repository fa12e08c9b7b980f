/**
 * The door: opens what the lock has closed.
 *
 * It shows nothing of what is behind it, not even how much there is. Help and exit stand above it as on every screen.
 */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { dispatchWords } from "../faults.ts";
import { t, type MessageId } from "../words.ts";
import { askPasskey } from "./passkey.ts";
import { PassForm } from "./pass-form.tsx";

/** The passkey, where one was set: beside the passphrase, never in its place. */
const ByPasskey = () => {
  const { lock } = useEngine();
  const [not, setNot] = useState(false);
  const open = async (): Promise<void> => {
    setNot(false);
    const asked = await lock.passkeySalt();
    const prf = asked === null ? null : await askPasskey(asked.credential, asked.salt);
    const opened = prf !== null && (await lock.unlockByPasskey(prf)).ok;
    setNot(!opened);
  };
  return (
    <Stack gap={1}>
      <div>
        <Button onPress={() => void open()}>{t("lock.withKey")}</Button>
      </div>
      <Notice urgent tone="care">
        {not ? t("lock.keyNot") : null}
      </Notice>
    </Stack>
  );
};

/** What is left to somebody who has forgotten the passphrase, said before anything is lost. */
const Forgotten = () => {
  const engine = useEngine();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const close = (): void => setOpen(false);
  const startOver = async (): Promise<void> => {
    setWrong(null);
    const wiped = await engine.wipe(null);
    if (!wiped.ok) setWrong(dispatchWords(wiped.error));
  };
  return (
    <Fold title={t("lock.forgotTitle")}>
      <Stack>
        <p>{t("lock.forgotNone")}</p>
        <p>{t("lock.forgotWords")}</p>
        <p>{t("lock.forgotFile")}</p>
        <div>
          <Button kind="caution" haspopup="dialog" onPress={() => setOpen(true)}>
            {t("lock.startOver")}
          </Button>
        </div>
      </Stack>
      <Dialog open={open} onClose={close} title={t("lock.startOverSure")} closeText={t("shell.close")}>
        <p>{t("lock.startOverText")}</p>
        <Notice urgent tone="care">
          {wrong === null ? null : t(wrong)}
        </Notice>
        <Row>
          <Button kind="caution" onPress={() => void startOver()}>
            {t("lock.startOverYes")}
          </Button>
          <Button onPress={close}>{t("lock.startOverNo")}</Button>
        </Row>
      </Dialog>
    </Fold>
  );
};

/** Once it opens, the app draws the place that was open before. */
export const Unlock = () => {
  const { lock } = useEngine();
  const { passkey, waitMs } = lock.status.value;
  return (
    <Page eyebrow={t("lock.eyebrow")} title={t("lock.openTitle")} lead={t("lock.openLead")}>
      <PassForm goText="lock.open" busyText="lock.opening" onPass={lock.unlock} waitMs={waitMs} />
      {passkey ? <ByPasskey /> : null}
      <Forgotten />
    </Page>
  );
};
