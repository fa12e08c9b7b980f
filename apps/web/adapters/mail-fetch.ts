/** Requests to the mailboxes of asks over fetch; ids and proofs travel in the body alone. */
import { err, fromBase64Url, ok, toBase64Url, type Result } from "@belay/basics";
import { askReplies, checkBody, repliesAnswer } from "@belay/wire";
import type { AskMail, RelayFault } from "../engine/ports/relay.ts";

/** How long one request may take, in ms. */
const patience = 15_000;

const faultOf = (status: number): RelayFault => {
  if (status === 404) return { type: "NotThere" };
  if (status === 409) return { type: "Full" };
  if (status === 429 || status === 503) return { type: "SlowDown" };
  return { type: "RelayRefused", detail: String(status) };
};

/** One call to a mailbox route; what the network throws becomes a fault. */
export type Post = (route: string, body: unknown) => Promise<Result<unknown, RelayFault>>;

/** Calls the routes under `/api/<room>/` of that origin. */
export const postTo =
  (origin: string, room: "ask" | "box" | "share"): Post =>
  async (route, body) => {
    try {
      const response = await fetch(`${origin}/api/${room}/${route}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) return err(faultOf(response.status));
      const answer: unknown = await response.json();
      return ok(answer);
    } catch {
      return err({ type: "Offline" });
    }
  };

/** The same for calls whose answer holds nothing. */
export const doneBy =
  (post: Post) =>
  async (route: string, body: unknown): Promise<Result<null, RelayFault>> => {
    const answer = await post(route, body);
    return answer.ok ? ok(null) : answer;
  };

/** Mailboxes at the relay of that origin. */
export const fetchMail = (origin: string): AskMail => {
  const post = postTo(origin, "ask");
  const done = doneBy(post);
  return {
    put: ({ id, read, reply, owner, body, expiresAt }) =>
      done("put", { id, read, reply, owner, body: toBase64Url(body), expiresAt, cap: askReplies }),
    replies: async (id, owner) => {
      const answer = await post("replies", { id, owner });
      if (!answer.ok) return answer;
      const parsed = checkBody(repliesAnswer, answer.value);
      if (!parsed.ok) return err({ type: "RelayRefused", detail: "shape" });
      const replies: { readonly replyId: string; readonly body: Uint8Array }[] = [];
      for (const reply of parsed.value.replies) {
        const body = fromBase64Url(reply.body);
        if (body.ok) replies.push({ replyId: reply.replyId, body: body.value });
      }
      return ok(replies);
    },
    taken: (id, owner, replyIds) => done("taken", { id, owner, replyIds }),
    close: (id, owner) => done("close", { id, owner }),
  };
};
