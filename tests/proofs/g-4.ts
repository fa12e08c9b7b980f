/** G-4: a page that goes out of sight is covered before its next frame, on every screen, with or without a lock. */
import { chromium, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { begin, schoolRun } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import type { Proof } from "./proof.ts";

/** What the page is right after it was told, in the same task, and in its next frame. */
interface Covered {
  readonly atOnce: boolean;
  readonly nextFrame: boolean;
  /** Nothing of it can be hit or read by eye. */
  readonly bare: boolean;
  readonly back: boolean;
}

/** Says that the page is out of sight, as a browser does, looks, and says that it is back. */
const hideAndLook = (page: Page): Promise<Covered> =>
  page.evaluate(async () => {
    const turn = (hidden: boolean): void => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    };
    /** Whether some element that has text of its own could be seen. */
    const seen = (): boolean =>
      [...document.querySelectorAll<HTMLElement>("body *")].some((element) => {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
        return own && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      });
    const before = seen();
    turn(true);
    const atOnce = !seen();
    const nextFrame = await new Promise<boolean>((done) => requestAnimationFrame(() => done(!seen())));
    const bare = before;
    turn(false);
    return { atOnce, nextFrame, bare, back: seen() };
  });

const right = (seen: Covered): boolean => seen.atOnce && seen.nextFrame && seen.bare && seen.back;

const stops = everyStop();

/** Fifty times over the screens in turn. */
export const proof: Proof = {
  id: "G-4",
  number: 50,
  control: "a page that does not hear that it went out of sight",
  run: async ({ asked, seed, note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    try {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      await begin(byPointer(page), server.origin, schoolRun);
      const wrong: string[] = [];
      for (let done = 0; done < asked; done += 1) {
        const stop = stops[(done + seed * 7) % stops.length];
        if (stop === undefined) throw new Error("no screens");
        await visit(page, stop);
        const seen = await hideAndLook(page);
        if (!right(seen)) wrong.push(`${stop.screen}: ${JSON.stringify(seen)}`);
      }
      for (const line of wrong) note(`G-4: ${line}`);
      await page.evaluate(() =>
        window.addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), true),
      );
      const mutant = await hideAndLook(page);
      const [why] = wrong;
      return { done: asked, failures: wrong.length, control: !mutant.atOnce, ...(why === undefined ? {} : { why }) };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
