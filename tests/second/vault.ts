/** Lock, recovery, pairing and membership, written a second time from docs/protocol.md alone. */
import sodium from "libsodium-wrappers-sumo";
import type { Opened } from "../vectors/run.ts";
import {
  asValue,
  bytesListOf,
  bytesOf,
  fieldsListOf,
  fieldsOf,
  isFields,
  join,
  numberOf,
  same,
  textOf,
  type Fields,
} from "../vectors/values.ts";
import { makeAct, readAct } from "./acts.ts";
import {
  argon,
  big,
  equal,
  hpkeOpen,
  hpkeSeal,
  labelled,
  text,
  unbig,
  xOpen,
  xPublic,
  xSeal,
  type Bound,
} from "./primitives.ts";
import { begins, bucket, padded, unpadded, type Result } from "./sealed.ts";
import { wordsFrom } from "./plain.ts";
import { ownerOf, vaultIdOf } from "./stored.ts";

const refused = (why: string): Opened => ({ refused: why });
const shown = (result: Result): Opened => ("plain" in result ? { opened: result.plain } : refused(result.why));
const head = (magic: string, kind: number): Uint8Array => join(text(magic), Uint8Array.of(1, 1, kind, 0));

const lockKinds = ["daily", "owner", "prf"];
const lockKdf = (params: unknown): Uint8Array =>
  isFields(params)
    ? join(big(Number(params["memoryKiB"]), 4), big(Number(params["passes"]), 4), big(Number(params["lanes"]), 4))
    : new Uint8Array(12);

const makeLock = async (input: Fields): Promise<Fields> => {
  const kind = textOf(input, "kind");
  const [salt, nonce] = [bytesOf(input, "salt"), bytesOf(input, "nonce")];
  const front = join(head("BLCK", lockKinds.indexOf(kind) + 1), lockKdf(input["params"]), salt, nonce);
  const both = await labelled(bytesOf(input, "stretched"), `lock/${kind}`, 64, salt);
  const ct = await xSeal(both.subarray(0, 32), nonce, front, padded(bytesOf(input, "plain")));
  return { blob: join(front, both.subarray(32), ct) };
};

const openLock = async (fields: Fields): Promise<Opened> => {
  const blob = bytesOf(fields, "blob");
  const size = blob.length - 108;
  if (size < 512 || size > 262_144 || bucket(size) !== size) return refused("length");
  const kind = lockKinds[(blob[6] ?? 0) - 1];
  const wrong = begins(blob, "BLCK", blob[6] ?? 0);
  if (wrong !== null || kind === undefined) return refused(wrong ?? "kind");
  const [memory, passes, lanes] = [unbig(blob, 8, 12), unbig(blob, 12, 16), unbig(blob, 16, 20)];
  const usual =
    memory >= 32_768 && memory <= 262_144 && passes >= 3 && passes <= 12 && lanes === 1 && memory * passes >= 196_608;
  if (kind === "prf" ? memory + passes + lanes !== 0 : !usual) return refused("parameters");
  const both = await labelled(bytesOf(fields, "stretched"), `lock/${kind}`, 64, blob.subarray(20, 36));
  if (!equal(both.subarray(32), blob.subarray(60, 92))) return refused("commitment");
  return shown(
    unpadded(await xOpen(both.subarray(0, 32), blob.subarray(36, 60), blob.subarray(0, 60), blob.subarray(92))),
  );
};

