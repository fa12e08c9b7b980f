/**
 * Shows one card: every claim with where it comes from and how sure it is.
 *
 * Opening and closing hold no facts of their own; whatever is claimed stands with its source and its grade.
 */
import { lessonCatalogue, type LessonContent } from "@belay/content";
import { cardsSeen } from "@belay/domain";
import { useEffect } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, go, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { cornerId } from "../try/corner-id.ts";
import { t } from "../words.ts";
import css from "./lesson.module.css";
import { nextPart } from "./shelf.ts";

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

/** Notes once that a card was opened, so that it does not offer itself again. A note that is not kept is no loss. */
const useOpened = (id: string | null): void => {
  const engine = useEngine();
  useEffect(() => {
    if (id === null) return;
    const known = cardsSeen(engine.state.value).some(({ lesson, fate }) => lesson === id && fate === "opened");
    if (!known) void engine.dispatch({ kind: "learn/see", lesson: id, fate: "opened" });
  }, [id]);
};

/** Where one goes from here: on in the story, or back to the moment the card is for. */
const Onward = ({ lesson }: { readonly lesson: LessonContent }) => {
  const next = nextPart(lessonCatalogue, lesson.id);
  if (next !== null) {
    return (
      <div>
        <Button onPress={() => replace("lesson", next.id)}>{t("learn.storyNext", { title: next.title })}</Button>
      </div>
    );
  }
  return lesson.moment === "before-ask" ? (
    <div>
      <Button onPress={() => go("try", cornerId)}>{t("learn.ask")}</Button>
    </div>
  ) : null;
};

/** One card by id. */
export const Lesson = ({ id }: ScreenProps) => {
  const lesson = lessonCatalogue.find((one) => one.id === id);
  const toLearn = { label: t("learn.back"), onBack: back };
  useOpened(lesson?.id ?? null);
  if (lesson === undefined)
    return (
      <Page title={t("learn.gone")} lead={t("learn.goneText")} back={toLearn}>
        {null}
      </Page>
    );
  return (
    <Page
      key={lesson.id}
      eyebrow={t("learn.minutes", { n: lesson.minutes })}
      title={lesson.title}
      lead={lesson.question}
      back={toLearn}
    >
      <Stack>
        {lesson.opening.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Stack>
      {lesson.claims.length === 0 ? <Soft>{t("learn.noClaims")}</Soft> : <Claims claims={lesson.claims} />}
      <Stack>
        <h2>{t("learn.limits")}</h2>
        {lesson.closing.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Stack>
      <Onward lesson={lesson} />
    </Page>
  );
};
