/** Tells the screens whether this visit keeps nothing, and how to begin one that does not. */
import { signal } from "@preact/signals";

/** True from the moment that a visit keeps nothing. */
export const passing = signal(false);

let begin = (): void => undefined;

/** Called once by whoever builds the real things. */
export const onPassing = (start: () => void): void => {
  begin = start;
};

/** Goes on without keeping anything; what the browser had been given for this visit is deleted. */
export const passThrough = (): void => {
  passing.value = true;
  begin();
};
