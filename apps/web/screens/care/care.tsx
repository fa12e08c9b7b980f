/**
 * Tells what care by professionals can be: what it gives, when it is worth a thought, which kinds there are.
 *
 * Nothing here pushes: the app neither advises a kind nor sends anything. What to ask and a first message are for
 * somebody who has made up their mind, and so they come last.
 */
import { careLines, type CareLine } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import { WhoCanSee } from "../share/who-can-see.tsx";
import { t } from "../words.ts";
import css from "./care.module.css";
import { FirstMessage } from "./first-message.tsx";
import { Kinds } from "./kinds.tsx";
import { Questions } from "./questions.tsx";

/** The one that stands with the kinds, where it belongs. */
const withKinds = "care-gives-untested";

/** Sentences of one kind, in the order of the catalogue. */
const Lines = ({ kind }: { readonly kind: CareLine["kind"] }) => (
  <ul class={css["lines"]}>
    {careLines
      .filter((line) => line.kind === kind && line.id !== withKinds)
      .map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
  </ul>
);

/** The screen. */
export const Care = () => (
  <Page title={t("care.title")} lead={t("care.lead")} back={{ label: t("shell.back"), onBack: back }}>
    <Card title={t("care.givesTitle")}>
      <Lines kind="gives" />
    </Card>
    <Card title={t("care.whenTitle")}>
      <Soft>{t("care.whenLead")}</Soft>
      <Lines kind="when" />
      <div>
        <Button small onPress={() => go("help")}>
          {t("care.help")}
        </Button>
      </div>
    </Card>
    <Kinds />
    <Questions />
    <FirstMessage />
    <WhoCanSee start />
    <LessonHere moment="care" />
  </Page>
);
