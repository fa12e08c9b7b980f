/** Runs one connection to a vault: frames in order where order matters, acknowledgements before news. */
import type { WebSocket } from "ws";
import type { Frame } from "@belay/wire";
import { accept, isTurning, type RelayPorts, type Step } from "../relay.ts";
import { openSession, type Session } from "../session.ts";
import type { VaultId } from "../store/port.ts";
import type { Live, Member } from "./live.ts";
import { closeCodes, wrapSocket } from "./wire-socket.ts";

/** What one connection needs. */
export interface VaultSocketPorts {
  readonly relay: RelayPorts;
  readonly live: Live;
  /** How long an unproved connection may stay, in ms. */
  readonly helloMs: number;
  /** Our bug, not the client's. */
  readonly onFault: (cause: unknown) => void;
  /** Counted by the kind of refusal. */
  readonly onRefused: (code: string) => void;
}

/** Starts the connection with its challenge. `nonce` is 32 random bytes. */
export const runVaultSocket = (
  ws: WebSocket,
  vault: VaultId,
  origin: string,
  nonce: Uint8Array,
  ports: VaultSocketPorts,
): void => {
  let session: Session = openSession(vault, origin, nonce, ports.relay.now());
  let leave: (() => void) | null = null;
  let turn: Promise<void> = Promise.resolve();
  let turning = 0;

  const socket = wrapSocket(ws, {
    onFrame: async (frame) => {
      // A frame that may change the session is waited for by those after it, and waits for nothing else.
      const before = turn;
      const done = before.then(() => answer(frame));
      const turns = isTurning(frame) ? 1 : 0;
      if (turns > 0) turn = done;
      turning += turns;
      await done;
      turning -= turns;
    },
    onClosed: () => {
      clearTimeout(timer);
      leave?.();
    },
  });
  const timer = setTimeout(() => socket.close(closeCodes.policy), ports.helloMs);
  const listener: Member = {
    send: socket.sendBytes,
    epoch: () => (turning > 0 ? null : session.epoch),
    dismiss: (frame) => {
      if (frame !== null) socket.send(frame);
      socket.close(closeCodes.policy);
    },
  };

  const answer = async (frame: Frame): Promise<void> => {
    if (socket.isOver()) return;
    try {
      follow(frame, await accept(session, frame, ports.relay));
    } catch (cause) {
      ports.onFault(cause);
      socket.close(closeCodes.policy);
    }
  };

  const follow = (frame: Frame, step: Step): void => {
    if (isTurning(frame)) session = step.session;
    let head = 0;
    for (const reply of step.replies) {
      if (reply.kind === "refused") ports.onRefused(reply.code);
      if (reply.kind === "welcome") head = reply.head;
      socket.send(reply);
    }
    if (session.epoch !== null && leave === null && !socket.isOver()) {
      clearTimeout(timer);
      leave = ports.live.join(vault, listener, head);
    }
    ports.live.publish(vault, step.news, listener);
    if (step.effect === "rotated") ports.live.dismiss(vault, refused("stale-epoch"), listener);
    if (step.effect === "deleted") ports.live.dismiss(vault, refused("gone"), listener);
    if (step.effect === "close") socket.close(closeCodes.policy);
    if (step.effect === "deleted") socket.close(closeCodes.normal);
  };

  socket.send({ kind: "challenge", ref: 0, nonce });
};

const refused = (code: "stale-epoch" | "gone"): Frame => ({ kind: "refused", ref: 0, code, retryAfterMs: 0 });
