/** Shows what is shifting. */
import { Page } from "../../parts/page.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Shifts = () => (
  <Page title={t("shifts.title")} back={{ label: t("shell.back"), onBack: back }}>
    {null}
  </Page>
);
