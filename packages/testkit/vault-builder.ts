/** Builds a small vault with real keys, and chains of envelopes in it. */
import { utf8 } from "@belay/basics";
import type { EnvelopeType } from "@belay/wire";
import {
  chainStart,
  newDevice,
  newOwner,
  newVaultKey,
  sealEnvelope,
  vaultKeys,
  type ChainLink,
  type Device,
  type Owner,
  type Random,
  type SealedEnvelope,
  type VaultKeys,
} from "@belay/vault";
import { seededRandom } from "./seeded-random.ts";

/** A vault of one epoch and one device. */
export interface TestVault {
  readonly owner: Owner;
  readonly vaultId: Uint8Array;
  readonly epoch: number;
  readonly keys: VaultKeys;
  readonly device: Device;
  readonly random: Random;
}

/** A vault that is the same for the same seed. */
export const testVault = (seed: string | number, epoch = 1): TestVault => {
  const random = seededRandom(seed);
  const owner = newOwner(random);
  const keys = vaultKeys(newVaultKey(random));
  return { owner, vaultId: owner.vaultId, epoch, keys, device: newDevice(random), random };
};

/** One envelope after `prev`. */
export const testEnvelope = (
  vault: TestVault,
  body: Uint8Array = utf8("{}"),
  prev: ChainLink = chainStart,
  type: EnvelopeType = "events",
): SealedEnvelope => {
  const { vaultId, epoch, device, keys, random } = vault;
  const sealed = sealEnvelope(
    { type, vaultId, epoch, device, seq: prev.seq + 1, prevHash: prev.hash, body },
    keys,
    random,
  );
  if (!sealed.ok) throw new Error(sealed.error.type);
  return sealed.value;
};

/** `count` envelopes of one chain from its start, oldest first. */
export const testChain = (
  vault: TestVault,
  count: number,
  body: (index: number) => Uint8Array = (index) => utf8(`{"n":${index}}`),
): readonly SealedEnvelope[] => {
  const chain: SealedEnvelope[] = [];
  let prev = chainStart;
  while (chain.length < count) {
    const sealed = testEnvelope(vault, body(chain.length), prev);
    chain.push(sealed);
    prev = { seq: prev.seq + 1, hash: sealed.hash };
  }
  return chain;
};
