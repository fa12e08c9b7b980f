/** Speaks bytes on a bare connection, from any loopback address, and hears all that comes back. */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** What came of one connection. */
export interface RawEnd {
  readonly heard: Buffer;
  readonly closed: boolean;
  /** From the last byte said until the end, in ms. */
  readonly ms: number;
}

/** How one connection is spoken on. */
export interface RawTalk {
  readonly port: number;
  readonly say: (socket: Socket) => void;
  readonly from?: string;
  /** When to stop listening although it is open. */
  readonly waitMs?: number;
}

/** Opens a connection, says something, and listens until the other side closes it or `waitMs` passed. */
export const rawTalk = ({ port, say, from, waitMs = 3_000 }: RawTalk): Promise<RawEnd> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let said = performance.now();
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ heard: Buffer.concat(parts), closed, ms: performance.now() - said });
    };
    const socket = connect({ port, host: "127.0.0.1", ...(from === undefined ? {} : { localAddress: from }) }, () => {
      say(socket);
      said = performance.now();
    });
    const timer = setTimeout(() => end(false), waitMs);
    socket.on("data", (part) => void parts.push(part));
    socket.on("error", () => undefined);
    socket.on("close", () => end(true));
  });

/** The bytes that ask for a WebSocket as a browser does. */
export const upgradeBytes = (path: string, port: number, more = "", origin = `http://127.0.0.1:${port}`): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n${more}\r\n`;

/** One masked frame of a WebSocket with a zero mask; `first` holds FIN, reserved bits and opcode (RFC 6455, 5.2). */
export const socketFrame = (first: number, payload: Uint8Array): Buffer => {
  const { length } = payload;
  const size = length < 126 ? Buffer.from([0x80 | length]) : Buffer.from([0x80 | 126, length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([first]), size, Buffer.alloc(4), payload]);
};

/** Every status line in what was heard. */
export const statusesIn = (heard: Buffer): readonly number[] =>
  [...heard.toString("latin1").matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
