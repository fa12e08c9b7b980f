/** Keeps the app's own files for use without a network, and takes only a newer build that the same key signed. */

declare const self: ServiceWorkerGlobalScope;

/** Each cache is one build, named after its number; the list goes in last, so a cache that has it is whole. */
const prefix = "app-";

/** The number of a build, then a line for each served file: its hash and its address. */
const list = "/build.txt";

/** The public key (SPKI) and its Ed25519 signature over the list, both in base64. */
const seal = "/build.sig";

/** Paths that belong to the relay or to other people's pages; this worker never answers or stores them. */
const foreign = /^\/(?:api|v|live|a|s)(?:\/|$)/;

/** Whether the last look at the server met something that was not taken. */
let refused = false;

/** Whole builds, oldest first: the one in use, and one that waits. Only newer ones are ever added. */
const held = async (): Promise<readonly Cache[]> => {
  const found: Cache[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(list)) found.push(cache);
  }
  return found;
};

const kept = async (build: Cache | undefined, at: string): Promise<string> =>
  (await (await build?.match(at))?.text()) ?? "";

const asked = async (at: string): Promise<string> => {
  const answer = await fetch(at, { cache: "no-cache", credentials: "omit" });
  return answer.ok ? answer.text() : "";
};

/** The number on a list's first line; 0 where there is no list. */
const numberOf = (text: string): number => Number.parseInt(text, 10) || 0;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Whether `line` is the signature of `text` by the key of `pinned`; without a pin, by the key that it names itself. */
const signed = async (text: string, line: string, pinned: string): Promise<boolean> => {
  const [key = "", signature = ""] = line.split(" ");
  if (pinned !== "" && !pinned.startsWith(`${key} `)) return false;
  const known = await crypto.subtle.importKey("spki", bytesOf(key), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", known, bytesOf(signature), new TextEncoder().encode(text));
};

/**
 * Fetches every file anew and checks its hash. A host that is half-way through an update, or a changed file, makes all
 * of it fail, and nothing is kept.
 */
const fill = async (text: string, line: string): Promise<void> => {
  const name = prefix + numberOf(text);
  const cache = await caches.open(name);
  try {
    await cache.addAll(
      text.split("\n").flatMap((entry) => {
        const [integrity = "", url] = entry.split(" ");
        return url === undefined ? [] : [new Request(url, { cache: "reload", credentials: "omit", integrity })];
      }),
    );
    await cache.put(seal, new Response(line));
    await cache.put(list, new Response(text));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
};

/** Whether what the server offers is the build held last, or a newer one that is now held as well. */
const fits = async (text: string, line: string): Promise<boolean> => {
  const last = (await held()).at(-1);
  const mine = await kept(last, list);
  if (text === mine) return true;
  if (numberOf(text) <= numberOf(mine) || !(await signed(text, line, await kept(last, seal)))) return false;
  await fill(text, line);
  return true;
};

const look = async (): Promise<void> => {
  const offer = await Promise.all([asked(list), asked(seal)]).catch(() => null);
  // Without a network, or a list, there is nothing to judge: a server that is away refuses nothing.
  if (offer !== null && offer[0] !== "") refused = !(await fits(...offer).catch(() => false));
};

/** One look at a time. */
let looking: Promise<void> = Promise.resolve();
const lookOnce = (): Promise<void> => (looking = looking.then(look));

/** Once everything was deleted, nothing comes back. */
const lookAgain = async (): Promise<void> => {
  if ((await held()).length > 0) await lookOnce();
};

/** The build that answers, once it was looked for. */
let inUse: Promise<Cache | undefined> | null = null;

/** The newest build is the one in use from now on. Files of the older stay for windows that still run it. */
const takeOver = async (): Promise<void> => {
  const older = (await held()).slice(0, -1);
  await Promise.all(older.map((build) => build.delete(list)));
  inUse = null;
};

const dropOlder = async (): Promise<void> => {
  for (const name of await caches.keys()) if (!(await (await caches.open(name)).match(list))) await caches.delete(name);
};

/** When every window was closed nobody can lose what they typed, and the newest build may begin. */
const begin = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 0) return;
  await takeOver();
  await dropOlder();
};

/** The copy of the build in use, one of a build that another window runs, or the network. Nothing is stored here. */
const answer = async (request: Request, path: string): Promise<Response> => {
  if (request.mode === "navigate") await begin();
  const build = await (inUse ??= held().then(([oldest]) => oldest));
  return (await build?.match(path)) ?? (await caches.match(path)) ?? fetch(request);
};

/** The first visit needs a build; a later worker goes on with what is held. */
const install = async (): Promise<void> => {
  if ((await held()).length > 0) return;
  await lookOnce();
  if ((await held()).length === 0) throw new Error("no build was taken");
};

/** What a page is told: the number in use, then `ready`, `refused` or nothing. */
const report = async (): Promise<string> => {
  const [build, newer] = await held();
  const state = newer === undefined ? (refused ? "refused" : "") : "ready";
  return `${numberOf(await kept(build, list))} ${state}`;
};

// No skipWaiting: the first install starts at once anyway, and a changed worker waits until every window was closed.
self.addEventListener("install", (event) => event.waitUntil(install()));

// Claiming makes the very first visit work offline without a reload.
self.addEventListener("activate", (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));

// A page asks how things stand, or takes over because the person agreed to the newer build.
self.addEventListener("message", (event) => {
  const done = event.data === "take-over" ? takeOver() : lookAgain();
  event.waitUntil(done.then(report).then((text) => event.ports[0]?.postMessage(text)));
});

/** Back to a page that is open, or a new one; a reminder holds nothing else. */
const comeBack = async (): Promise<void> => {
  const pages = await self.clients.matchAll({ type: "window" });
  const [page] = pages;
  if (page === undefined) await self.clients.openWindow("/");
  else await page.focus();
};

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(comeBack());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || foreign.test(url.pathname)) return;
  const answered = answer(request, url.pathname);
  event.respondWith(answered);
  if (request.mode === "navigate") event.waitUntil(answered.then(lookAgain));
});

export {};
