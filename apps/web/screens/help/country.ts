/**
 * Remembers which country somebody chose: in the settings once there are any, else in memory until the page is left.
 *
 * Never guessed from language, time zone or network: a wrong guess would show wrong numbers.
 */
import { settings } from "@belay/domain";
import { signal } from "@preact/signals";
import { useEngine } from "../engine-context.tsx";

/** Chosen on this page while nothing could be stored. */
const inMemory = signal<string | null>(null);

/** The country, and the way to choose another. Nothing else about this page is ever recorded. */
export const useCountry = (): {
  readonly country: string | null;
  readonly kept: boolean;
  readonly choose: (country: string) => void;
} => {
  const engine = useEngine();
  const open = engine.phase.value.kind === "open";
  const chosen = inMemory.value ?? (open ? settings(engine.state.value).country : null);
  return {
    country: chosen,
    kept: open,
    choose: (country) => {
      // The numbers show at once, whether or not the device can keep the choice.
      inMemory.value = country;
      if (open) void engine.dispatch({ kind: "settings/choose", country, signAs: null, keepCopy: null, touch: null });
    },
  };
};
