/** Shows a sentence to say, straight or leaving more room, and copies it. Nothing is sent from here. */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { copyText } from "../ask/clipboard.ts";
import { Slip } from "../ask/slip.tsx";
import type { Draft } from "../draft.ts";
import { t } from "../words.ts";
import type { PathForm } from "./form.ts";
import type { SayingId } from "./next.ts";

/** Both tones say the same thing; the second leaves more room. */
export const Saying = ({
  id,
  draft,
}: {
  readonly id: SayingId | "let-down";
  /** Holds the tone. */
  readonly draft: Draft<PathForm>;
}) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  const tone = draft.form.tone === "indirect" ? "indirect" : "direct";
  const words = t(`path.say.${id}.${tone}`);
  return (
    <Stack gap={2}>
      <Choice
        label={t("ask.register")}
        options={[
          { value: "direct", label: t("ask.direct") },
          { value: "indirect", label: t("ask.indirect") },
        ]}
        value={tone}
        onChange={(chosen) => {
          draft.change({ tone: chosen });
          setCopied(null);
        }}
      />
      <Slip words={words} />
      <Soft>{t("path.sayingLead")}</Soft>
      <Row gap={1}>
        <Button icon="copy" onPress={() => void copyText(words).then(setCopied)}>
          {t("path.sayingCopy")}
        </Button>
      </Row>
      <Notice tone={copied === true ? "good" : "plain"}>
        {copied === null ? null : t(copied ? "ask.copied" : "ask.copyFailed")}
      </Notice>
    </Stack>
  );
};
