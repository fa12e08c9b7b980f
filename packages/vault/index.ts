/** The only door of the room: keys, sealing and opening. Pure and synchronous; chance is an argument. */
export { asSecret, type Random, type Secret } from "./secret.ts";
export { labels, type Label } from "./labels.ts";
export { derive, rootOf, sha256 } from "./derive.ts";
export { open, seal } from "./aead.ts";
export { bucketFor, isBucket } from "./padding.ts";
export type { BackupFault, CapsuleFault, EnvelopeFault, SealFault, TooLong } from "./fault.ts";
export {
  deviceFrom,
  localKey,
  newDevice,
  newOwner,
  newVaultKey,
  ownerFrom,
  vaultIdOf,
  vaultKeys,
  type Device,
  type Owner,
  type VaultKeys,
} from "./keys.ts";
export { sign, signingKey, verify, type SigningKey } from "./sign.ts";
export { agree, agreementKey, type AgreementKey } from "./agree.ts";
export {
  chainStart,
  envelopeHash,
  linkedBytes,
  openEnvelope,
  sealEnvelope,
  type ChainLink,
  type OpenedEnvelope,
  type OpenInput,
  type SealedEnvelope,
  type SealInput,
} from "./envelope.ts";
export { openLocal, sealLocal, type LocalPlace } from "./local.ts";
export { signDelete, signHello, signRotate } from "./relay-auth.ts";
export {
  askFragment,
  askKeys,
  newAskSecret,
  newOwnerProof,
  openAsk,
  parseAskFragment,
  proofHash,
  sealAsk,
  type AskKeys,
  type FragmentFault,
} from "./ask.ts";
export { openShare, sealShare, shareKeys, shareWords, type ShareKeys } from "./share.ts";
export { newReplyKey, openReply, sealReply, type ReplyKey } from "./reply.ts";
export {
  deriveKeyPair,
  hpkeExport,
  hpkeOpen,
  hpkeSeal,
  nonceOf,
  receiverContext,
  senderContext,
  type BadKey,
  type HpkeContext,
  type PskInput,
} from "./hpke.ts";
export { newRecoveryWords, parseWords, wordsEntropy, wordsOf, type WordsFault } from "./words.ts";
export { checkWords, vectorHash } from "./vector.ts";
export { openBackup, sealBackup } from "./backup.ts";
export { beginReading, readOn, type BackupRead, type BackupReading } from "./backup-open.ts";
export { addToBackup, beginBackup, endBackup, type BackupSealing, type BackupWritten } from "./backup-seal.ts";
export { kdfInRange, lockParams, lowMemoryParams, type KdfFault, type KdfParams } from "./kdf.ts";
export {
  lockKinds,
  openLock,
  readLock,
  sealLock,
  type LockFault,
  type LockHead,
  type LockKind,
  type LockSeal,
} from "./lock.ts";
export {
  judge,
  normalise,
  passphraseBytes,
  passphraseMin,
  propose,
  type Judgement,
  type WeakPassphrase,
} from "./passphrase.ts";
export {
  openRecovery,
  recoveryCoverBytes,
  recoveryOwnerProof,
  recoveryPlace,
  renewRecovery,
  sealCover,
  sealRecovery,
  type Recovered,
  type RecoveryFault,
  type RecoveryInput,
  type RecoveryPlace,
} from "./recovery.ts";
export {
  decodePairingCode,
  encodePairingCode,
  openPairing,
  pairingDigits,
  pairingProofs,
  sealPairing,
  type PairingCode,
  type PairingFault,
  type PairingProofs,
} from "./pairing.ts";
export type { PairingPackage } from "./pairing-body.ts";
export type { Act, Add, Cut, DeviceEntry, Entry, Found, NewEpoch, Revoke, Rotate, SealedKey } from "./acts.ts";
export { actHash, actText, newEpochOf, readAct, signAct, type MemberFault, type SignedAct } from "./members.ts";
export {
  activeOf,
  credentials,
  cutOf,
  deviceOf,
  emptyBook,
  epochOf,
  folded,
  keysFor,
  nextPlace,
  stands,
  type Book,
  type CarriedKey,
  type Credential,
  type Member,
} from "./book.ts";
export { openEpochKey, sealEpochKey, sealedKeyBytes, type EpochKeyPlace } from "./epoch-key.ts";
export {
  custodyAad,
  custodyVaultId,
  packCustody,
  unpackCustody,
  type Custody,
  type DailyCustody,
  type EpochKey,
  type OwnerCustody,
} from "./custody.ts";
