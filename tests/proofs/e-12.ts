/** E-12: nothing compressed is taken: no request body, no offer, no frame. */
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { generousEnv } from "../relay/begin.ts";
import { brokenRelay, withChild } from "../relay/child.ts";
import type { Fault } from "../relay/planting.ts";
import { call, newTestAsk } from "../relay/client.ts";
import { rawTalk, socketFrame, upgradeBytes } from "../relay/raw.ts";
import type { Proof } from "./proof.ts";

const codings: readonly (readonly [name: string, pack: (text: string) => Uint8Array])[] = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["GZip", gzipSync],
  ["gzip, gzip", (text) => gzipSync(gzipSync(text))],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
  ["zstd", gzipSync],
  ["compress", gzipSync],
  ["identity", (text) => Buffer.from(text)],
  ["", gzipSync],
];

const offers: readonly string[] = [
  "permessage-deflate",
  "permessage-deflate; client_max_window_bits",
  "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
  "permessage-deflate; server_max_window_bits=10",
  "x-webkit-deflate-frame",
];

const paths = [`/v/${"ab".repeat(16)}`, "/live"];

/** A body in each coding, to each kind of mailbox; gives what was not refused. */
const bodies = async (origin: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const [coding, pack] of codings) {
    const answer = await call(origin, {
      method: "POST",
      path: "/api/ask/put",
      headers: { "content-type": "application/json", "content-encoding": coding, origin },
      body: pack(JSON.stringify(newTestAsk(Date.now()).put)),
    });
    if (answer.status !== 415) wrong.push(`a body in "${coding}": ${answer.status}`);
  }
  return wrong;
};

/** Each offer on each kind of socket: the socket opens and the offer is passed over, or a compressed frame ends it. */
const sockets = async (port: number): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const path of paths)
    for (const offer of offers) {
      const { heard, closed } = await rawTalk({
        port,
        waitMs: 2_000,
        say: (socket) => {
          socket.write(upgradeBytes(path, port, `Sec-WebSocket-Extensions: ${offer}\r\n`));
          // The first reserved bit says that a message is compressed (RFC 7692, section 6).
          socket.once("data", () => socket.write(socketFrame(0xc2, deflateSync("x".repeat(1_000)))));
        },
      });
      const head = heard.toString("latin1").split("\r\n\r\n")[0] ?? "";
      if (/sec-websocket-extensions/i.test(head)) wrong.push(`${path}: took the offer "${offer}"`);
      if (!head.startsWith("HTTP/1.1 101")) wrong.push(`${path}: no socket with the offer "${offer}"`);
      if (!closed) wrong.push(`${path}: stayed after a compressed frame`);
    }
  return wrong;
};

const attack = (path?: string): Promise<readonly string[]> =>
  withChild(
    generousEnv,
    async ({ origin }) => [...(await bodies(origin)), ...(await sockets(Number(new URL(origin).port)))],
    path,
  );

const open: readonly Fault[] = [
  { file: "apps/relay/edge/socket.ts", find: "perMessageDeflate: false", put: "perMessageDeflate: true" },
  { file: "apps/relay/edge/http.ts", find: 'headers["content-encoding"] !== undefined', put: "false" },
];

/** All cases, whatever the scale. */
export const proof: Proof = {
  id: "E-12",
  number: codings.length + offers.length * paths.length,
  control: "a relay that takes the offer, and passes over what a body says of its coding",
  run: async ({ note }) => {
    const wrong = await attack();
    const mutant = await attack(await brokenRelay("compressing", ...open));
    for (const line of wrong) note(`E-12: ${line}`);
    const [why] = wrong;
    return {
      done: codings.length + offers.length * paths.length,
      failures: wrong.length,
      control: mutant.some((line) => line.includes("took")) && mutant.some((line) => line.startsWith("a body")),
      ...(why === undefined ? {} : { why }),
    };
  },
};
