/** Lists every decoder that bytes from strangers reach, each with whole samples to start from. */
import { concat, toHex, utf8, type Result } from "@belay/basics";
import { testEnvelope, testVault } from "@belay/testkit";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  emptyBook,
  encodePairingCode,
  lockParams,
  newAskSecret,
  newReplyKey,
  newVaultKey,
  nextPlace,
  openAsk,
  openBackup,
  openEnvelope,
  openEpochKey,
  openLocal,
  openLock,
  openPairing,
  openRecovery,
  openReply,
  packCustody,
  parseAskFragment,
  parseWords,
  readAct,
  sealAsk,
  sealBackup,
  sealEpochKey,
  sealLocal,
  sealLock,
  sealPairing,
  sealRecovery,
  sealReply,
  signAct,
  signRotate,
  unpackCustody,
  wordsEntropy,
} from "@belay/vault";
import { decodeAskPlain, decodeBatch, decodeFrame, decodeReplyPlain, encodeFrame } from "@belay/wire";

/** One decoder under fuzz. `weight` shares out the inputs: what costs a millisecond gets fewer. */
export interface Target {
  readonly name: string;
  readonly weight: number;
  readonly samples: readonly Uint8Array[];
  readonly decode: (bytes: Uint8Array) => unknown;
}

const made = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const words = "legal winner thank year wave sausage worth useful legal winner thank yellow";

const logTargets = (seed: string): readonly Target[] => {
  const vault = testVault(seed);
  const { keys, vaultId, device, random } = vault;
  const batch = utf8(
    `{"seen":{"${"0".repeat(32)}":[1,"${"a".repeat(64)}"]},"events":[{"id":"x","b":{"n":[1,2.5e3,null]}}]}`,
  );
  const envelopes = [testEnvelope(vault, batch).envelope, testEnvelope(vault, random(900)).envelope];
  const input = {
    vaultId,
    keyOfEpoch: (epoch: number) => (epoch === 1 ? keys : null),
    devicePub: device.sign.publicKey,
  };
  const frames = [
    encodeFrame({ kind: "append", ref: 2, envelopes }),
    encodeFrame({
      kind: "page",
      ref: 3,
      more: true,
      entries: envelopes.map((envelope, i) => ({ at: i + 1, envelope })),
    }),
    encodeFrame({ kind: "welcome", ref: 1, head: 9, devices: [{ deviceId: device.id, seq: 4 }] }),
    encodeFrame({ kind: "refused", ref: 7, code: "slow-down", retryAfterMs: 1500 }),
  ];
  const place = { store: "drafts", name: "ask" };
  return [
    {
      name: "envelope",
      weight: 10,
      samples: envelopes,
      decode: (bytes) => openEnvelope(bytes, { ...input, verifySignature: false }),
    },
    {
      name: "envelope on receipt",
      weight: 1,
      samples: envelopes,
      decode: (bytes) => openEnvelope(bytes, { ...input, verifySignature: true }),
    },
    { name: "frame", weight: 100, samples: frames, decode: decodeFrame },
    { name: "batch", weight: 50, samples: [batch], decode: decodeBatch },
    {
      name: "local box",
      weight: 6,
      samples: [made(sealLocal(keys, place, batch, random))],
      decode: (bytes) => openLocal(keys, place, bytes),
    },
  ];
};

const linkTargets = (seed: string): readonly Target[] => {
  const { random } = testVault(seed);
  const [secret, reply, replyId] = [newAskSecret(random), newReplyKey(random), random(16)];
  const ask = utf8(
    `{"v":1,"from":"Mara","words":"Could you?","howItWas":true,"answerBy":"2027-01-20","closesOn":"2027-01-22","silence":null,"locale":"en","replyPub":"${"ab".repeat(32)}"}`,
  );
  const answer = utf8(`{"v":1,"answer":"partly","words":"At eleven?","burden":2,"glad":9,"notThisMonth":false}`);
  return [
    {
      name: "ask",
      weight: 6,
      samples: [made(sealAsk(secret, ask, random))],
      decode: (bytes) => openAsk(secret, bytes),
    },
    {
      name: "reply",
      weight: 1,
      samples: [made(sealReply(secret, reply.pk, replyId, answer, random))],
      decode: (bytes) => openReply(secret, reply.sk, replyId, bytes),
    },
    { name: "ask in clear", weight: 50, samples: [ask], decode: decodeAskPlain },
    { name: "reply in clear", weight: 50, samples: [answer], decode: decodeReplyPlain },
    {
      name: "fragment",
      weight: 25,
      samples: [utf8(`#1${"A".repeat(43)}`)],
      decode: (bytes) => parseAskFragment(text(bytes)),
    },
    { name: "words", weight: 5, samples: [utf8(words)], decode: (bytes) => parseWords(text(bytes)) },
  ];
};

