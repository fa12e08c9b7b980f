/** Brings a page up to date: says what will be different, shows all of it again, and only then sends it. */
import type { Share } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import type { DocumentDoc } from "../../parts/document-shape.ts";
import { Field } from "../../parts/field.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { listed } from "../shifts/shift-words.ts";
import { t } from "../words.ts";
import { hasOwn, keepDoc, useTodaysDoc } from "./kept-doc.ts";
import { Preview } from "./preview.tsx";
import { changed, closer, longest } from "./share-form.ts";
import { useDoing } from "./use-doing.ts";

interface RenewalProps {
  readonly share: Share;
  /** What they can read now; null where another device sent it. */
  readonly before: DocumentDoc | null;
  readonly onDone: () => void;
}

const ownOf = (doc: DocumentDoc | null): string =>
  doc?.sections.find(({ id }) => id === closer.own)?.sentences.join("\n\n") ?? "";

const difference = (before: DocumentDoc | null, after: DocumentDoc): string => {
  if (before === null) return t("share.renewUnknown");
  const titles = changed(before, after);
  return titles.length === 0 ? t("share.renewSame") : t("share.renewChanged", { list: listed(titles) });
};

/** Never more than was agreed to: own words can be changed only where there were some. */
export const Renewal = ({ share, before, onDone }: RenewalProps) => {
  const engine = useEngine();
  const [own, setOwn] = useState(ownOf(before));
  const doc = useTodaysDoc(share, own, before?.from ?? null);
  const doing = useDoing();
  const send = async (): Promise<void> => {
    if (!(await doing.run(() => engine.sendShare(share.id, doc)))) return;
    await keepDoc(engine, share.id, doc);
    onDone();
  };
  return (
    <Page
      key="renewal"
      title={t("share.renewTitle")}
      lead={difference(before, doc)}
      back={{ label: t("shell.back"), onBack: onDone }}
    >
      {hasOwn(share) ? (
        <Field
          label={t("share.own")}
          rows={4}
          max={longest.own}
          value={own}
          left={(n) => t("shell.left", { n })}
          onInput={setOwn}
        />
      ) : null}
      <Preview doc={doc} />
      <Notice urgent tone="care">
        {doing.notice === null ? null : t(doing.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={doing.busy} onPress={() => void send()}>
          {t("share.renewSend")}
        </Button>
      </Row>
    </Page>
  );
};
