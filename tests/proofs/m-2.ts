/** M-2: a hostile relay moves whole records and capsules to places they were not sealed for. */
import { concat, utf8 } from "@belay/basics";
import { pickBelow, testEnvelope, testVault, type TestVault } from "@belay/testkit";
import {
  askKeys,
  chainStart,
  newAskSecret,
  newDevice,
  newReplyKey,
  newVaultKey,
  openAsk,
  openReply,
  openShare,
  sealAsk,
  sealReply,
  sealShare,
  shareKeys,
  vaultKeys,
  type OpenInput,
} from "@belay/vault";
import { decodeHeader, encodeHeader, envelopeTypes, type Header } from "@belay/wire";
import { headerlessSealer, shippedSealer, type Sealer } from "../vectors/sealer.ts";
import type { Proof } from "./proof.ts";

/** Two vaults, each with a second device and a second epoch, and two asks. */
const makeWorld = (seed: number, round: number) => {
  const here = testVault(`m-2/${seed}/${round}/here`);
  const there = testVault(`m-2/${seed}/${round}/there`);
  return { here, there, other: newDevice(here.random), later: vaultKeys(newVaultKey(here.random)) };
};
type World = ReturnType<typeof makeWorld>;

const inputOf = (vault: TestVault, world: World): OpenInput => ({
  vaultId: vault.vaultId,
  devicePub: vault.device.sign.publicKey,
  verifySignature: false,
  keyOfEpoch: (epoch) => (epoch === 1 ? vault.keys : epoch === 2 ? world.later : null),
});

const rewritten = (envelope: Uint8Array, change: Partial<Header>): Uint8Array => {
  const header = decodeHeader(envelope);
  if (!header.ok) throw new Error(header.error.type);
  return concat(encodeHeader({ ...header.value, ...change }), envelope.subarray(128));
};

/** One move: whether the record was taken at a place it was not sealed for. */
type Move = (sealer: Sealer, world: World) => boolean;

const sealedHere = (sealer: Sealer, { here }: World): Uint8Array =>
  sealer.seal(
    {
      type: "events",
      vaultId: here.vaultId,
      epoch: 1,
      device: here.device,
      seq: 1,
      prevHash: chainStart.hash,
      body: utf8("{}"),
    },
    here.keys,
    here.random,
  );

/** Offered as on receipt, as it is or with its header rewritten to fit; then as on a cold open. */
const offered = (sealer: Sealer, world: World, to: TestVault, change: Partial<Header>): boolean => {
  const envelope = rewritten(sealedHere(sealer, world), change);
  const input = inputOf(to, world);
  return sealer.open(envelope, input) || sealer.open(envelope, { ...input, verifySignature: true });
};

const recordMoves: Readonly<Record<string, Move>> = {
  "to another vault": (sealer, world) => offered(sealer, world, world.there, {}),
  "to another vault, renamed": (sealer, world) => offered(sealer, world, world.there, { vaultId: world.there.vaultId }),
  "to another vault with the same keys, renamed": (sealer, world) =>
    offered(sealer, world, { ...world.there, keys: world.here.keys }, { vaultId: world.there.vaultId }),
  "to another device": (sealer, world) => offered(sealer, world, world.here, { deviceId: world.other.id }),
  "to another place": (sealer, world) =>
    offered(sealer, world, world.here, {
      seq: 2 + pickBelow(world.here.random, 1000),
      prevHash: world.here.random(32),
    }),
  "to another type": (sealer, world) =>
    offered(sealer, world, world.here, { type: envelopeTypes[1 + pickBelow(world.here.random, 2)] ?? "segment" }),
  "to another epoch": (sealer, world) => offered(sealer, world, world.here, { epoch: 2 }),
  "to another epoch with the same keys": (sealer, world) =>
    offered(sealer, { ...world, later: world.here.keys }, world.here, { epoch: 2 }),
  "under another record's key": (sealer, world) => {
    const [a, b] = [testEnvelope(world.here).envelope, testEnvelope(world.here).envelope];
    return sealer.open(concat(a.subarray(0, 128), b.subarray(128)), inputOf(world.here, world));
  },
};

