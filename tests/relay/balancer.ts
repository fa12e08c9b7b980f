/** A balancer for tests: sends each connection to the relay that its vault's id hashes to, or on to the next that is there. */
import { createHash } from "node:crypto";
import { connect, createServer, type Socket } from "node:net";

/** A balancer that runs. */
export interface Balancer {
  /** What clients are told. */
  readonly origin: string;
  /** The relay, by its place in the list, at which a vault is at home. */
  readonly homeOf: (vault: string) => number;
  readonly stop: () => void;
}

/** A header that stands for a balancer that errs: its value is the relay's place in the list. */
export const wrongWay = "x-wrong-way";

/** Headers of one request, at most. */
const headMax = 16_384;
/** How long a relay may take to accept. */
const acceptMs = 2_000;

const dial = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: acceptMs });
    const give = (it: Socket | null) => (): void => {
      if (it === null) socket.destroy();
      resolve(it);
    };
    socket.once("connect", give(socket)).once("error", give(null)).once("timeout", give(null));
  });

const join = (client: Socket, relay: Socket): void => {
  relay.setTimeout(0);
  for (const [one, other] of [
    [client, relay],
    [relay, client],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
    one.pipe(other);
  }
};

/** Starts it at `port`, over relays on this machine. */
export const startBalancer = async (port: number, relays: readonly number[]): Promise<Balancer> => {
  const homeOf = (vault: string): number => createHash("sha256").update(vault).digest().readUInt32BE(0) % relays.length;
  const open = new Set<Socket>();

  const route = async (client: Socket, head: Buffer): Promise<void> => {
    const text = head.toString("latin1");
    const vault = /^GET \/v\/([0-9a-f]{32}) /.exec(text)?.[1] ?? "";
    const wrong = new RegExp(`^${wrongWay}: (\\d+)\\r$`, "im").exec(text)?.[1];
    const first = wrong === undefined ? homeOf(vault) : Number(wrong);
    for (let n = 0; n < relays.length; n += 1) {
      const relay = await dial(relays[(first + n) % relays.length] ?? 0);
      if (relay === null) continue;
      relay.write(head);
      return join(client, relay);
    }
    client.destroy();
  };

  const server = createServer((client) => {
    open.add(client);
    client.on("close", () => open.delete(client)).on("error", () => client.destroy());
    let head = Buffer.alloc(0);
    const gather = (part: Buffer): void => {
      head = Buffer.concat([head, part]);
      if (head.length > headMax) return void client.destroy();
      if (!head.includes("\r\n\r\n")) return;
      client.off("data", gather);
      client.pause();
      void route(client, head);
    };
    client.on("data", gather);
  });
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    homeOf,
    stop: () => {
      server.close();
      for (const each of open) each.destroy();
    },
  };
};
