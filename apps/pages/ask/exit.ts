/** Leaves the page at once: by its button, or by pressing Shift three times. */
import { el } from "./dom.ts";
import { say } from "./say.ts";

/** A blank page of the same host; it keeps no referrer and no way back to this one. */
const away = "/blank.html";

/** Covers and empties the page in the same frame, then replaces it, so that Back does not show it again. */
export const leave = (): void => {
  // Emptied, not hidden: a screen reader must not go on reading what was there.
  document.body.replaceChildren(el("p", { class: "unseen", role: "status" }, say("answer.left")));
  document.documentElement.className = "left";
  // Offline the host cannot be reached, and the browser's own error page would show the address.
  window.location.replace(navigator.onLine ? away : "about:blank");
};
