/** Shows a page that nobody can read any more: why, and what had been agreed to. */
import { shareStands, type Share } from "@belay/domain";
import { useEffect } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { back, replace } from "../navigation.ts";
import { t } from "../words.ts";
import { dropDoc } from "./kept-doc.ts";
import { ConsentRecord } from "./record.tsx";

/** Title and sentence: words that did not match, taken back, or ended by itself. */
const said = (share: Share, today: Share["until"]): { readonly title: string; readonly lead: string } => {
  if (shareStands(share, today) === "over" || share.revokedOn === null)
    return { title: t("share.overTitle"), lead: t("share.overLead", { day: daySaid(share.until, today) }) };
  if (share.begunOn === null) return { title: t("share.unmatchedTitle"), lead: t("share.unmatchedLead") };
  return { title: t("share.revokedTitle"), lead: t("share.revokedLead", { day: daySaid(share.revokedOn, today) }) };
};

/** Its document goes from this device too; the record of consent stays. */
export const Ended = ({ share }: { readonly share: Share }) => {
  const engine = useEngine();
  useEffect(() => {
    void dropDoc(engine, share.id);
  }, [share.id]);
  return (
    <Page key="ended" {...said(share, engine.today())} back={{ label: t("shell.back"), onBack: back }}>
      <ConsentRecord share={share} doc={null} />
      <Row>
        <Button onPress={() => replace("share")}>{t("share.anew")}</Button>
      </Row>
    </Page>
  );
};
