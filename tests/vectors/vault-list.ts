/** Lists the inputs of the positive vectors of lock, recovery, pairing and membership. */
import { from, type Draft } from "./seeded.ts";

/** Without the `0x`, for fields that are hexadecimal text in the format itself. */
const bare = (text: string): string => text.slice(2);
const mib = 1024;

const stretch = (name: string, passphrase: string, memoryKiB: number, passes: number): Draft => ({
  name: `stretch ${name}`,
  kind: "stretch",
  in: { passphrase, salt: from(`stretch ${name}`)(16), memoryKiB, passes, lanes: 1 },
});

const lock = (name: string, kind: "daily" | "owner" | "prf", more: Draft["in"]): Draft => {
  const bytes = from(`lock ${name}`);
  const params = kind === "prf" ? null : { memoryKiB: 64 * mib, passes: 3, lanes: 1 };
  return {
    name: `lock ${name}`,
    kind: "lock",
    in: { kind, params, salt: bytes(16), nonce: bytes(24), stretched: bytes(32), plain: bytes(40), ...more },
  };
};

const locks = (): readonly Draft[] => [
  stretch("a passphrase", "tuna gravity velvet onion sketch", 64 * mib, 3),
  stretch("with half the memory", "tuna gravity velvet onion sketch", 32 * mib, 6),
  stretch("a passphrase that is not normal", " Zu\u0308rich \uff41m See\u00a0im Mai \u{1f422} ", 32 * mib, 6),
  lock("daily under a passphrase", "daily", {
    salt: from("stretch a passphrase")(16),
    stretched: { of: "stretch a passphrase", field: "key" },
    plain: { of: "custody of three epochs", field: "bytes" },
  }),
  lock("owner under a passphrase", "owner", { plain: { of: "custody of the owner", field: "bytes" } }),
  lock("owner with half the memory", "owner", {
    params: { memoryKiB: 32 * mib, passes: 6, lanes: 1 },
    plain: { of: "custody of the owner with words", field: "bytes" },
  }),
  lock("daily under a passkey", "prf", { plain: { of: "custody of one epoch", field: "bytes" } }),
  lock("with the most memory and passes", "daily", { params: { memoryKiB: 256 * mib, passes: 12, lanes: 1 } }),
  lock("of nothing", "daily", { plain: "0x" }),
  lock("in the second bucket", "daily", { plain: { fill: "0x6a", length: 509 } }),
  {
    name: "custody of the owner with words",
    kind: "custody",
    in: {
      custody: {
        kind: "owner",
        secret: from("custody of the owner with words")(32),
        recovery: from("custody of the owner with words/2")(16),
      },
    },
  },
  { name: "proposal", kind: "proposal", in: { chance: from("proposal")(7) } },
  { name: "proposal of ones", kind: "proposal", in: { chance: { fill: "0xff", length: 7 } } },
];

const epochs = (bytes: (length: number) => string, ...numbers: readonly number[]) =>
  numbers.map((epoch) => ({ epoch, key: bytes(32) }));

const recovery = (name: string, ...numbers: readonly number[]): Draft => {
  const bytes = from(`recovery ${name}`);
  return {
    name: `recovery ${name}`,
    kind: "recovery",
    in: {
      entropy: bytes(16),
      recovery: { secret: bytes(32), epochs: epochs(bytes, ...numbers) },
      chance: [bytes(16), bytes(24), bytes(16), bytes(24)],
    },
  };
};

const code = (name: string, scalar: string) => {
  const bytes = from(`code ${name}`);
  return {
    pk: { of: `x25519 ${scalar}`, field: "publicKey" },
    psk: bytes(32),
    mailbox: bytes(16),
    deviceId: bytes(16),
    signPub: bytes(32),
    agreePub: bytes(32),
  };
};

const pairing = (name: string, more: Draft["in"], ...numbers: readonly number[]): Draft => {
  const bytes = from(`pairing ${name}`);
  return {
    name: `pairing ${name}`,
    kind: "pairing",
    in: {
      code: code("one", "of a pairing"),
      sk: from("x25519 of a pairing")(32),
      ikm: bytes(32),
      package: {
        ownerPub: { of: "owner one", field: "ownerPub" },
        epochs: epochs(bytes, ...numbers),
        head: { n: 2, hash: bytes(32) },
        heads: {},
        ...more,
      },
    },
  };
};
const heads = {
  [bare(from("head 1")(16))]: [12, bare(from("head 2")(32))],
  [bare(from("head 3")(16))]: [Number.MAX_SAFE_INTEGER, bare(from("head 4")(32))],
  "00000000000000000000000000000001": [1, bare(from("head 5")(32))],
};

