/** Shows one shift to look at, small enough for another room’s page. */
import { shiftCatalogue } from "@belay/content";
import { shifts } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { LevelCourse } from "../../parts/charts/level-course.tsx";
import { Row } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { shiftsSaid } from "../evidence/courses.ts";
import { DrawnFigure } from "../evidence/said-figure.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { byRound, enoughRounds, roundStarts, toLookAt } from "./rounds.ts";
import { courseWords } from "./shift-words.ts";

/** Nothing before the first round. Then the shift that moved most, up or down; else that nothing clearly did. */
export const ShiftsCard = () => {
  const engine = useEngine();
  const today = engine.today();
  const courses = shifts(
    engine.state.value,
    shiftCatalogue.map(({ id }) => id),
  );
  const starts = roundStarts(courses);
  const [first] = starts;
  // A card about nothing would be one more thing not done.
  if (first === undefined) return null;
  const all = shiftsSaid(engine.state.value, today);
  const found = toLookAt(courses, starts);
  const content = shiftCatalogue.find(({ id }) => id === found?.shift);
  const course = courses.find(({ shift }) => shift === found?.shift);
  // Where nothing clearly moved, no shift is picked out: any pick would be noise.
  const day = daySaid(first, today);
  return (
    <Card title={t("shifts.title")}>
      {found === null || content === undefined || course === undefined ? (
        <p>
          {starts.length < enoughRounds
            ? t("shifts.courseFew", { n: starts.length, first: day })
            : t("shifts.cardSame", { first: day })}
        </p>
      ) : (
        <LevelCourse
          answers={byRound(course, starts)}
          highest={4}
          title={t("shifts.cardOne", { text: content.short })}
          detail={content.text}
          sentence={courseWords(found.course, starts, today)}
        />
      )}
      {all === null ? null : <DrawnFigure said={all.said} figure={all.figure} />}
      <Row>
        <Button small kind="quiet" onPress={() => go("shifts")}>
          {t("shifts.cardOpen")}
        </Button>
      </Row>
    </Card>
  );
};
