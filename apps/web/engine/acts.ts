/** Puts together what the first view does without: copying, links, and the acts on the vault itself. Fetched later. */
import type { Result } from "@belay/basics";
import { liveLinks, settings } from "@belay/domain";
import type { DeskIdentity, Seen } from "@belay/wire";
import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { Engine, Phase } from "./engine.ts";
import { createErase } from "./erase.ts";
import { createFirstLock } from "./first-lock.ts";
import { glanceName } from "./glance.ts";
import type { Journal } from "./journal.ts";
import { createPairing, createRecovery } from "./joining.ts";
import { keepGlance } from "./keep-glance.ts";
import type { Ledger } from "./ledger.ts";
import { createLinks, type Links } from "./links.ts";
import { createSharing, type Sharing } from "./sharing.ts";
import { createMembers, type Members } from "./members.ts";
import type { FarPorts, NearPorts, Ports } from "./ports/ports.ts";
import { createRenewing, type Renewing } from "./renewing.ts";
import { createSync, type Sync } from "./sync.ts";
import type { Memory } from "./sync-memory.ts";
import { startTidying } from "./tidy.ts";
import type { LockFault, LockSet, VaultDoor } from "./vault-door.ts";
import { createWatch, type Watch } from "./watch.ts";
import { createWipe, endVault } from "./wipe.ts";

/** What these acts do to the rest of the engine. */
export interface ActsHooks {
  /** Copying and watching end, before everything is deleted. */
  readonly stop: () => void;
  /** The same, and the app opens once more. */
  readonly reopen: () => void;
  readonly opened: (identity: DeskIdentity) => Promise<void>;
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
  readonly phase: ReadonlySignal<Phase>;
  readonly hooks: ActsHooks;
}

/** The acts. */
export interface Acts extends Pick<VaultDoor, "pair" | "recovery" | "erase">, Pick<Engine, "wipe"> {
  readonly links: Links;
  readonly sharing: Sharing;
  readonly sync: Sync;
  readonly members: Members;
  readonly watch: Watch;
  readonly firstLock: (next: string) => Promise<Result<LockSet, LockFault>>;
  /** Ends what a first lock that a crash broke off left at the relay of the vault before, which had no lock. */
  readonly endOld: (old: DeskIdentity, copy: boolean) => Promise<LockSet["old"]>;
  /** Watches open links, copies as the person chose, and tidies, whenever the vault is open; gives the way to stop. */
  readonly follow: () => () => void;
}

/** Copies when that was chosen; a device that has just joined copies until it has read what was chosen. */
const copyAsChosen = async ({ members, sync }: Pick<Acts, "members" | "sync">, copy: () => boolean): Promise<void> => {
  if (!copy()) return sync.want(false);
  // The relay is given the owner's word for the write key, which stands in the founding act.
  await members.foundBare();
  sync.want(true);
};

/** What the acts do by themselves. */
const followAll = (
  { ports, ledger, memory, phase }: NearParts & { readonly ports: Ports },
  acts: Pick<Acts, "members" | "sharing" | "sync" | "watch"> & { readonly renewing: Renewing },
): (() => void) => {
  const isOpen = (): boolean => phase.peek().kind === "open";
  const wanted = computed(() => {
    const { keepCopy } = settings(ledger.state.value);
    const unread = memory.joining.value && ledger.state.value.settings.keepCopy === null;
    return phase.value.kind === "open" && (keepCopy === true || unread);
  });
  const stops = [
    effect(() => {
      if (phase.value.kind === "open") acts.watch.follow(liveLinks(ledger.state.value, ports.clock.now().day));
    }),
    effect(() => {
      const copy = wanted.value;
      void copyAsChosen(acts, () => copy && isOpen());
    }),
    effect(() => {
      if (phase.value.kind === "open" && acts.sync.read.value >= 0) void acts.sharing.settle();
    }),
    startTidying(ports, ledger, memory, acts.sync, isOpen),
    keepGlance(ports, ledger, isOpen),
    acts.renewing.stop,
    acts.members.follow(),
  ];
  void acts.renewing.resume();
  return () => {
    for (const stop of stops) stop();
  };
};

/** The keys of another vault are in place: nothing that the old ones sealed can be opened any more. */
const moveIn =
  ({ ports, ledger, memory, hooks }: NearParts) =>
  async (identity: DeskIdentity, heads: Seen): Promise<void> => {
    hooks.reopen();
    await ports.turn.exclusive(async () => {
      await ports.log.clear();
      await ports.drafts.clear();
      await ports.meta.clear();
      ledger.begin(identity);
      memory.forget();
      // Told by the other device, not yet shown by a relay: it may still be on its way there, so it is no rollback when
      // it is not there; after a day without it, it is withheld (R5).
      const { ms } = ports.clock.now();
      const named = Object.fromEntries(Object.entries(heads).map(([device, [seq]]) => [device, [seq, ms] as const]));
      memory.change({ named, joining: true });
      await memory.settled();
    });
    ports.neighbours.tell("moved");
    await hooks.changed();
    await hooks.opened(identity);
  };

/** Builds them, with the ports to the relay; nothing is begun. */
export const createActs = (near: NearParts, far: FarPorts): Acts => {
  const parts = { ...near, ports: { ...near.ports, ...far } };
  const { ports, ledger, memory, hooks } = parts;
  const sync = createSync(ports, ledger, memory);
  // What becomes of links and shares is sent to the other devices at once, as all else that is written.
  const journal: Journal = {
    ...parts.journal,
    dispatch: async (command) => {
      const done = await parts.journal.dispatch(command);
      sync.nudge();
      return done;
    },
  };
  const links = createLinks(ports, ledger, journal);
  const sharing = createSharing(ports, ledger, journal, sync.caughtUp);
  const renewing = createRenewing(ports, sync);
  const members = createMembers(ports, ledger, sync, renewing.renew, memory);
  const watch = createWatch(ports, links.collectFrom);
  const joining = { ports, ledger, journal, members, sync, hooks: { moved: moveIn(parts), worded: hooks.changed } };
  return {
    links,
    sharing,
    sync,
    members,
    watch,
    pair: createPairing(joining),
    recovery: createRecovery(joining),
    erase: createErase(ports, ledger, {
      before: async () => {
        await ports.meta.drop(glanceName);
      },
      after: sync.nudge,
    }),
    wipe: createWipe(ports, ledger, hooks),
    firstLock: createFirstLock(ports, ledger, { stop: hooks.reopen, changed: hooks.changed, opened: hooks.opened }),
    endOld: async (old, copy) => {
      const words = await ports.desk.confirm(null);
      return endVault(ports, old, { words: words.ok ? words.value : null, copy }, null);
    },
    follow: () => followAll(parts, { members, sharing, sync, watch, renewing }),
  };
};
