/** Speaks with Hocuspocus through its own provider: a document for each vault, a list in it, an item for each entry. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import { Doc } from "yjs";

/** A document on a socket of its own, once it has what the server has. */
const open = (/** @type {string} */ origin, /** @type {string} */ name) =>
  new Promise((resolve) => {
    const document = new Doc();
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: origin.replace("http", "ws"),
      WebSocketPolyfill: WebSocket,
    });
    const list = document.getArray("log");
    const close = () => {
      provider.destroy();
      websocketProvider.destroy();
      document.destroy();
      // The socket says goodbye by itself, and the server writes the document once it has.
      return new Promise((done) => setTimeout(done, 50));
    };
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      document,
      onSynced: () => resolve({ provider, list, close }),
    });
    provider.attach();
  });

/** A writer: an append is one change of the document, and answers when the server has said that it took all of it. */
export const connect = async (/** @type {string} */ origin, /** @type {string} */ name) => {
  const { provider, list, close } = await open(origin, name);
  const append = (/** @type {Uint8Array[]} */ items) =>
    new Promise((resolve) => {
      const look = ({ number }) => {
        if (number > 0) return;
        provider.off("unsyncedChanges", look);
        resolve(undefined);
      };
      list.push(items);
      provider.on("unsyncedChanges", look);
    });
  return { append, close };
};

/** Calls with the number of new items each time some come. */
export const watch = async (
  /** @type {string} */ origin,
  /** @type {string} */ name,
  /** @type {(n: number) => void} */ onItems,
) => {
  const { list, close } = await open(origin, name);
  list.observe((event) => onItems(event.changes.delta.reduce((sum, { insert }) => sum + (insert?.length ?? 0), 0)));
  return close;
};

/** A new device: everything comes in one message. */
export const pull = async (
  /** @type {string} */ origin,
  /** @type {string} */ name,
  /** @type {() => void} */ onFirst,
) => {
  const { list, close } = await open(origin, name);
  onFirst();
  const count = list.length;
  void close();
  return count;
};
