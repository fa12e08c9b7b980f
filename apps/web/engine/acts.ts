/** Puts together what the first view does without: copying, links, and the acts on the vault itself. Fetched later. */
import type { Result } from "@belay/basics";
import type { DeskIdentity, Seen } from "@belay/wire";
import type { Engine } from "./engine.ts";
import { createErase } from "./erase.ts";
import { createFirstLock } from "./first-lock.ts";
import type { Journal } from "./journal.ts";
import { createPairing, createRecovery } from "./joining.ts";
import type { Ledger } from "./ledger.ts";
import { createLinks, type Links } from "./links.ts";
import { createMembers, type Members } from "./members.ts";
import type { FarPorts, NearPorts } from "./ports/ports.ts";
import { createSync, type Sync } from "./sync.ts";
import type { Memory } from "./sync-memory.ts";
import { startTidying } from "./tidy.ts";
import type { LockFault, LockSet, VaultDoor } from "./vault-door.ts";
import { createWatch, type Watch } from "./watch.ts";
import { createWipe } from "./wipe.ts";

/** What these acts do to the rest of the engine. */
export interface ActsHooks {
  readonly isOpen: () => boolean;
  /** Copying and watching end, before everything is deleted. */
  readonly stop: () => void;
  /** The same, and the app opens once more. */
  readonly reopen: () => void;
  readonly opened: (identity: DeskIdentity) => Promise<void>;
  readonly moved: (identity: DeskIdentity, heads: Seen) => Promise<void>;
  /** The lock, or the words, may stand otherwise than before. */
  readonly changed: () => Promise<void>;
  readonly wiped: () => void;
}

/** What the engine gives them. */
export interface NearParts {
  readonly ports: NearPorts;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly memory: Memory;
  readonly hooks: ActsHooks;
}

/** The acts. */
export interface Acts extends Pick<VaultDoor, "pair" | "recovery" | "erase">, Pick<Engine, "wipe"> {
  readonly links: Links;
  readonly sync: Sync;
  readonly members: Members;
  readonly watch: Watch;
  readonly firstLock: (next: string) => Promise<Result<LockSet, LockFault>>;
  /** Begins to tidy; gives the way to stop. */
  readonly tidy: () => () => void;
}

/** Builds them, with the ports to the relay; nothing is begun. */
export const createActs = ({ ports: near, ledger, journal, memory, hooks }: NearParts, far: FarPorts): Acts => {
  const ports = { ...near, ...far };
  const links = createLinks(ports, ledger, journal);
  const sync = createSync(ports, ledger, memory);
  const members = createMembers(ports, ledger, sync);
  const joining = { ports, ledger, journal, members, sync, hooks: { moved: hooks.moved, worded: hooks.changed } };
  return {
    links,
    sync,
    members,
    watch: createWatch(ports, links.collectFrom),
    pair: createPairing(joining),
    recovery: createRecovery(joining),
    erase: createErase(ports, ledger, { before: () => Promise.resolve(), after: sync.nudge }),
    wipe: createWipe(ports, ledger, hooks),
    firstLock: createFirstLock(ports, ledger, { stop: hooks.reopen, changed: hooks.changed, opened: hooks.opened }),
    tidy: () => startTidying(ports, ledger, memory, sync, hooks.isOpen),
  };
};
