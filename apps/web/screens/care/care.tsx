/** Shows care. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Care = () => (
  <Page title={t("care.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
