/** A device that lives through everything: writes, listens, is cut off, comes back by another way, and forgets nothing. */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import type { Frame, PageEntry } from "@belay/wire";
import { connect, createFrame, testEnvelope, type TestSocket, type TestVault } from "./client.ts";
import { wrongWay } from "./balancer.ts";

/** One device. */
export interface Roamer {
  readonly vault: TestVault;
  readonly device: Uint8Array;
  /** Hash of each envelope that was acknowledged, by its number less one. */
  readonly acked: readonly string[];
  /** Everything up to this place has been seen. */
  readonly cursor: () => number;
  /** What must never be: acknowledged and not kept, two things at one place, one thing at two places, a refusal. */
  readonly wrongs: () => readonly string[];
  /** Everything that was sent is acknowledged. */
  readonly isIdle: () => boolean;
  /** It is connected, and was let in. */
  readonly isIn: () => boolean;
  /** Writes on, or writes nothing more. */
  readonly write: (on: boolean) => void;
  /** Writes one envelope more. */
  readonly say: () => void;
  /** Cuts the connection; it comes back by this relay, or by the balancer's choice. */
  readonly reroute: (relay: number | null) => void;
  /** Everything there is, read anew: hashes in the order of their places, with the place. */
  readonly readAll: () => Promise<readonly (readonly [at: number, hash: string])[]>;
  readonly stop: () => Promise<void>;
}

/** Frames on their way at once, and the rest between two of them, in ms. */
const [window, restMs] = [3, 8];

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** Refusals that a device outlives by coming again. */
const passing: readonly string[] = ["slow-down", "gap"];

/** Everything a vault holds, by a connection of its own. `at` is a relay's origin or the balancer's. */
export const readAll = async (
  at: string,
  origin: string,
  vault: TestVault,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly [at: number, hash: string])[]> => {
  const socket = await connect(at, `/v/${vault.id}`, { origin, headers });
  try {
    const { nonce } = await socket.nextOf("challenge", 20_000);
    socket.send(createFrame(vault, origin, nonce));
    await socket.nextOf("welcome", 20_000);
    const all: [number, string][] = [];
    for (let [after, more] = [0, true]; more;) {
      socket.send({ kind: "pull", ref: 1, after, maxBytes: 1_000_000 });
      const page = await socket.nextOf("page", 30_000);
      for (const { at: place, envelope } of page.entries) all.push([place, hashOf(envelope)]);
      after = page.entries.at(-1)?.at ?? after;
      ({ more } = page);
    }
    return all;
  } finally {
    socket.ws.terminate();
  }
};

/** What a device has seen, and what is wrong with it. */
const createView = () => {
  const placeOf = new Map<string, number>();
  const seen = new Map<number, string>();
  const wrongs: string[] = [];
  let cursor = 0;
  return {
    wrongs,
    cursor: (): number => cursor,
    /** Notes entries; `whole` ones were asked for after the cursor. Gives whether nothing is missing before them. */
    note: (entries: readonly PageEntry[], whole: boolean): boolean => {
      for (const { at, envelope } of entries) {
        const hash = hashOf(envelope);
        if ((seen.get(at) ?? hash) !== hash) wrongs.push(`two envelopes at place ${at}`);
        if ((placeOf.get(hash) ?? at) !== at) wrongs.push(`one envelope at ${placeOf.get(hash)} and at ${at}`);
        seen.set(at, hash);
        placeOf.set(hash, at);
        if (whole || at === cursor + 1) cursor = Math.max(cursor, at);
      }
      return entries.every(({ at }) => at <= cursor);
    },
  };
};

