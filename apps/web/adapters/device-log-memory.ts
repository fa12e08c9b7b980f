/** The device's log in the memory of one page, for a visit that keeps nothing. */
import { equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type LogEntry, type LogFault } from "@belay/wire";
import type { DeviceLog, PlaceRange } from "../engine/ports/store.ts";

interface Held extends LogEntry {
  readonly device: string;
  readonly seq: number;
}

/** Everything that is held; replaced whole by each change, so that a change that fails half-way changes nothing. */
interface Shelf {
  readonly held: readonly Held[];
  /** Device to the end of its chain, deleted places counted. */
  readonly ends: ReadonlyMap<string, number>;
  /** The last place that was given out; places are never given twice. */
  readonly last: number;
}

type Drop = Parameters<DeviceLog["swap"]>[0] | readonly PlaceRange[];
type Put = Result<{ readonly shelf: Shelf; readonly at: number }, LogFault>;

const put = (shelf: Shelf, envelope: Uint8Array): Put => {
  const split = splitEnvelope(envelope);
  if (!split.ok) return err({ type: "Malformed", fault: split.error });
  const { deviceId, seq } = split.value.header;
  const device = toHex(deviceId);
  const known = shelf.held.find((one) => one.device === device && one.seq === seq);
  if (known !== undefined)
    return equalBytes(known.envelope, envelope) ? ok({ shelf, at: known.at }) : err({ type: "Conflict" });
  const end = shelf.ends.get(device) ?? 0;
  if (seq <= end) return ok({ shelf, at: 0 });
  if (seq !== end + 1) return err({ type: "Gap", expected: end + 1 });
  const at = shelf.last + 1;
  const held = [...shelf.held, { at, device, seq, envelope: Uint8Array.from(envelope) }];
  return ok({ shelf: { held, ends: new Map(shelf.ends).set(device, seq), last: at }, at });
};

const without = (shelf: Shelf, what: Drop): Shelf => {
  if (what === "everything") return { ...shelf, held: [], ends: new Map() };
  const rest = "device" in what;
  const ranges = rest ? [{ ...what, to: Number.POSITIVE_INFINITY }] : what;
  const ends = new Map(shelf.ends);
  for (const { device, from, to } of ranges) {
    const end = ends.get(device) ?? 0;
    ends.set(device, rest ? Math.min(end, from - 1) : Math.max(end, to));
  }
  const goes = ({ device, seq }: Held): boolean =>
    ranges.some((range) => range.device === device && range.from <= seq && seq <= range.to);
  return { ...shelf, held: shelf.held.filter((one) => !goes(one)), ends };
};

/** An empty log. What it holds ends with the page. */
export const memoryLog = (): DeviceLog => {
  let shelf: Shelf = { held: [], ends: new Map(), last: 0 };
  const change: DeviceLog["swap"] = async (drop, envelopes) => take(without(shelf, drop), envelopes);
  const take = (from: Shelf, envelopes: readonly Uint8Array[]): Result<{ readonly at: number }, LogFault> => {
    let next = from;
    let at = 0;
    for (const envelope of envelopes) {
      const done = put(next, envelope);
      if (!done.ok) return done;
      ({ shelf: next, at } = done.value);
    }
    shelf = next;
    return ok({ at });
  };
  return {
    append: async (envelope) => take(shelf, [envelope]),
    appendAll: async (envelopes) => take(shelf, envelopes),
    swap: change,
    replace: async (ranges, envelopes) => take(without(shelf, ranges), envelopes),
    chain: async (device, from, max) => {
      const chain = shelf.held.filter((one) => one.device === device && one.seq >= from);
      return ok(
        chain
          .toSorted((a, b) => a.seq - b.seq)
          .slice(0, max)
          .map(({ envelope }) => envelope),
      );
    },
    since: async (at, max) => {
      const rest = shelf.held.filter((one) => one.at > at);
      const entries = rest.slice(0, max).map((one) => ({ at: one.at, envelope: one.envelope }));
      return ok({ entries, more: rest.length > max });
    },
    clear: async () => {
      shelf = without(shelf, "everything");
      return ok(null);
    },
  };
};
