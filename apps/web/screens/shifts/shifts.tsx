/** Asks the seventeen shifts about once a month, and draws each over time with what the answers bear. */
import { addDays, type LocalDay } from "@belay/basics";
import { shiftCatalogue } from "@belay/content";
import { shifts, type ShiftCourse } from "@belay/domain";
import { useState } from "preact/hooks";
import { Card } from "../../parts/card.tsx";
import { LevelCourse, mostRounds } from "../../parts/charts/level-course.tsx";
import { RoundsTable } from "../../parts/charts/rounds-table.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back } from "../navigation.ts";
import { t } from "../words.ts";
import { byRound, courseOf, due, enoughRounds, roundDays, roundStarts } from "./rounds.ts";
import { courseWords, levelWords, listed } from "./shift-words.ts";
import { ShiftsForm } from "./shifts-form.tsx";

interface CoursesProps {
  readonly courses: readonly ShiftCourse[];
  /** First day of each round, oldest first; at least one. */
  readonly starts: readonly LocalDay[];
  readonly today: LocalDay;
}

/** One shift's answers, round by round. */
const answersTo = (id: string, courses: readonly ShiftCourse[], starts: readonly LocalDay[]) =>
  byRound({ points: courses.find(({ shift }) => shift === id)?.points ?? [] }, starts);

/** A small drawing for each shift that was answered, all on the same sheet, each with its own sentence. */
const Courses = ({ courses, starts, today }: CoursesProps) => {
  const first = starts[0];
  if (first === undefined) return null;
  // An empty drawing for each sentence that was left would read as a list of things not done.
  const all = shiftCatalogue.map((shift) => ({ ...shift, answers: answersTo(shift.id, courses, starts) }));
  const said = all.filter(({ answers }) => answers.some((answer) => answer !== null));
  const left = all.filter((shift) => !said.includes(shift));
  const values = { n: starts.length, first: daySaid(first, today) };
  return (
    <Card title={t("shifts.courseTitle")}>
      <p>{t(starts.length < enoughRounds ? "shifts.courseFew" : "shifts.course", values)}</p>
      <Soft>{t("shifts.courseNote")}</Soft>
      {starts.length > mostRounds ? <Soft>{t("shifts.courseNewest", { n: mostRounds })}</Soft> : null}
      <Stack gap={3}>
        {said.map(({ id, short, text, answers }) => (
          <LevelCourse
            key={id}
            answers={answers}
            highest={4}
            title={short}
            detail={text}
            sentence={courseWords(courseOf(answers, starts), starts, today)}
          />
        ))}
      </Stack>
      {left.length === 0 ? null : <Soft>{t("shifts.notSaid", { list: listed(left.map(({ short }) => short)) })}</Soft>}
      <Whole courses={courses} starts={starts} today={today} />
    </Card>
  );
};

/** Every answer as words, round by round. */
const Whole = ({ courses, starts, today }: CoursesProps) => (
  <Fold title={t("shifts.tableFold")}>
    <RoundsTable
      caption={t("shifts.table")}
      columns={[t("shifts.colShift"), ...starts.map((day) => daySaid(day, today))]}
      rows={shiftCatalogue.map(({ id, short }) => ({
        id,
        cells: [
          short,
          ...answersTo(id, courses, starts).map((level) => (level === null ? t("shifts.none") : levelWords(level))),
        ],
      }))}
    />
  </Fold>
);

/** What this is not, said on the page itself every time. */
const NotDependent = () => (
  <Card tone="moss" title={t("shifts.notDependentTitle")}>
    <p>{t("shifts.notDependent")}</p>
  </Card>
);

/** While a round may begin the questions come first; afterwards what came of them does, and they can wait in a drawer. */
export const Shifts = () => {
  const engine = useEngine();
  const today = engine.today();
  const [saved, setSaved] = useState(0);
  const courses = shifts(
    engine.state.value,
    shiftCatalogue.map(({ id }) => id),
  );
  const starts = roundStarts(courses);
  const last = starts.at(-1) ?? null;
  // Counted from where the round began, so that adding a late answer does not put off the next one.
  const open = due(last, today);
  // What was chosen goes with what was saved: the form begins empty again.
  const form = <ShiftsForm key={saved} courses={courses} today={today} onSaved={() => setSaved(saved + 1)} />;
  const next = last === null ? today : addDays(last, roundDays);
  return (
    <Page
      // Another page once it is saved: the focus goes to its heading, away from a form that is no longer there.
      key={open ? "ask" : "drawn"}
      title={t("shifts.title")}
      lead={t("shifts.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <Notice tone="good">{saved === 0 ? null : t("shifts.saved")}</Notice>
      {open ? (
        <>
          <NotDependent />
          {/* On the page itself and not on a sheet: the dots get the whole width. */}
          <Stack gap={1}>
            <h2>{t("shifts.askTitle")}</h2>
            <Soft>{t("shifts.notTest")}</Soft>
          </Stack>
          {form}
          <Courses courses={courses} starts={starts} today={today} />
        </>
      ) : (
        <>
          <Courses courses={courses} starts={starts} today={today} />
          <Soft>{t("shifts.again", { day: daySaid(next, today) })}</Soft>
          <Fold title={t("shifts.askMore")}>
            <Soft>{t("shifts.askMoreNote", { day: daySaid(next, today) })}</Soft>
            {form}
          </Fold>
          <NotDependent />
        </>
      )}
      <LessonHere moment="shifts" />
    </Page>
  );
};
