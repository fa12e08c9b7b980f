/** Signs what the relay asks for, so that it can check rights without knowing anybody (security page 4.6). */
import { deleteMessage, helloMessage, rotateMessage } from "@belay/wire";
import type { Owner, VaultKeys } from "./keys.ts";
import { sign } from "./sign.ts";

/** The write key's answer to a challenge; bound to the relay's origin, so that it cannot be passed on. 64 bytes. */
export const signHello = (keys: VaultKeys, origin: string, vaultId: Uint8Array, nonce: Uint8Array): Uint8Array =>
  sign(keys.write, helloMessage(origin, vaultId, nonce));

/** The owner's word that `writePub` is the write key of `epoch`; also used at creation, with epoch 1. 64 bytes. */
export const signRotate = (owner: Owner, epoch: number, writePub: Uint8Array): Uint8Array =>
  sign(owner.sign, rotateMessage(owner.vaultId, epoch, writePub));

/** The owner's word to delete the vault, for one challenge of one relay. 64 bytes. */
export const signDelete = (owner: Owner, origin: string, nonce: Uint8Array): Uint8Array =>
  sign(owner.sign, deleteMessage(origin, owner.vaultId, nonce));
