/** Draws how one answer of a few levels went from round to round, small enough to stand among many. */
import { Fragment } from "preact";
import { classes } from "../classes.ts";
import css from "./level-course.module.css";
import { evenly, placeOn } from "./scale.ts";

/** More rounds than this are too close to tell apart; the newest are drawn, and a table has them all. */
export const mostRounds = 12;

/** Size of the sheet, in units of the drawing; the last dot and its ring stay inside. */
const sheet = { width: 132, height: 72, edge: 9 } as const;

/** One dot, and whether the round before it has one, too: only then is there a line. */
export interface CourseDot {
  readonly x: number;
  readonly y: number;
  readonly joined: boolean;
}

/** Where the dots of the newest rounds stand; a round without an answer keeps its place and has none. */
export const courseDots = (answers: readonly (number | null)[], highest: number): readonly CourseDot[] => {
  const drawn = answers.slice(-mostRounds);
  const places = evenly(drawn.length, sheet.width - 2 * sheet.edge, 30);
  return drawn.flatMap((level, index) =>
    level === null
      ? []
      : [
          {
            x: sheet.edge + (places[index] ?? 0),
            y: placeOn({ low: 0, high: highest, from: sheet.height - sheet.edge, to: sheet.edge }, level),
            joined: index > 0 && drawn[index - 1] !== null,
          },
        ],
  );
};

interface LevelCourseProps {
  /** Oldest first: 0 to `highest`, null for a round in which it was left. */
  readonly answers: readonly (number | null)[];
  readonly highest: number;
  /** What it is about, in a few words. */
  readonly title: string;
  /** The whole of what was asked. */
  readonly detail: string;
  /** What the drawing shows, in words that bear no more than the answers do. */
  readonly sentence: string;
}

/** The drawing alone: a line for each level, dots, and a ring around the newest so that it is known without colour. */
const Drawing = ({ answers, highest }: Pick<LevelCourseProps, "answers" | "highest">) => {
  const dots = courseDots(answers, highest);
  return (
    <svg class={css["plot"]} viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" focusable="false">
      {Array.from({ length: highest + 1 }, (_, level) => {
        const y = placeOn({ low: 0, high: highest, from: sheet.height - sheet.edge, to: sheet.edge }, level);
        return <line key={level} x1="0" x2={sheet.width} y1={y} y2={y} class={css["grid"]} />;
      })}
      {dots.map(({ x, y, joined }, index) => {
        const before = dots[index - 1];
        return joined && before !== undefined ? (
          <line key={x} x1={before.x} y1={before.y} x2={x} y2={y} class={css["line"]} />
        ) : null;
      })}
      {dots.map(({ x, y }, index) => {
        const newest = index === dots.length - 1;
        return (
          <Fragment key={x}>
            {newest ? <circle cx={x} cy={y} r="7.5" class={css["ring"]} /> : null}
            <circle cx={x} cy={y} r={newest ? 4.5 : 3.5} class={classes(css["dot"], newest && css["newest"])} />
          </Fragment>
        );
      })}
    </svg>
  );
};

/** A figure with its sentence; the drawing is hidden from screen readers, since the sentence says the same. */
export const LevelCourse = ({ answers, highest, title, detail, sentence }: LevelCourseProps) => (
  <figure class={css["figure"]}>
    <div class={css["head"]}>
      <p class={css["title"]}>{title}</p>
      <p class={css["detail"]}>{detail}</p>
    </div>
    <Drawing answers={answers} highest={highest} />
    <figcaption class={css["sentence"]}>{sentence}</figcaption>
  </figure>
);
