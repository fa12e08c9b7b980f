/** Sets the first lock: everything moves into a new vault (`security.md` 4.2). */
import { err, ok, type Result } from "@belay/basics";
import { isErased, settings, type State } from "@belay/domain";
import type { DeskIdentity, Opened } from "@belay/wire";
import { lockFault } from "./desk-faults.ts";
import { openDrafts, sealDrafts } from "./drafts-moved.ts";
import type { AppendFault, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import { rawEvents, type RawEvent } from "./read-batch.ts";
import { batchesOf } from "./stamp.ts";
import type { LockFault, LockSet } from "./vault-door.ts";
import { endVault } from "./wipe.ts";

/** Envelopes opened in one go. */
const page = 256;

type LockPorts = Pick<
  Ports,
  "boxes" | "clock" | "desk" | "drafts" | "lines" | "log" | "meta" | "neighbours" | "origin" | "restart" | "turn"
>;

/** What a first lock does to the rest of the engine. */
export interface FirstLockHooks {
  /** Stops copying and watching before the vault changes. */
  readonly stop: () => void;
  /** The lock may stand otherwise than before. */
  readonly changed: () => Promise<void>;
  /** The keys are open: read the log and go on. */
  readonly opened: (identity: DeskIdentity) => Promise<void>;
}

/** Everything that opens and was not erased, as it was written: entries of kinds unknown to this version too. */
const readRaw = async ({ log, desk }: LockPorts, state: State): Promise<Result<readonly RawEvent[], AppendFault>> => {
  const events: RawEvent[] = [];
  const lives = ({ event: { id, k } }: RawEvent): boolean =>
    k === "entries/erased@1" || typeof id !== "string" || !isErased(state, id);
  for (let at = 0; ;) {
    const slice = await log.since(at, page);
    if (!slice.ok) return slice;
    const opened = await desk.openMany(
      slice.value.entries.map(({ envelope }) => envelope),
      false,
    );
    if (!opened.ok) return opened;
    for (const one of opened.value) if (one.ok) events.push(...rawOf(one.value).filter(lives));
    at = slice.value.entries.at(-1)?.at ?? at;
    if (!slice.value.more) return ok(events);
  }
};

/** An entry keeps the name of the device that first wrote it. */
const rawOf = (opened: Opened): readonly RawEvent[] =>
  rawEvents(opened).map(({ device, event }) => ({ device, event: { ...event, o: device } }));

/** Seals everything for the begun vault: its founding act, then every entry. */
const sealAll = async (
  { desk }: LockPorts,
  foundBody: Uint8Array,
  events: readonly RawEvent[],
): Promise<Result<readonly Uint8Array[], AppendFault>> => {
  const envelopes: Uint8Array[] = [];
  let prev: Uint8Array = new Uint8Array(32);
  const sealOne = async (body: Uint8Array, type: "events" | "membership"): Promise<Result<null, AppendFault>> => {
    const sealed = await desk.sealNext(body, envelopes.length + 1, prev, type);
    if (!sealed.ok) return sealed;
    envelopes.push(sealed.value.envelope);
    prev = sealed.value.hash;
    return ok(null);
  };
  const first = await sealOne(foundBody, "membership");
  if (!first.ok) return first;
  const bodies = batchesOf(
    {},
    events.map(({ event }) => event),
  );
  if (!bodies.ok) return bodies;
  for (const { bytes } of bodies.value) {
    const sealed = await sealOne(bytes, "events");
    if (!sealed.ok) return sealed;
  }
  return ok(envelopes);
};

/** A new vault with everything in it, in place of the old one; a crash at any place leaves one that opens. */
const move = async (
  ports: LockPorts,
  ledger: Ledger,
  next: string,
): Promise<Result<{ readonly identity: DeskIdentity; readonly set: LockSet }, AppendFault>> => {
  const old = ledger.identity();
  const name = ledger.members.peek().find(({ self }) => self)?.name ?? (old?.device ?? "").slice(0, 4);
  const copied = settings(ledger.state.peek()).keepCopy === true;
  const read = await ledger.catchUp();
  if (!read.ok) return read;
  const raw = await readRaw(ports, ledger.state.peek());
  if (!raw.ok) return raw;
  const begun = await ports.desk.beginVault(null, next, name, ports.clock.now().ms);
  if (!begun.ok) return begun;
  const sealed = await sealAll(ports, begun.value.found, raw.value);
  const swapped = sealed.ok ? await ports.log.swap("everything", sealed.value) : sealed;
  if (!swapped.ok) {
    await ports.desk.dropVault();
    return swapped;
  }
  // In the turn still: the other tabs have keys that open nothing any more, and what they sealed now would be lost.
  ports.neighbours.tell("moved");
  // What the relay has of the old vault goes while there still is a key that may ask for it.
  const words = await ports.desk.confirm(null);
  const had = { words: words.ok ? words.value : null, copy: copied };
  const gone = old === null ? "none" : await endVault(ports, old, had, null);
  const drafts = await openDrafts(ports);
  const finished = await ports.desk.finishVault();
  if (!finished.ok) {
    // What the old keys sealed from here on would be lost: the turn is kept, and the next start promotes or refuses.
    ports.restart();
    return new Promise<never>(() => undefined);
  }
  // What the old keys sealed beside the log opens no more. A crash from here on loses drafts, and never an entry.
  await ports.meta.clear();
  await sealDrafts(ports, drafts);
  return ok({ identity: finished.value, set: { old: gone } });
};

/** Builds the act. Vaults with other devices are not moved: they would be left behind. */
export const createFirstLock =
  (ports: LockPorts, ledger: Ledger, hooks: FirstLockHooks) =>
  async (next: string): Promise<Result<LockSet, LockFault>> => {
    const others = ledger.members.peek().filter(({ self, cut }) => !self && cut === null);
    if (others.length > 0) return err({ type: "OtherDevices" });
    const judged = await ports.desk.judge(next);
    if (judged.ok && judged.value.why !== null) return err({ type: "WeakPassphrase", why: judged.value.why });
    hooks.stop();
    const moved = await ports.turn.exclusive(() => move(ports, ledger, next));
    const identity = moved.ok ? ok(moved.value.identity) : await ports.desk.open(false);
    await hooks.changed();
    // Whatever came of it: the engine goes on with the keys that there are.
    if (identity.ok) await hooks.opened(identity.value);
    return moved.ok ? ok(moved.value.set) : err(lockFault(moved.error));
  };
