/** Decides what the relay answers to each call on the box of a pairing or of a recovery record. */
import { ok } from "@belay/basics";
import { closeBox, pairingMinutes, putBox, readBox, recoveryDays, replaceBox, type BoxKind } from "@belay/wire";
import {
  checked,
  closeRow,
  hourMs,
  putRow,
  readRow,
  replaceRow,
  type MailAnswer,
  type MailPorts,
} from "./mail-answers.ts";
import { hourFrom, type Hour } from "./store/port.ts";

/** The calls there are. All are for our own pages. */
export const boxCalls = ["put", "read", "replace", "close"] as const;
/** One call. */
export type BoxCall = (typeof boxCalls)[number];

/** How long each kind stays, in ms. The relay decides, so that no clock of a device shows in it. */
const lifeOf = {
  pairing: pairingMinutes * 60_000,
  recovery: recoveryDays * 24 * hourMs,
} as const satisfies Record<BoxKind, number>;

const endOf = (kind: BoxKind, now: number): Hour => hourFrom(now + lifeOf[kind]);

/** The answer to one call with any parsed JSON as its body. */
export const acceptBox = async (
  call: BoxCall,
  body: unknown,
  { store: { boxes }, now }: MailPorts,
): Promise<MailAnswer> => {
  switch (call) {
    case "put":
      return checked(putBox, body, (box) =>
        putRow(boxes, box, { kind: box.kind, expires: ok(endOf(box.kind, now())) }, now()),
      );
    case "read":
      return checked(readBox, body, (box) => readRow(boxes, box, now()));
    case "replace":
      return checked(replaceBox, body, (box) => replaceRow(boxes, box, { expires: endOf("recovery", now()) }, now()));
    case "close":
      return checked(closeBox, body, (box) => closeRow(boxes, box));
  }
};
