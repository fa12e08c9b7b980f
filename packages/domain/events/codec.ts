/** Reads facts from JSON at the door, and writes them back. */
import * as v from "valibot";
import { err, ok, type Result } from "@belay/basics";
import type { DomainEvent, EventKind } from "./catalogue.ts";
import { fact, knownKind } from "./fact.ts";
import { day, id } from "./fields.ts";
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

const whole = (max: number) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(max),
    v.transform((n) => n + 0),
  );

/** The names of kinds, known or not: `feature/past-tense@version`. */
const kindName = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z][a-z-]*\/[a-z][a-z-]*@[1-9][0-9]{0,3}$/));

const device = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const outer = v.strictObject({
  id,
  k: kindName,
  t: v.strictTuple([whole(maxMs), whole(maxCounter)]),
  d: day,
  o: v.optional(device),
  b: v.unknown(),
});

const nameOf = (json: unknown): string | null => {
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, "k") || !("k" in json)) return null;
  const parsed = v.safeParse(kindName, json.k);
  return parsed.success ? parsed.output : null;
};

const bad = (field: string): Result<never, EventFault> => err({ type: "BadEvent", field });

const outerField = (issue: v.BaseIssue<unknown>): string => {
  const key = issue.path?.[0]?.key;
  return typeof key === "string" && Object.hasOwn(outer.entries, key) ? key : "event";
};

/**
 * A fact from plain JSON data of any origin, written by `from` (the envelope's device, 32 lower-case hex digits).
 * Old versions are raised to the newest by `table`. Everything is bounded, extra fields are refused.
 */
export const parseEvent = (json: unknown, from: string, table: Upcasts = upcasts): Result<Recorded, EventFault> => {
  const name = nameOf(json);
  if (name === null) return bad("k");
  if (knownKind(name) === null && !Object.hasOwn(table, name)) return err({ type: "UnknownKind", kind: name });
  if (!v.is(device, from)) return bad("device");
  const parsed = v.safeParse(outer, json, { abortEarly: true });
  if (!parsed.success) return bad(outerField(parsed.issues[0]));
  const raised = raise(name, parsed.output.b, table);
  const kind = knownKind(raised.kind);
  if (kind === null) return err({ type: "UnknownKind", kind: name });
  const made = fact(kind, raised.body);
  if (!made.ok) return bad(made.error.field);
  const [ms, counter] = parsed.output.t;
  return ok({ id: parsed.output.id, at: [ms, counter, parsed.output.o ?? from], day: parsed.output.d, ...made.value });
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
