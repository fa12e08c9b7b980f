/** The pair that the tampering proofs try: how records are sealed and opened, as shipped or as a mutant. */
import { concat, equalBytes } from "@belay/basics";
import {
  derive,
  open,
  openEnvelope,
  seal,
  sealEnvelope,
  type OpenInput,
  type SealInput,
  type Random,
  type VaultKeys,
} from "@belay/vault";
import { encodeHeader, splitEnvelope } from "@belay/wire";

/** Seals and opens envelopes; `open` says whether the bytes were taken. */
export interface Sealer {
  readonly name: string;
  readonly seal: (input: SealInput, keys: VaultKeys, random: Random) => Uint8Array;
  readonly open: (envelope: Uint8Array, input: OpenInput) => boolean;
}

/** What is shipped. */
export const shippedSealer: Sealer = {
  name: "shipped",
  seal: (input, keys, random) => {
    const sealed = sealEnvelope(input, keys, random);
    if (!sealed.ok) throw new Error(sealed.error.type);
    return sealed.value.envelope;
  },
  open: (envelope, input) => openEnvelope(envelope, input).ok,
};

/** Binds the first six bytes of the header alone: what the proofs' named control forgets. */
const bound = (header: Uint8Array): Uint8Array => header.subarray(0, 6);
const emptyPlain = new Uint8Array(512);

/** A sealer whose AAD leaves out the header behind magic, version and suite; otherwise as careful as the shipped one. */
export const headerlessSealer: Sealer = {
  name: "AAD without the header",
  seal: (input, keys, random) => {
    const [salt, nonce] = [random(16), random(24)];
    const header = encodeHeader({ ...input, deviceId: input.device.id, salt, nonce, ctLen: emptyPlain.length + 16 });
    const once = derive(keys.root, "op", 64, input.device.id, salt);
    return concat(
      header,
      once.subarray(32),
      seal(once.subarray(0, 32), nonce, bound(header), emptyPlain),
      new Uint8Array(64),
    );
  },
  open: (envelope, input) => {
    const split = splitEnvelope(envelope);
    if (!split.ok || !equalBytes(split.value.header.vaultId, input.vaultId)) return false;
    const { header, headerBytes, commit, ct } = split.value;
    const keys = input.keyOfEpoch(header.epoch);
    if (keys === null) return false;
    const once = derive(keys.root, "op", 64, header.deviceId, header.salt);
    return (
      equalBytes(once.subarray(32), commit) && open(once.subarray(0, 32), header.nonce, bound(headerBytes), ct) !== null
    );
  },
};
