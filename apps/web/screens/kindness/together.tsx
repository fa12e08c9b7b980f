/** Shows calmer with somebody. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Together = () => (
  <Page title={t("together.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
