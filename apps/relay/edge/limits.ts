/** Counts what each address and each vault may do, under keys that cannot be read back, in memory alone. */
import { createHmac, randomBytes } from "node:crypto";
import type { Caps } from "../config.ts";

/** What is counted apart, so that a flood of one kind cannot use up another. */
export const kinds = [
  "vaults",
  "asks",
  "boxes",
  "shares",
  "reads",
  "box-reads",
  "replies",
  "owner-calls",
  "pages",
  "sockets",
  "frames",
  "acts",
] as const;
/** One kind. */
export type Kind = (typeof kinds)[number];

/** A bucket of tokens: `most` at first, as many again in each `windowMs`. */
interface Rate {
  readonly most: number;
  readonly windowMs: number;
}

/** Allowances by kind and by whose they are. */
export interface Buckets {
  /** Takes one: 0, or how many ms until there is one again. */
  readonly take: (kind: Kind, who: string) => number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Buckets held at once; beyond it the oldest are forgotten, which only ever lets somebody do more. */
const bucketsMax = 200_000;

/** Pages of acts for devices that were left behind, of one vault in a minute: such a device needs one or two, once. */
const actsPages = 20;

const ratesOf = (caps: Caps): Readonly<Record<Kind, Rate>> => ({
  vaults: { most: caps.vaultsPerHour, windowMs: hour },
  asks: { most: caps.asksPerHour, windowMs: hour },
  boxes: { most: caps.boxesPerHour, windowMs: hour },
  shares: { most: caps.sharesPerHour, windowMs: hour },
  "box-reads": { most: caps.boxReadsPerMinute, windowMs: minute },
  reads: { most: caps.readsPerMinute, windowMs: minute },
  replies: { most: caps.repliesPerMinute, windowMs: minute },
  "owner-calls": { most: caps.ownerCallsPerMinute, windowMs: minute },
  pages: { most: caps.pagesPerMinute, windowMs: minute },
  sockets: { most: caps.socketsPerMinute, windowMs: minute },
  frames: { most: caps.framesPerMinute, windowMs: minute },
  acts: { most: actsPages, windowMs: minute },
});

/** The part of an address that one household shares: the whole of IPv4, the first 64 bits of IPv6 (RFC 4291, 2.5.4). */
export const prefixOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":");
};

/** Turns an address into a key that only this process can make, and only today. `now` is UNIX time in ms. */
export const createKeys = (now: () => number): ((kind: string, who: string) => string) => {
  let secret = randomBytes(32);
  let since = now();
  return (kind, who) => {
    if (Math.abs(now() - since) >= day) {
      secret = randomBytes(32);
      since = now();
    }
    return createHmac("sha256", secret).update(`${kind}\0${who}`).digest("base64url");
  };
};

/** Allowances under the caps. */
export const createBuckets = (caps: Caps, now: () => number): Buckets => {
  const rates = ratesOf(caps);
  const keyOf = createKeys(now);
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const forget = (): void => {
    const oldest = buckets.keys().next();
    if (buckets.size > bucketsMax && oldest.done !== true) buckets.delete(oldest.value);
  };
  return {
    take: (kind, who) => {
      const { most, windowMs } = rates[kind];
      // A vault's id is random already and stands in memory anyway; addresses alone need hiding, and frames are many.
      const key = kind === "frames" ? who : keyOf(kind, who);
      const at = now();
      const last = buckets.get(key) ?? { tokens: most, at };
      const tokens = Math.min(most, last.tokens + (Math.max(0, at - last.at) * most) / windowMs);
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      forget();
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * windowMs) / most);
    },
  };
};

/** How many connections each address has open. */
export interface Crowd {
  /** Lets one more in, and gives what lets it out again; null when there are too many. */
  readonly enter: (who: string) => (() => void) | null;
}

/** At most `most` at once for each address. */
export const createCrowd = (most: number, now: () => number): Crowd => {
  const keyOf = createKeys(now);
  const open = new Map<string, number>();
  return {
    enter: (who) => {
      const key = keyOf("crowd", who);
      const count = open.get(key) ?? 0;
      if (count >= most) return null;
      open.set(key, count + 1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        const left = (open.get(key) ?? 1) - 1;
        if (left > 0) open.set(key, left);
        else open.delete(key);
      };
    },
  };
};
