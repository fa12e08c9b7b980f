/** Brings the component that draws a screen; all but Today arrive when they are first wanted. */
import type { ScreenName } from "./navigation.ts";
import type { NumberScreen } from "./number-screens.ts";
import type { Screen } from "./screen.ts";

const isNumbers = (name: ScreenName): name is NumberScreen => /^(?:measure|summary|share)/.test(name);

/** A screen that comes later. Help waits for nothing but its lines, numbers come by themselves, the others in one piece. */
export const bringScreen = async (name: Exclude<ScreenName, "today">): Promise<Screen> => {
  if (name === "help") return (await import("./help/help.tsx")).Help;
  if (isNumbers(name)) return (await import("./number-screens.ts")).numberScreens[name];
  return (await import("./all-screens.ts")).allScreens[name];
};
