/** Requests to the shares over fetch; ids and proofs travel in the body alone. */
import { addDays, toBase64Url, type LocalDay } from "@belay/basics";
import type { ShareMail } from "../engine/ports/relay.ts";
import { doneBy, postTo } from "./mail-fetch.ts";

/** The moment (ms) at which a day is over on the wall where the person is, however many hours it has. */
const endOf = (day: LocalDay): number => new Date(`${addDays(day, 1)}T00:00`).getTime();

/** Shares at the relay of that origin. */
export const fetchShares = (origin: string): ShareMail => {
  const done = doneBy(postTo(origin, "share"));
  return {
    put: ({ id, read, owner, body, until }) =>
      done("put", { id, read, owner, body: toBase64Url(body), expiresAt: endOf(until) }),
    replace: (id, owner, body) => done("replace", { id, owner, body: toBase64Url(body) }),
    close: (id, owner) => done("close", { id, owner }),
  };
};
