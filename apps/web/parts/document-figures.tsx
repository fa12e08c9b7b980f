/** Draws the three kinds of figure a document may hold, so that they read the same on a screen and on grey paper. */
import { assertNever } from "@belay/basics";
import { percent, placeOn, ticks, within } from "./charts/scale.ts";
import { classes } from "./classes.ts";
import css from "./document-figures.module.css";
import type { BarsFigure, CourseFigure, CourseLine, DocumentFigure, PairsFigure } from "./document-shape.ts";

/** Words that stand in the keys of drawings. */
export interface FigureWords {
  /** What the shaded band is. */
  readonly band: string;
  /** What a gap means; empty where it is said nearby. */
  readonly noAnswer: string;
}

interface DrawnProps {
  readonly figure: DocumentFigure;
  readonly words: FigureWords;
}

/** Looks of lines, told apart by their marks and dashes and not by colour alone; further lines begin anew. */
const looks = ["disc", "ring", "square", "dot"] as const;
const lookOf = (index: number): (typeof looks)[number] => looks[index % looks.length] ?? "disc";

/** From the top. */
const up = ({ low, high }: { readonly low: number; readonly high: number }, value: number): number =>
  placeOn({ low, high, from: 1, to: 0 }, value);

/** The stretches of a line that are joined, as pairs of neighbours. */
export const joined = ({
  points,
  breaks,
}: CourseLine): readonly (readonly [CourseLine["points"][0], CourseLine["points"][0]])[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined || breaks.includes(index) ? [] : [[before, point] as const];
  });

const Mark = ({ look, x, y }: { readonly look: string; readonly x: string; readonly y: string }) =>
  look === "square" ? (
    <rect x={x} y={y} width="8" height="8" transform="translate(-4 -4)" class={css["square"]} />
  ) : (
    <circle cx={x} cy={y} r={look === "dot" ? 2.5 : 4.5} class={css[look]} />
  );

const Line = ({
  line,
  look,
  scale,
}: {
  readonly line: CourseLine;
  readonly look: string;
  readonly scale: CourseFigure;
}) => (
  <g>
    {joined(line).map(([from, to], index) => (
      <line
        key={index}
        x1={percent(from.at)}
        y1={percent(up(scale, from.value))}
        x2={percent(to.at)}
        y2={percent(up(scale, to.value))}
        class={classes(css["line"], css[`line-${look}`])}
      />
    ))}
    {line.points.map(({ at, value }, index) => (
      <Mark key={index} look={look} x={percent(at)} y={percent(up(scale, value))} />
    ))}
  </g>
);

const Band = ({ figure }: { readonly figure: CourseFigure }) => {
  if (figure.band === null) return null;
  const top = up(figure, figure.band.high);
  return (
    <rect
      x="0"
      width="100%"
      y={percent(top)}
      height={percent(within(up(figure, figure.band.low) - top, 0, 1))}
      class={css["band"]}
    />
  );
};

const Key = ({ figure, words }: { readonly figure: CourseFigure; readonly words: FigureWords }) => (
  <p class={css["key"]}>
    {figure.lines.map(({ name }, index) =>
      name === "" ? null : (
        <span key={name}>
          <svg width="26" height="12" focusable="false">
            <line x1="0" x2="26" y1="6" y2="6" class={classes(css["line"], css[`line-${lookOf(index)}`])} />
            <Mark look={lookOf(index)} x="13" y="6" />
          </svg>
          {name}
        </span>
      ),
    )}
    {figure.band === null ? null : (
      <span>
        <svg width="26" height="12" focusable="false">
          <rect width="26" height="12" class={css["band"]} />
        </svg>
        {words.band}
      </span>
    )}
  </p>
);

/** Numbers at the side: both ends, and round ones between them that do not run into an end. */
export const marksOf = (low: number, high: number): readonly number[] => {
  const room = (high - low) / 7;
  return [low, ...ticks(low, high, 4).filter((mark) => mark - low > room && high - mark > room), high];
};

