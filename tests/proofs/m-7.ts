/** M-7: a relay that offers another version, another suite or a weaker passphrase setting is refused before any key is derived. */
import { toHex, utf8, type Result } from "@belay/basics";
import { testEnvelope, testVault } from "@belay/testkit";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  encodePairingCode,
  lockParams,
  newAskSecret,
  newReplyKey,
  openAsk,
  openBackup,
  openEnvelope,
  openLock,
  openPairing,
  openRecovery,
  openReply,
  packCustody,
  readLock,
  sealAsk,
  sealBackup,
  sealLock,
  sealPairing,
  sealRecovery,
  sealReply,
  unpackCustody,
  type KdfParams,
  type Secret,
} from "@belay/vault";
import { decodeFrame, encodeFrame } from "@belay/wire";
import type { Proof } from "./proof.ts";

/** Counts every touch of a secret: nobody can derive from what was never looked at. */
interface Spy {
  touched: number;
}
const watched = (secret: Secret, spy: Spy): Secret => ({
  expose: () => ((spy.touched += 1), secret.expose()),
  wipe: secret.wipe,
});
/** Bytes or words that count every look at them. */
const watchedList = <T extends object>(list: T, spy: Spy): T =>
  new Proxy(list, {
    get: (target, name) => {
      spy.touched += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

/** One format: whole bytes of it, where its version and suite stand, and how it is opened with watched secrets. */
interface Format {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly places: readonly number[];
  readonly open: (bytes: Uint8Array, spy: Spy) => boolean;
}

const made = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const both = [4, 5];
const words = "legal winner thank year wave sausage worth useful legal winner thank yellow".split(" ");

const linkFormats = (seed: string): readonly Format[] => {
  const vault = testVault(seed);
  const { random, keys, vaultId } = vault;
  const [secret, reply, replyId] = [newAskSecret(random), newReplyKey(random), random(16)];
  return [
    {
      name: "envelope",
      bytes: testEnvelope(vault).envelope,
      places: both,
      open: (bytes, spy) =>
        openEnvelope(bytes, {
          vaultId,
          devicePub: null,
          verifySignature: false,
          keyOfEpoch: () => ((spy.touched += 1), keys),
        }).ok,
    },
    {
      name: "ask",
      bytes: made(sealAsk(secret, utf8("{}"), random)),
      places: both,
      open: (bytes, spy) => openAsk(watched(secret, spy), bytes).ok,
    },
    {
      name: "reply",
      bytes: made(sealReply(secret, reply.pk, replyId, utf8("{}"), random)),
      places: both,
      open: (bytes, spy) => openReply(watched(secret, spy), watched(reply.sk, spy), replyId, bytes).ok,
    },
    {
      name: "frame",
      bytes: encodeFrame({ kind: "ack", ref: 1, head: 9 }),
      places: [0],
      open: (bytes) => decodeFrame(bytes).ok,
    },
  ];
};

const stretchThenOpen = (bytes: Uint8Array, stretched: Uint8Array, spy: Spy): boolean => {
  // As at the desk: what a wrap asks for is read and judged first, and only then is a passphrase stretched.
  const head = readLock(bytes);
  if (!head.ok) return false;
  spy.touched += 1;
  return openLock(bytes, stretched).ok;
};

const keyFormats = (seed: string): readonly Format[] => {
  const { owner, device, random } = testVault(seed);
  const epochs = [{ epoch: 1, key: asSecret(random(32)) }];
  const custody = packCustody({ kind: "daily", ownerPub: owner.ownerPub, device, epochs });
  const [stretched, salt, entropy] = [random(32), random(16), random(16)];
  const own = agreementKey(random(32));
  const code = {
    pk: own.publicKey,
    psk: asSecret(random(32)),
    mailbox: random(16),
    deviceId: device.id,
    signPub: device.sign.publicKey,
    agreePub: device.agree.publicKey,
  };
  const inside = {
    ownerPub: owner.ownerPub,
    epochs,
    head: { n: 1, hash: random(32) },
    heads: { [toHex(device.id)]: [1, toHex(random(32))] as const },
  };
  return [
    {
      name: "lock",
      bytes: made(sealLock({ kind: "daily", params: lockParams, salt, stretched }, custody, random)),
      places: both,
      open: (bytes, spy) => stretchThenOpen(bytes, stretched, spy),
    },
    {
      name: "lock by a passkey",
      bytes: made(sealLock({ kind: "prf", params: null, salt, stretched }, custody, random)),
      places: both,
      open: (bytes, spy) => openLock(bytes, watchedList(stretched, spy)).ok,
    },
    { name: "custody", bytes: custody, places: both, open: (bytes) => unpackCustody(bytes).ok },
    {
      name: "backup",
      bytes: made(sealBackup([utf8("one")], words, random)),
      places: both,
      open: (bytes, spy) => openBackup(bytes, watchedList(words, spy)).ok,
    },
    {
      name: "recovery record",
      bytes: made(sealRecovery({ entropy, owner, epochs }, random)),
      places: both,
      open: (bytes, spy) => openRecovery(bytes, watchedList(entropy, spy)).ok,
    },
    {
      name: "pairing code",
      bytes: encodePairingCode(code),
      places: both,
      open: (bytes) => decodePairingCode(bytes).ok,
    },
    {
      name: "pairing package",
      bytes: made(sealPairing(code, inside, random)),
      places: both,
      open: (bytes, spy) =>
        openPairing({ ...code, psk: watched(code.psk, spy) }, { ...own, secret: watched(own.secret, spy) }, bytes).ok,
    },
  ];
};

/** Every one of the 255 other bytes at every place. A format that does not open untouched proves nothing, and counts. */
const downgrades = (format: Format): { readonly done: number; readonly found: readonly string[] } => {
  const found = format.open(format.bytes, { touched: 0 }) ? [] : [`${format.name} does not open untouched`];
  let done = 0;
  for (const place of format.places)
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte === format.bytes[place]) continue;
      done += 1;
      const spy: Spy = { touched: 0 };
      const taken = format.open(format.bytes.with(place, byte), spy);
      const what = `${format.name} with byte ${place} = ${byte}`;
      if (taken) found.push(`${what} was taken`);
      if (spy.touched > 0) found.push(`${what} made a key be touched`);
    }
  return { done, found };
};

const mib = 1024;
/** Settings outside the range of part 4.7, each way over and under, and far away. */
const outside: readonly KdfParams[] = [
  ...[0, 1, 8, 31, 257, 1024, 4095].map((memory) => ({ memoryKiB: memory * mib, passes: 6, lanes: 1 })),
  ...[0, 1, 2, 13, 255, 4_294_967_295].map((passes) => ({ memoryKiB: 128 * mib, passes, lanes: 1 })),
  ...[0, 2, 4, 255].map((lanes) => ({ memoryKiB: 64 * mib, passes: 3, lanes })),
  ...[3, 4, 5].map((passes) => ({ memoryKiB: 32 * mib, passes, lanes: 1 })),
  { memoryKiB: 4_294_967_295, passes: 4_294_967_295, lanes: 4_294_967_295 },
];

const withParams = (bytes: Uint8Array, { memoryKiB, passes, lanes }: KdfParams): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  [memoryKiB, passes, lanes].forEach((value, i) => view.setUint32(8 + 4 * i, value));
  return copy;
};

