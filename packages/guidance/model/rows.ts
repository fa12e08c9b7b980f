/** One thing that was heard of somebody's days, cleaned, with a key that tells it from all others and its place in time. */
import { dayIn, name, oneOf, percent, within, type Fields } from "./read.ts";

const statuses = ["done", "started", "avoided", "skipped", "swapped"] as const;
const outcomes = ["yes", "partial", "no", "hurtful"] as const;

/** How a try went on: `started` was broken off, `skipped` had no chance, `swapped` was exchanged for something smaller. */
export type Status = (typeof statuses)[number];
export type Outcome = (typeof outcomes)[number];

/** The energy of a day, 0 to 100, and now and then a questionnaire of 0 to 44, lower is freer. */
export type CheckinRow = {
  readonly kind: "checkin";
  readonly key: string;
  readonly day: number;
  readonly energy: number | null;
  readonly questionnaire: number | null;
};

/** A try. All figures are 0 to 100, or null when they are missing or make no sense. */
export type TryRow = {
  readonly kind: "try";
  readonly key: string;
  readonly day: number;
  readonly step: string;
  readonly person: string | null;
  readonly context: string | null;
  readonly status: Status;
  readonly predHelp: number | null;
  readonly predBad: number | null;
  readonly before: number | null;
  readonly peak: number | null;
  readonly after: number | null;
  readonly bad: number | null;
  readonly outcome: Outcome | null;
};

export type Row = CheckinRow | TryRow;

const checkinIn = (fields: Fields, day: number): CheckinRow => {
  const energy = percent(fields["energy"]);
  const questionnaire = within(fields["questionnaire"], 0, 44);
  return { kind: "checkin", key: `c ${day} ${energy} ${questionnaire}`, day, energy, questionnaire };
};

const tryIn = (fields: Fields, day: number): TryRow | null => {
  const step = name(fields["step"]);
  const status = oneOf(fields["status"], statuses);
  if (step === null || status === null) return null;
  const id = fields["id"];
  const row = {
    kind: "try" as const,
    day,
    step,
    person: name(fields["person"]),
    context: name(fields["context"]),
    status,
    predHelp: percent(fields["predHelp"]),
    predBad: percent(fields["predBad"]),
    before: percent(fields["before"]),
    peak: percent(fields["peak"]),
    after: percent(fields["after"]),
    bad: percent(fields["bad"]),
    outcome: oneOf(fields["outcome"], outcomes),
  };
  const named = typeof id === "string" || (typeof id === "number" && Number.isFinite(id));
  return { ...row, key: named ? `t ${typeof id} ${id}` : `t ${JSON.stringify(row)}` };
};

/** Reads a row of the given kind, or null when it cannot be one. */
export const rowIn = (kind: "checkin" | "event", fields: Fields): Row | null => {
  const day = dayIn(fields["day"]);
  if (day === null) return null;
  return kind === "checkin" ? checkinIn(fields, day) : tryIn(fields, day);
};

const rank = { checkin: 0, try: 1 } as const;

/** Order in time: by day, the morning's check-in before the tries, and what is equal in time by its key. */
export const inOrder = (a: Row, b: Row): number =>
  a.day - b.day || rank[a.kind] - rank[b.kind] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const told = (row: Row): number => Object.values(row).filter((value) => value !== null).length;

/**
 * Which of two rows with one key stands, whichever came first: the one that tells more, then the earlier, then the one
 * whose text sorts first. Null when they are the same.
 */
export const standing = (a: Row, b: Row): Row | null => {
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  if (textA === textB) return null;
  const order = told(b) - told(a) || a.day - b.day || (textA < textB ? -1 : 1);
  return order <= 0 ? a : b;
};
