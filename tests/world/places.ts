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

/** Every screen once, with things of the catalogue; ids of the log are added by whoever has made some. */
export const everyStop = (ids: { readonly person?: string; readonly experiment?: string } = {}): readonly Stop[] =>
  screenNames.map((screen) => {
    switch (screen) {
      case "step":
        return { screen, id: "ask-for-a-book" };
      case "try":
        return { screen, id: "ask-for-a-book" };
      case "belief":
        return { screen, id: "bel-13" };
      case "lesson":
        return { screen, id: "lesson-asks-go-better-than-guessed" };
      case "person":
        return { screen, id: ids.person ?? null };
      case "ask":
      case "outcome":
        return { screen, id: ids.experiment ?? null };
      default:
        return { screen, id: null };
    }
  });
