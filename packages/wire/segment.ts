/** Writes and reads the body of a segment envelope: entries of other envelopes, and the places that it stands for. */
import * as v from "valibot";
import { err, ok, utf8, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { parseJson } from "./json.ts";
import { bodyMax, segmentEventsMax, segmentPartsMax, segmentRangesMax, segmentSpanMax } from "./limits.ts";

/** The places `from` to `to` of one device's chain, both counted; `to` is not below `from`, and at most 2^24 places are in it. */
export interface SegmentRange {
  /** 32 hexadecimal digits. */
  readonly device: string;
  readonly from: number;
  readonly to: number;
  /** The hash before `from`, 64 hexadecimal digits: zeros where `from` is 1. */
  readonly before: string;
  /** The hash of the envelope at `to`: what the next one in the chain names as its `prevHash`. */
  readonly hash: string;
}

/** One entry, with the device that it would be read as if it still lay in its own envelope. */
export interface SegmentEvent {
  readonly device: string;
  /** A JSON object; what it means is not the wire's business. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** One part of a segment. Nothing is replaced until all parts of one `id`, by one device, are there. */
export interface Segment {
  /** In the order of device and `from`, none overlapping another; the same in every part. */
  readonly replaces: readonly SegmentRange[];
  /** 1 to `parts`. */
  readonly part: number;
  readonly parts: number;
  /** 32 random hexadecimal digits, the same in every part. */
  readonly id: string;
  /** At most 500; none where everything in the range was erased. */
  readonly events: readonly SegmentEvent[];
}

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const count = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const devicePattern = /^[0-9a-f]{32}$/;
/** By hand, because a long log has very many of them. */
const isSegmentEvent = (value: unknown): boolean =>
  isObject(value) &&
  isObject(value["event"]) &&
  typeof value["device"] === "string" &&
  devicePattern.test(value["device"]) &&
  Object.keys(value).length === 2;

const range = v.strictObject({
  device: hex(16),
  from: count(Number.MAX_SAFE_INTEGER),
  to: count(Number.MAX_SAFE_INTEGER),
  before: hex(32),
  hash: hex(32),
});
const shape = v.strictObject({
  replaces: v.pipe(v.array(range), v.minLength(1), v.maxLength(segmentRangesMax)),
  part: count(segmentPartsMax),
  parts: count(segmentPartsMax),
  id: hex(16),
  events: v.pipe(v.array(v.custom<SegmentEvent>(isSegmentEvent)), v.maxLength(segmentEventsMax)),
});

const zeros = "0".repeat(64);

/** Ranges in order, each whole, none over another: so there is one way to write what is replaced. */
const inOrder = (ranges: readonly SegmentRange[]): boolean =>
  ranges.every(({ device, from, to, before }, at) => {
    const last = ranges[at - 1];
    const follows = last === undefined || last.device < device || (last.device === device && last.to < from);
    return follows && from <= to && to - from < segmentSpanMax && (from === 1) === (before === zeros);
  });

const fieldOf = (issue: v.BaseIssue<unknown>): string => {
  const key = issue.path?.[0]?.key;
  return typeof key === "string" && Object.hasOwn(shape.entries, key) ? key : "segment";
};

const checked = (value: unknown): Result<Segment, WireFault> => {
  const parsed = v.safeParse(shape, value, { abortEarly: true });
  if (!parsed.success) return err({ type: "BadShape", field: fieldOf(parsed.issues[0]) });
  const { replaces, part, parts, id, events } = parsed.output;
  if (part > parts) return err({ type: "BadShape", field: "part" });
  if (!inOrder(replaces)) return err({ type: "BadShape", field: "replaces" });
  return ok({ replaces, part, parts, id, events });
};

/** UTF-8 JSON of one part; refuses what `decodeSegment` would refuse, `TooLong` among it. */
export const encodeSegment = (segment: Segment): Result<Uint8Array, WireFault> => {
  const { replaces, part, parts, id, events } = segment;
  const bytes = utf8(JSON.stringify({ replaces, part, parts, id, events }));
  const read = decodeSegment(bytes);
  return read.ok ? ok(bytes) : read;
};

/** The part in a body: bounded, well-formed UTF-8 JSON, at most 32 deep, no unknown field. */
export const decodeSegment = (bytes: Uint8Array): Result<Segment, WireFault> => {
  if (bytes.length > bodyMax) return err({ type: "TooLong", max: bodyMax, got: bytes.length });
  const json = parseJson(bytes);
  return json.ok ? checked(json.value) : json;
};
