/** L-6: whatever an ask's words are, the answer page shows them as text that stays in its place and does nothing. */
import { seededRandom } from "@belay/testkit";
import type { Random } from "@belay/vault";
import type { Browser, Page } from "@playwright/test";
import {
  builtAskPage,
  withBrowser,
  withContext,
  withMutant,
  withScript,
  withServer,
  type BuiltPage,
  type Server,
} from "./browser.ts";
import { hostileOf, hostileText, type Hostile } from "./hostile.ts";
import { askAt, putAsk, type LiveAsk } from "./mailbox.ts";
import type { Proof } from "./proof.ts";

/** The narrowest screen that must hold everything (WCAG 2.2, 1.4.10: 320 CSS pixels). */
const viewport = { width: 320, height: 640 };

/** What the page's own parts are without anybody's words; a hostile text may add nothing to it. */
interface Look {
  readonly words: string | null;
  readonly inWords: number;
  readonly wide: readonly string[];
  readonly clipped: boolean;
  readonly parts: string;
  readonly title: string;
  readonly frames: number;
}

const lookAt = async (page: Page): Promise<Look> => ({
  ...(await page.evaluate(() => {
    const words = document.querySelector("main .words");
    const active =
      "a, area, button, input, select, textarea, form, iframe, object, embed, img, svg, script, link, style, meta, audio, video, details, [onclick], [tabindex], [contenteditable]";
    const all = [...document.querySelectorAll("body *")];
    const edge = document.documentElement.clientWidth + 0.5;
    const wide = all.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && (box.right > edge || box.left < -0.5);
    });
    const style = words === null ? null : getComputedStyle(words);
    return {
      words: words?.textContent ?? null,
      inWords: words?.childElementCount ?? -1,
      wide: [
        ...wide.map((one) => one.className || one.tagName),
        ...(document.documentElement.scrollWidth > edge ? ["page"] : []),
      ],
      // Marks that reach far above and below their line must not cover the answers.
      clipped: style?.overflowX === "clip" && style.overflowY === "clip",
      parts: [...document.querySelectorAll(active)].map((one) => one.tagName).join(" "),
      title: document.title,
    };
  })),
  frames: page.frames().length,
});

/** A visitor on one narrow screen, and what was seen and heard since the last note. */
interface Visitor {
  readonly page: Page;
  /** Requests as `METHOD /path`, and every message, dialog or window, since it was last called. */
  readonly take: () => { readonly requests: readonly string[]; readonly noise: readonly string[] };
}

const visiting = <T>(browser: Browser, use: (visitor: Visitor) => Promise<T>): Promise<T> =>
  withContext(browser, { viewport, reducedMotion: "reduce" }, async (context) => {
    let requests: readonly string[] = [];
    let noise: readonly string[] = [];
    const hear = (text: string): void => {
      // Chromium names every feature of the header that it does not know; that is no doing of the page.
      if (!text.startsWith("Error with Permissions-Policy header")) noise = [...noise, text];
    };
    const page = await context.newPage();
    context.on("page", () => hear("another window"));
    page.on(
      "request",
      (request) => (requests = [...requests, `${request.method()} ${new URL(request.url()).pathname}`]),
    );
    page.on("console", (message) => hear(message.text()));
    page.on("pageerror", (error) => hear(error.message));
    page.on("dialog", (dialog) => {
      hear("a dialog");
      void dialog.dismiss();
    });
    const take = () => {
      const taken = { requests, noise };
      requests = [];
      noise = [];
      return taken;
    };
    return use({ page, take });
  });

/** Everything that is wrong with how one ask is shown; an empty list is right. */
const faultsOf = async ({ page, take }: Visitor, origin: string, ask: LiveAsk, calm: Look | null) => {
  take();
  await page.goto(ask.url);
  await page.locator("main button").click();
  await page.locator("main .words").waitFor({ state: "attached" });
  const look = await lookAt(page);
  await tapAllOver(page);
  await page.waitForTimeout(50);
  const at = page.url();
  const { requests, noise } = take();
  const faults = [
    ...(look.words === ask.plain.words ? [] : ["the words are not the words that were sent"]),
    ...(look.inWords === 0 ? [] : ["there are elements among the words"]),
    ...(look.clipped ? [] : ["marks can leave the letter"]),
    ...look.wide.map((name) => `wider than the screen: ${name}`),
    ...(calm === null || look.parts === calm.parts ? [] : ["there is something more to click"]),
    ...(calm === null || look.title === calm.title ? [] : ["the title changed"]),
    ...(look.frames === 1 ? [] : ["there is a frame"]),
    ...(at === ask.url ? [] : [`the page went to ${new URL(at).pathname}`]),
    ...noise,
    ...unexpected(requests, ask),
    ...(await leaves(page, origin)),
  ];
  return { look, faults };
};

