/** Writes everything recorded in forms that any program can read: nothing of it is sealed any more. */
import { utf8 } from "@belay/basics";
import {
  compareOrder,
  encodeEvent,
  experiments,
  people,
  type Experiment,
  type Recorded,
  type State,
} from "@belay/domain";

/** The name of the shape (`docs/protocol.md`, section 7). */
const schema = "belay/open-record/1";

/** Keys that open and own a link. They say nothing about the person and would let a finder read along: left out. */
const linkKeys = new Set(["secret", "replyKey", "ownerProof"]);

const withoutKeys = (body: object): object =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      if (name !== "link" || typeof value !== "object" || value === null) return [name, value];
      return [name, Object.fromEntries(Object.entries(value).filter(([key]) => !linkKeys.has(key)))];
    }),
  );

/** The PHQ-9 without its ninth answer, and without a total that gives it away (safety page 4.2: not in exports). */
const withoutNine = (sitting: { readonly instrument?: unknown; readonly answers?: unknown }): object => {
  if (sitting.instrument !== "phq9") return sitting;
  const answers = Array.isArray(sitting.answers) ? sitting.answers.map((one, i) => (i === 8 ? null : one)) : null;
  return { ...sitting, answers, ...("scores" in sitting ? { scores: null } : {}) };
};

const bodyOf = (event: Recorded, body: object): object => {
  if (event.kind === "measures/answered@1") return withoutNine(event.body);
  if (event.kind !== "measures/imported@1") return withoutKeys(body);
  return { ...event.body, sittings: event.body.sittings.map(withoutNine) };
};

/** One entry of the record, on a line of its own. */
const lineOf = (event: Recorded): string => {
  const { id, k, t, d, b } = encodeEvent(event);
  return JSON.stringify({ id, kind: k, day: d, at: t, device: event.at[2], body: bodyOf(event, b) });
};

/** Every entry, oldest first, as one JSON document with one entry a line. `vault` is 32 hexadecimal digits. */
export const openRecord = (vault: string, recorded: readonly Recorded[]): Uint8Array => {
  const lines = recorded.toSorted(compareOrder).map(lineOf);
  return utf8(`{"schema":"${schema}","vault":${JSON.stringify(vault)},"events":[\n${lines.join(",\n")}\n]}\n`);
};

/** What a spreadsheet would take for a formula, also in its wide forms (OWASP, "CSV Injection"). */
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One cell: numbers bare, text in quotes with quotes doubled (RFC 4180, 2.7), and never a formula. */
const cell = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
};

/** One try with the name of the person it was about. */
interface Row {
  readonly one: Experiment;
  readonly person: string | null;
}

/** The columns in order, with what stands in each. Names are for programs: short, lower case, never translated. */
const columns: readonly (readonly [name: string, of: (row: Row) => string | number | null])[] = [
  ["day", ({ one }) => one.plan.day],
  ["step", ({ one }) => one.plan.title],
  ["strand", ({ one }) => one.plan.strand],
  ["person", ({ person }) => person],
  ["stage", ({ one }) => one.stage],
  ["expected_help", ({ one }) => one.prediction?.help ?? null],
  ["expected_bad", ({ one }) => one.prediction?.bad ?? null],
  ["feared", ({ one }) => one.prediction?.feared ?? null],
  ["sign", ({ one }) => one.prediction?.sign ?? null],
  ["words", ({ one }) => one.asks[0]?.words ?? null],
  ["sent", ({ one }) => one.asks[0]?.sentOn ?? null],
  ["answer", ({ one }) => one.answers.at(-1)?.answer ?? null],
  ["answer_words", ({ one }) => one.answers.at(-1)?.words ?? null],
  ["noted", ({ one }) => one.outcome?.day ?? null],
  ["status", ({ one }) => one.outcome?.status ?? null],
  ["outcome", ({ one }) => one.outcome?.outcome ?? null],
  ["before", ({ one }) => one.outcome?.before ?? null],
  ["peak", ({ one }) => one.outcome?.peak ?? null],
  ["after", ({ one }) => one.outcome?.after ?? null],
  ["felt_bad", ({ one }) => one.outcome?.bad ?? null],
  ["fear_came", ({ one }) => one.outcome?.feared ?? null],
  ["closer", ({ one }) => one.outcome?.closer ?? null],
  ["learnt", ({ one }) => one.outcome?.learnt ?? null],
];

/**
 * Every try, oldest first, one a line: CSV as RFC 4180 says, in UTF-8. It begins with a byte order mark, because the
 * spreadsheet most people have reads the file in an old code page without one, and others pass over it.
 */
export const openTries = (state: State): Uint8Array => {
  const names = new Map(people(state).map(({ id, nickname }) => [id, nickname]));
  const rows = experiments(state)
    .toReversed()
    .map((one): Row => ({ one, person: one.person === null ? null : (names.get(one.person) ?? null) }));
  const lines = rows.map((row) => columns.map(([, of]) => cell(of(row))).join(","));
  return utf8(`\ufeff${[columns.map(([name]) => name).join(","), ...lines].join("\r\n")}\r\n`);
};
