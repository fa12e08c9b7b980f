/** A desk without real sealing, quick enough for tens of thousands of runs, which still binds everything it should. */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { concat, equalBytes, err, fromHex, ok, readU32, toHex, u32, utf8, type Result } from "@belay/basics";
import {
  encodeHeader,
  helloMessage,
  joinEnvelope,
  rotateMessage,
  splitEnvelope,
  vaultIdInput,
  type DeskFault,
  type KeyDesk,
  type Opened,
} from "@belay/wire";
import type { Dice } from "./dice.ts";

/** What is broken on purpose; each must be noticed by a run. */
export interface DeskFlaws {
  /** Takes any signature. */
  readonly anySignature?: boolean;
  /** Leaves the number and the link before out of what is bound. */
  readonly looseHeader?: boolean;
  /** Does not compare the vault's id. */
  readonly anyVault?: boolean;
}

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** DER of a PKCS #8 Ed25519 key up to the seed (RFC 8410, section 7), and what the public half has before it. */
const pkcs8Start = Buffer.from("302e020100300506032b657004220420", "hex");
const spkiBytes = 12;

interface Pair {
  readonly secret: KeyObject;
  readonly pub: Uint8Array;
}

const pairOf = (seed: string): Pair => {
  const bytes = sha256(utf8(`sim/${seed}`));
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8Start, bytes]), format: "der", type: "pkcs8" });
  const der = createPublicKey(secret).export({ format: "der", type: "spki" });
  return { secret, pub: new Uint8Array(der.subarray(spkiBytes)) };
};

// One owner and one write key for all runs: what is simulated is what is done with them.
const owner = pairOf("owner");
const write = pairOf("write");
const signed = ({ secret }: Pair, message: Uint8Array): Uint8Array => new Uint8Array(sign(null, message, secret));

/** The vault of every run, 16 bytes. */
export const simVault = sha256(vaultIdInput(owner.pub)).subarray(0, 16);
const ownerSig = signed(owner, rotateMessage(simVault, 1, write.pub));

/** The device's id and its secret, from its number. */
export const simDevice = (index: number): Uint8Array => sha256(utf8(`device/${index}`)).subarray(0, 16);
const secretOf = (device: Uint8Array): Uint8Array => sha256(utf8("secret"), device);

const sigOf = (device: Uint8Array, header: Uint8Array, commit: Uint8Array, ct: Uint8Array): Uint8Array => {
  const half = sha256(secretOf(device), header, commit, ct);
  return concat(half, half);
};
const hashOf = (header: Uint8Array, commit: Uint8Array, ct: Uint8Array): Uint8Array =>
  sha256(utf8("op"), header, commit, ct);

const smallest = 528;
const no = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

/** What the commitment stands for: all of the header, or what a flawed one leaves of it. */
const boundOf = (header: Uint8Array, flaws: DeskFlaws): Uint8Array =>
  flaws.looseHeader === true ? concat(header.subarray(0, 44), header.subarray(84)) : header;

const openOne = (envelope: Uint8Array, received: boolean, flaws: DeskFlaws): Result<Opened, DeskFault> => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return no(split.error.type);
  const { header, headerBytes, commit, ct, sig } = split.value;
  if (flaws.anyVault !== true && !equalBytes(header.vaultId, simVault)) return no("OtherVault");
  if (header.epoch !== 1) return no("UnknownEpoch");
  if (received && flaws.anySignature !== true && !equalBytes(sig, sigOf(header.deviceId, headerBytes, commit, ct)))
    return no("BadSignature");
  if (!equalBytes(commit, sha256(utf8("commit"), boundOf(headerBytes, flaws), ct))) return no("WrongKey");
  const { type, epoch, deviceId, seq } = header;
  const body = ct.subarray(4, 4 + readU32(ct, 0));
  return ok({ device: toHex(deviceId), seq, hash: hashOf(headerBytes, commit, ct), type, epoch, body });
};

/** Whatever a run does not need says no. */
const never = (): Promise<Result<never, DeskFault>> => Promise.resolve(err({ type: "KeysMissing" }));

/** The desk of device number `index`. */
export const stubDesk = (index: number, dice: Dice, flaws: DeskFlaws = {}): KeyDesk => {
  const deviceId = simDevice(index);
  const identity = { vault: toHex(simVault), device: toHex(deviceId), epoch: 1, fresh: false };
  const missing = {
    makeAsk: never,
    fragment: never,
    openReply: never,
    unlock: never,
    confirm: never,
    judge: never,
    propose: never,
    changeLock: never,
    passkeySalt: never,
    setPasskey: never,
    dropPasskey: never,
    unlockByPasskey: never,
    beginVault: never,
    sealNext: never,
    finishVault: never,
    dropVault: never,
    membershipHead: never,
    checkWords: never,
    foundBody: never,
    revoke: never,
    rotateKeys: never,
    recoveryWords: never,
    recoveryFind: never,
    recoveryTake: never,
    makeShare: never,
    sealShare: never,
    shareWords: never,
    pairOffer: never,
    pairRead: never,
    pairAnswer: never,
    pairTake: never,
    signDelete: never,
    destroy: never,
    status: never,
    backupBegin: never,
    backupAdd: never,
    backupEnd: never,
    restoreBegin: never,
    restoreMore: never,
    restoreEnd: never,
  };
  return {
    ...missing,
    open: () => Promise.resolve(ok(identity)),
    members: () => Promise.resolve(ok([])),
    credentials: () => Promise.resolve(ok([{ epoch: 1, writePub: write.pub, rotateSig: ownerSig }])),
    seal: (body, seq, prevHash, type = "events") => {
      const ctLen = Math.max(smallest, body.length + 4);
      const ct = new Uint8Array(ctLen);
      ct.set(u32(body.length));
      ct.set(body, 4);
      const salt = dice.bytes(16);
      const header = encodeHeader({
        type,
        vaultId: simVault,
        epoch: 1,
        deviceId,
        seq,
        prevHash,
        salt,
        nonce: new Uint8Array(24),
        ctLen,
      });
      const commit = sha256(utf8("commit"), boundOf(header, flaws), ct);
      const envelope = joinEnvelope(header, commit, ct, sigOf(deviceId, header, commit, ct));
      return Promise.resolve(ok({ envelope, hash: hashOf(header, commit, ct) }));
    },
    openMany: (envelopes, received) =>
      Promise.resolve(ok(envelopes.map((envelope) => openOne(envelope, received, flaws)))),
    sealLocal: (_name, bytes) => Promise.resolve(ok(Uint8Array.from(bytes))),
    openLocal: (_name, bytes) => Promise.resolve(ok(Uint8Array.from(bytes))),
    hello: (origin, nonce) =>
      Promise.resolve(
        ok({
          epoch: 1,
          ownerPub: owner.pub,
          writePub: write.pub,
          ownerSig,
          helloSig: signed(write, helloMessage(origin, simVault, nonce)),
        }),
      ),
  };
};

/** The bytes of an id in hexadecimal. */
export const idBytes = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  if (!bytes.ok) throw new Error("no id");
  return bytes.value;
};
