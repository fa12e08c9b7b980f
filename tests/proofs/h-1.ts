/** H-1: no text that somebody types, sends, answers or imports is ever run, on any screen or page. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEvent } from "@belay/domain";
import { seededRandom } from "@belay/testkit";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { bringLog } from "../world/kept-log.ts";
import type { WrittenLog } from "../world/ninety-days.ts";
import { everyStop, visit } from "../world/places.ts";
import { a } from "../world/words.ts";
import { builtAskPage, withBrowser, withContext, withMutant, withServer, withScript, type Server } from "./browser.ts";
import { askAt, putAsk } from "./mailbox.ts";
import { scriptString } from "./script-strings.ts";
import type { Proof } from "./proof.ts";

/** Watches every page of a context for anything that ran, and for anything that a policy had to stop. */
const watch = async (context: BrowserContext, stopped: string[]): Promise<void> => {
  await context.addInitScript(`
    addEventListener("securitypolicyviolation", (event) =>
      console.log("policy " + event.effectiveDirective + " " + event.blockedURI));
  `);
  context.on("page", (page) => {
    page.on("console", (message) => {
      if (/^policy |Trusted ?Type|Content Security Policy/.test(message.text()))
        stopped.push(message.text().slice(0, 120));
    });
    page.on("dialog", (dialog) => {
      stopped.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
};

/** Whether a string was run, and which marks stand on the page as text. */
const look = (page: Page): Promise<{ readonly ran: boolean; readonly text: string }> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
    return {
      ran: Reflect.get(globalThis, "belayHit") !== undefined,
      text: `${document.body.textContent ?? ""} ${fields.map(({ value }) => value).join(" ")}`,
    };
  });

/** Several strings in one text, each on a line of its own; `from` is the number of the first. */
const packed = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => scriptString(from + n).text).join("\n");

/** Texts of entries that hold a person’s own words, in the log that is imported. */
const own = new Set(["nickname", "words", "feared", "sign", "then", "countsFor", "countsAgainst"]);
/** How many strings a text is given: as many as the entry takes. */
const packs = [2, 1] as const;

/** Ninety ordinary days, as they are checked in. */
const checkedIn = (): WrittenLog =>
  JSON.parse(readFileSync(join(process.cwd(), "fixtures/logs/ninety-days.json"), "utf8"));

/** A body with its own words replaced, `pack` strings a text from number `from` on; and the number of the next. */
const bend = (body: object, pack: number, from: number): { readonly body: object; readonly next: number } => {
  let next = from;
  const entries = Object.entries(body).map(([name, value]) => {
    if (!own.has(name) || typeof value !== "string") return [name, value];
    const count = name === "words" ? 1 : pack;
    next += count;
    // A nickname is short; what it cannot hold is cut, and the string stays hostile.
    return [name, name === "nickname" ? packed(next - count, 1).slice(0, 40) : packed(next - count, count)];
  });
  return { body: Object.fromEntries(entries), next };
};

/** A log of ninety days in which every word of a person is such a string; and how many strings it holds. */
const hostileLog = (most: number) => {
  const log = checkedIn();
  let next = 0;
  const tries = new Set<string>();
  const events = log.events.map((event) => {
    for (const pack of packs) {
      const bent = bend(Object(event.b), pack, next);
      if (bent.next === next || bent.next > most) continue;
      // Whatever the app itself would not have written is refused whole, and proves nothing here.
      if (!parseEvent({ ...event, b: bent.body }, log.device).ok) continue;
      ({ next } = bent);
      const of = Reflect.get(bent.body, "experiment");
      if (typeof of === "string") tries.add(of);
      return { ...event, b: bent.body };
    }
    return event;
  });
  return { log: { ...log, events }, strings: next, tries: [...tries] };
};

/** Imports the log and walks every screen, the people’s and the tries’ too. */
const inApp = (server: Server, browser: Browser, most: number) =>
  withContext(browser, { viewport: { width: 390, height: 844 } }, async (context) => {
    const stopped: string[] = [];
    await watch(context, stopped);
    const folder = mkdtempSync(join(tmpdir(), "belay-h1-"));
    try {
      const page = await context.newPage();
      const { log, strings, tries } = hostileLog(most);
      await bringLog(page, server.origin, log, join(folder, "note"));
      // Every try that holds such a string is looked at, open or looked back on.
      const stops = [
        ...everyStop({ person: "day-0001", experiment: tries[0] ?? "" }),
        ...tries.flatMap((id) => [
          { screen: "ask" as const, id },
          { screen: "outcome" as const, id },
        ]),
      ];
      const seen: string[] = [];
      let ran = false;
      for (const stop of stops) {
        await visit(page, stop);
        const now = await look(page);
        ran ||= now.ran;
        seen.push(now.text);
      }
      const text = seen.join(" ");
      const shown = Array.from({ length: strings }, (_, n) => scriptString(n).mark).filter((mark) =>
        text.includes(mark),
      );
      return { stopped, ran, strings, shown: shown.length };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

/** A note whose every part is such a string: opened, looked at, and answered in the same way unless `answer` is null. */
const onPage = async (context: BrowserContext, url: string, answer: string | null): Promise<boolean> => {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("main button").first().click();
  await page.locator("main .words").waitFor();
  if (answer !== null) {
    await page.getByRole("radio", { name: a("answer.ask.no") }).check({ force: true });
    await page.locator("textarea").fill(answer.slice(0, 1000));
  }
  await page.waitForTimeout(200);
  const { ran } = await look(page);
  await page.close();
  return ran;
};

const perNote = 20;

/** A careless page: it writes the words as markup, and no policy stops it. */
const careless = () => {
  const mutant = withScript(
    builtAskPage(),
    `new MutationObserver((_all, watcher) => {
      const words = document.querySelector("main .words");
      if (words === null) return;
      watcher.disconnect();
      words.innerHTML = words.textContent;
    }).observe(document, { childList: true, subtree: true });`,
  );
  return { ...mutant, policy: "sandbox allow-scripts allow-forms" };
};

/** Five hundred strings, in an imported record and in notes and their answers. */
export const proof: Proof = {
  id: "H-1",
  number: 500,
  control: "a page that writes the words of a note as markup, with no policy",
  run: ({ asked, seed, note }) =>
    withServer((server) =>
      withBrowser(async (browser) => {
        const random = seededRandom(`h-1/${seed}`);
        const app = await inApp(server, browser, asked);
        const wrong = [
          ...(app.ran ? ["a string ran in the app"] : []),
          ...app.stopped.map((line) => `in the app: ${line}`),
          // A walk that meets no string proves nothing.
          ...(app.shown * 4 < app.strings ? [`only ${app.shown} of ${app.strings} strings were met`] : []),
        ];
        note(`H-1: ${app.strings} strings imported, ${app.shown} met on the screens`);
        await withContext(browser, { viewport: { width: 390, height: 844 } }, async (context) => {
          const stopped: string[] = [];
          await watch(context, stopped);
          for (let from = 0; from < asked; from += perNote) {
            const words = packed(from, Math.min(perNote, asked - from)).slice(0, 3900);
            const one = scriptString(from).text.slice(0, 120);
            const ask = await putAsk(server.origin, random, { words, from: one, silence: one });
            if (await onPage(context, ask.url, words)) wrong.push(`a string ran on a note from ${from} on`);
          }
          wrong.push(...stopped.map((line) => `on a note: ${line}`));
        });
        for (const line of wrong.slice(0, 10)) note(`H-1: ${line}`);
        const control = await withMutant(server, careless(), (front) =>
          withContext(browser, {}, async (context) => {
            const ask = await putAsk(server.origin, random, { words: packed(0, 6) });
            return onPage(context, askAt(ask, front.origin).url, null);
          }),
        );
        const [why] = wrong;
        return { done: asked, failures: wrong.length, control, ...(why === undefined ? {} : { why }) };
      }),
    ),
};
