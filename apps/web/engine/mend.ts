/** Brings this device's own chain back together after its disk went back to an older state and it wrote on from there. */
import { equalBytes, ok, toHex, type Result } from "@belay/basics";
import { decodeSegment, encodeBatch, encodeSegment, type DeskFault, type Opened, type SegmentEvent } from "@belay/wire";
import type { Place } from "./chains.ts";
import { arrivalOf } from "./intake.ts";
import type { AppendFault, Body, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";

/** More of a chain than any log holds. */
const wholeChain = 1_000_000;

type Fault = StoreFault | DeskFault | AppendFault;

/** Whether these envelopes are a branch of this chain: all signed by this device, each the next of the one before. */
const branchEnd = async (
  { desk }: Pick<Ports, "desk">,
  branch: readonly Uint8Array[],
  before: Place,
): Promise<Result<Place | null, Fault>> => {
  const verdicts = await desk.openMany(branch, true);
  if (!verdicts.ok) return verdicts;
  let place = before;
  for (const [index, verdict] of verdicts.value.entries()) {
    const arrival = arrivalOf(branch[index] ?? new Uint8Array());
    if (!verdict.ok || arrival === null) return ok(null);
    if (arrival.seq !== place.seq + 1 || !equalBytes(arrival.prev, place.hash)) return ok(null);
    place = { seq: verdict.value.seq, hash: verdict.value.hash };
  }
  return ok(place);
};

/** The link before a number of the own chain; where a segment stands for what was there, its next envelope names it. */
const linkBefore = (ledger: Ledger, device: string, from: number, next?: Uint8Array): Uint8Array | undefined => {
  const arrival = next === undefined ? null : arrivalOf(next);
  if (from === 1) return new Uint8Array(32);
  const held = ledger.chains().held(device);
  return held.get(from - 1) ?? (arrival?.seq === from ? arrival.prev : undefined);
};

/** Entries in as few batches as hold them, each with the device that first wrote it. */
const batchesOf = (own: string, items: readonly SegmentEvent[]): readonly Body[] => {
  const events = items.map(({ device, event }) => (device === own ? event : { o: device, ...event }));
  const bytes = encodeBatch({ seen: {}, events });
  if (bytes.ok) return items.length === 0 ? [] : [{ type: "events", bytes: bytes.value }];
  const half = Math.ceil(items.length / 2);
  return half < items.length ? [items.slice(0, half), items.slice(half)].flatMap((some) => batchesOf(own, some)) : [];
};

/**
 * What an envelope holds, to be sealed again. A segment no longer stands for what this device wrote behind the
 * parting: on the branch that is taken over, other things lie there.
 */
const bodyFor = ({ device, type, body }: Opened, parting: Place): readonly Body[] => {
  const segment = type === "segment" ? decodeSegment(body) : null;
  if (segment?.ok !== true) return [{ type, bytes: body }];
  const replaces = segment.value.replaces.flatMap((range) => {
    if (range.device !== device || range.to <= parting.seq) return range;
    return range.from > parting.seq ? [] : { ...range, to: parting.seq, hash: toHex(parting.hash) };
  });
  const { events } = segment.value;
  if (replaces.length === 0) return batchesOf(device, events);
  const bytes = encodeSegment({ ...segment.value, replaces });
  return bytes.ok ? [{ type, bytes: bytes.value }] : batchesOf(device, events);
};

/**
 * The other devices have the branch that the relay keeps, so this device takes it over; what it wrote meanwhile is
 * sealed again behind it, with the same ids and times, in the same transaction. True when that was done; false when
 * what was served is no branch of this chain, and then nothing is changed. Takes the turn itself.
 */
export const mendOwn = (
  ports: Pick<Ports, "desk" | "log" | "neighbours" | "turn">,
  ledger: Ledger,
  from: number,
  branch: readonly Uint8Array[],
): Promise<Result<boolean, Fault>> =>
  ports.turn.exclusive(async () => {
    const device = ledger.identity()?.device ?? "";
    const read = await ledger.catchUp();
    if (!read.ok) return read;
    const tail = await ports.log.chain(device, from, wholeChain);
    if (!tail.ok) return tail;
    const hash = linkBefore(ledger, device, from, tail.value[0]);
    if (hash === undefined || branch.length === 0) return ok(false);
    const end = await branchEnd(ports, branch, { seq: from - 1, hash });
    if (!end.ok || end.value === null) return end.ok ? ok(false) : end;
    // Another tab may have mended it while this one waited for its turn.
    if (tail.value[0] !== undefined && branch[0] !== undefined && equalBytes(tail.value[0], branch[0]))
      return ok(false);
    const opened = await ports.desk.openMany(tail.value, false);
    if (!opened.ok) return opened;
    const bodies = opened.value.flatMap((one) => (one.ok ? bodyFor(one.value, { seq: from - 1, hash }) : []));
    const links = await ledger.seal(bodies, end.value);
    if (!links.ok) return links;
    const swapped = await ports.log.swap({ device, from }, [...branch, ...links.value.map((link) => link.envelope)]);
    if (!swapped.ok) return swapped;
    const again = await ledger.refold();
    if (!again.ok) return again;
    ports.neighbours.tell("appended");
    return ok(true);
  });
