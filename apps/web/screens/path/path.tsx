/** Shows a hard moment. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Path = () => (
  <Page title={t("path.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
