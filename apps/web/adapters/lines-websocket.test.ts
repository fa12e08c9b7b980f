import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocketServer, type WebSocket as ServerSocket } from "ws";
import { asBrowserOf } from "../../../tests/world/network.ts";
import type { Line } from "../engine/ports/relay.ts";
import { socketLines } from "./lines-websocket.ts";

let server: WebSocketServer;
let origin: string;
let restore: () => void;
let asked: { readonly url: string; readonly origin: string | undefined }[];
let sockets: ServerSocket[];

beforeEach(async () => {
  asked = [];
  sockets = [];
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket, request) => {
    asked.push({ url: request.url ?? "", origin: request.headers.origin });
    sockets.push(socket);
  });
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  restore = asBrowserOf(origin);
});
afterEach(() => {
  restore();
  for (const socket of server.clients) socket.terminate();
  server.close();
});

/** A line, and everything it told. */
const listening = (open: (events: Parameters<ReturnType<typeof socketLines>["live"]>[0]) => Line) => {
  const told: (string | readonly number[])[] = [];
  const line = open({
    opened: () => void told.push("opened"),
    frame: (bytes) => void told.push([...bytes]),
    closed: () => void told.push("closed"),
  });
  return { line, told };
};

const opened = async () => {
  const one = listening((events) => socketLines(origin).live(events));
  await expect.poll(() => one.told).toEqual(["opened"]);
  const [socket] = sockets;
  if (socket === undefined) throw new Error("no socket");
  return { ...one, socket };
};

describe("a line to the relay", () => {
  it("goes to the vault's own path, or to the live one, under the page's own origin", async () => {
    const vault = "ab".repeat(16);
    listening((events) => socketLines(origin).vault(vault, events));
    listening((events) => socketLines(origin).live(events));
    await expect.poll(() => asked.length).toBe(2);
    expect(asked.map(({ url }) => url).toSorted()).toEqual(["/live", `/v/${vault}`]);
    expect(asked.map((one) => one.origin)).toEqual([origin, origin]);
  });

  it("goes over TLS where the page does", () => {
    const urls: string[] = [];
    const silent = { addEventListener: () => undefined, close: () => undefined, binaryType: "" };
    Reflect.set(globalThis, "WebSocket", function socket(url: string) {
      urls.push(url);
      return silent;
    });
    listening((events) => socketLines("https://belay.example").live(events));
    listening((events) => socketLines("http://localhost:8787").vault("ab", events));
    expect(urls).toEqual(["wss://belay.example/live", "ws://localhost:8787/v/ab"]);
    expect(silent.binaryType).toBe("arraybuffer");
  });

  it("hears binary messages as they were sent, and passes over text", async () => {
    const { socket, told } = await opened();
    socket.send(Uint8Array.of(1, 2, 255));
    socket.send("text");
    socket.send(new Uint8Array());
    await expect.poll(() => told).toEqual(["opened", [1, 2, 255], []]);
  });

  it("sends exactly the bytes it was given, also of a part of a larger array", async () => {
    const { line, socket } = await opened();
    const message = once(socket, "message");
    line.send(Uint8Array.of(9, 8, 7, 6, 5).subarray(1, 4));
    const [data, binary]: unknown[] = await message;
    expect(Buffer.isBuffer(data) ? [...data] : data).toEqual([8, 7, 6]);
    expect(binary).toBe(true);
  });

  it("says once that it closed, whoever closed it, and sends nothing afterwards", async () => {
    const mine = await opened();
    mine.line.close();
    mine.line.close();
    await expect.poll(() => mine.told).toEqual(["opened", "closed"]);
    expect(() => mine.line.send(Uint8Array.of(1))).not.toThrow();
    const theirs = listening((events) => socketLines(origin).live(events));
    await expect.poll(() => sockets.length).toBe(2);
    sockets[1]?.terminate();
    await expect.poll(() => theirs.told).toEqual(["opened", "closed"]);
  });

  it("drops what is sent before it stands open, instead of failing", async () => {
    const one = listening((events) => socketLines(origin).live(events));
    expect(() => one.line.send(Uint8Array.of(1))).not.toThrow();
    await expect.poll(() => one.told).toEqual(["opened"]);
  });

  it("says that it closed when nobody is there", async () => {
    const one = listening((events) => socketLines("http://127.0.0.1:9").live(events));
    await expect.poll(() => one.told).toEqual(["closed"]);
  });
});
