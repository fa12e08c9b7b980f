/** Backup files and custody, written a second time from docs/protocol.md alone. */
import { join, same } from "../vectors/values.ts";
import { readWords } from "./plain.ts";
import { big, edPublic, equal, labelled, sha256, text, unbig, xOpen, xSeal } from "./primitives.ts";
import { bucket } from "./sealed.ts";

const chunkSize = 65_536;

const fileKey = async (words: string, salt: Uint8Array): Promise<Uint8Array | string> => {
  const entropy = await readWords(words);
  return "why" in entropy ? entropy.why : labelled(entropy.value, "backup/words", 64, salt);
};

/** A whole backup file. */
export const makeBackup = async (
  items: readonly Uint8Array[],
  words: string,
  salt: Uint8Array,
  nonces: readonly Uint8Array[],
): Promise<Uint8Array> => {
  const key = await fileKey(words, salt);
  if (typeof key === "string") throw new Error(key);
  const bare = join(big(items.length, 4), ...items.flatMap((item) => [big(item.length, 4), item]));
  const stream = join(bare, new Uint8Array(bucket(bare.length) - bare.length));
  const head = join(text("BBAK"), Uint8Array.of(1, 1, 1, 0), new Uint8Array(12), salt);
  const parts = [head, key.subarray(32)];
  const count = Math.ceil(stream.length / chunkSize);
  for (let i = 0; i < count; i += 1) {
    const nonce = nonces[i] ?? new Uint8Array(24);
    const aad = join(head, big(i, 4), Uint8Array.of(i === count - 1 ? 1 : 0));
    parts.push(
      nonce,
      await xSeal(key.subarray(0, 32), nonce, aad, stream.subarray(i * chunkSize, (i + 1) * chunkSize)),
    );
  }
  return join(...parts);
};

const headRefusal = (file: Uint8Array): string | null => {
  if (file.length < 620 || file.length > 268_435_456) return "length";
  if (!same(file.subarray(0, 4), text("BBAK"))) return "magic";
  if (file[4] !== 1) return "version";
  if (file[5] !== 1) return "suite";
  if (file[7] !== 0) return "flags";
  const [memory, passes, lanes] = [unbig(file, 8, 12), unbig(file, 12, 16), unbig(file, 16, 20)];
  const range =
    memory >= 32_768 && memory <= 262_144 && passes >= 3 && passes <= 12 && lanes === 1 && memory * passes >= 196_608;
  if (file[6] === 2) return range ? "wrap" : "parameters";
  if (file[6] !== 1) return "wrap";
  return memory + passes + lanes === 0 ? null : "parameters";
};

const itemsIn = (stream: Uint8Array): readonly Uint8Array[] | null => {
  const count = unbig(stream, 0, 4);
  if (count > 1_000_000) return null;
  const items: Uint8Array[] = [];
  let at = 4;
  for (let i = 0; i < count; i += 1) {
    const end = at + 4 + unbig(stream, at, at + 4);
    if (at + 4 > stream.length || end > stream.length || end - at - 4 > 262_144) return null;
    items.push(stream.subarray(at + 4, end));
    at = end;
  }
  return stream.subarray(at).some((byte) => byte !== 0) ? null : items;
};

/** Every item of a file, or why not. */
export const openBackup = async (
  file: Uint8Array,
  words: string,
): Promise<{ readonly items: readonly Uint8Array[] } | { readonly why: string }> => {
  const wrong = headRefusal(file);
  if (wrong !== null) return { why: wrong };
  const head = file.subarray(0, 36);
  const key = await fileKey(words, head.subarray(20));
  if (typeof key === "string") return { why: key };
  if (!equal(key.subarray(32), file.subarray(36, 68))) return { why: "words" };
  const plains: Uint8Array[] = [];
  for (let at = 68; at < file.length; at += chunkSize + 40) {
    const chunk = file.subarray(at, at + chunkSize + 40);
    const last = at + chunkSize + 40 >= file.length;
    const aad = join(head, big(plains.length, 4), Uint8Array.of(last ? 1 : 0));
    const plain =
      chunk.length < 40 ? null : await xOpen(key.subarray(0, 32), chunk.subarray(0, 24), aad, chunk.subarray(24));
    if (plain === null) return { why: "chunk" };
    plains.push(plain);
  }
  const stream = join(...plains);
  const items = bucket(stream.length) === stream.length ? itemsIn(stream) : null;
  return items === null ? { why: "items" } : { items };
};

