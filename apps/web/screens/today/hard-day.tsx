/** Leads from Today to a hard moment: a card on a low day, one quiet line on any other. */
import { useEffect, useState } from "preact/hooks";
import type { ComponentType } from "preact";
import { laterWords } from "../later-words.ts";
import type { HardDayProps } from "./hard-line.tsx";

/** It comes with its words after the first view; a part that does not come is not missed. */
export const HardDay = ({ at }: HardDayProps) => {
  const [arrived, setArrived] = useState<ComponentType<HardDayProps> | null>(null);
  useEffect(() => {
    void Promise.all([import("./hard-line.tsx"), laterWords()]).then(
      ([file]) => setArrived(() => file.HardLine),
      () => setArrived(null),
    );
  }, []);
  const Arrived = arrived;
  return Arrived === null ? null : <Arrived at={at} />;
};
