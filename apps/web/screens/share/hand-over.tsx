/** Hands the link over and compares the six words; only when they match does anything go to the relay. */
import type { Share } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";
import { useKeptDoc, useTodaysDoc } from "./kept-doc.ts";
import { Preview } from "./preview.tsx";
import { GiveLink, SixWords, useShareLink } from "./six-words.tsx";
import { useDoing } from "./use-doing.ts";

/** The share is in the record already, so this page can wait for days, on any device. */
export const HandOver = ({ share }: { readonly share: Share }) => {
  const engine = useEngine();
  const kept = useKeptDoc(share.id);
  const todays = useTodaysDoc(share, "", null);
  const link = useShareLink(share.id);
  const doing = useDoing();
  if (kept === undefined || link === null) return null;
  const doc = kept ?? todays;
  return (
    <Page
      key="hand-over"
      title={t("share.linkTitle")}
      lead={t("share.linkLead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Card title={t("share.giveTitle")}>
        <p>{t("share.plain")}</p>
        <GiveLink url={link.url} />
      </Card>
      <Card title={t("share.wordsTitle")}>
        <p>{t("share.wordsLead")}</p>
        <SixWords words={link.words} />
        <Notice urgent tone="care">
          {doing.notice === null ? null : t(doing.notice)}
        </Notice>
        <Row>
          <Button
            kind="primary"
            busy={doing.busy}
            onPress={() => void doing.run(() => engine.sendShare(share.id, doc))}
          >
            {t("share.match")}
          </Button>
          <Button busy={doing.busy} onPress={() => void doing.run(() => engine.revokeShare(share.id))}>
            {t("share.noMatch")}
          </Button>
        </Row>
        <Soft>{t("share.later")}</Soft>
      </Card>
      {kept === null ? <Soft>{t("share.renewUnknown")}</Soft> : null}
      <Fold title={t("share.willSend")} open={kept === null}>
        <Preview doc={doc} />
      </Fold>
    </Page>
  );
};
