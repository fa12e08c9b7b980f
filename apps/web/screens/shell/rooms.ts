/** Knows which rooms stand in the bar: few at the start, all of them once something has happened. */
import type { IconName } from "../../parts/icon.tsx";
import type { ScreenName } from "../navigation.ts";

/** The five rooms, in their order; a room's icon has its name. */
export const rooms = ["today", "steps", "circle", "evidence", "learn"] as const satisfies readonly (ScreenName &
  IconName)[];

/** One room. */
export type Room = (typeof rooms)[number];

/**
 * Until the first outcome there is one screen and "More"; then every room has its place. A bar full of empty rooms is a
 * list of things not done.
 */
export const roomsInBar = (outcomes: number): readonly Room[] => (outcomes > 0 ? rooms : ["today"]);

/**
 * The room that a screen belongs to; null for those that stand outside. It is what the bar marks, so that somebody deep
 * in an ask still sees where they are.
 */
export const roomOf = (screen: ScreenName): Room | null => {
  switch (screen) {
    case "today":
    case "outcome":
    case "alone":
    case "kindness":
    case "together":
    case "undo":
    case "path":
    case "plan":
      return "today";
    case "steps":
    case "step":
    case "own-step":
    case "try":
    case "ask":
    case "load":
      return "steps";
    case "circle":
    case "person":
      return "circle";
    case "evidence":
    case "belief":
    case "shifts":
    case "measures":
    case "measure":
    case "measures-in":
    case "summary":
    case "leaving":
      return "evidence";
    case "learn":
    case "lesson":
    case "signs":
    case "origins":
    case "care":
    case "share":
      return "learn";
    case "help":
    case "mine":
    case "unlock":
    case "lock":
    case "words":
    case "devices":
    case "add-device":
    case "join":
      return null;
  }
};

/** What stands behind “More” besides the rooms: drawers that can stay shut, in the order of how often they are wanted. */
export const drawers = [
  "load",
  "path",
  "plan",
  "belief",
  "kindness",
  "signs",
  "shifts",
  "measures",
  "care",
  "origins",
  "leaving",
] as const satisfies readonly ScreenName[];
