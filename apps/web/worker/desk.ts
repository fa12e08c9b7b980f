/** The key desk: the one place in the app where keys exist in clear. */
import { concat, err, fromHex, fromUtf8, ok, readU32, toHex, u32, utf8, type Result } from "@belay/basics";
import {
  askFragment,
  askKeys,
  asSecret,
  custodyVaultId,
  newAskSecret,
  newDevice,
  newOwner,
  newOwnerProof,
  newReplyKey,
  newVaultKey,
  openEnvelope,
  openLocal,
  openReply,
  packCustody,
  proofHash,
  sealAsk,
  sealEnvelope,
  sealLocal,
  signDelete,
  signHello,
  signRotate,
  unpackCustody,
  vaultKeys,
  type DailyCustody,
  type Owner,
  type OwnerCustody,
  type Random,
  type VaultKeys,
} from "@belay/vault";
import type { DeskFault, DeskIdentity, KeyDesk, Opened } from "@belay/wire";
import { filing } from "./files.ts";
import type { Keystore } from "./keystore.ts";

/** The store under which drafts and other local boxes are sealed. */
const localStore = "drafts";

/** What the desk holds while the app is open. */
interface Held {
  readonly daily: DailyCustody;
  readonly owner: Owner;
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly keys: VaultKeys;
  readonly keysOf: (epoch: number) => VaultKeys | null;
}

const unreadable = { type: "KeysUnreadable" } as const;
const missing = { type: "KeysMissing" } as const;
const doesNotOpen = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

/** Until there is a lock both tiers stand in one wrap: `len(4) daily owner`. */
const pack = (daily: DailyCustody, owner: OwnerCustody): Uint8Array => {
  const first = packCustody(daily);
  return concat(u32(first.length), first, packCustody(owner));
};

const hold = (daily: DailyCustody, { owner }: OwnerCustody): Result<Held, DeskFault> => {
  const unfolded = new Map(daily.epochs.map(({ epoch, key }) => [epoch, vaultKeys(key)]));
  const epoch = daily.epochs.at(-1)?.epoch ?? 0;
  const keys = unfolded.get(epoch);
  if (keys === undefined) return err(unreadable);
  return ok({
    daily,
    owner,
    vaultId: custodyVaultId(daily),
    epoch,
    keys,
    keysOf: (wanted) => unfolded.get(wanted) ?? null,
  });
};

const unpack = (bytes: Uint8Array): Result<Held, DeskFault> => {
  if (bytes.length < 4) return err(unreadable);
  const split = 4 + readU32(bytes, 0);
  const daily = unpackCustody(bytes.subarray(4, split));
  const owner = unpackCustody(bytes.subarray(split));
  if (!daily.ok || !owner.ok || daily.value.kind !== "daily" || owner.value.kind !== "owner") return err(unreadable);
  return hold(daily.value, owner.value);
};

/** A new vault with a new device. */
const create = (random: Random): { readonly daily: DailyCustody; readonly owner: OwnerCustody } => {
  const owner = newOwner(random);
  const epochs = [{ epoch: 1, key: newVaultKey(random) }];
  return {
    daily: { kind: "daily", ownerPub: owner.ownerPub, device: newDevice(random), epochs },
    owner: { kind: "owner", owner },
  };
};

/** What the relay and the sealed log need of a new link; the sealed text carries the one-time key. */
const makeAsk = (plain: Uint8Array, random: Random): Awaited<ReturnType<KeyDesk["makeAsk"]>> => {
  const text = fromUtf8(plain);
  if (!text.ok || !text.value.endsWith("}")) return doesNotOpen("plain");
  const secret = newAskSecret(random);
  const keys = askKeys(secret);
  const reply = newReplyKey(random);
  const ownerProof = newOwnerProof(random);
  const whole = `${text.value.slice(0, -1)},"replyPub":"${toHex(reply.pk)}"}`;
  const body = sealAsk(secret, utf8(whole), random);
  if (!body.ok) return doesNotOpen(body.error.type);
  return ok({
    mailbox: toHex(keys.id),
    secret: toHex(secret.expose()),
    replyKey: toHex(reply.sk.expose()),
    ownerProof: toHex(ownerProof),
    hashes: {
      read: toHex(proofHash(keys.readProof)),
      reply: toHex(proofHash(keys.replyProof)),
      owner: toHex(proofHash(ownerProof)),
    },
    body: body.value,
    fragment: askFragment(secret),
  });
};

/** Opens stored envelopes, or received ones of this device; other devices are unknown until there is pairing. */
const openOne = (held: Held, envelope: Uint8Array, received: boolean): Result<Opened, DeskFault> => {
  const result = openEnvelope(envelope, {
    vaultId: held.vaultId,
    keyOfEpoch: held.keysOf,
    devicePub: held.daily.device.sign.publicKey,
    verifySignature: received,
  });
  if (!result.ok) return doesNotOpen(result.error.type);
  const { header, body, hash } = result.value;
  return ok({ device: toHex(header.deviceId), seq: header.seq, hash, type: header.type, epoch: header.epoch, body });
};

/** Runs work that needs the keys; without them it says so. */
type WithKeys = <T>(work: (open: Held) => Result<T, DeskFault>) => Promise<Result<T, DeskFault>>;

