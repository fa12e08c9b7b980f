import { writeFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

const labels = ["Überhaupt nicht", "An einzelnen Tagen", "An mehr als der Hälfte der Tage", "Beinahe jeden Tag"];

/** A table as a spreadsheet in German writes it: semicolons, days with points, words for answers, signs for gaps. */
const german = [
  ["Datum", "Notiz", ...Array.from({ length: 8 }, (_, i) => `PHQ-8 Frage ${i + 1}`)],
  ["3.2.2024", '"müde; aber ""gut"""', ...[0, 1, 2, 3, 0, 1, 2, 3].map((n) => labels[n])],
  ["17.2.2024", "", ...[0, 1, 2, 3, 0, 1, 2].map((n) => labels[n]), "k. A."],
  ["2.3.2024", '"zwei\nZeilen"', ...[0, 0, 1, 1, 0, 0, 1].map((n) => labels[n]), "-99"],
  ["irgendwann", "", ...[0, 0, 0, 0, 0, 0, 0, 0].map((n) => labels[n])],
  ["17.2.2024", "", ...[1, 1, 1, 1, 1, 1, 1, 1].map((n) => labels[n])],
  [],
]
  .map((cells) => cells.join(";"))
  .join("\r\n");

/** Letters of one byte each, as older spreadsheets save them. */
const oneByte = (text: string): Buffer => Buffer.from(text, "latin1");

const meaningOf = (page: Page, value: string): Locator => page.getByLabel(`“${value}”`);

for (const width of [390, 1280] as const) {
  test(`a table with words for answers is brought along, ${width} px wide`, async ({ page, server }, info) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await begin(actor, server.origin, schoolRun);
    await visit(page, { screen: "measures-in", id: null });
    await look(page, "bring-1-file");

    const file = info.outputPath("fragebogen.csv");
    await writeFile(file, oneByte(german));
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(heading(page, m("bring.columnsTitle"))).toBeVisible();
    await expect(page.getByLabel(m("bring.instrument"))).toHaveValue("phq8");
    await look(page, "bring-2-columns");
    await actor.tap(button(page, m("bring.next")));

    await expect(heading(page, m("bring.valuesTitle"))).toBeVisible();
    await expect(meaningOf(page, "k. A.")).toHaveValue("blank");
    await actor.tap(button(page, m("bring.next")));
    await expect(heading(page, m("bring.checkTitle"))).toBeVisible();
    await expect(page.getByText("No row would be taken in.")).toBeVisible();
    await look(page, "bring-4-doubts");
    await actor.tap(button(page, m("bring.back")));
    for (const [answer, label] of labels.entries()) await meaningOf(page, label).selectOption(String(answer));
    await look(page, "bring-3-values");
    await actor.tap(button(page, m("bring.next")));

    await expect(page.getByText("“irgendwann” in “Datum” is not a day that can be read.")).toBeVisible();
    await actor.tap(button(page, "Take in 3 rows"));
    await expect(page.getByText("One row is still in doubt.")).toBeVisible();
    await actor.choose(page.getByLabel(m("bring.leaveOut", { n: 5 })));
    await look(page, "bring-4-check");
    await actor.tap(button(page, "Take in 3 rows"));
    await expect(heading(page, m("bring.doneTitle"))).toBeVisible();
    await expect(page.getByText(/3 rows of “fragebogen.csv” are kept/)).toBeVisible();
    await look(page, "bring-5-done");

    // The same file again: everything is there already, and nothing comes in twice by itself.
    await actor.tap(button(page, m("bring.another")));
    await page.locator('input[type="file"]').setInputFiles(file);
    await actor.tap(button(page, m("bring.next")));
    for (const [answer, label] of labels.entries()) await meaningOf(page, label).selectOption(String(answer));
    await actor.tap(button(page, m("bring.next")));
    await expect(page.getByText("No row would be taken in.")).toBeVisible();
    await expect(page.getByText("4 rows are there already")).toBeVisible();
    expect(seen.complaints()).toEqual([]);
  });
}

