/** Explains the kinds of therapy, each with how sure its findings are and where they come from. */
import { careLines, therapyCatalogue, type TherapyContent } from "@belay/content";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { t } from "../words.ts";
import css from "./care.module.css";

/** What holds for all of them, so it stands before any of them. */
const untested = careLines.find(({ id }) => id === "care-gives-untested");

/** How far to trust it stands in sight; what was found, and where, opens for whoever wants to know. */
const Kind = ({ therapy }: { readonly therapy: TherapyContent }) => (
  <li class={css["kind"]}>
    <h3>{therapy.name}</h3>
    <p>{therapy.what}</p>
    <p class={css["grade"]}>{t(`learn.grade.${therapy.grade}`)}</p>
    <Fold title={t("care.source")}>
      <p>{therapy.evidence}</p>
      <cite class={css["source"]}>{therapy.source}</cite>
    </Fold>
  </li>
);

/** In the order of the catalogue, which says nothing about which is best. */
export const Kinds = () => (
  <Card title={t("care.kindsTitle")}>
    <Soft>{t("care.kindsLead")}</Soft>
    {untested === undefined ? null : <Notice>{untested.text}</Notice>}
    <ul class={css["kinds"]}>
      {therapyCatalogue.map((therapy) => (
        <Kind key={therapy.id} therapy={therapy} />
      ))}
    </ul>
  </Card>
);
