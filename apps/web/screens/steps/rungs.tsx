/** Draws the ladder as a list: a rope with knots, what is within reach shaded. */
import { classes } from "../../parts/classes.ts";
import { Soft } from "../../parts/layout.tsx";
import { Press } from "../../parts/press.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import type { Rung } from "./ladder.ts";
import { Scale } from "./scale.tsx";
import css from "./steps.module.css";

/** Strand, and what became of it: "ask · done twice". */
const under = ({ step, done, open }: Rung, own: boolean): string =>
  [
    t(`steps.strand.${step.strand}`),
    ...(own ? [t("steps.own")] : []),
    ...(done > 0 ? [t("steps.done", { n: done })] : []),
    ...(open ? [t("steps.open")] : []),
  ].join(" · ");

/** One rung. The picture of how hard it is has its words beside it, for readers alone. */
const RungRow = ({ rung, own, first }: { readonly rung: Rung; readonly own: boolean; readonly first: boolean }) => (
  <li class={classes(css["rung"], css[rung.zone], rung.done > 0 && css["done"], first && css["first-within"])}>
    <Press look="bare" inside={css["step"]} onPress={() => go("step", rung.step.id)}>
      <span class={css["knot"]} aria-hidden="true" />
      <span class={css["name"]}>
        {rung.step.title}
        <span class={css["under"]}>{under(rung, own)}</span>
      </span>
      {rung.hard === null ? null : (
        <>
          <Scale hard={rung.hard} />
          <span class="hidden-text">
            {t("steps.rungHard", {
              n: rung.hard.expected,
              low: rung.hard.low,
              high: rung.hard.high,
              zone: rung.zone,
            })}
          </span>
        </>
      )}
    </Press>
  </li>
);

/**
 * `own` are ids of the person's own steps. It is a list first: whoever cannot see the rope hears the same order, the
 * same numbers and what is within reach.
 */
export const Rungs = ({ rungs, own }: { readonly rungs: readonly Rung[]; readonly own: readonly string[] }) => {
  const done = rungs.filter((rung) => rung.done > 0).length;
  const within = rungs.filter(({ zone }) => zone === "within");
  return (
    <div class={css["ladder"]}>
      <div class={css["key"]} aria-hidden="true">
        {within.length === 0 ? <span /> : <span class={css["within-key"]}>{t("steps.within")}</span>}
        <Soft>{t("steps.ladderKey")}</Soft>
      </div>
      <ol class={css["rungs"]} aria-label={t("steps.ladderLabel", { n: rungs.length, done, within: within.length })}>
        {rungs.map((rung) => (
          <RungRow key={rung.step.id} rung={rung} own={own.includes(rung.step.id)} first={rung === within[0]} />
        ))}
      </ol>
    </div>
  );
};