const keyTargets = (seed: string): readonly Target[] => {
  const { owner, device, keys, random } = testVault(seed);
  const epochs = [1, 2].map((epoch) => ({ epoch, key: asSecret(random(32)) }));
  const daily = packCustody({ kind: "daily", ownerPub: owner.ownerPub, device, epochs });
  const [stretched, salt] = [random(32), random(16)];
  const locks = [
    made(sealLock({ kind: "daily", params: lockParams, salt, stretched }, daily, random)),
    made(sealLock({ kind: "prf", params: null, salt, stretched }, daily, random)),
  ];
  const entropy = wordsEntropy(words.split(" ")) ?? random(16);
  const backups = [[utf8("one")], Array.from({ length: 9 }, () => random(90))].map((items) =>
    made(sealBackup(items, words.split(" "), random)),
  );
  return [
    { name: "lock", weight: 40, samples: locks, decode: (bytes) => openLock(bytes, stretched) },
    { name: "custody", weight: 1, samples: [daily, packCustody({ kind: "owner", owner })], decode: unpackCustody },
    { name: "backup", weight: 4, samples: backups, decode: (bytes) => openBackup(bytes, words.split(" ")) },
    {
      name: "recovery record",
      weight: 4,
      samples: [made(sealRecovery({ entropy, owner, epochs }, random))],
      decode: (bytes) => openRecovery(bytes, entropy),
    },
    {
      name: "key of an epoch",
      weight: 1,
      samples: [
        made(
          sealEpochKey(
            { vaultId: owner.vaultId, epoch: 2, device: device.id, before: keys },
            device.agree.publicKey,
            newVaultKey(random),
            random,
          ),
        ),
      ],
      decode: (bytes) =>
        openEpochKey({ vaultId: owner.vaultId, epoch: 2, device: device.id, before: keys }, device.agree, bytes),
    },
  ];
};

const deviceTargets = (seed: string): readonly Target[] => {
  const { owner, device, keys, random } = testVault(seed);
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
    epochs: [{ epoch: 1, key: asSecret(random(32)) }],
    head: { n: 1, hash: random(32) },
    heads: { [toHex(random(16))]: [1, toHex(random(32))] as const },
  };
  const act = {
    type: "found" as const,
    device: toHex(device.id),
    name: "Laptop",
    signPub: toHex(device.sign.publicKey),
    agreePub: toHex(device.agree.publicKey),
    epoch: 1,
    writePub: toHex(keys.write.publicKey),
    rotateSig: toHex(signRotate(owner, 1, keys.write.publicKey)),
  };
  const body = made(signAct(owner, { ...nextPlace(emptyBook), act, at: 5 })).body;
  return [
    { name: "membership act", weight: 1, samples: [body], decode: (bytes) => readAct(bytes, owner.ownerPub) },
    { name: "pairing code", weight: 90, samples: [encodePairingCode(code)], decode: decodePairingCode },
    {
      name: "pairing package",
      weight: 1,
      samples: [made(sealPairing(code, inside, random)), concat(encodePairingCode(code), new Uint8Array(500))],
      decode: (bytes) => openPairing(code, own, bytes),
    },
  ];
};

/** All of them, with keys from `seed`. */
export const targets = (seed: string): readonly Target[] => [
  ...logTargets(seed),
  ...linkTargets(seed),
  ...keyTargets(seed),
  ...deviceTargets(seed),
];
