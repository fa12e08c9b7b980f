/** Keeps the app's own files for use without a network, and hands over to a newer build only when asked. */

declare const self: ServiceWorkerGlobalScope;

/** Every served file of this build as address and integrity hash; put in by the build. */
declare const __PRECACHE__: readonly (readonly [url: string, integrity: string])[];

/** A name for exactly these files; put in by the build. */
declare const __VERSION__: string;

const prefix = "app-";
const cacheName = prefix + __VERSION__;

/** Paths that belong to the relay or to other people's pages; this worker never answers or stores them. */
const foreign = /^\/(?:api|v|live|a|s)(?:\/|$)/;

/** What a page may send: take over now, because the person agreed to the newer build. */
const takeOver = "take-over";

/**
 * Fetches every file anew and checks its hash. A host that is half-way through an update, or a changed file,
 * makes the whole install fail, and the build that runs now stays.
 */
const fill = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  await cache.addAll(
    __PRECACHE__.map(([url, integrity]) => new Request(url, { cache: "reload", credentials: "omit", integrity })),
  );
};

const dropOlder = async (): Promise<void> => {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
};

/** The kept copy, or the network for what this build does not hold. Nothing fetched here is ever stored. */
const answer = async (request: Request, path: string): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  return kept ?? fetch(request);
};

// No skipWaiting: the first install starts at once anyway, and an update waits for the person's consent.
self.addEventListener("install", (event) => event.waitUntil(fill()));

// Claiming makes the very first visit work offline without a reload.
self.addEventListener("activate", (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  if (event.data === takeOver) event.waitUntil(self.skipWaiting());
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
  event.respondWith(answer(request, url.pathname));
});

export {};
