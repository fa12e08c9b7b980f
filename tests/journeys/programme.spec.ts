/**
 * Walks the whole programme as a person does, by pressing what can be seen, and reads every page on the way: each row of
 * the programme has to be met in words that its content carries.
 */
import { expect, type Page } from "@playwright/test";
import * as content from "@belay/content";
import { byPointer } from "../world/actor.ts";
import { answerLink, button, firstAsk, noteOutcome, schoolRun, toRoom } from "../world/loop.ts";
import { m } from "../world/words.ts";
import { test, watchPage } from "./journey.ts";

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Everything read so far, folds that stand open or shut included: a fold opens at a press. */
const reader = (page: Page) => {
  const pages: string[] = [];
  return {
    read: async (): Promise<void> => {
      await page.waitForTimeout(120);
      pages.push(plain((await page.locator("main, dialog[open]").allTextContents()).join(" ")));
    },
    all: (): string => pages.join("\n"),
  };
};

/** Opens what stands behind “More” under these words. */
const more = async (page: Page, words: string): Promise<void> => {
  await page
    .getByRole("navigation", { name: m("shell.rooms") })
    .getByRole("button", { name: m("shell.more"), exact: true })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: words, exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

/** Opens every fold on the page, as presses on each would. */
const unfold = async (page: Page): Promise<void> => {
  const shut = page.locator("main details:not([open]) > summary");
  while ((await shut.count()) > 0) await shut.first().click();
};

/** A text as it stands on a page: whole, or where something is filled in, the longer pieces around it. */
const pieces = (text: string): readonly string[] => {
  const parts = plain(text).split(/\{\w+\}/);
  return parts.filter((part) => part.length >= (parts.length === 1 ? 4 : 15)).map((part) => part.trim());
};

/** One thing of the content room that says which rows it serves, with its own words. */
interface Served {
  readonly rows: readonly string[];
  readonly words: readonly string[];
}

/** Everything in the tables that serves a row, whatever its depth. */
const servedIn = (value: unknown): readonly Served[] => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(servedIn);
  const entries: readonly [string, unknown][] = Object.entries(value);
  const inner = entries.flatMap(([, part]) => servedIn(part));
  const covers = entries.find(([name]) => name === "covers")?.[1];
  if (!Array.isArray(covers) || covers.length === 0) return inner;
  const words = entries.flatMap(([name, part]) =>
    typeof part === "string" && !["id", "source"].includes(name)
      ? [part]
      : Array.isArray(part)
        ? part.filter((one) => typeof one === "string" && one.includes(" "))
        : [],
  );
  return [...inner, { rows: covers.map(String), words: words.flatMap(pieces) }];
};

/** Rows that a screen serves by what it does rather than by a table, and the words they are met in. */
const byScreen: readonly (readonly [row: string, words: string])[] = content.safeQualities.flatMap(({ id, covers }) =>
  covers.map((row) => [row, m(`circle.quality.${id}`)] as const),
);

/** Rows that the read pages never spoke of. */
const unmet = (read: string): readonly string[] => {
  const met = new Set<string>(byScreen.filter(([, words]) => read.includes(words)).map(([row]) => row));
  for (const { rows, words } of Object.values(content).flatMap(servedIn)) {
    if (words.some((text) => read.includes(text))) for (const row of rows) met.add(row);
  }
  return content.rowIds.filter((row) => !met.has(row));
};

