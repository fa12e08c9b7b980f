/** Signs the list of the app's files, so that an installed app takes only builds of the same hand. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The list of a build and its signature, in the folder of the app and under the same names at its address. */
export const listName = "build.txt";
/** One line: the public key (SPKI) and the Ed25519 signature (RFC 8032) over the list's bytes, both in base64. */
export const sealName = "build.sig";

/** The line for `list` by the private key in `pem` (PKCS #8). Throws where that is no Ed25519 key. */
export const sealOf = (list: Uint8Array, pem: string): string => {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error("the signing key is not an Ed25519 key");
  const open = createPublicKey(key).export({ type: "spki", format: "der" });
  return `${open.toString("base64")} ${sign(null, list, key).toString("base64")}\n`;
};

/** Puts a new key at `path` whole and flushed: of relays that begin at once, the first one's stays. */
const makeKey = (folder: string, path: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx", flush: true });
  try {
    if (!existsSync(path)) linkSync(own, path);
  } catch (cause) {
    // Another relay was quicker.
    if (!existsSync(path)) throw cause;
  } finally {
    rmSync(own);
  }
};

/** The host's own key in `folder`, for a build that came unsigned; made once, and readable by the host alone. */
export const ownKey = (folder: string): string => {
  const path = join(folder, "app-signing.pem");
  if (!existsSync(path)) makeKey(folder, path);
  return readFileSync(path, "utf8");
};

/**
 * Signs the build in `webDir` with the host's own key; null where it was signed already, or is no build. `failed` is told
 * when no key can be kept in `dataDir`: the build is then served unsigned, and works while there is a network.
 */
export const ownSeal = (webDir: string, dataDir: string, failed: () => void): string | null => {
  const list = join(webDir, listName);
  if (!existsSync(list) || existsSync(join(webDir, sealName))) return null;
  try {
    return sealOf(readFileSync(list), ownKey(dataDir));
  } catch {
    failed();
    return null;
  }
};
