/** Walks the answer page as a supporter does: phone, keyboard, screen reader, bad links, bad networks, and the way out. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { answer } from "@belay/content";
import { seededRandom } from "@belay/testkit";
import { builtAskPage, withContext, withServer, type Server } from "../proofs/browser.ts";
import { answersTo, call, putAsk, type LiveAsk } from "../proofs/mailbox.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: "en-GB" } as const;

interface Walk {
  readonly server: Server;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly ask: (words?: Parameters<typeof putAsk>[2], life?: Parameters<typeof putAsk>[3]) => Promise<LiveAsk>;
}

type Options = Parameters<Browser["newContext"]>[0];

/** A relay and a visitor of one's own for each walk: nothing is shared between two. */
const walk = (browser: Browser, options: Options, steps: (walk: Walk) => Promise<void>): Promise<void> =>
  withServer((server) =>
    withContext(browser, options, async (context) => {
      const random = seededRandom("answer-page");
      const ask: Walk["ask"] = (words, life) => putAsk(server.origin, random, words, life);
      await steps({ server, context, page: await context.newPage(), ask });
    }),
  );

const openNote = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole("button", { name: answer["answer.sealed.open"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("wrote you a private note");
};

const choose = (page: Page, which: "yes" | "partly" | "no" | "talk") =>
  page.getByRole("radio", { name: answer[`answer.ask.${which}`] }).check();
const send = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("button", { name: /^Send “/ })
    .click();

const trouble = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ });

