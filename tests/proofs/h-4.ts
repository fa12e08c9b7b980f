/** H-4: a tampered or older build of the app is refused, and a good newer one begins only when the person says so. */
import type { Browser, Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { beginHere, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { buildOf, builtApp, newKey, withSignedHost, type Offer, type SignedHost } from "../world/signed-host.ts";
import { m } from "../world/words.ts";
import { withBrowser, withContext, withServer } from "./browser.ts";
import type { Proof } from "./proof.ts";

type Files = ReadonlyMap<string, Buffer>;

/** What a case is made from: the app as it is installed, a good newer build of it, and a pick below `n`. */
interface Shelf {
  readonly number: number;
  readonly files: Files;
  readonly newer: Files;
  readonly key: string;
  readonly pick: (n: number) => number;
}

const newerMark = "<html data-newer ";
const marked = (files: Files): Files =>
  new Map([...files, ["/", Buffer.from(String(files.get("/")).replace("<html ", newerMark))]]);

const flipped = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

const somewhere = ({ files, pick }: Shelf): readonly [address: string, bytes: Buffer] => {
  // The worker's own script is a case of its own.
  const plain = [...files].filter(([address]) => address !== "/sw.js" && address !== "/");
  return plain[pick(plain.length)] ?? ["/", Buffer.alloc(1)];
};

const listed = (shelf: Shelf): string => String(shelf.newer.get("/build.txt"));
const sealed = (shelf: Shelf): string => String(shelf.newer.get("/build.sig"));
const changed = (shelf: Shelf, address: string, bytes: Buffer | null): Offer =>
  new Map([...shelf.newer, [address, bytes]]);

/** The altered worker script says so to whoever asks it. */
const otherWorker = Buffer.from(`self.onmessage = (event) => event.ports[0].postMessage("altered");`);

/** A file changed, and the list changed to fit it: only the signature tells. */
const fitted = (shelf: Shelf): Offer => {
  const [address, bytes] = somewhere(shelf);
  const forged = buildOf(new Map([...marked(shelf.files), [address, flipped(bytes, 0)]]), shelf.number + 1, newKey());
  return new Map([...forged, ["/build.sig", Buffer.from(sealed(shelf))]]);
};

const withOther = "a worker script that is not in the list";
const withForged = "a changed file with a list to fit";

/** Each way to tamper. */
const ways: Readonly<Record<string, (shelf: Shelf) => Offer>> = {
  "a flipped bit in a file": (shelf) => {
    const [address, bytes] = somewhere(shelf);
    return changed(shelf, address, flipped(bytes, shelf.pick(bytes.length)));
  },
  [withForged]: fitted,
  [withOther]: (shelf) => changed(shelf, "/sw.js", otherWorker),
  "a changed signature": (shelf) => {
    const [key = "", signature = ""] = sealed(shelf).trim().split(" ");
    const bytes = Buffer.from(signature, "base64");
    return changed(
      shelf,
      "/build.sig",
      Buffer.from(`${key} ${flipped(bytes, shelf.pick(bytes.length)).toString("base64")}\n`),
    );
  },
  "no signature": (shelf) => changed(shelf, "/build.sig", null),
  "another hand's signature": ({ files, number }) => buildOf(marked(files), number + 1, newKey()),
  "an older build": ({ files, number, key, pick }) => buildOf(marked(files), number - 1 - pick(1_000_000), key),
  "another build of the same number": ({ files, number, key }) => buildOf(marked(files), number, key),
  "two files swapped": (shelf) => {
    const [[one, first], two] = [somewhere(shelf), "/manifest.webmanifest"];
    const other = one === two ? "/blank.html" : two;
    const second = shelf.files.get(other) ?? null;
    return new Map([...shelf.newer, [one, second], [other, first]]);
  },
  "a file cut short": (shelf) => {
    const [address, bytes] = somewhere(shelf);
    return changed(shelf, address, bytes.subarray(0, shelf.pick(bytes.length)));
  },
  "a file withheld": (shelf) => changed(shelf, somewhere(shelf)[0], null),
  "a list cut short": (shelf) =>
    changed(shelf, "/build.txt", Buffer.from(listed(shelf).slice(0, 30 + shelf.pick(listed(shelf).length - 40)))),
  "a list without one file": (shelf) =>
    changed(shelf, "/build.txt", Buffer.from(listed(shelf).replace(/^.* \/blank\.html\n/m, ""))),
};

/** Asks the worker that is in charge, as Mine does. */
const report = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(String(data));
        navigator.serviceWorker.controller?.postMessage("look", [port2]);
      }),
  );

const isNewer = (page: Page): Promise<boolean> =>
  page.evaluate(() => "newer" in document.documentElement.dataset || document.getElementById("app") === null);

/** Opens the app until its worker is in charge. */
const opened = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

/** The good build is held and runs; null when it is so. */
const installed = async (page: Page, host: SignedHost, shelf: Shelf): Promise<string | null> => {
  host.offer = buildOf(shelf.files, shelf.number, shelf.key);
  await opened(page, host.origin);
  const said = await report(page);
  return said === `${shelf.number} ` ? null : `the good build is not held: "${said}"`;
};

