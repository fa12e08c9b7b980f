/** Packs keys into the plain bytes that the platform's own key then wraps on this device (security page 4.2). */
import { concat, equalBytes, err, ok, readU32, u32, utf8, type Result } from "@belay/basics";
import { wireSuite, wireVersion, type WireFault } from "@belay/wire";
import { deviceFrom, ownerFrom, vaultIdOf, type Device, type Owner } from "./keys.ts";
import { asSecret, type Secret } from "./secret.ts";

/** The key of one epoch. */
export interface EpochKey {
  /** From 1. */
  readonly epoch: number;
  readonly key: Secret;
}

/** What is needed every day; never the owner secret. */
export interface DailyCustody {
  readonly kind: "daily";
  /** 32 bytes. */
  readonly ownerPub: Uint8Array;
  readonly device: Device;
  /** One or more, in rising order; of two keys for one epoch the one that stands comes first. */
  readonly epochs: readonly EpochKey[];
}

/** The second tier, wrapped apart from the daily keys. */
export interface OwnerCustody {
  readonly kind: "owner";
  readonly owner: Owner;
  /** R, 16 bytes, once recovery words were made: they can be shown again, and the record written anew. */
  readonly recovery?: Secret;
}

/** Either wrap's content. */
export type Custody = DailyCustody | OwnerCustody;

const magic = utf8("BCUS");
const kinds = { daily: 1, owner: 2 } as const;
const dailyFixed = 8 + 32 + 16 + 32 + 32 + 4;

/** What the wrap binds besides its content, so that one blob cannot stand in for the other. */
export const custodyAad = (kind: Custody["kind"]): Uint8Array => concat(utf8("custody/1"), Uint8Array.of(kinds[kind]));

/**
 * Plain bytes to be wrapped at once and wiped by the caller.
 * daily: `"BCUS" version suite 1 0 | ownerPub(32) deviceId(16) signSeed(32) agreeSecret(32) n(4) [epoch(4) key(32)]*`;
 * owner: `"BCUS" version suite 2 0 | ownerSecret(32)`, and behind it R(16) once recovery words were made.
 */
export const packCustody = (custody: Custody): Uint8Array => {
  const prefix = concat(magic, Uint8Array.of(wireVersion, wireSuite, kinds[custody.kind], 0));
  if (custody.kind === "owner")
    return concat(prefix, custody.owner.secret.expose(), custody.recovery?.expose() ?? new Uint8Array(0));
  const { device, epochs, ownerPub } = custody;
  return concat(
    prefix,
    ownerPub,
    device.id,
    device.sign.seed.expose(),
    device.agree.secret.expose(),
    packEpochs(epochs),
  );
};

/** Added to the number of an epoch whose key lost against another, so that every number is still written once. */
const lostFrom = 2 ** 31;

/**
 * `n(4) [epoch(4) key(32)]*`, the caller wipes it. First the keys that stand, then those that lost with 2^31 added to
 * their epoch. Of one epoch's keys the first stands.
 */
export const packEpochs = (epochs: readonly EpochKey[]): Uint8Array => {
  const isLost = ({ epoch }: EpochKey, at: number): boolean => epochs[at - 1]?.epoch === epoch;
  const standing = epochs.filter((one, at) => !isLost(one, at));
  const lost = epochs.filter(isLost).map(({ epoch, key }) => ({ epoch: epoch + lostFrom, key }));
  return concat(u32(epochs.length), ...[...standing, ...lost].flatMap(({ epoch, key }) => [u32(epoch), key.expose()]));
};

/** Keys that stand rise; of those that lost, several may be of one epoch, and another of that epoch stands. */
const inOrder = (rows: readonly EpochKey[]): boolean =>
  rows.every(({ epoch }, at) => {
    const before = rows[at - 1]?.epoch ?? 0;
    if (epoch < lostFrom) return epoch > before;
    return epoch >= before && rows.some((row) => row.epoch === epoch - lostFrom);
  });

/**
 * One key or more in rising order, or null when the bytes are anything else. Of two keys for one epoch the first is the
 * one that stands. Copies; the caller wipes `bytes`.
 */
export const unpackEpochs = (bytes: Uint8Array): readonly EpochKey[] | null => {
  const count = bytes.length < 4 ? 0 : readU32(bytes, 0);
  if (count < 1 || bytes.length !== 4 + count * 36) return null;
  const rows = Array.from({ length: count }, (_, i): EpochKey => {
    const at = 4 + i * 36;
    return { epoch: readU32(bytes, at), key: asSecret(bytes.subarray(at + 4, at + 36)) };
  });
  if (!inOrder(rows)) return null;
  return rows.map(({ epoch, key }) => ({ epoch: epoch % lostFrom, key })).toSorted((a, b) => a.epoch - b.epoch);
};

const damaged = { type: "BadShape", field: "custody" } as const;

const unpackDaily = (bytes: Uint8Array): Result<DailyCustody, WireFault> => {
  if (bytes.length < dailyFixed) return err({ type: "TooShort", min: dailyFixed, got: bytes.length });
  const epochs = unpackEpochs(bytes.subarray(dailyFixed - 4));
  if (epochs === null) return err(damaged);
  const device = deviceFrom(bytes.subarray(40, 56), bytes.subarray(56, 88), bytes.subarray(88, 120));
  return ok({ kind: "daily", ownerPub: Uint8Array.from(bytes.subarray(8, 40)), device, epochs });
};

/** The keys in unwrapped bytes. Nothing in the result points into `bytes`, which the caller wipes. */
export const unpackCustody = (bytes: Uint8Array): Result<Custody, WireFault> => {
  if (bytes.length < 8) return err({ type: "TooShort", min: 8, got: bytes.length });
  if (!equalBytes(bytes.subarray(0, 4), magic)) return err({ type: "BadMagic" });
  const [version = 0, suite = 0, kind = 0, flags = 0] = bytes.subarray(4, 8);
  if (version !== wireVersion) return err({ type: "UnknownVersion", got: version });
  if (suite !== wireSuite) return err({ type: "UnknownSuite", got: suite });
  if (flags !== 0) return err({ type: "UnknownFlags", got: flags });
  if (kind === kinds.daily) return unpackDaily(bytes);
  if (kind !== kinds.owner) return err({ type: "UnknownType", got: kind });
  if (bytes.length !== 40 && bytes.length !== 56) return err(damaged);
  const owner = ownerFrom(bytes.subarray(8, 40));
  return ok(
    bytes.length === 40 ? { kind: "owner", owner } : { kind: "owner", owner, recovery: asSecret(bytes.subarray(40)) },
  );
};

/** The vault a daily custody belongs to, 16 bytes. */
export const custodyVaultId = (custody: DailyCustody): Uint8Array => vaultIdOf(custody.ownerPub);
