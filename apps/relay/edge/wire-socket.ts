/** Wraps one WebSocket: whole binary frames in and out, nothing unbounded, closed for good when it is over. */
import type { WebSocket } from "ws";
import { decodeFrame, encodeFrame, type Frame } from "@belay/wire";
import { pageBytes } from "../relay.ts";

/** Frames of one connection being answered at once. */
const runningMax = 32;
/** Bytes waiting for a slow reader before nothing more is read from it, and before it is dropped. */
const pauseAt = 4 * 1024 * 1024;
const dropAt = 16 * 1024 * 1024;
/** How long the other side may take to close politely. */
const politeMs = 500;

/** WebSocket close codes (RFC 6455, section 7.4.1). */
export const closeCodes = { normal: 1000, goingAway: 1001, badData: 1003, policy: 1008 } as const;

/** What a connection is to its owner. */
export interface WireSocket {
  readonly send: (frame: Frame) => void;
  readonly sendBytes: (bytes: Uint8Array) => void;
  /** Nothing more is read. */
  readonly close: (code: number) => void;
  readonly isOver: () => boolean;
}

/** What the owner does with it. `onFrame` may run many at once; it never rejects. */
export interface SocketOwner {
  readonly onFrame: (frame: Frame) => Promise<void>;
  readonly onClosed: () => void;
}

/** What the answer to a frame may bring to wait for the reader: a page is all that is large. */
const weightOf = (frame: Frame): number => (frame.kind === "pull" ? Math.min(frame.maxBytes, pageBytes) : 0);

/** Starts reading `ws`. The first thing that is no frame closes it. */
export const wrapSocket = (ws: WebSocket, owner: SocketOwner): WireSocket => {
  let over = false;
  let running = 0;
  /** Bytes that answers under way may still bring. */
  let promised = 0;
  /** Frames that had arrived in one piece (64 KiB) with those before them; nothing more is read meanwhile. */
  const waiting: Frame[] = [];

  const isBusy = (): boolean => running >= runningMax || ws.bufferedAmount + promised > pauseAt;
  const run = async (frame: Frame): Promise<void> => {
    const weight = weightOf(frame);
    running += 1;
    promised += weight;
    await owner.onFrame(frame);
    running -= 1;
    promised -= weight;
    breathe();
  };
  const breathe = (): void => {
    while (!over && !isBusy()) {
      const frame = waiting.shift();
      if (frame === undefined) break;
      void run(frame);
    }
    if (over) return;
    if (waiting.length > 0 || isBusy()) ws.pause();
    else if (ws.isPaused) ws.resume();
  };
  const close = (code: number): void => {
    if (over) return;
    over = true;
    ws.close(code);
    setTimeout(() => ws.terminate(), politeMs).unref();
  };
  const sendBytes = (bytes: Uint8Array): void => {
    if (ws.readyState !== ws.OPEN || over) return;
    ws.send(bytes, breathe);
    if (ws.bufferedAmount > dropAt) ws.terminate();
  };
  const send = (frame: Frame): void => sendBytes(encodeFrame(frame));

  ws.on("message", (data, isBinary) => {
    if (over) return;
    const frame = isBinary && data instanceof Buffer ? decodeFrame(data) : null;
    if (frame === null || !frame.ok) {
      send({ kind: "refused", ref: 0, code: "malformed", retryAfterMs: 0 });
      close(closeCodes.badData);
      return;
    }
    waiting.push(frame.value);
    breathe();
  });
  // Errors are the other side's doing (a bad frame, a reset); the library closes the socket after them.
  ws.on("error", () => {
    over = true;
  });
  ws.on("close", () => {
    over = true;
    owner.onClosed();
  });
  return { send, sendBytes, close, isOver: () => over };
};
