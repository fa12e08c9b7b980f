/** M-8: a relay that puts its own public keys in the place of a device's or an asker's reaches nothing. */
import { concat, err, ok, toHex, utf8, type Result } from "@belay/basics";
import { testVault } from "@belay/testkit";
import {
  agreementKey,
  asSecret,
  decodePairingCode,
  emptyBook,
  encodePairingCode,
  newAskSecret,
  newDevice,
  newOwner,
  newReplyKey,
  newVaultKey,
  nextPlace,
  openAsk,
  openEpochKey,
  openPairing,
  openReply,
  pairingDigits,
  readAct,
  sealAsk,
  sealEpochKey,
  sealPairing,
  sealReply,
  signAct,
  signRotate,
  type AgreementKey,
  type PairingCode,
  type Random,
} from "@belay/vault";
import type { Proof } from "./proof.ts";

const made = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

/** A vault with a device, a second device that is being paired, and the relay with keys of its own. */
const makeWorld = (seed: string) => {
  const vault = testVault(seed);
  const { random } = vault;
  const once = agreementKey(random(32));
  const added = newDevice(random);
  const code: PairingCode = {
    pk: once.publicKey,
    psk: asSecret(random(32)),
    mailbox: random(16),
    deviceId: added.id,
    signPub: added.sign.publicKey,
    agreePub: added.agree.publicKey,
  };
  return { ...vault, once, added, code, relay: agreementKey(random(32)), relayDevice: newDevice(random) };
};
type World = ReturnType<typeof makeWorld>;

/** One swap: true when it got the relay anywhere. */
type Swap = (world: World) => boolean;

const packageOf = ({ owner, random }: World) => ({
  ownerPub: owner.ownerPub,
  epochs: [{ epoch: 1, key: asSecret(random(32)) }],
  head: { n: 1, hash: random(32) },
  heads: {},
});
const sealed = (world: World, code: PairingCode): Uint8Array => made(sealPairing(code, packageOf(world), world.random));

/** The relay does not know the secret of the code: it never saw the screen. */
const guessed = (code: PairingCode, random: Random): PairingCode => ({ ...code, psk: asSecret(random(32)) });

/** The code as it would reach the old device if somebody held another one before its camera. */
const swappedCode = (world: World, more: Partial<PairingCode>): boolean => {
  const shown = made(decodePairingCode(encodePairingCode({ ...world.code, ...more })));
  const body = sealed(world, shown);
  // Nobody may open it, and the digits on both screens must differ.
  const opened = openPairing(world.code, world.once, body).ok;
  return opened || pairingDigits(shown) === pairingDigits(world.code);
};

const pairingSwaps: Readonly<Record<string, Swap>> = {
  "pairing: the package's sender key": (world) => {
    const body = Uint8Array.from(sealed(world, world.code));
    body.set(world.relay.publicKey, 8);
    return openPairing(world.code, world.once, body).ok;
  },
  "pairing: a package of the relay's own": (world) =>
    openPairing(world.code, world.once, sealed(world, guessed(world.code, world.random))).ok,
  "pairing: the one-time key": (world) => {
    const shown = { ...world.code, pk: world.relay.publicKey };
    const read = openPairing(guessed(shown, world.random), world.relay, sealed(world, shown)).ok;
    return read || swappedCode(world, { pk: world.relay.publicKey });
  },
  "pairing: the new device's signing key": (world) => swappedCode(world, { signPub: world.relayDevice.sign.publicKey }),
  "pairing: the new device's agreement key": (world) => swappedCode(world, { agreePub: world.relay.publicKey }),
};

const entryOf = ({ owner, keys, added }: World, signer = owner) => ({
  ...nextPlace(emptyBook),
  act: {
    type: "found" as const,
    device: toHex(added.id),
    name: "Laptop",
    signPub: toHex(added.sign.publicKey),
    agreePub: toHex(added.agree.publicKey),
    epoch: 1,
    writePub: toHex(keys.write.publicKey),
    rotateSig: toHex(signRotate(signer, 1, keys.write.publicKey)),
  },
  at: 1_800_000_000_000,
});

const swappedAct = (world: World, from: Uint8Array, to: Uint8Array, read: typeof readAct = readAct): boolean => {
  const body = new TextDecoder().decode(made(signAct(world.owner, entryOf(world))).body);
  const other = body.replaceAll(toHex(from), toHex(to));
  if (other === body) throw new Error("nothing was swapped");
  return read(utf8(other), world.owner.ownerPub).ok;
};
const sealedKeyTo = (world: World, device: Uint8Array, to: Uint8Array): Uint8Array => {
  const { owner, keys, random } = world;
  const place = { vaultId: owner.vaultId, epoch: 2, device, before: keys };
  return made(sealEpochKey(place, to, newVaultKey(random), random));
};
const opensKey = (world: World, device: Uint8Array, own: AgreementKey, bytes: Uint8Array): boolean =>
  openEpochKey({ vaultId: world.owner.vaultId, epoch: 2, device, before: world.keys }, own, bytes).ok;

