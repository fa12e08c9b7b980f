/** Speaks HTTP: pages, health and mailboxes, each refusal in one shape and with every header. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { fromUtf8, assertNever } from "@belay/basics";
import { acceptAsk, type AskCall } from "../asks.ts";
import { acceptBox, type BoxCall } from "../boxes.ts";
import { refusal, type MailAnswer, type MailPorts } from "../mail-answers.ts";
import type { Config } from "../config.ts";
import { faultOf, type Counters, type Report } from "../report.ts";
import { acceptShare, type ShareCall } from "../shares.ts";
import type { MailId } from "../store/port.ts";
import { headersFor, immutable, pagePolicy, preflightHeaders, sandboxHeaders } from "./headers.ts";
import type { Buckets, Crowd, Kind } from "./limits.ts";
import { prefixOf } from "./limits.ts";
import { addressOf, senderOf, servedOrigin } from "./origin.ts";
import { jsonType, refuseSocket, statusOfParserFault } from "./raw.ts";
import { openPaths, pageCalls, routes, type Route } from "./routes.ts";
import type { StaticFile, Statics } from "./statics.ts";

/** What the edge needs to answer over HTTP. */
export interface HttpPorts {
  readonly config: Config;
  readonly mails: MailPorts;
  readonly app: Statics;
  readonly pages: Statics;
  readonly buckets: Buckets;
  readonly crowd: Crowd;
  /** The relay's own origins, once it listens. */
  readonly own: () => readonly string[];
  /** Tells those who watch a mailbox. */
  readonly notify: (id: MailId, count: number) => void;
  readonly counters: Counters;
  readonly report: Report;
}

const kindOfCall: Readonly<Record<AskCall, Kind>> = {
  put: "asks",
  read: "reads",
  reply: "replies",
  replies: "owner-calls",
  taken: "owner-calls",
  close: "owner-calls",
};
const kindOfBoxCall: Readonly<Record<BoxCall, Kind>> = {
  put: "boxes",
  read: "box-reads",
  replace: "owner-calls",
  close: "owner-calls",
};

const kindOfShareCall: Readonly<Record<ShareCall, Kind>> = {
  put: "shares",
  read: "reads",
  replace: "owner-calls",
  close: "owner-calls",
};

/** Limits of security page 4.18: Node's own defaults are far looser. */
const createBareServer = ({ config: { caps, trustedProxies }, crowd, counters }: HttpPorts): Server => {
  const server = createServer({
    headersTimeout: caps.headersMs,
    requestTimeout: caps.requestMs,
    connectionsCheckingInterval: caps.checkMs,
    maxHeaderSize: caps.headerBytes,
    keepAliveTimeout: 5_000,
    requireHostHeader: false,
  });
  server.maxConnections = caps.connections;
  // Who asks and then does not read is let go too; sockets are watched by their pings.
  server.setTimeout(2 * caps.requestMs);
  server.on("connection", (socket) => {
    // A trusted proxy stands for many; the socket edge counts the addresses that it names.
    const peer = prefixOf(socket.remoteAddress ?? "");
    const leave = trustedProxies.includes(peer) ? () => undefined : crowd.enter(peer);
    if (leave === null) {
      counters.add("connection-refused");
      socket.destroy();
    } else socket.once("close", leave);
  });
  server.on("checkExpectation", (request) => refuseSocket(request.socket, 417, "malformed"));
  server.on("connect", (_request, socket) => refuseSocket(socket, 404, "not-found"));
  server.on("clientError", (cause: NodeJS.ErrnoException, socket) => {
    counters.add("not-http");
    if (cause.code === "ECONNRESET") socket.destroy();
    else refuseSocket(socket, statusOfParserFault(cause.code), "malformed");
  });
  return server;
};

/** The HTTP edge, not yet listening. Sockets are added to its `server`. */
export const createHttp = (ports: HttpPorts): FastifyInstance => {
  const app = Fastify({
    bodyLimit: ports.config.caps.mailBytes,
    return503OnClosing: false,
    serverFactory: (handler) => createBareServer(ports).on("request", handler),
    frameworkErrors: (_error, _request, reply) => {
      void sendData(reply.headers(headersFor("data")), refusal("malformed"));
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, jsonOf(body)),
  );
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headersFor("data"));
    // On refusals too, or the page could not tell one from a lost connection.
    if (isOpen(callOf(request))) reply.headers(sandboxHeaders);
    await gate(request, reply, ports);
  });
  app.addHook("onSend", async (request, reply) => {
    if (reply.statusCode >= 400) ports.counters.add(`http-${reply.statusCode}`);
    // What was not read will not be: an endless body ends here.
    if (hasBody(request.raw) && !request.raw.complete) reply.header("connection", "close");
  });
  app.setNotFoundHandler((_request, reply) => sendData(reply, refusal("not-found")));
  app.setErrorHandler((error, _request, reply) => sendData(reply, answerToError(error, ports.report)));
  for (const route of routes) addRoute(app, route, ports);
  return app;
};

/** Unparsable bytes become `undefined`, which no route's shape accepts. */
const jsonOf = (body: string | Buffer): unknown => {
  const text = fromUtf8(Buffer.from(body));
  try {
    return text.ok ? JSON.parse(text.value) : undefined;
  } catch {
    return undefined;
  }
};

const hasBody = (request: IncomingMessage): boolean =>
  request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;

const sendData = (reply: FastifyReply, answer: MailAnswer): FastifyReply =>
  reply
    .code(answer.status)
    .header("content-type", jsonType)
    .send(Buffer.from(JSON.stringify(answer.body)));

