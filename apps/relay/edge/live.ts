/** Knows who is connected to which vault and who watches which mailbox, and tells them what came. */
import { encodeFrame, type Frame, type PageEntry } from "@belay/wire";
import { newsFrames } from "../relay.ts";
import type { MailId, VaultId } from "../store/port.ts";

/** One open connection, as far as telling it something goes. */
export interface Listener {
  /** Sends encoded frames; drops the connection when it has fallen too far behind. */
  readonly send: (bytes: Uint8Array) => void;
  /** Says why, if there is a word for it, then closes. */
  readonly dismiss: (frame: Frame | null) => void;
}

/** A proved connection to a vault. */
export interface Member extends Listener {
  /** The epoch that it has proved; null while that may be changing. */
  readonly epoch: () => number | null;
}

/** Everyone who listens. */
export interface Live {
  /** Adds a proved connection that was told of everything up to `head`; gives what removes it. */
  readonly join: (vault: VaultId, member: Member, head: number) => () => void;
  /** Everybody who is connected to a vault. */
  readonly members: (vault: VaultId) => ReadonlySet<Member>;
  /** Tells the vault's other connections, or all of them, after this turn's acknowledgements. */
  readonly publish: (vault: VaultId, entries: readonly PageEntry[], from: Listener | null) => void;
  /** Says `frame` to the vault's other connections and closes them. */
  readonly dismiss: (vault: VaultId, frame: Frame, but: Listener) => void;
  /** Adds who watches a mailbox; `again` looks into the store and tells them. Gives what removes them. */
  readonly watch: (mail: MailId, listener: Listener, again: () => Promise<void>) => () => void;
  readonly notify: (mail: MailId, count: number) => void;
}

/** Sets by key that vanish when empty. */
const createRooms = <K, L extends Listener>() => {
  const rooms = new Map<K, Set<L>>();
  return {
    in: (key: K): ReadonlySet<L> => rooms.get(key) ?? new Set(),
    enter: (key: K, listener: L): (() => void) => {
      const room = rooms.get(key) ?? new Set();
      rooms.set(key, room.add(listener));
      return () => {
        room.delete(listener);
        if (room.size === 0 && rooms.get(key) === room) rooms.delete(key);
      };
    },
  };
};

/** An empty house. `soon` runs work after this turn's acknowledgements. */
export const createLive = (soon: (work: () => void) => void): Live => {
  const vaults = createRooms<VaultId, Member>();
  const mails = createRooms<MailId, Listener>();
  const pending: Parameters<Live["publish"]>[] = [];

  const flush = (): void => {
    for (const [vault, entries, from] of pending.splice(0)) {
      const frames = newsFrames(entries).map(encodeFrame);
      for (const listener of vaults.in(vault)) if (listener !== from) frames.forEach(listener.send);
    }
  };

  return {
    join: vaults.enter,
    members: vaults.in,
    publish: (vault, entries, from) => {
      if (entries.length === 0 || vaults.in(vault).size < (from === null ? 1 : 2)) return;
      pending.push([vault, entries, from]);
      if (pending.length === 1) soon(flush);
    },
    dismiss: (vault, frame, but) => {
      for (const listener of vaults.in(vault)) if (listener !== but) listener.dismiss(frame);
    },
    watch: mails.enter,
    notify: (mail, count) => {
      const bytes = encodeFrame({ kind: "notice", ref: 0, count });
      for (const listener of mails.in(mail)) listener.send(bytes);
    },
  };
};
