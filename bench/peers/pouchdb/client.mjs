/** Speaks with express-pouchdb through PouchDB itself: a database for each vault, a document for each entry. */
import PouchDB from "pouchdb";

/** A database at the server, which makes it when it is first asked for. */
const open = async (/** @type {string} */ origin, /** @type {string} */ name) => {
  const database = new PouchDB(`${origin}/${name}`);
  return { database, ...(await database.info()) };
};

/** A writer: one document is put, several go by `bulkDocs`; answers when the server has. */
export const connect = async (/** @type {string} */ origin, /** @type {string} */ name) => {
  const { database } = await open(origin, name);
  let count = 0;
  const append = async (/** @type {Uint8Array[]} */ items) => {
    const documents = items.map((item) => ({
      _id: String((count += 1)).padStart(9, "0"),
      body: Buffer.from(item).toString("base64"),
    }));
    if (documents.length === 1) return database.put(documents[0]);
    const answers = await database.bulkDocs(documents);
    if (!answers.every((answer) => answer.ok === true)) throw new Error("not all were taken");
  };
  return { append, close: () => database.close() };
};

/** Calls with the number of new documents each time some come. */
export const watch = async (
  /** @type {string} */ origin,
  /** @type {string} */ name,
  /** @type {(count: number) => void} */ onItems,
) => {
  const { database, update_seq: since } = await open(origin, name);
  const feed = database.changes({ since, live: true, include_docs: true });
  feed.on("change", () => onItems(1));
  return async () => {
    feed.cancel();
    await database.close();
  };
};

/** A new device: the feed of all changes with their documents, a thousand a page. */
export const pull = async (
  /** @type {string} */ origin,
  /** @type {string} */ name,
  /** @type {() => void} */ onFirst,
) => {
  const { database } = await open(origin, name);
  let count = 0;
  await database.changes({ since: 0, include_docs: true, batch_size: 1_000 }).on("change", () => {
    count += 1;
    if (count === 1) onFirst();
  });
  await database.close();
  return count;
};
