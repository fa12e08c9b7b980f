/** Turns English into a language that does not exist: longer, accented, so that text from elsewhere stands out. */
const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒğĥíĵķĺɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĹṀÑÓÞɊŔŠŦÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

/** A language such as German or Finnish needs up to 40 % more room than English. */
const growth = 0.4;

/** Plain text with every Latin letter accented, and 40 % longer in words that can wrap. */
export const stretch = (text: string): string => {
  const bare = text.trim();
  if (!/[A-Za-z]/.test(bare)) return text;
  const more = Math.ceil(bare.length * growth);
  const filler = Array.from({ length: Math.ceil(more / 6) }, () => "ẋẋẋẋẋ")
    .join(" ")
    .slice(0, Math.max(1, more - 1));
  return `${[...text].map((letter) => letters.get(letter) ?? letter).join("")} ${filler}`;
};

/** The same for ICU MessageFormat: names, kinds and branches of a place stay as they are, the text in them does not. */
export const stretchMessage = (message: string): string => {
  let made = "";
  let text = "";
  let at = 0;
  const flush = (): void => {
    made += stretchInside(text);
    text = "";
  };
  while (at < message.length) {
    if (message[at] !== "{") {
      text += message[at];
      at += 1;
      continue;
    }
    const end = closing(message, at);
    const place = message.slice(at, end + 1);
    flush();
    made += /,\s*(?:plural|select)/.test(place) ? stretchPlural(place) : place;
    at = end + 1;
  }
  flush();
  return made;
};

/** Space around a place has to stay. */
const stretchInside = (text: string): string => {
  const core = text.trim();
  return core === "" ? text : text.replace(core, () => stretch(core));
};

const closing = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length - 1;
};

/** `{n, plural, one {# day} other {# days}}`: only what stands in the inner braces is text. */
const stretchPlural = (place: string): string => {
  let made = "";
  let at = 0;
  while (at < place.length) {
    if (place[at] !== "{" || at === 0) {
      made += place[at];
      at += 1;
      continue;
    }
    const end = closing(place, at);
    made += `{${stretchMessage(place.slice(at + 1, end))}}`;
    at = end + 1;
  }
  return made;
};

/** Fields of the content tables that are names or citations, not sentences. */
const names = new Set([
  "id",
  "covers",
  "step",
  "steps",
  "beliefs",
  "smaller",
  "larger",
  "strand",
  "roles",
  "contexts",
  "disclosure",
  "kind",
  "group",
  "moment",
  "moments",
  "use",
  "needs",
  "grade",
  "source",
  "country",
  "channel",
  "number",
  "keyword",
  "languages",
  "checkedOn",
  "appliesTo",
]);

/** Every sentence of a table stretched, whatever its depth; `{name}` in it stays. */
export const stretchTable = (value: unknown): unknown => {
  if (typeof value === "string") return stretchMessage(value);
  if (Array.isArray(value)) return value.map(stretchTable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, names.has(key) ? one : stretchTable(one)]),
  );
};
