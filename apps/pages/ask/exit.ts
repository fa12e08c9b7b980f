/** Leaves the page at once: by its button, or by pressing Shift three times. */
import { el } from "./dom.ts";
import { say } from "./say.ts";

/** A blank page of the same host; it keeps no referrer and no way back to this one. */
const away = "/blank.html";

/** Covers and empties the page in the same frame, then replaces it, so that Back does not show it again. */
export const leave = (): void => {
  document.body.replaceChildren(el("p", { class: "unseen", role: "status" }, say("answer.left")));
  document.documentElement.className = "left";
  // Offline the host cannot be reached, and the browser's own error page would show the address.
  window.location.replace(navigator.onLine ? away : "about:blank");
};

/** How many presses are needed, and the longest pause between the first and the last (GOV.UK's pattern: 3 in 5 s). */
const presses = 3;
const within = 5000;

/**
 * Counts lone presses of Shift. Shift is used because it types nothing and is no screen reader's command;
 * any other key starts over, so that writing in capitals never leaves.
 */
export const countShift = (
  state: { readonly count: number; readonly since: number },
  key: string,
  at: number,
): { readonly count: number; readonly since: number; readonly leave: boolean } => {
  if (key !== "Shift") return { count: 0, since: at, leave: false };
  const fresh = state.count === 0 || at - state.since > within;
  const count = fresh ? 1 : state.count + 1;
  return { count, since: fresh ? at : state.since, leave: count >= presses };
};

/** Watches the keyboard for the whole document and says the count to screen readers. */
export const watchShift = (announce: (text: string) => void): void => {
  let state = { count: 0, since: 0, leave: false };
  let alone = false;
  document.addEventListener("keydown", (event) => {
    alone =
      event.key === "Shift" && !event.repeat
        ? !(event.ctrlKey || event.altKey || event.metaKey)
        : alone && event.repeat;
    if (event.key !== "Shift") state = countShift(state, event.key, event.timeStamp);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    state = countShift(state, event.key, event.timeStamp);
    if (state.leave) leave();
    else announce(say(state.count === 1 ? "answer.bar.shift-2" : "answer.bar.shift-1"));
  });
};
