/** L-1: previews and scanners that come before the person get no ciphertext and change nothing. */
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "@belay/testkit";
import type { Browser, Page } from "@playwright/test";
import {
  builtAskPage,
  fingerprint,
  withBrowser,
  withContext,
  withMutant,
  withScript,
  withServer,
  type Server,
} from "./browser.ts";
import { askAt, putAsk, say, type LiveAsk } from "./mailbox.ts";
import type { Proof } from "./proof.ts";

/** Everything one scanner was served, as text that can be searched. */
type Served = readonly string[];

interface Scan {
  readonly server: Server;
  readonly browser: Browser;
  readonly ask: LiveAsk;
}

type Scanner = (scan: Scan) => Promise<Served>;

const path = (ask: LiveAsk): string => `/a/${ask.id}`;

/** Plain requests, one after the other; everything that came back. */
const plainly =
  (
    make: (
      ask: LiveAsk,
    ) => readonly (readonly [method: string, path: string, headers?: Record<string, string>, body?: string])[],
  ): Scanner =>
  async ({ server, ask }) => {
    const served: string[] = [];
    for (const [method, where, headers = {}, body] of make(ask)) {
      const heard = await say(server.origin, method, where, headers, body ?? null);
      served.push(JSON.stringify(heard.headers), heard.body.toString("latin1"));
    }
    return served;
  };

/** A browser that does all a scanner does, except tap; everything it was served over the network. */
const browsing =
  (address: (ask: LiveAsk) => string, act: (page: Page) => Promise<unknown>, javaScriptEnabled = true): Scanner =>
  ({ browser, ask }) =>
    withContext(browser, { javaScriptEnabled }, async (context) => {
      const page = await context.newPage();
      const served: Promise<string>[] = [];
      page.on("response", (response) =>
        served.push(
          response.body().then(
            (body) => `${response.url()} ${body.toString("latin1")}`,
            () => response.url(),
          ),
        ),
      );
      await page.goto(address(ask), { waitUntil: "load" });
      await act(page);
      await page.waitForTimeout(150);
      return [...(await Promise.all(served)), await page.content()];
    });

/** Looks at a page as a scanner renders it: all of it, hovered over, with every link it holds. */
const look = async (page: Page): Promise<void> => {
  await page.mouse.move(100, 300);
  await page.mouse.wheel(0, 2000);
  await page.screenshot();
  await page.evaluate(() =>
    Promise.allSettled([...document.querySelectorAll("a[href]")].map((link) => fetch(link.getAttribute("href") ?? ""))),
  );
};

const moved = (ask: LiveAsk): string => ask.url.replace("#", "?");
const json = { "content-type": "application/json" };

/** The twelve kinds. */
const scanners: readonly (readonly [kind: string, scan: Scanner])[] = [
  ["HEAD", plainly((ask) => [["HEAD", path(ask)]])],
  [
    "GET",
    plainly((ask) => [
      ["GET", path(ask)],
      ["GET", path(ask), { range: "bytes=0-1023" }],
    ]),
  ],
  ["a messenger's preview", plainly((ask) => [["GET", path(ask), { "user-agent": "WhatsApp/2.23 A", accept: "*/*" }]])],
  [
    "a network's preview",
    plainly((ask) => [["GET", path(ask), { "user-agent": "facebookexternalhit/1.1", accept: "text/html" }]]),
  ],
  [
    "a mail gateway that follows redirects",
    plainly((ask) => [
      ["GET", `${path(ask)}/`, { "user-agent": "BingPreview/1.0b" }],
      ["GET", `/a/${ask.id.toUpperCase()}`],
      ["GET", "/a"],
    ]),
  ],
  [
    "a rewriter that moves the fragment into the query",
    plainly((ask) => [
      ["GET", `${path(ask)}?1${ask.letters}`],
      ["GET", `${path(ask)}?url=%231${ask.letters}`],
    ]),
  ],
  [
    "a rewriter that moves the fragment into the path",
    plainly((ask) => [
      ["GET", `${path(ask)}%231${ask.letters}`],
      ["GET", `${path(ask)}/1${ask.letters}`],
    ]),
  ],
  ["a prefetch", plainly((ask) => [["GET", path(ask), { "sec-purpose": "prefetch;prerender", purpose: "prefetch" }]])],
  [
    "a prober of methods and routes",
    plainly((ask) => [
      ["OPTIONS", path(ask)],
      ["POST", path(ask), json, JSON.stringify({ id: ask.id })],
      ["GET", `/api/ask/read?id=${ask.id}`],
      ["POST", "/api/ask/read", { ...json, origin: "null" }, JSON.stringify({ id: ask.id, proof: ask.id + ask.id })],
      ["POST", "/api/ask/read", { ...json, origin: "null" }, JSON.stringify({ id: ask.id })],
    ]),
  ],
  ["a headless browser with the whole link", browsing((ask) => ask.url, look)],
  ["a headless browser with a moved fragment", browsing(moved, look)],
  [
    "a headless browser without scripts",
    browsing(
      (ask) => ask.url,
      (page) => page.screenshot(),
      false,
    ),
  ],
];

