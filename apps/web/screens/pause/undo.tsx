/** Shows undo “i’m fine”. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Undo = () => (
  <Page title={t("undo.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
