/** The browser's side of the adapter tests: the real adapters on a page, called from the test by name. */
import { fromBase64Url, toBase64Url } from "@belay/basics";
import { openDatabase, type Database } from "../../apps/web/adapters/database.ts";
import { deviceLog } from "../../apps/web/adapters/device-log-idb.ts";
import { draftBox } from "../../apps/web/adapters/draft-box-idb.ts";
import { browserKeeping } from "../../apps/web/adapters/keeping-browser.ts";
import { broadcastNeighbours } from "../../apps/web/adapters/neighbours-broadcast.ts";
import { lockTurn } from "../../apps/web/adapters/turn-locks.ts";
import { deviceKeystore } from "../../apps/web/worker/keystore.ts";

const databases = new Map<string, Database>();

const databaseOf = (name: string): Database => {
  const known = databases.get(name) ?? openDatabase(name);
  databases.set(name, known);
  return known;
};

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64Url(text);
  if (!bytes.ok) throw new Error("the test sent no bytes");
  return bytes.value;
};

const heard: string[] = [];

/** What a test may call; bytes cross as base64url. */
export const pageDesk = {
  append: (name: string, envelope: string) => deviceLog(databaseOf(name)).append(bytesOf(envelope)),
  appendAll: (name: string, envelopes: readonly string[]) =>
    deviceLog(databaseOf(name)).appendAll(envelopes.map(bytesOf)),
  since: async (name: string, at: number, max: number) => {
    const slice = await deviceLog(databaseOf(name)).since(at, max);
    if (!slice.ok) return slice;
    const entries = slice.value.entries.map((entry) => ({ at: entry.at, envelope: toBase64Url(entry.envelope) }));
    return { ok: true as const, value: { entries, more: slice.value.more } };
  },
  /** The chain begins behind this number, as after segments took the place of what was there. */
  beginAfter: (name: string, device: string, to: number) =>
    deviceLog(databaseOf(name)).replace([{ device, from: 1, to }], []),
  /** Reads the whole log in pages, as the ledger does, and does nothing with it; milliseconds and bytes. */
  readAll: async (name: string) => {
    const from = performance.now();
    let bytes = 0;
    for (let at = 0; ;) {
      const slice = await deviceLog(databaseOf(name)).since(at, 64);
      if (!slice.ok) return { ms: Number.NaN, bytes };
      for (const entry of slice.value.entries) bytes += entry.envelope.length;
      at = slice.value.entries.at(-1)?.at ?? at;
      if (!slice.value.more) return { ms: performance.now() - from, bytes };
    }
  },
  clear: (name: string) => deviceLog(databaseOf(name)).clear(),
  close: async (name: string) => {
    await databases.get(name)?.close();
    databases.delete(name);
  },
  draft: async (name: string, form: string) => {
    const kept = await draftBox(databaseOf(name)).get(form);
    return kept.ok && kept.value !== null ? toBase64Url(kept.value) : kept.ok;
  },
  putDraft: (name: string, form: string, sealed: string) => draftBox(databaseOf(name)).put(form, bytesOf(sealed)),
  dropDraft: (name: string, form: string) => draftBox(databaseOf(name)).drop(form),
  draftNames: (name: string) => draftBox(databaseOf(name)).names(),
  clearDrafts: (name: string) => draftBox(databaseOf(name)).clear(),
  keysRead: async () => {
    const read = await deviceKeystore().read();
    return read.ok ? (read.value === null ? null : toBase64Url(read.value)) : read.error.type;
  },
  keysWrite: (bytes: string) => deviceKeystore().write(bytesOf(bytes)),
  keysDestroy: () => deviceKeystore().destroy(),
  /** Reads the stored record as another script on the page could, and tries to take the wrapping key out. */
  keysStolen: () =>
    new Promise<string>((resolve) => {
      const request = indexedDB.open("belay-keys");
      request.onsuccess = () => {
        const get = request.result.transaction("keys").objectStore("keys").get("custody");
        get.onsuccess = () => {
          request.result.close();
          crypto.subtle.exportKey("raw", get.result.wrap).then(
            () => resolve("exported"),
            (cause: unknown) => resolve(String(cause)),
          );
        };
      };
    }),
  keeping: async () => ({ persisted: await browserKeeping.persist(), usage: await browserKeeping.usage() }),
  hold: (name: string, ms: number) =>
    lockTurn(name).exclusive(async () => {
      const from = performance.timeOrigin + performance.now();
      await new Promise((resolve) => setTimeout(resolve, ms));
      return { from, to: performance.timeOrigin + performance.now() };
    }),
  listen: (name: string) => broadcastNeighbours(name).heard((news) => void heard.push(news)),
  tell: (name: string, news: "appended" | "wiped") => broadcastNeighbours(name).tell(news),
  say: (name: string, anything: unknown) => new BroadcastChannel(name).postMessage(anything),
  heard: () => heard,
};

Reflect.set(globalThis, "pageDesk", pageDesk);
