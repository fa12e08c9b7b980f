/** The relay's own decisions over its memory store, without sockets: connections are calls, frames are bytes. */
import { decodeFrame, encodeFrame, type Frame } from "@belay/wire";
import { accept, isTurning } from "../../apps/relay/relay.ts";
import { openSession, type Session } from "../../apps/relay/session.ts";
import { memoryStore } from "../../apps/relay/store/memory.ts";
import { toVaultId, type Store } from "../../apps/relay/store/port.ts";
import type { Dice } from "./dice.ts";

/** One end of a connection at the relay. */
export interface Seat {
  /** A message of the client. */
  readonly hear: (bytes: Uint8Array) => void;
  readonly leave: () => void;
}

/** What the relay says to one client. */
export interface Client {
  readonly say: (bytes: Uint8Array) => void;
  readonly hangUp: () => void;
}

/** A client as a hostile relay sees it. */
export interface BentClient extends Client {
  readonly refuse: (ref: number) => void;
}

/** The relay: the same code that is shipped, between memory and messages. */
export interface Hub {
  readonly sit: (vault: string, client: Client) => Seat;
  /** Every connection is gone; what was stored stays. */
  readonly restart: () => void;
  store: Store;
}

const caps = { vaultBytes: 256 * 1024 * 1024, vaultDevices: 64 };

/** Bends what a hostile relay says and does; null keeps a frame from being said. */
export interface Bend {
  readonly hear?: (frame: Frame, client: BentClient) => Frame | null;
  readonly say?: (frame: Frame, client: Client) => Frame | null;
}

/** A relay that is served at `origin`, by a clock. */
export const createHub = (origin: string, now: () => number, dice: Dice, bend: Bend = {}): Hub => {
  const seated = new Map<Client, Session>();
  const hub: Hub = {
    store: memoryStore(caps),
    restart: () => {
      const clients = [...seated.keys()];
      seated.clear();
      for (const client of clients) client.hangUp();
    },
    sit: (vault, client) => {
      const id = toVaultId(vault);
      if (id === null) throw new Error("no vault id");
      const nonce = dice.bytes(32);
      let session = openSession(id, origin, nonce, now());
      seated.set(client, session);
      let turn: Promise<void> = Promise.resolve();
      const say = (to: Client, frame: Frame): void => {
        const said = bend.say === undefined ? frame : bend.say(frame, to);
        if (said !== null) to.say(encodeFrame(said));
      };
      const others = (): readonly Client[] =>
        [...seated].flatMap(([one, { epoch, vault: of }]) =>
          one !== client && epoch !== null && of === id ? [one] : [],
        );
      const end = (one: Client): void => {
        seated.delete(one);
        one.hangUp();
      };
      const bent: BentClient = {
        ...client,
        refuse: (ref) => client.say(encodeFrame({ kind: "refused", ref, code: "stale-epoch", retryAfterMs: 0 })),
      };
      const answer = async (heard: Frame): Promise<void> => {
        const frame = bend.hear === undefined ? heard : bend.hear(heard, bent);
        if (frame === null || !seated.has(client)) return;
        const ports = { store: hub.store, now, spendFrame: () => 0, spendActs: () => 0, spendVault: () => 0 };
        const step = await accept(session, frame, ports);
        if (!seated.has(client)) return;
        if (isTurning(frame)) {
          session = step.session;
          seated.set(client, session);
        }
        for (const reply of step.replies) say(client, reply);
        if (step.news.length > 0)
          for (const other of others()) say(other, { kind: "news", ref: 0, more: false, entries: step.news });
        if (step.effect === "rotated")
          for (const other of others()) {
            say(other, { kind: "refused", ref: 0, code: "stale-epoch", retryAfterMs: 0 });
            end(other);
          }
        if (step.effect === "close") end(client);
      };
      say(client, { kind: "challenge", ref: 0, nonce });
      return {
        leave: () => void seated.delete(client),
        hear: (bytes) => {
          const frame = decodeFrame(bytes);
          if (!frame.ok) return end(client);
          turn = turn.then(() => answer(frame.value));
        },
      };
    },
  };
  return hub;
};
