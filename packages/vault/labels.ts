/**
 * Names every derived key, one label for one purpose, and is the inventory of all keys.
 *
 * | key | made | held | lives | ends |
 * | --- | --- | --- | --- | --- |
 * | R, recovery entropy, 16 B | random | the person's paper, 12 words | as long as the vault | paper destroyed |
 * | OS, owner secret, 32 B | random | wrapped on the device, in memory for moments | as long as the vault | wrap deleted |
 * | owner signing key | OS | never stored | moments | with OS |
 * | VK_e, epoch key, 32 B | random per epoch | key worker, wrapped on the device | until the vault is deleted | wraps deleted |
 * | record keys, 32 B | VK_e, device, salt | nowhere | one seal or open | at once |
 * | write key of an epoch | VK_e | key worker | while open | with VK_e |
 * | local store keys | VK_e, store name | key worker | while open | with VK_e |
 * | device signing and agreement keys | random per install | key worker, wrapped | one install | wraps deleted |
 * | lock keys, 32 B | Argon2id output or passkey PRF output, salt | nowhere | one seal or open | at once |
 * | recovery keys and proofs | R; OS for the keys of the epochs and the right to replace | nowhere | one call | at once |
 * | pairing secret, 32 B | random per pairing | the code on the screen; both devices' memory | 120 s | with the pairing |
 * | one-time pairing key (X25519) | random per pairing | new device's memory | 120 s | with the pairing |
 * | package and next-epoch keys | HPKE of the two public keys and a pre-shared key | nowhere | one call | at once |
 * | LS, link secret, 32 B | random per ask | the link; the asker's sealed log | until close or expiry | ask deleted at the relay |
 * | ask content key, proofs, PSK | LS | nowhere | one call | at once |
 * | one-time reply key (X25519) | random per ask | the asker's sealed log | until the replies are read | with the log |
 * | share link secret, 32 B | random per share | the link; the person's sealed log | until revoked or over | share deleted at the relay |
 * | share content key, read proof | share link secret | nowhere | one call | at once |
 * | owner proof of an ask or a share, 32 B | random per ask | the asker's sealed log | as the ask | with the ask |
 * | backup file key, 32 B | R or passphrase, salt | nowhere | one seal or open | at once |
 *
 * Every info string is `"belay/1/" + label + 0x00 + context`, each part of the context with its length in four bytes
 * before it (security page 4.2). Labels of later parts are settled here so that they are never given away twice.
 */
export const labels = {
  /** R to the lookup id of the recovery record at the relay, 16 B. No context. */
  recoveryId: "recovery/id",
  /** R to the proof that fetches it, 32 B. No context. */
  recoveryAuth: "recovery/auth",
  /** R to the key that wraps OS, and its commitment, 64 B. Context: salt. */
  recoveryKek: "recovery/kek",
  /** OS to the owner's Ed25519 seed, 32 B. No context. */
  ownerSign: "owner/sign",
  /** OS to the key that wraps every VK in the recovery record, and its commitment, 64 B. Context: epoch of the cover, salt. */
  ownerWrap: "owner/wrap",
  /** OS to the proof that replaces the recovery record at the relay, 32 B. No context. */
  ownerRecovery: "owner/recovery",
  /** VK_e to one record's key and commitment, 64 B. Context: device id, salt. */
  record: "op",
  /** VK_e to a key of the local store, 32 B. Context: the store's name. */
  local: "local",
  /** VK_e to the epoch's Ed25519 write seed, 32 B. No context. */
  write: "write",
  /** VK_e to the key that seals VK_(e-1), and its commitment, 64 B. Context: epoch, salt. Later. */
  previous: "previous",
  /** VK_e to the HPKE pre-shared key under which VK_(e+1) goes to each device, 32 B. No context. */
  epochPsk: "epoch/psk",
  /** Pairing secret to the HPKE pre-shared key of the package, 32 B. No context. */
  pairPsk: "pair/psk",
  /** Pairing secret to the proof that reads the package, 32 B. No context. */
  pairRead: "pair/read",
  /** Pairing secret to the proof that closes the pairing, 32 B. No context. */
  pairOwner: "pair/owner",
  /** Pairing secret to the six digits, 32 B. Context: one-time key, mailbox, device id, its two public keys. */
  pairDigits: "pair/digits",
  /** LS to the mailbox id, 16 B. No context. */
  askId: "ask/id",
  /** LS to the content key, 32 B. No context. */
  askContent: "ask/content",
  /** Content key to the key and commitment of one sealed ask, 64 B. Context: mailbox id, salt. */
  askRecord: "ask/record",
  /** LS to the read proof, 32 B. No context. */
  askRead: "ask/read",
  /** LS to the reply proof, 32 B. No context. */
  askReply: "ask/reply",
  /** LS to the HPKE pre-shared key of replies, 32 B. No context. */
  askPsk: "ask/psk",
  /** Share link secret to the mailbox id, 16 B. No context. */
  shareId: "share/id",
  /** Share link secret to the content key, 32 B. No context. */
  shareContent: "share/content",
  /** Content key to the key and commitment of one sealed share, 64 B. Context: mailbox id, salt. */
  shareRecord: "share/record",
  /** Share link secret to the read proof, 32 B. No context. */
  shareRead: "share/read",
  /** Share link secret to the six words, 32 B, of which 66 bits are shown. No context. */
  shareWords: "share/words",
  /** R to a backup file's key and commitment, 64 B. Context: salt. */
  backupWords: "backup/words",
  /** Argon2id output to a backup file's key and commitment, 64 B. Context: salt. Later. */
  backupPassphrase: "backup/passphrase",
  /** Argon2id output to the daily wrap's key and commitment, 64 B. Context: salt. */
  lockDaily: "lock/daily",
  /** Argon2id output to the owner wrap's key and commitment, 64 B. Context: salt. */
  lockOwner: "lock/owner",
  /** Passkey PRF output to a wrap's key and commitment, 64 B. Context: salt. */
  lockPrf: "lock/prf",
} as const;

/** One purpose. */
export type Label = (typeof labels)[keyof typeof labels];
