/** Runs our own vectors against any implementation: every positive byte for byte, every negative refused. */
import { bytesFrom, digest, isFields, join, same, textFrom, type Fields, type Value } from "./values.ts";

/** One implementation of the protocol. What a kind or an operation takes and gives stands in the fixtures' README. */
export interface Implementation {
  readonly name: string;
  /** All outputs of a vector from its inputs. */
  readonly make: (kind: string, input: Fields) => Promise<Fields>;
  /** What opening gives back, or a refusal. Called for sealed kinds with inputs and outputs together. */
  readonly open: (kind: string, fields: Fields) => Promise<Opened>;
}

/** What was inside, or why it was refused: a tag of the implementation's own. */
export type Opened = { readonly opened: Value } | { readonly refused: string };

/** What a run found. */
export interface VectorReport {
  readonly positive: number;
  readonly negative: number;
  /** One line for each vector that did not do what it must. */
  readonly failures: readonly string[];
}

/** One vector of either file. */
export interface Vector {
  readonly name: string;
  readonly kind: string;
  readonly in: Fields;
}

/** Kinds that can be opened again, with the input that must come back. */
const openable: Readonly<Record<string, string>> = {
  envelope: "body",
  batch: "batch",
  ask: "plain",
  share: "plain",
  reply: "plain",
  backup: "items",
  custody: "custody",
  local: "plain",
  frame: "frame",
  fragment: "secret",
  words: "entropy",
  hello: "origin",
  rotate: "epoch",
  delete: "origin",
  lock: "plain",
  recovery: "recovery",
  "pairing-code": "code",
  pairing: "package",
  member: "entry",
  "epoch-key": "key",
};

const objects = (value: unknown): readonly { readonly [field: string]: unknown }[] => {
  if (!Array.isArray(value) || !value.every(isFields)) throw new Error("no list of vectors");
  return value;
};
const listIn = (file: unknown): readonly { readonly [field: string]: unknown }[] =>
  objects(isFields(file) ? file["vectors"] : file);

/** Turns the JSON of a field into values; `made` gives the outputs of an earlier vector. */
const resolve = async (json: unknown, made: (name: string) => Promise<Fields>): Promise<Value> => {
  if (typeof json === "string") return json.startsWith("0x") ? bytesFrom(json) : json;
  if (typeof json === "number" || typeof json === "boolean" || json === null) return json;
  if (Array.isArray(json)) return Promise.all(json.map((part) => resolve(part, made)));
  if (!isFields(json)) throw new Error("no value");
  if (typeof json["fill"] === "string" && typeof json["length"] === "number") {
    return new Uint8Array(json["length"]).fill(bytesFrom(json["fill"])[0] ?? 0);
  }
  if (typeof json["of"] === "string") return mutate(json, await made(json["of"]));
  const entries = Object.entries(json).map(async ([name, part]) => [name, await resolve(part, made)] as const);
  return Object.fromEntries(await Promise.all(entries));
};

const numbers = (value: unknown): readonly number[] => {
  if (!Array.isArray(value) || !value.every((part) => typeof part === "number")) throw new Error("no numbers");
  return value;
};

/** `{of, field, ranges?, flip?, set?, append?}`: bytes of another vector's output, taken apart, changed, lengthened. */
const mutate = (how: { readonly [field: string]: unknown }, made: Fields): Uint8Array => {
  const base = made[typeof how["field"] === "string" ? how["field"] : ""];
  if (!(base instanceof Uint8Array)) throw new Error("nothing to change");
  const ranges = Array.isArray(how["ranges"]) ? how["ranges"].map(numbers) : [[0, base.length]];
  const bytes = join(...ranges.map(([from = 0, to = 0]) => base.subarray(from, to)));
  for (const flip of Array.isArray(how["flip"]) ? how["flip"].map(numbers) : []) {
    const [at = 0, by = 0] = flip;
    bytes[at] = (bytes[at] ?? 0) ^ by;
  }
  for (const [at, text] of Array.isArray(how["set"]) ? how["set"] : []) bytes.set(bytesFrom(String(text)), Number(at));
  return typeof how["append"] === "string" ? join(bytes, bytesFrom(how["append"])) : bytes;
};