const pairings = (): readonly Draft[] => [
  { name: "x25519 of a pairing", kind: "x25519", in: { secret: from("x25519 of a pairing")(32) } },
  { name: "pairing code", kind: "pairing-code", in: { code: code("one", "of a pairing") } },
  { name: "pairing code of another", kind: "pairing-code", in: { code: code("two", "of a pairing") } },
  pairing("of one epoch", {}, 1),
  pairing("with heads", { heads }, 1, 2),
  pairing(
    "with the owner and a recovery record",
    { heads, owner: from("owner one")(32), recoveryId: from("r")(16) },
    1,
    5,
    9,
  ),
  pairing("with the owner", { owner: from("owner one")(32) }, 3),
  pairing("with a recovery record", { recoveryId: from("r")(16) }, 3),
  pairing("with the cover of a recovery record", { recoveryId: from("r")(16), recoveryCover: from("c")(136) }, 3),
];

const deviceEntry = (name: string, called: string) => {
  const bytes = from(`device ${name}`);
  return { device: bare(bytes(16)), name: called, signPub: bare(bytes(32)), agreePub: bare(bytes(32)) };
};
const sealedKeys = (...names: readonly string[]) =>
  names
    .map((name) => ({ device: deviceEntry(name, "").device, sealed: bare(from(`sealed for ${name}`)(80)) }))
    .toSorted((a, b) => (a.device < b.device ? -1 : 1));

/** What an entry says besides the relay credentials, which the maker signs: `epoch` stands for all three. */
const member = (name: string, act: Draft["in"], more: Draft["in"] = {}): Draft => ({
  name: `member ${name}`,
  kind: "member",
  in: {
    ownerSecret: from("owner one")(32),
    writePub: from(`write key, ${name}`)(32),
    entry: { n: 2, prev: bare(from("an act before")(32)), act, at: 1_800_000_000_000, ...more },
  },
});
const members = (): readonly Draft[] => [
  member(
    "found",
    { type: "found", ...deviceEntry("one", "Kitchen tablet"), epoch: 1 },
    { n: 1, prev: "0".repeat(64), at: 0 },
  ),
  member("add", { type: "add", ...deviceEntry("two", "Laptop") }),
  member("add with a strange name", { type: "add", ...deviceEntry("two", 'M\u00fcde "\\\u2028 \u{1f4f1}\u0007') }),
  member("add without a name", { type: "add", ...deviceEntry("two", "") }),
  member("revoke", {
    type: "revoke",
    device: deviceEntry("two", "").device,
    cut: { seq: 12, hash: bare(from("a cut")(32)) },
    epoch: 2,
    keys: sealedKeys("one", "three"),
  }),
  member("revoke of a silent device", {
    type: "revoke",
    device: deviceEntry("two", "").device,
    cut: { seq: 0, hash: "0".repeat(64) },
    epoch: 4_294_967_295,
    keys: sealedKeys("one"),
  }),
  member("rotate", { type: "rotate", epoch: 3, keys: sealedKeys("one", "two", "three", "four") }, { n: 258 }),
];

const epochKey = (name: string, epoch: number): Draft => {
  const bytes = from(`epoch key ${name}`);
  return {
    name: `epoch key ${name}`,
    kind: "epoch-key",
    in: {
      vaultId: bytes(16),
      epoch,
      device: bytes(16),
      before: bytes(32),
      agreeSecret: bytes(32),
      ikm: bytes(32),
      key: bytes(32),
    },
  };
};

/** Every one of them, in the order of the file. */
export const vaultDrafts = (): readonly Draft[] => [
  ...locks(),
  recovery("of one epoch", 1),
  recovery("of an epoch that two devices began", 1, 2, 2, 3),
  recovery("of three epochs", 1, 2, 258),
  recovery("in the next bucket", ...Array.from({ length: 15 }, (_, i) => i + 1)),
  ...pairings(),
  ...members(),
  epochKey("of the second epoch", 2),
  epochKey("of a late epoch", 65_537),
];
