/** Shows that a build is signed by one hand: its own where it came signed, else the host's, which stays the same. */
import { spawn } from "node:child_process";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../../tests/relay/client.ts";
import { writeSite } from "../../../tests/relay/headers.ts";
import { configOf } from "../config.ts";
import { startRelay } from "../index.ts";
import { listName, ownKey, ownSeal, sealName, sealOf } from "./signing.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const list = "1795406744\nsha256-AA= /\n";

/** Checks as the installed app does: the line's own key over the list's bytes. */
const holds = (line: string, text: string): boolean => {
  const [key = "", signature = ""] = line.trim().split(" ");
  const open = createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });
  return verify(null, Buffer.from(text), open, Buffer.from(signature, "base64"));
};

const newPem = (type: "ed25519" | "x25519"): string => {
  const { privateKey } = type === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("x25519");
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
};

describe("a signature", () => {
  test("holds for its list and for no other, and is the same every time", () => {
    const pem = newPem("ed25519");
    const line = sealOf(Buffer.from(list), pem);
    expect(holds(line, list)).toBe(true);
    expect(holds(line, `${list} `)).toBe(false);
    expect(sealOf(Buffer.from(list), pem)).toBe(line);
    expect(line.split(" ")).toHaveLength(2);
  });

  test("needs a key that signs", () => {
    expect(() => sealOf(Buffer.from(list), newPem("x25519"))).toThrow("not an Ed25519 key");
    expect(() => sealOf(Buffer.from(list), "no key")).toThrow();
  });
});

describe("the host's own key", () => {
  test("is made once, for the host alone", () => {
    const first = ownKey(folder);
    expect(ownKey(folder)).toBe(first);
    expect(statSync(join(folder, "app-signing.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "app-signing.pem"), "utf8")).toBe(first);
  });

  test("is one for all relays that begin at the same moment on one folder", async () => {
    const rounds = 200;
    // Processes of their own, which is what relays are: the module as plain JavaScript, asked at one word.
    const place = mkdtempSync(join(tmpdir(), "signing-"));
    const file = fileURLToPath(new URL("signing.ts", import.meta.url));
    const { code } = await transformWithOxc(readFileSync(file, "utf8"), file);
    const program = join(place, "signing.mjs");
    const ask = `process.stdin.once("data", () => {
      const keys = Array.from({ length: ${rounds} }, (_, i) => ownKey(process.argv[2] + "/" + i));
      process.stdout.write(JSON.stringify(keys), () => process.exit(0)); });`;
    writeFileSync(program, `${code}\n${ask}\nprocess.stdout.write("!");\n`);
    let ready = 0;
    const begin = async (): Promise<string> => {
      const child = spawn(process.execPath, [program, folder]);
      child.stdout.setEncoding("utf8");
      let said = "";
      child.stdout.on("data", (part: string) => (said += part));
      await vi.waitUntil(() => said === "!", { timeout: 10_000 });
      ready += 1;
      await vi.waitUntil(() => ready === 4, { timeout: 10_000 });
      child.stdin.write("go");
      await once(child, "close");
      return said.slice(1);
    };
    const keys = await Promise.all([begin(), begin(), begin(), begin()]);
    const kept = Array.from({ length: rounds }, (_, i) => ownKey(join(folder, String(i))));
    expect(keys).toEqual(keys.map(() => JSON.stringify(kept)));
    expect(readdirSync(join(folder, "0"))).toEqual(["app-signing.pem"]);
    rmSync(place, { recursive: true });
  });

  test("signs only a build that came unsigned", () => {
    const failed = vi.fn<() => void>();
    expect(ownSeal(folder, folder, failed)).toBeNull();
    writeFileSync(join(folder, listName), list);
    expect(holds(ownSeal(folder, join(folder, "new"), failed) ?? "", list)).toBe(true);
    writeFileSync(join(folder, sealName), "signed elsewhere");
    expect(ownSeal(folder, folder, failed)).toBeNull();
    expect(failed).not.toHaveBeenCalled();
  });

  test("is no reason not to serve where it cannot be kept, or is none", () => {
    const failed = vi.fn<() => void>();
    writeFileSync(join(folder, listName), list);
    expect(ownSeal(folder, join(folder, listName), failed)).toBeNull();
    writeFileSync(join(folder, "app-signing.pem"), "no key");
    expect(ownSeal(folder, folder, failed)).toBeNull();
    expect(failed).toHaveBeenCalledTimes(2);
  });
});

describe("a relay", () => {
  const served = async (webDir: string, pagesDir: string) => {
    const dataDir = join(folder, "data");
    mkdirSync(dataDir, { recursive: true });
    const relay = await startRelay(configOf({ dataDir, webDir, pagesDir }));
    try {
      const answer = await call(relay.origin, { path: `/${sealName}` });
      return { status: answer.status, text: answer.body.toString() };
    } finally {
      await relay.close();
    }
  };

  test("serves its signature beside the list, the same after a restart, and a build's own where there is one", async () => {
    const { webDir, pagesDir } = writeSite(folder);
    expect((await served(webDir, pagesDir)).status).toBe(404);
    writeFileSync(join(webDir, listName), list);
    const first = await served(webDir, pagesDir);
    expect([first.status, holds(first.text, list)]).toEqual([200, true]);
    expect(await served(webDir, pagesDir)).toEqual(first);
    writeFileSync(join(webDir, sealName), "signed elsewhere");
    expect(await served(webDir, pagesDir)).toEqual({ status: 200, text: "signed elsewhere" });
  });
});
