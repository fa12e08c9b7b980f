/** A wire between a browser and a relay that keeps every byte that crosses it, both ways. */
import { connect, createServer, type Socket } from "node:net";

/** A tap on a port of its own. */
export interface Tap {
  readonly origin: string;
  /** Everything that crossed so far. */
  readonly crossed: () => Buffer;
  /** Where it hands everything on to; set once the relay's port is known. */
  readonly toward: (port: number) => void;
  readonly close: () => Promise<void>;
}

/** Opens a tap on `port`. */
export const openTap = (port: number): Promise<Tap> => {
  const kept: Buffer[] = [];
  const open = new Set<Socket>();
  let target = 0;
  const keep = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on("data", (chunk) => {
      kept.push(Buffer.from(chunk));
      to.write(chunk);
    });
    from.on("error", () => to.destroy());
    from.on("close", () => {
      open.delete(from);
      to.end();
    });
  };
  const server = createServer((browser) => {
    const relay = connect(target, "127.0.0.1");
    keep(browser, relay);
    keep(relay, browser);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({
        origin: `http://localhost:${port}`,
        crossed: () => Buffer.concat(kept),
        toward: (relayPort) => {
          target = relayPort;
        },
        close: () =>
          new Promise((done) => {
            for (const socket of open) socket.destroy();
            server.close(() => done());
          }),
      }),
    );
  });
};
