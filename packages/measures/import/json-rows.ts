/** Turns a JSON value into rows: a list of sittings, lists side by side, or one sitting, up to two levels deep. */
import { err, ok, type Result } from "@belay/basics";
import { columnsMost, rowsMost, type TableFault } from "./table.ts";

/** Rows of text; the first holds the names where `headed`. */
export interface JsonRows {
  readonly rows: readonly (readonly string[])[];
  readonly headed: boolean;
}

type Thing = readonly (readonly [string, unknown])[];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The own fields of an object, as pairs: no key can mean more than a name. Null for anything that is no object. */
const fieldsOf = (value: unknown): Thing | null =>
  typeof value === "object" && value !== null && !isList(value) ? Object.entries(value) : null;

/** One value as text. What is nested too deeply is shown as it cannot be an answer. */
const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return value === null || value === undefined ? "" : "…";
};

/** Fields of one sitting side by side: those of a nested object or list follow under the name of both. */
const flat = (fields: Thing): readonly (readonly [string, string])[] =>
  fields.slice(0, columnsMost + 1).flatMap(([name, value]) => {
    const list = isList(value) ? value.slice(0, columnsMost + 1) : null;
    const inner = list === null ? fieldsOf(value) : list.map((one, i) => [String(i + 1), one] as const);
    if (inner === null) return [[name, textOf(value)] as const];
    return inner.slice(0, columnsMost + 1).map(([below, one]) => [`${name} ${below}`, textOf(one)] as const);
  });

/** A list of sittings: the names are all that occur, in the order in which they do. */
const ofThings = (things: readonly Thing[]): Result<JsonRows, TableFault> => {
  const all = things.map((thing) => new Map(flat(thing)));
  const names = new Set<string>();
  for (const one of all) {
    for (const name of one.keys()) names.add(name);
    if (names.size > columnsMost) return err({ type: "TooManyColumns", max: columnsMost, got: names.size });
  }
  const columns = [...names];
  return ok({ rows: [columns, ...all.map((one) => columns.map((name) => one.get(name) ?? ""))], headed: true });
};

/**
 * Lists of the same length side by side, one a column; other fields stand beside them and say nothing. How many there
 * may be is for `tableOf` to say: they are no more than stood in the file.
 */
const ofColumns = (lists: readonly (readonly [string, readonly unknown[]])[]): Result<JsonRows, TableFault> => {
  const length = lists[0]?.[1].length ?? 0;
  const row = (i: number): readonly string[] => lists.map(([, list]) => textOf(list[i]));
  return ok({ rows: [lists.map(([name]) => name), ...Array.from({ length }, (_, i) => row(i))], headed: true });
};

const ofList = (list: readonly unknown[]): Result<JsonRows, TableFault> => {
  if (list.length === 0) return err({ type: "Empty" });
  if (list.length > rowsMost + 1) return err({ type: "TooManyRows", max: rowsMost });
  const things = list.map(fieldsOf);
  if (things.every((thing) => thing !== null)) return ofThings(things);
  if (!list.every(isList)) return err({ type: "NoTable" });
  const isHeaded = list[0]?.every((cell) => typeof cell === "string" && !/^\d/.test(cell)) ?? false;
  return ok({ rows: list.map((cells) => cells.map(textOf)), headed: isHeaded });
};

/** A list that holds sittings, and not the answers of one. */
const isSittings = (value: unknown): value is readonly unknown[] =>
  isList(value) && value.length > 0 && value.every((one) => typeof one === "object" && one !== null);

/** An object: a list of sittings somewhere in it, lists of one length side by side, or else one sitting. */
const ofObject = (fields: Thing, depth: number): Result<JsonRows, TableFault> => {
  const inside = fields.flatMap(([, value]) => fieldsOf(value) ?? []);
  const held = [...fields, ...inside].map(([, value]) => value).find(isSittings);
  if (held !== undefined) return ofList(held);
  const lists = fields.flatMap(([name, value]) => (isList(value) ? [[name, value] as const] : []));
  const length = lists[0]?.[1].length ?? 0;
  if (lists.length > 1 && length > 0 && lists.every(([, list]) => list.length === length)) {
    return ofColumns(lists);
  }
  const within = fields.length === 1 ? fieldsOf(fields[0]?.[1]) : null;
  if (within !== null && depth === 0) return ofObject(within, 1);
  return fields.length === 0 ? err({ type: "Empty" }) : ofThings([fields]);
};

/** Rows out of whatever `JSON.parse` gave: only values are read, nothing is called or copied by name. */
export const jsonRows = (value: unknown): Result<JsonRows, TableFault> => {
  if (isList(value)) return ofList(value);
  const fields = fieldsOf(value);
  return fields === null ? err({ type: "NoTable" }) : ofObject(fields, 0);
};
