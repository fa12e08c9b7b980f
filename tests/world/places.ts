/** Goes to any screen of the app by the browser's history, as back and forward do, and lists what can be gone to. */
import { expect, type Page } from "@playwright/test";
import { screenNames, type ScreenName } from "../../apps/web/screens/navigation.ts";

export { screenNames };

/** A place to look at: a screen, with the thing it is about where it needs one. */
export interface Stop {
  readonly screen: ScreenName;
  readonly id: string | null;
}

/** Opens a screen without touching anything on the one before. */
export const visit = async (page: Page, { screen, id }: Stop): Promise<void> => {
  await page.evaluate(
    (state) => {
      history.pushState(state, "");
      dispatchEvent(new PopStateEvent("popstate", { state }));
    },
    { screen, id, depth: 1 },
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
};

/** What a screen is about, where it can be about something of the catalogue or begins at more than one place. */
const ofTheCatalogue: Readonly<Partial<Record<ScreenName, readonly (string | null)[]>>> = {
  step: ["ask-for-a-book"],
  try: ["ask-for-a-book"],
  belief: [null, "bel-13"],
  lesson: ["lesson-asks-go-better-than-guessed", "lesson-story-launch"],
  circle: [null, "~no-one", "~test"],
  load: [null, "~no"],
  signs: [null, "inside", "body"],
  kindness: [null, "after-no"],
  measure: [null, "phq4", "baseline"],
  path: [null, "after-silence", "low-day", "carried-all"],
};

/** Every screen, with things of the catalogue; ids of the log are added by whoever has made some. */
export const everyStop = (ids: { readonly person?: string; readonly experiment?: string } = {}): readonly Stop[] =>
  screenNames.flatMap((screen): readonly Stop[] => {
    switch (screen) {
      case "person":
        return [{ screen, id: ids.person ?? "~new" }];
      case "ask":
      case "outcome":
        return [{ screen, id: ids.experiment ?? null }];
      default:
        return (ofTheCatalogue[screen] ?? [null]).map((id) => ({ screen, id }));
    }
  });
