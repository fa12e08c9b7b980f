/** Shows what the person agreed to: what, for whom, what for, and from when until when. It can be printed. */
import { shareStands, type Share } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import type { DocumentDoc } from "../../parts/document-shape.ts";
import { Card } from "../../parts/card.tsx";
import { Printed } from "../../parts/printed.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { printPage } from "../mine/print-page.ts";
import { t } from "../words.ts";
import { titleOf, useTodaysDoc } from "./kept-doc.ts";
import css from "./share.module.css";

/** From the day it was agreed to, to the day it ends or was taken back. */
const when = (share: Share, said: (day: Share["until"]) => string): string => {
  const days = { from: said(share.preparedOn), to: said(share.until) };
  return share.revokedOn === null
    ? t("share.fromTo", days)
    : t("share.fromToPast", { ...days, end: said(share.revokedOn) });
};

/** The record. `doc` is what was sent, where this device has it. `printed` puts it on paper, and nothing else of the page. */
export const ConsentRecord = ({ share, doc }: { readonly share: Share; readonly doc: DocumentDoc | null }) => {
  const engine = useEngine();
  const todays = useTodaysDoc(share, "", null);
  const said = (day: Share["until"]): string => daySaid(day, engine.today());
  const titles = share.scope.map((id) => titleOf(id, [...(doc?.sections ?? []), ...todays.sections]));
  const ended = ["over", "revoked"].includes(shareStands(share, engine.today()));
  const rows: readonly (readonly [name: string, words: string])[] = [
    [t("share.recordFor"), share.to],
    [t("share.recordWhy"), share.purpose],
    [t("share.recordWhat"), titles.join("\n")],
    [t("share.recordItem9"), t(share.item9 ? "share.item9In" : "share.item9Out")],
    [t("share.recordWhen"), when(share, said)],
    ...(share.begunOn === null ? [] : [[t("share.recordSent"), said(share.begunOn)] as const]),
    ...(share.renewedOn === null || share.renewedOn === share.begunOn
      ? []
      : [[t("share.recordRenewed"), said(share.renewedOn)] as const]),
  ];
  return (
    <Printed>
      <Card title={t("share.recordTitle")}>
        <dl class={css["record"]}>
          {rows.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
        {ended ? null : (
          <div>
            <Button small kind="quiet" onPress={printPage}>
              {t("share.print")}
            </Button>
          </div>
        )}
      </Card>
    </Printed>
  );
};
