/** Opens a frozen vault of a released format, thing by thing; the vault is only ever added to. */
import { createHash } from "node:crypto";
import { argon2id } from "hash-wasm";
import { equalBytes, fromHex, toHex, type Result } from "@belay/basics";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  emptyBook,
  folded,
  openAsk,
  openBackup,
  openEnvelope,
  openEpochKey,
  openLocal,
  openLock,
  openPairing,
  openRecovery,
  openReply,
  passphraseBytes,
  readAct,
  readLock,
  unpackCustody,
  vaultKeys,
  wordsEntropy,
  type DailyCustody,
  type KdfParams,
} from "@belay/vault";

/** A frozen vault: every secret it was sealed with, and each sealed thing in hex, by name. */
export interface Golden {
  readonly format: number;
  readonly passphrase: string;
  readonly words: string;
  /** Hex: the secrets that no other thing holds. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Hex. */
  readonly sealed: Readonly<Record<string, string>>;
  /** SHA-256 (hex) of what opening each thing must give. */
  readonly opens: Readonly<Record<string, string>>;
}

const bytes = (hex: string | undefined): Uint8Array => {
  const read = fromHex(hex ?? "-");
  if (!read.ok) throw new Error("no hex");
  return read.value;
};
const value = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

/** Plain data with its bytes as hex, so that anything opened has one text. */
const plainText = (inside: unknown): string =>
  JSON.stringify(inside, (_, one: unknown) => (one instanceof Uint8Array ? toHex(one) : one));
const digestOf = (inside: unknown): string => createHash("sha256").update(plainText(inside)).digest("hex");

/** Stretched once for each salt and settings: every thing asks for the daily keys again. */
const known = new Map<string, Promise<Uint8Array>>();
const stretched = (blob: Uint8Array, passphrase: string): Promise<Uint8Array> => {
  const { params, salt } = value(readLock(blob));
  const place = `${passphrase} ${toHex(salt)} ${JSON.stringify(params)}`;
  const made = known.get(place) ?? stretch(salt, params, passphrase);
  known.set(place, made);
  return made;
};

const stretch = async (salt: Uint8Array, params: KdfParams | null, passphrase: string): Promise<Uint8Array> => {
  if (params === null) throw new Error("no settings");
  return argon2id({
    password: passphraseBytes(passphrase),
    salt,
    memorySize: params.memoryKiB,
    iterations: params.passes,
    parallelism: params.lanes,
    hashLength: 32,
    outputType: "binary",
  });
};

const dailyOf = async (golden: Golden): Promise<DailyCustody> => {
  const blob = bytes(golden.sealed["lock daily"]);
  const custody = value(unpackCustody(value(openLock(blob, await stretched(blob, golden.passphrase)))));
  if (custody.kind !== "daily") throw new Error("no daily keys");
  return custody;
};

type Opener = (sealed: Uint8Array, golden: Golden, daily: DailyCustody) => unknown;
const secret = (golden: Golden, name: string) => asSecret(bytes(golden.secrets[name]));
const keysOf = (daily: DailyCustody, epoch: number) => {
  const found = daily.epochs.find((one) => one.epoch === epoch);
  return found === undefined ? null : vaultKeys(found.key);
};
const epoch1 = (daily: DailyCustody) => keysOf(daily, 1) ?? vaultKeys(asSecret(new Uint8Array(32)));

const openRecord: Opener = (sealed, golden, daily) =>
  value(
    openEnvelope(sealed, {
      vaultId: bytes(golden.secrets["vault id"]),
      keyOfEpoch: (epoch) => keysOf(daily, epoch),
      devicePub: daily.device.sign.publicKey,
      verifySignature: true,
    }),
  ).body;
const epochsShown = (epochs: DailyCustody["epochs"]) => epochs.map(({ epoch, key }) => [epoch, key.expose()]);
const openOwner: Opener = async (sealed, golden) => {
  const custody = value(unpackCustody(value(openLock(sealed, await stretched(sealed, golden.passphrase)))));
  return custody.kind === "owner" ? [custody.owner.secret.expose(), custody.recovery?.expose() ?? null] : null;
};

/** How each kind of thing is opened: the first word of its name, or all of it. */
const openers: Readonly<Record<string, Opener>> = {
  envelope: openRecord,
  "lock daily": (_, __, daily) => [daily.ownerPub, daily.device.id, epochsShown(daily.epochs)],
  "lock owner": openOwner,
  "lock prf": (sealed, golden) => value(openLock(sealed, bytes(golden.secrets["passkey"]))),
  backup: (sealed, golden) => value(openBackup(sealed, golden.words.split(" "))),
  recovery: (sealed, golden) => {
    const { owner, epochs } = value(openRecovery(sealed, wordsEntropy(golden.words.split(" ")) ?? new Uint8Array(16)));
    return [owner.secret.expose(), epochsShown(epochs)];
  },
  pairing: (sealed, golden) => {
    const code = value(decodePairingCode(bytes(golden.secrets["pairing code"])));
    const { epochs, owner, ...rest } = value(openPairing(code, agreementKey(bytes(golden.secrets["pairing"])), sealed));
    return [rest, epochsShown(epochs), owner?.expose() ?? null];
  },
  act: (sealed, _, daily) => {
    const act = value(readAct(sealed, daily.ownerPub));
    return [act, folded(emptyBook, [act]).members.length];
  },
  "epoch key": (sealed, golden, daily) => {
    const place = { vaultId: bytes(golden.secrets["vault id"]), epoch: 2, device: daily.device.id };
    return value(openEpochKey({ ...place, before: epoch1(daily) }, daily.device.agree, sealed)).expose();
  },
  local: (sealed, _, daily) => value(openLocal(epoch1(daily), { store: "drafts", name: "ask" }, sealed)),
  ask: (sealed, golden) => value(openAsk(secret(golden, "link"), sealed)),
  reply: (sealed, golden) =>
    value(openReply(secret(golden, "link"), secret(golden, "reply"), bytes(golden.secrets["reply id"]), sealed)),
};

/** What a thing opens to, as the digest that is frozen; throws when it does not open. */
export const openGolden = async (golden: Golden, name: string, sealed: Uint8Array): Promise<string> => {
  const opener = openers[name] ?? openers[name.split(" ")[0] ?? ""];
  if (opener === undefined) throw new Error(`nothing opens ${name}`);
  // The daily wrap opens everything else, so that a change of it must be seen in itself.
  const whole = name === "lock daily" ? { ...golden, sealed: { ...golden.sealed, [name]: toHex(sealed) } } : golden;
  return digestOf(await opener(sealed, whole, await dailyOf(whole)));
};

/** What does not open, or opens to something else; one line each. */
export const goldenFaults = async (golden: Golden): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [name, hex] of Object.entries(golden.sealed))
    try {
      const got = await openGolden(golden, name, bytes(hex));
      if (got !== golden.opens[name]) faults.push(`${name} opens to something else`);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  return faults;
};

/** Whether a thing with one byte changed is still taken for what it was. */
export const takesChanged = async (golden: Golden, name: string, at: number): Promise<boolean> => {
  const whole = bytes(golden.sealed[name]);
  const changed = whole.map((byte, i) => (i === at % whole.length ? byte ^ 1 : byte));
  if (equalBytes(changed, whole)) return true;
  return openGolden(golden, name, changed).then(
    (got) => got === golden.opens[name],
    () => false,
  );
};
