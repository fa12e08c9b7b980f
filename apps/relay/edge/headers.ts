/** Holds the headers of every answer, in one table (security page 4.17). */

/** What kind of answer it is. Errors of any route are `data`. */
export const answerKinds = ["app", "key-worker", "service-worker", "file", "page", "data"] as const;
/** One kind. */
export type AnswerKind = (typeof answerKinds)[number];

/** Names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Features that no page of ours uses, by the names that Chromium knows on every system: it complains about others on
 * the console, where nothing of ours may stand. `web-share` is one of those, and stays at its default, our own page.
 */
const featuresOff = [
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
] as const;

/** Features that only some page of ours may use, and only its own. */
const featuresAsked = [
  "camera",
  "clipboard-read",
  "clipboard-write",
  "publickey-credentials-create",
  "publickey-credentials-get",
] as const;

const permissions = (own: readonly (typeof featuresAsked)[number][]): string =>
  [
    ...featuresAsked.map((name) => `${name}=(${own.includes(name) ? "self" : ""})`),
    ...featuresOff.map((name) => `${name}=()`),
  ].join(", ");

/** Camera for pairing; writing to the clipboard, so that a private link can leave by a tap; a passkey as a second way in. */
const appPermissions = permissions([
  "camera",
  "clipboard-write",
  "publickey-credentials-create",
  "publickey-credentials-get",
]);
const noPermissions = permissions([]);

const lockedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const policies: Readonly<Record<Exclude<AnswerKind, "page">, string>> = {
  app: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types app-url",
  ].join("; "),
  "key-worker": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  "service-worker": "default-src 'none'; script-src 'self'; connect-src 'self'",
  file: lockedPolicy,
  data: lockedPolicy,
};

/** The headers that every answer has. */
const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** The headers of an answer. `policy` is that of a page; pages without one get the closed policy. */
export const headersFor = (kind: AnswerKind, policy: string = lockedPolicy): Headers => ({
  ...always,
  "content-security-policy": kind === "page" ? policy : policies[kind],
  "permissions-policy": kind === "app" ? appPermissions : noPermissions,
  "cache-control": kind === "page" || kind === "data" ? "no-store" : "no-cache",
});

/** Instead of the default, for files whose name changes with their content. */
export const immutable = "public, max-age=31536000, immutable";

/** What lets the sandboxed page, whose origin is `null`, call one of its two routes. */
export const sandboxHeaders: Headers = { "access-control-allow-origin": "null" };
/** The same for the question that browsers ask first. */
export const preflightHeaders: Headers = {
  ...sandboxHeaders,
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "600",
};

/**
 * A page's own policy, with what the relay alone can promise put over it: the sandbox, nobody around it, and its two
 * routes as the only place it may talk to. `origin` null: the routes cannot be named in full, and `'self'` stands.
 */
export const pagePolicy = (own: string, routes: readonly string[], origin: string | null): string => {
  const directives = new Map(
    own
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", ...values] = part.split(/\s+/);
        return [name, values.join(" ")];
      }),
  );
  directives.set("default-src", "'none'");
  directives.set("connect-src", origin === null ? "'self'" : routes.map((route) => `${origin}${route}`).join(" "));
  directives.set("base-uri", "'none'").set("form-action", "'none'").set("frame-ancestors", "'none'");
  directives.set("sandbox", "allow-scripts allow-forms");
  return [...directives].map(([name, values]) => `${name} ${values}`).join("; ");
};
