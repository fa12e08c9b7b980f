/** Lets Shift, pressed three times, leave from anywhere in the app, and says the count to screen readers. */
import { watchShift } from "../../parts/shift.ts";
import { laterWords } from "../later-words.ts";
import { t } from "../words.ts";
import { leave } from "./exit.ts";

/** Starts watching; it is fetched right after the first view, and holds on every screen, behind the lock too. */
export const startShift = (): void => {
  const status = document.createElement("p");
  status.className = "hidden-text";
  status.setAttribute("role", "status");
  document.body.append(status);
  watchShift(document, leave, (left) => {
    laterWords().then(
      () => status.replaceChildren(t(left === 2 ? "help.shiftTwo" : "help.shiftOne")),
      // Without its words the count is not said; leaving works all the same.
      () => status.replaceChildren(),
    );
  });
};
