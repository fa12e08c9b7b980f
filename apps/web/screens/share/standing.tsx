/** Shows a page that somebody can read now: what is on it, and how to renew it, pause it or take it back. */
import { shareStands, type Share } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";
import { useKeptDoc } from "./kept-doc.ts";
import { ConsentRecord } from "./record.tsx";
import { Renewal } from "./renewal.tsx";
import { GiveLink, SixWords, useShareLink } from "./six-words.tsx";
import { useDoing, type Doing } from "./use-doing.ts";

/** Asked once more, because it cannot be undone; the two answers weigh the same. */
const TakeBack = ({ share, doing }: { readonly share: Share; readonly doing: Doing }) => {
  const engine = useEngine();
  const [sure, setSure] = useState(false);
  return (
    <Stack gap={1}>
      <Soft>{t("share.revokeLead")}</Soft>
      <Row>
        {sure ? (
          <>
            <Button kind="caution" busy={doing.busy} onPress={() => void doing.run(() => engine.revokeShare(share.id))}>
              {t("share.revokeSure")}
            </Button>
            <Button onPress={() => setSure(false)}>{t("share.revokeNot")}</Button>
          </>
        ) : (
          <Button onPress={() => setSure(true)}>{t("share.revoke")}</Button>
        )}
      </Row>
    </Stack>
  );
};

/** Renewing, pausing, taking back: each with what it means for the one who reads. */
const Acts = ({ share, onRenew }: { readonly share: Share; readonly onRenew: () => void }) => {
  const engine = useEngine();
  const doing = useDoing();
  const sentOn = share.renewedOn ?? share.begunOn ?? share.preparedOn;
  return (
    <Card>
      {share.paused ? null : (
        <Stack gap={1}>
          <Soft>{t("share.renewLead", { day: daySaid(sentOn, engine.today()) })}</Soft>
          <Row>
            <Button kind="primary" onPress={onRenew}>
              {t("share.renew")}
            </Button>
          </Row>
        </Stack>
      )}
      <Stack gap={1}>
        <Soft>{t("share.pauseLead")}</Soft>
        <Row>
          <Button
            kind={share.paused ? "primary" : "plain"}
            busy={doing.busy}
            onPress={() =>
              void doing.run(() =>
                engine.dispatch({ kind: share.paused ? "sharing/resume" : "sharing/pause", share: share.id }),
              )
            }
          >
            {t(share.paused ? "share.resume" : "share.pause")}
          </Button>
        </Row>
      </Stack>
      <TakeBack share={share} doing={doing} />
      <Notice urgent tone="care">
        {doing.notice === null ? null : t(doing.notice)}
      </Notice>
    </Card>
  );
};

/** The page of a share while it can be read. */
export const Standing = ({ share }: { readonly share: Share }) => {
  const engine = useEngine();
  const kept = useKeptDoc(share.id);
  const link = useShareLink(share.id);
  const [renewing, setRenewing] = useState(false);
  if (kept === undefined) return null;
  if (renewing) return <Renewal share={share} before={kept} onDone={() => setRenewing(false)} />;
  const paused = shareStands(share, engine.today()) === "paused";
  return (
    <Page
      key="standing"
      title={t("share.openTitle", { to: share.to })}
      eyebrow={paused ? t("share.pausedTitle") : undefined}
      lead={t("share.openLead", { day: daySaid(share.until, engine.today()) })}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Acts share={share} onRenew={() => setRenewing(true)} />
      <ConsentRecord share={share} doc={kept} />
      {link === null ? null : (
        <Fold title={t("share.linkAgain")}>
          <GiveLink url={link.url} />
          <SixWords words={link.words} />
        </Fold>
      )}
    </Page>
  );
};
