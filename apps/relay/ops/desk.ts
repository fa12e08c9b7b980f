/** Answers the host on a port of its own: health, numbers for a monitor, and a page that shows both. */
import { createServer, type Server, type ServerResponse } from "node:http";
import { headersFor } from "../edge/headers.ts";
import type { StaticFile } from "../edge/statics.ts";
import type { Gauges } from "./gauges.ts";

/** What the host's port needs. */
export interface DeskPorts {
  readonly gauges: Gauges;
  /** The built page; null where it was not built. */
  readonly page: StaticFile | null;
  /** Whether the relay takes requests: false from the moment it is told to stop. */
  readonly isReady: () => boolean;
}

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  response.writeHead(status, { ...headersFor("data"), "content-type": type }).end(body);
};

const plain = "text/plain; charset=utf-8";
const json = "application/json; charset=utf-8";

// Everything here is asked by whoever keeps the relay, on a port that is bound to this machine unless they say otherwise.
// It is answered from memory and two small counts, so that looking often costs nothing that people would feel.
const answer = async (path: string, response: ServerResponse, ports: DeskPorts): Promise<void> => {
  if (path === "/healthz") {
    const ok = ports.isReady() && (await ports.gauges.status()).ok;
    return send(response, ok ? 200 : 503, json, JSON.stringify({ ok }));
  }
  if (path === "/metrics") return send(response, 200, ports.gauges.textType, await ports.gauges.text());
  if (path === "/status.json") return send(response, 200, json, JSON.stringify(await ports.gauges.status()));
  if (path !== "/" || ports.page === null) return send(response, 404, plain, "");
  const { bytes } = ports.page.encoded("");
  const headers = headersFor("page", ports.page.policy ?? undefined);
  response.writeHead(200, { ...headers, "content-type": ports.page.type }).end(bytes);
};

/** The host's port, not yet listening. It reads alone: nothing can be changed through it. */
export const createDesk = (ports: DeskPorts, onFault: (cause: unknown) => void): Server => {
  const server = createServer((request, response) => {
    if (request.method !== "GET") return send(response, 405, plain, "");
    const [path = ""] = (request.url ?? "").split("?");
    answer(path, response, ports).catch((cause: unknown) => {
      onFault(cause);
      if (response.headersSent) response.destroy();
      else send(response, 500, plain, "");
    });
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 15_000;
  server.maxConnections = 64;
  return server;
};
