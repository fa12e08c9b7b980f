/** Keeps an open link at hand: copy it again, or close it. */
import type { Ask } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CopyField } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { dayWords, t, type MessageId } from "../words.ts";
import { copyText } from "./clipboard.ts";
import { linkWords } from "./link-faults.ts";

/** Nothing for asks without a link. */
export const LinkOf = ({ ask, name }: { readonly ask: Ask; readonly name: string }) => {
  const engine = useEngine();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<MessageId | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  if (ask.link === null) return null;
  if (ask.closed) return <Soft>{t("ask.openClosed")}</Soft>;
  const again = async (): Promise<void> => {
    const url = await engine.linkFor(ask.id);
    // Only where the relay could not be asked: a press that did nothing would leave the person guessing.
    if (url === null) return setSaid("faults.linkOfflineKept");
    const copied = await copyText(url);
    setShown(copied ? null : url);
    setSaid(copied ? "ask.openCopied" : "ask.copyFailed");
  };
  const close = async (): Promise<void> => {
    setBusy(true);
    const closed = await engine.closeLink(ask.id);
    setBusy(false);
    setAsking(false);
    setSaid(closed.ok ? null : linkWords(closed.error));
  };
  return (
    <>
      <Soft>{t("ask.openCloses", { day: dayWords(ask.link.closesOn) })}</Soft>
      <Row gap={1}>
        <Button small icon="copy" onPress={() => void again()}>
          {t("ask.openLinkAgain")}
        </Button>
        <Button small kind="quiet" haspopup="dialog" onPress={() => setAsking(true)}>
          {t("ask.openClose")}
        </Button>
      </Row>
      <Notice>{said === null ? null : t(said)}</Notice>
      {shown === null ? null : <CopyField label={t("ask.linkAddress")} value={shown} />}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("ask.openClose")} closeText={t("shell.close")}>
        <p>{t("ask.openCloseSure", { name })}</p>
        <Row>
          <Button kind="caution" busy={busy} onPress={() => void close()}>
            {t("ask.openCloseYes")}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {t("shell.back")}
          </Button>
        </Row>
      </Dialog>
    </>
  );
};