const weakerSettings = (formats: readonly Format[]): { readonly done: number; readonly found: readonly string[] } => {
  const found: string[] = [];
  const asked = formats.filter(({ name }) => ["lock", "lock by a passkey", "backup"].includes(name));
  for (const format of asked)
    for (const params of outside) {
      const spy: Spy = { touched: 0 };
      const all = params.memoryKiB + params.passes + params.lanes;
      const bytes = withParams(format.bytes, params);
      if (all !== 0 && (format.open(bytes, spy) || spy.touched > 0))
        found.push(`${format.name} asking for ${JSON.stringify(params)} was not refused unread`);
      if (format.name === "backup" && (format.open(bytes.with(6, 2), spy) || spy.touched > 0))
        found.push(`a backup by passphrase asking for ${JSON.stringify(params)} was not refused unread`);
    }
  return { done: asked.length * outside.length, found };
};

/** Two mutants: one stretches before it looks, one looks at half of the version byte alone. */
const careless = (lock: Format): readonly Format[] => [
  { ...lock, open: (bytes, spy) => ((spy.touched += 1), lock.open(bytes, spy)) },
  { ...lock, open: (bytes, spy) => lock.open(bytes.with(4, (bytes[4] ?? 0) & 15), { ...spy }) },
];

/** All formats are tried whole, whatever the scale: they take seconds. */
export const proof: Proof = {
  id: "M-7",
  number: 21 * 255 + 63,
  control: "a lock that stretches before it reads, and one that masks the version byte",
  run: async ({ seed, note }) => {
    const formats = [...linkFormats(`m-7/${seed}`), ...keyFormats(`m-7/${seed}`)];
    const runs = [...formats.map(downgrades), weakerSettings(formats)];
    const found = runs.flatMap((run) => run.found);
    const lock = formats.find(({ name }) => name === "lock");
    const control = lock !== undefined && careless(lock).every((mutant) => downgrades(mutant).found.length > 0);
    for (const line of found.slice(0, 20)) note(line);
    const done = runs.reduce((sum, run) => sum + run.done, 0);
    const why = found[0];
    return { done, failures: found.length, control, ...(why === undefined ? {} : { why }) };
  },
};
