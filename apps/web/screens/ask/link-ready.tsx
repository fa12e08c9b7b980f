/** Hands a ready link to the person: to copy, or to share by the device's own means. */
import { experiment as experimentOf } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { CopyField } from "../../parts/field.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { dayWords, t, type MessageId } from "../words.ts";
import { canShare, copyText, shareText } from "./clipboard.ts";
import { justHanded } from "./just-handed.ts";
import { Stages } from "./stages.tsx";
import { useSend } from "./use-send.ts";
import type { WayProps } from "./way.ts";

/** Handing over is what makes it an ask that waits: copying and sharing record it, looking does not. */
export const LinkReady = (props: WayProps & { readonly ask: string; readonly url: string }) => {
  const engine = useEngine();
  const { save, sent } = useSend(props);
  const { ask, url, draft, experiment } = props;
  const [refused, setRefused] = useState(false);
  const closes =
    experimentOf(engine.state.value, experiment.id)?.asks.find((one) => one.id === ask)?.link?.closesOn ?? null;
  // Only handing over counts. A clipboard that refuses leaves the link in sight, to be copied by hand.
  const hand = async (way: () => Promise<boolean>, said: MessageId): Promise<void> => {
    const done = await way();
    setRefused(!done);
    if (!done) return;
    justHanded.value = { ask, said };
    await sent("link", draft.form.words.trim() === "" ? wordsIn(experiment, ask) : draft.form.words.trim(), ask);
  };
  return (
    <Page key="ready" title={t("ask.linkReady")} lead={t("ask.linkReadyLead")} above={<Stages at={2} />}>
      <CopyField label={t("ask.linkAddress")} value={url} />
      {closes === null ? null : <p>{t("ask.linkLead", { day: dayWords(closes) })}</p>}
      <Notice>{refused ? t("ask.copyFailed") : null}</Notice>
      {refused ? (
        <Row>
          <Button busy={save.busy} onPress={() => void hand(async () => true, "ask.linkGivenShare")}>
            {t("ask.linkByHand")}
          </Button>
        </Row>
      ) : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button
          kind="primary"
          icon="copy"
          busy={save.busy}
          onPress={() => void hand(() => copyText(url), "ask.linkGiven")}
        >
          {t("ask.linkCopy")}
        </Button>
        {canShare() ? (
          <Button icon="share" busy={save.busy} onPress={() => void hand(() => shareText(url), "ask.linkGivenShare")}>
            {t("ask.linkShare")}
          </Button>
        ) : null}
      </Row>
    </Page>
  );
};

/** The words as they were prepared, for a link whose draft is gone. */
const wordsIn = (experiment: WayProps["experiment"], ask: string): string =>
  experiment.asks.find((one) => one.id === ask)?.words ?? "";
