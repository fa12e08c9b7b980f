/** Whether the browser believes it has a network. */
import { signal, type ReadonlySignal } from "@preact/signals";

/** Follows the browser's own word; it can be wrong, so nothing depends on it alone. */
export const browserOnline = (): ReadonlySignal<boolean> => {
  const online = signal(navigator.onLine);
  addEventListener("online", () => {
    online.value = true;
  });
  addEventListener("offline", () => {
    online.value = false;
  });
  return online;
};
