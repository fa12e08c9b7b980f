/** Puts the relay behind a shipped proxy configuration on ports of this machine, with a certificate made for the test. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as tlsConnect } from "node:tls";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configOf, startRelay, type Running } from "../../apps/relay/index.ts";
import { freePort } from "../world/server.ts";

/** What a test can reach. */
export interface Behind {
  readonly relay: Running;
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly folder: string;
  /** Everything that the proxy wrote to its outputs. */
  readonly said: () => string;
}

/** One answer. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** The name in the shipped files, which the test reaches at this machine. */
export const host = "belay.example";

const certificate = (folder: string): { readonly cert: string; readonly key: string } => {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=${host}`.split(" ");
  const made = spawnSync("openssl", [...args, "-addext", `subjectAltName=DNS:${host}`, "-keyout", key, "-out", cert]);
  if (made.status !== 0) throw new Error("openssl is needed to make a certificate for the test");
  return { cert, key };
};

/** Starts a relay and what `command` gives for its ports and its certificate; takes both down after `use`. */
export const behind = async (
  command: (at: {
    readonly folder: string;
    readonly httpPort: number;
    readonly httpsPort: number;
    readonly relayPort: number;
    readonly cert: string;
    readonly key: string;
  }) => ChildProcess,
  use: (at: Behind) => Promise<void>,
  caps: Parameters<typeof configOf>[0]["caps"] = {},
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "belay-proxy-"));
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const relay = await startRelay(
    configOf({
      dataDir: join(folder, "data"),
      publicOrigin: `https://${host}:${httpsPort}`,
      trustedProxies: ["127.0.0.1"],
      caps,
    }),
  );
  let said = "";
  const proxy = command({ folder, httpPort, httpsPort, relayPort: relay.port, ...certificate(folder) });
  const ended = new Promise<void>((done) => proxy.once("exit", () => done()));
  for (const stream of [proxy.stdout, proxy.stderr]) stream?.on("data", (part) => (said += String(part)));
  try {
    await answering(httpsPort);
    await use({ relay, httpsPort, httpPort, folder, said: () => said });
  } catch (cause) {
    throw new Error(`behind the proxy (${said.slice(-600)})`, { cause });
  } finally {
    proxy.kill("SIGTERM");
    await ended;
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const answering = async (port: number): Promise<void> => {
  for (let look = 0; look < 200; look += 1) {
    if (
      await get(port, "/healthz").then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the proxy does not answer");
};

type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string; readonly secure?: boolean };

/** One request through the proxy, by the name it serves. A body makes it a POST from our own page. */
export const get = (port: number, path: string, { headers = {}, body, secure = true }: Sent = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const own = body === undefined ? {} : { "content-type": "application/json", origin: `https://${host}:${port}` };
    const options = {
      host: "127.0.0.1",
      port,
      path,
      method: body === undefined ? "GET" : "POST",
      headers: { host: secure ? `${host}:${port}` : host, ...own, ...headers },
      servername: host,
      rejectUnauthorized: false,
      agent: false,
    };
    const sent = (secure ? httpsRequest : httpRequest)(options, (response) => {
      let text = "";
      response.on("data", (part) => (text += String(part)));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });

/** Whether a TLS handshake of at most that version succeeds. */
export const speaksTls = (port: number, version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3"): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = tlsConnect({
      host: "127.0.0.1",
      port,
      servername: host,
      rejectUnauthorized: false,
      minVersion: version,
      maxVersion: version,
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    socket.once("secureConnect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Starts a program with its own words kept. */
export const run = (path: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(path, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
