/** Moves between screens without ever changing the address: where one is lives in the history's state alone. */
import { signal, type ReadonlySignal } from "@preact/signals";

/** Every screen by name. */
export const screenNames = [
  "today",
  "steps",
  "step",
  "own-step",
  "try",
  "ask",
  "outcome",
  "alone",
  "circle",
  "person",
  "evidence",
  "belief",
  "learn",
  "lesson",
  "signs",
  "load",
  "kindness",
  "together",
  "undo",
  "path",
  "plan",
  "origins",
  "shifts",
  "measures",
  "measure",
  "measures-in",
  "summary",
  "care",
  "share",
  "leaving",
  "help",
  "mine",
  "unlock",
  "lock",
  "words",
  "devices",
  "add-device",
  "join",
] as const;

/** A screen's name. */
export type ScreenName = (typeof screenNames)[number];

/** A screen and the thing it is about: an id of the log or the catalogue, or null. */
export interface Place {
  readonly screen: ScreenName;
  readonly id: string | null;
  /** Places behind this one in this visit; 0 is the first. */
  readonly depth: number;
}

/** Where a visit begins. */
const start: Place = { screen: "today", id: null, depth: 0 };

/** Screens of another version of the app may stand in an old history entry. */
const isScreen = (name: unknown): name is ScreenName => screenNames.some((known) => known === name);

/** Reads a history state; anything unknown leads to Today. */
export const parsePlace = (state: unknown): Place => {
  if (typeof state !== "object" || state === null) return start;
  const { screen, id, depth }: { screen?: unknown; id?: unknown; depth?: unknown } = state;
  if (!isScreen(screen)) return start;
  return {
    screen,
    id: typeof id === "string" && id.length <= 200 ? id : null,
    depth: typeof depth === "number" && Number.isInteger(depth) && depth > 0 ? depth : 0,
  };
};

/** The part of the browser's history that is used. */
export interface Trail {
  readonly state: unknown;
  pushState(state: Place, unused: string): void;
  replaceState(state: Place, unused: string): void;
  back(): void;
}

/** Navigation over one history; the app has one of these, tests make their own. */
export const createNavigation = (trail: Trail) => {
  const here = signal(parsePlace(trail.state));
  const go = (screen: ScreenName, id: string | null = null): void => {
    const next = { screen, id, depth: here.value.depth + 1 };
    trail.pushState(next, "");
    here.value = next;
  };
  const replace = (screen: ScreenName, id: string | null = null): void => {
    const next = { screen, id, depth: here.value.depth };
    trail.replaceState(next, "");
    here.value = next;
  };
  /** One place back; from the first place of a visit, to Today. */
  const back = (): void => {
    if (here.value.depth > 0) trail.back();
    else replace("today");
  };
  /** The browser moved by itself. */
  const arrive = (state: unknown): void => {
    here.value = parsePlace(state);
  };
  const at: ReadonlySignal<Place> = here;
  return { at, go, replace, back, arrive };
};

/** No history where there is no browser, so that pure logic can be tested beside a screen. */
const nowhere: Trail = {
  state: null,
  pushState: () => undefined,
  replaceState: () => undefined,
  back: () => undefined,
};

/** Tests and the build have no history; the app always has one. */
const inBrowser = typeof history !== "undefined";
const navigation = createNavigation(inBrowser ? history : nowhere);
if (inBrowser) addEventListener("popstate", (event) => navigation.arrive(event.state));

/** Opens a screen, remembering this one. */
export const go = navigation.go;
/** Opens a screen in place of this one, for steps one should not come back to. */
export const replace = navigation.replace;
/** Goes back. */
export const back = navigation.back;
/** Where one is; a component that reads it follows. */
export const useScreen = (): Place => navigation.at.value;
