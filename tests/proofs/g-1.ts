/** G-1: nothing that was typed lies in clear on the disk after the app was locked and the browser closed. */
import { toBase64Url } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import type { Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { writeDown } from "../world/devices.ts";
import { lockNow, setLock } from "../world/lock.ts";
import { firstAsk, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { inProfile, lyingIn, withFolder } from "../world/profile.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** Texts that stand nowhere else. */
const canariesOf = (count: number, seed: number): readonly string[] => {
  const random = seededRandom(`g-1/${seed}`);
  return Array.from({ length: count }, () => `q${toBase64Url(random(15)).replaceAll(/[-_]/g, "x")}z`);
};

/** A whole ask is typed before there is a lock, the rest behind it, the last one only half; then it is locked. */
const typeAll = async (page: Page, origin: string, canaries: readonly string[]): Promise<void> => {
  const [carrying = "", nickname = "", words = "", feared = "", sign = "", from = "", ...rest] = canaries;
  const asker = byPointer(page);
  await firstAsk(asker, origin, { ...schoolRun, carrying, nickname, words: `Could you ${words}?`, feared, sign, from });
  await setLock(page);
  for (const text of rest.slice(0, -1)) await writeDown(page, text);
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill(rest.at(-1) ?? "");
  await page.waitForTimeout(1_000);
  await lockNow(page);
};

/** The mutant: a page of the same origin that keeps a text as most pages do. */
const naive = async (page: Page, origin: string, text: string): Promise<void> => {
  await page.goto(`${origin}/blank.html`);
  await page.evaluate(async (kept) => {
    localStorage.setItem("draft", kept);
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open("naive", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("kept").put({ text: kept }, "one");
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(new Error("no database"));
    });
  }, text);
};

/** The passphrase must not lie there either; it is set by a fixed text that is searched like the others. */
const alsoSecret = ["willow pepper over nine"];

/** 40 canaries through every field of an ask, what is done alone, and a form that was not finished. */
export const proof: Proof = {
  id: "G-1",
  number: 40,
  control: "a page that keeps what was typed as most pages do",
  run: async ({ asked, seed, note }) => {
    const count = Math.max(asked, 8);
    const canaries = canariesOf(count, seed);
    const server = await startServer();
    try {
      const kept = await withFolder(async (folder) => {
        await inProfile(folder, (page) => typeAll(page, server.origin, canaries));
        return lyingIn(folder, [...canaries, ...alsoSecret]);
      });
      note(`G-1: ${count} canaries, ${kept.bytes} bytes of profile searched`);
      const [text = ""] = canariesOf(1, seed + 1);
      const control = await withFolder(async (folder) => {
        await inProfile(folder, (page) => naive(page, server.origin, text));
        return lyingIn(folder, [text]).hits.length > 0;
      });
      const why = kept.hits.length === 0 ? {} : { why: kept.hits.slice(0, 5).join(", ") };
      return { done: count, failures: kept.hits.length, control, ...why };
    } finally {
      await server.stop();
    }
  },
};