const memberSwaps: Readonly<Record<string, Swap>> = {
  "membership: a device's signing key": (world) =>
    swappedAct(world, world.added.sign.publicKey, world.relayDevice.sign.publicKey),
  "membership: a device's agreement key": (world) =>
    swappedAct(world, world.added.agree.publicKey, world.relay.publicKey),
  "membership: the write key": (world) =>
    swappedAct(world, world.keys.write.publicKey, world.relayDevice.sign.publicKey),
  "membership: an act signed by another owner": (world) => {
    const stranger = newOwner(world.random);
    return readAct(made(signAct(stranger, entryOf(world, stranger))).body, world.owner.ownerPub).ok;
  },
  "membership: a key sealed to one device, given to another": (world) =>
    opensKey(
      world,
      world.added.id,
      world.added.agree,
      sealedKeyTo(world, world.device.id, world.device.agree.publicKey),
    ),
  "membership: the sealed key's sender key": (world) => {
    const bytes = sealedKeyTo(world, world.added.id, world.added.agree.publicKey);
    return opensKey(world, world.added.id, world.added.agree, concat(world.relay.publicKey, bytes.subarray(32)));
  },
  "membership: a key for a device, opened by the relay": (world) =>
    opensKey(world, world.added.id, world.relay, sealedKeyTo(world, world.added.id, world.added.agree.publicKey)),
};

const askSwaps: Readonly<Record<string, Swap>> = {
  "ask: the one-time key inside it": ({ random, relay }) => {
    const [secret, key] = [newAskSecret(random), newReplyKey(random)];
    const body = made(sealAsk(secret, utf8(`{"replyPub":"${toHex(key.pk)}"}`), random));
    // The relay knows neither key nor plaintext: the best it can do is to turn bits where the key stands.
    const other = Uint8Array.from(body);
    relay.publicKey.forEach((byte, i) => (other[117 + i] = (other[117 + i] ?? 0) ^ byte));
    return openAsk(secret, other).ok;
  },
  "ask: an answer to the relay's key": ({ random, relay }) => {
    const [secret, key, id] = [newAskSecret(random), newReplyKey(random), random(16)];
    const body = made(sealReply(secret, relay.publicKey, id, utf8("{}"), random));
    return openReply(secret, key.sk, id, body).ok || openReply(newAskSecret(random), relay.secret, id, body).ok;
  },
  "ask: the sender key of an answer": ({ random, relay }) => {
    const [secret, key, id] = [newAskSecret(random), newReplyKey(random), random(16)];
    const body = Uint8Array.from(made(sealReply(secret, key.pk, id, utf8("{}"), random)));
    body.set(relay.publicKey, 8);
    return openReply(secret, key.sk, id, body).ok;
  },
  "ask: an answer by the relay, without the link": ({ random }) => {
    const [secret, key, id] = [newAskSecret(random), newReplyKey(random), random(16)];
    return openReply(secret, key.sk, id, made(sealReply(newAskSecret(random), key.pk, id, utf8("{}"), random))).ok;
  },
};

/** Reads an act as `readAct` would if it looked at no signature. */
const unsigned: typeof readAct = (body) => {
  const outer: unknown = JSON.parse(new TextDecoder().decode(body));
  const text = typeof outer === "object" && outer !== null && "act" in outer ? outer.act : null;
  const entry: unknown = typeof text === "string" ? JSON.parse(text) : null;
  const right = typeof entry === "object" && entry !== null && "act" in entry && "prev" in entry;
  return right ? ok({ ...entryOf(makeWorld("unsigned")), hash: new Uint8Array(32) }) : err({ type: "BadText" });
};

/** The mutants: a pairing whose secret everybody knows, and a reader of acts that looks at no signature. */
const controls: readonly Swap[] = [
  (world) => {
    const open = { ...world.code, psk: asSecret(new Uint8Array(32)) };
    return openPairing(open, world.once, sealed(world, { ...open })).ok;
  },
  (world) => swappedAct(world, world.added.sign.publicKey, world.relayDevice.sign.publicKey, unsigned),
];

/** Kinds of swaps in turn. Shares are not built yet: their kind joins the list with them. */
export const proof: Proof = {
  id: "M-8",
  number: 200,
  control: "a pairing whose secret the relay knows, and a reader of acts that checks no signature",
  run: async ({ asked, seed, note }) => {
    const swaps = [...Object.entries(pairingSwaps), ...Object.entries(memberSwaps), ...Object.entries(askSwaps)];
    const found: string[] = [];
    for (let i = 0; i < asked; i += 1) {
      const [name, swap] = swaps[i % swaps.length] ?? ["nothing", () => true];
      if (swap(makeWorld(`m-8/${seed}/${i}`))) found.push(`round ${i}, ${name}`);
    }
    const control = controls.every((swap) => swap(makeWorld(`m-8/${seed}/control`)));
    for (const line of found.slice(0, 20)) note(`got through: ${line}`);
    const why = found[0];
    return { done: asked, failures: found.length, control, ...(why === undefined ? {} : { why }) };
  },
};
