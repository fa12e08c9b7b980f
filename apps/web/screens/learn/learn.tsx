/**
 * Lists the cards, and says what this programme is not.
 *
 * Three ways in: by a question, by what a card is for, and a story. What was read says so in a word; nothing is counted,
 * since nobody has to read them all. The disclaimers stand here in full; before the first use a shorter form is shown.
 */
import { disclaimers, lessonCatalogue, type LessonContent } from "@belay/content";
import { cardsSeen } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { isStory, shelves, unreadFirst } from "./shelf.ts";

interface ListProps {
  /** Read aloud as the name of the list. */
  readonly label: string;
  readonly lessons: readonly LessonContent[];
  readonly read: ReadonlySet<string>;
  /** Lists the questions in place of the titles. */
  readonly asked?: boolean | undefined;
}

/** Each card with its length and the moment it is for; a question stands by itself, since it says it all. */
const List = ({ label, lessons, read, asked = false }: ListProps) => (
  <Entries label={label}>
    {lessons.map((lesson) => (
      <Entry
        key={lesson.id}
        title={asked ? (lesson.question ?? lesson.title) : lesson.title}
        detail={
          asked ? undefined : `${t("learn.minutes", { n: lesson.minutes })} · ${t(`learn.moment.${lesson.moment}`)}`
        }
        aside={read.has(lesson.id) ? t("learn.read") : undefined}
        onPress={() => go("lesson", lesson.id)}
      />
    ))}
  </Entries>
);

/** Drawers first, since they are few; below them the questions stand open, for whoever comes with one. */
export const Learn = () => {
  const seen = cardsSeen(useEngine().state.value);
  const read = new Set(seen.flatMap(({ lesson, fate }) => (fate === "opened" ? [String(lesson)] : [])));
  const asked = lessonCatalogue.filter(({ question }) => question !== undefined);
  const story = lessonCatalogue.filter(isStory);
  return (
    <Page eyebrow={t("learn.eyebrow")} title={t("learn.title")} lead={t("learn.lead")}>
      <Card>
        <div>
          {shelves(lessonCatalogue, read).map(({ group, lessons }) => (
            <Fold key={group} title={t(`learn.group.${group}`)}>
              <List label={t(`learn.group.${group}`)} lessons={lessons} read={read} />
            </Fold>
          ))}
          <Fold title={t("learn.story")}>
            <List label={t("learn.story")} lessons={story} read={read} />
          </Fold>
        </div>
      </Card>
      <Card title={t("learn.questions")}>
        <List asked label={t("learn.questions")} lessons={unreadFirst(asked, read)} read={read} />
      </Card>
      <Card tone="sunk" title={t("learn.isTitle")}>
        <Stack>
          {disclaimers.map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </Stack>
        <div>
          <Button small onPress={() => go("help")}>
            {t("learn.help")}
          </Button>
        </div>
      </Card>
    </Page>
  );
};
