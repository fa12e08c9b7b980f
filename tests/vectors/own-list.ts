/** Lists the inputs of our positive vectors, all from one fixed seed. */
import { labels } from "@belay/vault";
import { from, type Draft } from "./seeded.ts";
import { textFrom } from "./values.ts";
import { vaultDrafts } from "./vault-list.ts";

const kib = 1024;
const zeros = textFrom(new Uint8Array(32));

const utf8 = (words: string): string => textFrom(new TextEncoder().encode(words));
const fill = (byte: string, length: number) => ({ fill: byte, length });

/** Labels with a context take these parts; the rest take none. */
const contexts: Readonly<Record<string, (bytes: (length: number) => string) => readonly string[]>> = {
  "recovery/kek": (bytes) => [bytes(16)],
  "owner/wrap": (bytes) => ["0x00000002", bytes(16)],
  op: (bytes) => [bytes(16), bytes(16)],
  local: () => [utf8("drafts")],
  previous: (bytes) => ["0x00000002", bytes(16)],
  "ask/record": (bytes) => [bytes(16), bytes(16)],
  "share/record": (bytes) => [bytes(16), bytes(16)],
  "backup/words": (bytes) => [bytes(16)],
  "backup/passphrase": (bytes) => [bytes(16)],
  "lock/daily": (bytes) => [bytes(16)],
  "lock/owner": (bytes) => [bytes(16)],
  "lock/prf": (bytes) => [bytes(16)],
  "pair/digits": (bytes) => [bytes(32), bytes(16), bytes(16), bytes(32), bytes(32)],
};
const lengths: Readonly<Record<string, number>> = { "ask/id": 16, "share/id": 16, "recovery/id": 16 };
const pairs = new Set([
  "recovery/kek",
  "owner/wrap",
  "op",
  "previous",
  "ask/record",
  "share/record",
  "backup/words",
  "backup/passphrase",
  "lock/daily",
  "lock/owner",
  "lock/prf",
]);

const derivations = (): readonly Draft[] =>
  Object.values(labels).map((label) => {
    const name = `hkdf ${label}`;
    const bytes = from(name);
    const short = label.startsWith("recovery/") || label === "backup/words";
    return {
      name,
      kind: "hkdf",
      in: {
        secret: bytes(short ? 16 : 32),
        label,
        context: contexts[label]?.(bytes) ?? [],
        length: lengths[label] ?? (pairs.has(label) ? 64 : 32),
      },
    };
  });

const envelope = (name: string, more: { readonly [field: string]: unknown }): Draft => {
  const bytes = from(name);
  return {
    name,
    kind: "envelope",
    in: {
      type: "events",
      vaultId: bytes(16),
      epoch: 1,
      epochKey: bytes(32),
      deviceId: bytes(16),
      signSeed: bytes(32),
      seq: 1,
      prevHash: zeros,
      salt: bytes(16),
      nonce: bytes(24),
      body: utf8("body"),
      ...more,
    },
  };
};

const buckets = [512, kib, 2 * kib, 4 * kib, 8 * kib, 16 * kib, 32 * kib, 64 * kib, 128 * kib, 192 * kib, 256 * kib];
const envelopes = (): readonly Draft[] => [
  envelope("envelope events", {}),
  envelope("envelope segment", { type: "segment" }),
  envelope("envelope membership", { type: "membership" }),
  envelope("envelope empty body", { body: "0x" }),
  envelope("envelope later link", { seq: 258, epoch: 3, prevHash: from("a link before")(32) }),
  envelope("envelope highest numbers", {
    seq: Number.MAX_SAFE_INTEGER,
    epoch: 2 ** 32 - 1,
    prevHash: from("a link before")(32),
  }),
  ...buckets.map((size) => envelope(`envelope fills ${size}`, { body: fill("0x61", size - 4) })),
  ...buckets.slice(0, -1).map((size) => envelope(`envelope one above ${size}`, { body: fill("0x62", size - 3) })),
];

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "a");
const seen = {
  [device(255)]: [12, hash(3)],
  [device(2)]: [1, hash(2)],
  [device(17)]: [Number.MAX_SAFE_INTEGER, hash(1)],
};
const event = {
  id: "Zm9vYmFyYmF6cXV4cXV1",
  k: "checkin/noted@1",
  t: [1_800_000_000_000, 3],
  d: "2027-01-15",
  b: { energy: 40, note: 'Müde, aber "da" [1] {2}' },
};