/** Whether a made value is the expected one; long bytes are given by their digest and length. */
const equals = async (made: Value | undefined, expected: unknown): Promise<boolean> => {
  if (made instanceof Uint8Array) {
    if (typeof expected === "string") return textFrom(made) === expected;
    const hash = isFields(expected) ? expected["sha256"] : null;
    return isFields(expected) && expected["length"] === made.length && textFrom(await digest(made)) === hash;
  }
  if (Array.isArray(made)) {
    if (!Array.isArray(expected) || expected.length !== made.length) return false;
    return (await Promise.all(made.map((part, i) => equals(part, expected[i])))).every(Boolean);
  }
  if (!isFields(made)) return made === expected;
  if (!isFields(expected) || Object.keys(expected).length !== Object.keys(made).length) return false;
  return (await Promise.all(Object.entries(made).map(([name, part]) => equals(part, expected[name])))).every(Boolean);
};

const sameValue = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a instanceof Uint8Array || b instanceof Uint8Array)
    return a instanceof Uint8Array && b instanceof Uint8Array && same(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((part, i) => sameValue(part, b[i]));
  if (!isFields(a) || !isFields(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
};

const asFields = (value: Value): Fields => {
  if (!isFields(value)) throw new Error("no fields");
  return value;
};

/** The inputs of one vector with their bytes resolved. */
export const resolveIn = async (json: unknown, made: (name: string) => Promise<Fields>): Promise<Fields> =>
  asFields(await resolve(json, made));

/** The vectors of a file with their bytes resolved. */
const vectorsOf = async (
  file: unknown,
  made: (name: string) => Promise<Fields>,
): Promise<readonly (Vector & { readonly json: { readonly [field: string]: unknown } })[]> =>
  Promise.all(
    listIn(file).map(async (json) => ({
      name: String(json["name"]),
      kind: String(json["kind"]),
      in: await resolveIn(json["in"], made),
      json,
    })),
  );

/** The inputs and, made afresh by the implementation, the outputs of every positive vector. */
const makers = (own: unknown, implementation: Implementation): ((name: string) => Promise<Fields>) => {
  const raw = new Map(listIn(own).map((json) => [String(json["name"]), json]));
  const known = new Map<string, Promise<Fields>>();
  const made = (name: string): Promise<Fields> => {
    const json = raw.get(name);
    if (json === undefined) throw new Error(`there is no vector ${name}`);
    const once =
      known.get(name) ?? resolveIn(json["in"], made).then((input) => implementation.make(String(json["kind"]), input));
    known.set(name, once);
    return once;
  };
  return made;
};

const positiveFault = async (
  one: Vector & { readonly json: { readonly [field: string]: unknown } },
  made: Fields,
  implementation: Implementation,
): Promise<string | null> => {
  if (!(await equals(made, one.json["out"]))) return "gives other bytes";
  const back = openable[one.kind];
  if (back === undefined) return null;
  const opened = await implementation.open(one.kind, { ...one.in, ...made });
  if ("refused" in opened) return `is refused: ${opened.refused}`;
  return sameValue(opened.opened, one.in[back]) ? null : `opens to something else`;
};

const negativeFault = async (
  one: Vector & { readonly json: { readonly [field: string]: unknown } },
  implementation: Implementation,
  exact: boolean,
): Promise<string | null> => {
  const opened = await implementation.open(one.kind, one.in);
  if (!("refused" in opened)) return "is not refused";
  return exact && opened.refused !== one.json["fault"]
    ? `is refused as ${opened.refused}, not as ${String(one.json["fault"])}`
    : null;
};

const attempt = async (name: string, run: () => Promise<string | null>): Promise<readonly string[]> => {
  try {
    const fault = await run();
    return fault === null ? [] : [`${name}: ${fault}`];
  } catch (error) {
    return [`${name}: throws ${String(error)}`];
  }
};

/**
 * Runs every vector of both files. `exact` also compares the tag of each refusal with the one in the file: for the
 * implementation whose tags they are.
 */
export const runVectors = async (
  own: unknown,
  negative: unknown,
  implementation: Implementation,
  exact = false,
): Promise<VectorReport> => {
  const made = makers(own, implementation);
  const failures: string[] = [];
  const positives = await vectorsOf(own, made);
  for (const one of positives)
    failures.push(...(await attempt(one.name, async () => positiveFault(one, await made(one.name), implementation))));
  const negatives = await vectorsOf(negative, made);
  for (const one of negatives)
    failures.push(...(await attempt(one.name, async () => negativeFault(one, implementation, exact))));
  return { positive: positives.length, negative: negatives.length, failures };
};
