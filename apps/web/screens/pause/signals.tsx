/** Lets tone and buzz follow the breath, for as long as they are switched on. */
import type { Settings } from "@belay/domain";
import { useEffect, useRef } from "preact/hooks";
import { startSignals, type BreathSignals } from "./breath-signals.ts";

/** What the pacer tells. */
export interface SignalsProps {
  readonly breath: Settings["breath"];
  /** Null until the first breath begins. */
  readonly phase: "in" | "out" | null;
}

/** Draws nothing; silence follows when it is taken away. */
export const Signals = ({ breath, phase }: SignalsProps) => {
  const signals = useRef<BreathSignals | null>(null);
  const { sound, vibration } = breath;
  const turn = (): void => {
    if (phase !== null) signals.current?.turn(phase, (phase === "in" ? breath.inTenths : breath.outTenths) / 10);
  };
  useEffect(() => {
    if (!sound && !vibration) return undefined;
    signals.current = startSignals({ sound, vibration });
    turn();
    return () => {
      signals.current?.stop();
      signals.current = null;
    };
  }, [sound, vibration]);
  useEffect(turn, [phase]);
  return null;
};