/** What is packed for the platform's key. */
export type Custody =
  | { readonly kind: "owner"; readonly secret: Uint8Array; readonly recovery?: Uint8Array }
  | {
      readonly kind: "daily";
      readonly ownerPub: Uint8Array;
      readonly deviceId: Uint8Array;
      readonly signSeed: Uint8Array;
      readonly agreeSecret: Uint8Array;
      readonly epochs: readonly { readonly epoch: number; readonly key: Uint8Array }[];
    };

/** The plain bytes of custody. */
export const makeCustody = (custody: Custody): Uint8Array => {
  const start = join(text("BCUS"), Uint8Array.of(1, 1, custody.kind === "daily" ? 1 : 2, 0));
  if (custody.kind === "owner") return join(start, custody.secret, custody.recovery ?? new Uint8Array(0));
  const epochs = custody.epochs.flatMap(({ epoch, key }) => [big(epoch, 4), key]);
  return join(
    start,
    custody.ownerPub,
    custody.deviceId,
    custody.signSeed,
    custody.agreeSecret,
    big(custody.epochs.length, 4),
    ...epochs,
  );
};

/** What the platform's key binds. */
export const custodyAad = (kind: Custody["kind"]): Uint8Array =>
  join(text("custody/1"), Uint8Array.of(kind === "daily" ? 1 : 2));

/** Custody out of its plain bytes. */
export const readCustody = (bytes: Uint8Array): Custody | string => {
  if (
    bytes.length < 8 ||
    !same(bytes.subarray(0, 4), text("BCUS")) ||
    bytes[4] !== 1 ||
    bytes[5] !== 1 ||
    bytes[7] !== 0
  )
    return "prefix";
  if (bytes[6] === 2 && bytes.length === 56)
    return { kind: "owner", secret: bytes.slice(8, 40), recovery: bytes.slice(40) };
  if (bytes[6] === 2) return bytes.length === 40 ? { kind: "owner", secret: bytes.slice(8) } : "length";
  if (bytes[6] !== 1 || bytes.length < 124) return "length";
  const count = unbig(bytes, 120, 124);
  if (count < 1 || bytes.length !== 124 + 36 * count) return "length";
  const epochs = Array.from({ length: count }, (_, i) => ({
    epoch: unbig(bytes, 124 + 36 * i, 128 + 36 * i),
    key: bytes.slice(128 + 36 * i, 160 + 36 * i),
  }));
  if (epochs.some(({ epoch }, i) => epoch <= (epochs[i - 1]?.epoch ?? 0))) return "epochs";
  const cut = (from: number, to: number): Uint8Array => bytes.slice(from, to);
  return {
    kind: "daily",
    ownerPub: cut(8, 40),
    deviceId: cut(40, 56),
    signSeed: cut(56, 88),
    agreeSecret: cut(88, 120),
    epochs,
  };
};

/** The owner's public key and the vault's id. */
export const ownerOf = async (
  secret: Uint8Array,
): Promise<{ readonly seed: Uint8Array; readonly ownerPub: Uint8Array; readonly vaultId: Uint8Array }> => {
  const seed = await labelled(secret, "owner/sign", 32);
  const ownerPub = await edPublic(seed);
  return { seed, ownerPub, vaultId: await vaultIdOf(ownerPub) };
};

/** The id that certifies itself. */
export const vaultIdOf = async (ownerPub: Uint8Array): Promise<Uint8Array> =>
  (await sha256(join(text("vault-id/1"), ownerPub))).slice(0, 16);
