/** Stands between a relay and its database, and cuts the line at a chosen moment. */
import { connect, createServer, type Socket } from "node:net";

/** A line to `target` that can be cut. */
export interface Cutting {
  /** The target's address, by way of this line. */
  readonly url: string;
  /** From now on the first `times` answers to what holds `text` are kept back, and their connections cut instead. */
  readonly cutAnswersTo: (text: string, times: number) => void;
  /** How many were cut. */
  readonly cuts: () => number;
  readonly close: () => Promise<void>;
}

/** Opens the line on a free port of this machine. */
export const cuttingLine = async (target: string): Promise<Cutting> => {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let [wanted, left, done] = ["", 0, 0];
  const server = createServer((client) => {
    const database = connect(Number(to.port), to.hostname);
    let cutNext = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        database.destroy();
      });
    }
    client.on("data", (part) => {
      if (left > 0 && part.includes(wanted)) {
        left -= 1;
        cutNext = true;
      }
      database.write(part);
    });
    database.on("data", (part) => {
      if (!cutNext) return client.write(part);
      done += 1;
      return client.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address !== null ? address.port : 0);
  return {
    url: url.href,
    cuts: () => done,
    cutAnswersTo: (text, times) => {
      [wanted, left] = [text, times];
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
};
