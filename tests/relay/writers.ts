/** Writes into vaults of a relay that is killed again and again, and knows what was acknowledged. */
import { createHash } from "node:crypto";
import { login, newTestVault, testEnvelope, type TestSocket, type TestVault } from "./client.ts";

/** One device that writes, over many lives of the relay. */
export interface Writer {
  readonly vault: TestVault;
  readonly device: Uint8Array;
  /** Hash of each envelope that was acknowledged, by number less one. */
  readonly acked: readonly string[];
  /** Connects and finds what is there. */
  readonly enter: (origin: string) => Promise<Life>;
}

/** A writer's time with one life of the relay. */
export interface Life {
  /** Acknowledged before, and not there any more. */
  readonly lost: number;
  /** Writes until `isOver` says so or the relay is gone. */
  readonly write: (isOver: () => boolean, onAck: () => void) => Promise<void>;
}

/** Frames on their way at once. */
const window = 8;

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** Everything in a vault, by device in hex: the hashes of its envelopes in order. */
export const contentOf = async (origin: string, vault: TestVault): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { socket } = await login(origin, vault);
  const chains = new Map<string, string[]>();
  for (let after = 0, more = true; more;) {
    socket.send({ kind: "pull", ref: 1, after, maxBytes: 1_000_000 });
    const page = await socket.nextOf("page", 30_000);
    for (const { at, envelope } of page.entries) {
      const device = Buffer.from(envelope.subarray(28, 44)).toString("hex");
      chains.set(device, [...(chains.get(device) ?? []), hashOf(envelope)]);
      after = at;
    }
    more = page.more;
  }
  await socket.close();
  return chains;
};

/** Sends what is next, as long as the window has room and `isOver` says no; waits for acknowledgements between. */
const write = async (
  socket: TestSocket,
  from: number,
  next: (seq: number) => Uint8Array,
  isOver: () => boolean,
  onAck: (seq: number) => void,
): Promise<void> => {
  let [sent, acked] = [from, from];
  while (!isOver()) {
    while (sent - acked < window) {
      sent += 1;
      socket.send({ kind: "append", ref: sent, envelopes: [next(sent)] });
    }
    const frame = await socket.next(20_000);
    if (frame === null) return;
    if (frame.kind === "news") continue;
    if (frame.kind !== "ack")
      throw new Error(`the relay refused: ${frame.kind === "refused" ? frame.code : frame.kind}`);
    acked = frame.ref;
    onAck(acked);
  }
};

/** A writer into `vault`. */
export const createWriter = (vault: TestVault, number: number): Writer => {
  const device = new Uint8Array(16).fill(number + 1);
  const acked: string[] = [];
  const sent: Uint8Array[] = [];
  const next = (seq: number): Uint8Array => {
    const envelope = sent[seq - 1] ?? testEnvelope(vault, device, seq);
    sent[seq - 1] = envelope;
    return envelope;
  };
  return {
    vault,
    device,
    acked,
    enter: async (origin) => {
      const { socket, welcome } = await login(origin, vault);
      const chain = welcome.devices.find(({ deviceId }) => Buffer.compare(deviceId, device) === 0);
      const kept = chain?.seq ?? 0;
      const lost = Math.max(0, acked.length - kept);
      // Acknowledged and gone: counted once, then written again so that the chain has no gap.
      acked.length = Math.min(acked.length, kept);
      // Written before the kill and never acknowledged, yet kept: as good as acknowledged from now on.
      for (let seq = acked.length + 1; seq <= kept; seq += 1) acked.push(hashOf(next(seq)));
      return {
        lost,
        write: async (isOver, onAck) => {
          await write(socket, kept, next, isOver, (seq) => {
            acked[seq - 1] = hashOf(next(seq));
            onAck();
          });
          socket.ws.terminate();
        },
      };
    },
  };
};

/** Sixteen writers, two to a vault. */
export const sixteenWriters = (): readonly Writer[] => {
  const vaults = Array.from({ length: 8 }, newTestVault);
  return vaults.flatMap((vault, i) => [createWriter(vault, 2 * i), createWriter(vault, 2 * i + 1)]);
};