/** Straight lines, because nothing is known between two marks; where the line stops, nothing was answered. */
const Course = ({ figure, words }: { readonly figure: CourseFigure; readonly words: FigureWords }) => {
  const marks = marksOf(figure.low, figure.high);
  return (
    <div class={css["course"]}>
      <div class={css["side"]}>
        {marks.map((mark) => (
          <span key={mark} style={{ insetBlockStart: percent(up(figure, mark)) }}>
            {mark}
          </span>
        ))}
      </div>
      <svg class={css["plot"]} width="100%" height="100%" focusable="false">
        <Band figure={figure} />
        {marks.map((mark) => (
          <line
            key={mark}
            x1="0"
            x2="100%"
            y1={percent(up(figure, mark))}
            y2={percent(up(figure, mark))}
            class={css["grid"]}
          />
        ))}
        {figure.lines.map((line, index) => (
          <Line key={index} line={line} look={lookOf(index)} scale={figure} />
        ))}
      </svg>
      <p class={css["ends"]}>
        <span>{figure.from}</span>
        <span>{figure.to}</span>
      </p>
      <Key figure={figure} words={words} />
    </div>
  );
};

/** From this many columns on, only the first and the last have their words below. */
const crowded = 8;

/** A zero is a line on the ground with its number; a gap is an empty, dashed place. */
const Bars = ({ figure, words }: { readonly figure: BarsFigure; readonly words: FigureWords }) => {
  const few = figure.bars.length < crowded;
  return (
    <div class={few ? css["few"] : undefined}>
      <div class={css["bars"]}>
        {figure.bars.map(({ label, value }, index) => (
          <div key={`${label}/${index}`} class={css["bar"]}>
            {value === null ? (
              <span class={css["gap"]} />
            ) : (
              <>
                {figure.bars.length <= 16 ? <span>{value}</span> : null}
                <span class={css["column"]} style={{ blockSize: percent((value / figure.highest) * 0.86) }} />
              </>
            )}
          </div>
        ))}
      </div>
      <p class={few ? css["each"] : css["ends"]}>
        {figure.bars
          .filter((_, index) => few || index === 0 || index === figure.bars.length - 1)
          .map(({ label }, index) => (
            <span key={`${label}/${index}`}>{label}</span>
          ))}
      </p>
      {words.noAnswer !== "" && figure.bars.some(({ value }) => value === null) ? (
        <p class={css["key"]}>
          <span>
            <span class={css["gap-key"]} />
            {words.noAnswer}
          </span>
        </p>
      ) : null}
    </div>
  );
};

/** Each pair has a line of its own: an open ring for before, a full disc for after. */
const Pairs = ({ figure, words }: { readonly figure: PairsFigure; readonly words: FigureWords }) => {
  const along = (value: number): string => percent(placeOn({ ...figure, from: 0, to: 1 }, value));
  return (
    <div>
      <p class={css["key"]}>
        {(
          [
            ["ring", figure.beforeText],
            ["disc", figure.afterText],
          ] as const
        ).map(([look, text]) => (
          <span key={look}>
            <svg width="14" height="12" focusable="false">
              <Mark look={look} x="7" y="6" />
            </svg>
            {text}
          </span>
        ))}
      </p>
      <div class={css["pairs"]}>
        {figure.pairs.map(({ label, before, after }, index) => (
          <div key={`${label}/${index}`} class={css["pair"]}>
            <span dir="auto">{label}</span>
            {before === null && after === null ? (
              <span class={css["none"]}>{words.noAnswer}</span>
            ) : (
              <svg class={css["track"]} width="100%" height="18" focusable="false">
                <line x1="0" x2="100%" y1="9" y2="9" class={css["grid"]} />
                {before === null || after === null ? null : (
                  <line x1={along(before)} x2={along(after)} y1="9" y2="9" class={css["line"]} />
                )}
                {before === null ? null : <Mark look="ring" x={along(before)} y="9" />}
                {after === null ? null : <Mark look="disc" x={along(after)} y="9" />}
              </svg>
            )}
          </div>
        ))}
        <div class={css["pair"]}>
          <span />
          <p class={css["ends"]}>
            <span>{figure.low}</span>
            <span>{figure.high}</span>
          </p>
        </div>
      </div>
    </div>
  );
};

/** The drawing alone; sentences and table beside it say the same in words. */
export const Drawn = ({ figure, words }: DrawnProps) => {
  switch (figure.kind) {
    case "course":
      return <Course figure={figure} words={words} />;
    case "bars":
      return <Bars figure={figure} words={words} />;
    case "pairs":
      return <Pairs figure={figure} words={words} />;
    default:
      return assertNever(figure);
  }
};
