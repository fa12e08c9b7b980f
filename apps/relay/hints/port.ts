/** Says what relays tell each other when something new is kept: a wake-up, never the thing itself. */
import { createHash } from "node:crypto";

/**
 * Hints between relays on one database. A hint is a topic and a place in arrival order. It may be lost, doubled, late or
 * forged: whoever hears one looks into the store, and believes that alone. Implementations pass `hintsContract`.
 */
export interface Hints {
  /** Tells the other relays, perhaps, that something is kept up to `upTo`; 0 where no place says it. Never throws, never waits. */
  readonly tell: (topic: string, upTo: number) => void;
  /** Hears of one topic, each topic once, until what it gives is called. What comes is a whole number from 0. */
  readonly hear: (topic: string, listener: (upTo: number) => void) => () => void;
  /** Neither tells nor hears any more. */
  readonly close: () => Promise<void>;
}

/** What an implementation says about itself. */
export interface HintEvents {
  /** Nothing is told or heard for now; `code` is the system's own short one. Said once until `onBack`. */
  readonly onAway: (code: string) => void;
  readonly onBack: () => void;
  /** A hint that could not be told. */
  readonly onDropped: () => void;
}

/** One relay alone, or relays that look by themselves. */
export const noHints: Hints = { tell: () => undefined, hear: () => () => undefined, close: async () => undefined };

/** 32 hexadecimal digits for a vault's id: whoever does not know the id learns nothing of it. */
export const topicOf = (id: string): string => createHash("sha256").update(`hint/1/${id}`).digest("hex").slice(0, 32);

/** The place in what came over a wire; null when it is none. */
export const placeIn = (text: string): number | null => {
  const place = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(place) ? place : null;
};
