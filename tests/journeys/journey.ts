/** What every journey has: a relay of its own, a way to look at a screen, and a check of what a page may do. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test as base, type Page } from "@playwright/test";
import axe from "axe-core";
import { startServer, type Server, type ServerOptions } from "../world/server.ts";

/** Adds a running server, shared by the tests of one worker. */
export const testWith = (options: ServerOptions) =>
  base.extend<object, { readonly server: Server }>({
    server: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern.
      async ({}, use) => {
        const server = await startServer(options);
        await use(server);
        await server.stop();
      },
      { scope: "worker" },
    ],
  });

/** Journeys against the app as it is built. */
export const test = testWith({});

/** Where pictures go when `SHOTS=1` asks for them; never committed. */
const shots = join(import.meta.dirname, "../../shots");

const schemes = ["light", "dark"] as const;

/** The findings of axe on the page as it stands, in words. */
const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run: (
      context: Document,
    ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> = Reflect.get(
      Reflect.get(globalThis, "axe"),
      "run",
    );
    const { violations } = await run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    );
  });
};

/** Text wider than the page is text that somebody cannot read. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at a screen in light and dark: axe finds nothing, nothing runs over, and with `SHOTS=1` a picture is taken. */
export const look = async (page: Page, name: string): Promise<void> => {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // Colours fade from one scheme to the other; what is looked at is where they arrive.
    await page.waitForTimeout(400);
    expect(await findings(page), `${name}, ${scheme}`).toEqual([]);
    expect(await overflow(page), `${name} runs over`).toBeLessThanOrEqual(0);
    if (process.env["SHOTS"] === undefined) continue;
    mkdirSync(shots, { recursive: true });
    const width = page.viewportSize()?.width ?? 0;
    await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
};

/** Looks at a screen with text twice as large: nothing runs over. With `SHOTS=1` a picture is taken. */
export const lookLarge = async (page: Page, name: string): Promise<void> => {
  const size = (share: string): Promise<void> =>
    page.evaluate((given) => void (document.documentElement.style.fontSize = given), share);
  await size("200%");
  await page.waitForTimeout(100);
  expect(await overflow(page), `${name} runs over in large text`).toBeLessThanOrEqual(0);
  if (process.env["SHOTS"] !== undefined) {
    const width = page.viewportSize()?.width ?? 0;
    await page.screenshot({ path: join(shots, `${name}-${width}-large.png`), fullPage: true });
  }
  await size("");
};

/** What a page complained about: errors, refused scripts, hosts other than its own. */
export const watchPage = (page: Page, origin: string): { readonly complaints: () => readonly string[] } => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (
      message.type() === "error" &&
      !/Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(message.text())
    ) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.origin !== origin) complaints.push(`host: ${url.origin}`);
  });
  return { complaints: () => complaints };
};

/** Waits until everything of the app lies in the browser, so that it works without a network. */
export const cached = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const [name] = await caches.keys();
          if (name === undefined || navigator.serviceWorker.controller === null) return 0;
          return (await (await caches.open(name)).keys()).length;
        }),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(5);
