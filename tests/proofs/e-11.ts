/** E-11: a socket from elsewhere never opens, one that proves nothing or speaks no frames is closed, and none costs memory. */
import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { encodeFrame, type Frame } from "@belay/wire";
import { generousEnv, inParallel } from "../relay/begin.ts";
import { brokenRelay, residentOf, withChild } from "../relay/child.ts";
import { dice } from "../relay/figures.ts";
import { noiseNow } from "../relay/noise.ts";
import { rawTalk, socketFrame, statusesIn, upgradeBytes } from "../relay/raw.ts";
import type { Proof } from "./proof.ts";

/** The page's line on a quiet machine. */
const closedMs = 1_000;
/** Memory is flat when the last three fifths of the connections cost no more than this. */
const growthMax = 32 * 1024 * 1024;
const vault = `/v/${"ab".repeat(16)}`;
const paths = [vault, "/live"];

const device = new Uint8Array(16);
const unproved: readonly Frame[] = [
  { kind: "append", ref: 1, envelopes: [] },
  { kind: "pull", ref: 1, after: 0, maxBytes: 1_000 },
  { kind: "erase", ref: 1, deviceId: device, from: 1, to: 1 },
  { kind: "rotate", ref: 1, epoch: 2, writePub: new Uint8Array(32), ownerSig: new Uint8Array(64) },
  { kind: "hello", ref: 1, epoch: 1, sig: new Uint8Array(64) },
  { kind: "delete", ref: 1, ownerSig: new Uint8Array(64) },
  { kind: "challenge", ref: 1, nonce: new Uint8Array(32) },
  { kind: "ack", ref: 1, head: 3 },
  { kind: "news", ref: 1, more: false, entries: [] },
];

type Draw = (below: number) => number;

/** Bytes that break the framing itself (RFC 6455, section 5), or hold no frame of ours. */
const broken: readonly ((draw: Draw) => Buffer)[] = [
  // Not masked.
  () => Buffer.concat([Buffer.from([0x82, 4]), Buffer.from("bare")]),
  // Reserved bits, one at a time; opcodes that nobody gave a meaning.
  (draw) => socketFrame(0x82 | (0x10 << draw(3)), randomBytes(8)),
  (draw) => socketFrame(0x80 | (3 + draw(5)), randomBytes(8)),
  (draw) => socketFrame(0x80 | (11 + draw(5)), randomBytes(8)),
  // A ping in pieces, one that is too long, a piece of nothing, a close without a right reason, a text that is none.
  () => socketFrame(0x09, randomBytes(8)),
  () => socketFrame(0x89, randomBytes(126)),
  () => socketFrame(0x80, randomBytes(8)),
  () => socketFrame(0x88, Buffer.from([0x03])),
  (draw) => socketFrame(0x88, Buffer.from([0x00, draw(256)])),
  () => socketFrame(0x81, Buffer.from([0xff, 0xfe, 0xc3, 0x28])),
  () => socketFrame(0x81, Buffer.from("hello")),
  // Binary messages of any bytes, and of a frame that was cut, grown or changed in its kind.
  (draw) => socketFrame(0x82, randomBytes(draw(600))),
  (draw) => socketFrame(0x82, changed(draw)),
  (draw) => socketFrame(0x82, changed(draw)),
];

/** A right frame with something wrong about its length or its first bytes. */
const changed = (draw: Draw): Uint8Array => {
  const bytes = encodeFrame(unproved[draw(unproved.length)] ?? { kind: "ack", ref: 1, head: 1 });
  const cut = bytes.slice(0, Math.max(1, bytes.length - 1 - draw(8)));
  if (draw(2) === 0) return cut;
  const other = Uint8Array.from(bytes);
  other[draw(2)] = 0xe0 + draw(0x20);
  return other;
};

interface Outcome {
  readonly done: number;
  readonly open: number;
  readonly slow: number;
  readonly growth: number;
}

/** Opens one connection, says something wrong, and gives how long it stayed; Infinity when it is still there. */
const stays = async (port: number, path: string, says: Buffer, at: number): Promise<number> => {
  const from = `127.0.51.${1 + (at % 60)}`;
  const say = (socket: Socket): void => {
    socket.write(upgradeBytes(path, port));
    socket.once("data", () => socket.write(says));
    // Most take the relay's goodbye (an unmasked close frame with a code); one in eight stays until it is thrown out.
    const isPolite = at % 8 !== 0;
    socket.on("data", (part) => {
      if (isPolite && part.at(-4) === 0x88 && part.at(-3) === 2) socket.end();
    });
  };
  const { closed, ms } = await rawTalk({ port, say, from, waitMs: 2_500 });
  return closed ? ms : Number.POSITIVE_INFINITY;
};