/** Starts a device. `draw` gives whole numbers below the given one. */
export const startRoamer = (
  origin: string,
  vault: TestVault,
  number: number,
  firstRoute: number | null,
  draw: (below: number) => number,
): Roamer => {
  const device = new Uint8Array(16).fill(number + 1);
  const view = createView();
  const acked: string[] = [];
  const made: Uint8Array[] = [];
  let [writing, wanted, over, route] = [false, 0, false, firstRoute];
  let current: TestSocket | null = null;
  let welcomed: TestSocket | null = null;

  const next = (seq: number): Uint8Array => (made[seq - 1] ??= testEnvelope(vault, device, seq));
  const headers = (): Readonly<Record<string, string>> => (route === null ? {} : { [wrongWay]: String(route) });

  /** Takes what the relay says it has of this device. */
  const settle = (kept: number): void => {
    if (kept < acked.length) view.wrongs.push(`${acked.length - kept} acknowledged and not kept`);
    acked.length = Math.min(acked.length, kept);
    // Sent before the connection went and never acknowledged, yet kept: as good as acknowledged from now on.
    for (let seq = acked.length + 1; seq <= kept; seq += 1) acked.push(hashOf(next(seq)));
  };

  const life = async (socket: TestSocket): Promise<void> => {
    const { nonce } = await socket.nextOf("challenge");
    socket.send(createFrame(vault, origin, nonce));
    const welcome = await socket.nextOf("welcome");
    welcomed = socket;
    const before = acked.length;
    settle(welcome.devices.find(({ deviceId }) => Buffer.compare(deviceId, device) === 0)?.seq ?? 0);
    // Half of the time it sends again what it has no answer to, as if the welcome had told it nothing.
    const from = draw(2) === 0 ? Math.min(before, acked.length) : acked.length;
    let [sent, asked, again] = [from, false, false];
    const pull = (): void => {
      [asked, again] = [true, false];
      socket.send({ kind: "pull", ref: 0, after: view.cursor(), maxBytes: 1_000_000 });
    };
    const readOn = (): void => {
      again = true;
      if (!asked) pull();
    };
    const take = (frame: Frame): void => {
      if (frame.kind === "ack") {
        acked[frame.ref - 1] = hashOf(next(frame.ref));
        // Its own are not news to it; it reads them back, as the app does before it counts them as copied.
        if (sent === acked.length) readOn();
      }
      if (frame.kind === "page") {
        asked = false;
        view.note(frame.entries, true);
        if (frame.more || again) pull();
      }
      if (frame.kind === "news" && !view.note(frame.entries, false)) readOn();
      if (frame.kind !== "refused") return;
      if (!passing.includes(frame.code)) view.wrongs.push(`refused: ${frame.code}`);
      throw new Error(frame.code);
    };
    pull();
    while (!over && current === socket) {
      if ((writing || made.length < wanted || sent < made.length) && sent - acked.length < window) {
        sent += 1;
        socket.send({ kind: "append", ref: sent, envelopes: [next(sent)] });
      }
      const frame = await socket.next(restMs);
      if (frame !== null) take(frame);
      else if (socket.ws.readyState !== socket.ws.OPEN) return;
    }
  };

  const living = (async (): Promise<void> => {
    while (!over) {
      const socket = await connect(origin, `/v/${vault.id}`, { headers: headers() }).catch(() => null);
      current = socket;
      // Cut off or refused: it comes again, after a wait of its own.
      if (socket !== null) await life(socket).catch(() => undefined);
      socket?.ws.terminate();
      if (!over) await pause(30 + draw(150));
    }
  })();

  return {
    vault,
    device,
    acked,
    cursor: view.cursor,
    wrongs: () => view.wrongs,
    isIdle: () => acked.length >= made.length && acked.length >= wanted,
    isIn: () => welcomed !== null && welcomed === current && welcomed.ws.readyState === WebSocket.OPEN,
    write: (on) => {
      writing = on;
    },
    say: () => {
      wanted = made.length + 1;
    },
    reroute: (relay) => {
      route = relay;
      current?.ws.terminate();
    },
    readAll: () => readAll(origin, origin, vault, headers()),
    stop: async () => {
      over = true;
      current?.ws.terminate();
      await living;
    },
  };
};
