/** Draws how hard a step may be on a line from 0 to 100, over the person's own earlier tries like it. */
import type { Pair } from "@belay/guidance";
import type { Hard } from "../steps/ladder.ts";
import { t } from "../words.ts";
import css from "./why.module.css";

/** Height of one row, and of the first. */
const row = 22;
const first = 34;
/** Lines to read a place by, in points. */
const marks = [0, 25, 50, 75, 100] as const;
/** The place of so many points, as a share of the width. */
const at = (points: number): string => `${points}%`;

/** A try: a ring where it was feared, a dot where it was, a line from the one to the other. */
const Try = ({ pair, y }: { readonly pair: Pair; readonly y: number }) => (
  <>
    <line class={css["stem"]} x1={at(pair.expected)} x2={at(pair.felt)} y1={y} y2={y} />
    <circle class={css["ring"]} cx={at(pair.expected)} cy={y} r="5" />
    <circle class={css["felt"]} cx={at(pair.felt)} cy={y} r="5" />
  </>
);

/**
 * A picture alone; the sentences below it say the same. The dot with its whisker is the step, the rows below are tries,
 * oldest on top. Ring, dot and whisker differ in shape, so that nothing rests on colour.
 */
export const WhyPicture = ({ hard, pairs }: { readonly hard: Hard; readonly pairs: readonly Pair[] }) => {
  const height = first + pairs.length * row + 4;
  return (
    <div class={css["picture"]} aria-hidden="true">
      <svg class={css["plot"]} width="100%" height={height} focusable="false">
        {marks.map((mark) => (
          <line key={mark} class={css["grid"]} x1={at(mark)} x2={at(mark)} y1="0" y2={height} />
        ))}
        <line class={css["whisker"]} x1={at(hard.low)} x2={at(hard.high)} y1="16" y2="16" />
        {[hard.low, hard.high].map((end, index) => (
          <line key={index === 0 ? "low" : "high"} class={css["whisker"]} x1={at(end)} x2={at(end)} y1="9" y2="23" />
        ))}
        <circle class={css["dot"]} cx={at(hard.expected)} cy="16" r="7" />
        {pairs.map((pair, index) => (
          <Try key={`${index}/${pair.expected}/${pair.felt}`} pair={pair} y={first + index * row + row / 2} />
        ))}
      </svg>
      <p class={css["ends"]}>
        <span>{t("today.whyAxisLow")}</span>
        <span>{t("today.whyAxisHigh")}</span>
      </p>
      {pairs.length === 0 ? null : <p class={css["ends"]}>{t("today.whyPairKey")}</p>}
    </div>
  );
};
