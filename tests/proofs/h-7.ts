/** H-7: a browser that is killed while it writes has every entry that was shown as saved, and a chain that can be read. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { toBase64Url } from "@belay/basics";
import { testChain, testVault } from "@belay/testkit";
import { answerPage, bundlePage, pageOrigin } from "../world/adapter-page.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import type { Proof } from "./proof.ts";

const chain = testChain(testVault("h-7"), 400).map(({ envelope }) => toBase64Url(envelope));

/** Processes that this proof started: they alone name its profile. */
const processesOf = (profile: string): readonly number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid) || pid === process.pid) return false;
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(`--user-data-dir=${profile}`);
      } catch {
        return false;
      }
    });

const opened = async (profile: string, script: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: chromiumFlags,
  });
  await answerPage(context, script);
  const page = await context.newPage();
  await page.goto(`${pageOrigin}/`);
  await page.waitForFunction(() => Reflect.has(globalThis, "pageDesk"));
  return { context, page };
};

/** Writes until it is killed; gives how many were said to be saved. In the mutant a write is said before it is done. */
const writeUntilKilled = async (profile: string, script: string, ms: number, early: boolean): Promise<number> => {
  const { context, page } = await opened(profile, script);
  let saved = 0;
  await page.exposeFunction("told", (count: number) => {
    saved = count;
  });
  const writing = page.evaluate(
    async ([envelopes, isEarly]) => {
      const desk = Reflect.get(globalThis, "pageDesk");
      const told = Reflect.get(globalThis, "told");
      if (isEarly) await told(envelopes.length);
      for (let at = 0; at < envelopes.length; at += 1) {
        const done = await desk.append("h7", envelopes[at]);
        if (done.ok && !isEarly) void told(at + 1);
        // As a person does: a little between two entries, so that the end comes in the midst of them.
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    },
    [chain, early] as const,
  );
  const over = writing.catch(() => undefined);
  const started = processesOf(profile);
  // Counted from the first that was said to be saved: a busy machine takes a while to begin.
  for (let waited = 0; saved === 0 && waited < 2_000; waited += 1) await new Promise((next) => setTimeout(next, 5));
  await new Promise((resolve) => setTimeout(resolve, ms));
  for (const pid of started) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went with another one of them.
    }
  }
  await over;
  await context.close().catch(() => undefined);
  return saved;
};

/** How many are there after a new start, from the first on without a gap; -1 when the log does not open. */
const heldAfter = async (profile: string, script: string): Promise<number> => {
  const { context, page } = await opened(profile, script);
  const read = await page.evaluate(async () => {
    const slice = await Reflect.get(globalThis, "pageDesk").since("h7", 0, 1_000);
    return slice.ok ? slice.value.entries.map((entry: { readonly envelope: string }) => entry.envelope) : null;
  });
  await context.close();
  if (!Array.isArray(read)) return -1;
  return read.every((envelope, at) => envelope === chain[at]) ? read.length : -1;
};

const killed = async (script: string, ms: number, early: boolean): Promise<string | null> => {
  const profile = mkdtempSync(join(tmpdir(), "belay-killed-"));
  try {
    const saved = await writeUntilKilled(profile, script, ms, early);
    const held = await heldAfter(profile, script);
    return held >= saved ? null : `${saved} said, ${held} there, killed after ${ms} ms`;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Killed after 40 ms to half a second of writing, each time in a profile of its own. */
export const proof: Proof = {
  id: "H-7",
  number: 50,
  control: "a page that says saved before the transaction is done",
  run: async ({ asked, note }) => {
    const script = await bundlePage();
    const found: string[] = [];
    for (let at = 0; at < asked; at += 1) {
      const wrong = await killed(script, 40 + ((at * 97) % 460), false);
      if (wrong !== null) found.push(wrong);
    }
    const blind = await killed(script, 60, true);
    for (const line of found.slice(0, 10)) note(line);
    const [why] = found;
    return { done: asked, failures: found.length, control: blind !== null, ...(why === undefined ? {} : { why }) };
  },
};
