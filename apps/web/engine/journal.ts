/** Turns a command into durable entries: stamp once, decide, seal, append, and only then say yes. */
import { err, ok, type Result } from "@belay/basics";
import { isErased, parseId, type Command, type decide, type DomainEvent, type Stamp } from "@belay/domain";
import type { DispatchFault } from "./engine.ts";
import type { AppendFault, Draft, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

/** The one way in for everything that is recorded. */
export interface Journal {
  readonly dispatch: (command: Command) => Promise<Result<{ readonly ids: readonly string[] }, DispatchFault>>;
  /** Appends entries that were decided elsewhere, such as those of a backup: all of them or none. */
  readonly take: (drafts: readonly Draft[]) => Promise<Result<number, DispatchFault>>;
}

/** What the store or the keys said, as the screens hear it. */
export const notSaved = (fault: AppendFault): DispatchFault => {
  if (fault.type === "Full") return { type: "NotSaved", why: "no-room" };
  const keys = fault.type === "KeysMissing" || fault.type === "KeysUnreadable" || fault.type === "DeskUnreachable";
  return { type: "NotSaved", why: keys ? "keys" : "storage" };
};

/** A reply counts once, whichever device took it in first; everything else has an id of its own. */
const idOf = (event: DomainEvent, stamp: Stamp, index: number): string =>
  event.kind === "asks/answered@1" ? event.body.reply : `${stamp.id}:${index}`;

/** The ids that a command minted, in the order in which the domain mints them. */
const mintedIds = (events: readonly DomainEvent[], stamp: Stamp): readonly string[] => {
  const minted = new Set<string>();
  for (const event of events) {
    for (const value of Object.values(event.body)) {
      if (typeof value === "string" && (value === stamp.id || value.startsWith(`${stamp.id}.`))) minted.add(value);
    }
  }
  return [...minted];
};

/** Brings the domain's decisions, which the first view does without; null when they did not come this time. */
export type BringDecide = () => Promise<typeof decide | null>;

/** Builds the journal over a ledger that has been opened. */
export const createJournal = (
  ports: Pick<Ports, "clock" | "chance" | "turn">,
  ledger: Ledger,
  bring: BringDecide,
): Journal => {
  /** Only one tab writes at a time, and each one first reads what the other wrote. */
  const inTurn = <T>(work: () => Promise<Result<T, DispatchFault>>): Promise<Result<T, DispatchFault>> =>
    ports.turn.exclusive(async () => {
      if (ledger.identity() === null) return err({ type: "NotSaved", why: "keys" });
      const read = await ledger.catchUp();
      return read.ok ? work() : err(notSaved(read.error));
    });

  const dispatch: Journal["dispatch"] = async (command) => {
    const moment = ports.clock.now();
    const id = parseId(ports.chance.id());
    if (!id.ok) throw new Error("the platform's chance made no id");
    const stamp: Stamp = { at: moment.ms, day: moment.day, id: id.value };
    const decideHere = await bring();
    if (decideHere === null) return err({ type: "NotSaved", why: "storage" });
    return inTurn(async () => {
      const decided = decideHere(ledger.state.value, command, stamp);
      if (!decided.ok) return err({ type: "Refused", refusal: decided.error });
      const events = decided.value;
      if (events.length === 0) return ok({ ids: [] });
      const drafts = events.map((event, index) => ({ event, id: idOf(event, stamp, index) }));
      const appended = await ledger.append(drafts, moment);
      return appended.ok ? ok({ ids: mintedIds(events, stamp) }) : err(notSaved(appended.error));
    });
  };

  const take: Journal["take"] = (drafts) => {
    const moment = ports.clock.now();
    return inTurn(async () => {
      const known = new Set(ledger.recorded().map((event) => event.id));
      const state = ledger.state.peek();
      const missing = drafts.filter((draft) => !known.has(draft.id) && !isErased(state, draft.id));
      const appended = await ledger.append(missing, moment);
      if (!appended.ok) return err(notSaved(appended.error));
      return ok(missing.length);
    });
  };

  return { dispatch, take };
};