const opened = <T>(result: Result<T, { readonly type: string }>): Result<T, DeskFault> =>
  result.ok ? result : doesNotOpen(result.error.type);

/** What goes into the log and comes out of it, and what stays on this device. */
const sealing = (
  withKeys: WithKeys,
  random: Random,
): Pick<KeyDesk, "seal" | "openMany" | "sealLocal" | "openLocal"> => ({
  seal: (body, seq, prev, type = "events") =>
    withKeys(({ daily, vaultId, epoch, keys }) => {
      const input = { type, vaultId, epoch, device: daily.device, seq, prevHash: prev, body };
      return opened(sealEnvelope(input, keys, random));
    }),
  openMany: (envelopes, received) =>
    withKeys((open) => ok(envelopes.map((envelope) => openOne(open, envelope, received)))),
  sealLocal: (name, bytes) =>
    withKeys(({ keys }) => opened(sealLocal(keys, { store: localStore, name }, bytes, random))),
  openLocal: (name, bytes) => withKeys(({ keys }) => opened(openLocal(keys, { store: localStore, name }, bytes))),
});

/** What has to do with private links. */
const linking = (withKeys: WithKeys, random: Random): Pick<KeyDesk, "makeAsk" | "fragment" | "openReply"> => ({
  makeAsk: (plain) => withKeys(() => makeAsk(plain, random)),
  fragment: (secret) =>
    withKeys(() => {
      const bytes = fromHex(secret);
      return bytes.ok && bytes.value.length === 32 ? ok(askFragment(asSecret(bytes.value))) : doesNotOpen("secret");
    }),
  openReply: (link, replyId, body) =>
    withKeys(() => {
      const [secret, key, id] = [fromHex(link.secret), fromHex(link.replyKey), fromHex(replyId)];
      if (!secret.ok || !key.ok || !id.ok) return doesNotOpen("hex");
      return opened(openReply(asSecret(secret.value), asSecret(key.value), id.value, body));
    }),
});

/** What is said to a relay. */
const proving = (withKeys: WithKeys): Pick<KeyDesk, "hello" | "signDelete"> => ({
  hello: (origin, nonce) =>
    withKeys(({ owner, keys, epoch, vaultId }) =>
      ok({
        epoch,
        ownerPub: owner.ownerPub,
        writePub: keys.write.publicKey,
        ownerSig: signRotate(owner, epoch, keys.write.publicKey),
        helloSig: signHello(keys, origin, vaultId, nonce),
      }),
    ),
  signDelete: (origin, nonce) => withKeys(({ owner }) => ok(signDelete(owner, origin, nonce))),
});

const identityOf = ({ vaultId, daily, epoch }: Held, fresh: boolean): DeskIdentity => ({
  vault: toHex(vaultId),
  device: toHex(daily.device.id),
  epoch,
  fresh,
});

/** Makes keys and wraps them on this device; nothing is held before they are durable. */
const makeKeys = async (keystore: Keystore, random: Random): Promise<Result<Held, DeskFault>> => {
  const { daily, owner } = create(random);
  const bytes = pack(daily, owner);
  const written = await keystore.write(bytes);
  bytes.fill(0);
  return written.ok ? hold(daily, owner) : written;
};

/** The stored keys; null where there are none. */
const readKeys = async (keystore: Keystore): Promise<Result<Held | null, DeskFault>> => {
  const stored = await keystore.read();
  if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
  const unpacked = unpack(stored.value);
  stored.value.fill(0);
  return unpacked;
};

/** Builds the desk over a keystore and the platform's chance. */
export const createDesk = (keystore: Keystore, random: Random): KeyDesk => {
  let held: Held | null = null;
  const later = (): Promise<Result<never, DeskFault>> => Promise.resolve(err({ type: "Refused", detail: "NotYet" }));
  const withKeys: WithKeys = (work) => Promise.resolve(held === null ? err(missing) : work(held));
  return {
    ...sealing(withKeys, random),
    ...linking(withKeys, random),
    ...proving(withKeys),
    ...filing(() => withKeys(() => ok(null)), random),
    unlock: later,
    confirm: later,
    judge: later,
    propose: later,
    changeLock: later,
    passkeySalt: later,
    setPasskey: later,
    dropPasskey: later,
    unlockByPasskey: later,
    beginVault: later,
    sealNext: later,
    finishVault: later,
    dropVault: later,
    members: later,
    membershipHead: later,
    credentials: later,
    foundBody: later,
    revoke: later,
    rotateKeys: later,
    recoveryWords: later,
    recoveryFind: later,
    recoveryTake: later,
    pairOffer: later,
    pairRead: later,
    pairAnswer: later,
    pairTake: later,
    status: later,
    open: async (mayCreate) => {
      if (held !== null) return ok(identityOf(held, false));
      const stored = await readKeys(keystore);
      if (!stored.ok) return stored;
      if (stored.value === null && !mayCreate) return err(missing);
      const keys = stored.value === null ? await makeKeys(keystore, random) : ok(stored.value);
      if (!keys.ok) return keys;
      held = keys.value;
      return ok(identityOf(held, stored.value === null));
    },
    destroy: async () => {
      held?.owner.secret.wipe();
      for (const { key } of held?.daily.epochs ?? []) key.wipe();
      held = null;
      return keystore.destroy();
    },
  };
};
