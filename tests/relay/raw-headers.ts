/** Sends bytes that never reach a route, and looks at the headers of what comes back. */
import { connect } from "node:net";
import { expectedHeaders } from "./headers.ts";

/** Bytes and the status they must get. */
export interface RawCase {
  readonly name: string;
  readonly text: string;
  readonly status: number;
}

const upgrade = "Connection: Upgrade\r\nUpgrade:";

/** One for each way in which a request can fail before any route. */
export const rawCases: readonly RawCase[] = [
  { name: "no HTTP", text: "hello\r\n\r\n", status: 400 },
  { name: "no host", text: "GET / HTTP/1.1\r\n\r\n", status: 400 },
  {
    name: "two lengths",
    text: "POST /api/ask/put HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    status: 400,
  },
  {
    name: "a length and chunks",
    text: "POST /api/ask/put HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    status: 400,
  },
  { name: "a bare line feed in a header", text: "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n", status: 400 },
  { name: "huge headers", text: `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(10_000)}\r\n\r\n`, status: 431 },
  {
    name: "an expectation",
    text: "POST / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nContent-Length: 0\r\n\r\n",
    status: 417,
  },
  {
    name: "a foreign upgrade",
    text: `GET /live HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\n${upgrade} websocket\r\n\r\n`,
    status: 403,
  },
  { name: "an upgrade of no socket", text: `GET / HTTP/1.1\r\nHost: x\r\n${upgrade} h2c\r\n\r\n`, status: 404 },
  {
    name: "an upgrade without its key",
    text: `GET /live HTTP/1.1\r\nHost: x\r\nOrigin: http://ORIGIN\r\n${upgrade} websocket\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    status: 400,
  },
];

/** Everything that a bare connection answers, until it is closed. */
export const rawAnswer = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let heard = "";
    socket.on("data", (part) => (heard += part.toString("latin1")));
    socket.on("close", () => resolve(heard));
    socket.on("error", () => undefined);
  });

/** Every header that is missing, wrong or too many in the answer, as a line each. */
export const rawDifferences = async (port: number, { name, text, status }: RawCase): Promise<readonly string[]> => {
  const answer = await rawAnswer(port, text.replace("ORIGIN", `127.0.0.1:${port}`));
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const [line = "", ...lines] = head.split("\r\n");
  if (!line.startsWith(`HTTP/1.1 ${status} `)) return [`${name}: ${line} instead of ${status}`];
  const headers = Object.fromEntries(
    lines.map((one) => [one.split(": ")[0]?.toLowerCase(), one.slice(one.indexOf(": ") + 2)]),
  );
  const wrong = expectedHeaders.differences("data", headers, "").map((difference) => `${name}: ${difference}`);
  return /^\{"error":"[a-z-]+"\}$/.test(body) ? wrong : [...wrong, `${name}: the body ${body.slice(0, 40)}`];
};
