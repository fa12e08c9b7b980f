/** Fills a relay with what real keys sealed and reads it back as its owners do: each thing right, refused, or taken though changed. */
import { equalBytes, fromBase64Url, toBase64Url, toHex, utf8 } from "@belay/basics";
import { pickBelow, seededRandom, testChain, testVault } from "@belay/testkit";
import {
  askKeys,
  newAskSecret,
  newReplyKey,
  openAsk,
  openEnvelope,
  openReply,
  openShare,
  proofHash,
  sealAsk,
  sealReply,
  sealShare,
  shareKeys,
  type OpenInput,
} from "@belay/vault";
import { callAsk, callShare, login, newTestVault, type TestVault } from "./client.ts";

/** Whether a device takes these bytes for an envelope. */
export type Take = (envelope: Uint8Array, input: OpenInput) => boolean;

/** As shipped. */
export const takeShipped: Take = (envelope, input) => openEnvelope(envelope, input).ok;

/** One log at a relay, with the keys to read it. */
interface Log {
  readonly vault: TestVault;
  readonly input: OpenInput;
  readonly envelopes: readonly Uint8Array[];
}

/** One sealed text in a mailbox. */
interface Mail {
  readonly sealed: Uint8Array;
  /** What the relay gives for it; null for anything but bytes. */
  readonly fetch: (origin: string) => Promise<Uint8Array | null>;
  readonly takes: (sealed: Uint8Array) => boolean;
}

/** Everything that was put there. */
export interface Shelf {
  readonly logs: readonly Log[];
  readonly mails: readonly Mail[];
  /** Envelopes and mails. */
  readonly total: number;
}

/** What came of reading all of it. */
export interface Reading {
  /** Came as it was put. */
  readonly right: number;
  /** Taken by a device or a page although it is not what was put. */
  readonly wrong: readonly string[];
}

const [logs, length, mailboxes] = [4, 40, 6];

const sure = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error("the test's own text was not sealed");
  return result.value;
};

/** The bytes in a field of a JSON answer, or of the first thing in a list there. */
const bytesIn = (json: unknown, ...path: readonly (string | number)[]): Uint8Array | null => {
  let at: unknown = json;
  for (const key of path) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  const bytes = typeof at === "string" ? fromBase64Url(at) : null;
  return bytes?.ok === true ? bytes.value : null;
};

const newLog = async (origin: string, seed: string): Promise<Log> => {
  const vault = newTestVault();
  const keys = { ...testVault(seed), vaultId: vault.idBytes };
  const text = (index: number): Uint8Array => utf8(`${index} ${"words ".repeat(pickBelow(keys.random, 300))}`);
  const envelopes = testChain(keys, length, text).map(({ envelope }) => envelope);
  const { socket } = await login(origin, vault);
  for (let from = 0; from < length; from += 8) {
    socket.send({ kind: "append", ref: from + 1, envelopes: envelopes.slice(from, from + 8) });
    await socket.nextOf("ack");
  }
  await socket.close();
  const keyOfEpoch = (epoch: number) => (epoch === 1 ? keys.keys : null);
  const input = { vaultId: vault.idBytes, keyOfEpoch, devicePub: keys.device.sign.publicKey, verifySignature: true };
  return { vault, envelopes, input };
};

