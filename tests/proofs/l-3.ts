/** L-3: the answer page has no origin, and so no storage, no caches, no worker and no way to the app's. */
import { seededRandom } from "@belay/testkit";
import type { Browser, Page } from "@playwright/test";
import {
  builtAskPage,
  withBrowser,
  withContext,
  withMutant,
  withServer,
  type BuiltPage,
  type Server,
} from "./browser.ts";
import { askAt, putAsk, type LiveAsk } from "./mailbox.ts";
import type { Proof } from "./proof.ts";

/** What a page may not reach, and what it says when it tries: `refused` by the platform, or `reached`. */
type Reach = Readonly<Record<string, string>>;

/** Tries everything from inside the page. Anything but a refusal by the platform counts as reached. */
const reachOf = (page: Page): Promise<Reach> =>
  page.evaluate(async () => {
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        await act();
        return "reached";
      } catch (error) {
        return error instanceof DOMException && error.name === "SecurityError" ? "refused" : `odd: ${String(error)}`;
      }
    };
    const opened = (request: IDBOpenDBRequest): Promise<void> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve());
        request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
      });
    return {
      "an origin": self.origin === "null" ? "refused" : "reached",
      localStorage: await attempt(() => localStorage.setItem("left", "behind")),
      "what the app keeps": await attempt(() => localStorage.getItem("canary")),
      sessionStorage: await attempt(() => sessionStorage.setItem("left", "behind")),
      IndexedDB: await attempt(() => opened(indexedDB.open("left"))),
      caches: await attempt(() => caches.open("left")),
      "a service worker": await attempt(() => navigator.serviceWorker.getRegistrations()),
      cookies: await attempt(() => (document.cookie = "left=behind")),
      "the file system": await attempt(() => navigator.storage.getDirectory()),
    };
  });

/** One visit as a supporter makes it, in a profile in which the app has kept something; what was reached. */
const visit = (
  server: Server,
  browser: Browser,
  ask: LiveAsk,
): Promise<{ readonly reach: Reach; readonly left: readonly string[]; readonly workers: number }> =>
  withContext(browser, { serviceWorkers: "allow" }, async (context) => {
    const app = await context.newPage();
    await app.goto(`${server.origin}/healthz`);
    await app.evaluate(() => localStorage.setItem("canary", "kept by the app"));
    const page = await context.newPage();
    await page.goto(ask.url);
    await page.locator("main button").click();
    await page.locator("main p.words").waitFor();
    const reach = await reachOf(page);
    const left = await app.evaluate(() => Object.keys(localStorage).filter((name) => name !== "canary"));
    const cookies = (await context.cookies()).map(({ name }) => name);
    return { reach, left: [...left, ...cookies], workers: context.serviceWorkers().length };
  });

const withoutSandbox = (page: BuiltPage): BuiltPage => ({
  ...page,
  policy: page.policy.replace(/sandbox [^;]*;\s*/, ""),
});

/** Ten visits, each trying everything. The share page joins when there is one. */
export const proof: Proof = {
  id: "L-3",
  number: 10,
  control: "the same page served without the sandbox",
  run: ({ asked, seed, note }) =>
    withServer((server) =>
      withBrowser(async (browser) => {
        const random = seededRandom(`l-3/${seed}`);
        let failures = 0;
        let why: string | undefined;
        for (let done = 0; done < asked; done += 1) {
          const ask = await putAsk(server.origin, random);
          const { reach, left, workers } = await visit(server, browser, ask);
          const wrong = Object.entries(reach).filter(([, result]) => result !== "refused");
          if (wrong.length === 0 && left.length === 0 && workers === 0) continue;
          failures += 1;
          why ??= `visit ${done}: ${JSON.stringify({ wrong, left, workers })}`;
          note(`L-3 ${why}`);
        }
        const ask = await putAsk(server.origin, random);
        const mutant = await withMutant(server, withoutSandbox(builtAskPage()), (front) =>
          visit(front, browser, askAt(ask, front.origin)),
        );
        const reached = Object.entries(mutant.reach).filter(([, result]) => result === "reached");
        note(`L-3 without the sandbox: ${reached.map(([name]) => name).join(", ")}`);
        // Every single attempt must be able to fail, or it proves nothing.
        const control = reached.length === Object.keys(mutant.reach).length && mutant.left.includes("left");
        return { done: asked, failures, control, ...(why === undefined ? {} : { why }) };
      }),
    ),
};
