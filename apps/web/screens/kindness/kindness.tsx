/** Shows a kinder word. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Kindness = () => (
  <Page title={t("kindness.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
