/** Shows the headers of every route, errors included, against a table written by hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "../../../tests/relay/client.ts";
import { expectedHeaders, headerCases } from "../../../tests/relay/headers.ts";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";
import { headersFor, pagePolicy } from "./headers.ts";

let folder = "";
let relay: Running;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  const [webDir, pagesDir] = [join(folder, "web"), join(folder, "pages")];
  for (const part of ["web/assets", "web/w", "web/icons", "pages"]) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(webDir, "index.html"), "<!doctype html><title>Belay</title>");
  writeFileSync(join(webDir, "sw.js"), "// worker");
  writeFileSync(join(webDir, "manifest.webmanifest"), "{}");
  writeFileSync(join(webDir, "assets/app-1a2b3c4d.js"), `// ${"x".repeat(4_000)}`);
  writeFileSync(join(webDir, "assets/app-1a2b3c4d.js.map"), "{}");
  writeFileSync(join(webDir, "w/keys-1a2b3c4d.js"), "// keys");
  writeFileSync(join(webDir, "icons/icon.svg"), "<svg/>");
  writeFileSync(join(pagesDir, "ask.html"), "<!doctype html><title>Belay</title>");
  writeFileSync(
    join(pagesDir, "csp.json"),
    JSON.stringify({ "/a": "script-src 'sha256-x'; style-src 'sha256-y'; connect-src *" }),
  );
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
  const raw = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connectTcp(relay.port, "127.0.0.1", () => socket.write(text));
      let heard = "";
      socket.on("data", (part) => (heard += part.toString("latin1")));
      socket.on("close", () => resolve(heard));
      socket.on("error", () => undefined);
    });
  test.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["two lengths", "POST /api/ask/put HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
    [
      "length and chunks",
      "POST /api/ask/put HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400,
    ],
    ["huge headers", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(10_000)}\r\n\r\n`, 431],
    ["an expectation", "POST / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nContent-Length: 0\r\n\r\n", 417],
    ["a wrong upgrade", "GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 403],
    ["an upgrade of nothing", "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n", 404],
  ])("get the same headers and are let go: %s", async (_name, text, status) => {
    const answer = await raw(text);
    const [head = "", body] = answer.split("\r\n\r\n");
    const [line = "", ...lines] = head.split("\r\n");
    expect(line.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    const headers = Object.fromEntries(lines.map((one) => one.split(/: (.*)/).slice(0, 2)));
    for (const [name, value] of Object.entries(headersFor("data"))) expect(headers[name]).toBe(value);
    expect(JSON.parse(body ?? "")).toHaveProperty("error");
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
