/** A small world for tests: a clock that is turned by hand, chance from a seed, turns, tabs and drafts in memory. */
import { addDays, concat, ok, parseDay, toBase64Url, type LocalDay, type Result } from "@belay/basics";
import { sha256 } from "@belay/vault";
import type { LogFault } from "@belay/wire";
import { seededRandom } from "./seeded-random.ts";

/** A clock that stands still until it is turned. */
export interface HandClock {
  readonly now: () => { readonly ms: number; readonly day: LocalDay };
  readonly after: (ms: number, work: () => void) => () => void;
  /** Turns it on (or back) and runs what has come due. The day turns with every 86,400,000 ms. */
  readonly turn: (ms: number) => void;
}

const startDay = (): LocalDay => {
  const day = parseDay("2026-03-02");
  if (!day.ok) throw new Error("the test's own day is wrong");
  return day.value;
};

/** A clock at noon of 2026-03-02. */
export const handClock = (): HandClock => {
  const start = Date.UTC(2026, 2, 2, 12);
  let ms = start;
  let waiting: { readonly due: number; readonly work: () => void }[] = [];
  return {
    now: () => ({ ms, day: addDays(startDay(), Math.floor((ms - start + 43_200_000) / 86_400_000)) }),
    after: (wait, work) => {
      const entry = { due: ms + wait, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    turn: (by) => {
      ms += by;
      const due = waiting.filter((entry) => entry.due <= ms);
      waiting = waiting.filter((entry) => entry.due > ms);
      for (const { work } of due) work();
    },
  };
};

/** Ids from a seed, 22 letters each. */
export const seededChance = (seed: string | number): { readonly id: () => string } => {
  const random = seededRandom(seed);
  return { id: () => toBase64Url(random(16)) };
};

/** One turn at a time within this process, in the order in which it was asked for. */
export const queueTurn = (): { readonly exclusive: <T>(work: () => Promise<T>) => Promise<T> } => {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    exclusive: (work) => {
      const mine = tail.then(work, work);
      tail = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine;
    },
  };
};

type News = "appended" | "wiped" | "moved";

/** Tabs that hear each other, never themselves. */
export const memoryTabs = (): (() => {
  readonly tell: (news: News) => void;
  readonly heard: (listener: (news: News) => void) => void;
}) => {
  const tabs: ((news: News) => void)[][] = [];
  return () => {
    const mine: ((news: News) => void)[] = [];
    tabs.push(mine);
    return {
      tell: (news) => {
        for (const tab of tabs) if (tab !== mine) for (const listener of tab) listener(news);
      },
      heard: (listener) => void mine.push(listener),
    };
  };
};

type Kept<T> = Promise<Result<T, LogFault>>;

/** Sealed drafts in memory, open to a test's eye. */
export const memoryDrafts = (): {
  readonly held: Map<string, Uint8Array>;
  readonly get: (name: string) => Kept<Uint8Array | null>;
  readonly put: (name: string, sealed: Uint8Array) => Kept<null>;
  readonly drop: (name: string) => Kept<null>;
  readonly clear: () => Kept<null>;
  readonly names: () => Kept<readonly string[]>;
} => {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    get: (name) => Promise.resolve(ok(held.get(name) ?? null)),
    put: (name, sealed) => {
      held.set(name, Uint8Array.from(sealed));
      return Promise.resolve(ok(null));
    },
    drop: (name) => {
      held.delete(name);
      return Promise.resolve(ok(null));
    },
    clear: () => {
      held.clear();
      return Promise.resolve(ok(null));
    },
    names: () => Promise.resolve(ok([...held.keys()])),
  };
};

/** Wrapped keys in memory, as a keystore keeps them; `destroy` forgets them. Work that reads and writes runs alone. */
export const memoryKeystore = (): {
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  readonly read: () => Promise<Result<Uint8Array | null, never>>;
  readonly write: (bytes: Uint8Array) => Promise<Result<null, never>>;
  readonly destroy: () => Promise<Result<null, never>>;
} => {
  let kept: Uint8Array | null = null;
  return {
    exclusive: queueTurn().exclusive,
    read: () => Promise.resolve(ok(kept === null ? null : Uint8Array.from(kept))),
    write: (bytes) => {
      kept = Uint8Array.from(bytes);
      return Promise.resolve(ok(null));
    },
    destroy: () => {
      kept = null;
      return Promise.resolve(ok(null));
    },
  };
};

/** Stands in for Argon2id where a test needs many passphrases: one hash of passphrase and salt. Never for anything real. */
export const quickStretch = (passphrase: Uint8Array, salt: Uint8Array): Promise<Result<Uint8Array, never>> =>
  Promise.resolve(ok(sha256(concat(salt, passphrase))));
