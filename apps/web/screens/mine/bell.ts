/** The browser's notifications: whether they may be shown, asking for that, and showing one with a neutral title. */

/** `none`: this browser has none here; `ask`: it was not asked yet. */
export type MayRing = "yes" | "no" | "ask" | "none";

/** What reminders need of the browser. */
export interface Bell {
  readonly may: () => MayRing;
  /** Asks the person through the browser; only ever called from a press. */
  readonly ask: () => Promise<MayRing>;
  /** Shows `title` and nothing more. */
  readonly ring: (title: string) => Promise<void>;
  /** The minute of the local day, 0 to 1439. */
  readonly minute: () => number;
}

/** A later one takes the place of an earlier one, also across tabs. */
const tag = "note";

const may = (): MayRing => {
  if (typeof Notification === "undefined") return "none";
  if (Notification.permission === "granted") return "yes";
  return Notification.permission === "denied" ? "no" : "ask";
};

/** The browser's own. */
export const browserBell: Bell = {
  may,
  ask: async () => {
    try {
      await Notification.requestPermission();
    } catch {
      // An old browser without promises, or a frame that may not ask: what it allows now is the answer.
    }
    return may();
  },
  ring: async (title) => {
    try {
      const shown = new Notification(title, { tag });
      shown.addEventListener("click", () => window.focus());
    } catch {
      // Phones show them through the service worker alone.
      const worker = await navigator.serviceWorker?.getRegistration();
      await worker?.showNotification(title, { tag });
    }
  },
  minute: () => {
    const now = new Date();
    return now.getHours() * 60 + now.getMinutes();
  },
};
