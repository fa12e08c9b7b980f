/** Applies the list of agreed exceptions: each has an owner, an end and an exact count, and the list may only shrink. */
import type { Finding } from "./tree.ts";

/** One agreed exception: exactly `count` findings of `rule` in `path` are let through until the day `until`. */
export interface Exception {
  readonly rule: string;
  readonly path: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly why: string;
  readonly count: number;
}

/** The list, and the most findings that it may ever let through; lower it whenever the sum is lower. */
export interface ExceptionList {
  readonly ceiling: number;
  readonly exceptions: readonly Exception[];
}

const listPath = "tools/check/exceptions.json";

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const textField = (value: unknown, name: string): string => {
  const found = field(value, name);
  if (typeof found !== "string" || found === "") throw new Error(`an exception has no ${name}`);
  return found;
};

const countField = (value: unknown, name: string): number => {
  const found = field(value, name);
  if (typeof found !== "number" || !Number.isInteger(found) || found < 0) throw new Error(`${name} is no whole number`);
  return found;
};

/** Reads the list; an entry without one of its fields is our bug and throws. */
export const parseExceptions = (text: string): ExceptionList => {
  const json: unknown = JSON.parse(text);
  const listed = field(json, "exceptions");
  if (!Array.isArray(listed)) throw new Error("there is no list of exceptions");
  const exceptions = listed.map((entry: unknown) => ({
    rule: textField(entry, "rule"),
    path: textField(entry, "path"),
    owner: textField(entry, "owner"),
    until: textField(entry, "until"),
    why: textField(entry, "why"),
    count: countField(entry, "count"),
  }));
  return { ceiling: countField(json, "ceiling"), exceptions };
};

const about = (message: string): Finding => ({ rule: "exceptions", path: listPath, line: 1, message });

const judge = (exception: Exception, found: number, today: string): string | null => {
  const name = `${exception.rule} in ${exception.path}`;
  if (exception.until < today) return `${name} ended on ${exception.until}`;
  if (found === 0) return `${name} is not needed any more: take it out`;
  return found < exception.count ? `${name} needs only ${found} of ${exception.count}: lower it` : null;
};

/**
 * What is left of `findings`, and what is wrong with the list itself. `today` is `YYYY-MM-DD`.
 * More findings than agreed leave all of them standing, so that the new one can be seen.
 */
export const applyExceptions = (
  findings: readonly Finding[],
  list: ExceptionList,
  today: string,
): readonly Finding[] => {
  const matching = (exception: Exception): readonly Finding[] =>
    findings.filter(({ rule, path }) => rule === exception.rule && path === exception.path);
  const faults = list.exceptions.flatMap((exception) => {
    const fault = judge(exception, matching(exception).length, today);
    return fault === null ? [] : [about(fault)];
  });
  const agreed = list.exceptions.reduce((sum, { count }) => sum + count, 0);
  const over = agreed === list.ceiling ? [] : [about(`the counts sum to ${agreed}, the ceiling says ${list.ceiling}`)];
  const excused = new Set(
    list.exceptions
      .filter((exception) => exception.until >= today && matching(exception).length <= exception.count)
      .flatMap(matching),
  );
  return [...findings.filter((finding) => !excused.has(finding)), ...faults, ...over];
};