/** Whatever is offered must be refused while a window is open, and also when every window was closed. */
const refused = async (page: Page, host: SignedHost, shelf: Shelf, way: string): Promise<string | null> => {
  host.offer = ways[way]?.(shelf) ?? new Map();
  await opened(page, `${host.origin}/blank.html`);
  const said = await report(page);
  if (said !== `${shelf.number} refused`) return `${way}: the worker says "${said}"`;
  if (host.offer.get("/sw.js") === otherWorker) {
    // A changed worker script begins with the first window after the last, whatever the app does: SECURITY.md says so.
    await page.waitForFunction(async () => {
      const worker = await navigator.serviceWorker.getRegistration();
      await worker?.update().catch(() => undefined);
      return worker?.waiting !== null;
    });
    if ((await report(page)) !== said) return `${way}: another worker is in charge`;
  } else await page.goto("about:blank");
  await opened(page, host.origin);
  if (await isNewer(page)) return `${way}: the offered build runs`;
  await page.getByLabel(m("welcome.carrying"), { exact: true }).waitFor();
  return (await report(page)) === said ? null : `${way}: the report changed`;
};

/** Tampered offers one after the other against one installation; what went wrong with each, or null. */
const tampered = (browser: Browser, host: SignedHost, shelf: Shelf, names: readonly string[]) =>
  withContext(browser, {}, async (context): Promise<readonly (string | null)[]> => {
    const page = await context.newPage();
    const found = [await installed(page, host, shelf)];
    for (const way of names) found.push(await refused(page, host, shelf, way));
    return found;
  });

/** What somebody is about to write when the newer build comes. */
const newWords = "The school run, and now the leaking roof";

/** A good newer build: offered, never swapped while somebody types, begun by consent or with the next window. */
const good = (browser: Browser, host: SignedHost, shelf: Shelf, consent: boolean): Promise<string | null> =>
  withContext(browser, {}, async (context) => {
    const [page, other] = [await context.newPage(), await context.newPage()];
    const fault = await installed(page, host, shelf);
    if (fault !== null) return fault;
    await beginHere(byPointer(page), schoolRun);
    await opened(other, host.origin);
    const change = button(other, m("today.change"));
    const field = other.getByLabel(m("today.carrying"), { exact: true });
    await change.or(field).first().waitFor();
    if (await change.isVisible()) await change.click();
    await field.fill(newWords);
    host.offer = shelf.newer;
    await opened(page, host.origin);
    const said = await report(page);
    if (said !== `${shelf.number} ready`) return `a good build: the worker says "${said}"`;
    if (await isNewer(page)) return "a good build began unasked";
    if (consent) {
      await visit(page, { screen: "mine", id: null });
      await Promise.all([page.waitForEvent("load"), button(page, m("mine.newerGo")).click()]);
    } else await page.goto("about:blank");
    if ((await field.inputValue()) !== newWords || (await isNewer(other))) return "what was typed is gone";
    // The older build goes on in the window that has it, also in parts that come later.
    await visit(other, { screen: "measures", id: null });
    if (!consent) await other.goto("about:blank");
    // The browser counts a window that was left for a moment longer.
    await page.waitForTimeout(1_500);
    await opened(page, host.origin);
    const after = await report(page);
    return (await isNewer(page)) && after === `${shelf.number + 1} ` ? null : `the newer build: "${after}"`;
  });

const shelfOf = (number: number, files: Files, pick: Shelf["pick"]): Shelf => {
  const key = newKey();
  return { number, files, key, pick, newer: buildOf(marked(files), number + 1, key) };
};

/** Picks below `n`, the same for the same seed (a linear congruential step, Numerical Recipes). */
const picker = (seed: number): Shelf["pick"] => {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

/** The mutant: a worker that takes any signature for good. */
const unchecked = (files: Files): Files => {
  const script = String(files.get("/sw.js"));
  const open = script.replace("crypto.subtle.verify(", "Promise.resolve(true)||crypto.subtle.verify(");
  if (open === script) throw new Error("the worker checks no signature");
  return new Map([...files, ["/sw.js", Buffer.from(open)]]);
};

/** Tampered builds in turn by each way; the two ways in which a good one begins are looked at in every run. */
export const proof: Proof = {
  id: "H-4",
  number: 50,
  control: "a worker that takes any signature for good",
  run: ({ asked, seed, note }) =>
    withServer((server) =>
      withBrowser((browser) =>
        withSignedHost(server.origin, async (host) => {
          const { number, files } = await builtApp(server.origin);
          const shelf = shelfOf(number, files, picker(seed));
          const names = Object.keys(ways);
          const turns = Array.from({ length: asked }, (_, at) => names[at % names.length] ?? "");
          // A changed worker script stays behind in its browser: each such case has one of its own.
          const [own, shared] = [turns.filter((way) => way === withOther), turns.filter((way) => way !== withOther)];
          const wrong = [...(await tampered(browser, host, shelf, shared))];
          for (const way of own) wrong.push(...(await tampered(browser, host, shelf, [way])));
          for (const consent of [true, false]) wrong.push(await good(browser, host, shelf, consent));
          note(`H-4: ${asked} tampered builds by ${Math.min(asked, names.length)} ways, and two good ones`);
          const open = shelfOf(number, unchecked(files), shelf.pick);
          const control = (await tampered(browser, host, open, [withForged])).join("").includes("ready");
          const faults = wrong.filter((fault) => fault !== null);
          return {
            done: asked,
            failures: faults.length,
            control,
            ...(faults[0] === undefined ? {} : { why: faults[0] }),
          };
        }),
      ),
    ),
};
