/**
 * Stands beside every text box of this room, always the same.
 *
 * What is written is never looked at to guess how somebody is; the way to help is simply there (`safety.md` 4.2).
 */
import { Button } from "../../parts/button.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import css from "./origins.module.css";

/** The line and its way to the numbers. */
export const Beside = () => (
  <div class={css["beside"]}>
    <p>{t("origins.beside")}</p>
    <Button small kind="quiet" onPress={() => go("help")}>
      {t("origins.helpNow")}
    </Button>
  </div>
);
