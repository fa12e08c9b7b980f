/** One end-to-end run through the real screens that several proofs read: what was typed, and all that left. */
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { seededRandom } from "@belay/testkit";
import { toBase64Url } from "@belay/basics";
import { byPointer } from "./actor.ts";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import { answerLink, firstAsk, nextAsk, noteOutcome, schoolRun, type Story } from "./loop.ts";
import { freePort, startServer, type Server } from "./server.ts";
import { openTap, type Tap } from "./tap.ts";

/** What a run leaves to be looked at while its relay still runs. */
export interface EndToEnd {
  /** Every text that was typed anywhere. */
  readonly canaries: readonly string[];
  /** The secret of every link, as it stands after `#1`. */
  readonly secrets: readonly string[];
  /** Every host that a page asked anything of. */
  readonly hosts: ReadonlySet<string>;
  readonly server: Server;
  readonly tap: Tap;
  readonly browser: Browser;
}

/** Canaries typed in one flow. */
export const canariesAFlow = 8;

/** A text that stands nowhere else: 22 letters of chance between two that keep it one word. */
const canaryMaker = (seed: number): (() => string) => {
  const random = seededRandom(`end-to-end/${seed}`);
  return () => `q${toBase64Url(random(15)).replaceAll(/[-_]/g, "x")}z`;
};

const storyOf = (next: () => string): Story & { readonly answer: string; readonly learnt: string } => ({
  ...schoolRun,
  carrying: next(),
  nickname: next(),
  words: `I feel tired. Could you help with ${next()} on Friday at 8? Yes or no is fine.`,
  feared: next(),
  sign: next(),
  from: next(),
  answer: next(),
  learnt: next(),
});

const canariesIn = (story: ReturnType<typeof storyOf>): readonly string[] =>
  [story.carrying, story.nickname, story.words, story.feared, story.sign, story.from, story.answer, story.learnt].map(
    (text) => /q[A-Za-z0-9]{20}z/.exec(text)?.[0] ?? "",
  );

const watched = (context: BrowserContext, hosts: Set<string>): void => {
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol)) hosts.add(url.host);
  });
};

/** A supporter of one flow: a context of its own, closed afterwards. */
const answered = async (browser: Browser, hosts: Set<string>, url: string, words: string): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  watched(context, hosts);
  try {
    await answerLink(byPointer(await context.newPage()), url, { answer: "yes", words });
  } finally {
    await context.close();
  }
};

const flows = async (page: Page, browser: Browser, hosts: Set<string>, origin: string, count: number, seed: number) => {
  const next = canaryMaker(seed);
  const asker = byPointer(page);
  const canaries: string[] = [];
  const secrets: string[] = [];
  for (let done = 0; done < count; done += 1) {
    const story = storyOf(next);
    const url = done === 0 ? await firstAsk(asker, origin, story) : await nextAsk(asker, origin, story);
    await answered(browser, hosts, url, story.answer);
    await noteOutcome(asker, story.learnt);
    canaries.push(...canariesIn(story));
    secrets.push(new URL(url).hash.slice(2));
  }
  return { canaries, secrets };
};

/** Runs `count` flows and gives `use` what they left, with relay and browser still open. */
export const withEndToEnd = async <T>(count: number, seed: number, use: (run: EndToEnd) => Promise<T>): Promise<T> => {
  const tap = await openTap(await freePort());
  const server = await startServer({ publicOrigin: tap.origin, env: roomy });
  tap.toward(server.port);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  try {
    const hosts = new Set<string>();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    watched(context, hosts);
    const { canaries, secrets } = await flows(await context.newPage(), browser, hosts, tap.origin, count, seed);
    return await use({ canaries, secrets, hosts, server, tap, browser });
  } finally {
    await browser.close();
    await tap.close();
    await server.stop();
  }
};

/** Limits by address would slow a run down that comes from one address. */
const roomy = {
  MAX_NEW_ASKS_PER_ADDRESS_HOUR: "100000",
  MAX_ASK_READS_PER_ADDRESS_MINUTE: "100000",
  MAX_ASK_REPLIES_PER_ADDRESS_MINUTE: "100000",
  MAX_SOCKETS_PER_ADDRESS_MINUTE: "100000",
  MAX_CONNECTIONS_PER_ADDRESS: "1000",
};

/** The ways in which a text may lie somewhere: as it is, as UTF-16, and its bytes in base64 (each shift) and hex. */
export const spellings = (text: string): readonly Buffer[] => {
  const bytes = Buffer.from(text, "utf8");
  const base64 = [0, 1, 2].flatMap((shift) => {
    // Of shifted base64, only the letters that depend on the text alone; both alphabets.
    const plain = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "");
    const inner = plain.slice(shift === 0 ? 0 : shift + 1, -2);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const hex = bytes.toString("hex");
  return [
    bytes,
    Buffer.from(text, "utf16le"),
    ...[...new Set(base64)].map((one) => Buffer.from(one)),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
  ];
};

/** Which of `texts` lie in `bytes`, however spelled. */
export const found = (bytes: Buffer, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => spellings(text).some((spelling) => bytes.includes(spelling)));
