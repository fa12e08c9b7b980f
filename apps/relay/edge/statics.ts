/** Reads the built app and pages into memory at start, each file with its hash, its type and its headers' kind. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { AnswerKind } from "./headers.ts";
import { sealName } from "./signing.ts";

/** A file as it is served. */
export interface StaticFile {
  readonly kind: AnswerKind;
  readonly type: string;
  /** Quoted hash of the bytes. */
  readonly etag: string;
  /** Whether its name changes with its content. */
  readonly lasting: boolean;
  /** A page's own policy. */
  readonly policy: string | null;
  /** The bytes for what the browser accepts, and the name of that encoding. */
  readonly encoded: (accepts: string) => { readonly bytes: Buffer; readonly encoding: string | null };
}

/** Files by path, such as `/assets/app-1a2b3c4d.js`. */
export type Statics = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json; charset=utf-8",
  webp: "image/webp",
  woff2: "font/woff2",
};
const squeezable = /^text\/|json|svg|wasm/;

/** Pages for other people: their path, and their file in the folder. */
export const pagePaths = { "/a": "ask.html", "/s": "share.html" } as const;

const encoder = (bytes: Buffer, type: string): StaticFile["encoded"] => {
  const made = new Map<string, Buffer>();
  const once = (encoding: string, make: () => Buffer): { bytes: Buffer; encoding: string } => {
    const known = made.get(encoding) ?? make();
    made.set(encoding, known);
    return { bytes: known, encoding };
  };
  return (accepts) => {
    if (bytes.length < 1_024 || !squeezable.test(type)) return { bytes, encoding: null };
    if (/\bbr\b/.test(accepts)) {
      return once("br", () => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
    if (/\bgzip\b/.test(accepts)) return once("gzip", () => gzipSync(bytes, { level: 9 }));
    return { bytes, encoding: null };
  };
};

const fileOf = (path: string, kind: AnswerKind, lasting: boolean, policy: string | null): StaticFile =>
  fileWith(readFileSync(path), path, kind, lasting, policy);

const fileWith = (
  bytes: Buffer,
  path: string,
  kind: AnswerKind,
  lasting: boolean,
  policy: string | null,
): StaticFile => {
  const type = types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { kind, type, etag, lasting, policy, encoded: encoder(bytes, type) };
};

const kindOf = (path: string): AnswerKind => {
  if (path === "/") return "app";
  if (path === "/sw.js") return "service-worker";
  return path.startsWith("/w/") ? "key-worker" : "file";
};

/** Whether a name ends in a hash of at least eight characters. */
const isLasting = (path: string): boolean => /^\/(?:assets|w)\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith(".map"));

/** The app's files, with `seal` as the signature of a build that has none. An empty map when the folder is missing. */
export const loadApp = (folder: string, seal: string | null = null): Statics => {
  if (folder === "" || !existsSync(folder)) return new Map();
  const signed =
    seal === null ? [] : [[`/${sealName}`, fileWith(Buffer.from(seal), sealName, "file", false, null)] as const];
  return new Map([
    ...signed,
    ...filesIn(folder).map((path) => {
      const name = `/${relative(folder, path).split(sep).join("/")}`;
      const served = name === "/index.html" ? "/" : name;
      return [served, fileOf(path, kindOf(served), isLasting(served), null)] as const;
    }),
  ]);
};

/** The policy that the build wrote for each page: `{"/a": "..."}`. */
const policiesIn = (folder: string): ReadonlyMap<string, string> => {
  const path = join(folder, "csp.json");
  const read: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const entries = typeof read === "object" && read !== null ? Object.entries(read) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
};

/** The pages for other people, by the path they stand under. Only those that the folder has. */
export const loadPages = (folder: string): Statics => {
  if (folder === "" || !existsSync(folder)) return new Map();
  const policies = policiesIn(folder);
  return new Map(
    Object.entries(pagePaths).flatMap(([path, name]) => {
      const file = join(folder, name);
      return existsSync(file) ? [[path, fileOf(file, "page", false, policies.get(path) ?? "")] as const] : [];
    }),
  );
};

/** The page of the host's own port; null where it was not built. */
export const loadConsole = (folder: string): StaticFile | null => {
  const file = join(folder, "console.html");
  if (folder === "" || !existsSync(file)) return null;
  return fileOf(file, "page", false, policiesIn(folder).get("/console") ?? "default-src 'none'");
};
