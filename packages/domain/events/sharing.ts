/** Facts about what was shared with somebody who helps, such as a therapist: the consent record. */
import * as v from "valibot";
import { day, hex, id, line } from "./fields.ts";

/** Sections in one share, at most. */
const most = 40;

/** What opens and owns a share: kept in the sealed log alone. */
export const shareLink = v.strictObject({ mailbox: hex, secret: hex, ownerProof: hex });

/**
 * A share was composed, and its link made: nothing has left the device. `to` is a name the person chose, `purpose` may be
 * empty, `scope` names the sections, `until` is the last day on which it opens. `item9` says that the ninth item of the
 * PHQ-9 goes along, by a tick of its own.
 */
export const sharePrepared = v.strictObject({
  share: id,
  to: line,
  purpose: v.pipe(v.string(), v.maxLength(300)),
  scope: v.pipe(v.array(id), v.minLength(1), v.maxLength(most)),
  item9: v.boolean(),
  until: day,
  link: shareLink,
});

/** Both read the same six words, and the first document went out. Consent counts from this day. */
export const shareBegun = v.strictObject({ share: id });
/** The document was replaced by a newer one. */
export const shareRenewed = shareBegun;
/** Nothing is replaced from here on; the reader is not told. */
export const sharePaused = shareBegun;
/** Renewing is possible again. */
export const shareResumed = shareBegun;
/** It is deleted at the relay, for good. */
export const shareRevoked = shareBegun;
