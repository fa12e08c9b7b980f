/** Runs the real adapters in a real browser and lets a test call them by name. */
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { build } from "vite";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import type { pageDesk } from "./page-desk.ts";

type Desk = typeof pageDesk;

/** A page with the adapters on it; `call` runs one of `pageDesk`'s functions there. */
export interface AdapterPage {
  readonly page: Page;
  readonly call: <K extends keyof Desk>(name: K, ...args: Parameters<Desk[K]>) => Promise<Awaited<ReturnType<Desk[K]>>>;
}

/** A browser with one profile; `open` makes another tab of it. */
export interface AdapterBrowser {
  readonly context: BrowserContext;
  readonly open: () => Promise<AdapterPage>;
  readonly close: () => Promise<void>;
}

/** Where the page is; nobody listens there, the test answers itself. */
export const pageOrigin = "http://localhost:8791";

/** The adapters as one script. */
export const bundlePage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(process.cwd(), "tests/world/page-desk.ts"), formats: ["es"], fileName: "page" },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap((one) => one.output) : "output" in built ? built.output : [];
  const code = outputs.find((output) => output.type === "chunk");
  if (code === undefined || code.type !== "chunk") throw new Error("the page did not build");
  return code.code;
};

/** Answers everything at the page's address with the page or its script. */
export const answerPage = async (context: BrowserContext, script: string): Promise<void> => {
  await context.route(`${pageOrigin}/**`, (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({
          contentType: "text/html",
          body: '<!doctype html><script type="module" src="/page.js"></script>',
        }),
  );
};

const callable = (page: Page): AdapterPage => ({
  page,
  call: (name, ...args) =>
    page.evaluate(
      ([method, given]) => {
        const act: (...some: readonly unknown[]) => never = Reflect.get(Reflect.get(globalThis, "pageDesk"), method);
        return act(...given);
      },
      [name, args] as const,
    ),
});

/** Starts it. Nothing is fetched from anywhere: the page is answered by the test itself. */
export const adapterBrowser = async (): Promise<AdapterBrowser> => {
  const script = await bundlePage();
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  const context = await browser.newContext();
  await answerPage(context, script);
  return {
    context,
    open: async () => {
      const page = await context.newPage();
      await page.goto(`${pageOrigin}/`);
      await page.waitForFunction(() => Reflect.has(globalThis, "pageDesk"));
      return callable(page);
    },
    close: () => browser.close(),
  };
};
