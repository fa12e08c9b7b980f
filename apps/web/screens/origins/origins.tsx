/** Shows where it came from. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Origins = () => (
  <Page title={t("origins.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
