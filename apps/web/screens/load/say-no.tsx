/** Offers words for a no: to whom, in which tone, to be copied or taken along to somebody. */
import { noScripts, type NoKind, type NoScript, type NoTo } from "@belay/content";
import type { Load } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { copyText } from "../ask/clipboard.ts";
import { useDraft } from "../draft.ts";
import { back } from "../navigation.ts";
import { useTakeWords } from "../try/take-words.ts";
import { t, type MessageId } from "../words.ts";
import css from "./load.module.css";
import { looseNo } from "./ask-words.ts";

const audiences = ["anyone", "manager", "family", "friend"] as const satisfies readonly NoTo[];
const kinds = ["plain", "reason", "time"] as const satisfies readonly NoKind[];

/** To whom and how; kept, so that coming back finds the same words. */
type NoForm = { readonly to: string; readonly tone: string };

/** One sentence with its two ways on. */
const Sentence = ({
  script,
  text,
  onUse,
}: {
  readonly script: NoScript;
  /** In the tone that was chosen. */
  readonly text: string;
  readonly onUse: () => void;
}) => {
  const [copied, setCopied] = useState<MessageId | null>(null);
  const copy = async (): Promise<void> => setCopied((await copyText(text)) ? "load.noCopied" : "load.noCopyFailed");
  return (
    <li class={css["said"]}>
      <Soft>{t(`load.noKind.${script.kind}`)}</Soft>
      <p class={css["quote"]}>{text}</p>
      <Row gap={1}>
        <Button small icon="copy" label={t("load.noCopyThis", { text })} onPress={() => void copy()}>
          {t("load.noCopy")}
        </Button>
        <Button small kind="quiet" label={t("load.noUseThis", { text })} onPress={onUse}>
          {t("load.noUse")}
        </Button>
      </Row>
      <Notice tone={copied === "load.noCopied" ? "good" : "plain"}>{copied === null ? null : t(copied)}</Notice>
    </li>
  );
};

/**
 * Everything here can be used without sending anything: reading the words, or copying them, is a use of the page too.
 * With a load the step that says the no is linked to it; without one the words go along all the same.
 */
export const SayNo = ({ load }: { readonly load: Load | null }) => {
  const take = useTakeWords();
  const draft = useDraft<NoForm>("load-no", { to: "anyone", tone: "direct" });
  const to = audiences.find((audience) => audience === draft.form.to) ?? "anyone";
  const tone = draft.form.tone === "indirect" ? "indirect" : "direct";
  const use = (script: NoScript): Promise<boolean> =>
    take({ step: script.step, person: null, about: load?.id ?? looseNo, words: script[tone] });
  if (!draft.ready) return null;
  return (
    <Page
      eyebrow={load?.title ?? t("load.eyebrow")}
      title={t("load.noTitle")}
      lead={t("load.noLead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Choice
        label={t("load.noTo")}
        options={audiences.map((audience) => ({ value: audience, label: t(`load.noToIs.${audience}`) }))}
        value={to}
        onChange={(chosen) => draft.change({ to: chosen })}
      />
      <Choice
        label={t("load.noTone")}
        options={[
          { value: "direct", label: t("load.noDirect") },
          { value: "indirect", label: t("load.noIndirect") },
        ]}
        value={tone}
        onChange={(chosen) => draft.change({ tone: chosen })}
      />
      <Card>
        <ul>
          {kinds.flatMap((kind) =>
            noScripts
              .filter((script) => script.to === to && script.kind === kind)
              // The tone is part of the key: a sentence that was changed was not copied yet.
              .map((script) => (
                <Sentence
                  key={`${script.id}/${tone}`}
                  script={script}
                  text={script[tone]}
                  onUse={() => void use(script)}
                />
              )),
          )}
        </ul>
      </Card>
      <Soft>{t(to === "manager" ? "load.noWork" : "load.noAfter")}</Soft>
    </Page>
  );
};
