/** Opens one slow breath; everything else of a pause comes later. */
import { Button } from "../../parts/button.tsx";
import { Sheet } from "../../parts/dialog.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { t } from "../words.ts";
import css from "./pause.module.css";

/** About six breaths a minute (4.5 s in, 5.5 s out); still, with both words, where motion is reduced. */
export const Pause = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => (
  <Sheet open={open} onClose={onClose} title={t("shell.pauseTitle")} closeText={t("shell.close")}>
    {/* No clock, no count, nothing to finish: it can be left at any moment. */}
    <div class={css["pause"]}>
      <div class={css["pacer"]} role="img" aria-label={t("shell.pausePacer")}>
        <div class={css["breath"]} />
        <span class={css["in"]}>{t("shell.pauseIn")}</span>
        <span class={css["out"]}>{t("shell.pauseOut")}</span>
      </div>
      <Stack gap={1}>
        <p>{t("shell.pauseLine")}</p>
        <Soft>{t("shell.pauseStop")}</Soft>
      </Stack>
      <Button wide onPress={onClose}>
        {t("shell.pauseDone")}
      </Button>
    </div>
  </Sheet>
);