/** Refuses, before any route, what no route takes. */
const gate = async (request: FastifyRequest, reply: FastifyReply, ports: HttpPorts): Promise<void> => {
  const { headers, socket } = request.raw;
  const wait = ports.buckets.take(
    kindOf(callOf(request)),
    prefixOf(addressOf(socket.remoteAddress, headers, ports.config.trustedProxies)),
  );
  if (wait > 0) await sendData(reply.header("retry-after", String(Math.ceil(wait / 1_000))), refusal("slow-down"));
  else if (headers.host === undefined || request.raw.httpVersionMajor < 1) await sendData(reply, refusal("malformed"));
  else if (headers["content-encoding"] !== undefined) await sendData(reply, wrongType);
};

type CallRoute = Extract<Route, { readonly kind: "ask" | "box" | "share" }>;
const callRoutes = routes.filter(
  (route): route is CallRoute => route.kind === "ask" || route.kind === "box" || route.kind === "share",
);

/** The call whose route matched, however its path was spelt. */
const callOf = (request: FastifyRequest): CallRoute | null =>
  request.method === "POST" ? (callRoutes.find(({ path }) => path === request.routeOptions.url) ?? null) : null;

const kindOf = (route: CallRoute | null): Kind => {
  if (route === null) return "pages";
  if (route.kind === "share") return kindOfShareCall[route.call];
  return route.kind === "ask" ? kindOfCall[route.call] : kindOfBoxCall[route.call];
};

/** Whether a page without an origin may make it too. */
const isOpen = (route: CallRoute | null): boolean => route !== null && openPaths.includes(route.path);

const wrongType: MailAnswer = { status: 415, body: { error: "malformed" } };

const answerToError = (error: unknown, report: Report): MailAnswer => {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : 500;
  if (status === 413) return refusal("too-large");
  if (status === 415) return wrongType;
  if (typeof status === "number" && status >= 400 && status < 500) return refusal("malformed");
  report(faultOf(error));
  return { ...refusal("unavailable"), status: 500 };
};

const addRoute = (app: FastifyInstance, route: Route, ports: HttpPorts): void => {
  switch (route.kind) {
    case "files":
      app.get(route.path, (request, reply) => sendFile(request, reply, ports.app.get(pathOf(request.url))));
      return;
    case "page":
      app.get(route.path, (request, reply) => {
        const file = ports.pages.get(route.page);
        const origin = servedOrigin(request.headers.host, ports.config.publicOrigin);
        return sendFile(request, reply, file, { calls: pageCalls[route.page], origin });
      });
      return;
    case "health":
      app.get(route.path, (_request, reply) => sendData(reply, { status: 200, body: { ok: true } }));
      return;
    case "ask":
    case "box":
      app.post(route.path, (request, reply) => answerCall(request, reply, route, ports));
      return;
    case "share":
      app.post(route.path, { bodyLimit: ports.config.caps.shareBytes }, (request, reply) =>
        answerCall(request, reply, route, ports),
      );
      return;
    case "preflight":
      app.options(route.path, (request, reply) => {
        if (senderOf(request.headers, ports.own()) !== "sandbox") return sendData(reply, refusal("forbidden"));
        return reply.headers(preflightHeaders).code(204).send();
      });
      return;
    // Reached only without an upgrade.
    case "vault-socket":
    case "live-socket":
      app.get(route.path, (_request, reply) => sendData(reply, refusal("not-found")));
      return;
    default:
      assertNever(route);
  }
};

const pathOf = (url: string): string => url.split("?")[0] ?? "";

/**
 * How long "not found" takes at least, in ms: longer than any look at the store, so that a mailbox which is there and is
 * not shown cannot be told by time from one that never was (proof E-3).
 */
const notFoundMs = 2;

const answerCall = async (
  request: FastifyRequest,
  reply: FastifyReply,
  route: CallRoute,
  ports: HttpPorts,
): Promise<FastifyReply> => {
  const sender = senderOf(request.headers, ports.own());
  if (sender !== "own" && !(isOpen(route) && sender === "sandbox")) return sendData(reply, refusal("forbidden"));
  const { body } = request;
  // Begun before the look, or it would add to what the look takes instead of hiding it.
  const hidden = pause(notFoundMs);
  const answer = await answerOf(route, body, ports.mails);
  if (answer.status === 404) await hidden;
  sendData(reply, answer);
  if (answer.waiting !== undefined) ports.notify(answer.waiting.id, answer.waiting.count);
  return reply;
};

const answerOf = (route: CallRoute, body: unknown, mails: MailPorts): Promise<MailAnswer> => {
  switch (route.kind) {
    case "ask":
      return acceptAsk(route.call, body, mails);
    case "box":
      return acceptBox(route.call, body, mails);
    case "share":
      return acceptShare(route.call, body, mails);
    default:
      return assertNever(route);
  }
};

const sendFile = (
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile | undefined,
  page: { readonly calls: readonly string[]; readonly origin: string | null } | null = null,
): FastifyReply => {
  if (file === undefined) return sendData(reply, refusal("not-found"));
  const policy = file.policy === null || page === null ? undefined : pagePolicy(file.policy, page.calls, page.origin);
  reply.headers(headersFor(file.kind, policy));
  if (file.lasting) reply.header("cache-control", immutable);
  const { bytes, encoding } = file.encoded(request.headers["accept-encoding"] ?? "");
  if (file.kind !== "page") reply.header("etag", file.etag).header("vary", "accept-encoding");
  if (encoding !== null) reply.header("content-encoding", encoding);
  if (file.kind !== "page" && request.headers["if-none-match"] === file.etag) return reply.code(304).send();
  return reply.header("content-type", file.type).send(bytes);
};