const batches = (): readonly Draft[] => [
  { name: "batch of one event", kind: "batch", in: { batch: { seen: {}, events: [event] } } },
  {
    name: "batch with a vector",
    kind: "batch",
    in: {
      batch: { seen, events: [event, { ...event, k: "unknown/kind@9", b: { deep: [[[[1]]], null, true, 0.5] } }] },
    },
  },
  {
    name: "batch of sixty-four",
    kind: "batch",
    in: { batch: { seen: {}, events: Array.from({ length: 64 }, (_, n) => ({ n })) } },
  },
  envelope("envelope of a batch", { body: { of: "batch with a vector", field: "body" } }),
  { name: "vector empty", kind: "vector", in: { vaultId: from("vector")(16), seen: {} } },
  { name: "vector of three devices", kind: "vector", in: { vaultId: from("vector")(16), seen } },
];

const owners = (): readonly Draft[] => [
  ...["owner one", "owner two"].map((name) => ({ name, kind: "owner", in: { secret: from(name)(32) } })),
  { name: "epoch keys", kind: "epoch", in: { epochKey: from("epoch keys")(32), stores: ["drafts", "outbox", ""] } },
  ...["custody of one epoch", "custody of three epochs"].map((name, i) => {
    const bytes = from(name);
    const epochs = Array.from({ length: 1 + 2 * i }, (_, n) => ({ epoch: n * n + 1, key: bytes(32) }));
    return {
      name,
      kind: "custody",
      in: {
        custody: {
          kind: "daily",
          ownerPub: bytes(32),
          deviceId: bytes(16),
          signSeed: bytes(32),
          agreeSecret: bytes(32),
          epochs,
        },
      },
    };
  }),
  {
    name: "custody of the owner",
    kind: "custody",
    in: { custody: { kind: "owner", secret: from("custody of the owner")(32) } },
  },
  { name: "words of zeros", kind: "words", in: { entropy: "0x00000000000000000000000000000000" } },
  { name: "words of chance", kind: "words", in: { entropy: from("words of chance")(16) } },
];

const askPlain = JSON.stringify({
  v: 1,
  from: "Mara",
  words: "Could you carry the boxes up on Saturday at ten?",
  howItWas: true,
  answerBy: "2027-01-20",
  closesOn: "2027-01-22",
  silence: null,
  locale: "en",
  replyPub: "ab".repeat(32),
});
const replyPlain = JSON.stringify({
  v: 1,
  answer: "partly",
  words: "At eleven?",
  burden: 2,
  glad: 9,
  notThisMonth: false,
});

const ask = (name: string, plain: unknown): Draft => {
  const bytes = from(name);
  return { name, kind: "ask", in: { secret: bytes(32), salt: bytes(16), nonce: bytes(24), plain } };
};
const reply = (name: string, plain: unknown): Draft => {
  const bytes = from(name);
  return {
    name,
    kind: "reply",
    in: { secret: bytes(32), replySk: bytes(32), replyId: bytes(16), ikm: bytes(32), plain },
  };
};
const share = (name: string, plain: unknown): Draft => {
  const bytes = from(name);
  return { name, kind: "share", in: { secret: bytes(32), salt: bytes(16), nonce: bytes(24), plain } };
};
const sharePlain = JSON.stringify({
  v: 1,
  locale: "en",
  from: "Mara",
  to: "Dr Weiss",
  purpose: "",
  madeOn: "2027-01-20",
  until: "2027-02-19",
  sections: [{ id: "note", title: "In my words", sentences: ["Hello."], figure: null, table: null }],
});
const capsules = (): readonly Draft[] => [
  ask("ask", utf8(askPlain)),
  ask("ask empty", "0x"),
  ask("ask largest", fill("0x63", 16 * kib - 4)),
  reply("reply", utf8(replyPlain)),
  reply("reply empty", "0x"),
  reply("reply largest", fill("0x64", 16 * kib - 4)),
  share("share", utf8(sharePlain)),
  share("share empty", "0x"),
  share("share largest", fill("0x6a", 128 * kib - 4)),
  { name: "fragment", kind: "fragment", in: { secret: from("fragment")(32) } },
  { name: "fragment of ones", kind: "fragment", in: { secret: fill("0xff", 32) } },
];

