/** G-11: whatever a reminder says, on the screen of a phone or in a calendar, comes from a fixed neutral list. */
import { readFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** Everything that a notification may say. */
const neutral: readonly string[] = [m("leaving.remindWords")];

/** Words that would tell what it is for, and the name of the app. */
const telling = /belay|help|ask|trauma|therap|anx|alone|mental|health|crisis|support|burden|noor/i;

/** What a person typed, in every place that has their words. */
const typed = "qTypedByMe";

/** Replaces the browser’s notifications by a list, and says that they are allowed. */
const listen = `
  globalThis.rung = [];
  const note = (title, options) => void globalThis.rung.push(JSON.stringify([title, options ?? {}]));
  class Notification extends EventTarget {
    static permission = "granted";
    static requestPermission() { return Promise.resolve("granted"); }
    constructor(title, options) { super(); note(title, options); }
    close() {}
  }
  globalThis.Notification = Notification;
  ServiceWorkerRegistration.prototype.showNotification = function (title, options) { note(title, options); return Promise.resolve(); };
`;

/** What is wrong with what was rung. A title outside the list, or anything beside the title but the tag. */
const faultsIn = (rung: readonly string[]): readonly string[] =>
  rung.flatMap((text) => {
    const [title, options]: [unknown, object] = JSON.parse(text);
    const extra = Object.entries(options).filter(([name, value]) => name !== "tag" || value !== "note");
    return [
      ...(neutral.some((known) => known === title) ? [] : [`it said “${String(title)}”`]),
      ...extra.map(([name]) => `it had a ${name}`),
      ...(telling.test(String(title)) || text.includes(typed) ? ["it told what it is for"] : []),
    ];
  });

const rungOn = (page: Page): Promise<readonly string[]> => page.evaluate(() => Reflect.get(globalThis, "rung"));

const dayMs = 86_400_000;

/** The file for one’s own calendar, as it is saved. */
const calendarFaults = async (page: Page): Promise<readonly string[]> => {
  const saving = page.waitForEvent("download");
  await button(page, m("leaving.remindSave")).click();
  const saved = await saving;
  const text = readFileSync(await saved.path(), "utf8");
  const said = [...text.matchAll(/^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME|PRODID)[^:]*:(.*)$/gm)].map(
    ([, value = ""]) => value.trim(),
  );
  return [
    ...(said.includes(neutral[0] ?? "") ? [] : ["the calendar file does not say the neutral words"]),
    ...said.filter((value) => telling.test(value)).map((value) => `the calendar file says “${value}”`),
    ...(text.includes(typed) || telling.test(saved.suggestedFilename()) ? ["the calendar file tells"] : []),
  ];
};

/** A case is a reminder that rang. */
export const proof: Proof = {
  id: "G-11",
  number: 20,
  control: "a reminder that says what is being carried",
  run: async ({ asked, note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    try {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      await page.addInitScript(listen);
      // Eight in the morning; it rings at nine.
      await page.clock.install({ time: new Date(2026, 10, 23, 8, 0) });
      await begin(byPointer(page), server.origin, { ...schoolRun, carrying: typed });
      await visit(page, { screen: "mine", id: null });
      await page.getByText(m("leaving.remindOn"), { exact: true }).click();
      await page.getByLabel(m("leaving.remindWhen"), { exact: true }).selectOption("daily");
      const wrong: string[] = [...(await calendarFaults(page))];
      for (let day = 0; day < asked; day += 1) {
        await page.clock.setSystemTime(new Date(2026, 10, 23 + day, 9, 0, 10));
        await page.clock.runFor(25_000);
      }
      const rung = await rungOn(page);
      wrong.push(...faultsIn(rung));
      if (rung.length < asked) wrong.push(`only ${rung.length} of ${asked} rang within ${asked * dayMs} ms`);
      for (const line of new Set(wrong)) note(`G-11: ${line}`);
      await page.evaluate((text) => void new Notification(`You carry: ${text}`, { body: text }), typed);
      const control = faultsIn(await rungOn(page)).length >= 3 + faultsIn(rung).length;
      const [why] = wrong;
      return { done: rung.length, failures: wrong.length, control, ...(why === undefined ? {} : { why }) };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
