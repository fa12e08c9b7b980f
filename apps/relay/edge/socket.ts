/** Lets WebSockets in, or refuses them before they are one. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { MailPorts } from "../mail-answers.ts";
import type { Config } from "../config.ts";
import { faultOf, type Counters, type Report } from "../report.ts";
import type { Store } from "../store/port.ts";
import { prefixOf, type Buckets, type Crowd } from "./limits.ts";
import { runLiveSocket } from "./live-socket.ts";
import type { Live } from "./live.ts";
import { addressOf, senderOf } from "./origin.ts";
import { refuseSocket } from "./raw.ts";
import { vaultInPath } from "./routes.ts";
import { runVaultSocket } from "./vault-socket.ts";
import { closeCodes } from "./wire-socket.ts";

/** What the sockets need. */
export interface SocketPorts {
  readonly config: Config;
  readonly store: Store;
  /** UNIX time in ms. */
  readonly now: () => number;
  readonly live: Live;
  readonly buckets: Buckets;
  readonly crowd: Crowd;
  readonly own: () => readonly string[];
  readonly counters: Counters;
  readonly report: Report;
}

/** Adds both kinds of socket to the server; gives what says goodbye to all of them. */
export const attachSockets = (server: Server, ports: SocketPorts): (() => void) => {
  const { caps } = ports.config;
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: caps.bodyBytes,
    clientTracking: true,
  });
  const stopPings = keepAlive(sockets, caps.pingMs);
  sockets.on("wsClientError", (_error, socket) => refuseSocket(socket, 400, "malformed"));
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const refused = refuse(request, ports);
    if (refused !== null) {
      ports.counters.add(`socket-${refused.status}`);
      const wait = refused.wait === undefined ? {} : { "retry-after": String(Math.ceil(refused.wait / 1_000)) };
      return refuseSocket(socket, refused.status, refused.error, wait);
    }
    const leave = enterByProxy(request, ports);
    if (leave === null) return refuseSocket(socket, 429, "slow-down", { "retry-after": "60" });
    socket.once("close", leave);
    sockets.handleUpgrade(request, socket, head, (ws) => run(ws, request, ports));
  });
  return () => {
    stopPings();
    for (const ws of sockets.clients) {
      ws.close(closeCodes.goingAway);
      setTimeout(() => ws.terminate(), 500).unref();
    }
  };
};

type Refused = {
  readonly status: number;
  readonly error: "not-found" | "forbidden" | "slow-down" | "malformed";
  readonly wait?: number;
};

const pathOf = (request: IncomingMessage): string => request.url ?? "";
const whoIs = (request: IncomingMessage, { config }: SocketPorts): string =>
  prefixOf(addressOf(request.socket.remoteAddress, request.headers, config.trustedProxies));

const refuse = (request: IncomingMessage, ports: SocketPorts): Refused | null => {
  if (pathOf(request) !== "/live" && vaultInPath(pathOf(request)) === null) return { status: 404, error: "not-found" };
  if (request.headers.host === undefined) return { status: 400, error: "malformed" };
  if (senderOf(request.headers, ports.own()) !== "own") return { status: 403, error: "forbidden" };
  const wait = ports.buckets.take("sockets", whoIs(request, ports));
  return wait > 0 ? { status: 429, error: "slow-down", wait } : null;
};

/** Behind a proxy the connections of one address can only be counted here. */
const enterByProxy = (request: IncomingMessage, ports: SocketPorts): (() => void) | null => {
  const direct = prefixOf(request.socket.remoteAddress ?? "") === whoIs(request, ports);
  return direct ? () => undefined : ports.crowd.enter(whoIs(request, ports));
};

const run = (ws: WebSocket, request: IncomingMessage, ports: SocketPorts): void => {
  const {
    store,
    now,
    live,
    buckets,
    counters,
    report,
    config: { caps },
  } = ports;
  const who = whoIs(request, ports);
  const onFault = (cause: unknown): void => report(faultOf(cause));
  const vault = vaultInPath(pathOf(request));
  if (vault === null) {
    const asks: MailPorts = { store, now };
    const spendWatch = (): number => buckets.take("owner-calls", who);
    return runLiveSocket(ws, {
      asks,
      live,
      spendWatch,
      watchesMax: caps.watchesPerSocket,
      helloMs: caps.helloMs,
      onFault,
    });
  }
  const relay = {
    store,
    now,
    spendFrame: () => buckets.take("frames", vault),
    spendActs: () => buckets.take("acts", vault),
    spendVault: () => buckets.take("vaults", who),
  };
  const onRefused = (code: string): void => counters.add(`refused-${code}`);
  runVaultSocket(ws, vault, request.headers.origin ?? "", randomBytes(32), {
    relay,
    live,
    helloMs: caps.helloMs,
    onFault,
    onRefused,
  });
};

/** Drops connections that answered no ping since the last one. */
const keepAlive = (sockets: WebSocketServer, pingMs: number): (() => void) => {
  const silent = new WeakSet<WebSocket>();
  const ask = (ws: WebSocket): void => {
    if (silent.has(ws)) return ws.terminate();
    silent.add(ws);
    ws.once("pong", () => silent.delete(ws));
    ws.ping();
  };
  const timer = setInterval(() => sockets.clients.forEach(ask), pingMs);
  return () => clearInterval(timer);
};
