/** Requests to the shares over fetch; ids and proofs travel in the body alone. */
import { ok, toBase64Url, type Result } from "@belay/basics";
import type { RelayFault, ShareMail } from "../engine/ports/relay.ts";
import { postTo } from "./mail-fetch.ts";

/** Shares at the relay of that origin. */
export const fetchShares = (origin: string): ShareMail => {
  const post = postTo(origin, "share");
  const done = async (route: string, body: unknown): Promise<Result<null, RelayFault>> => {
    const answer = await post(route, body);
    return answer.ok ? ok(null) : answer;
  };
  return {
    put: ({ id, read, owner, body, expiresAt }) => done("put", { id, read, owner, body: toBase64Url(body), expiresAt }),
    replace: (id, owner, body) => done("replace", { id, owner, body: toBase64Url(body) }),
    close: (id, owner) => done("close", { id, owner }),
  };
};