const epochRows = (fields: Fields): readonly Uint8Array[] => {
  const all = fieldsListOf(fields, "epochs").map((one) => [numberOf(one, "epoch"), bytesOf(one, "key")] as const);
  const isFirst = (at: number): boolean => all.findIndex(([epoch]) => epoch === all[at]?.[0]) === at;
  const first = all.filter((_, at) => isFirst(at)).map(([epoch, key]) => join(big(epoch, 4), key));
  return [
    ...first,
    ...all.filter((_, at) => !isFirst(at)).map(([epoch, key]) => join(big(0x80000000 + epoch, 4), key)),
  ];
};
const epochsFrom = (bytes: Uint8Array): readonly { readonly epoch: number; readonly key: Uint8Array }[] | null => {
  if (bytes.length === 0 || bytes.length % 36 !== 0) return null;
  const rows = Array.from({ length: bytes.length / 36 }, (_, i) => ({
    epoch: unbig(bytes, i * 36, i * 36 + 4),
    key: bytes.slice(i * 36 + 4, i * 36 + 36),
  }));
  const first = rows.filter(({ epoch }) => epoch < 0x80000000);
  const rest = rows.slice(first.length).map(({ epoch, key }) => ({ epoch: epoch - 0x80000000, key }));
  const rises = first.every(({ epoch }, i) => rows[i]?.epoch === epoch && epoch > (first[i - 1]?.epoch ?? 0));
  const follows = rest.every(
    ({ epoch }, i) => epoch >= (rest[i - 1]?.epoch ?? 0) && first.some((one) => one.epoch === epoch),
  );
  return rises && follows ? first.flatMap((one) => [one, ...rest.filter(({ epoch }) => epoch === one.epoch)]) : null;
};

const makeRecovery = async (input: Fields): Promise<Fields> => {
  const [entropy, inside] = [bytesOf(input, "entropy"), fieldsOf(input, "recovery")];
  const [salt, nonce, salt2, nonce2] = bytesListOf(input, "chance");
  if (salt === undefined || nonce === undefined || salt2 === undefined || nonce2 === undefined)
    throw new Error("chance");
  const secret = bytesOf(inside, "secret");
  const rows = epochRows(inside);
  const newest = big(Math.max(0, ...fieldsListOf(inside, "epochs").map((one) => numberOf(one, "epoch"))), 4);
  const kek = await labelled(entropy, "recovery/kek", 64, salt);
  const first = join(head("BREC", 1), salt, nonce);
  const outer = await xSeal(kek.subarray(0, 32), nonce, first, join(secret, newest));
  const plain = padded(join(big(rows.length, 4), ...rows));
  const front = join(first, kek.subarray(32), outer, salt2, nonce2, big(plain.length + 16, 4));
  const wrap = await labelled(secret, "owner/wrap", 64, newest, salt2);
  return {
    record: join(front, wrap.subarray(32), await xSeal(wrap.subarray(0, 32), nonce2, front, plain)),
    id: await labelled(entropy, "recovery/id", 16),
    readProof: await labelled(entropy, "recovery/auth", 32),
    ownerProof: await labelled(secret, "owner/recovery", 32),
  };
};

const openRecovery = async (fields: Fields): Promise<Opened> => {
  const record = bytesOf(fields, "record");
  const size = record.length - 224;
  if (size < 512 || record.length > 16_512 || bucket(size) !== size) return refused("length");
  const wrong = begins(record, "BREC", 1);
  if (wrong !== null) return refused(wrong);
  if (unbig(record, 172, 176) !== size + 16) return refused("length");
  const kek = await labelled(bytesOf(fields, "entropy"), "recovery/kek", 64, record.subarray(8, 24));
  if (!equal(kek.subarray(32), record.subarray(48, 80))) return refused("words");
  const outer = await xOpen(
    kek.subarray(0, 32),
    record.subarray(24, 48),
    record.subarray(0, 48),
    record.subarray(80, 132),
  );
  if (outer === null) return refused("tag");
  const [secret, newest] = [outer.subarray(0, 32), outer.subarray(32)];
  const wrap = await labelled(secret, "owner/wrap", 64, newest, record.subarray(132, 148));
  if (!equal(wrap.subarray(32), record.subarray(176, 208))) return refused("commitment");
  const inner = unpadded(
    await xOpen(wrap.subarray(0, 32), record.subarray(148, 172), record.subarray(0, 176), record.subarray(208)),
  );
  if (!("plain" in inner)) return refused(inner.why);
  const epochs = epochsFrom(inner.plain.subarray(4));
  const counted = epochs !== null && unbig(inner.plain, 0, 4) === epochs.length;
  if (!counted || (epochs.at(-1)?.epoch ?? 0) < unbig(newest, 0, 4)) return refused("epochs");
  return { opened: asValue({ secret, epochs }) };
};

