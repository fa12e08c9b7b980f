/** Reads facts from JSON at the door, and writes them back. */
import * as v from "valibot";
import { err, ok, parseDay, type LocalDay, type Result } from "@belay/basics";
import type { DomainEvent, EventKind } from "./catalogue.ts";
import { fact, knownKind } from "./fact.ts";
import { maxCounter, maxMs, type Recorded } from "./order.ts";
import { raise, upcasts, type Upcasts } from "./upcasts.ts";

/**
 * Why a value is no fact. `UnknownKind`: well named, but written by a newer version; keep it and say so. `BadEvent`:
 * malformed; set it aside. `field` names the part at fault and never repeats what was given.
 */
export type EventFault =
  | { readonly type: "UnknownKind"; readonly kind: string }
  | { readonly type: "BadEvent"; readonly field: string };

/**
 * A fact as JSON: id, kind, time (milliseconds, counter), local day, body. The device stands in the envelope; `o`
 * names the one that first wrote it where that is another, as after a restore.
 */
export type EventJson = {
  readonly id: string;
  readonly k: EventKind;
  readonly t: readonly [ms: number, counter: number];
  readonly d: string;
  readonly o?: string;
  readonly b: DomainEvent["body"];
};

/** The names of kinds, known or not: `feature/past-tense@version`. */
const kindName = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z][a-z-]*\/[a-z][a-z-]*@[1-9][0-9]{0,3}$/));

const devicePattern = /^[0-9a-f]{32}$/;
const idPattern = /^[A-Za-z0-9._:-]{3,64}$/;
const outerKeys: ReadonlySet<string> = new Set(["id", "k", "t", "d", "o", "b"]);

/** A name that is written today needs no look at its letters; any other is read with care. */
const nameOf = (json: Readonly<Record<string, unknown>>): string | null => {
  const name = Object.hasOwn(json, "k") ? json["k"] : null;
  if (typeof name !== "string") return null;
  return knownKind(name) !== null || v.is(kindName, name) ? name : null;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isWhole = (value: unknown, max: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max;

const bad = (field: string): Result<never, EventFault> => err({ type: "BadEvent", field });

/** One device mostly follows itself: its name is kept once, and not with each fact of a long log. */
let lastDevice = "";
const sameDevice = (name: string): string => (name === lastDevice ? lastDevice : (lastDevice = name));

/** What stands around a body. */
interface Outer {
  readonly id: string;
  readonly ms: number;
  readonly counter: number;
  readonly day: LocalDay;
  readonly device: string;
}

/**
 * Checks what stands around the body, field by field in their order. Written by hand: every entry of a long log passes
 * here whenever it is opened, and a general reader took half of that time (`bench/README.md`).
 */
const outerOf = (json: Readonly<Record<string, unknown>>, from: string): Result<Outer, EventFault> => {
  const { id, t, d, o } = json;
  if (typeof id !== "string" || !idPattern.test(id)) return bad("id");
  if (!Array.isArray(t) || t.length !== 2) return bad("t");
  const [ms, counter]: readonly unknown[] = t;
  if (!isWhole(ms, maxMs) || !isWhole(counter, maxCounter)) return bad("t");
  const day = typeof d === "string" ? parseDay(d) : null;
  if (day?.ok !== true) return bad("d");
  if (o !== undefined && (typeof o !== "string" || !devicePattern.test(o))) return bad("o");
  if (!("b" in json)) return bad("b");
  if (!Object.keys(json).every((key) => outerKeys.has(key))) return bad("event");
  // JSON knows a minus zero that it cannot write back; here it is zero.
  return ok({ id, ms: ms + 0, counter: counter + 0, day: day.value, device: sameDevice(o ?? from) });
};

/**
 * A fact from plain JSON data of any origin, written by `from` (the envelope's device, 32 lower-case hex digits).
 * Old versions are raised to the newest by `table`. Everything is bounded, extra fields are refused.
 */
export const parseEvent = (json: unknown, from: string, table: Upcasts = upcasts): Result<Recorded, EventFault> => {
  const name = isObject(json) ? nameOf(json) : null;
  if (!isObject(json) || name === null) return bad("k");
  if (knownKind(name) === null && !Object.hasOwn(table, name)) return err({ type: "UnknownKind", kind: name });
  if (!devicePattern.test(from)) return bad("device");
  const outer = outerOf(json, from);
  if (!outer.ok) return outer;
  const raised = raise(name, json["b"], table);
  const kind = knownKind(raised.kind);
  if (kind === null) return err({ type: "UnknownKind", kind: name });
  const made = fact(kind, raised.body);
  if (!made.ok) return bad(made.error.field);
  const { id, ms, counter, day, device } = outer.value;
  return ok({ id, at: [ms, counter, device], day, ...made.value });
};

/** The fact as plain JSON data for an envelope of `writer`; `parseEvent` with the same device gives it back. */
export const encodeEvent = (event: Recorded, writer: string = event.at[2]): EventJson => ({
  id: event.id,
  k: event.kind,
  t: [event.at[0], event.at[1]],
  d: event.day,
  ...(event.at[2] === writer ? {} : { o: event.at[2] }),
  b: event.body,
});
