/** Runs the balancers that are shipped for several relays: each vault has its relay, a lost relay moves its own vaults alone. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import { run } from "../tests/ops/behind-proxy.ts";
import { program } from "../tests/ops/proxies.ts";
import { freePort } from "../tests/world/server.ts";

const shipped = (name: string): string => readFileSync(join(process.cwd(), "ops", name), "utf8");
const nginx = program("nginx", "nginx-light");
const caddy = program("caddy");
const ways = ["10.0.0.11:8787", "10.0.0.12:8787", "10.0.0.13:8787"];

/** Writes the shipped file with the test's own places into a folder, and runs it in front of the ports. */
type Start = (folder: string, port: number, relays: readonly number[]) => ChildProcess;

const startNginx: Start = (folder, port, relays) => {
  const upstream = ways.reduce((text, way, n) => {
    expect(text).toContain(`server ${way} `);
    return text.replace(way, `127.0.0.1:${relays[n]}`);
  }, shipped("nginx-several.conf"));
  // What the file tells a host to do with the other one.
  const [, before = "", after = ""] = /replace "([^"]+)" by "([^"]+)"/.exec(upstream) ?? [];
  expect(shipped("nginx.conf")).toContain(before);
  const location = /location \/ \{[^}]+\}/.exec(shipped("nginx.conf"))?.[0].replace(before, after) ?? "";
  const upgrade = /map \$http_upgrade[^}]+\}/.exec(shipped("nginx.conf"))?.[0] ?? "";
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const conf = join(folder, "nginx.conf");
  const head = `daemon off; pid ${join(folder, "nginx.pid")}; error_log stderr crit; events {}`;
  writeFileSync(
    conf,
    `${head}\nhttp { access_log off; ${temp.join(" ")}\n${upgrade}\n${upstream}\nserver { listen 127.0.0.1:${port};\n${location} } }\n`,
  );
  return run(nginx ?? "", ["-p", folder, "-c", conf]);
};

const startCaddy: Start = (folder, port, relays) => {
  const conf = join(folder, "Caddyfile");
  const file = shipped("Caddyfile-several");
  expect(file).toContain("{\n\t# Addresses");
  writeFileSync(conf, file.replace("{\n\t# Addresses", "{\n\tauto_https off\n\tadmin off\n\t# Addresses"));
  mkdirSync(join(folder, "home"));
  return run(caddy ?? "", ["run", "--adapter", "caddyfile", "--config", conf], {
    BELAY_HOST: `http://127.0.0.1:${port}`,
    BELAY_RELAYS: relays.map((relay) => `127.0.0.1:${relay}`).join(" "),
    HOME: join(folder, "home"),
    XDG_DATA_HOME: join(folder, "home"),
    XDG_CONFIG_HOME: join(folder, "home"),
  });
};

/** Stands for a relay: answers with its number, and with the address that it was told. */
const standIn = async (number: number, port: number): Promise<Server> => {
  const server = createServer((asked, answer) =>
    answer.end(JSON.stringify([number, asked.headers["x-forwarded-for"], asked.headers["forwarded"] ?? null])),
  );
  await new Promise<void>((done) => void server.listen(port, "127.0.0.1", done));
  return server;
};

const ask = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { forwarded: "for=203.0.113.1", "x-forwarded-for": "203.0.113.1" };
    const sent = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (part) => (text += String(part)));
      response.on("end", () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    sent.on("error", reject);
    sent.end();
  });

const vaults = Array.from({ length: 60 }, (_, n) => createHash("sha256").update(String(n)).digest("hex").slice(0, 32));

/** Which relay each vault gets. */
const routesAt = async (port: number): Promise<readonly number[]> => {
  const routes: number[] = [];
  for (const vault of vaults) routes.push(Number(JSON.parse(await ask(port, `/v/${vault}`))[0]));
  return routes;
};

const balancers = [
  { name: "nginx", path: nginx, start: startNginx },
  { name: "Caddy", path: caddy, start: startCaddy },
].filter(({ path }) => path !== null);

test("the test has at least one of them to try", () => {
  expect(balancers.length).toBeGreaterThan(0);
});

describe.each(balancers)("$name before three relays", ({ start }) => {
  test("sends a vault to one relay, every time, and moves only the vaults of a relay that is lost", async () => {
    const folder = mkdtempSync(join(tmpdir(), "belay-several-"));
    const [port, ...ports] = [await freePort(), await freePort(), await freePort(), await freePort()];
    const relays = await Promise.all(ports.map((each, n) => standIn(n, each)));
    const balancer = start(folder, port, ports);
    const ended = new Promise<void>((done) => balancer.once("exit", () => done()));
    try {
      const isUp = (): Promise<boolean> =>
        ask(port, "/healthz").then(
          () => true,
          () => false,
        );
      await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
      const first = await routesAt(port);
      expect(await routesAt(port)).toEqual(first);
      for (const n of [0, 1, 2]) expect(first.filter((route) => route === n).length).toBeGreaterThan(5);
      expect(JSON.parse(await ask(port, "/api/x"))).toEqual([expect.any(Number), "127.0.0.1", null]);
      const elsewhere = new Set<unknown>();
      for (let n = 0; n < 40; n += 1) elsewhere.add(JSON.parse(await ask(port, "/live"))[0]);
      expect(elsewhere.size).toBe(3);
      const lost = relays[1];
      lost?.closeAllConnections();
      await new Promise<void>((done) => void lost?.close(() => done()));
      const then = await routesAt(port);
      expect(then.filter((route, n) => route !== first[n] && first[n] !== 1)).toEqual([]);
      expect(then).not.toContain(1);
    } finally {
      balancer.kill("SIGTERM");
      await ended;
      for (const each of relays) {
        each.closeAllConnections();
        each.close();
      }
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
