/** Reads what the relay has by now, for whoever must not act on an older log. */
import { effect } from "@preact/signals";
import { pull } from "./sync-pull.ts";
import { tell, type Copier } from "./sync-session.ts";

/** How long somebody who waits for it gives the relay to show its log, in ms. */
const catchUpPatience = 10_000;

/** Asks for what is new, and waits until the log was read to its end once more; a line that fell is opened at once. */
export const catchUp = (copier: Copier, connect: (copier: Copier) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const { read, status, session } = copier;
    if (["off", "refused"].includes(status.peek().kind)) return resolve(true);
    const before = read.peek();
    if (session?.complete === true) pull(copier, session);
    if (session === null) {
      copier.cancel();
      tell(copier, "waiting");
      connect(copier);
    }
    const end = (done: boolean): void => {
      unfollow();
      callOff();
      resolve(done);
    };
    const callOff = copier.ports.clock.after(catchUpPatience, () => end(false));
    const unfollow = effect(() => {
      if (read.value > before) end(true);
      else if (status.value.kind === "offline") end(false);
    });
  });
