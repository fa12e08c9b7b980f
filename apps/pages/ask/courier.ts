/** Carries sealed bytes between this page and the relay's two public routes, and names what went wrong. */
import { err, ok, type Result } from "@belay/basics";
import type { ReadAsk, ReplyAsk } from "@belay/wire";
import type { Trouble } from "./page.ts";

/** Why nothing came back, or why it was not taken. */
export interface CourierFault {
  readonly type: Trouble;
}

/** What the page needs from the network. Bodies are base64url of sealed bytes. */
export interface Courier {
  readonly read: (request: ReadAsk) => Promise<Result<string, CourierFault>>;
  /** The same `replyId` with the same body counts once, so a send whose fate is unknown may be repeated. */
  readonly reply: (request: ReplyAsk) => Promise<Result<null, CourierFault>>;
}

/** What the courier needs from the platform. */
export interface CourierPorts {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds after which a request is given up. */
  readonly patience: number;
  /** Aborts after that many milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
}

/** A courier over `fetch`. Nothing is cached, and no credentials or address of this page go along. */
export const makeCourier = (ports: CourierPorts): Courier => ({
  read: async (request) => {
    const answer = await post(ports, "/api/ask/read", request);
    if (!answer.ok) return answer;
    const body = bodyOf(answer.value);
    return body === null ? err({ type: "refused" }) : ok(body);
  },
  reply: async (request) => {
    const answer = await post(ports, "/api/ask/reply", request);
    return answer.ok ? ok(null) : answer;
  },
});

const post = async (ports: CourierPorts, address: string, request: object): Promise<Result<unknown, CourierFault>> => {
  try {
    const response = await ports.fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: ports.timeout(ports.patience),
    });
    if (!response.ok) return err({ type: troubleOf(response.status) });
    return ok(await response.json());
  } catch (problem) {
    return err({ type: problemOf(problem) });
  }
};

/** One 404 for unknown, expired, closed and wrong proof; 409 once the cap is reached; 429 and 503 ask to wait. */
const troubleOf = (status: number): Trouble => {
  if (status === 404) return "gone";
  if (status === 409) return "full";
  if (status === 429 || status === 503) return "busy";
  return "refused";
};

/** What `fetch` throws: a time-out by name, a body that is no JSON, and for all else a network that is not there. */
const problemOf = (problem: unknown): Trouble => {
  if (problem instanceof SyntaxError) return "refused";
  const name = problem instanceof Error || problem instanceof DOMException ? problem.name : "";
  return name === "TimeoutError" || name === "AbortError" ? "slow" : "offline";
};

const bodyOf = (json: unknown): string | null => {
  const body: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "body") : null;
  return typeof body === "string" ? body : null;
};
