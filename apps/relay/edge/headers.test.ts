/** Shows the headers of every route, errors included, against a table written by hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "../../../tests/relay/client.ts";
import { expectedHeaders, headerCases, writeSite } from "../../../tests/relay/headers.ts";
import { rawCases, rawDifferences } from "../../../tests/relay/raw-headers.ts";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";
import { pagePolicy } from "./headers.ts";

let folder = "";
let relay: Running;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  const { webDir, pagesDir } = writeSite(folder);
  relay = await startRelay(
    configOf({ dataDir: join(folder, "data"), webDir, pagesDir, caps: { connectionsPerAddress: 500 } }),
  );
});
afterAll(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("every answer has exactly its headers:", () => {
  test.each(headerCases)("$name", async ({ kind, status, send }) => {
    const answer = await call(relay.origin, send(relay.origin));
    expect(answer.status).toBe(status);
    expect(expectedHeaders.differences(kind, answer.headers, relay.origin)).toEqual([]);
  });
});

describe("bytes that are no request", () => {
  test.each(rawCases)("get the same headers and are let go: $name", async (one) => {
    expect(await rawDifferences(relay.port, one)).toEqual([]);
  });
});

describe("files", () => {
  const file = (path: string, headers: Readonly<Record<string, string>> = {}) => call(relay.origin, { path, headers });

  test("are compressed for who accepts it, and lasting only under a name with a hash", async () => {
    const [plain, br, gzip] = await Promise.all([
      file("/assets/app-1a2b3c4d.js"),
      file("/assets/app-1a2b3c4d.js", { "accept-encoding": "gzip, br" }),
      file("/assets/app-1a2b3c4d.js", { "accept-encoding": "gzip" }),
    ]);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect([br.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual(["br", "gzip"]);
    expect(br.body.length).toBeLessThan(plain.body.length / 10);
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await file("/icons/icon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  test("are not sent again to who has them", async () => {
    const { etag = "" } = (await file("/")).headers;
    const again = await file("/", { "if-none-match": etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("outside the list are not found: maps, parents, other spellings", async () => {
    const paths = [
      "/assets/app-1a2b3c4d.js.map",
      "/index.html",
      "/../pages/ask.html",
      "/assets/..%2f..%2fdata/relay.db",
      "/data/relay.db",
      "/assets/",
      "/ASSETS/app-1a2b3c4d.js",
      "//etc/passwd",
      "/%00",
      "/assets/app-1a2b3c4d.js/x",
    ];
    for (const path of paths) expect([400, 404]).toContain((await file(path)).status);
  });
});

describe("the page for other people", () => {
  test("is the same bytes for every id", async () => {
    const bodies = await Promise.all(
      ["/a", "/a/", "/a/abc", `/a/${"f".repeat(32)}`, `/a/${"x".repeat(2_000)}`, "/a/b/c"].map(async (path) =>
        (await call(relay.origin, { path })).body.toString(),
      ),
    );
    expect(new Set(bodies)).toEqual(new Set(["<!doctype html><title>Belay</title>"]));
  });

  test("keeps its own hashes, and cannot loosen what the relay promises", () => {
    const own = "default-src *; script-src 'sha256-x'; connect-src *; sandbox allow-same-origin; frame-ancestors *";
    expect(pagePolicy(own, ["/api/ask/read"], "https://host.example")).toBe(
      [
        "default-src 'none'",
        "script-src 'sha256-x'",
        "connect-src https://host.example/api/ask/read",
        "sandbox allow-scripts allow-forms",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; "),
    );
    expect(pagePolicy("", ["/x"], null)).toContain("connect-src 'self'");
  });
});
