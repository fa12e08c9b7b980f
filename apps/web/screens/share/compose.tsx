/** Composes a page for a therapist: picking, looking over exactly what will be shared, making the link. */
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import type { DocumentDoc } from "../../parts/document-shape.ts";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { printPage } from "../mine/print-page.ts";
import { back, replace } from "../navigation.ts";
import { i18n, t, type MessageId } from "../words.ts";
import { keepDoc } from "./kept-doc.ts";
import { offeredSections } from "./offered.ts";
import { ForWhom, Picks, useFrom } from "./picking.tsx";
import { Preview } from "./preview.tsx";
import { chosen, closer, docBytes, docOf, emptyShare, missing, mostBytes, untilOf } from "./share-form.ts";
import { shareFault } from "./share-faults.ts";

/** The document as it would be sent, once more and with nothing else on the page. */
const LookOver = ({
  doc,
  onChange,
  onMade,
}: {
  readonly doc: DocumentDoc;
  readonly onChange: () => void;
  readonly onMade: () => void;
}) => {
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<MessageId | null>(null);
  const make = async (): Promise<void> => {
    setBusy(true);
    const scope = doc.sections.map(({ id }) => id);
    const { to, purpose, until } = doc;
    const made = await engine.prepareShare({ to, purpose, scope, until, item9: scope.includes(closer.item9) });
    setBusy(false);
    setNotice(made.ok ? null : shareFault(made.error));
    if (!made.ok) return;
    await keepDoc(engine, made.value.share, doc);
    onMade();
    replace("share", made.value.share);
  };
  return (
    <Page
      key="look"
      title={t("share.preview")}
      lead={t("share.previewLead")}
      back={{ label: t("share.change"), onBack: onChange }}
    >
      <Preview doc={doc} />
      <p>{t("share.plain")}</p>
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={busy} onPress={() => void make()}>
          {t("share.make")}
        </Button>
        <Button kind="quiet" onPress={printPage}>
          {t("share.print")}
        </Button>
      </Row>
    </Page>
  );
};

/** Two stages: picking, and looking it over. What is half done waits as a draft. */
export const Compose = () => {
  const engine = useEngine();
  const draft = useDraft("share/new", emptyShare);
  const [tried, setTried] = useState(false);
  const [looking, setLooking] = useState(false);
  const today = engine.today();
  const state = engine.state.value;
  const offered = useMemo(() => offeredSections(state, today), [state, today]);
  const form = { ...draft.form, from: useFrom(draft) };
  const lacking = missing(form);
  const doc = docOf(form, chosen(form, [...offered.figures, ...offered.closer], t("share.ownTitle")), {
    today,
    until: untilOf(form, today),
    locale: i18n.locale,
  });
  const tooLong = docBytes(doc).length > mostBytes;
  if (!draft.ready) return null;
  if (looking) return <LookOver doc={doc} onChange={() => setLooking(false)} onMade={draft.drop} />;
  const see = (): void => {
    setTried(true);
    setLooking(lacking.length === 0 && doc.sections.length > 0 && !tooLong);
  };
  return (
    <Page key="pick" title={t("share.title")} lead={t("share.lead")} back={{ label: t("shell.back"), onBack: back }}>
      <Picks draft={draft} offered={offered} lacking={tried ? lacking : []} />
      <ForWhom draft={draft} lacking={tried ? lacking : []} />
      <Notice>{tried && tooLong ? t("share.tooLong") : null}</Notice>
      <Row>
        <Button kind="primary" onPress={see}>
          {t("share.see")}
        </Button>
      </Row>
    </Page>
  );
};
