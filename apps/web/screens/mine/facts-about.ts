/** Finds the facts of the log that make up one thing, so that all of it can be deleted and nothing else. */
import { asks, type State } from "@belay/domain";

/** A value of the fold with the id of the fact that set it. */
interface Placed {
  readonly id: string;
  readonly value: unknown;
}

/** The own field of that name of anything at all. */
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/** Every value that remembers its place in the log does so under these names. */
const placed = (value: unknown): Placed | null => {
  const id = fieldOf(value, "id");
  return typeof id === "string" && Array.isArray(fieldOf(value, "at")) ? { id, value: fieldOf(value, "value") } : null;
};

/** Walks plain data; `inside` is true below a key that is one of `keys`. */
const walk = (value: unknown, keys: ReadonlySet<string>, inside: boolean, found: Set<string>): void => {
  if (typeof value !== "object" || value === null) return;
  const fact = placed(value);
  if (fact !== null) {
    const about = fieldOf(fact.value, "experiment");
    if (inside || (typeof about === "string" && keys.has(about))) found.add(fact.id);
    return;
  }
  if (value instanceof Map) for (const [key, inner] of value) walk(inner, keys, inside || keys.has(String(key)), found);
  else for (const inner of Object.values(value)) walk(inner, keys, inside, found);
};

/**
 * The ids of all facts about one try: its asks and their answers, how it went, what was expected, and the plan last, so
 * that it stays in sight until all of it is gone.
 */
export const factsOfTry = (state: State, experiment: string): readonly string[] => {
  const its = asks(state).filter((ask) => ask.experiment === experiment);
  const found = new Set<string>();
  walk(state, new Set([experiment, ...its.map(({ id }) => id)]), false, found);
  return [...found].toReversed();
};
