/** Runs the shipped nginx and Caddy configurations in front of a real relay: what they promise holds through TLS. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { newTestAsk } from "../tests/relay/client.ts";
import { behind, get, host, run, speaksTls, type Behind } from "../tests/ops/behind-proxy.ts";
import { program } from "../tests/ops/proxies.ts";

const nginx = program("nginx", "nginx-light");
const caddy = program("caddy");
const missing = [nginx === null ? "nginx" : "", caddy === null ? "caddy" : ""].filter((name) => name !== "");
if (missing.length > 0) process.stderr.write(`Not tried, because it is not here: ${missing.join(", ")}.\n`);

const shipped = (name: string): string => readFileSync(join(process.cwd(), "ops", name), "utf8");

/** Swaps what a host has to set; a place that is gone from the file is a failure of the test. */
const withPlaces = (text: string, places: readonly (readonly [from: string, to: string])[]): string =>
  places.reduce((whole, [from, to]) => {
    expect(whole).toContain(from);
    return whole.replaceAll(from, to);
  }, text);

type Start = Parameters<typeof behind>[0];

const startNginx: Start = ({ folder, httpPort, httpsPort, relayPort, cert, key }) => {
  const server = withPlaces(shipped("nginx.conf"), [
    ["listen 80;", `listen 127.0.0.1:${httpPort};`],
    ["listen [::]:80;", ""],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${httpsPort} ssl http2;`],
    ["listen [::]:443 ssl http2;", ""],
    ["/etc/letsencrypt/live/belay.example/fullchain.pem", cert],
    ["/etc/letsencrypt/live/belay.example/privkey.pem", key],
    ["/var/log/nginx/belay.log", join(folder, "belay.log")],
    ["http://127.0.0.1:8787", `http://127.0.0.1:${relayPort}`],
    ["proxy_set_header Host $host;", `proxy_set_header Host $host:${httpsPort};`],
  ]);
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const conf = join(folder, "nginx.conf");
  const head = `daemon off; pid ${join(folder, "nginx.pid")}; error_log stderr error; events {}`;
  writeFileSync(conf, `${head}\nhttp { ${temp.join(" ")}\n${server} }\n`);
  return run(nginx ?? "", ["-p", folder, "-c", conf]);
};

const startCaddy: Start = ({ folder, httpPort, httpsPort, relayPort, cert, key }) => {
  const file = withPlaces(shipped("Caddyfile"), [
    ["{\n\t# Addresses", `{\n\thttp_port ${httpPort}\n\thttps_port ${httpsPort}\n\tadmin off\n\t# Addresses`],
    ["{$BELAY_HOST} {", `{$BELAY_HOST} {\n\tbind 127.0.0.1\n\ttls ${cert} ${key}`],
  ]);
  const conf = join(folder, "Caddyfile");
  writeFileSync(conf, file);
  mkdirSync(join(folder, "home"));
  return run(caddy ?? "", ["run", "--adapter", "caddyfile", "--config", conf], {
    BELAY_HOST: host,
    BELAY_RELAY: `127.0.0.1:${relayPort}`,
    HOME: join(folder, "home"),
    XDG_DATA_HOME: join(folder, "home"),
    XDG_CONFIG_HOME: join(folder, "home"),
  });
};

const challenge = ({ httpsPort }: Behind): Promise<number> =>
  new Promise((resolve, reject) => {
    // The name goes into the handshake too; the options of a request take it, though their type does not say so.
    const options = {
      headers: { host: `${host}:${httpsPort}`, origin: `https://${host}:${httpsPort}` },
      rejectUnauthorized: false,
      servername: host,
    };
    const socket = new WebSocket(`wss://127.0.0.1:${httpsPort}/v/${"ab".repeat(16)}`, options);
    socket.once("message", (data) => {
      socket.close();
      resolve(Buffer.isBuffer(data) ? data.length : 0);
    });
    socket.once("error", reject);
  });

/** Every word that the proxy left on disk or on its outputs. */
const written = ({ folder, said }: Behind): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".log"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("") + said();

const proxies = [
  { name: "nginx", path: nginx, start: startNginx },
  { name: "Caddy", path: caddy, start: startCaddy },
].filter(({ path }) => path !== null);

test("the test has at least one of them to try", () => {
  expect(existsSync(nginx ?? "") || existsSync(caddy ?? "")).toBe(true);
});

describe.each(proxies)("behind $name", ({ start }) => {
  test("pages and calls pass with the relay's own headers, HTTP leads to HTTPS, and old TLS is refused", async () => {
    await behind(start, async (at) => {
      const health = await get(at.httpsPort, "/healthz");
      expect(health).toMatchObject({ status: 200, text: '{"ok":true}' });
      expect(health.headers).toMatchObject({
        "strict-transport-security": "max-age=63072000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      });
      const plain = await get(at.httpPort, "/a/x", { secure: false });
      expect(plain.status).toBe(308);
      expect(String(plain.headers["location"])).toMatch(/^https:\/\/belay\.example(?::\d+)?\/a\/x$/);
      expect(await speaksTls(at.httpsPort, "TLSv1.1")).toBe(false);
      expect(await speaksTls(at.httpsPort, "TLSv1.2")).toBe(true);
      expect(await speaksTls(at.httpsPort, "TLSv1.3")).toBe(true);
    });
  }, 60_000);

  test("an ask and a socket work, and refusals are the relay's own", async () => {
    await behind(start, async (at) => {
      const ask = newTestAsk(Date.now());
      expect((await get(at.httpsPort, "/api/ask/put", { body: JSON.stringify(ask.put) })).status).toBe(201);
      const read = JSON.stringify({ id: ask.id, proof: ask.owner });
      expect(await get(at.httpsPort, "/api/ask/read", { body: read })).toMatchObject({
        status: 404,
        text: '{"error":"not-found"}',
      });
      const large = JSON.stringify({ ...ask.put, body: "A".repeat(60_000) });
      // The relay hangs up on what it will not read; a proxy that is still sending may see that before the answer.
      expect([413, 502]).toContain((await get(at.httpsPort, "/api/ask/put", { body: large })).status);
      expect(written(at)).not.toMatch(/remote_ip|client_ip|api\/ask/);
      expect(await challenge(at)).toBe(38);
    });
  }, 60_000);

  test("limits count the address that the proxy saw, whatever the client says of itself; nothing of it is written", async () => {
    await behind(
      start,
      async (at) => {
        const answers: number[] = [];
        for (let i = 0; i < 12; i += 1) {
          const headers = { "x-forwarded-for": `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` };
          const body = JSON.stringify({ id: "00".repeat(16), proof: "00".repeat(32) });
          answers.push((await get(at.httpsPort, "/api/ask/read", { body, headers })).status);
        }
        expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(6);
        expect(written(at)).not.toMatch(/203\.0\.113|\/api\/ask|00000000/);
      },
      { readsPerMinute: 5 },
    );
  }, 60_000);
});
