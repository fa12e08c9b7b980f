/** Draws one slow breath: a circle that grows and shrinks, or counted seconds where motion is reduced. */
import type { Settings } from "@belay/domain";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SignalsProps } from "../pause/signals.tsx";
import { t } from "../words.ts";
import { breathAt, type BreathMoment } from "./pause-breath.ts";
import { useStill } from "./pause-still.ts";
import css from "./pause.module.css";

/** Milliseconds in which the small circle is drawn, so that it has something to grow from. */
const before = 60;

/** Follows the breath in time; null until the first one begins. */
const useBreath = (breath: Settings["breath"]): BreathMoment | null => {
  const [moment, setMoment] = useState<BreathMoment | null>(null);
  useEffect(() => {
    const start = performance.now() + before;
    const tick = (): void => {
      const now = breathAt(Math.max(0, performance.now() - start), breath);
      setMoment(now);
      timer = setTimeout(tick, Math.ceil(now.next));
    };
    let timer = setTimeout(tick, before);
    return () => {
      clearTimeout(timer);
      setMoment(null);
    };
  }, [breath.inTenths, breath.outTenths]);
  return moment;
};

/**
 * One picture with a description, and no live region: a voice that said "in" and "out" would talk over the breath.
 * Nothing counts breaths, and there is nothing to finish.
 */
export const Pacer = ({
  breath,
  Signals,
}: {
  readonly breath: Settings["breath"];
  /** Tone and buzz; null until they have arrived. */
  readonly Signals: ComponentType<SignalsProps> | null;
}) => {
  const still = useStill();
  const moment = useBreath(breath);
  const inward = moment?.phase === "in";
  const tenths = inward ? breath.inTenths : breath.outTenths;
  return (
    <div
      class={css["pacer"]}
      role="img"
      aria-label={t("shell.pausePacer", { inward: breath.inTenths / 10, outward: breath.outTenths / 10 })}
      data-phase={moment?.phase}
    >
      {still ? (
        <div class={css["breath"]} />
      ) : (
        <div
          class={css["breath"]}
          style={{ transform: inward ? "scale(1)" : "scale(0.6)", transitionDuration: `${tenths / 10}s` }}
        />
      )}
      <span class={css["word"]}>
        {moment?.phase === "out" ? t("shell.pauseOut") : t("shell.pauseIn")}
        {still ? <span class={css["count"]}>{moment?.second ?? 1}</span> : null}
      </span>
      {Signals === null ? null : <Signals breath={breath} phase={moment?.phase ?? null} />}
    </div>
  );
};
