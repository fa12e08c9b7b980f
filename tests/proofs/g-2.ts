/** G-2: after the app was locked, neither a word that was typed nor a byte of a key is in the memory of page and workers. */
import { toBase64Url } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { chromium, type Browser } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { writeDown } from "../world/devices.ts";
import { bytesAlive, heapText, openDebugger, sessionsOf, type Debugger } from "../world/heap.ts";
import { lockNow, passphrase, setLock } from "../world/lock.ts";
import { begin, schoolRun } from "../world/loop.ts";
import { freePort, startServer } from "../world/server.ts";
import type { Proof } from "./proof.ts";

/** The heaps of a page and of its workers, as text, and every buffer of 32 bytes, which is what a key is long. */
const memoryOf = async (
  debug: Debugger,
  origin: string,
): Promise<{ readonly text: string; readonly keys: ReadonlySet<string>; readonly heaps: number }> => {
  const sessions = await sessionsOf(debug, origin);
  let text = "";
  const keys = new Set<string>();
  for (const session of sessions) {
    text += await heapText(debug, session);
    for (const bytes of await bytesAlive(debug, session, 4096)) {
      // A key may stand inside a larger buffer too: what was pooled is looked at in steps of eight bytes.
      for (let at = 0; at + 64 <= bytes.length; at += 16) {
        const run = bytes.slice(at, at + 64);
        if (!/^(..)\1+$/.test(run)) keys.add(run);
      }
    }
  }
  for (const session of sessions.slice(0, 1)) await debug.send(null, "Target.detachFromTarget", { sessionId: session });
  return { text, keys, heaps: sessions.length };
};

/** Tables of the ciphers and the like: what stands in the memory of a device that never had the keys. */
const constantsOf = async (browser: Browser, debug: Debugger, origin: string): Promise<ReadonlySet<string>> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { keys } = await memoryOf(debug, origin);
  await context.close();
  return keys;
};

/** 20 texts in what is carried and done; the keys are all that the worker holds while it is open. */
export const proof: Proof = {
  id: "G-2",
  number: 20,
  control: "a page that keeps a text and a key in a variable when it locks",
  run: async ({ asked, seed, note }) => {
    const random = seededRandom(`g-2/${seed}`);
    const canaries = Array.from({ length: asked }, () => `q${toBase64Url(random(15)).replaceAll(/[-_]/g, "x")}z`);
    const server = await startServer();
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...chromiumFlags, `--remote-debugging-port=${port}`],
    });
    const debug = await openDebugger(port);
    try {
      const constants = await constantsOf(browser, debug, server.origin);
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      const [first = "", ...rest] = canaries;
      await begin(byPointer(page), server.origin, { ...schoolRun, carrying: first });
      await setLock(page);
      for (const text of rest) await writeDown(page, text);
      const open = await memoryOf(debug, server.origin);
      const secret = [...open.keys].filter((run) => !constants.has(run));
      const there = canaries.filter((text) => open.text.includes(text));
      await lockNow(page);
      const shut = await memoryOf(debug, server.origin);
      const words = [...canaries, passphrase].filter((text) => shut.text.includes(text));
      const keys = secret.filter((run) => shut.keys.has(run));
      note(`G-2: ${there.length} texts, ${secret.length} runs of 32 bytes in ${open.heaps} heaps while open`);
      note(`G-2: ${words.length} texts, ${keys.length} of those runs in ${shut.heaps} heaps after`);
      const [key = ""] = secret;
      await page.evaluate(
        ([text, hex]) => {
          Reflect.set(globalThis, "forgotten", [
            text,
            Uint8Array.from(hex?.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
          ]);
        },
        [`${first}!`, key],
      );
      const kept = await memoryOf(debug, server.origin);
      // It counts only when the open app was seen to hold what is then missed.
      const control = there.length > 0 && key !== "" && kept.text.includes(first) && kept.keys.has(key);
      const failures = words.length + keys.length;
      return {
        done: asked,
        failures,
        control,
        ...(failures === 0 ? {} : { why: `${words.length} texts and ${keys.length} keys are left` }),
      };
    } finally {
      debug.close();
      await browser.close();
      await server.stop();
    }
  },
};
