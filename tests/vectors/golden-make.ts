/** Makes the frozen vault of the present formats, once; what stands in the file is never made again. */
import { toHex, utf8, type Result } from "@belay/basics";
import { testChain, testVault } from "@belay/testkit";
import {
  agreementKey,
  asSecret,
  emptyBook,
  encodePairingCode,
  lowMemoryParams,
  newAskSecret,
  newDevice,
  newReplyKey,
  newVaultKey,
  nextPlace,
  packCustody,
  passphraseBytes,
  sealAsk,
  sealBackup,
  sealEnvelope,
  sealEpochKey,
  sealLocal,
  sealLock,
  sealPairing,
  sealRecovery,
  sealReply,
  signAct,
  signRotate,
  wordsEntropy,
  vaultKeys,
} from "@belay/vault";
import { argon2id } from "hash-wasm";
import { openGolden, type Golden } from "./golden.ts";

const value = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const passphrase = "tuna gravity velvet onion sketch";
const words = "legal winner thank year wave sausage worth useful legal winner thank yellow";

const stretch = (salt: Uint8Array): Promise<Uint8Array> =>
  argon2id({
    password: passphraseBytes(passphrase),
    salt,
    memorySize: lowMemoryParams.memoryKiB,
    iterations: lowMemoryParams.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });

const vault = testVault("golden/1");
const { owner, vaultId, device, keys, random } = vault;
const second = newVaultKey(random);
const epochs = [
  { epoch: 1, key: keys.epochKey },
  { epoch: 2, key: second },
];
const entropy = wordsEntropy(words.split(" ")) ?? new Uint8Array(16);

const locks = async (): Promise<Golden["sealed"]> => {
  const daily = packCustody({ kind: "daily", ownerPub: owner.ownerPub, device, epochs });
  const kept = packCustody({ kind: "owner", owner, recovery: asSecret(entropy) });
  const [saltA, saltB, saltC] = [random(16), random(16), random(16)];
  const params = lowMemoryParams;
  return {
    "lock daily": toHex(
      value(sealLock({ kind: "daily", params, salt: saltA, stretched: await stretch(saltA) }, daily, random)),
    ),
    "lock owner": toHex(
      value(sealLock({ kind: "owner", params, salt: saltB, stretched: await stretch(saltB) }, kept, random)),
    ),
    "lock prf": toHex(value(sealLock({ kind: "prf", params: null, salt: saltC, stretched: passkey }, daily, random))),
  };
};
const passkey = random(32);

const log = (): Golden["sealed"] => {
  const bodies = [
    '{"seen":{},"events":[{"id":"a","k":"checkin/noted@1","t":[1800000000000,0],"d":"2027-01-15","b":{"energy":40}}]}',
    '{"seen":{},"events":[{"id":"b","k":"unknown/kind@9","t":[1800000000001,0],"d":"2027-01-15","b":{}}]}',
  ];
  const chain = testChain(vault, 2, (index) => utf8(bodies[index] ?? "{}"));
  const last = chain[1]?.hash ?? new Uint8Array(32);
  const more = (type: "segment" | "membership" | "events", epoch: number, body: Uint8Array): string => {
    const used = epoch === 1 ? keys : vaultKeys(second);
    return toHex(
      value(sealEnvelope({ type, vaultId, epoch, device, seq: 3, prevHash: last, body }, used, random)).envelope,
    );
  };
  const act = value(
    signAct(owner, {
      ...nextPlace(emptyBook),
      act: {
        type: "found",
        device: toHex(device.id),
        name: "Kitchen tablet",
        signPub: toHex(device.sign.publicKey),
        agreePub: toHex(device.agree.publicKey),
        epoch: 1,
        writePub: toHex(keys.write.publicKey),
        rotateSig: toHex(signRotate(owner, 1, keys.write.publicKey)),
      },
      at: 1_800_000_000_000,
    }),
  );
  return {
    ...Object.fromEntries(chain.map(({ envelope }, i) => [`envelope events ${i + 1}`, toHex(envelope)])),
    "envelope segment": more("segment", 1, utf8('{"replaces":[],"events":[]}')),
    "envelope membership": more("membership", 1, act.body),
    "envelope of the second epoch": more("events", 2, utf8('{"seen":{},"events":[{"n":1}]}')),
    act: toHex(act.body),
    "epoch key": toHex(
      value(
        sealEpochKey({ vaultId, epoch: 2, device: device.id, before: keys }, device.agree.publicKey, second, random),
      ),
    ),
    local: toHex(value(sealLocal(keys, { store: "drafts", name: "ask" }, utf8("a draft"), random))),
  };
};

/** The frozen vault of format 1. */
export const makeGolden = async (): Promise<Golden> => {
  const [link, reply, replyId, once, added] = [
    newAskSecret(random),
    newReplyKey(random),
    random(16),
    agreementKey(random(32)),
    newDevice(random),
  ];
  const code = {
    pk: once.publicKey,
    psk: asSecret(random(32)),
    mailbox: random(16),
    deviceId: added.id,
    signPub: added.sign.publicKey,
    agreePub: added.agree.publicKey,
  };
  const inside = {
    ownerPub: owner.ownerPub,
    epochs,
    head: { n: 1, hash: random(32) },
    heads: { [toHex(device.id)]: [3, toHex(random(32))] as const },
    owner: owner.secret,
  };
  const golden: Golden = {
    format: 1,
    passphrase,
    words,
    secrets: {
      "vault id": toHex(vaultId),
      passkey: toHex(passkey),
      link: toHex(link.expose()),
      reply: toHex(reply.sk.expose()),
      "reply id": toHex(replyId),
      pairing: toHex(once.secret.expose()),
      "pairing code": toHex(encodePairingCode(code)),
    },
    sealed: {
      ...(await locks()),
      ...log(),
      ask: toHex(value(sealAsk(link, utf8('{"v":1,"words":"Could you?"}'), random))),
      reply: toHex(value(sealReply(link, reply.pk, replyId, utf8('{"v":1,"answer":"yes"}'), random))),
      backup: toHex(value(sealBackup([utf8("first"), utf8("second")], words.split(" "), random))),
      recovery: toHex(value(sealRecovery({ entropy, owner, epochs }, random))),
      pairing: toHex(value(sealPairing(code, inside, random))),
    },
    opens: {},
  };
  const opens: Record<string, string> = {};
  for (const [name, hex] of Object.entries(golden.sealed))
    opens[name] = await openGolden(golden, name, Uint8Array.from(Buffer.from(hex, "hex")));
  return { ...golden, opens };
};
