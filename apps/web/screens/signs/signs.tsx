/** Shows things you may know. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Signs = () => (
  <Page title={t("signs.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
