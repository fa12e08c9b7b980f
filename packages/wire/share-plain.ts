/** What stands inside a sealed share: a document of sections, as the person previewed it and the reader sees it. */
import * as v from "valibot";
import { err, ok, utf8, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { parseJson } from "./json.ts";
import { day } from "./letters.ts";
import { shareCap } from "./limits.ts";

// How long each text (UTF-16 units) and each list may be; numbers of their own, so that the build writes them in place.
const nameMax = 60;
const purposeMax = 300;
const idMax = 40;
const titleMax = 120;
const sentenceMax = 600;
const sentencesMax = 12;
const sectionsMax = 40;
const labelMax = 120;
const linesMax = 8;
const pointsMax = 400;
const marksMax = 60;
const columnsMax = 8;
const rowsMax = 400;

/** What a form has to keep to: the longest texts, in UTF-16 units. */
export const shareLimits = { name: nameMax, purpose: purposeMax, sentence: sentenceMax } as const;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const some = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const label = text(labelMax);
/** JSON can write 1e999, which reads as no finite number. */
const number = v.pipe(
  v.number(),
  v.check((value) => Number.isFinite(value)),
);
const gap = v.nullable(number);
const list = <const Item extends v.GenericSchema>(item: Item, max: number) =>
  v.pipe(
    v.array(item),
    v.maxLength(max),
    v.transform((items): readonly v.InferOutput<Item>[] => items),
  );

const point = v.strictObject({ at: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), value: number });

const line = v.strictObject({
  name: label,
  /** Oldest first; `at` is the place in time, from 0 (`from`) to 1 (`to`). */
  points: list(point, pointsMax),
  /** Indices of points that are not joined with the one before: a gap in what is known. */
  breaks: list(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(pointsMax)), pointsMax),
});

const course = v.strictObject({
  kind: v.literal("course"),
  low: number,
  high: number,
  /** Words under the two ends of time. */
  from: label,
  to: label,
  /** The band of ordinary wobble, in the unit of the values. */
  band: v.nullable(v.strictObject({ low: number, high: number })),
  lines: list(line, linesMax),
});

const bars = v.strictObject({
  kind: v.literal("bars"),
  highest: number,
  /** A null is a gap, drawn as a gap and never as a zero. */
  bars: list(v.strictObject({ label, value: gap }), marksMax),
});

const pairs = v.strictObject({
  kind: v.literal("pairs"),
  low: number,
  high: number,
  beforeText: label,
  afterText: label,
  pairs: list(v.strictObject({ label, before: gap, after: gap }), marksMax),
});

type Figure = v.InferOutput<typeof course> | v.InferOutput<typeof bars> | v.InferOutput<typeof pairs>;

/** A drawing as numbers: a course over time, bars, or pairs of before and after. A scale that has no width is refused. */
export const shareFigure = v.pipe(
  v.custom<Figure>((figure) => [course, bars, pairs].some((kind) => v.safeParse(kind, figure).success)),
  v.check((figure) => (figure.kind === "bars" ? figure.highest > 0 : figure.low < figure.high)),
);

const table = v.pipe(
  v.strictObject({
    caption: text(sentenceMax),
    columns: v.pipe(list(label, columnsMax), v.minLength(1)),
    rows: list(list(text(sentenceMax), columnsMax), rowsMax),
  }),
  v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
);

/** One section: a title, plain sentences that say what the drawing shows, the drawing, and the numbers behind it. */
export const shareSection = v.strictObject({
  id: some(idMax),
  title: some(titleMax),
  sentences: list(text(sentenceMax), sentencesMax),
  figure: v.nullable(shareFigure),
  table: v.nullable(table),
});

/** The whole document; `from` and `to` are names the person chose, days are local days. */
export const shareDoc = v.strictObject({
  v: v.literal(1),
  /** Language of the sentences, a BCP 47 tag such as `en`. */
  locale: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  from: text(nameMax),
  to: text(nameMax),
  purpose: text(purposeMax),
  madeOn: day,
  until: day,
  sections: list(shareSection, sectionsMax),
});

/** A drawing in clear. */
export type ShareFigure = v.InferOutput<typeof shareFigure>;
/** A section in clear. */
export type ShareSection = v.InferOutput<typeof shareSection>;
/** A document in clear. */
export type ShareDoc = v.InferOutput<typeof shareDoc>;

/** UTF-8 JSON of a document; refused when its shape is not the one above or it would not fit the largest bucket. */
export const encodeShareDoc = (doc: ShareDoc): Result<Uint8Array, WireFault> => {
  const parsed = v.safeParse(shareDoc, doc);
  if (!parsed.success) return err({ type: "BadShape", field: "share" });
  const bytes = utf8(JSON.stringify(parsed.output));
  const max = shareCap - 4;
  return bytes.length > max ? err({ type: "TooLong", max, got: bytes.length }) : ok(bytes);
};

/** The document in opened bytes. */
export const decodeShareDoc = (bytes: Uint8Array): Result<ShareDoc, WireFault> => {
  if (bytes.length > shareCap) return err({ type: "TooLong", max: shareCap, got: bytes.length });
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const parsed = v.safeParse(shareDoc, json.value);
  return parsed.success ? ok(parsed.output) : err({ type: "BadShape", field: "share" });
};
