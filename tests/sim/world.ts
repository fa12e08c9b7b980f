/** What a run consists of, and how it may differ from the plain one. */
import type { KeyDesk } from "@belay/wire";
import type { App, Body, Image } from "./device.ts";
import type { Dice } from "./dice.ts";
import type { Bend, Hub } from "./hub.ts";
import type { Counters, Weather } from "./network.ts";
import type { KeptStore } from "./older-store.ts";
import type { Schedule } from "./schedule.ts";

/** How a run may differ from the plain one. */
export interface RunOptions {
  /** The desk of a device by its number; it is made anew after each crash. */
  readonly desk?: (index: number, dice: Dice) => KeyDesk;
  readonly vault?: string;
  readonly bend?: Bend;
  /** Rounds of a minute that may pass after the faults stop. */
  readonly rounds?: number;
  /** Stops a part of the app on purpose, or looks at it. */
  readonly started?: (app: App, index: number) => void;
  /** Called after the faults stopped. */
  readonly calm?: (world: World) => void;
}

/** One device of a run. */
export interface Unit {
  readonly index: number;
  readonly body: Body;
  readonly weather: Weather;
  readonly cutOff: () => void;
  readonly start: () => Promise<void>;
  app: App;
  image: Image | null;
  /** Its disk went back at least once. */
  wentBack: boolean;
  /** Event ids that were durable here, with the number of their envelope. */
  readonly wrote: Map<string, number>;
}

/** Everything in a run. */
export interface World {
  readonly schedule: Schedule;
  readonly hub: Hub;
  readonly units: readonly Unit[];
  readonly counters: Counters;
  /** What the relay keeps, and an older state of it that can be put back; null before a copy was taken. */
  relay: KeptStore;
  copy: (() => Promise<KeptStore>) | null;
}
