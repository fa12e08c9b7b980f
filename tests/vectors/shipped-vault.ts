/** The shipped lock, recovery, pairing and membership, as the vectors see them. */
import { argon2id } from "hash-wasm";
import { toHex, type Result } from "@belay/basics";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  encodePairingCode,
  openEpochKey,
  openLock,
  openPairing,
  openRecovery,
  ownerFrom,
  pairingDigits,
  pairingProofs,
  passphraseBytes,
  propose,
  readAct,
  recoveryOwnerProof,
  recoveryPlace,
  sealEpochKey,
  sealLock,
  sealPairing,
  sealRecovery,
  signAct,
  signRotate,
  vaultKeys,
  type Entry,
  type EpochKey,
  type LockKind,
  type PairingCode,
  type PairingPackage,
} from "@belay/vault";
import type { Seen } from "@belay/wire";
import type { Opened } from "./run.ts";
import {
  asValue,
  bytesListOf,
  bytesOf,
  fieldsListOf,
  fieldsOf,
  isFields,
  numberOf,
  textOf,
  type Fields,
  type Value,
} from "./values.ts";

type Tagged = { readonly type: string };
const value = <T>(result: Result<T, Tagged>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const opened = <T>(result: Result<T, Tagged>, show: (inside: T) => Value): Opened =>
  result.ok ? { opened: show(result.value) } : { refused: result.error.type };

/** Gives exactly these bytes, in this order, and nothing after them. */
export const scripted = (...parts: readonly Uint8Array[]): ((length: number) => Uint8Array) => {
  let next = 0;
  return (length) => {
    const part = parts[next];
    next += 1;
    if (part === undefined || part.length !== length) throw new Error(`asked for ${length} bytes`);
    return Uint8Array.from(part);
  };
};

const epochsOf = (fields: Fields): readonly EpochKey[] =>
  fieldsListOf(fields, "epochs").map((one) => ({ epoch: numberOf(one, "epoch"), key: asSecret(bytesOf(one, "key")) }));
const showEpochs = (epochs: readonly EpochKey[]): Value =>
  epochs.map(({ epoch, key }) => ({ epoch, key: key.expose() }));

const kindOf = (fields: Fields): LockKind => {
  const kind = textOf(fields, "kind");
  if (kind !== "daily" && kind !== "owner" && kind !== "prf") throw new Error("no kind");
  return kind;
};
const kdfOf = (fields: Fields) => ({
  memoryKiB: numberOf(fields, "memoryKiB"),
  passes: numberOf(fields, "passes"),
  lanes: numberOf(fields, "lanes"),
});

const makeLock = (input: Fields): Fields => {
  const params = input["params"];
  const lock = {
    kind: kindOf(input),
    params: isFields(params) ? kdfOf(fieldsOf(input, "params")) : null,
    salt: bytesOf(input, "salt"),
    stretched: bytesOf(input, "stretched"),
  };
  return { blob: value(sealLock(lock, bytesOf(input, "plain"), scripted(bytesOf(input, "nonce")))) };
};

const makeRecovery = (input: Fields): Fields => {
  const inside = fieldsOf(input, "recovery");
  const owner = ownerFrom(bytesOf(inside, "secret"));
  const entropy = bytesOf(input, "entropy");
  const made = sealRecovery({ entropy, owner, epochs: epochsOf(inside) }, scripted(...bytesListOf(input, "chance")));
  return { record: value(made), ...recoveryPlace(entropy), ownerProof: recoveryOwnerProof(owner) };
};

const codeOf = (fields: Fields): PairingCode => ({
  pk: bytesOf(fields, "pk"),
  psk: asSecret(bytesOf(fields, "psk")),
  mailbox: bytesOf(fields, "mailbox"),
  deviceId: bytesOf(fields, "deviceId"),
  signPub: bytesOf(fields, "signPub"),
  agreePub: bytesOf(fields, "agreePub"),
});
const headsOf = (fields: Fields): Seen =>
  Object.fromEntries(
    Object.entries(fields).map(([device, link]) => {
      const [seq, hash] = Array.isArray(link) ? link : [];
      if (typeof seq !== "number" || typeof hash !== "string") throw new Error("no link");
      return [device, [seq, hash] as const];
    }),
  );
const packageOf = (fields: Fields): PairingPackage => {
  const head = fieldsOf(fields, "head");
  return {
    ownerPub: bytesOf(fields, "ownerPub"),
    epochs: epochsOf(fields),
    head: { n: numberOf(head, "n"), hash: bytesOf(head, "hash") },
    heads: headsOf(fieldsOf(fields, "heads")),
    ...(fields["owner"] === undefined ? {} : { owner: asSecret(bytesOf(fields, "owner")) }),
    ...(fields["recoveryId"] === undefined ? {} : { recoveryId: bytesOf(fields, "recoveryId") }),
    ...(fields["recoveryCover"] === undefined ? {} : { recoveryCover: bytesOf(fields, "recoveryCover") }),
  };
};
const showPackage = ({ owner, epochs, ...rest }: PairingPackage): Value =>
  asValue({ ...rest, epochs: showEpochs(epochs), ...(owner === undefined ? {} : { owner: owner.expose() }) });

/** The credentials of an act are signed here, so that a vector names its epoch alone. */
const makeMember = (input: Fields): Fields => {
  const owner = ownerFrom(bytesOf(input, "ownerSecret"));
  const entry = fieldsOf(input, "entry");
  const act = fieldsOf(entry, "act");
  const writePub = bytesOf(input, "writePub");
  const signed =
    act["epoch"] === undefined
      ? act
      : { ...act, writePub: toHex(writePub), rotateSig: toHex(signRotate(owner, numberOf(act, "epoch"), writePub)) };
  const whole: Value = { ...entry, act: signed };
  if (!isEntry(whole)) throw new Error("no entry");
  const made = value(signAct(owner, whole));
  return { body: made.body, hash: made.act.hash, ownerPub: owner.ownerPub };
};
/** `signAct` itself checks the shape, and refuses any other. */
const isEntry = (fields: Value): fields is Fields & Entry => isFields(fields) && typeof fields["n"] === "number";
const showEntry = ({ n, prev, act, at }: Entry): Value => {
  const kept = Object.entries(act).filter(([name]) => name !== "writePub" && name !== "rotateSig");
  return asValue({ n, prev, act: Object.fromEntries(kept), at });
};

const placeOf = (fields: Fields) => ({
  vaultId: bytesOf(fields, "vaultId"),
  epoch: numberOf(fields, "epoch"),
  device: bytesOf(fields, "device"),
  before: vaultKeys(asSecret(bytesOf(fields, "before"))),
});
const makeEpochKey = (input: Fields): Fields => {
  const { publicKey } = agreementKey(bytesOf(input, "agreeSecret"));
  const key = asSecret(bytesOf(input, "key"));
  return { sealed: value(sealEpochKey(placeOf(input), publicKey, key, scripted(bytesOf(input, "ikm")))) };
};

/** How each kind is made. */
export const vaultMakers: Readonly<Record<string, (input: Fields) => Fields | Promise<Fields>>> = {
  stretch: async (input) => ({
    key: await argon2id({
      password: passphraseBytes(textOf(input, "passphrase")),
      salt: bytesOf(input, "salt"),
      memorySize: numberOf(input, "memoryKiB"),
      iterations: numberOf(input, "passes"),
      parallelism: numberOf(input, "lanes"),
      hashLength: 32,
      outputType: "binary",
    }),
  }),
  proposal: (input) => ({ words: propose(scripted(bytesOf(input, "chance"))) }),
  x25519: (input) => ({ publicKey: agreementKey(bytesOf(input, "secret")).publicKey }),
  lock: makeLock,
  recovery: makeRecovery,
  "pairing-code": (input) => {
    const code = codeOf(fieldsOf(input, "code"));
    return { bytes: encodePairingCode(code), digits: pairingDigits(code), ...pairingProofs(code) };
  },
  pairing: (input) => ({
    body: value(
      sealPairing(
        codeOf(fieldsOf(input, "code")),
        packageOf(fieldsOf(input, "package")),
        scripted(bytesOf(input, "ikm")),
      ),
    ),
  }),
  member: makeMember,
  "epoch-key": makeEpochKey,
};

/** How each kind is opened. */
export const vaultOpeners: Readonly<Record<string, (fields: Fields) => Opened>> = {
  lock: (fields) => opened(openLock(bytesOf(fields, "blob"), bytesOf(fields, "stretched")), (plain) => plain),
  recovery: (fields) =>
    opened(openRecovery(bytesOf(fields, "record"), bytesOf(fields, "entropy")), ({ owner, epochs }) => ({
      secret: owner.secret.expose(),
      epochs: showEpochs(epochs),
    })),
  "pairing-code": (fields) =>
    opened(decodePairingCode(bytesOf(fields, "bytes")), (code) => asValue({ ...code, psk: code.psk.expose() })),
  pairing: (fields) =>
    opened(
      openPairing(codeOf(fieldsOf(fields, "code")), agreementKey(bytesOf(fields, "sk")), bytesOf(fields, "body")),
      showPackage,
    ),
  member: (fields) => opened(readAct(bytesOf(fields, "body"), bytesOf(fields, "ownerPub")), showEntry),
  "epoch-key": (fields) =>
    opened(
      openEpochKey(placeOf(fields), agreementKey(bytesOf(fields, "agreeSecret")), bytesOf(fields, "sealed")),
      (key) => key.expose(),
    ),
};
