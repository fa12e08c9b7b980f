/** Shows a look back. */
import { Page } from "../../parts/page.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";

/** The screen. */
export const Leaving = () => (
  <Page title={t("leaving.title")} back={{ label: t("shell.back"), onBack: back }}>
    <LessonHere moment="look-back" />
  </Page>
);