test("every row of the programme is met by somebody who presses what can be seen", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(400_000);
  const seen = watchPage(page, server.origin);
  const asker = byPointer(page);
  const { read, all } = reader(page);

  // The loop: what is carried, whom to ask, the composer with its sentences, the answer, the look back.
  const url = await firstAsk(asker, server.origin, schoolRun);
  const other = await browser.newContext();
  await answerLink(byPointer(await other.newPage()), url, { answer: "no", words: "Not this Friday, sorry." });
  await other.close();
  await noteOutcome(asker, "A no, and she asked how I was.");
  await read();
  await toRoom(asker, m("shell.room.today"));
  await asker.tap(button(page, m("today.change")));
  await asker.tap(button(page, m("today.cuesMore")));
  await read();

  // Pause, from anywhere, and calming down with somebody.
  await asker.tap(page.getByRole("button", { name: m("shell.pause"), exact: true }));
  await expect(button(page, m("together.title"))).toBeVisible();
  await read();
  await asker.tap(button(page, m("together.title")));
  await read();
  await toRoom(asker, m("shell.room.today"));

  // Touch is opt-in, and some steps are.
  await more(page, m("shell.mine"));
  await page
    .getByRole("switch", { name: m("mine.touch") })
    .or(page.getByLabel(m("mine.touch"), { exact: true }))
    .first()
    .click();
  await read();
  await toRoom(asker, m("shell.room.steps"));
  await asker.tap(page.getByRole("button", { name: new RegExp(`^${m("steps.whole").split(" ({n})")[0] ?? ""}`) }));
  await read();
  await toRoom(asker, m("shell.room.today"));
  await asker.tap(page.getByRole("button", { name: m("shell.pause"), exact: true }));
  await asker.tap(button(page, m("together.title")));
  await read();

  await toRoom(asker, m("shell.room.circle"));
  await read();
  await page.getByRole("button", { name: new RegExp(`^${schoolRun.nickname}, `) }).click();
  await asker.tap(button(page, m("circle.note")));
  await read();
  await asker.tap(button(page, m("circle.ask", { name: schoolRun.nickname })));
  await asker.tap(button(page, m("who.cornerTitle")));
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toBeVisible();
  await read();
  await toRoom(asker, m("shell.room.circle"));
  await asker.tap(button(page, m("circle.noOne")));
  await read();

  await toRoom(asker, m("shell.room.evidence"));
  await read();
  await toRoom(asker, m("shell.room.learn"));
  await read();
  for (const lesson of content.lessonCatalogue) {
    await unfold(page);
    await page.getByRole("button").filter({ hasText: lesson.title }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: lesson.title })).toBeVisible();
    await read();
    await toRoom(asker, m("shell.room.learn"));
  }

  for (const drawer of ["load", "belief", "shifts", "care", "leaving"] as const) {
    await more(page, m(`shell.drawer.${drawer}`));
    await read();
  }
  await more(page, m("shell.drawer.belief"));
  await page
    .getByRole("button")
    .filter({ hasText: content.beliefCatalogue[12]?.text ?? "" })
    .first()
    .click();
  await read();

  for (const practice of content.practiceCatalogue) {
    await more(page, m("shell.drawer.kindness"));
    await page.getByRole("button").filter({ hasText: practice.title }).first().click();
    await read();
  }

  for (const group of ["inside", "doing", "people", "body"] as const) {
    await more(page, m("shell.drawer.signs"));
    await page
      .getByRole("button")
      .filter({ hasText: m(`signs.group.${group}`) })
      .first()
      .click();
    await read();
  }

  // Where it came from: the door, a sitting, its pages.
  await more(page, m("shell.drawer.origins"));
  await read();
  await asker.tap(button(page, m("origins.switchOn")));
  const anyway = button(page, m("origins.nightAnyway"));
  await expect(anyway.or(page.getByLabel(m("origins.before"), { exact: true })).first()).toBeVisible();
  if (await anyway.isVisible()) await asker.tap(anyway);
  await read();
  await asker.slide(page.getByLabel(m("origins.before"), { exact: true }), 20);
  await asker.tap(button(page, m("origins.begin")));
  for (const title of [
    "origins.familiarTitle",
    "origins.meaningTitle",
    "origins.nowTitle",
    "origins.closeTitle",
  ] as const) {
    await expect(page.getByRole("heading", { level: 1, name: m(title) })).toBeVisible();
    await read();
    if (title === "origins.closeTitle") break;
    const check = page.getByLabel(m("origins.check"), { exact: true });
    if (await check.isVisible()) await asker.slide(check, 25);
    await asker.tap(button(page, m("origins.next")));
  }
  await asker.tap(button(page, m("origins.stop")));
  await read();

  expect(unmet(all())).toEqual([]);
  expect(seen.complaints()).toEqual([]);
});

test("a row that no page speaks of would be found", () => {
  expect(unmet("").length).toBe(content.rowIds.length);
  const one = content.signCatalogue[0];
  expect(unmet(plain(one?.text ?? ""))).not.toContain(one?.covers[0]);
});