const backup = (name: string, chunks: number, items: readonly unknown[]): Draft => {
  const bytes = from(name);
  return {
    name,
    kind: "backup",
    in: {
      words: "legal winner thank year wave sausage worth useful legal winner thank yellow",
      items,
      salt: bytes(16),
      nonces: Array.from({ length: chunks }, () => bytes(24)),
    },
  };
};
const stored = (): readonly Draft[] => [
  backup("backup of nothing", 1, []),
  backup("backup of one chunk", 1, [utf8("first"), "0x", utf8("third")]),
  backup("backup of one full chunk", 1, [fill("0x65", 65_536 - 8)]),
  backup("backup of two chunks", 2, [fill("0x66", 65_536), utf8("second")]),
  backup("backup of three chunks", 3, [fill("0x67", 65_536), fill("0x68", 65_536)]),
  backup("backup of sixty-five chunks", 65, [
    ...Array.from({ length: 16 }, () => fill("0x69", 256 * kib)),
    utf8("last"),
  ]),
  ...["drafts", "outbox"].map((store) => {
    const bytes = from(`local ${store}`);
    return {
      name: `local ${store}`,
      kind: "local",
      in: { epochKey: bytes(32), store, name: "ask", nonce: bytes(24), plain: utf8("a draft") },
    };
  }),
];

const requests = (): readonly Draft[] => {
  const bytes = from("requests");
  return [
    {
      name: "hello",
      kind: "hello",
      in: { epochKey: bytes(32), origin: "https://relay.example", vaultId: bytes(16), nonce: bytes(32) },
    },
    {
      name: "hello on a port",
      kind: "hello",
      in: { epochKey: bytes(32), origin: "http://localhost:8787", vaultId: bytes(16), nonce: bytes(32) },
    },
    { name: "rotate at creation", kind: "rotate", in: { ownerSecret: bytes(32), epoch: 1, writePub: bytes(32) } },
    { name: "rotate", kind: "rotate", in: { ownerSecret: bytes(32), epoch: 258, writePub: bytes(32) } },
    {
      name: "delete",
      kind: "delete",
      in: { ownerSecret: bytes(32), origin: "https://relay.example", nonce: bytes(32) },
    },
  ];
};

const frames = (): readonly Draft[] => {
  const bytes = from("frames");
  const sealed = { of: "envelope events", field: "envelope" };
  const bodies: readonly { readonly [field: string]: unknown }[] = [
    { kind: "challenge", ref: 0, nonce: bytes(32) },
    { kind: "hello", ref: 1, epoch: 2, sig: bytes(64) },
    { kind: "append", ref: 2, envelopes: [sealed, { of: "envelope segment", field: "envelope" }] },
    { kind: "pull", ref: 3, after: 70_000, maxBytes: 65_536 },
    { kind: "delete", ref: 4, ownerSig: bytes(64) },
    { kind: "rotate", ref: 5, epoch: 2, writePub: bytes(32), ownerSig: bytes(64) },
    {
      kind: "create",
      ref: 6,
      ownerPub: bytes(32),
      epoch: 1,
      writePub: bytes(32),
      ownerSig: bytes(64),
      helloSig: bytes(64),
    },
    {
      kind: "welcome",
      ref: 6,
      head: 9,
      devices: [
        { deviceId: bytes(16), seq: 4 },
        { deviceId: bytes(16), seq: Number.MAX_SAFE_INTEGER },
      ],
    },
    { kind: "ack", ref: 4_294_967_295, head: Number.MAX_SAFE_INTEGER },
    { kind: "page", ref: 3, more: true, entries: [{ at: 5, envelope: sealed }] },
    { kind: "news", ref: 0, more: false, entries: [{ at: 6, envelope: sealed }] },
    { kind: "refused", ref: 7, code: "slow-down", retryAfterMs: 1500 },
    { kind: "refused", ref: 7, code: "stale-epoch", retryAfterMs: 0 },
    { kind: "watch", ref: 8, id: bytes(16), proof: bytes(32) },
    { kind: "notice", ref: 8, count: 3 },
    { kind: "erase", ref: 9, deviceId: bytes(16), from: 2, to: 70_000 },
  ];
  return bodies.map((frame, i) => ({ name: `frame ${String(frame["kind"])} ${i + 1}`, kind: "frame", in: { frame } }));
};

/** Every positive vector's inputs, in the order of the file. */
export const ownDrafts = (): readonly Draft[] => [
  ...derivations(),
  ...owners(),
  ...envelopes(),
  ...batches(),
  ...capsules(),
  ...stored(),
  ...requests(),
  ...frames(),
  ...vaultDrafts(),
];
