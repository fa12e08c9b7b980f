/** Says whether a score moved by more than its own wobble: reliable change over averaged sittings. */
import { err, ok, type Result } from "@belay/basics";

/** The quantile of the standard normal that Jacobson & Truax use for 95 in 100. */
export const reliableFrom = 1.96;

/** How many sittings make a baseline (measures page 1.7, rule 3). */
export const sittingsForBaseline = 3;

/** Scores of sittings, oldest first, with the spread and the reliability of that score in a group. */
export interface Course {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Standard deviation in a group, in points of the score; above 0. */
  readonly sd: number;
  /** From 0 to below 1. */
  readonly reliability: number;
}

/** Why nothing can be computed. */
export type NoChange =
  | { readonly type: "NoSittings"; readonly side: "before" | "after" }
  | { readonly type: "BadSpread"; readonly got: number }
  | { readonly type: "BadReliability"; readonly got: number };

/** A mean, and how many sittings it is of. */
export interface Side {
  readonly n: number;
  readonly mean: number;
}

/**
 * What may be said. `early`: fewer than three sittings before. `wobble`: no more than usual wobble. `once`: beyond it,
 * but not yet twice running the same way. `changed`: beyond it, and so were both of the last two sittings.
 */
export type ChangeVerdict = "early" | "wobble" | "once" | "changed";

/** The indices of one course, in points of the score unless said otherwise. */
export interface Change {
  readonly before: Side;
  readonly after: Side;
  /** Mean after minus mean before. */
  readonly change: number;
  /** Of a single sitting: sd * sqrt(1 - r). */
  readonly standardError: number;
  /** Of the difference of the two means: standardError * sqrt(1/k + 1/m). */
  readonly standardErrorOfDifference: number;
  /** Change in standard errors of the difference, without a unit. */
  readonly index: number;
  /** The smallest change of these means that is reliable: 1.96 standard errors of the difference. */
  readonly minimalDetectable: number;
  readonly reliable: boolean;
  /** True when each of the last two sittings after is reliably away from the baseline, to the same side. */
  readonly twiceRunning: boolean;
  readonly verdict: ChangeVerdict;
}

/** The mean of at least one number. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const sideOf = (values: readonly number[]): Side => ({ n: values.length, mean: meanOf(values) });

/**
 * The standard error of one sitting: sd * sqrt(1 - r), in points. Jacobson & Truax 1991, J Consult Clin Psychol
 * 59:12-19; SD 7.5 and r .80 give 3.354.
 */
export const standardError = (sd: number, reliability: number): number => sd * Math.sqrt(1 - reliability);

/** Points by which a single sitting must differ from another single one to be reliable: 1.96 * SE * sqrt(2). */
export const minimalDetectable = (sd: number, reliability: number): number =>
  reliableFrom * standardError(sd, reliability) * Math.SQRT2;

const isTwiceRunning = ({ before, after }: Course, error: number): boolean => {
  const lastTwo = after.slice(-2);
  if (lastTwo.length < 2) return false;
  const apart = error * Math.sqrt(1 / before.length + 1);
  const indices = lastTwo.map((value) => (value - meanOf(before)) / apart);
  return indices.every((index) => index >= reliableFrom) || indices.every((index) => index <= -reliableFrom);
};

const verdictOf = (k: number, reliable: boolean, twice: boolean): ChangeVerdict => {
  if (k < sittingsForBaseline) return "early";
  if (!reliable) return "wobble";
  return twice ? "changed" : "once";
};

const faultOf = ({ before, after, sd, reliability }: Course): NoChange | null => {
  if (before.length === 0) return { type: "NoSittings", side: "before" };
  if (after.length === 0) return { type: "NoSittings", side: "after" };
  if (!(sd > 0) || !Number.isFinite(sd)) return { type: "BadSpread", got: sd };
  if (!(reliability >= 0 && reliability < 1)) return { type: "BadReliability", got: reliability };
  return null;
};

/**
 * Reliable change (Jacobson & Truax 1991), with means of k sittings before and m after in place of single ones: the
 * error of a mean of k shrinks by sqrt(k). One before and one after give the published formula. Nothing is said to
 * have changed before there are three sittings to compare with and two in a row that say so.
 */
export const changeOf = (course: Course): Result<Change, NoChange> => {
  const fault = faultOf(course);
  if (fault !== null) return err(fault);
  const [before, after] = [sideOf(course.before), sideOf(course.after)];
  const error = standardError(course.sd, course.reliability);
  const apart = error * Math.sqrt(1 / before.n + 1 / after.n);
  const change = after.mean - before.mean;
  const index = change / apart;
  const reliable = Math.abs(index) >= reliableFrom;
  const twiceRunning = isTwiceRunning(course, error);
  return ok({
    before,
    after,
    change,
    standardError: error,
    standardErrorOfDifference: apart,
    index,
    minimalDetectable: reliableFrom * apart,
    reliable,
    twiceRunning,
    verdict: verdictOf(before.n, reliable, twiceRunning),
  });
};

/** Mean and standard deviation of a group, in points. */
export interface Group {
  readonly mean: number;
  readonly sd: number;
}

/**
 * The three cut-offs of Jacobson & Truax 1991 between a group that is unwell and one that is well: `a` two standard
 * deviations from the unwell mean towards the well, `b` two from the well mean towards the unwell, `c` where the two
 * are equally far in their own standard deviations. Unwell 40 (7.5) and well 60 (7.5) give 55, 45 and 50.
 */
export const cutoffsOf = (
  unwell: Group,
  well: Group,
): { readonly a: number; readonly b: number; readonly c: number } => {
  const side = well.mean >= unwell.mean ? 1 : -1;
  return {
    a: unwell.mean + side * 2 * unwell.sd,
    b: well.mean - side * 2 * well.sd,
    c: (well.sd * unwell.mean + unwell.sd * well.mean) / (well.sd + unwell.sd),
  };
};

/**
 * How well the mean of `k` sittings repeats itself when one has reliability `r` (Spearman 1910, Br J Psychol 3:271-295;
 * Brown 1910, 3:296-322). Eight prompts of .56 reach .91.
 */
export const averagedReliability = (r: number, k: number): number => (k * r) / (1 + (k - 1) * r);
