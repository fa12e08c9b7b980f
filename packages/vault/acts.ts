/** Says what a membership act is made of, and takes no other shape. */

/** An act and its place: number from 1, the hash of the act before it (hex64, zeros before the first), when (ms). */
export interface Entry {
  readonly n: number;
  readonly prev: string;
  readonly act: Act;
  readonly at: number;
}

/** The public halves of one install. Hexadecimal; the name is the person's own word for it, at most 64 characters. */
export interface DeviceEntry {
  readonly device: string;
  readonly name: string;
  readonly signPub: string;
  readonly agreePub: string;
}

/** What the relay needs for an epoch: its write key (hex64), and the owner's signature over it (hex128). */
export interface NewEpoch {
  readonly epoch: number;
  readonly writePub: string;
  readonly rotateSig: string;
}

/** The new epoch's key for one device, as `sealEpochKey` made it (hex160). */
export interface SealedKey {
  readonly device: string;
  readonly sealed: string;
}

/** The last envelope of a device that counts: its number and hash (hex64); 0 and zeros when none does. */
export interface Cut {
  readonly seq: number;
  readonly hash: string;
}

/** The first device of a vault. */
export interface Found extends DeviceEntry, NewEpoch {
  readonly type: "found";
}

/** One more device. */
export interface Add extends DeviceEntry {
  readonly type: "add";
}

/** The end of a device, and a new epoch for the rest. */
export interface Revoke extends NewEpoch {
  readonly type: "revoke";
  readonly device: string;
  readonly cut: Cut;
  readonly keys: readonly SealedKey[];
}

/** A new epoch for everybody. */
export interface Rotate extends NewEpoch {
  readonly type: "rotate";
  readonly keys: readonly SealedKey[];
}

/** The four things an owner can do. */
export type Act = Found | Add | Revoke | Rotate;

/** Devices that an act may seal a key to; our own choice, as many as a seen-vector may name. */
const keysMax = 256;
const nameMax = 64;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hex = (value: unknown, bytes: number): value is string =>
  typeof value === "string" && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
const count = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;

const deviceOf = ({ device, name, signPub, agreePub }: Fields): DeviceEntry | null => {
  const named = typeof name === "string" && name.length <= nameMax;
  return named && hex(device, 16) && hex(signPub, 32) && hex(agreePub, 32) ? { device, name, signPub, agreePub } : null;
};

const epochOf = ({ epoch, writePub, rotateSig }: Fields): NewEpoch | null =>
  count(epoch, 1, 0xffff_ffff) && hex(writePub, 32) && hex(rotateSig, 64) ? { epoch, writePub, rotateSig } : null;

const keysOf = (value: unknown): readonly SealedKey[] | null => {
  if (!Array.isArray(value) || value.length > keysMax) return null;
  const keys: SealedKey[] = [];
  for (const one of value) {
    if (!isFields(one)) return null;
    const { device, sealed } = one;
    if (!hex(device, 16) || !hex(sealed, 80) || device <= (keys.at(-1)?.device ?? "")) return null;
    keys.push({ device, sealed });
  }
  return keys;
};

const cutOf = (value: unknown): Cut | null => {
  if (!isFields(value)) return null;
  const { seq, hash } = value;
  if (!count(seq, 0, Number.MAX_SAFE_INTEGER) || !hex(hash, 32)) return null;
  return (seq === 0) === /^0*$/.test(hash) ? { seq, hash } : null;
};

const actOf = (value: unknown): Act | null => {
  if (!isFields(value)) return null;
  const [device, fresh, keys] = [deviceOf(value), epochOf(value), keysOf(value["keys"])];
  switch (value["type"]) {
    case "found":
      return device !== null && fresh !== null && fresh.epoch === 1 ? { type: "found", ...device, ...fresh } : null;
    case "add":
      return device === null ? null : { type: "add", ...device };
    case "revoke": {
      const [cut, id] = [cutOf(value["cut"]), value["device"]];
      const whole = cut !== null && fresh !== null && keys !== null && hex(id, 16);
      return whole ? { type: "revoke", device: id, cut, ...fresh, keys } : null;
    }
    case "rotate":
      return fresh !== null && keys !== null ? { type: "rotate", ...fresh, keys } : null;
    default:
      return null;
  }
};

/**
 * The act in a value that came from anywhere, with its fields in their fixed order and nothing else, or null. The keys
 * of an act stand by rising device.
 */
export const entryOf = (value: unknown): Entry | null => {
  if (!isFields(value)) return null;
  const { n, prev, at } = value;
  const act = actOf(value["act"]);
  const placed = count(n, 1, Number.MAX_SAFE_INTEGER) && hex(prev, 32) && count(at, 0, Number.MAX_SAFE_INTEGER);
  return act !== null && placed ? { n, prev, act, at } : null;
};
