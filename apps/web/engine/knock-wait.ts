/** Draws how long this device waits before it knocks again, so that devices that lost the same relay come back apart. */
import { fromBase64Url } from "@belay/basics";
import type { Ports } from "./ports/ports.ts";
import { retryDelay } from "./retry.ts";

/** Milliseconds for attempt 1, 2, 3, …: somewhere in the second half of `retryDelay`, by the device's own chance. */
export const knockWait = ({ chance }: Pick<Ports, "chance">, attempt: number): number => {
  const drawn = fromBase64Url(chance.id());
  const [byte = 0] = drawn.ok ? drawn.value : [];
  return retryDelay(attempt, byte / 255);
};
