/** Puts asks into a relay's mailbox as the asker's device does, and looks at what came of them. */
import { request } from "node:http";
import { parseDay, toBase64Url, toHex, fromBase64Url, fromHex, type LocalDay, type Result } from "@belay/basics";
import {
  askFragment,
  askKeys,
  newAskSecret,
  newOwnerProof,
  newReplyKey,
  openReply,
  proofHash,
  sealAsk,
  type Random,
  type Secret,
} from "@belay/vault";
import { decodeReplyPlain, encodeAskPlain, type AskPlain, type ReplyPlain } from "@belay/wire";

/** One answer of the relay over plain HTTP, headers in lower case. */
export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** An ask whose link works, with everything the asker's device knows about it. */
export interface LiveAsk {
  readonly id: string;
  readonly url: string;
  /** The part of the link after `#1`. */
  readonly letters: string;
  /** The sealed ask as base64url: what no scanner may be served. */
  readonly body: string;
  readonly plain: AskPlain;
  readonly secret: Secret;
  readonly ownerProof: string;
  readonly readProof: string;
  readonly replyKey: { readonly sk: Secret; readonly pk: Uint8Array };
}

/** One request without any of a browser's own ideas. */
export const say = (
  origin: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | null = null,
): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });

/** One call of a mailbox route, as the app's own page makes it. */
export const call = (origin: string, route: string, body: object): Promise<Heard> =>
  say(origin, "POST", `/api/ask/${route}`, { "content-type": "application/json", origin }, JSON.stringify(body));

const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`the test's own ask could not be made: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** A day some days after today, in UTC. */
export const dayAhead = (days: number): LocalDay =>
  must(parseDay(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)));

/** Seals an ask and leaves it at the relay for a day, or for as long as `life` says (ms). */
export const putAsk = async (
  origin: string,
  random: Random,
  words: Partial<AskPlain> = {},
  { cap = 3, life = 86_400_000 }: { readonly cap?: number; readonly life?: number } = {},
): Promise<LiveAsk> => {
  const secret = newAskSecret(random);
  const replyKey = newReplyKey(random);
  const ownerProof = newOwnerProof(random);
  const keys = askKeys(secret);
  const plain: AskPlain = {
    v: 1,
    from: "Sam",
    words: "Could you take the school run on Friday at 8:15?",
    howItWas: true,
    answerBy: dayAhead(0),
    closesOn: dayAhead(1),
    silence: null,
    locale: "en",
    replyPub: toHex(replyKey.pk),
    ...words,
  };
  const body = toBase64Url(must(sealAsk(secret, must(encodeAskPlain(plain)), random)));
  const id = toHex(keys.id);
  const put = await call(origin, "put", {
    id,
    read: toHex(proofHash(keys.readProof)),
    reply: toHex(proofHash(keys.replyProof)),
    owner: toHex(proofHash(ownerProof)),
    body,
    expiresAt: Date.now() + life,
    cap,
  });
  if (put.status !== 201) throw new Error(`the relay took no ask: ${put.status} ${put.body.toString()}`);
  const fragment = askFragment(secret);
  return {
    id,
    plain,
    secret,
    replyKey,
    body,
    letters: fragment.slice(2),
    url: `${origin}/a/${id}${fragment}`,
    ownerProof: toHex(ownerProof),
    readProof: toHex(keys.readProof),
  };
};

/** What waits for the asker, sealed. */
export const waiting = async (
  origin: string,
  ask: LiveAsk,
): Promise<readonly { readonly replyId: string; readonly body: string }[]> => {
  const heard = await call(origin, "replies", { id: ask.id, owner: ask.ownerProof });
  if (heard.status !== 200) throw new Error(`the relay listed no replies: ${heard.status}`);
  return JSON.parse(heard.body.toString()).replies;
};

/** What waits for the asker, opened; a reply that does not open is our bug. */
export const answersTo = async (origin: string, ask: LiveAsk): Promise<readonly ReplyPlain[]> => {
  const replies = await waiting(origin, ask);
  return replies.map((reply) => {
    const id = must(fromHex(reply.replyId));
    return must(decodeReplyPlain(must(openReply(ask.secret, ask.replyKey.sk, id, must(fromBase64Url(reply.body))))));
  });
};

/** The same ask, behind another address. */
export const askAt = (ask: LiveAsk, origin: string): LiveAsk => ({
  ...ask,
  url: `${origin}${ask.url.slice(new URL(ask.url).origin.length)}`,
});