const codeFields = ["pk", "psk", "mailbox", "deviceId", "signPub", "agreePub"];
const codeSizes = [32, 32, 16, 16, 32, 32];
const publicParts = (code: Fields): readonly Uint8Array[] =>
  codeFields.filter((name) => name !== "psk").map((name) => bytesOf(code, name));

const makeCode = async (input: Fields): Promise<Fields> => {
  const code = fieldsOf(input, "code");
  const psk = bytesOf(code, "psk");
  const digest = await labelled(psk, "pair/digits", 32, ...publicParts(code));
  return {
    bytes: join(head("BPAR", 1), ...codeFields.map((name) => bytesOf(code, name))),
    digits: String(unbig(digest, 0, 6) % 1_000_000).padStart(6, "0"),
    readProof: await labelled(psk, "pair/read", 32),
    ownerProof: await labelled(psk, "pair/owner", 32),
  };
};
const readCode = async (fields: Fields): Promise<Opened> => {
  const bytes = bytesOf(fields, "bytes");
  const wrong = bytes.length === 168 ? begins(bytes, "BPAR", 1) : "length";
  if (wrong !== null) return refused(wrong);
  let at = 8;
  const parts = codeFields.map((name, i) => [name, bytes.slice(at, (at += codeSizes[i] ?? 0))] as const);
  return { opened: Object.fromEntries(parts) };
};

const pairingBound = async (code: Fields): Promise<Bound> => ({
  psk: await labelled(bytesOf(code, "psk"), "pair/psk", 32),
  pskId: text("pair/psk/1"),
  info: join(text("pair/1"), ...publicParts(code)),
  aad: join(head("BPAR", 2), bytesOf(code, "mailbox")),
});

const packageBytes = async (inside: Fields): Promise<Uint8Array> => {
  await sodium.ready;
  const rows = epochRows(inside);
  const heads = Object.entries(fieldsOf(inside, "heads")).sort(([a], [b]) => (a < b ? -1 : 1));
  const links = heads.map(([device, link]) => {
    const [seq, hash] = Array.isArray(link) ? link : [];
    return join(sodium.from_hex(device), big(Number(seq), 8), sodium.from_hex(String(hash)));
  });
  const optional = ["owner", "recoveryId", "recoveryCover"].map((name) =>
    inside[name] === undefined ? new Uint8Array(0) : bytesOf(inside, name),
  );
  const has = optional.reduce((bits, part, i) => bits + (part.length > 0 ? 2 ** i : 0), 0);
  const newest = fieldsOf(inside, "head");
  return join(
    Uint8Array.of(has),
    bytesOf(inside, "ownerPub"),
    big(numberOf(newest, "n"), 4),
    bytesOf(newest, "hash"),
    big(rows.length, 2),
    big(links.length, 2),
    ...rows,
    ...links,
    ...optional,
  );
};

const headsFrom = (bytes: Uint8Array): Record<string, readonly [number, string]> | null => {
  const heads: Record<string, readonly [number, string]> = {};
  let last = "";
  for (let at = 0; at < bytes.length; at += 56) {
    const device = sodium.to_hex(bytes.subarray(at, at + 16));
    const seq = unbig(bytes, at + 16, at + 24);
    if (device <= last || seq < 1) return null;
    heads[device] = [seq, sodium.to_hex(bytes.subarray(at + 24, at + 56))];
    last = device;
  }
  return heads;
};

