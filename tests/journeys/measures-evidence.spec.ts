/** Half a year of questionnaires and counts on Evidence: sentences, drawings, tables, files and paper. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { byKeyboard } from "../world/actor.ts";
import { bringLog, checkedIn } from "../world/kept-log.ts";
import { withMeasures } from "../world/measured-weeks.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, lookLarge, test, watchPage } from "./journey.ts";

const card = (page: Page, title: string): Locator => page.getByRole("region", { name: title, exact: true });

/** Every figure unfolded by its own button. */
const unfoldAll = async (page: Page): Promise<void> => {
  const buttons = page.getByRole("button", { name: m("evidence.unfold"), exact: true });
  while ((await buttons.count()) > 0) await buttons.first().click();
};

/** Pages of the paper, by counting them in the file itself. */
const pagesIn = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const shots = join(import.meta.dirname, "../../shots");

/** The page as it goes on paper. */
const paper = async (page: Page, name: string): Promise<Buffer> => {
  await page.emulateMedia({ media: null, colorScheme: "light" });
  const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  if (process.env["SHOTS"] !== undefined) {
    mkdirSync(shots, { recursive: true });
    writeFileSync(join(shots, `${name}.pdf`), pdf);
  }
  return pdf;
};

test("half a year of measures is said, drawn, kept as a file and printed", async ({ page, server }, info) => {
  test.setTimeout(400_000);
  const seen = watchPage(page, server.origin);
  await bringLog(page, server.origin, withMeasures(checkedIn()), info.outputPath("measured.bin"));
  await visit(page, { screen: "evidence", id: null });
  await expect(page.getByRole("button", { name: m("evidence.print"), exact: true })).toBeVisible();
  const lonely = card(page, m("change.name.ucla3"));
  await expect(lonely).toContainText("Changed: twice running it lies further from your start");
  await expect(card(page, m("change.name.keep8"))).toContainText("ordinary wobble");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "measures-folded");
  await unfoldAll(page);

  // Gaps are gaps: three weeks were left out, so the line has two breaks and no dot at its foot.
  await expect(lonely).toContainText("reliability of 0.72");
  await expect(lonely).toContainText("2 times a turn was left out. The line has gaps there; they are not zeros.");
  await expect(card(page, m("change.name.phq4"))).toContainText("Once there is no number");
  await expect(card(page, m("change.name.gad7"))).toContainText("was to be expected anyway");
  const weeks = card(page, m("change.weeksTitle"));
  await expect(weeks).toContainText("3 weeks were not counted. They are gaps and not zeros.");

  // Nine answers are drawn as eight, and the ninth stands nowhere.
  await expect(page.getByRole("region", { name: m("change.name.phq9"), exact: true })).toHaveCount(0);
  await expect(card(page, m("change.name.phq8"))).toContainText(m("change.nine"));

  // A day on which something began: every week a point of its own, and both sides in the sentence.
  const alone = card(page, m("change.aloneTitle"));
  await alone.getByLabel(m("change.sinceLabel"), { exact: true }).fill("2026-07-20");
  await expect(alone).toContainText("You carried less alone since then.");
  await weeks.getByRole("button", { name: m("evidence.show"), exact: true }).click();
  await alone.getByRole("button", { name: m("evidence.unfold"), exact: true }).click();

  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await look(page, "measures");
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await lookLarge(page, "measures");
  await page.evaluate(() => void (document.documentElement.dir = "rtl"));
  await look(page, "measures-rtl");
  await page.evaluate(() => void (document.documentElement.dir = "ltr"));
  await page.emulateMedia({ forcedColors: "active" });
  if (process.env["SHOTS"] !== undefined) await lonely.screenshot({ path: join(shots, "measures-forced-390.png") });
  await page.emulateMedia({ forcedColors: "none" });

  // The file, by keyboard: the same rows as the table, newest first.
  const keyboard = byKeyboard(page);
  const kept = page.waitForEvent("download");
  await keyboard.tap(lonely.getByRole("button", { name: /^As a table file/ }));
  const file = await kept;
  expect(file.suggestedFilename()).toMatch(/^belay-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines[0]).toBe(`"Day","Number"`);
  expect(lines.length).toBe(1 + (await lonely.locator("tbody tr").count()));

  // On paper everything is unfolded, and no button is left.
  await page.reload();
  await visit(page, { screen: "evidence", id: null });
  await expect(page.getByRole("button", { name: m("evidence.print"), exact: true })).toBeVisible();
  const before = await page.locator("main table").count();
  const pdf = await paper(page, "measures-paper");
  expect(pagesIn(pdf)).toBeGreaterThan(8);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect.poll(() => page.locator("main table").count()).toBeGreaterThan(before + 5);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await expect(lonely.getByRole("table")).toBeVisible();
  await page.emulateMedia({ media: null });
  expect(seen.complaints()).toEqual([]);
});
