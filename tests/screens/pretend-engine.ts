/** A pretend engine for tests of screens: the real rules over a log in memory, and faults on demand. */
import { addDays, dayNumber, err, ok, parseDay, type LocalDay, type Result } from "@belay/basics";
import { decide, emptyState, evolve, type Command, type Id, type State } from "@belay/domain";
import { stepCatalogue } from "@belay/content";
import { signal, type Signal } from "@preact/signals";
import { createGuide } from "../../apps/web/engine/offer.ts";
import { pretendDoor, type PretendDoor } from "./pretend-door.ts";
import type { BackupFault, Copying, DispatchFault, Engine, Phase, Stored } from "../../apps/web/engine/engine.ts";

/** What a test can turn and look at. */
export interface Pretend {
  readonly engine: Engine;
  readonly state: Signal<State>;
  readonly phase: Signal<Phase>;
  readonly stored: Signal<Stored>;
  readonly sync: Signal<Copying>;
  readonly online: Signal<boolean>;
  /** The vault: its lock, its devices, its words. */
  readonly door: PretendDoor;
  /** Every command that was dispatched, refused ones too, and every other call by name. */
  readonly calls: string[];
  /** Everything kept as a draft. */
  readonly kept: Map<string, string>;
  /** Records something; a refusal is the test's own mistake. Gives the first minted id. */
  readonly say: (command: Command) => string;
  /** Lets so many days pass. */
  readonly pass: (days: number) => void;
  /** The next dispatches fail like this; null makes them work again. */
  fault: DispatchFault | null;
  backup: Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, BackupFault>;
  restore: Result<{ readonly events: number }, BackupFault>;
}

/** A day by its text. */
export const dayOf = (text: string): LocalDay => {
  const day = parseDay(text);
  if (!day.ok) throw new Error(`no day: ${text}`);
  return day.value;
};

/** Twelve words that are nobody's. */
export const twelve = [
  "apple",
  "bench",
  "cloud",
  "dune",
  "elbow",
  "fern",
  "glove",
  "hill",
  "inch",
  "jar",
  "kite",
  "lamp",
];

const idOf = (count: number): Id => `id${String(count).padStart(20, "0")}` as Id;

/** An open engine on 22 November 2026 with nothing in it. */
export const pretendEngine = (): Pretend => {
  const state = signal(emptyState);
  const phase = signal<Phase>({ kind: "open" });
  const stored = signal<Stored>({ persisted: null, setAside: 0, unknown: 0, usage: null });
  const sync = signal<Copying>({ kind: "off", pending: 0, missing: 0 });
  const online = signal(true);
  const guide = createGuide(stepCatalogue);
  const calls: string[] = [];
  const kept = new Map<string, string>();
  const door = pretendDoor(calls);
  let today = dayOf("2026-11-22");
  let count = 0;

  const record = (command: Command): Result<{ readonly ids: readonly string[] }, DispatchFault> => {
    count += 1;
    const id = idOf(count);
    const ms = dayNumber(today) * 86_400_000 + count;
    const decided = decide(state.value, command, { at: ms, day: today, id });
    if (!decided.ok) return err({ type: "Refused", refusal: decided.error });
    decided.value.forEach((event, index) => {
      const recorded = {
        ...event,
        id: idOf(count * 1_000 + index),
        at: [ms, index, "ab".repeat(16)] as const,
        day: today,
      };
      state.value = evolve(state.value, recorded);
    });
    return ok({ ids: [id] });
  };

  const pretend: Pretend = {
    engine: {
      ...door.vault,
      phase,
      state,
      stored,
      sync,
      online,
      today: () => today,
      stepOffer: () => ({ kind: "rest", reasons: [] }),
      hardness: (step) => guide.hardness(state.value, today, step),
      bearable: (planned) => guide.bearable(state.value, today, planned),
      risen: () => guide.risen(state.value, today),
      dispatch: (command) => {
        calls.push(JSON.stringify(command));
        return Promise.resolve(pretend.fault === null ? record(command) : err(pretend.fault));
      },
      makeLink: () => Promise.resolve(err({ type: "Offline", kept: false })),
      linkFor: () => Promise.resolve(null),
      closeLink: () => Promise.resolve(ok(null)),
      prepareShare: () => Promise.resolve(err({ type: "Offline", kept: false })),
      shareLink: () => Promise.resolve(null),
      sendShare: () => Promise.resolve(err({ type: "Offline", kept: true })),
      revokeShare: () => Promise.resolve(ok(null)),
      collect: () => Promise.resolve(),
      drafts: {
        get: (name) => Promise.resolve(kept.get(name) ?? null),
        set: (name, text) => Promise.resolve(kept.set(name, text).has(name)),
        drop: (name) => Promise.resolve(void kept.delete(name)),
      },
      exportBackup: (pass) => door.guarded("backup", pass ?? null, () => pretend.backup),
      importBackup: (_file, words, choice) => {
        calls.push(choice?.merge === true ? `merge ${words}` : `import ${words}`);
        const foreign = !pretend.restore.ok && pretend.restore.error.type === "OtherVault";
        return Promise.resolve(foreign && choice?.merge === true ? ok({ events: 7 }) : pretend.restore);
      },
      wipe: (pass) =>
        door.guarded("wipe", pass ?? null, () => {
          phase.value = { kind: "refused", why: "wiped" };
          return ok({ relay: "none" });
        }),
    },
    state,
    phase,
    stored,
    sync,
    online,
    door,
    calls,
    kept,
    say: (command) => {
      const done = record(command);
      if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.error)}`);
      return done.value.ids[0] ?? "";
    },
    pass: (days) => {
      today = addDays(today, days);
    },
    fault: null,
    backup: ok({ file: new Uint8Array([1, 2, 3]), words: twelve }),
    restore: ok({ events: 7 }),
  };
  return pretend;
};
