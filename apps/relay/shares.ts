/** Decides what the relay answers to each call on a share: one sealed document for a therapist, replaced whole. */
import { closeShare, putShare, readShare, replaceShare, shareDaysMax } from "@belay/wire";
import {
  checked,
  closeRow,
  endOf,
  putRow,
  readRow,
  replaceRow,
  type MailAnswer,
  type MailPorts,
} from "./mail-answers.ts";

/** The calls there are. Only `read` is for pages without an origin. */
export const shareCalls = ["put", "read", "replace", "close"] as const;
/** One call. */
export type ShareCall = (typeof shareCalls)[number];
/** The call that the therapist's page makes, whose sandbox has the origin `null`. */
export const openShareCalls: readonly ShareCall[] = ["read"];

/**
 * The answer to one call with any parsed JSON as its body. The end is asked for by the device, never later than the end of
 * the last day there is, which is one more than whole ones; the whole document anew leaves it where it was.
 */
export const acceptShare = async (
  call: ShareCall,
  body: unknown,
  { store: { shares }, now }: MailPorts,
): Promise<MailAnswer> => {
  switch (call) {
    case "put":
      return checked(putShare, body, (share) =>
        putRow(shares, share, { kind: "share", expires: endOf(share.expiresAt, now(), shareDaysMax + 1) }, now()),
      );
    case "read":
      return checked(readShare, body, (share) => readRow(shares, share, now()));
    case "replace":
      return checked(replaceShare, body, (share) => replaceRow(shares, share, {}, now()));
    case "close":
      return checked(closeShare, body, (share) => closeRow(shares, share));
  }
};