/** A close that took too long is looked at once more: the machine may have been elsewhere. */
const isSlow = async (port: number, path: string, says: Buffer, at: number): Promise<"open" | "slow" | "right"> => {
  const first = await stays(port, path, says, at);
  if (first < closedMs) return "right";
  const noise = await noiseNow();
  const second = await stays(port, path, says, at);
  if (second === Number.POSITIVE_INFINITY) return "open";
  return second < closedMs * noise ? "right" : "slow";
};

const malformed = (count: number, seed: number, path?: string): Promise<Outcome> =>
  withChild(
    generousEnv,
    async (relay) => {
      const port = Number(new URL(relay.origin).port);
      const draw = dice(seed);
      let [done, open, slow] = [0, 0, 0];
      const some = (from: number, to: number): Promise<void> =>
        inParallel(
          Array.from({ length: to - from }, (_, i) => from + i),
          32,
          async (i) => {
            const says = broken[i % broken.length]?.(draw) ?? Buffer.alloc(0);
            const ending = await isSlow(port, paths[i % paths.length] ?? vault, says, i);
            done += 1;
            open += ending === "open" ? 1 : 0;
            slow += ending === "slow" ? 1 : 0;
          },
        );
      const warm = Math.ceil((count * 2) / 5);
      await some(0, warm);
      const before = residentOf(relay) ?? 0;
      await some(warm, count);
      return { done, open, slow, growth: (residentOf(relay) ?? 0) - before };
    },
    path,
  );

/** Frames before any proof: each must close the connection. */
const early = (): Promise<number> =>
  withChild(generousEnv, async (relay) => {
    const port = Number(new URL(relay.origin).port);
    let wrong = 0;
    const pairs = unproved.flatMap((frame) => paths.map((path) => ({ frame, path })));
    await inParallel(pairs, pairs.length, async ({ frame, path }, i) => {
      const ending = await isSlow(port, path, socketFrame(0x82, encodeFrame(frame)), i);
      wrong += ending === "right" ? 0 : 1;
    });
    return wrong;
  });

const foreign = [
  "https://elsewhere.example",
  "null",
  "",
  "http://127.0.0.1",
  "http://localhost.elsewhere.example",
  "file://",
];

/** Sockets from other origins: none may open. */
const strangers = (path?: string): Promise<number> =>
  withChild(
    generousEnv,
    async (relay) => {
      const port = Number(new URL(relay.origin).port);
      let opened = 0;
      const pairs = foreign.flatMap((origin) => paths.map((where) => ({ origin, where })));
      await inParallel(pairs, pairs.length, async ({ origin, where }) => {
        const say = (socket: Socket): void => void socket.write(upgradeBytes(where, port, "", origin));
        const { heard } = await rawTalk({ port, say, waitMs: 1_000 });
        opened += statusesIn(heard).join() === "403" ? 0 : 1;
      });
      return opened;
    },
    path,
  );

/** A case is a malformed message on a connection of its own. */
export const proof: Proof = {
  id: "E-11",
  number: 10_000,
  control: "a relay that answers nonsense and stays, and one that lets every origin in",
  run: async ({ asked, seed, note }) => {
    const found = await malformed(asked, seed);
    const wrong = (await early()) + (await strangers());
    const staying = await malformed(
      broken.length,
      seed,
      await brokenRelay("staying", {
        file: "apps/relay/edge/wire-socket.ts",
        find: "close(closeCodes.badData);",
        put: "",
      }),
    );
    const welcoming = await strangers(
      await brokenRelay("welcoming", {
        file: "apps/relay/edge/socket.ts",
        find: 'senderOf(request.headers, ports.own()) !== "own"',
        put: 'senderOf(request.headers, ports.own()) === "sandbox"',
      }),
    );
    const fat = found.growth > growthMax ? 1 : 0;
    const failures = found.open + found.slow + wrong + fat;
    const why = `${found.open} left open, ${found.slow} closed late, ${wrong} let in unproved, memory grew by ${found.growth} bytes`;
    note(`E-11: ${why}; the mutants kept ${staying.open} and let ${welcoming} in`);
    return {
      done: found.done,
      failures,
      control: staying.open > 0 && welcoming > 0,
      ...(failures === 0 ? {} : { why }),
    };
  },
};
