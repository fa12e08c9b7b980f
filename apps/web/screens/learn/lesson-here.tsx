/** Offers one card at its moment, by itself, once; reading it or waving it away both make it leave. */
import { settings } from "@belay/domain";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useEngine } from "../engine-context.tsx";
import type { Moment } from "./lesson-due.ts";

/** The card and its words come after the page they stand on; a card that does not come is not missed. */
export const LessonHere = ({ moment }: { readonly moment: Moment }) => {
  const [arrived, setArrived] = useState<ComponentType<{ readonly moment: Moment }> | null>(null);
  const quiet = settings(useEngine().state.value).pace === "resting";
  useEffect(() => {
    if (quiet) return;
    void import("./lesson-offer.tsx").then(
      (file) => setArrived(() => file.LessonOffer),
      () => setArrived(null),
    );
  }, [quiet]);
  const Arrived = arrived;
  return Arrived === null || quiet ? null : <Arrived moment={moment} />;
};