/** What of the ask was served: its sealed bytes, or any sixteen letters of them. */
const leaked = (served: Served, ask: LiveAsk): boolean => {
  const raw = Buffer.from(ask.body, "base64url").toString("latin1");
  // The first bytes of every sealed ask are the same; what is its own begins behind them.
  const pieces = [ask.body.slice(64, 80), ask.body.slice(-16), raw.slice(80, 96), ask.plain.words];
  return served.some((text) => pieces.some((piece) => text.includes(piece)));
};

/** The page that every link gets, and the state of the disk: what must be the same afterwards. */
const scanOne = async (scan: Scan, scanner: Scanner): Promise<readonly string[]> => {
  const before = fingerprint(scan.server.dataDir);
  const served = await scanner(scan);
  const after = fingerprint(scan.server.dataDir);
  return [
    ...(leaked(served, scan.ask) ? ["was served the sealed note"] : []),
    ...(before === after ? [] : ["changed what is stored"]),
  ];
};

/** A scanned note is still there for the person, whole and unanswered. */
const stillOpens = async ({ server, ask }: Scan): Promise<boolean> => {
  const heard = await say(
    server.origin,
    "POST",
    "/api/ask/read",
    { ...json, origin: "null" },
    JSON.stringify({ id: ask.id, proof: ask.readProof }),
  );
  return heard.status === 200 && heard.body.toString().includes(ask.body);
};

/** Twelve kinds, twenty notes each, the kinds in turn. */
export const proof: Proof = {
  id: "L-1",
  number: 240,
  control: "a page that opens the note without a tap",
  run: ({ asked, seed, note }) =>
    withServer(
      (server) =>
        withBrowser(async (browser) => {
          const random = seededRandom(`l-1/${seed}`);
          const asks: LiveAsk[] = [];
          for (let i = 0; i <= asked; i += 1) asks.push(await putAsk(server.origin, random));
          // What was just written is moved into the database file within a sweep; from then on nothing may be.
          await pause(500);
          const bare = await say(server.origin, "GET", "/a");
          let failures = 0;
          let why: string | undefined;
          for (const [i, ask] of asks.slice(0, asked).entries()) {
            const [kind, scanner] = scanners[i % scanners.length] ?? ["", plainly(() => [])];
            const scan: Scan = { server, browser, ask };
            const faults = [
              ...(await scanOne(scan, scanner)),
              ...((await stillOpens(scan)) ? [] : ["spoilt the note"]),
            ];
            const page = await say(server.origin, "GET", path(ask));
            if (!page.body.equals(bare.body)) faults.push("another page than other links");
            if (faults.length === 0) continue;
            failures += 1;
            why ??= `${kind}: ${faults.join("; ")}`;
            note(`L-1 case ${i}, ${kind}: ${faults.join("; ")}`);
          }
          const control = await controlCaught(server, browser, asks.at(-1));
          return { done: asked, failures, control, ...(why === undefined ? {} : { why }) };
        }),
      { sweepMs: 50 },
    ),
};

/** A page that opens the note by itself, seen by the scanner that runs scripts. */
const controlCaught = async (server: Server, browser: Browser, ask: LiveAsk | undefined): Promise<boolean> => {
  const scanner = scanners.find(([kind]) => kind === "a headless browser with the whole link")?.[1];
  if (ask === undefined || scanner === undefined) return false;
  const eager = withScript(builtAskPage(), `setTimeout(() => document.querySelector("main button").click(), 20);`);
  const faults = await withMutant(server, eager, (front) =>
    scanOne({ server: front, browser, ask: askAt(ask, front.origin) }, scanner),
  );
  return faults.includes("was served the sealed note");
};
