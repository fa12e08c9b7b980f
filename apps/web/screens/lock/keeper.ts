/** Decides when an open app closes by itself, and covers it whenever it is not looked at. */

/** Milliseconds without a touch, a key or a scroll after which it locks (`security.md` G-3). */
export const idleMost = 120_000;
/** Milliseconds out of sight after which it locks. */
export const awayMost = 60_000;
/** How often a quiet, visible page looks at the clock, in ms. */
const pace = 5_000;

/** What is known about the person's presence; all times in ms of the wall clock, which goes on while a device sleeps. */
export interface Presence {
  readonly active: number;
  /** Since when the page is out of sight; null while it can be seen. */
  readonly hidden: number | null;
  /** The last time the clock was looked at. */
  readonly looked: number;
}

/**
 * Whether it is time. A clock that jumps, back or forth by more than a quiet page ever waits, counts as sleep: the page
 * cannot know how long nobody was there.
 */
export const isTime = ({ active, hidden, looked }: Presence, now: number): boolean => {
  if (now < looked - pace || now - looked > awayMost) return true;
  if (hidden !== null) return now - hidden >= awayMost;
  return now - active >= idleMost;
};

/** What the keeper needs of the page. */
export interface KeeperWorld {
  readonly now: () => number;
  /** True while there is a lock and it is open. */
  readonly guarded: () => boolean;
  readonly lock: () => void;
  readonly cover: (on: boolean) => void;
}

/** What counts as somebody being there. */
const acts = ["pointerdown", "keydown", "input", "wheel", "touchmove", "scroll"] as const;

/** Starts keeping watch over a document. The returned function ends it. */
export const keepWatch = (page: Document, world: KeeperWorld): (() => void) => {
  const start = world.now();
  let presence: Presence = { active: start, hidden: page.hidden ? start : null, looked: start };
  /** Locks when it is time, or when `sure`; true when it did. */
  const check = (sure = false): boolean => {
    const due = world.guarded() && (sure || isTime(presence, world.now()));
    presence = { ...presence, looked: world.now() };
    if (due) world.lock();
    return due;
  };
  const act = (): void => {
    // The first touch after a sleep must not count as presence: what is due is due.
    if (!check()) presence = { ...presence, active: world.now() };
  };
  const hide = (): void => {
    world.cover(true);
    presence = { ...presence, hidden: presence.hidden ?? world.now() };
  };
  const show = (sure: boolean): void => {
    // Locked first, uncovered after: what was behind is never seen again.
    if (check(sure)) return;
    presence = { ...presence, hidden: null, active: world.now() };
    world.cover(false);
  };
  const turn = (): void => (page.hidden ? hide() : show(false));
  // A page that comes back from the browser's memory was left for another one.
  const back = (event: PageTransitionEvent): void => (page.hidden ? hide() : show(event.persisted));
  const view = page.defaultView;
  for (const kind of acts) page.addEventListener(kind, act, { passive: true, capture: true });
  page.addEventListener("visibilitychange", turn);
  view?.addEventListener("pagehide", hide);
  view?.addEventListener("pageshow", back);
  const timer = setInterval(() => void check(), pace);
  return () => {
    clearInterval(timer);
    for (const kind of acts) page.removeEventListener(kind, act, { capture: true });
    page.removeEventListener("visibilitychange", turn);
    view?.removeEventListener("pagehide", hide);
    view?.removeEventListener("pageshow", back);
  };
};
