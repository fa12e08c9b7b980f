/** Lists every route of the relay, so that the edge is built, and every abuse test generated, from the same list. */
import { askCalls, openCalls, type AskCall } from "../asks.ts";
import { boxCalls, type BoxCall } from "../boxes.ts";
import { openShareCalls, shareCalls, type ShareCall } from "../shares.ts";
import { toVaultId, type VaultId } from "../store/port.ts";
import type { pagePaths } from "./statics.ts";

/** One route. Whatever matches none is `not-found`. */
export type Route =
  /** The app's files by name. */
  | { readonly kind: "files"; readonly method: "GET"; readonly path: string }
  /** A page for other people: the same bytes whatever follows its path. */
  | { readonly kind: "page"; readonly method: "GET"; readonly path: string; readonly page: keyof typeof pagePaths }
  | { readonly kind: "health"; readonly method: "GET"; readonly path: string }
  | { readonly kind: "ask"; readonly method: "POST"; readonly path: string; readonly call: AskCall }
  | { readonly kind: "box"; readonly method: "POST"; readonly path: string; readonly call: BoxCall }
  | { readonly kind: "share"; readonly method: "POST"; readonly path: string; readonly call: ShareCall }
  /** The question that a browser asks before the sandboxed page's call. */
  | { readonly kind: "preflight"; readonly method: "OPTIONS"; readonly path: string }
  | { readonly kind: "vault-socket"; readonly method: "GET"; readonly path: string }
  | { readonly kind: "live-socket"; readonly method: "GET"; readonly path: string };

/** Where a call on an ask is made. */
export const askPath = (call: AskCall): string => `/api/ask/${call}`;
/** Where a call on a box is made. */
export const boxPath = (call: BoxCall): string => `/api/box/${call}`;

/** Where a call on a share is made. */
export const sharePath = (call: ShareCall): string => `/api/share/${call}`;

/** Where each page without an origin may call, by the page's path: the answer page on an ask, the therapist's on a share. */
export const pageCalls: Readonly<Record<keyof typeof pagePaths, readonly string[]>> = {
  "/a": openCalls.map(askPath),
  "/s": openShareCalls.map(sharePath),
};
/** All of these. */
export const openPaths: readonly string[] = Object.values(pageCalls).flat();

/** All routes. */
export const routes: readonly Route[] = [
  { kind: "files", method: "GET", path: "/*" },
  ...(["/a", "/s"] as const).flatMap((page): Route[] => [
    { kind: "page", method: "GET", path: page, page },
    { kind: "page", method: "GET", path: `${page}/*`, page },
  ]),
  { kind: "health", method: "GET", path: "/healthz" },
  ...askCalls.map((call): Route => ({ kind: "ask", method: "POST", path: askPath(call), call })),
  ...boxCalls.map((call): Route => ({ kind: "box", method: "POST", path: boxPath(call), call })),
  ...shareCalls.map((call): Route => ({ kind: "share", method: "POST", path: sharePath(call), call })),
  ...openPaths.map((path): Route => ({ kind: "preflight", method: "OPTIONS", path })),
  { kind: "vault-socket", method: "GET", path: "/v/:vault" },
  { kind: "live-socket", method: "GET", path: "/live" },
];

/** The vault named by a socket's path: 32 hexadecimal digits after `/v/`. */
export const vaultInPath = (path: string): VaultId | null => (path.startsWith("/v/") ? toVaultId(path.slice(3)) : null);
