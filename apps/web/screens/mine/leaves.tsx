/**
 * Lists everything that is kept, and everything that ever leaves this device.
 *
 * The list is complete or it is worth nothing: what the engine’s ports can send has its line here.
 */
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { t } from "../words.ts";
import css from "./mine.module.css";

/** Every way out, in the order in which most people meet them. A new way out has to be added here. */
const ways = ["load", "link", "answer", "share", "copy", "box", "call", "own"] as const;

/** Every place where something is kept. A new column at the relay, or a new store here, has to be named by one of them. */
const places = ["entries", "keys", "app", "relay", "address", "others"] as const;

/** What is kept, and where: `PRIVACY.md` in the app. */
export const Where = () => (
  <Card title={t("mine.whereTitle")}>
    <ul class={css["leaves"]}>
      {places.map((place) => (
        <li key={place}>{t(`mine.where.${place}`)}</li>
      ))}
    </ul>
    <Soft>{t("mine.whereOut")}</Soft>
  </Card>
);

/** One list, and what is never done. */
export const Leaves = () => (
  <Card title={t("mine.leavesTitle")}>
    <p>{t("mine.leavesLead")}</p>
    <ul class={css["leaves"]}>
      {ways.map((way) => (
        <li key={way}>{t(`mine.leaves.${way}`)}</li>
      ))}
    </ul>
    <Soft>{t("mine.leavesNever")}</Soft>
  </Card>
);
