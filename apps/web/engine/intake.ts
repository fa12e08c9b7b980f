/** Takes other devices' envelopes in: each verified, each the next of its chain, and none in the way of another. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type DeskFault, type Opened } from "@belay/wire";
import type { Place } from "./chains.ts";
import { isAfterCut, type Word } from "./fold.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";

/** Envelopes that wait for one before them, or for an act about devices, may take so many bytes together. */
const holdMax = 16 * 1024 * 1024;
/** Envelopes opened in one go. */
const roundMax = 256;

/** An envelope as it came, with what its header says. */
export interface Arrival {
  readonly device: string;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly envelope: Uint8Array;
}

/** The place in a chain, read from an envelope's header; null for what is no envelope. */
export const arrivalOf = (envelope: Uint8Array): Arrival | null => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return null;
  const { deviceId, seq, prevHash } = split.value.header;
  return { device: toHex(deviceId), seq, prev: prevHash, envelope };
};

/** What came of taking some in. */
export interface Intook {
  readonly taken: readonly Arrival[];
  readonly words: readonly Word[];
  /** Devices whose chain goes on from another link than the one that is held (R3). */
  readonly forked: readonly string[];
  /** How many did not open, and were let go. */
  readonly refused: number;
}

/** The way in for what the relay serves. */
export interface Intake {
  /** Takes the turn itself. What cannot be taken yet is held; a fault of the store keeps everything held. */
  readonly take: (
    arrivals: readonly Arrival[],
    frozen: readonly string[],
  ) => Promise<Result<Intook, StoreFault | DeskFault>>;
  /** How many wait, and whether some had to be let go for want of room: then the log is read from its start again. */
  readonly holding: () => { readonly count: number; readonly spilt: boolean };
  readonly forget: () => void;
}

/** What may open later: when an act about devices, or a new key, has been read. */
const mayOpenLater = (fault: DeskFault): boolean =>
  fault.type === "DoesNotOpen" && (fault.detail === "UnknownDevice" || fault.detail === "UnknownEpoch");

/** What is held, by device and number; two that claim one place are both held until one of them opens. */
const createHold = () => {
  let held = new Map<string, Map<number, readonly Arrival[]>>();
  let bytes = 0;
  let spilt = false;
  const drop = ({ device, seq, envelope }: Arrival): void => {
    const chain = held.get(device);
    const others = (chain?.get(seq) ?? []).filter((one) => one.envelope !== envelope);
    if (others.length === (chain?.get(seq) ?? []).length) return;
    bytes -= envelope.length;
    if (others.length > 0) chain?.set(seq, others);
    else chain?.delete(seq);
    if (chain?.size === 0) held.delete(device);
  };
  return {
    devices: () => [...held.keys()],
    at: (device: string, seq: number) => held.get(device)?.get(seq)?.[0],
    all: (device: string) => [...(held.get(device)?.values() ?? [])].flat(),
    add: (one: Arrival): void => {
      const chain = held.get(one.device) ?? new Map<number, readonly Arrival[]>();
      const there = chain.get(one.seq) ?? [];
      if (there.some((other) => equalBytes(other.envelope, one.envelope))) return;
      if (bytes + one.envelope.length > holdMax || there.length >= 4) {
        spilt = true;
        return;
      }
      bytes += one.envelope.length;
      held.set(one.device, chain.set(one.seq, [...there, one]));
    },
    drop,
    state: () => ({ count: [...held.values()].reduce((sum, chain) => sum + chain.size, 0), spilt }),
    clear: (): void => {
      held = new Map();
      bytes = 0;
      spilt = false;
    },
  };
};
type Hold = ReturnType<typeof createHold>;

/** What may be opened now: for each device the held ones that follow its head without a gap. */
const readyOf = (hold: Hold, ledger: Ledger, frozen: ReadonlySet<string>): readonly Arrival[] => {
  const ready: Arrival[] = [];
  for (const device of hold.devices()) {
    const head = ledger.chains().head(device).seq;
    for (const old of hold.all(device)) if (old.seq <= head) hold.drop(old);
    if (frozen.has(device)) continue;
    for (let seq = head + 1; ready.length < roundMax; seq += 1) {
      const next = hold.at(device, seq);
      if (next === undefined) break;
      ready.push(next);
    }
  }
  return ready;
};

interface Round {
  readonly good: { readonly arrival: Arrival; readonly opened: Opened }[];
  readonly forked: string[];
  refused: number;
}

/** Goes through the verdicts in order; after the first that is not good a chain waits. */
const sift = (
  ready: readonly Arrival[],
  verdicts: readonly Result<Opened, DeskFault>[],
  hold: Hold,
  ledger: Ledger,
): Round => {
  const round: Round = { good: [], forked: [], refused: 0 };
  const places = new Map<string, Place | null>();
  ready.forEach((arrival, index) => {
    const { device, prev } = arrival;
    const before = places.has(device) ? places.get(device) : ledger.chains().head(device);
    const verdict = verdicts[index];
    if (before === null || before === undefined || verdict === undefined) return;
    places.set(device, null);
    if (!verdict.ok) {
      if (mayOpenLater(verdict.error)) return;
      hold.drop(arrival);
      round.refused += 1;
      if (isAfterCut(verdict.error)) for (const later of hold.all(device)) hold.drop(later);
      return;
    }
    if (!equalBytes(prev, before.hash)) {
      hold.drop(arrival);
      round.forked.push(device);
      return;
    }
    places.set(device, { seq: verdict.value.seq, hash: verdict.value.hash });
    round.good.push({ arrival, opened: verdict.value });
  });
  return round;
};

/** Builds the intake over a ledger. */
export const createIntake = (ports: Pick<Ports, "desk" | "turn">, ledger: Ledger): Intake => {
  const hold = createHold();

  /** Rounds until nothing more can be taken: an act about devices may open what waited for it. */
  const rounds = async (frozen: Set<string>): Promise<Result<Intook, StoreFault | DeskFault>> => {
    const taken: Arrival[] = [];
    const words: Word[] = [];
    const forked: string[] = [];
    let refused = 0;
    for (;;) {
      const ready = readyOf(hold, ledger, frozen);
      if (ready.length === 0) break;
      const verdicts = await ports.desk.openMany(
        ready.map(({ envelope }) => envelope),
        true,
      );
      if (!verdicts.ok) return verdicts;
      const round = sift(ready, verdicts.value, hold, ledger);
      refused += round.refused;
      for (const device of round.forked) {
        forked.push(device);
        frozen.add(device);
      }
      if (round.good.length > 0) {
        const stored = await ledger.store(
          round.good.map(({ arrival }) => arrival.envelope),
          round.good.map(({ opened }) => opened),
        );
        if (!stored.ok) return stored;
        words.push(...stored.value);
        for (const { arrival } of round.good) {
          taken.push(arrival);
          hold.drop(arrival);
        }
      }
      if (round.good.length + round.refused + round.forked.length === 0) break;
    }
    return ok({ taken, words, forked, refused });
  };

  return {
    take: (arrivals, frozen) =>
      ports.turn.exclusive(async () => {
        if (ledger.identity() === null) return err({ type: "KeysMissing" });
        const read = await ledger.catchUp();
        if (!read.ok) return read;
        for (const arrival of arrivals) hold.add(arrival);
        return rounds(new Set(frozen));
      }),
    holding: hold.state,
    forget: hold.clear,
  };
};
