/** J-4: no key, token or password stands in the sources, the fixtures or what is built. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, ownPaths, type TreeFile } from "../relay/tree.ts";
import type { Proof } from "./proof.ts";

/** The published shapes of what services hand out, and of keys in files. */
const shapes: readonly (readonly [name: string, shape: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["a cloud access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a code host's token", /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,})/],
  ["a registry's token", /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*\S+/],
  ["a chat's token", /\bxox[abprs]-[\w-]{10,}/],
  ["a payment key", /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/],
  ["a model's key", /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{24,}/],
  ["a map or push key", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ["a password in an address", /\b[a-z][a-z0-9+]{2,}:\/\/[^\s:/@"'`${}]{1,64}:[^\s:/@"'`${}]{3,64}@[a-z0-9]/i],
  [
    "a secret that is given a value",
    /\b(?:api[_-]?key|secret[_-]?key|client[_-]?secret|access[_-]?token|password|passwd)["']?\s*[:=]\s*["'][A-Za-z0-9+/_=-]{16,}["']/i,
  ],
];

/** Made-up values of tests, by file and kind: what looks like a secret and opens nothing. */
const known: readonly (readonly [path: RegExp, name: string])[] = [
  // How a database is named: the words "user" and "password" themselves, or a test's own.
  [
    /^(?:README\.md|docs\/[\w.-]+\.md|apps\/relay\/[\w./-]+\.test\.ts|tools\/postgres[\w./-]*)$/,
    "a password in an address",
  ],
  // The inputs that RFC 9106 publishes.
  [/^fixtures\/standard\/argon2id-rfc9106\.json$/, "a secret that is given a value"],
];

/** Every secret that is found, by file and kind. */
const secretsIn = (files: readonly TreeFile[]): readonly string[] =>
  files.flatMap(({ path, bytes }) => {
    const text = bytes.toString("latin1");
    return shapes
      .filter(([name, shape]) => shape.test(text) && !known.some(([where, what]) => what === name && where.test(path)))
      .map(([name]) => `${path}: ${name}`);
  });

/** Files that hold secrets by their very name. */
const namesIn = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => /(?:^|\/)(?:\.env(?:\.[a-z]+)?|id_(?:rsa|ed25519)|.*\.(?:pem|p12|pfx|key))$/.test(path));

/** One of each shape, put together here so that this file holds none. */
const planted: readonly string[] = [
  `-----BEGIN ${"PRIVATE KEY"}-----`,
  `AKIA${"A1".repeat(8)}`,
  `ghp_${"aB3".repeat(12)}`,
  `npm_${"aB3".repeat(12)}`,
  `xoxb-${"1".repeat(12)}`,
  `sk_live_${"a1".repeat(10)}`,
  `sk-ant-${"a1".repeat(16)}`,
  `AIza${"a".repeat(35)}`,
  `eyJ${"a".repeat(12)}.eyJ${"b".repeat(12)}.${"c".repeat(12)}`,
  `postgres://relay:${"hunter22"}@db.example`,
  `api_key = "${"a1B2".repeat(6)}"`,
];

/** A case is a file; all of them, whatever the scale. At least so many there are. */
export const proof: Proof = {
  id: "J-4",
  number: 500,
  control: "one made-up secret of each shape",
  run: async ({ note }) => {
    const root = process.cwd();
    const paths = ownPaths(root).filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
    const own = paths.map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
    const built = ["build/web", "build/pages"]
      .map((folder) => join(root, folder))
      .filter((folder) => existsSync(folder))
      .flatMap(filesBelow);
    const found = [...secretsIn([...own, ...built]), ...namesIn(paths)];
    const missed = planted.filter((text) => secretsIn([{ path: "planted.ts", bytes: Buffer.from(text) }]).length === 0);
    for (const line of found) note(`J-4: ${line}`);
    for (const text of missed) note(`J-4: not found: ${text.slice(0, 8)}`);
    const [why] = found;
    return {
      done: own.length + built.length,
      failures: found.length,
      control: missed.length === 0 && planted.length === shapes.length,
      ...(why === undefined ? {} : { why }),
    };
  },
};
