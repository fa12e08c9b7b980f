/** A rich record summed up: two pages on paper, and files that hold against the published structures. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { addDays, dayNumber, parseDay } from "@belay/basics";
import { parseEvent, type EventJson } from "@belay/domain";
import { answersTo, instrumentIds, instruments } from "@belay/measures";
import { faultsOf } from "../fhir/validator.ts";
import { byKeyboard, type Actor } from "../world/actor.ts";
import { bringLog, checkedIn } from "../world/kept-log.ts";
import type { WrittenLog } from "../world/ninety-days.ts";
import { withMeasures } from "../world/measured-weeks.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, lookLarge, test, watchPage } from "./journey.ts";

const shots = join(import.meta.dirname, "../../shots");

const pagesIn = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Presses a button that hands over a file; gives its name and its text. */
const download = async (page: Page, name: string, by: Pick<Actor, "tap"> | null) => {
  const kept = page.waitForEvent("download");
  if (by === null) await button(page, name).click();
  else await by.tap(button(page, name));
  const file = await kept;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
};

/** The page as it goes on paper, as the browser prints it. */
const paper = async (page: Page, format: "A4" | "Letter", name: string): Promise<Buffer> => {
  await page.emulateMedia({ media: null, colorScheme: "light" });
  const pdf = await page.pdf({ format, margin: { top: "10mm", bottom: "10mm", left: "12mm", right: "12mm" } });
  if (process.env["SHOTS"] !== undefined) {
    mkdirSync(shots, { recursive: true });
    writeFileSync(join(shots, `${name}-${format}.pdf`), pdf);
  }
  return pdf;
};

/** The same with everything else that can be answered, six times each: more than anybody will have. */
const withEverything = (log: WrittenLog): WrittenLog => {
  const first = parseDay("2026-09-01");
  if (!first.ok) throw new Error("no day");
  const rest = instrumentIds.filter(
    (id) => !["ucla3", "phq4", "sscs-s", "keep8", "who5", "osss3", "gad7"].includes(id),
  );
  const events = rest.flatMap((id, nth) =>
    Array.from({ length: 6 }, (_, time): EventJson => {
      const instrument = instruments[id];
      const answers = Array.from({ length: instrument.items }, (_, item) => answersTo(instrument, item + 1).from);
      const day = addDays(first.value, 7 * time);
      const at = dayNumber(day) * 86_400_000 + nth * 10 + time;
      const body = { instrument: id, about: null, set: "alone", answers };
      const back = parseEvent(
        { id: `more-${nth}-${time}.0`, k: "measures/answered@1", t: [at, 0], d: day, b: body },
        log.device,
      );
      if (!back.ok) throw new Error(JSON.stringify(back.error));
      return JSON.parse(
        JSON.stringify({ id: `more-${nth}-${time}.0`, k: "measures/answered@1", t: [at, 0], d: day, b: body }),
      );
    }),
  );
  return { ...log, events: [...log.events, ...events] };
};

test("more than anybody will have still goes onto two pages", async ({ page, server }, info) => {
  test.setTimeout(240_000);
  await bringLog(page, server.origin, withEverything(withMeasures(checkedIn())), info.outputPath("everything.bin"));
  await visit(page, { screen: "summary", id: null });
  await page.getByRole("textbox", { name: m("summary.own") }).fill("word ".repeat(120));
  await page.getByRole("checkbox", { name: m("summary.item9") }).check();
  await expect(page.getByRole("article").locator("tbody tr")).not.toHaveCount(0);
  for (const format of ["A4", "Letter"] as const) {
    expect(pagesIn(await paper(page, format, "summary-everything"))).toBeLessThanOrEqual(2);
  }
});

const own = "I would like to talk about asking for help at home. The last weeks went better than I thought.";

test("half a year goes onto two pages and into files, and question 9 only when it is ticked", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  const seen = watchPage(page, server.origin);
  await bringLog(page, server.origin, withMeasures(checkedIn()), info.outputPath("summed.bin"));

  // From what is measured, by pointer.
  await visit(page, { screen: "measures", id: null });
  await button(page, m("summary.open")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("summary.title"), exact: true })).toBeVisible();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("table", { name: m("summary.scoresTable"), exact: true })).toBeVisible();
  await expect(sheet).toContainText(m("summary.change.better"));
  await expect(sheet).toContainText(m("summary.note"));
  await expect(sheet).not.toContainText(m("summary.item9Title"));
  await page.getByRole("textbox", { name: m("summary.own") }).fill(own);
  await expect(sheet).toContainText(own);

  // The downloaded file holds, names a day and nothing else, and hides question 9 with all it could be told from.
  const file = await download(page, m("summary.fhir"), null);
  expect(file.name).toMatch(/^belay-\d{4}-\d\d-\d\d-1\.json$/);
  const bundle: unknown = JSON.parse(file.text);
  expect(faultsOf(bundle)).toEqual([]);
  expect(file.text).toContain('"masked"');
  expect(file.text).not.toContain('"phq9-total"');
  expect(file.text).not.toContain(own);
  expect(file.text).toContain("loinc.org/license");
  const nines = (text: string): readonly string[] =>
    text.split("\r\n").flatMap((line) => {
      const cells = line.split(",");
      return cells[1] === "phq9" ? [cells[11] ?? ""] : [];
    });
  const answers = await download(page, m("summary.answers"), null);
  expect(answers.name).toMatch(/^belay-\d{4}-\d\d-\d\d-2\.csv$/);
  expect(nines(answers.text).length).toBeGreaterThan(0);
  expect(new Set(nines(answers.text))).toEqual(new Set(["masked"]));
  expect((await download(page, m("summary.scores"), null)).text).not.toContain(",phq9,");

  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await look(page, "summary");
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await lookLarge(page, "summary");

  // Ticked, by keyboard: now it is there, with its total, and the file still holds.
  const keyboard = byKeyboard(page);
  await keyboard.tap(page.getByRole("checkbox", { name: m("summary.item9") }));
  await page.keyboard.press("Space");
  await expect(sheet).toContainText(m("summary.item9Title"));
  const ticked = await download(page, m("summary.fhir"), keyboard);
  expect(faultsOf(JSON.parse(ticked.text))).toEqual([]);
  expect(ticked.text).toContain('"phq9-total"');
  expect(ticked.text).not.toContain('"masked"');
  expect(nines((await download(page, m("summary.answers"), keyboard)).text).every((cell) => /^[0-3]$/.test(cell))).toBe(
    true,
  );

  // At most two pages on either paper, with everything that can be in it, and nothing of the screen around it.
  for (const format of ["A4", "Letter"] as const) {
    expect(pagesIn(await paper(page, format, "summary"))).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: null });

  // What is switched off is in neither.
  await page.getByRole("checkbox", { name: m("change.name.gad7") }).click();
  await expect(sheet).not.toContainText(m("change.name.gad7"));
  expect((await download(page, m("summary.fhir"), null)).text).not.toContain("Questionnaire/gad7");

  // What was switched and written is still so after a reload.
  await page.waitForTimeout(600);
  await page.reload();
  await visit(page, { screen: "summary", id: null });
  await expect(page.getByRole("article")).toContainText(own);
  await expect(page.getByRole("article")).not.toContainText(m("change.name.gad7"));
  expect(seen.complaints()).toEqual([]);
});
