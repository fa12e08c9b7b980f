/** Writes refusals where no framework stands between us and the socket. */
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { MailboxError } from "@belay/wire";
import { headersFor, type Headers } from "./headers.ts";

/** The type of every answer that is data. */
export const jsonType = "application/json; charset=utf-8";

/** The bytes of a whole refusal, connection closed after it. */
export const rawRefusal = (status: number, error: MailboxError, more: Headers = {}): string => {
  const body = JSON.stringify({ error });
  const headers = {
    ...headersFor("data"),
    ...more,
    "content-type": jsonType,
    "content-length": String(body.length),
    connection: "close",
  };
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}\r\n${lines}\r\n${body}`;
};

/** Refuses on a bare socket, and lets it go at once. */
export const refuseSocket = (socket: Duplex, status: number, error: MailboxError, more: Headers = {}): void => {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawRefusal(status, error, more), () => socket.destroy());
};

/** What to say to bytes that are no request, by the parser's own code. */
export const statusOfParserFault = (code: string | undefined): number => {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  if (code === "HPE_CHUNK_EXTENSIONS_OVERFLOW") return 413;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
};
