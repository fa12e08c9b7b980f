/** Reads one line as a message: a JSON object in which no key stands twice, or the reason why it is none. */

/** What an object of JSON holds, by name; what it does not hold is undefined. */
export type Fields = Readonly<Record<string, unknown>>;

/** A line that was read: its fields, or a plain reason. */
export type Message = { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly reason: string };

const refused = (reason: string): Message => ({ ok: false, reason });

/** A text or a name as it may stand in a reason: on one line, and short. */
export const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Strings and the signs that open, close and part; in valid JSON nothing else can hold one of them. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/** The first key of the outermost object that stands there twice, or null. The text must be valid JSON. */
export const repeatedKey = (text: string): string | null => {
  const seen = new Set<string>();
  let depth = 0;
  let last = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (token === ":" && depth === 1) {
      const key = String(JSON.parse(last));
      if (seen.has(key)) return key;
      seen.add(key);
    } else last = token;
  }
  return null;
};

const colonsIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(":"); at !== -1; at = text.indexOf(":", at + 1)) count += 1;
  return count;
};

/** True for an object of JSON that is no list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is told apart from every value by standing for no value at all.
    return undefined;
  }
};

/** Reads one line. `null` stands for a line that was too long to be held. */
export const messageOf = (line: string | null): Message => {
  if (line === null) return refused("the line is too long");
  if (line.trim() === "") return refused("the line is empty");
  const value = parsed(line);
  if (value === undefined) return refused("the line is not JSON");
  if (!isFields(value)) return refused("the line is not a JSON object");
  // Only where there are more colons than keys can a key stand twice; most lines are spared the second reading.
  const twice = colonsIn(line) === Object.keys(value).length ? null : repeatedKey(line);
  return twice === null ? { ok: true, fields: value } : refused(`the key ${short(twice)} stands twice`);
};
