/** Tells those who watch a mailbox at this relay of replies that another relay on the same database took. */
import { topicOf } from "../hints/port.ts";
import type { MailId } from "../store/port.ts";
import type { Elsewhere, ElsewherePorts } from "./elsewhere.ts";

/** How much rarer than at vaults it is looked at mailboxes: each is a statement of its own. */
const rarer = 12;

interface Watched {
  /** One for each connection: looks into the store, and tells. */
  readonly looks: Set<() => Promise<void>>;
  readonly stop: () => void;
}

/**
 * Wraps `live`. A reply is hinted to the others; a hint, or a look every twelfth `lookMs`, makes each connection ask the
 * store again by the proof that it came with. What the hint says is not believed.
 */
export const hearMailElsewhere = (
  live: Elsewhere,
  { hints, lookMs, chance, onFault }: Pick<ElsewherePorts, "hints" | "lookMs" | "chance" | "onFault">,
): Elsewhere => {
  const watched = new Map<MailId, Watched>();
  const woken = new Set<MailId>();
  let running = false;

  /** One after the other, so that a flood of hints is one statement at a time. */
  const lookOn = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      for (let [mail] = woken; mail !== undefined; [mail] = woken) {
        woken.delete(mail);
        for (const again of watched.get(mail)?.looks ?? []) await again();
      }
    } catch (cause) {
      onFault(cause);
    } finally {
      running = false;
    }
  };
  const wake = (mail: MailId): void => {
    woken.add(mail);
    void lookOn();
  };

  const look = (): void => {
    for (const mail of watched.keys()) wake(mail);
    timer = setTimeout(look, wait());
  };
  const wait = (): number => rarer * lookMs * (0.75 + chance() / 2);
  let timer = setTimeout(look, wait());

  return {
    ...live,
    watch: (mail, listener, again) => {
      const leave = live.watch(mail, listener, again);
      const all = watched.get(mail) ?? { looks: new Set(), stop: hints.hear(topicOf(mail), () => wake(mail)) };
      watched.set(mail, all);
      all.looks.add(again);
      return () => {
        leave();
        all.looks.delete(again);
        if (all.looks.size > 0 || watched.get(mail) !== all) return;
        all.stop();
        watched.delete(mail);
      };
    },
    notify: (mail, count) => {
      live.notify(mail, count);
      // It comes back to this relay too, whose watchers may so be told twice: a look costs less than telling them apart.
      hints.tell(topicOf(mail), 0);
    },
    stop: () => {
      clearTimeout(timer);
      live.stop();
    },
  };
};
