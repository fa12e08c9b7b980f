/** The list of a build names every served file under a number that only grows, the same for the same files. */
import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealOf } from "../../apps/relay/edge/signing.ts";
import { buildNumber, listOf, writeList } from "./build-list.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "built-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("the list", () => {
  it("has a line for every file, the worker's own script too, and none for itself", () => {
    for (const name of ["sw.js", "index.html", "assets/b.js", "assets/a.js"]) write(name, name);
    writeList(folder, 17, undefined);
    expect(readFileSync(join(folder, "build.txt"), "utf8")).toBe(
      [
        "17",
        `${hash("assets/a.js")} /assets/a.js`,
        `${hash("assets/b.js")} /assets/b.js`,
        `${hash("index.html")} /`,
        `${hash("sw.js")} /sw.js`,
        "",
      ].join("\n"),
    );
    expect(listOf(folder, 17)).toBe(readFileSync(join(folder, "build.txt"), "utf8"));
  });

  it("is signed where a key is given, and left to the host where none is", () => {
    write("index.html", "app");
    writeList(folder, 17, "");
    expect(existsSync(join(folder, "build.sig"))).toBe(false);
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const keyFile = join(mkdtempSync(join(folder, "..", "key-")), "key.pem");
    writeFileSync(keyFile, pem);
    writeList(folder, 18, keyFile);
    const line = readFileSync(join(folder, "build.sig"), "utf8");
    expect(line).toBe(sealOf(readFileSync(join(folder, "build.txt")), pem));
    rmSync(join(keyFile, ".."), { recursive: true });
  });
});

describe("the number", () => {
  it("is what is said, and nothing that is no number of seconds", () => {
    expect(buildNumber(process.cwd(), "1795406744")).toBe(1_795_406_744);
    for (const said of ["", "0", "-5", "1e9", "17.5", "9999999999999"]) {
      expect(buildNumber(process.cwd(), said), said).toBe(buildNumber(process.cwd(), undefined));
    }
  });

  it("is otherwise the time of the last commit, as long as the sources are those of that commit", () => {
    const at = "1795000000 +0000";
    const git = (...asked: readonly string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b.example", ...asked], {
        env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
      });
    write("apps/web/main.ts", "one");
    write("packages/wire/index.ts", "two");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "Begin");
    expect(buildNumber(folder, undefined)).toBe(1_795_000_000);
    write("apps/web/main.ts", "changed since");
    utimesSync(join(folder, "packages/wire/index.ts"), 1_795_000_100, 1_795_000_100);
    utimesSync(join(folder, "apps/web/main.ts"), 1_795_000_200, 1_795_000_200);
    expect(buildNumber(folder, undefined)).toBe(1_795_000_200);
  });

  it("is that of the youngest source where the history did not come along", () => {
    write("apps/web/main.ts", "old");
    write("packages/wire/index.ts", "young");
    write("packages/wire/node_modules/x/index.js", "somebody else's");
    utimesSync(join(folder, "apps/web/main.ts"), 1_795_000_000, 1_795_000_000);
    utimesSync(join(folder, "packages/wire/index.ts"), 1_795_000_500, 1_795_000_500.7);
    expect(buildNumber(folder, undefined)).toBe(1_795_000_500);
  });
});