const capsule = (sealed: { readonly ok: boolean; readonly value?: Uint8Array }): Uint8Array => {
  if (sealed.value === undefined) throw new Error("not sealed");
  return Uint8Array.from(sealed.value);
};
const capsuleMoves: Readonly<Record<string, Move>> = {
  "an ask to another link": (_, { here: { random } }) => {
    const [a, b] = [newAskSecret(random), newAskSecret(random)];
    return openAsk(b, capsule(sealAsk(a, utf8("{}"), random))).ok;
  },
  "an ask to another link, renamed": (_, { here: { random } }) => {
    const [a, b] = [newAskSecret(random), newAskSecret(random)];
    const body = capsule(sealAsk(a, utf8("{}"), random));
    body.set(askKeys(b).id, 8);
    return openAsk(b, body).ok;
  },
  "a share to another link": (_, { here: { random } }) => {
    const [a, b] = [newAskSecret(random), newAskSecret(random)];
    return openShare(b, capsule(sealShare(a, utf8("{}"), random))).ok;
  },
  "a share to another link, renamed": (_, { here: { random } }) => {
    const [a, b] = [newAskSecret(random), newAskSecret(random)];
    const body = capsule(sealShare(a, utf8("{}"), random));
    body.set(shareKeys(b).id, 8);
    return openShare(b, body).ok;
  },
  "a share to the ask of the same secret": (_, { here: { random } }) => {
    const secret = newAskSecret(random);
    const body = capsule(sealShare(secret, utf8("{}"), random));
    body.set(askKeys(secret).id, 8);
    body[6] = 1;
    return openAsk(secret, body).ok;
  },
  "a reply to another ask": (_, { here: { random } }) => {
    const [a, b, key, id] = [newAskSecret(random), newAskSecret(random), newReplyKey(random), random(16)];
    return openReply(b, key.sk, id, capsule(sealReply(a, key.pk, id, utf8("{}"), random))).ok;
  },
  "a reply to another reply's id": (_, { here: { random } }) => {
    const [secret, key] = [newAskSecret(random), newReplyKey(random)];
    return openReply(secret, key.sk, random(16), capsule(sealReply(secret, key.pk, random(16), utf8("{}"), random))).ok;
  },
  "a reply to another one-time key": (_, { here: { random } }) => {
    const [secret, key, other, id] = [newAskSecret(random), newReplyKey(random), newReplyKey(random), random(16)];
    return openReply(secret, other.sk, id, capsule(sealReply(secret, key.pk, id, utf8("{}"), random))).ok;
  },
};

const attempt = (
  moves: readonly (readonly [string, Move])[],
  sealer: Sealer,
  count: number,
  seed: number,
): readonly string[] =>
  Array.from({ length: count }, (_, i): readonly string[] => {
    const [name, move] = moves[i % moves.length] ?? ["nothing", () => true];
    const world = makeWorld(seed, i);
    return move(sealer, world) ? [`round ${i}, ${name}`] : [];
  }).flat();

/** Kinds of moves in turn. Shares are not built yet: their kind joins the list with them. */
export const proof: Proof = {
  id: "M-2",
  number: 2000,
  control: "an open function that leaves the header out of the AAD",
  run: async ({ asked, seed, note }) => {
    const moves = [...Object.entries(recordMoves), ...Object.entries(capsuleMoves)];
    const taken = attempt(moves, shippedSealer, asked, seed);
    const records = Object.entries(recordMoves);
    const control = attempt(records, headerlessSealer, records.length, seed).length > 0;
    for (const line of taken.slice(0, 20)) note(`taken: ${line}`);
    const why = taken[0];
    return { done: asked, failures: taken.length, control, ...(why === undefined ? {} : { why: `taken: ${why}` }) };
  },
};
