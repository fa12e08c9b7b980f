/** Opens the sealed ask of a link, and seals an answer to it. */
import { err, fromBase64Url, fromHex, ok, toBase64Url, toHex, type Result } from "@belay/basics";
import { openAsk, sealReply, type Random } from "@belay/vault";
import { decodeAskPlain, encodeReplyPlain, type AskPlain, type ReplyAsk, type ReplyPlain } from "@belay/wire";
import type { AskLink } from "./link.ts";
import type { Draft } from "./page.ts";

/** One failure for everything that does not open or does not fit: nothing here may say which part it was. */
export interface LetterFault {
  readonly type: "unreadable";
}

const unreadable = err<LetterFault>({ type: "unreadable" });

/** The ask in the relay's base64url body. */
export const openLetter = (link: AskLink, body: string): Result<AskPlain, LetterFault> => {
  const sealed = fromBase64Url(body);
  if (!sealed.ok) return unreadable;
  const plain = openAsk(link.secret, sealed.value);
  if (!plain.ok) return unreadable;
  const ask = decodeAskPlain(plain.value);
  return ask.ok ? ask : unreadable;
};

/** What a filled-in draft says; null while no answer is chosen. Fields that do not belong to the answer stay empty. */
export const replyOf = (draft: Draft, ask: AskPlain): ReplyPlain | null =>
  draft.choice === null
    ? null
    : {
        v: 1,
        answer: draft.choice,
        words: draft.words.trim(),
        burden: ask.howItWas ? draft.burden : null,
        glad: ask.howItWas ? draft.glad : null,
        notThisMonth: draft.choice === "no" && draft.notThisMonth,
        ...offerOf(draft.offer),
      };

/** One line each, trimmed; an offer without its what is none. */
const offerOf = (offer: Draft["offer"]): Pick<ReplyPlain, "offer"> => {
  const [what, when, often] = [offer.what, offer.when, offer.often].map((part) =>
    part.replace(/\p{Control}+/gu, " ").trim(),
  );
  return what === undefined || what === "" ? {} : { offer: { what, when: when ?? "", often: often ?? "" } };
};

/** A sealed answer, ready to be carried. Takes 16 random bytes for its id and 32 for its key. */
export const sealAnswer = (
  link: AskLink,
  ask: AskPlain,
  reply: ReplyPlain,
  random: Random,
): Result<ReplyAsk, LetterFault> => {
  const replyId = random(16);
  const plain = encodeReplyPlain(reply);
  const key = fromHex(ask.replyPub);
  if (!plain.ok || !key.ok) return unreadable;
  const sealed = sealReply(link.secret, key.value, replyId, plain.value, random);
  if (!sealed.ok) return unreadable;
  return ok({
    id: toHex(link.keys.id),
    proof: toHex(link.keys.replyProof),
    replyId: toHex(replyId),
    body: toBase64Url(sealed.value),
  });
};
