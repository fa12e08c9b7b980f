/** The headers of every answer, written down by hand, and the requests that bring each answer about. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { openPaths, routes, type Route } from "../../apps/relay/index.ts";
import type { CallOptions } from "./client.ts";

/** What kind of answer is expected. */
export type ExpectedKind =
  | "app"
  | "key-worker"
  | "service-worker"
  | "lasting"
  | "file"
  | "page"
  | "share-page"
  | "data"
  | "open-data"
  | "preflight";

/** One request and what must come of it. */
export interface HeaderCase {
  readonly name: string;
  readonly kind: ExpectedKind;
  readonly status: number;
  readonly send: (origin: string) => CallOptions;
}

const off = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
]
  .map((name) => `${name}=()`)
  .join(", ");
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const common = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
  "permissions-policy": `camera=(), clipboard-read=(), clipboard-write=(), publickey-credentials-create=(), publickey-credentials-get=(), ${off}`,
  "content-security-policy": closed,
};
const data = { ...common, "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };
const revalidated = { ...common, "cache-control": "no-cache", vary: "accept-encoding" };

const pageOf = (calls: string): Readonly<Record<string, string>> => ({
  ...common,
  "cache-control": "no-store",
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "script-src 'sha256-x'; style-src 'sha256-y'; " +
    `connect-src ${calls}; default-src 'none'; base-uri 'none'; ` +
    "form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-forms",
});

const table = (origin: string): Readonly<Record<ExpectedKind, Readonly<Record<string, string>>>> => ({
  app: {
    ...revalidated,
    "content-type": "text/html; charset=utf-8",
    "permissions-policy":
      "camera=(self), clipboard-read=(), clipboard-write=(self), publickey-credentials-create=(self), " +
      `publickey-credentials-get=(self), ${off}`,
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
      "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types app-url",
  },
  "key-worker": {
    ...revalidated,
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "text/javascript; charset=utf-8",
    "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  },
  "service-worker": {
    ...revalidated,
    "content-type": "text/javascript; charset=utf-8",
    "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
  },
  lasting: {
    ...revalidated,
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "text/javascript; charset=utf-8",
  },
  file: { ...revalidated, "content-type": "application/manifest+json; charset=utf-8" },
  page: pageOf(`${origin}/api/ask/read ${origin}/api/ask/reply`),
  "share-page": pageOf(`${origin}/api/share/read`),
  data: data,
  "open-data": { ...data, "access-control-allow-origin": "null" },
  preflight: {
    ...common,
    "cache-control": "no-store",
    "access-control-allow-origin": "null",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
  },
});

/** Headers that say something about the connection, the length or the moment, and those of one file alone. */
const apart = new Set([
  "date",
  "connection",
  "keep-alive",
  "content-length",
  "transfer-encoding",
  "etag",
  "retry-after",
]);

/** Every header that is missing, wrong or too many, as a line each. */
const differences = (kind: ExpectedKind, headers: IncomingHttpHeaders, origin: string): readonly string[] => {
  const expected = table(origin)[kind];
  const missing = Object.entries(expected)
    .filter(([name, value]) => headers[name] !== value)
    .map(([name, value]) => `${name}: ${String(headers[name])} instead of ${value}`);
  const extra = Object.keys(headers).filter((name) => !apart.has(name) && !(name in expected));
  return [...missing, ...extra.map((name) => `${name}: not expected`)];
};

/** The table, as a question. */
export const expectedHeaders = { differences };

const json = (origin: string): Readonly<Record<string, string>> => ({ "content-type": "application/json", origin });

const get = (name: string, kind: ExpectedKind, path: string, status = 200): HeaderCase => ({
  name,
  kind,
  status,
  send: () => ({ path }),
});

/** Answers of one route: the right one and every kind of refusal. */
const casesOf = (route: Route): readonly HeaderCase[] => {
  const name = `${route.method} ${route.path}`;
  const post = (what: string, status: number, kind: ExpectedKind, send: HeaderCase["send"]): HeaderCase => ({
    name: `${name}: ${what}`,
    kind,
    status,
    send,
  });
  switch (route.kind) {
    case "files":
      return [
        get(`${name}: the app`, "app", "/"),
        get(`${name}: the key worker`, "key-worker", "/w/keys-1a2b3c4d.js"),
        get(`${name}: the service worker`, "service-worker", "/sw.js"),
        get(`${name}: a lasting file`, "lasting", "/assets/app-1a2b3c4d.js"),
        get(`${name}: the manifest`, "file", "/manifest.webmanifest"),
        get(`${name}: nothing`, "data", "/nothing", 404),
        get(`${name}: a bad path`, "data", "/%zz", 400),
        { name: `${name}: asked with HEAD`, kind: "app", status: 200, send: () => ({ path: "/", method: "HEAD" }) },
        {
          name: `${name}: compressed`,
          kind: "data",
          status: 415,
          send: () => ({ path: "/", headers: { "content-encoding": "gzip" } }),
        },
        ...["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"].map((method): HeaderCase => ({
          name: `${method} /`,
          kind: "data",
          status: 404,
          send: () => ({ path: "/", method }),
        })),
      ];
    case "page":
      return [
        get(name, route.page === "/a" ? "page" : "share-page", route.path.replace("*", "0123")),
        { name: `POST ${route.path}`, kind: "data", status: 404, send: () => ({ path: route.page, method: "POST" }) },
      ];
    case "health":
      return [
        get(name, "data", route.path),
        { name: `POST ${route.path}`, kind: "data", status: 404, send: () => ({ path: route.path, method: "POST" }) },
      ];
    case "ask":
    case "box":
    case "share": {
      const open = openPaths.includes(route.path) ? "open-data" : "data";
      const send =
        (body: string, headers: (origin: string) => Readonly<Record<string, string>> = json) =>
        (origin: string) => ({ path: route.path, method: "POST", body, headers: headers(origin) });
      return [
        post("malformed", 400, open, send("{}")),
        post(
          "foreign",
          403,
          open,
          send("{}", () => json("https://elsewhere.example")),
        ),
        post(
          "another type",
          415,
          open,
          send("x", (origin) => ({ origin, "content-type": "text/plain" })),
        ),
        post(
          "compressed",
          415,
          open,
          send("{}", (origin) => ({ ...json(origin), "content-encoding": "gzip" })),
        ),
        post(
          "too large",
          413,
          open,
          // Said, not sent: the relay answers and hangs up, and what was still on its way would break the connection.
          send("x", (origin) => ({ ...json(origin), "content-length": route.kind === "share" ? "200000" : "40000" })),
        ),
        get(`GET ${route.path}`, "data", route.path, 404),
      ];
    }
    case "preflight":
      return [
        {
          name,
          kind: "preflight",
          status: 204,
          send: () => ({ path: route.path, method: "OPTIONS", headers: { origin: "null" } }),
        },
        { name: `${name}: foreign`, kind: "data", status: 403, send: () => ({ path: route.path, method: "OPTIONS" }) },
      ];
    case "vault-socket":
      return [get(`${name}: without an upgrade`, "data", `/v/${"0".repeat(32)}`, 404)];
    case "live-socket":
      return [get(`${name}: without an upgrade`, "data", route.path, 404)];
  }
};

/** Cases made from the route list, so that a new route is covered or does not compile. */
export const headerCases: readonly HeaderCase[] = routes.flatMap(casesOf);

/** Writes the smallest app and page that have a file of every kind; gives their folders. */
export const writeSite = (folder: string): { readonly webDir: string; readonly pagesDir: string } => {
  const [webDir, pagesDir] = [join(folder, "web"), join(folder, "pages")];
  const html = "<!doctype html><title>Belay</title>";
  const policy = "script-src 'sha256-x'; style-src 'sha256-y'; connect-src *";
  const files: Readonly<Record<string, string>> = {
    "web/index.html": html,
    "web/sw.js": "// worker",
    "web/manifest.webmanifest": "{}",
    "web/assets/app-1a2b3c4d.js": `// ${"x".repeat(4_000)}`,
    "web/assets/app-1a2b3c4d.js.map": "{}",
    "web/w/keys-1a2b3c4d.js": "// keys",
    "web/icons/icon.svg": "<svg/>",
    "pages/ask.html": html,
    "pages/share.html": html,
    "pages/csp.json": JSON.stringify({ "/a": policy, "/s": policy }),
  };
  for (const part of ["web/assets", "web/w", "web/icons", "pages"]) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { webDir, pagesDir };
};
