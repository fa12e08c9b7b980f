/** Runs both implementations over the vectors in a real Chromium. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";
import type { VectorReport } from "../vectors/run.ts";

/** The browser's program: as the environment says, or Debian's place; null when there is none. */
export const chromiumPath = (): string | null => {
  const asked = process.env["CHROMIUM"] ?? "";
  return [asked, "/usr/bin/chromium"].find((path) => path !== "" && existsSync(path)) ?? null;
};

/** The page's scripts by file name, built from `root`, the project's folder; `page.js` is the first. */
const scripts = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: join(root, "tests/second/page.ts"), formats: ["es"], fileName: "page" },
    },
  });
  const results = Array.isArray(built) ? built : [built];
  const chunks = results.flatMap((result) => ("output" in result ? result.output : []));
  return new Map(chunks.flatMap((chunk) => (chunk.type === "chunk" ? [[chunk.fileName, chunk.code] as const] : [])));
};

const isReport = (value: unknown): value is VectorReport =>
  typeof value === "object" && value !== null && "positive" in value && "negative" in value && "failures" in value;

/** The reports of the shipped and of the second implementation. Nothing is fetched: the page is served from memory. */
export const runInChromium = async (
  path: string,
  root: string,
  own: string,
  negative: string,
): Promise<readonly VectorReport[]> => {
  const files = await scripts(root);
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage();
    // A page that counts as secure, so that WebCrypto is there; no name is looked up.
    await page.route("**/*", (route) => {
      const code = files.get(new URL(route.request().url()).pathname.slice(1));
      if (code !== undefined) return route.fulfill({ contentType: "text/javascript", body: code });
      return route.fulfill({ contentType: "text/html", body: `<script type="module" src="/page.js"></script>` });
    });
    await page.goto("https://vectors.invalid/");
    await page.waitForFunction(() => "belayVectors" in globalThis, undefined, { timeout: 120_000 });
    const reports: unknown = await page.evaluate(
      ([first, second]) => {
        const run: unknown = Reflect.get(globalThis, "belayVectors");
        return typeof run === "function" ? run(first, second) : null;
      },
      [own, negative] as const,
    );
    if (!Array.isArray(reports) || !reports.every(isReport)) throw new Error("the page gave no reports");
    return reports;
  } finally {
    await browser.close();
  }
};
