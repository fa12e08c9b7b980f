/** Requests to the boxes of pairings and recovery records over fetch; ids and proofs travel in the body alone. */
import { err, fromBase64Url, ok, toBase64Url } from "@belay/basics";
import { boxAnswer, checkBody } from "@belay/wire";
import type { BoxMail } from "../engine/ports/relay.ts";
import { doneBy, postTo } from "./mail-fetch.ts";

/** Boxes at the relay of that origin. */
export const fetchBoxes = (origin: string): BoxMail => {
  const post = postTo(origin, "box");
  const done = doneBy(post);
  return {
    put: ({ kind, mailbox, read, owner, body }) =>
      done("put", { kind, id: mailbox, read, owner, body: toBase64Url(body) }),
    read: async (mailbox, proof) => {
      const answer = await post("read", { id: mailbox, proof });
      if (!answer.ok) return answer;
      const parsed = checkBody(boxAnswer, answer.value);
      const body = parsed.ok ? fromBase64Url(parsed.value.body) : parsed;
      return body.ok ? ok(body.value) : err({ type: "RelayRefused", detail: "shape" });
    },
    replace: (mailbox, owner, body) => done("replace", { id: mailbox, owner, body: toBase64Url(body) }),
    close: (mailbox, owner) => done("close", { id: mailbox, owner }),
  };
};