/** What axe calls a violation, by rule and place. It runs in the page, so the policy does not stand in its way. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(`${axe}; undefined`);
  // Half-way through a fade every colour is another one than anybody reads.
  await page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => null)");
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then((result) => result.violations.map((one) => one.id + " " + one.nodes.map((node) => node.target.join(" ")).join(", ")))`,
  );
  return Array.isArray(found) ? found.map(String) : ["axe did not run"];
};

test("a phone, a thumb: open, read, answer, and the asker can read it", ({ browser }) =>
  walk(browser, phone, async ({ server, page, ask }) => {
    const live = await ask({
      silence: "I’ll ask my sister.",
      words: "Could you take the school run?\n\nYes or no is fine.",
    });
    await page.goto(live.url);
    await expect(page).toHaveTitle(answer["answer.title"]);
    await expect(page.locator("body")).not.toContainText("Sam");
    await page.getByRole("button", { name: answer["answer.sealed.open"] }).tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sam wrote you a private note");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.locator(".words")).toHaveText(live.plain.words);
    await expect(page.getByText("I’ll ask my sister.")).toBeVisible();
    await choose(page, "no");
    await page.getByLabel(answer["answer.words.no"]).fill("Friday is full, sorry.");
    await page.getByLabel(answer["answer.month"]).check();
    await page.getByRole("group", { name: answer["answer.scale.burden"] }).getByText("2", { exact: true }).tap();
    await send(page);
    await expect(page.getByRole("heading", { level: 1, name: answer["answer.sent.heading"] })).toBeFocused();
    expect(await answersTo(server.origin, live)).toEqual([
      { v: 1, answer: "no", words: "Friday is full, sorry.", burden: 2, glad: null, notThisMonth: true },
    ]);
    expect(page.url()).toBe(live.url);
  }));

test("a standing offer goes along with any answer, a no as well", ({ browser }) =>
  walk(browser, phone, async ({ server, page, ask }) => {
    const live = await ask({ howItWas: false });
    await openNote(page, live.url);
    await choose(page, "no");
    await expect(page.getByLabel(answer["answer.offer.what"])).toBeHidden();
    await page.getByText(answer["answer.offer.heading"]).tap();
    await page.getByLabel(answer["answer.offer.what"]).fill("  A lift to the hospital ");
    await page.getByLabel(answer["answer.offer.when"]).fill("Tuesdays");
    expect(await violations(page)).toEqual([]);
    await send(page);
    await expect(page.getByRole("heading", { name: answer["answer.sent.heading"] })).toBeVisible();
    expect(await answersTo(server.origin, live)).toEqual([
      {
        v: 1,
        answer: "no",
        words: "",
        burden: null,
        glad: null,
        notThisMonth: false,
        offer: { what: "A lift to the hospital", when: "Tuesdays", often: "" },
      },
    ]);
  }));

test("the four answers have one size and one colour, and none is chosen", ({ browser }) =>
  walk(browser, phone, async ({ page, ask }) => {
    await openNote(page, (await ask()).url);
    const looks = await page.locator(".answer").evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        const { color, backgroundColor, borderColor, fontWeight, fontSize } = getComputedStyle(one);
        return JSON.stringify([width, height, color, backgroundColor, borderColor, fontWeight, fontSize]);
      }),
    );
    expect(looks).toHaveLength(4);
    expect(new Set(looks).size).toBe(1);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }));

test("by keyboard alone, scales included, and the answer can be changed before it goes", ({ browser }) =>
  walk(browser, { ...phone, hasTouch: false }, async ({ server, page, ask }) => {
    const live = await ask();
    await page.goto(live.url);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    // Help, Exit, Open.
    await press("Tab", "Tab", "Tab", "Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await press("Tab", "Space");
    await expect(page.getByRole("radio", { name: answer["answer.ask.yes"] })).toBeChecked();
    await press("ArrowDown");
    await expect(page.getByRole("radio", { name: answer["answer.ask.partly"] })).toBeChecked();
    await press("Tab");
    await page.keyboard.type("On Saturday");
    await press("Tab", "ArrowRight", "ArrowRight");
    const burden = page.getByRole("group", { name: answer["answer.scale.burden"] });
    await expect(burden.getByRole("radio", { name: "2", exact: true })).toBeChecked();
    // Emptied again; the focus stays in the scale.
    await press("Tab", "Enter");
    await expect(burden.getByText(answer["answer.scale.empty"])).toBeVisible();
    await expect(burden.getByRole("radio", { name: "0", exact: true })).toBeFocused();
    // The folded offer stands between the scales and the button.
    await press("Tab", "Space", "Tab", "Tab", "Tab", "Enter");
    await expect(page.getByRole("heading", { name: answer["answer.sent.heading"] })).toBeFocused();
    expect(await answersTo(server.origin, live)).toEqual([
      { v: 1, answer: "partly", words: "On Saturday", burden: null, glad: 0, notThisMonth: false },
    ]);
  }));

test("a second answer can follow until the note is full; then what was typed stays", ({ browser }) =>
  walk(browser, phone, async ({ server, page, ask }) => {
    const live = await ask({ howItWas: false }, { cap: 2 });
    await openNote(page, live.url);
    await choose(page, "yes");
    await send(page);
    await page.getByRole("button", { name: answer["answer.sent.again"] }).click();
    await choose(page, "talk");
    await send(page);
    await page.getByRole("button", { name: answer["answer.sent.again"] }).click();
    await choose(page, "no");
    await page.getByLabel(answer["answer.words.no"]).fill("One too many");
    await send(page);
    await expect(trouble(page)).toContainText("taken all the answers");
    await expect(page.getByLabel(answer["answer.words.no"])).toHaveValue("One too many");
    await expect(page.getByRole("main").getByRole("button", { name: /^Send/ })).toHaveCount(0);
    expect((await answersTo(server.origin, live)).map((one) => one.answer)).toEqual(["yes", "talk"]);
  }));

test("closed before it is opened, and closed while somebody writes", ({ browser }) =>
  walk(browser, phone, async ({ server, page, ask }) => {
    const closed = await ask();
    const close = (live: LiveAsk) => call(server.origin, "close", { id: live.id, owner: live.ownerProof });
    await close(closed);
    await page.goto(closed.url);
    await page.getByRole("button", { name: answer["answer.sealed.open"] }).click();
    await expect(trouble(page)).toHaveText(answer["answer.fault.gone"]);
    const live = await ask();
    await page.goto("about:blank");
    await openNote(page, live.url);
    await choose(page, "yes");
    await page.getByLabel(answer["answer.words.yes"]).fill("Gladly");
    await close(live);
    await send(page);
    await expect(trouble(page)).toContainText("has closed since you opened it");
    await expect(page.getByLabel(answer["answer.words.yes"])).toHaveValue("Gladly");
  }));

test("offline while opening and while sending: one sentence, nothing lost, and it goes when the line is back", ({
  browser,
}) =>
  walk(browser, phone, async ({ server, context, page, ask }) => {
    const live = await ask();
    await page.goto(live.url);
    await context.setOffline(true);
    await page.getByRole("button", { name: answer["answer.sealed.open"] }).click();
    await expect(trouble(page)).toHaveText(answer["answer.fault.offline"]);
    await context.setOffline(false);
    await page.getByRole("button", { name: answer["answer.sealed.again"] }).click();
    await choose(page, "yes");
    await page.getByLabel(answer["answer.words.yes"]).fill("Eight is fine");
    await context.setOffline(true);
    await send(page);
    await expect(trouble(page)).toContainText("hasn’t gone out");
    await expect(page.getByLabel(answer["answer.words.yes"])).toHaveValue("Eight is fine");
    await context.setOffline(false);
    await send(page);
    await expect(page.getByRole("heading", { name: answer["answer.sent.heading"] })).toBeVisible();
    expect(await answersTo(server.origin, live)).toHaveLength(1);
  }));

for (const [what, spoil, sentence] of [
  ["without its fragment", (url: string) => url.slice(0, url.indexOf("#")), "answer.fault.missing"],
  ["with the fragment in the query", (url: string) => url.replace("#", "?"), "answer.fault.missing"],
  ["cut short", (url: string) => url.slice(0, -12), "answer.fault.damaged"],
  ["garbled", (url: string) => `${url.slice(0, -43)}${"-".repeat(43)}`, "answer.fault.damaged"],
  ["of a newer kind", (url: string) => url.replace("#1", "#2"), "answer.fault.newer"],
] as const) {
  test(`a link ${what} says so, asks the relay nothing, and is mended by the whole link`, ({ browser }) =>
    walk(browser, phone, async ({ page, ask }) => {
      const live = await ask();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(spoil(live.url));
      await expect(page.getByRole("main")).toContainText(answer[sentence]);
      expect(asked).toEqual([`/a/${live.id}`]);
      await openNote(page, live.url);
    }));
}

test("help: emergency first, a number is dialled only after a second tap, and the focus comes back", ({ browser }) =>
  walk(browser, phone, async ({ page, ask }) => {
    await page.goto((await ask()).url);
    const help = page.getByRole("banner").getByRole("button", { name: answer["answer.bar.help"] });
    await help.click();
    const panel = page.getByRole("dialog");
    await panel.getByLabel(answer["answer.help.country"]).selectOption("US");
    await expect(panel.getByRole("heading", { level: 3 }).first()).toHaveText(answer["answer.help.emergency"]);
    await expect(panel.locator("a")).toHaveCount(0);
    await panel.getByRole("button", { name: "Call 911" }).click();
    await expect(panel.getByRole("link", { name: "Yes, call 911" })).toHaveAttribute("href", "tel:911");
    await expect(panel.getByRole("link", { name: "Yes, call 911" })).toBeFocused();
    await panel.getByRole("button", { name: answer["answer.help.not-now"] }).click();
    await expect(panel.locator("a")).toHaveCount(0);
    await expect(panel.getByText(answer["answer.help.stay-with-someone"])).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeFocused();
  }));

test("exit hides at once, leads to a neutral page, and Back does not show the note", ({ browser }) =>
  walk(browser, phone, async ({ server, page, ask }) => {
    const { url } = await ask();
    for (const leave of [
      () => page.getByRole("banner").getByRole("button", { name: /^Exit/ }).click(),
      async () => {
        for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift");
      },
      async () => {
        await page.getByRole("banner").getByRole("button", { name: answer["answer.bar.help"] }).click();
        await page.getByRole("dialog").getByRole("button", { name: /^Exit/ }).click();
      },
    ]) {
      await page.goto("about:blank");
      await openNote(page, url);
      await leave();
      await page.waitForURL(`${server.origin}/blank.html`);
      await page.goBack();
      expect(page.url()).toBe("about:blank");
    }
  }));

test("writing in capitals does not leave", ({ browser }) =>
  walk(browser, { ...phone, hasTouch: false }, async ({ page, ask }) => {
    const live = await ask();
    await openNote(page, live.url);
    await choose(page, "yes");
    await page.getByLabel(answer["answer.words.yes"]).focus();
    for (const letter of "YES") await page.keyboard.press(`Shift+${letter}`);
    await expect(page.getByLabel(answer["answer.words.yes"])).toHaveValue("YES");
    expect(page.url()).toBe(live.url);
  }));

test("what is typed is not kept, checked or translated by the browser, and ends at 1,000 characters", ({ browser }) =>
  walk(browser, phone, async ({ page, ask }) => {
    await openNote(page, (await ask()).url);
    await choose(page, "yes");
    const box = page.getByLabel(answer["answer.words.yes"]);
    for (const [name, value] of [
      ["autocomplete", "off"],
      ["spellcheck", "false"],
      ["translate", "no"],
      ["autocorrect", "off"],
    ]) {
      await expect(box).toHaveAttribute(name ?? "", value ?? "");
    }
    for (const input of await page.locator("input, select").all())
      await expect(input).toHaveAttribute("autocomplete", "off");
    await box.fill("x".repeat(990));
    await expect(page.locator("#words-left")).toHaveText("10 characters left");
    await box.pressSequentially("y".repeat(20));
    await expect(box).toHaveValue(`${"x".repeat(990)}${"y".repeat(10)}`);
  }));

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any state, ${colorScheme}`, ({ browser }) =>
    walk(browser, { ...phone, colorScheme, reducedMotion: "reduce" }, async ({ page, ask }) => {
      const live = await ask({ silence: "I’ll ask my sister." });
      await page.goto(live.url);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: answer["answer.sealed.open"] }).click();
      await choose(page, "no");
      expect(await violations(page)).toEqual([]);
      await page.getByRole("banner").getByRole("button", { name: answer["answer.bar.help"] }).click();
      await page.getByLabel(answer["answer.help.country"]).selectOption("DE");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await send(page);
      await expect(page.getByRole("heading", { name: answer["answer.sent.heading"] })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto("about:blank");
      await page.goto(live.url.slice(0, -9));
      expect(await violations(page)).toEqual([]);
    }));
}

for (const [what, options, style] of [
  ["at 320 px", { viewport: { width: 320, height: 568 } }, ""],
  ["at 320 px with text twice as large", { viewport: { width: 320, height: 568 } }, "html{font-size:200%}"],
  ["right to left", { viewport: { width: 360, height: 740 } }, "html{direction:rtl}"],
  ["in forced colours", { viewport: { width: 360, height: 740 }, forcedColors: "active" }, ""],
] as const) {
  test(`everything stays on the screen ${what}`, ({ browser }) =>
    walk(browser, options, async ({ page, ask }) => {
      await openNote(page, (await ask({ silence: "I’ll ask my sister." })).url);
      await choose(page, "no");
      // The page's own policy refuses a new style sheet; a constructed one is the tester's, not the page's.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, style);
      const wide = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await wide()).toBe(0);
      await page.getByRole("banner").getByRole("button", { name: answer["answer.bar.help"] }).click();
      await page.getByLabel(answer["answer.help.country"]).selectOption("US");
      expect(await wide()).toBe(0);
      const small = await page
        .locator("button:visible, .answer:visible, .month label:visible")
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().height < 48).map((one) => one.textContent),
        );
      expect(small).toEqual([]);
    }));
}

test("the file stays under 30 kB, names no other host and needs no other file", () => {
  const { html } = builtAskPage();
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(30_000);
  const hosts = [...html.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map(([, host]) => host);
  expect(new Set(hosts)).toEqual(new Set(["www.w3.org"]));
  expect(html).not.toMatch(/<(?:link|img|iframe|object)\b/);
});
