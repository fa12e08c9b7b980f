/** Sockets to the relay over WebSocket. */
import type { Line, LineEvents, Lines } from "../engine/ports/relay.ts";

const openLine = (url: string, events: LineEvents): Line => {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => events.opened());
  socket.addEventListener("close", () => events.closed());
  socket.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.data instanceof ArrayBuffer) events.frame(new Uint8Array(event.data));
  });
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(new Uint8Array(bytes));
    },
    close: () => socket.close(),
  };
};

/** Lines to the relay at that origin (`http` or `https`). */
export const socketLines = (origin: string): Lines => {
  const base = origin.replace(/^http/, "ws");
  return {
    vault: (vault, events) => openLine(`${base}/v/${vault}`, events),
    live: (events) => openLine(`${base}/live`, events),
  };
};
