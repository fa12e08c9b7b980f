/** G-13: every text field of every screen and page has autocomplete, spellcheck and translation off. */
import { chromium, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { answerLink, begin, button, chooseSomeoneNew, composeAndExpect, schoolRun, sendLink } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { a, m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** The text fields on a page, and those that a browser may remember, send away to check, or translate. */
const fieldsOf = (page: Page): Promise<{ readonly all: number; readonly open: readonly string[] }> =>
  page.evaluate(() => {
    const textual = ["text", "search", "email", "tel", "url", "password", "number", "date"];
    const fields = [...document.querySelectorAll<HTMLElement>("textarea, input, [contenteditable]")].filter(
      (field) => !(field instanceof HTMLInputElement) || textual.includes(field.type),
    );
    const open = fields.filter((field) => {
      const off = field.getAttribute("autocomplete") === "off";
      const plain = field.getAttribute("spellcheck") === "false";
      return !off || !plain || field.closest("[translate=no]") === null;
    });
    return { all: fields.length, open: open.map((field) => field.outerHTML.slice(0, 120)) };
  });

/** Collects over many pages. */
const collector = () => {
  let all = 0;
  const open: string[] = [];
  return {
    look: async (page: Page): Promise<void> => {
      const seen = await fieldsOf(page);
      all += seen.all;
      open.push(...seen.open);
    },
    all: () => all,
    open,
  };
};

const folds = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
};

/** The least number of fields a walk must have met: a walk that meets none proves nothing. */
const least = 15;

/** Every screen with its folds open, the way of an ask, and the answer page on both sides of the tap. */
export const proof: Proof = {
  id: "G-13",
  number: everyStop().length,
  control: "a plain text field that a screen grew on its own",
  run: async ({ note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    const walk = collector();
    try {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      const actor = byPointer(page);
      await page.goto(`${server.origin}/`);
      await page.getByLabel(m("welcome.carrying"), { exact: true }).waitFor();
      await walk.look(page);
      await begin(actor, server.origin, schoolRun);
      await walk.look(page);
      await actor.tap(button(page, m("today.carryAsk")));
      await page.getByLabel(m("who.nickname"), { exact: true }).waitFor();
      await walk.look(page);
      await chooseSomeoneNew(actor, schoolRun.nickname);
      await page.getByLabel(m("ask.yourWords"), { exact: true }).waitFor();
      await folds(page);
      await walk.look(page);
      await composeAndExpect(actor, schoolRun, () => walk.look(page));
      await walk.look(page);
      const url = await sendLink(actor, schoolRun, () => walk.look(page));
      for (const stop of everyStop()) {
        await visit(page, stop);
        await folds(page);
        await walk.look(page);
      }
      const other = await (await browser.newContext()).newPage();
      await answerLink(byPointer(other), url, { answer: "yes", words: "Yes" }, () => walk.look(other));
      note(`G-13: ${walk.all()} text fields met`);
      await page.evaluate(() => document.body.append(document.createElement("textarea")));
      const control = (await fieldsOf(page)).open.length === 1;
      const missed = walk.all() < least ? [`only ${walk.all()} fields met; "${a("answer.title")}"`] : [];
      const failures = [...walk.open, ...missed];
      return {
        done: everyStop().length,
        failures: failures.length,
        control,
        ...(failures.length === 0 ? {} : { why: failures.join(" ") }),
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
