/** Copies the words for a message of the person's own. */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { replace } from "../navigation.ts";
import { t } from "../words.ts";
import { copyText } from "./clipboard.ts";
import { Slip } from "./slip.tsx";
import { useSend } from "./use-send.ts";
import type { WayProps } from "./way.ts";

/** Only the person knows whether it was sent, so only they say so. */
export const Copying = (props: WayProps) => {
  const { save, sent } = useSend(props);
  const { experiment, words, onBack } = props;
  const [copied, setCopied] = useState<boolean | null>(null);
  // The press that led here asked for exactly this, so it is done at once; browsers allow it that soon after a press.
  useEffect(() => void copyText(words).then(setCopied), []);
  return (
    <Page key="copying" title={t("ask.copy")} back={{ label: t("shell.back"), onBack }}>
      <Notice tone={copied === true ? "good" : "plain"}>
        {copied === null ? null : t(copied ? "ask.copied" : "ask.copyFailed")}
      </Notice>
      <Slip words={words} />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button
          kind="primary"
          busy={save.busy}
          onPress={() =>
            void sent("own-message", words).then((done) => (done ? replace("ask", experiment.id) : undefined))
          }
        >
          {t("ask.copyDone")}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t("ask.sayNot")}
        </Button>
      </Row>
    </Page>
  );
};
