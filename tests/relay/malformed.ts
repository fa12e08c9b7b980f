/** Makes requests that are no right HTTP, or ask for what nobody has, out of the route list. */
import { routes } from "../../apps/relay/index.ts";

/** Bytes that must be refused with 4xx, all of them, and nothing that stands behind them be answered. */
export interface BadRequest {
  readonly name: string;
  readonly bytes: Buffer;
}

const posts = routes.filter(({ method }) => method === "POST").map(({ path }) => path);

/** A whole right request that is put behind a wrong one: whoever answers it was led by the nose. */
const smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

const request = (name: string, text: string): BadRequest => ({ name, bytes: Buffer.from(text, "latin1") });

/** Wrong ways to say how long a body is; each is followed by a body that holds another request. */
const lengths: readonly (readonly [name: string, fields: string])[] = [
  ["a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked"],
  ["chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5"],
  ["two lengths", "Content-Length: 5\r\nContent-Length: 6"],
  ["a list of lengths", "Content-Length: 5, 6"],
  ["a negative length", "Content-Length: -5"],
  ["a signed length", "Content-Length: +5"],
  ["a length in hexadecimal", "Content-Length: 0x5"],
  ["a length that is no number", "Content-Length: five"],
  ["an endless length", `Content-Length: ${"9".repeat(40)}`],
  ["chunks that are not last", "Transfer-Encoding: chunked, identity"],
  ["chunks misspelt", "Transfer-Encoding: xchunked"],
  ["two kinds of coding", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"],
  ["a space before the colon", "Transfer-Encoding : chunked"],
  ["a tab in front of the name", "\tTransfer-Encoding: chunked"],
  ["a null in the value", "Content-Length: 5\u0000"],
  ["a bare line feed inside", "X-A: b\nTransfer-Encoding: chunked"],
];

const lengthCases = posts.flatMap((path) =>
  lengths.map(([name, fields]) =>
    request(
      `${path}: ${name}`,
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${fields}\r\n\r\n0\r\n\r\n${smuggled}`,
    ),
  ),
);

/** Wrong chunks. */
const chunks: readonly (readonly [name: string, body: string])[] = [
  ["a chunk without a size", "\r\n{}\r\n0\r\n\r\n"],
  ["a size that is no number", "zz\r\n{}\r\n0\r\n\r\n"],
  ["a negative size", "-2\r\n{}\r\n0\r\n\r\n"],
  ["a size beyond all", `${"f".repeat(30)}\r\n{}\r\n0\r\n\r\n`],
  ["a chunk that is longer than it says", "2\r\n{}{}\r\n0\r\n\r\n"],
];

const chunkCases = posts.flatMap((path) =>
  chunks.map(([name, body]) =>
    request(
      `${path}: ${name}`,
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${body}${smuggled}`,
    ),
  ),
);

const lines: readonly string[] = [
  "GET",
  "GET /",
  "GET / HTTP/9.9",
  "GET / HTTP/1.10",
  "GET / http/1.1",
  "GET / HTP/1.1",
  "get / HTTP/1.1",
  "GE T / HTTP/1.1",
  "G\u0000T / HTTP/1.1",
  "FOO / HTTP/1.1",
  "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
  "PRI * HTTP/2.0",
  "CONNECT example.org:443 HTTP/1.1",
  "TRACE / HTTP/1.1",
  "TRACK / HTTP/1.1",
  "DEBUG / HTTP/1.1",
  "PROPFIND / HTTP/1.1",
  "DELETE / HTTP/1.1",
  "PUT / HTTP/1.1",
  "PATCH / HTTP/1.1",
  "LOCK / HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "GET \u00ff HTTP/1.1",
  "GET no-slash HTTP/1.1",
  "GET /a b HTTP/1.1",
  `GET /${"a".repeat(9_000)} HTTP/1.1`,
  `${"A".repeat(9_000)} / HTTP/1.1`,
];
const lineCases = lines.map((line) => request(JSON.stringify(line.slice(0, 30)), `${line}\r\nHost: x\r\n\r\n`));

const fields: readonly string[] = [
  "Host: x\r\nHo st: y",
  "Host: x\r\n: empty",
  "Host: x\r\nno colon at all",
  "Host: x\r\nX: a\u0000b",
  "Host: x\r\nX: a\rb",
  "Host: x\r\nX\u0001: b",
  `Host: x\r\nX: ${"x".repeat(9_000)}`,
  `Host: x\r\n${Array.from({ length: 1_900 }, (_, i) => `X${i}: b`).join("\r\n")}`,
  "Host: x\r\nExpect: cake",
  "Host: x\r\nContent-Encoding: gzip",
  "X: no host",
];
const fieldCases = fields.map((field) =>
  request(JSON.stringify(field.slice(0, 40)), `GET / HTTP/1.1\r\n${field}\r\n\r\n`),
);

/** Ways to write "one folder up"; none may lead anywhere. */
const up: readonly string[] = ["..", "%2e%2e", ".%2e", "..%00", "%252e%252e", "..\\", "%c0%ae%c0%ae", "....//", "..;"];
const targets: readonly string[] = ["secret.txt", "package.json", "relay.db", "etc/passwd"];
const pathCases = up.flatMap((step) =>
  targets.flatMap((target) =>
    ["/", "/assets/", "/w/"].map((base) =>
      request(`${base} ${step} ${target}`, `GET ${base}${`${step}/`.repeat(2)}${target} HTTP/1.1\r\nHost: x\r\n\r\n`),
    ),
  ),
);

/** Bodies of the right length that are no text, or no JSON. */
const bodies: readonly string[] = [
  "\u00ff\u00fe{}",
  '{"id":"\u00c3\u0028"}',
  "\u0000",
  "\u00ef\u00bb\u00bf{}",
  "{".repeat(500),
];
const bodyCases = posts.flatMap((path) =>
  bodies.map((body) =>
    request(
      `${path}: the body ${JSON.stringify(body.slice(0, 12))}`,
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nContent-Type: application/json\r\nConnection: close\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body}`,
    ),
  ),
);

/** All of them. `PORT` in the bytes stands for the relay's own. */
export const badRequests: readonly BadRequest[] = [
  ...lengthCases,
  ...chunkCases,
  ...lineCases,
  ...fieldCases,
  ...pathCases,
  ...bodyCases,
];
