/** Sends bodies at, around and far beyond the limits, and watches how they end. */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { askCalls, boxCalls, defaultCaps, shareCalls } from "../../apps/relay/index.ts";
import { askPath, boxPath, sharePath } from "../../apps/relay/edge/routes.ts";

/** What became of a connection. */
export interface Ending {
  /** Of the first answer; 0 when there was none. */
  readonly status: number;
  readonly closed: boolean;
  /** From the moment the limit was passed, in ms. */
  readonly ms: number;
}

/** One body and what must become of it. */
export interface BodyCase {
  readonly name: string;
  readonly isRight: (ending: Ending) => boolean;
  readonly run: (port: number) => Promise<Ending>;
}

const waitMs = 5_000;

/** Speaks on a bare connection until the relay closes it or `enough` says that all is heard. */
const speak = (port: number, say: (socket: Socket) => void, enough: (heard: string) => boolean): Promise<Ending> =>
  new Promise((resolve) => {
    const started = performance.now();
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => say(socket));
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0), closed, ms: performance.now() - started });
    };
    const timer = setTimeout(() => end(false), waitMs);
    socket.on("data", (part) => {
      heard += part.toString("latin1");
      if (enough(heard)) end(false);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => end(true));
  });

/** Sends `chunk` again and again for as long as the other side takes it. */
const pour = (socket: Socket, chunk: Uint8Array): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", more);
  more();
};

const head = (path: string, port: number, fields: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\n${fields}\r\n\r\n`;

const answered = (heard: string): boolean => /\r\n\r\n.*\}$/s.test(heard);
const soon = ({ ms }: Ending): boolean => ms < 1_000;
const read = (ending: Ending): boolean => [200, 201, 400, 403, 404, 409].includes(ending.status);
const tooLarge = (ending: Ending): boolean =>
  (ending.status === 413 || (ending.status === 0 && ending.closed)) && soon(ending);
const letGo = (ending: Ending): boolean => ending.closed && soon(ending);

const bodiesOf = (path: string, limit: number = defaultCaps.mailBytes): readonly BodyCase[] => {
  const whole =
    (length: number) =>
    (port: number): Promise<Ending> =>
      speak(
        port,
        (socket) => socket.write(`${head(path, port, `Content-Length: ${length}`)}{}${" ".repeat(length - 2)}`),
        answered,
      );
  const start =
    (fields: string, then: (socket: Socket) => void) =>
    (port: number): Promise<Ending> =>
      speak(
        port,
        (socket) => {
          socket.write(head(path, port, fields));
          then(socket);
        },
        () => false,
      );
  const chunk = Buffer.concat([Buffer.from("4000\r\n"), Buffer.alloc(0x4000, 32), Buffer.from("\r\n")]);
  return [
    { name: `${path}: one below the limit`, isRight: read, run: whole(limit - 1) },
    { name: `${path}: at the limit`, isRight: read, run: whole(limit) },
    { name: `${path}: one above the limit`, isRight: tooLarge, run: whole(limit + 1) },
    {
      name: `${path}: endless chunks`,
      isRight: tooLarge,
      run: start("Transfer-Encoding: chunked", (socket) => pour(socket, chunk)),
    },
    {
      name: `${path}: ten gigabytes announced`,
      isRight: tooLarge,
      run: start("Content-Length: 10000000000", () => undefined),
    },
    {
      name: `${path}: less than announced`,
      isRight: letGo,
      run: start("Content-Length: 100", (socket) => socket.end("{}")),
    },
    {
      name: `${path}: more than announced`,
      isRight: letGo,
      run: start("Content-Length: 2", (socket) => socket.write("{}{}{}\r\n\r\n")),
    },
  ];
};

/** A WebSocket frame's first bytes: binary or continued, masked, of this length (RFC 6455, section 5.2). */
const frameHead = (length: bigint, first = 0x82): Uint8Array => {
  const bytes = Buffer.alloc(14);
  bytes[0] = first;
  bytes[1] = 0xff;
  bytes.writeBigUInt64BE(length, 2);
  return bytes;
};

const socketsOf = (path: string): readonly BodyCase[] => {
  const after =
    (then: (socket: Socket) => void) =>
    (port: number): Promise<Ending> =>
      speak(
        port,
        (socket) => {
          const key = randomBytes(16).toString("base64");
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: http://127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
              `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
          );
          socket.once("data", () => then(socket));
        },
        () => false,
      );
  const mebibyte = Buffer.alloc(2 ** 20);
  return [
    {
      name: `${path}: a frame of 1 GiB announced`,
      isRight: letGo,
      run: after((socket) => socket.write(frameHead(2n ** 30n))),
    },
    {
      name: `${path}: a frame of 2^62 announced`,
      isRight: letGo,
      run: after((socket) => socket.write(frameHead(2n ** 62n))),
    },
    {
      name: `${path}: one above the message cap`,
      isRight: letGo,
      run: after((socket) => socket.write(Buffer.concat([frameHead(2n ** 20n + 1n), mebibyte, Buffer.alloc(1)]))),
    },
    {
      name: `${path}: endless fragments`,
      isRight: letGo,
      run: after((socket) => {
        socket.write(Buffer.concat([frameHead(2n ** 19n, 0x02), mebibyte.subarray(0, 2 ** 19)]));
        pour(socket, Buffer.concat([frameHead(2n ** 19n, 0x00), mebibyte.subarray(0, 2 ** 19)]));
      }),
    },
  ];
};

/** Seven for each mailbox route, four for each kind of socket. */
export const bodyCases: readonly BodyCase[] = [
  ...askCalls.flatMap((name) => bodiesOf(askPath(name))),
  ...boxCalls.flatMap((name) => bodiesOf(boxPath(name))),
  ...shareCalls.flatMap((name) => bodiesOf(sharePath(name), defaultCaps.shareBytes)),
  ...socketsOf(`/v/${"ab".repeat(16)}`),
  ...socketsOf("/live"),
];
