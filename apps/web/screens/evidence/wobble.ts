/** Says whether a line left its ordinary wobble: around the mean of the first three, and only twice running. */
import {
  changeOf,
  meanOf,
  minimalDetectable,
  normOf,
  pointsForPhase,
  regressionOf,
  reliabilitiesOf,
  sittingsForBaseline,
  type Norm,
  type Regression,
  type Reliability,
} from "@belay/measures";
import type { Series } from "./series.ts";

/** The band, what it is made around, and what it rests on. In points of the line. */
export interface Band {
  readonly base: number;
  /** Single times beyond these lie further from the start than ordinary wobble. */
  readonly low: number;
  readonly high: number;
  readonly reliability: Reliability;
  readonly norm: Norm;
}

/**
 * What may be said. `early`: fewer than five times. `unknown`: no reliability or no spread is known. `wobble`: the newest
 * lies in the band. `once`: it does not, but the one before did, or lay on the other side. `changed`: both lie beyond it
 * on one side; `better` is the side that most people find easier.
 */
export type Stand =
  | { readonly kind: "early" | "unknown" | "wobble" | "once" }
  | { readonly kind: "changed"; readonly better: boolean };

/** The line's numbers, its band and its verdict. */
export interface Wobble {
  readonly values: readonly number[];
  readonly last: number;
  /** From three times on, where a reliability and a spread are known. */
  readonly band: Band | null;
  readonly stand: Stand;
  /** Set beside a move out of the band to the easier side, from a start far out. */
  readonly regression: Regression | null;
}

/** 1.96 standard errors of the difference between one time and the mean of three (Jacobson & Truax 1991). */
const distance = (sd: number, reliability: number): number =>
  (minimalDetectable(sd, reliability) / Math.SQRT2) * Math.sqrt(1 + 1 / sittingsForBaseline);

const bandOf = ({ instrument, scale }: Series, values: readonly number[]): Band | null => {
  const [reliability] = reliabilitiesOf(instrument, scale.name);
  const norm = normOf(instrument, scale.name);
  if (reliability === undefined || norm === null || values.length < sittingsForBaseline) return null;
  const base = meanOf(values.slice(0, sittingsForBaseline));
  const off = distance(norm.sd, reliability.value);
  return { base, low: base - off, high: base + off, reliability, norm };
};

/** The verdict over the last one or two times, each set against the mean of the first three. */
const standOf = ({ scale }: Series, values: readonly number[], band: Band | null): Stand => {
  if (values.length < pointsForPhase) return { kind: "early" };
  if (band === null) return { kind: "unknown" };
  const against = (after: readonly number[]) =>
    changeOf({
      before: values.slice(0, sittingsForBaseline),
      after,
      sd: band.norm.sd,
      reliability: band.reliability.value,
    });
  const twice = against(values.slice(-2));
  const once = against(values.slice(-1));
  if (!twice.ok || !once.ok) return { kind: "unknown" };
  if (twice.value.verdict === "changed")
    return { kind: "changed", better: twice.value.change > 0 === (scale.better === "higher") };
  return { kind: once.value.reliable ? "once" : "wobble" };
};

/** Null without a number. */
export const wobbleOf = (series: Series): Wobble | null => {
  const values = series.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = values.at(-1);
  if (last === undefined) return null;
  const band = bandOf(series, values);
  const stand = standOf(series, values, band);
  const regression =
    band === null || (stand.kind !== "once" && stand.kind !== "changed")
      ? null
      : regressionOf({
          instrument: series.instrument,
          scale: series.scale.name,
          before: band.base,
          sittings: sittingsForBaseline,
          // What the sentence stands beside: the newest alone, or both that moved.
          after: stand.kind === "once" ? last : meanOf(values.slice(-2)),
        });
  return { values, last, band, stand, regression: regression?.due === true ? regression : null };
};