/** An ask with an answer, and a share: three mails. */
const newMails = async (origin: string, seed: string): Promise<readonly Mail[]> => {
  const random = seededRandom(seed);
  const [secret, other, key, owner, replyId] = [
    newAskSecret(random),
    newAskSecret(random),
    newReplyKey(random),
    random(32),
    random(16),
  ];
  const [ask, share] = [askKeys(secret), shareKeys(other)];
  const askBody = sure(sealAsk(secret, utf8("Could you come along on Friday?"), random));
  const replyBody = sure(sealReply(secret, key.pk, replyId, utf8("Yes."), random));
  const shareBody = sure(sealShare(other, utf8("A page for one reader. ".repeat(200)), random));
  const expiresAt = Date.now() + 86_400_000;
  const hash = (proof: Uint8Array): string => toHex(proofHash(proof));
  const put = (id: Uint8Array, body: Uint8Array) => ({
    id: toHex(id),
    owner: hash(owner),
    body: toBase64Url(body),
    expiresAt,
  });
  const answers = [
    await callAsk(origin, "put", {
      ...put(ask.id, askBody),
      read: hash(ask.readProof),
      reply: hash(ask.replyProof),
      cap: 3,
    }),
    await callAsk(origin, "reply", {
      id: toHex(ask.id),
      proof: toHex(ask.replyProof),
      replyId: toHex(replyId),
      body: toBase64Url(replyBody),
    }),
    await callShare(origin, "put", { ...put(share.id, shareBody), read: hash(share.readProof) }),
  ];
  if (answers.some(({ status }) => status >= 300)) throw new Error("the relay took no mail");
  const readAsk = { id: toHex(ask.id), proof: toHex(ask.readProof) };
  const readReplies = { id: toHex(ask.id), owner: toHex(owner) };
  const readShare = { id: toHex(share.id), proof: toHex(share.readProof) };
  return [
    {
      sealed: askBody,
      fetch: async (at) => bytesIn((await callAsk(at, "read", readAsk)).json, "body"),
      takes: (body) => openAsk(secret, body).ok,
    },
    {
      sealed: replyBody,
      fetch: async (at) => bytesIn((await callAsk(at, "replies", readReplies)).json, "replies", 0, "body"),
      takes: (body) => openReply(secret, key.sk, replyId, body).ok,
    },
    {
      sealed: shareBody,
      fetch: async (at) => bytesIn((await callShare(at, "read", readShare)).json, "body"),
      takes: (body) => openShare(other, body).ok,
    },
  ];
};

/** Puts it all there. */
export const fillShelf = async (origin: string, seed: number): Promise<Shelf> => {
  const made: Log[] = [];
  const mails: Mail[] = [];
  for (let i = 0; i < logs; i += 1) made.push(await newLog(origin, `shelf/${seed}/${i}`));
  for (let i = 0; i < mailboxes; i += 1) mails.push(...(await newMails(origin, `shelf/mail/${seed}/${i}`)));
  return { logs: made, mails, total: logs * length + mails.length };
};

/** Taken on receipt and not the same; or, where only the sealing is looked at, not the same but for the signature. */
const isWronglyTaken = (envelope: Uint8Array, log: Log, originals: readonly Uint8Array[], take: Take): boolean => {
  const before = (one: Uint8Array): Uint8Array => one.subarray(0, -64);
  if (take(envelope, log.input)) return true;
  const onlySigned = originals.some((one) => equalBytes(before(one), before(envelope)));
  return !onlySigned && take(envelope, { ...log.input, verifySignature: false });
};

const readLog = async (origin: string, log: Log, take: Take): Promise<Reading> => {
  const seen = new Set<Uint8Array>();
  const wrong: string[] = [];
  const { socket } = await login(origin, log.vault);
  for (let after = 0, more = true; more;) {
    socket.send({ kind: "pull", ref: 1, after, maxBytes: 100_000 });
    const page = await socket.nextOf("page").catch(() => null);
    if (page === null) break;
    for (const { at, envelope } of page.entries) {
      const same = log.envelopes.find((one) => equalBytes(one, envelope));
      if (same !== undefined) seen.add(same);
      else if (isWronglyTaken(envelope, log, log.envelopes, take)) wrong.push(`an envelope at ${at}`);
    }
    const next = page.entries.at(-1)?.at ?? after;
    more = page.more && next > after;
    after = next;
  }
  socket.ws.terminate();
  return { right: seen.size, wrong };
};

const readMail = async (origin: string, mail: Mail): Promise<Reading> => {
  const bytes = await mail.fetch(origin);
  if (bytes === null) return { right: 0, wrong: [] };
  if (equalBytes(bytes, mail.sealed)) return { right: 1, wrong: [] };
  return { right: 0, wrong: mail.takes(bytes) ? ["a mail"] : [] };
};

/** Reads all of it. What the relay refuses, or no longer has, is neither right nor wrong. */
export const readShelf = async (origin: string, shelf: Shelf, take: Take): Promise<Reading> => {
  const nothing = (): Reading => ({ right: 0, wrong: [] });
  const readings = await Promise.all([
    ...shelf.logs.map((log) => readLog(origin, log, take).catch(nothing)),
    ...shelf.mails.map((mail) => readMail(origin, mail).catch(nothing)),
  ]);
  return { right: readings.reduce((sum, { right }) => sum + right, 0), wrong: readings.flatMap(({ wrong }) => wrong) };
};

/** Whether every one of the things opens as it was sealed: what is never opened can never be wrong. */
export const opensAll = ({ logs: all, mails }: Shelf, take: Take): boolean =>
  all.every((log) => log.envelopes.every((one) => take(one, log.input))) &&
  mails.every((mail) => mail.takes(mail.sealed));
