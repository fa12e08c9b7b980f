/** Shows what you are carrying. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Load = () => (
  <Page title={t("load.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
