/** Everything real that the engine is given once, by `main.ts` or by a test. */
import type { KeyDesk } from "@belay/wire";
import type { Chance, Clock } from "./clock.ts";
import type { AskMail, BoxMail, Lines, ShareMail } from "./relay.ts";
import type { DeviceLog, DraftBox, Keeping, MetaBox } from "./store.ts";
import type { Neighbours, Turn } from "./turn.ts";

/** What is needed to open the log, and to write into it. */
export interface NearPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: DeviceLog;
  readonly drafts: DraftBox;
  /** What is remembered about copying, sealed. */
  readonly meta: MetaBox;
  /** A sealed note that there was a log, in a database of its own, so that losing the log is noticed. */
  readonly marks: MetaBox;
  readonly keeping: Keeping;
  readonly turn: Turn;
  readonly neighbours: Neighbours;
  readonly desk: KeyDesk;
  /** Ends the key worker and starts the page again: nothing of what it held is left in memory. */
  readonly restart: () => void;
  /** Where the app and its relay are served, such as `https://example.org`; signed into every hello. */
  readonly origin: string;
  /** False where the page is not on localhost and came without TLS: no vault is opened then. */
  readonly secure: boolean;
}

/** The relay, which the first view does without. */
export interface FarPorts {
  readonly lines: Lines;
  readonly mail: AskMail;
  readonly boxes: BoxMail;
  readonly shares: ShareMail;
}

/** The engine's whole world. */
export interface Ports extends NearPorts, FarPorts {}
