/** Brings the component that draws a screen; all but Today arrive when they are first wanted. */
import type { ScreenName } from "./navigation.ts";
import type { Screen } from "./screen.ts";

/** A screen that comes later. Help waits for nothing but its lines; the others come in one piece. */
export const bringScreen = async (name: Exclude<ScreenName, "today">): Promise<Screen> =>
  name === "help" ? (await import("./help/help.tsx")).Help : (await import("./all-screens.ts")).allScreens[name];