const packageFrom = async (bytes: Uint8Array): Promise<Opened> => {
  if (bytes.length < 73 || (bytes[0] ?? 9) > 7) return refused("package");
  const has = bytes[0] ?? 0;
  const [epochCount, headCount] = [unbig(bytes, 69, 71), unbig(bytes, 71, 73)];
  const [headsAt, ownerAt] = [73 + 36 * epochCount, 73 + 36 * epochCount + 56 * headCount];
  const recoveryAt = ownerAt + (has % 2) * 32;
  const coverAt = recoveryAt + ((has >> 1) % 2) * 16;
  if (headCount > 256 || has >> 1 === 2 || bytes.length !== coverAt + (has >> 2) * 136) return refused("package");
  const epochs = epochsFrom(bytes.subarray(73, headsAt));
  const heads = headsFrom(bytes.subarray(headsAt, ownerAt));
  if (epochs === null || heads === null) return refused("package");
  const ownerPub = bytes.slice(1, 33);
  const owner = bytes.slice(ownerAt, recoveryAt);
  if (owner.length > 0 && !same((await ownerOf(owner)).ownerPub, ownerPub)) return refused("owner");
  return {
    opened: asValue({
      ownerPub,
      epochs,
      head: { n: unbig(bytes, 33, 37), hash: bytes.slice(37, 69) },
      heads,
      ...(owner.length > 0 ? { owner } : {}),
      ...(has > 1 ? { recoveryId: bytes.slice(recoveryAt, coverAt) } : {}),
      ...(has > 3 ? { recoveryCover: bytes.slice(coverAt) } : {}),
    }),
  };
};

const makePairing = async (input: Fields): Promise<Fields> => {
  const code = fieldsOf(input, "code");
  const plain = padded(await packageBytes(fieldsOf(input, "package")));
  const sealed = await hpkeSeal(bytesOf(code, "pk"), await pairingBound(code), bytesOf(input, "ikm"), plain);
  return { body: join(head("BPAR", 2), sealed ?? new Uint8Array(0)) };
};
const openPairing = async (fields: Fields): Promise<Opened> => {
  const body = bytesOf(fields, "body");
  const size = body.length - 56;
  if (size < 512 || body.length > 16_512 || bucket(size) !== size) return refused("length");
  const wrong = begins(body, "BPAR", 2);
  if (wrong !== null) return refused(wrong);
  const bound = await pairingBound(fieldsOf(fields, "code"));
  const plain = unpadded(await hpkeOpen(bytesOf(fields, "sk"), bound, body.subarray(8, 40), body.subarray(40)));
  return "plain" in plain ? packageFrom(plain.plain) : refused(plain.why);
};

const epochBound = async (fields: Fields): Promise<Bound> => ({
  psk: await labelled(bytesOf(fields, "before"), "epoch/psk", 32),
  pskId: text("epoch/psk/1"),
  info: join(text("epoch/1"), bytesOf(fields, "vaultId"), big(numberOf(fields, "epoch"), 4), bytesOf(fields, "device")),
  aad: new Uint8Array(0),
});

/** How each kind is made. */
export const vaultMakers: Readonly<Record<string, (input: Fields) => Promise<Fields>>> = {
  stretch: async (input) => {
    const typed = text(textOf(input, "passphrase").normalize("NFKC").trim());
    return { key: await argon(typed, bytesOf(input, "salt"), numberOf(input, "memoryKiB"), numberOf(input, "passes")) };
  },
  proposal: async (input) => ({ words: wordsFrom(bytesOf(input, "chance"), 5) }),
  x25519: async (input) => ({ publicKey: await xPublic(bytesOf(input, "secret")) }),
  lock: makeLock,
  recovery: makeRecovery,
  "pairing-code": makeCode,
  pairing: makePairing,
  member: makeAct,
  "epoch-key": async (input) => {
    const receiver = await xPublic(bytesOf(input, "agreeSecret"));
    const sealed = await hpkeSeal(receiver, await epochBound(input), bytesOf(input, "ikm"), bytesOf(input, "key"));
    return { sealed: sealed ?? new Uint8Array(0) };
  },
};

/** How each kind is opened. */
export const vaultOpeners: Readonly<Record<string, (fields: Fields) => Promise<Opened>>> = {
  lock: openLock,
  recovery: openRecovery,
  "pairing-code": readCode,
  pairing: openPairing,
  member: async (fields) =>
    readAct(bytesOf(fields, "body"), bytesOf(fields, "ownerPub"), await vaultIdOf(bytesOf(fields, "ownerPub"))),
  "epoch-key": async (fields) => {
    const sealed = bytesOf(fields, "sealed");
    if (sealed.length !== 80) return refused("length");
    const bound = await epochBound(fields);
    const key = await hpkeOpen(bytesOf(fields, "agreeSecret"), bound, sealed.subarray(0, 32), sealed.subarray(32));
    return key === null ? refused("tag") : { opened: key };
  },
};
