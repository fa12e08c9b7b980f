/** Gives a proof a real relay with the built app and pages, and a real browser, and takes both away again. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { configOf, startRelay, type Caps } from "../../apps/relay/index.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { freePort } from "../world/server.ts";

/** A running relay. */
export interface Server {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** The folder of its database. */
  readonly dataDir: string;
}

/** What a page that other people open is made of, for building mutants of it. */
export interface BuiltPage {
  readonly html: string;
  readonly policy: string;
}

const webDir = join(process.cwd(), "build/web");
const pagesDir = join(process.cwd(), "build/pages");

/** Runs `use` with a Chromium: the one that CHROMIUM names, else Debian's. */
export const withBrowser = async <T>(use: (browser: Browser) => Promise<T>): Promise<T> => {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
};

/** Limits by address would slow a proof down that is not about them: everything comes from one address here. */
const generous: Partial<Caps> = {
  connectionsPerAddress: 2_000,
  asksPerHour: 1_000_000,
  vaultsPerHour: 1_000_000,
  readsPerMinute: 1_000_000,
  repliesPerMinute: 1_000_000,
  ownerCallsPerMinute: 1_000_000,
  pagesPerMinute: 1_000_000,
  socketsPerMinute: 1_000_000,
};

/** Runs `use` with a relay on a fresh folder and a free port below 32768. `caps` go over generous ones. */
export const withServer = async <T>(use: (server: Server) => Promise<T>, caps: Partial<Caps> = {}): Promise<T> => {
  if (!existsSync(join(pagesDir, "ask.html"))) throw new Error("build first: build/pages/ask.html is missing");
  const dataDir = mkdtempSync(join(tmpdir(), "belay-proof-"));
  try {
    const relay = await startRelay(
      configOf({ dataDir, webDir, pagesDir, port: await freePort(), caps: { ...generous, ...caps } }),
    );
    try {
      return await use({ origin: `http://127.0.0.1:${relay.port}`, dataDir });
    } finally {
      await relay.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** Runs `use` with a fresh profile: no storage, no cookies, no cache of an earlier one. */
export const withContext = async <T>(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0],
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext(options);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
};

/** The built answer page and the policy it is served under. */
export const builtAskPage = (): BuiltPage => {
  const policies: unknown = JSON.parse(readFileSync(join(pagesDir, "csp.json"), "utf8"));
  const policy: unknown = typeof policies === "object" && policies !== null ? Reflect.get(policies, "/a") : null;
  if (typeof policy !== "string") throw new Error("build/pages/csp.json has no policy for /a");
  return { html: readFileSync(join(pagesDir, "ask.html"), "utf8"), policy };
};

/** A mutant of a page with one more script, allowed by its hash like the others. */
export const withScript = (page: BuiltPage, script: string): BuiltPage => ({
  html: page.html.replace("</body>", `<script>${script}</script></body>`),
  policy: page.policy.replace(
    "script-src ",
    `script-src 'sha256-${createHash("sha256").update(script).digest("base64")}' `,
  ),
});

/**
 * Runs `use` with a mutant in front of a relay: it serves `page` in place of the answer page and hands everything else
 * on. A server of its own, because Chromium lets no page that a test made up talk to this machine.
 */
export const withMutant = async <T>(
  behind: Server,
  page: BuiltPage,
  use: (front: Server) => Promise<T>,
): Promise<T> => {
  const front = createServer((asked, answer) => {
    if (asked.url?.startsWith("/a/") === true) {
      answer.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": page.policy });
      answer.end(page.html);
      return;
    }
    const { method = "GET", url = "/" } = asked;
    // To the relay, a page of the mutant's is a page of its own.
    const { host = "", origin } = asked.headers;
    const own = origin === `http://${host}` ? { origin: behind.origin } : {};
    const headers = { ...asked.headers, ...own, host: new URL(behind.origin).host };
    const handedOn = request(`${behind.origin}${url}`, { method, headers, agent: false }, (heard) => {
      answer.writeHead(heard.statusCode ?? 502, heard.headers);
      heard.pipe(answer);
    });
    handedOn.on("error", () => answer.destroy());
    asked.pipe(handedOn);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => front.listen(port, "127.0.0.1", resolve));
  try {
    return await use({ ...behind, origin: `http://127.0.0.1:${port}` });
  } finally {
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
  }
};

/** A hash over every byte of every file in a folder: equal exactly when nothing was written. */
export const fingerprint = (folder: string): string => {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    // The shared-memory index beside a database is rebuilt at will and holds nothing of its own.
    if (!file.endsWith("-shm")) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
};
