/** Brings a written log into a running app as a person would: from a sealed backup file and its twelve words. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { utf8 } from "@belay/basics";
import { newRecoveryWords, sealBackup } from "@belay/vault";
import { button } from "./loop.ts";
import type { WrittenLog } from "./ninety-days.ts";
import { visit } from "./places.ts";
import { m } from "./words.ts";

/** The ninety days as they are checked in. */
export const checkedIn = (): WrittenLog =>
  JSON.parse(readFileSync(new URL("../../fixtures/logs/ninety-days.json", import.meta.url), "utf8"));

/** Writes the log as a backup file of another vault; gives its words. */
const writeBackup = (path: string, { device, events }: WrittenLog): readonly string[] => {
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const words = newRecoveryWords(random);
  const label = { format: 1, vault: "ab".repeat(16), events: events.length };
  const items = [label, ...events.map((event) => ({ device, event }))];
  const sealed = sealBackup(
    items.map((item) => utf8(JSON.stringify(item))),
    words,
    random,
  );
  if (!sealed.ok) throw new Error(`no backup: ${JSON.stringify(sealed.error)}`);
  writeFileSync(path, sealed.value);
  return words;
};

/** From the empty app to the log in it, opened anew. `path` is where the file may lie. */
export const bringLog = async (page: Page, origin: string, log: WrittenLog, path: string): Promise<void> => {
  const words = writeBackup(path, log);
  await page.goto(`${origin}/`);
  await button(page, m("welcome.skip")).click();
  await button(page, m("welcome.begin")).click();
  await expect(page.getByRole("navigation", { name: m("shell.rooms") })).toBeVisible();
  await visit(page, { screen: "mine", id: null });
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await page.getByLabel(m("mine.restoreWords"), { exact: true }).fill(words.join(" "));
  await button(page, m("mine.restoreGo")).click();
  await expect(page.getByText(/entries came back/)).toBeVisible({ timeout: 120_000 });
  await page.reload();
  await expect(page.getByRole("navigation", { name: m("shell.rooms") })).toBeVisible({ timeout: 60_000 });
};

/** How opening a room went: milliseconds until its last card, and every stretch of 50 ms or more that nothing else could use. */
export interface Opening {
  readonly took: number;
  readonly longest: number;
  readonly long: readonly number[];
}

/** Presses a room in the bar and waits for a second-level heading; measured in the page by the browser's own long tasks. */
export const openRoom = (page: Page, room: string, lastHeading: string): Promise<Opening> =>
  page.evaluate(
    ([name, heading]) =>
      new Promise<Opening>((resolve, reject) => {
        const press = [...document.querySelectorAll<HTMLButtonElement>("nav button")].find(
          (one) => one.textContent?.trim() === name,
        );
        if (press === undefined) return reject(new Error(`no room ${name}`));
        const long: number[] = [];
        const tasks = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (entry.startTime >= from - 1) long.push(Math.round(entry.duration));
        });
        const from = performance.now();
        tasks.observe({ type: "longtask" });
        const there = (): boolean =>
          [...document.querySelectorAll("main h1, main h2")].some((one) => one.textContent?.trim() === heading);
        const look = (): void => {
          if (!there()) return void setTimeout(look, 5);
          const took = performance.now() - from;
          // What is drawn last is laid out, and told, after it stands in the page.
          setTimeout(() => {
            tasks.disconnect();
            resolve({ took, longest: Math.max(0, ...long), long });
          }, 500);
        };
        press.click();
        look();
      }),
    [room, lastHeading] as const,
  );

/** Every stretch of 50 ms or more since a moment of the page's own clock, as the browser itself tells of them. */
export const longTasks = (page: Page, since: number): Promise<readonly number[]> =>
  page.evaluate(
    (from) =>
      new Promise<readonly number[]>((resolve) => {
        const long: number[] = [];
        const tasks = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (entry.startTime >= from) long.push(Math.round(entry.duration));
        });
        tasks.observe({ type: "longtask", buffered: true });
        setTimeout(() => {
          tasks.disconnect();
          resolve(long);
        }, 500);
      }),
    since,
  );

/** Milliseconds of one piece of plain work in the page, by which a busy machine is known: the middle of nine. */
export const plainWork = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const things = Array.from({ length: 20_000 }, (_, at) => ({ at, name: `thing ${at}`, day: "2026-07-01" }));
    const times = Array.from({ length: 9 }, () => {
      const from = performance.now();
      JSON.parse(JSON.stringify(things));
      return performance.now() - from;
    });
    return times.toSorted((a, b) => a - b)[4] ?? 0;
  });
