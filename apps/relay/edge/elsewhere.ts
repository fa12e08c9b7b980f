/** Finds out what other relays on the same database have kept, and tells the connections of this one. */
import type { Frame } from "@belay/wire";
import { topicOf, type Hints } from "../hints/port.ts";
import { pageBytes } from "../relay.ts";
import type { Store, VaultHead, VaultId } from "../store/port.ts";
import type { Live } from "./live.ts";

/** What it needs. */
export interface ElsewherePorts {
  readonly store: Pick<Store, "headsOf" | "pull">;
  readonly hints: Hints;
  /** How often all connected vaults are looked at, in ms: the net under every hint that is lost. */
  readonly lookMs: number;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** `hint-used` and `look-used`: something was kept elsewhere, and this is how it was noticed. */
  readonly counted: (name: "hint-used" | "look-used") => void;
  readonly onFault: (cause: unknown) => void;
}

/** The same house, whose connections also hear of what others kept. */
export interface Elsewhere extends Live {
  /** No more looks. */
  readonly stop: () => void;
}

type Cause = Parameters<ElsewherePorts["counted"]>[0];

/** Vaults in one look at the heads, and looks under way at once. */
const [together, crews] = [500, 4];

const staleEpoch: Frame = { kind: "refused", ref: 0, code: "stale-epoch", retryAfterMs: 0 };

/** Sends away whom a change of keys or a deletion elsewhere has put out. */
const sendAway = (live: Live, vault: VaultId, found: VaultHead | undefined): void => {
  for (const member of live.members(vault)) {
    const epoch = member.epoch();
    if (epoch === null || (found !== undefined && found.epoch <= epoch)) continue;
    // Without a word where the vault is not there: whoever comes again hears why from the store.
    member.dismiss(found === undefined ? null : staleEpoch);
  }
};

/** Looks at the vaults that are woken, and tells their connections what is new. `told` is kept by both sides. */
const createLooks = (live: Live, told: Map<VaultId, number>, { store, counted, onFault }: ElsewherePorts) => {
  const woken = new Map<VaultId, Cause>();
  const reading = new Set<VaultId>();
  let running = 0;

  /** The next vaults to look at; one that is being read is left for whoever reads it. */
  const take = (): readonly (readonly [VaultId, Cause])[] => {
    const batch = [...woken].filter(([vault]) => !reading.has(vault)).slice(0, together);
    for (const [vault] of batch) woken.delete(vault);
    return batch;
  };

  const crew = async (): Promise<void> => {
    try {
      for (let batch = take(); batch.length > 0; batch = take()) {
        const heads = await store.headsOf(batch.map(([vault]) => vault));
        // A database that is away is asked again by the next look.
        if (heads.ok) for (const [vault, cause] of batch) await settle(vault, heads.value.get(vault), cause);
      }
    } catch (cause) {
      onFault(cause);
    } finally {
      running -= 1;
    }
  };

  const settle = async (vault: VaultId, found: VaultHead | undefined, cause: Cause): Promise<void> => {
    sendAway(live, vault, found);
    if (found === undefined || found.head <= (told.get(vault) ?? found.head)) return;
    if (reading.has(vault)) return void woken.set(vault, cause);
    counted(cause);
    reading.add(vault);
    await readOn(vault, found.head).finally(() => reading.delete(vault));
  };

  const readOn = async (vault: VaultId, head: number): Promise<void> => {
    for (let more = true; more;) {
      const after = told.get(vault);
      if (after === undefined || after >= head) return;
      const page = await store.pull(vault, after, pageBytes);
      if (!page.ok || told.get(vault) !== after) return;
      live.publish(vault, page.value.entries, null);
      const last = page.value.entries.at(-1)?.at ?? after;
      more = page.value.more && last > after;
      // What is missing below the head was erased.
      told.set(vault, more ? last : Math.max(last, head));
    }
  };

  return {
    isReading: (vault: VaultId): boolean => reading.has(vault),
    forget: (vault: VaultId): void => void woken.delete(vault),
    wake: (vault: VaultId, cause: Cause): void => {
      woken.set(vault, woken.get(vault) ?? cause);
      if (running >= crews) return;
      running += 1;
      // In a later turn, so that many wake-ups make one look.
      setImmediate(() => void crew());
    },
  };
};

/**
 * Wraps `live`. For every vault with open connections it knows up to which place they were told; what was kept here and
 * follows that place goes out at once, everything else is read from the store, so that news come in order and without a
 * hole. A hint only says that it is time to look: a forged one costs a look, a lost one `lookMs`.
 */
export const hearElsewhere = (live: Live, ports: ElsewherePorts): Elsewhere => {
  const { hints } = ports;
  const told = new Map<VaultId, number>();
  const stops = new Map<VaultId, () => void>();
  const { wake, forget, isReading } = createLooks(live, told, ports);

  const look = (): void => {
    for (const vault of told.keys()) wake(vault, "look-used");
    timer = setTimeout(look, wait());
  };
  const wait = (): number => ports.lookMs * (0.75 + ports.chance() / 2);
  let timer = setTimeout(look, wait());

  const hear = (vault: VaultId, head: number): void => {
    const known = told.get(vault);
    if (known !== undefined) return known < head ? wake(vault, "look-used") : undefined;
    told.set(vault, head);
    const heard = (upTo: number): void => {
      if (upTo === 0 || upTo > (told.get(vault) ?? 0)) wake(vault, "hint-used");
    };
    stops.set(vault, hints.hear(topicOf(vault), heard));
  };

  return {
    ...live,
    join: (vault, member, head) => {
      const leave = live.join(vault, member, head);
      hear(vault, head);
      return () => {
        leave();
        if (live.members(vault).size > 0) return;
        stops.get(vault)?.();
        stops.delete(vault);
        told.delete(vault);
        forget(vault);
      };
    },
    publish: (vault, entries, from) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      const known = told.get(vault) ?? last.at;
      const follows = entries.every(({ at }, i) => at === known + 1 + i);
      if (follows && !isReading(vault)) {
        live.publish(vault, entries, from);
        told.set(vault, last.at);
      } else if (last.at > known) wake(vault, "look-used");
      hints.tell(topicOf(vault), last.at);
    },
    dismiss: (vault, frame, but) => {
      live.dismiss(vault, frame, but);
      hints.tell(topicOf(vault), 0);
    },
    stop: () => clearTimeout(timer),
  };
};