/** Ten answers numbered from 0, as one program exports them; whether some are turned has to be said. */
const ownJson = JSON.stringify({
  version: 2,
  sittings: [
    { date: "2023-05-01T08:00:00Z", rses: [3, 3, 0, 2, 1, 2, 3, 0, 1, 0] },
    { date: "2023-06-01T08:00:00Z", rses: [3, "2", 1, 2, null, 2, 3, 1, 1, 1] },
  ],
});

test("by the keyboard alone: other numbers are read as the questionnaire counts them", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "measures-in", id: null });
  const file = info.outputPath("export.json");
  await writeFile(file, ownJson);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    actor.tap(page.locator('input[type="file"]')),
  ]);
  await chooser.setFiles(file);
  await expect(heading(page, m("bring.columnsTitle"))).toBeFocused();
  await expect(page.getByLabel(m("bring.instrument"))).toHaveValue("rses");
  await actor.tap(button(page, m("bring.next")));
  await expect(heading(page, m("bring.valuesTitle"))).toBeFocused();
  // No word of this questionnaire is in the app: where its numbers begin, and which end is which, is for the person to say.
  await actor.tap(button(page, m("bring.next")));
  await expect(page.getByText(m("bring.lack.Open"))).toBeVisible();
  await look(page, "bring-6-ends");
  await actor.choose(page.getByRole("radio", { name: m("bring.way.zero") }));
  await actor.choose(page.getByRole("radio", { name: m("bring.most") }));
  await expect(meaningOf(page, "3")).toHaveValue("4");
  await actor.tap(button(page, m("bring.next")));
  await expect(page.getByText(m("bring.lack.Turned"))).toBeVisible();
  await look(page, "bring-6-numbers");
  await actor.choose(page.getByRole("radio", { name: m("bring.turned.raw") }));
  await actor.tap(button(page, m("bring.next")));
  await expect(heading(page, m("bring.checkTitle"))).toBeFocused();
  await expect(page.getByRole("row", { name: /4 4 1 3 2 3 4 1 2 1/ })).toContainText("36");
  await actor.tap(button(page, "Take in 2 rows"));
  await expect(heading(page, m("bring.doneTitle"))).toBeFocused();
  await page.reload();
  await expect(heading(page, m("bring.title"))).toBeVisible();
});

test("a file that is damaged is refused in one calm sentence, and pasted rows may follow", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "measures-in", id: null });
  const cases = [
    ["open.csv", 'date,phq2_1,phq2_2\n2024-01-01,"1,2\n', m("bring.fault.Damaged", { row: 2 })],
    ["torn.json", '[{"date":"2024-01-01","phq2', m("bring.fault.NotJson")],
    ["picture.csv", "PK\u0003\u0004\u0000\u0000", m("bring.fault.NotText")],
    ["empty.csv", "\n\n", m("bring.fault.Empty")],
  ] as const;
  for (const [name, text, sentence] of cases) {
    const file = info.outputPath(name);
    await writeFile(file, text);
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await expect(heading(page, m("bring.title"))).toBeVisible();
  }
  await look(page, "bring-7-damaged");
  await actor.write(page.getByLabel(m("bring.paste")), "date\tphq-2 total\n3/4/2024\t5\n5/4/2024\t7\n");
  await actor.tap(button(page, m("bring.read")));
  await expect(heading(page, m("bring.columnsTitle"))).toBeVisible();
  await look(page, "bring-8-asked");
  await actor.choose(page.getByRole("radio", { name: m("bring.form.dmy") }));
  await actor.tap(button(page, m("bring.next")));
  await expect(page.getByText("“7” in “phq-2 total” cannot be a total of this questionnaire.")).toBeVisible();

  // A WHO-5 total of 12 may be one of 25 or one of 100.
  await actor.tap(button(page, m("bring.back")));
  await actor.tap(button(page, m("bring.back")));
  await actor.write(page.getByLabel(m("bring.paste")), "date,who5 total\n2024-04-03,12\n");
  await actor.tap(button(page, m("bring.read")));
  await actor.tap(button(page, m("bring.next")));
  await expect(page.getByText(m("bring.lack.NoRange"))).toBeVisible();
  await look(page, "bring-9-range");
  await actor.choose(page.getByRole("radio", { name: m("bring.range", { low: 0, high: 25 }) }));
  await actor.tap(button(page, m("bring.next")));
  await expect(page.getByRole("row", { name: /48/ })).toBeVisible();
});
