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
 * | LS, link secret, 32 B | random per ask | the link; the asker's sealed log | until close or expiry | ask deleted at the relay |
 * | ask content key, proofs, PSK | LS | nowhere | one call | at once |
 * | one-time reply key (X25519) | random per ask | the asker's sealed log | until the replies are read | with the log |
 * | owner proof of an ask, 32 B | random per ask | the asker's sealed log | as the ask | with the ask |
 * | backup file key, 32 B | R or passphrase, salt | nowhere | one seal or open | at once |
 *
 * Every info string is `"belay/1/" + label + 0x00 + context`, each part of the context with its length in four bytes
 * before it (security page 4.2). Labels of later parts are settled here so that they are never given away twice.
 */
export const labels = {
  /** R to the lookup id of the recovery record at the relay, 16 B. No context. Later. */
  recoveryId: "recovery/id",
  /** R to the proof that fetches it, 32 B. No context. Later. */
  recoveryAuth: "recovery/auth",
  /** R to the key that wraps OS, and its commitment, 64 B. Context: salt. Later. */
  recoveryKek: "recovery/kek",
  /** OS to the owner's Ed25519 seed, 32 B. No context. */
  ownerSign: "owner/sign",
  /** OS to the key that wraps VK_e at the relay, and its commitment, 64 B. Context: epoch, salt. Later. */
  ownerWrap: "owner/wrap",
  /** VK_e to one record's key and commitment, 64 B. Context: device id, salt. */
  record: "op",
  /** VK_e to a key of the local store, 32 B. Context: the store's name. */
  local: "local",
  /** VK_e to the epoch's Ed25519 write seed, 32 B. No context. */
  write: "write",
  /** VK_e to the key that seals VK_(e-1), and its commitment, 64 B. Context: epoch, salt. Later. */
  previous: "previous",
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
  /** As the ask's five, for a share with a therapist. Later. */
  shareId: "share/id",
  shareContent: "share/content",
  shareRecord: "share/record",
  shareRead: "share/read",
  /** R to a backup file's key and commitment, 64 B. Context: salt. */
  backupWords: "backup/words",
  /** Argon2id output to a backup file's key and commitment, 64 B. Context: salt. Later. */
  backupPassphrase: "backup/passphrase",
  /** Argon2id output to the daily wrap's key and commitment, 64 B. Context: salt. Later. */
  lockDaily: "lock/daily",
  /** Argon2id output to the owner wrap's key and commitment, 64 B. Context: salt. Later. */
  lockOwner: "lock/owner",
  /** Passkey PRF output to a wrap's key and commitment, 64 B. Context: salt. Later. */
  lockPrf: "lock/prf",
} as const;

/** One purpose. */
export type Label = (typeof labels)[keyof typeof labels];
