/** What stands inside a sealed share: a document of sections, as the person previewed it and the reader sees it. */
import * as v from "valibot";
import { err, ok, utf8, type Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";
import { parseJson } from "./json.ts";
import { day } from "./letters.ts";
import { shareCap } from "./limits.ts";

/** How long each text (UTF-16 units) and each list of a document may be. */
export const shareLimits = {
  name: 60,
  purpose: 300,
  id: 40,
  title: 120,
  sentence: 600,
  sentences: 12,
  sections: 40,
  label: 120,
  lines: 8,
  points: 400,
  marks: 60,
  columns: 8,
  rows: 400,
} as const;
const most = shareLimits;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const some = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const label = text(most.label);
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
  points: list(point, most.points),
  /** Indices of points that are not joined with the one before: a gap in what is known. */
  breaks: list(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most.points)), most.points),
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
  lines: list(line, most.lines),
});

const bars = v.strictObject({
  kind: v.literal("bars"),
  highest: number,
  /** A null is a gap, drawn as a gap and never as a zero. */
  bars: list(v.strictObject({ label, value: gap }), most.marks),
});

const pairs = v.strictObject({
  kind: v.literal("pairs"),
  low: number,
  high: number,
  beforeText: label,
  afterText: label,
  pairs: list(v.strictObject({ label, before: gap, after: gap }), most.marks),
});

type Figure = v.InferOutput<typeof course> | v.InferOutput<typeof bars> | v.InferOutput<typeof pairs>;

/** A drawing as numbers: a course over time, bars, or pairs of before and after. A scale that has no width is refused. */
export const shareFigure = v.pipe(
  v.custom<Figure>((figure) => [course, bars, pairs].some((kind) => v.safeParse(kind, figure).success)),
  v.check((figure) => (figure.kind === "bars" ? figure.highest > 0 : figure.low < figure.high)),
);

const table = v.pipe(
  v.strictObject({
    caption: text(most.sentence),
    columns: v.pipe(list(label, most.columns), v.minLength(1)),
    rows: list(list(text(most.sentence), most.columns), most.rows),
  }),
  v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
);

/** One section: a title, plain sentences that say what the drawing shows, the drawing, and the numbers behind it. */
export const shareSection = v.strictObject({
  id: some(most.id),
  title: some(most.title),
  sentences: list(text(most.sentence), most.sentences),
  figure: v.nullable(shareFigure),
  table: v.nullable(table),
});

/** The whole document; `from` and `to` are names the person chose, days are local days. */
export const shareDoc = v.strictObject({
  v: v.literal(1),
  /** Language of the sentences, a BCP 47 tag such as `en`. */
  locale: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  from: text(most.name),
  to: text(most.name),
  purpose: text(most.purpose),
  madeOn: day,
  until: day,
  sections: list(shareSection, most.sections),
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
