/** G-12: title, address, manifest name and icon are the same on every screen, neutral, and without ids. */
import { chromium, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { firstAsk, schoolRun } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import type { Proof } from "./proof.ts";

/** What somebody sees of the app without looking into it. */
interface Outside {
  readonly title: string;
  readonly address: string;
  readonly icons: string;
  readonly name: string;
}

/** Words that would tell over a shoulder what it is for. */
const telling = /help|ask|trauma|therap|anx|alone|depend|mental|health|crisis|support|diary|burden/i;

const outsideOf = (page: Page): Promise<Outside> =>
  page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel~=icon], link[rel=apple-touch-icon]")];
    const manifest = document.querySelector<HTMLLinkElement>("link[rel=manifest]")?.href ?? "";
    const { name, short_name: short, description = "" }: Record<string, string> = await (await fetch(manifest)).json();
    return {
      title: document.title,
      address: location.pathname + location.search + location.hash,
      icons: links.map((link) => new URL(link.href).pathname).join(" "),
      name: [name, short, description].join(" "),
    };
  });

const wrong = (seen: Outside, first: Outside): boolean =>
  JSON.stringify(seen) !== JSON.stringify(first) ||
  seen.address !== "/" ||
  seen.icons === "" ||
  Object.values(seen).some((text) => telling.test(text) || /[0-9a-f]{16}|[A-Za-z0-9_-]{22}/.test(text));

const stops = everyStop();

/** Every screen, after a whole first ask, so that there is something that could show. */
export const proof: Proof = {
  id: "G-12",
  number: stops.length,
  control: "a screen that puts a name into the title, or its own name into the address",
  run: async ({ note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    try {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      await firstAsk(byPointer(page), server.origin, schoolRun);
      await visit(page, { screen: "today", id: null });
      const first = await outsideOf(page);
      const failed: string[] = [];
      for (const stop of stops) {
        await visit(page, stop);
        if (wrong(await outsideOf(page), first)) failed.push(stop.screen);
      }
      note(`G-12: ${stops.length} screens, all called "${first.title}" at "${first.address}"`);
      const control = await caught(page, first);
      return {
        done: stops.length,
        failures: failed.length,
        control,
        ...(failed.length === 0 ? {} : { why: failed.join(" ") }),
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

const caught = async (page: Page, first: Outside): Promise<boolean> => {
  await page.evaluate(() => void (document.title = "Noor"));
  const title = wrong(await outsideOf(page), first);
  await page.evaluate((text) => void (document.title = text), first.title);
  await page.evaluate(() => history.replaceState(history.state, "", "#/evidence"));
  return title && wrong(await outsideOf(page), first);
};
