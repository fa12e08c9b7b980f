/** Tells from a request's headers who sent it, as far as that may be believed. */
import type { IncomingHttpHeaders } from "node:http";

/** Whether a browser sent this from our own page, from our sandboxed page, or from somewhere else. */
export type Sender = "own" | "sandbox" | "foreign";

/** The names under which this machine reaches itself, for a relay that was given no public origin. */
const ownNames = ["127.0.0.1", "localhost", "[::1]"] as const;

/** Addresses that mean every address of the machine: no name to be reached by. */
const wildcards: readonly string[] = ["0.0.0.0", "::", "127.0.0.1", "localhost", "::1"];

/**
 * Every origin that is the relay's own, the one to print first. Without a public origin these are this machine's names
 * and the one address it is bound to: names that nobody can point elsewhere.
 */
export const ownOrigins = (publicOrigin: string | null, bind: string, port: number): readonly string[] => {
  if (publicOrigin !== null) return [publicOrigin];
  const bound = wildcards.includes(bind) ? [] : [bind.includes(":") ? `[${bind}]` : bind];
  return [...bound, ...ownNames].map((name) => `http://${name}${port === 80 ? "" : `:${port}`}`);
};

/** Judges by Origin, which browsers always send here, and by Sec-Fetch-Site where there is one. */
export const senderOf = (headers: IncomingHttpHeaders, own: readonly string[]): Sender => {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin === "null") return "sandbox";
  if (origin === undefined || !own.includes(origin)) return "foreign";
  return site === undefined || site === "same-origin" ? "own" : "foreign";
};

/** The client's address: the connection's, or what a trusted proxy says it saw last. Used for limits, never kept. */
export const addressOf = (
  peer: string | undefined,
  headers: IncomingHttpHeaders,
  trusted: readonly string[],
): string => {
  const near = (peer ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (!trusted.includes(near)) return near;
  const forwarded = headers["x-forwarded-for"];
  const last = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").at(-1)?.trim() ?? "";
  return /^[0-9a-f.:]{2,45}$/i.test(last) ? last : near;
};

/**
 * The origin under which a page was asked for, for a policy that must name it in full: the public one, or what the
 * Host header says when that is a plain host name, or null.
 */
export const servedOrigin = (host: string | undefined, publicOrigin: string | null): string | null => {
  if (publicOrigin !== null) return publicOrigin;
  const plain =
    host !== undefined && /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]{2,45}\])(?::\d{1,5})?$/i.test(host);
  return plain ? `http://${host.toLowerCase()}` : null;
};
