/** Brings this device's own chain back together after its disk went back to an older state and it wrote on from there. */
import { equalBytes, fromHex, ok, toHex, type Result } from "@belay/basics";
import {
  decodeSegment,
  encodeBatch,
  encodeSegment,
  type DeskFault,
  type Opened,
  type SegmentEvent,
  type SegmentRange,
} from "@belay/wire";
import type { Place } from "./chains.ts";
import { arrivalOf } from "./intake.ts";
import type { AppendFault, Body, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { StoreFault } from "./ports/store.ts";
import { createSegments } from "./segments.ts";

/** More of a chain than any log holds. */
const wholeChain = 1_000_000;

type Fault = StoreFault | DeskFault | AppendFault;

/** A branch that holds together: its end, and the numbers right behind which it goes on after what segments stand for. */
interface Way {
  readonly end: Place;
  readonly over: readonly number[];
}

/** What segments stand for behind a place of this chain: the others' and the branch's own, and none of what parted. */
const stonesOf = (ledger: Ledger, device: string, from: number, branch: readonly Opened[]): readonly SegmentRange[] => {
  const own = createSegments();
  for (const { seq, type, body } of branch) {
    const segment = type === "segment" ? decodeSegment(body) : null;
    if (segment?.ok === true) own.note([{ place: { device, seq }, segment: segment.value }]);
  }
  const held = ledger.segments().whole();
  const common = held.filter((one) => one.device !== device || one.numbers.every((seq) => seq < from));
  return [...common, ...own.whole()].flatMap(({ replaces }) => replaces.filter((range) => range.device === device));
};

/** Goes from a place over what segments stand for, to right before `seq` or as far as they reach. */
const stepOver = (stones: readonly SegmentRange[], from: Place, seq: number): Place => {
  let place = from;
  for (;;) {
    const { seq: at, hash } = place;
    const next = stones.find(
      (stone) =>
        stone.from <= at + 1 && at < stone.to && stone.to < seq && (stone.from <= at || stone.before === toHex(hash)),
    );
    const end = next === undefined ? null : fromHex(next.hash);
    if (next === undefined || end?.ok !== true) return place;
    place = { seq: next.to, hash: end.value };
  }
};

/** The way along a branch: all signed by this device, each the next of the one before or of what segments stand for. */
const wayOf = async (
  { desk }: Pick<Ports, "desk">,
  ledger: Ledger,
  branch: readonly Uint8Array[],
  before: Place,
  waiting: readonly SegmentRange[],
): Promise<Result<Way | null, Fault>> => {
  const verdicts = await desk.openMany(branch, true);
  if (!verdicts.ok) return verdicts;
  const opened = verdicts.value.flatMap((verdict) => (verdict.ok ? verdict.value : []));
  const device = ledger.identity()?.device ?? "";
  const stones = [
    ...waiting.filter((range) => range.device === device),
    ...stonesOf(ledger, device, before.seq + 1, opened),
  ];
  const over: number[] = [];
  let place = before;
  for (const [index, verdict] of verdicts.value.entries()) {
    const arrival = arrivalOf(branch[index] ?? new Uint8Array());
    if (!verdict.ok || arrival === null) return ok(null);
    const step = stepOver(stones, place, arrival.seq);
    if (arrival.seq !== step.seq + 1 || !equalBytes(arrival.prev, step.hash)) return ok(null);
    if (step.seq > place.seq) over.push(step.seq);
    place = { seq: verdict.value.seq, hash: verdict.value.hash };
  }
  const end = stepOver(stones, place, Number.POSITIVE_INFINITY);
  return ok(end.seq === before.seq ? null : { end, over: [...over, end.seq] });
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
 * what was served is no branch of this chain, and then nothing is changed. `stones` are ranges of segments that wait: of
 * what they stand for nothing is served any more, and the branch goes on behind it. Takes the turn itself.
 */
export const mendOwn = (
  ports: Pick<Ports, "desk" | "log" | "neighbours" | "turn">,
  ledger: Ledger,
  from: number,
  branch: readonly Uint8Array[],
  stones: readonly SegmentRange[] = [],
): Promise<Result<boolean, Fault>> =>
  ports.turn.exclusive(async () => {
    const device = ledger.identity()?.device ?? "";
    const read = await ledger.catchUp();
    if (!read.ok) return read;
    const tail = await ports.log.chain(device, from, wholeChain);
    if (!tail.ok) return tail;
    const hash = linkBefore(ledger, device, from, tail.value[0]);
    if (hash === undefined) return ok(false);
    const way = await wayOf(ports, ledger, branch, { seq: from - 1, hash }, stones);
    if (!way.ok || way.value === null) return way.ok ? ok(false) : way;
    const { end, over } = way.value;
    // Another tab may have mended it while this one waited for its turn.
    if (tail.value[0] !== undefined && branch[0] !== undefined && equalBytes(tail.value[0], branch[0]))
      return ok(false);
    const opened = await ports.desk.openMany(tail.value, false);
    if (!opened.ok) return opened;
    const bodies = opened.value.flatMap((one) => (one.ok ? bodyFor(one.value, { seq: from - 1, hash }) : []));
    const links = await ledger.seal(bodies, end);
    if (!links.ok) return links;
    const swapped = await ports.log.swap({ device, from, over }, [
      ...branch,
      ...links.value.map((link) => link.envelope),
    ]);
    if (!swapped.ok) return swapped;
    const again = await ledger.refold();
    if (!again.ok) return again;
    ports.neighbours.tell("appended");
    return ok(true);
  });
