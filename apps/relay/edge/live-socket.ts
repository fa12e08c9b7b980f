/** Runs one connection that watches mailboxes. It never knows a vault. */
import type { WebSocket } from "ws";
import type { Frame } from "@belay/wire";
import { watchAsk } from "../asks.ts";
import type { MailPorts } from "../mail-answers.ts";
import type { MailId } from "../store/port.ts";
import type { Listener, Live } from "./live.ts";
import { closeCodes, wrapSocket } from "./wire-socket.ts";

/** What one connection needs. */
export interface LiveSocketPorts {
  readonly asks: MailPorts;
  readonly live: Live;
  /** Takes one watch from the address's allowance: 0, or how many ms to wait. */
  readonly spendWatch: () => number;
  /** Mailboxes on one connection, at most. */
  readonly watchesMax: number;
  /** How long a connection may stay that watches nothing, in ms. */
  readonly helloMs: number;
  readonly onFault: (cause: unknown) => void;
}

/** Starts the connection. An unknown mailbox and a wrong proof get the same refusal, and the connection stays. */
export const runLiveSocket = (ws: WebSocket, ports: LiveSocketPorts): void => {
  const watched = new Map<MailId, () => void>();
  const socket = wrapSocket(ws, {
    onFrame: async (frame) => {
      try {
        if (!socket.isOver()) await follow(frame);
      } catch (cause) {
        ports.onFault(cause);
        socket.close(closeCodes.policy);
      }
    },
    onClosed: () => {
      clearTimeout(timer);
      for (const leave of watched.values()) leave();
      watched.clear();
    },
  });
  const timer = setTimeout(() => socket.close(closeCodes.policy), ports.helloMs);
  const listener: Listener = { send: socket.sendBytes, dismiss: () => socket.close(closeCodes.policy) };

  const follow = async (frame: Frame): Promise<void> => {
    const refuse = (code: "malformed" | "quota" | "slow-down" | "unauthorised", retryAfterMs = 0): void =>
      socket.send({ kind: "refused", ref: frame.ref, code, retryAfterMs });
    if (frame.kind !== "watch") {
      refuse("malformed");
      return socket.close(closeCodes.policy);
    }
    const wait = ports.spendWatch();
    if (wait > 0) return refuse("slow-down", wait);
    const found = await watchAsk(frame.id, frame.proof, ports.asks);
    if (found === null) return refuse("unauthorised");
    if (watched.size >= ports.watchesMax && !watched.has(found.id)) return refuse("quota");
    if (socket.isOver()) return;
    clearTimeout(timer);
    const again = async (): Promise<void> => {
      const now = await watchAsk(frame.id, frame.proof, ports.asks);
      if (now !== null) socket.send({ kind: "notice", ref: 0, count: now.count });
    };
    if (!watched.has(found.id)) watched.set(found.id, ports.live.watch(found.id, listener, again));
    socket.send({ kind: "notice", ref: frame.ref, count: found.count });
  };
};
