/** Carries frames between devices and the relay, late, twice, out of order or not at all. */
import type { LineEvents, Lines } from "../../apps/web/engine/ports/relay.ts";
import type { Dice } from "./dice.ts";
import type { Hub } from "./hub.ts";
import type { Schedule } from "./schedule.ts";

/** What the network does to a device's frames. Shares are 0 to 1, times ms. */
export interface Weather {
  drop: number;
  dup: number;
  reorder: number;
  /** The most that one frame may be late. */
  delay: number;
  /** Nothing passes in this direction. */
  upCut: boolean;
  downCut: boolean;
}

/** A network that does nothing wrong. */
export const fairWeather = (): Weather => ({ drop: 0, dup: 0, reorder: 0, delay: 20, upCut: false, downCut: false });

/** How often each fault came about. */
export type Counters = Record<string, number>;

/** One more of a kind. */
export const count = (counters: Counters, kind: string): void => {
  counters[kind] = (counters[kind] ?? 0) + 1;
};

/** A device's way to the relay. `cutOff` ends every open line, as a crash does. */
export const createWire = (
  hub: Hub,
  schedule: Schedule,
  dice: Dice,
  weather: Weather,
  counters: Counters,
): { readonly lines: Lines; readonly cutOff: () => void } => {
  const open = new Set<() => void>();

  /** Frames of one direction, in order but where the weather says otherwise. */
  const carry = (isCut: () => boolean, deliver: (bytes: Uint8Array) => void) => {
    let lastAt = 0;
    const send = (bytes: Uint8Array): void => {
      if (isCut()) return count(counters, "partition");
      if (dice.chance(weather.drop)) return count(counters, "drop");
      const copies = dice.chance(weather.dup) ? 2 : 1;
      if (copies === 2) count(counters, "dup");
      for (let copy = 0; copy < copies; copy += 1) {
        const late = 1 + dice.below(weather.delay);
        if (late > 100) count(counters, "delay");
        const jumps = dice.chance(weather.reorder);
        if (jumps) count(counters, "reorder");
        const due = schedule.now() + late;
        const at = jumps ? due : Math.max(due, lastAt);
        if (!jumps) lastAt = at;
        schedule.after(at - schedule.now(), () => {
          if (!isCut()) deliver(bytes);
        });
      }
    };
    return { send, last: () => lastAt };
  };

  const vault = (id: string, events: LineEvents): ReturnType<Lines["vault"]> => {
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      open.delete(cut);
      seat?.leave();
      schedule.after(0, events.closed);
    };
    const cut = (): void => {
      over = true;
      open.delete(cut);
      seat?.leave();
    };
    open.add(cut);
    const down = carry(
      () => weather.downCut,
      (bytes) => {
        if (!over) events.frame(bytes);
      },
    );
    let seat: ReturnType<Hub["sit"]> | null = null;
    const up = carry(
      () => weather.upCut,
      (bytes) => {
        if (!over) seat?.hear(bytes);
      },
    );
    schedule.after(1 + dice.below(weather.delay), () => {
      if (over) return;
      if (weather.upCut || weather.downCut) return void schedule.after(3_000, end);
      events.opened();
      // The end of a line is heard of after everything that was said on it.
      const hangUp = (): void =>
        void schedule.after(Math.max(1, down.last() - schedule.now()) + dice.below(weather.delay), end);
      seat = hub.sit(id, { say: down.send, hangUp });
    });
    return { send: up.send, close: end };
  };
  return {
    lines: { vault, live: () => ({ send: () => undefined, close: () => undefined }) },
    cutOff: () => {
      for (const one of open) one();
    },
  };
};
