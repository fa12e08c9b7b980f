/** Makes facts: the one constructor that checks a body against the shape of its kind. */
import * as v from "valibot";
import { err, ok, type Result } from "@belay/basics";
import { eventShapes, type DomainEvent, type EventKind } from "./catalogue.ts";

/** A field is missing, of the wrong type or out of bounds. `field` is its name in the shape, or `body`. */
export type BadField = { readonly type: "BadField"; readonly field: string };

type Shape = v.GenericSchema & { readonly entries: Readonly<Record<string, unknown>> };

const shapeOf = (kind: EventKind): Shape => eventShapes[kind];

/** The field that the first complaint is about; a name that the shape does not know is not repeated. */
const fieldOf = (shape: Shape, issue: v.BaseIssue<unknown>): string => {
  const key = issue.path?.[0]?.key;
  return typeof key === "string" && Object.hasOwn(shape.entries, key) ? key : "body";
};

/** Own names alone: what every object inherits is no kind. */
const isKind = (kind: string): kind is EventKind => Object.hasOwn(eventShapes, kind);

/** Each name once, so that a long log does not keep thousands of copies of it. */
const kinds: ReadonlyMap<string, EventKind> = new Map(
  Object.keys(eventShapes)
    .filter(isKind)
    .map((kind) => [kind, kind] as const),
);

/** The kind's name if it is one that is written today. */
export const knownKind = (kind: string): EventKind | null => kinds.get(kind) ?? null;

/** A fact of `kind`, or the field that stands against it. Extra fields are refused. */
export const fact = (kind: EventKind, body: unknown): Result<DomainEvent, BadField> => {
  const shape = shapeOf(kind);
  if (Array.isArray(body)) return err({ type: "BadField", field: "body" });
  const parsed = v.safeParse(shape, body, { abortEarly: true });
  if (!parsed.success) return err({ type: "BadField", field: fieldOf(shape, parsed.issues[0]) });
  return ok({ kind, body: parsed.output } as DomainEvent);
};

/** Like `fact`, from something with more fields than the kind has, such as a command; only the kind's own are read. */
export const factFrom = (kind: EventKind, source: object): Result<DomainEvent, BadField> => {
  const given = Object.entries(source);
  const known = shapeOf(kind).entries;
  return fact(kind, Object.fromEntries(given.filter(([key]) => Object.hasOwn(known, key))));
};
