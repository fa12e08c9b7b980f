/**
 * Shows one card: every claim with where it comes from and how sure it is.
 *
 * Opening and closing hold no facts of their own; whatever is claimed stands with its source and its grade.
 */
import { lessonCatalogue, type LessonContent } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { back, go } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import css from "./lesson.module.css";

/** Numbered, so that they can be spoken about; the grade stands before the source, in words anybody can use. */
const Claims = ({ claims }: { readonly claims: LessonContent["claims"] }) => (
  <Card title={t("learn.claims")}>
    <ol class={css["claims"]}>
      {claims.map(({ text, source, grade }) => (
        <li key={source} class={css["claim"]}>
          <p>{text}</p>
          <p class={css["grade"]}>{t(`learn.grade.${grade}`)}</p>
          <cite class={css["source"]}>{source}</cite>
        </li>
      ))}
    </ol>
  </Card>
);

/** One card by id. */
export const Lesson = ({ id }: ScreenProps) => {
  const lesson = lessonCatalogue.find((one) => one.id === id);
  const toLearn = { label: t("learn.back"), onBack: back };
  if (lesson === undefined)
    return (
      <Page title={t("learn.gone")} lead={t("learn.goneText")} back={toLearn}>
        {null}
      </Page>
    );
  return (
    <Page key={lesson.id} eyebrow={t("learn.minutes", { n: lesson.minutes })} title={lesson.title} back={toLearn}>
      <Stack>
        {lesson.opening.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Stack>
      {/* A card that is a story or a way of looking claims nothing, and says so in its closing. */}
      {lesson.claims.length === 0 ? null : <Claims claims={lesson.claims} />}
      <Stack>
        <h2>{t("learn.limits")}</h2>
        {lesson.closing.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Stack>
      {/* A card is tied to a moment; this one leads back to it. */}
      {lesson.moment === "before-ask" ? (
        <div>
          <Button onPress={() => go("try")}>{t("learn.ask")}</Button>
        </div>
      ) : null}
    </Page>
  );
};