/** Three places of the words, as a thumb would hit them. */
const tapAllOver = async (page: Page): Promise<void> => {
  const box = await page.locator("main .words").boundingBox();
  if (box === null) return;
  for (const share of [0.02, 0.5, 0.98]) {
    const y = box.y + Math.min(box.height, 500) * share;
    await page.mouse.click(box.x + box.width * share, Math.max(80, y));
  }
};

/** The page itself, and one read of the note. A browser may ask before it reads. */
const unexpected = (made: readonly string[], ask: LiveAsk): readonly string[] => {
  const right = new Set([`GET /a/${ask.id}`, "OPTIONS /api/ask/read", "POST /api/ask/read"]);
  return made
    .filter((request, i) => !right.has(request) || made.indexOf(request) !== i)
    .map((request) => `asked for ${request}`);
};

/** One tap on Exit leads to the neutral page. */
const leaves = async (page: Page, origin: string): Promise<readonly string[]> => {
  const tapped = await page
    .locator("header .exit")
    .click({ timeout: 5000 })
    .then(
      () => true,
      () => false,
    );
  if (!tapped) return ["there is no exit any more"];
  await page.waitForURL((url) => !url.pathname.startsWith("/a/"), { timeout: 3000 }).catch(() => undefined);
  return page.url() === `${origin}/blank.html` ? [] : [`exit led to ${page.url()}`];
};

/** A careless page: it writes the words as markup, turns addresses into links and lets long words run. */
const careless = (): BuiltPage => {
  const script = `
    const style = document.createElement("style");
    style.textContent = "main .words{white-space:pre;overflow:visible;overflow-wrap:normal;contain:none}";
    document.head.append(style);
    new MutationObserver((_all, watcher) => {
      const words = document.querySelector("main .words");
      if (words === null) return;
      watcher.disconnect();
      words.innerHTML = words.textContent.replace(/(https?:\\/\\/\\S+)/g, '<a href="$1">$1</a>');
    }).observe(document, { childList: true, subtree: true });`;
  const mutant = withScript(builtAskPage(), script);
  return {
    ...mutant,
    policy: mutant.policy
      .replace(/require-trusted-types-for [^;]*;?/, "")
      .replace(/trusted-types [^;]*;?/, "")
      .replace(/style-src [^;]*/, "style-src 'unsafe-inline'")
      .replace("default-src 'none'", "default-src 'none'; img-src *; frame-src *"),
  };
};

/** The kinds that a careless page must be caught with: markup, a link, and a word without an end. */
const controlKinds = ["an image that fails", "a link", "one huge word"] as const;

const shown = (hostile: Hostile) => ({
  words: hostile.text,
  from: hostile.text.slice(0, 120) || "Sam",
  silence: hostile.text.slice(0, 2000),
});

/** A hundred texts, the kinds in turn. */
export const proof: Proof = {
  id: "L-6",
  number: 100,
  control: "a page that writes the words as markup, with links, and lets them run",
  run: ({ asked, seed, note }) =>
    withServer((server) =>
      withBrowser((browser) =>
        visiting(browser, async (visitor) => {
          const random = seededRandom(`l-6/${seed}`);
          const calmAsk = await putAsk(server.origin, random, { silence: "I’ll ask my sister." });
          const calm = await faultsOf(visitor, server.origin, calmAsk, null);
          let failures = calm.faults.length === 0 ? 0 : 1;
          let why = calm.faults.length === 0 ? undefined : `even a calm text: ${calm.faults.join("; ")}`;
          for (let done = 0; done < asked; done += 1) {
            const hostile = hostileText(done, random, server.origin);
            const ask = await putAsk(server.origin, random, shown(hostile));
            const { faults } = await faultsOf(visitor, server.origin, ask, calm.look);
            if (faults.length === 0) continue;
            failures += 1;
            why ??= `${hostile.kind}: ${faults.join("; ")}`;
            note(`L-6 case ${done}, ${hostile.kind}: ${faults.join("; ")}`);
          }
          const control = await controlCaught(server, visitor, random, calm.look, note);
          return { done: asked, failures, control, ...(why === undefined ? {} : { why }) };
        }),
      ),
    ),
};

/** Every one of its kinds must be caught. */
const controlCaught = (
  server: Server,
  visitor: Visitor,
  random: Random,
  calm: Look,
  note: (text: string) => void,
): Promise<boolean> =>
  withMutant(server, careless(), async (front) => {
    let all = true;
    for (const kind of controlKinds) {
      const ask = await putAsk(server.origin, random, shown(hostileOf(kind, random, server.origin)));
      const { faults } = await faultsOf(visitor, front.origin, askAt(ask, front.origin), calm);
      note(`L-6 careless page, ${kind}: ${faults.slice(0, 3).join("; ") || "not caught"}`);
      all &&= faults.length > 0;
    }
    return all;
  });
