/**
 * Lists the cards, and says what this programme is not.
 *
 * The disclaimers stand here in full; before the first use a shorter form of them is shown.
 */
import { disclaimers, lessonCatalogue } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";

/** Each card with its length and the moment it is for. */
export const Learn = () => (
  <Page eyebrow={t("learn.eyebrow")} title={t("learn.title")} lead={t("learn.lead")}>
    <Card>
      <Entries>
        {lessonCatalogue.map((lesson) => (
          <Entry
            key={lesson.id}
            title={lesson.title}
            detail={`${t("learn.minutes", { n: lesson.minutes })} · ${t(`learn.moment.${lesson.moment}`)}`}
            onPress={() => go("lesson", lesson.id)}
          />
        ))}
      </Entries>
    </Card>
    <Card tone="sunk" title={t("learn.isTitle")}>
      <Stack gap={1}>
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
