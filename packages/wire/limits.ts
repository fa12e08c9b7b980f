/** The sizes and counts that both ends refuse to exceed, each with the place it comes from. */

const kib = 1024;

/** Bytes of the fixed envelope header (security page 4.3: the listed fields add up to 128). */
export const headerBytes = 128;
/** Bytes of the key commitment behind the header (one SHA-256 block of HKDF output). */
export const commitBytes = 32;
/** Bytes of a Poly1305 tag (RFC 8439, section 2.5). */
export const tagBytes = 16;
/** Bytes of an Ed25519 signature (RFC 8032, section 5.1.6). */
export const signatureBytes = 64;

/** The smallest padded plaintext: the first bucket of security page 4.4. */
export const smallestBucket = 512;
/** The op cap: the largest padded plaintext of one envelope (security page 4.4). */
export const opCap = 256 * kib;

/** Bytes of an envelope around its padded plaintext. */
export const envelopeOverhead = headerBytes + commitBytes + tagBytes + signatureBytes;
/** The shortest envelope that can exist. */
export const envelopeMin = envelopeOverhead + smallestBucket;
/** The longest envelope that may exist. */
export const envelopeMax = envelopeOverhead + opCap;

/** Events in one batch, at most (security page 4.3: 1..64 events). */
export const batchEventsMax = 64;
/** Events in one part of a segment, at most (security page 4.5a: segments of about 500 events). */
export const segmentEventsMax = 500;
/** Parts of one segment, at most; our own choice: one that is rewritten has few. */
export const segmentPartsMax = 1_024;
/** Ranges that one segment replaces, at most; our own choice, far above any household's devices and acts. */
export const segmentRangesMax = 256;
/** Places in one such range, at most (our own choice). */
export const segmentSpanMax = 2 ** 24;
/** Nesting of any JSON value we read, at most (security page 4.12). */
export const depthMax = 32;
/** Devices named in one seen-vector, at most; our own choice, far above any household. */
export const seenMax = 256;

/** One WebSocket message, at most (security page 4.18: the op batch cap of 1 MiB). */
export const frameMax = 1024 * kib;
/** Life of a relay challenge in milliseconds (security page 4.6: 60 s, single use). */
export const challengeLife = 60_000;

/** The largest padded plaintext of an ask or a reply (security page 4.10: 8 KiB text, bucket at most 16). */
export const capsuleCap = 16 * kib;
/** The most bytes a sealed ask or reply may have: 16 KiB of padded text and up to 128 bytes around it. */
export const capsuleMax = capsuleCap + 128;
/** Life of an ask in days, unless the person chooses otherwise (security page 4.10). */
export const askDays = 7;
/** Life of an ask in days, at most (security page 4.10). */
export const askDaysMax = 30;
/** Replies an ask takes, unless chosen otherwise (security page 4.10). */
export const askReplies = 3;
/** Replies an ask takes, at most (security page 4.10). */
export const askRepliesMax = 10;

/** The largest padded plaintext of a shared document: what forty sections with drawings and tables need (our own choice). */
export const shareCap = 128 * kib;
/** The most bytes a sealed share may have: the cap and up to 128 bytes around it. */
export const shareMax = shareCap + 128;
/** Life of a share in days, unless the person chooses otherwise (security page 4.11). */
export const shareDays = 30;
/** Life of a share in days, at most (our own choice: a quarter of a year, then it is composed again). */
export const shareDaysMax = 90;

/** Minutes for which the relay keeps a pairing box at least; it ends at the full hour after (security page 4.8: 120 s). */
export const pairingMinutes = 10;
/** Days for which the relay keeps a recovery box after it was last put or replaced; our own choice: more than a year. */
export const recoveryDays = 400;

/** A backup file, at most, in bytes (security page 4.12). */
export const backupMax = 256 * kib * kib;
/** Items in a backup, at most (security page 4.12). */
export const backupItemsMax = 1_000_000;

/** The most bytes a body may have: the op cap without its length field. */
export const bodyMax = opCap - 4;
