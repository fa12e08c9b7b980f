/** The app in a language that does not exist: longer by 40 %, accented, from the left and from the right. */
import { helpLines } from "@belay/content";
import { expect, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { answerLink, firstAsk, noteOutcome, type Story } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { speakPseudo } from "../world/words.ts";
import { testWith } from "./journey.ts";

/** What a person types is in Cyrillic here, so that every plain Latin word on a screen comes from the code. */
const story: Story = {
  carrying: "Переезд и школа",
  nickname: "Нур",
  words: "Можешь забрать их в пятницу в 8:15?",
  help: 30,
  bad: 60,
  feared: "Подумает хуже обо мне",
  sign: "Короткий ответ",
  from: "Сам",
};

/** Latin words that no translator would touch: the product's name, and what the browser says of dates. */
const known = new Set(
  [
    "belay",
    "utf",
    "json",
    "csv",
    "ics",
    "findahelpline",
    "com",
    "today",
    "yesterday",
    "tomorrow",
    "day",
    "days",
    "ago",
  ].concat(
    Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat("en-GB", { month: "long" }).format(new Date(2026, month, 15)).toLowerCase(),
    ),
    Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat("en-GB", { month: "short" }).format(new Date(2026, month, 15)).toLowerCase(),
    ),
    Array.from({ length: 7 }, (_, day) =>
      new Intl.DateTimeFormat("en-GB", { weekday: "long" }).format(new Date(2026, 10, 22 + day)).toLowerCase(),
    ),
  ),
);

/** Countries are named by the browser too. */
const countries = new Intl.DisplayNames("en-GB", { type: "region" });
for (const { country } of helpLines) {
  for (const word of (countries.of(country) ?? "").toLowerCase().match(/[a-z]{3,}/g) ?? []) known.add(word);
}

const test = testWith({ env: { WEB_DIR: "build/pseudo", PAGES_DIR: "build/pseudo/pages" } });

/** Plain Latin words that can be seen or heard on the page: each is a sentence that did not come from `content`. */
const escapes = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      // Citations and the names of help lines stay as their owners wrote them.
      if (parent === null || parent.closest("cite, script, style, [translate=no], [data-name]") !== null) continue;
      found.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll(
      "[aria-label], [title], [placeholder], [alt], [aria-description]",
    )) {
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        found.push(element.getAttribute(name) ?? "");
      }
    }
    return found;
  });
  return texts.filter((text) => (text.match(/[A-Za-z]{3,}/g) ?? []).some((word) => !known.has(word.toLowerCase())));
};

/** What does not fit: the page runs over, or the words of a control are cut off. */
const broken = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll("button, a, label, h1, h2, legend, summary, p, dd, dt, li")]
      .filter((element) => element instanceof HTMLElement && element.checkVisibility())
      .filter((element) => {
        const look = getComputedStyle(element);
        if (element.clientWidth <= 1 || look.overflowX === "visible") return false;
        return element.scrollWidth > element.clientWidth + 1 && look.textOverflow !== "ellipsis";
      })
      .map((element) => `cut: ${(element.textContent ?? "").slice(0, 60)}`);
    return over > 0 ? [`runs over by ${over}`, ...cut] : cut;
  });

test("a sentence in code, and one that is too wide, would both be found", async ({ page, server }) => {
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const planted = document.createElement("p");
    planted.textContent = "Written in code";
    planted.setAttribute("aria-label", "Heard only");
    planted.style.inlineSize = "200vi";
    document.querySelector("main")?.append(planted);
  });
  expect(await escapes(page)).toEqual(["Written in code", "Heard only"]);
  expect((await broken(page)).join(" ")).toContain("runs over");
});

for (const width of [390, 1280] as const) {
  test(`no sentence escapes and nothing breaks, ${width} px wide, from the left and from the right`, async ({
    page,
    browser,
    server,
  }) => {
    test.setTimeout(400_000);
    speakPseudo();
    await page.setViewportSize({ width, height: 844 });
    const asker = byPointer(page);
    const url = await firstAsk(asker, server.origin, story);

    const other = await browser.newContext({ viewport: { width: width === 390 ? 360 : width, height: 740 } });
    const otherPage = await other.newPage();
    await answerLink(byPointer(otherPage), url, { answer: "no", words: "Нет, прости" }, async () => {
      expect.soft(await escapes(otherPage), "answer page").toEqual([]);
      expect.soft(await broken(otherPage), "answer page").toEqual([]);
    });
    await other.close();
    await noteOutcome(asker, "Ничего страшного");

    for (const direction of ["ltr", "rtl"] as const) {
      await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), direction);
      for (const stop of everyStop()) {
        await visit(page, stop);
        // Parts of a screen arrive a moment later than its heading.
        await page.waitForTimeout(150);
        const name = `${stop.screen}, ${direction}`;
        if (direction === "ltr") expect.soft(await escapes(page), name).toEqual([]);
        expect.soft(await broken(page), name).toEqual([]);
      }
    }
  });
}
