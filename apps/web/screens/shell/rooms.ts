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
      return "today";
    case "steps":
    case "step":
    case "own-step":
    case "try":
    case "ask":
      return "steps";
    case "circle":
    case "person":
      return "circle";
    case "evidence":
    case "belief":
      return "evidence";
    case "learn":
    case "lesson":
      return "learn";
    case "help":
    case "mine":
      return null;
  }
};
