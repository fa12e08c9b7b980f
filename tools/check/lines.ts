/** Holds the help lines to a date: a number that nobody has looked at for long may be dead. */
import { lineAt } from "./source.ts";
import { sourcesWhere, type Finding, type Rule } from "./tree.ts";

/** Days after which a checked number has to be checked again (`safety.md` 4.7). */
const most = 90;
const dayMs = 86_400_000;

const path = "packages/content/catalogue/help-lines.ts";

/** Every day of checking in the table, and where it stands. */
const daysIn = (text: string): readonly { readonly day: string; readonly at: number }[] =>
  [...text.matchAll(/\bcheckedOn: "([^"]*)"/g)].map((match) => ({ day: match[1] ?? "", at: match.index }));

/** Lines that nobody has checked carry no day, and are shown as unchecked: they cannot grow old, only be doubted. */
export const freshLines: Rule = {
  name: "fresh help lines",
  holds: `every checked help line was checked within ${most} days, and none on a day that has not come`,
  check: (tree) =>
    sourcesWhere(tree, (file) => file === path).flatMap((source) =>
      daysIn(source.text).flatMap(({ day, at }): readonly Finding[] => {
        const age = (Date.parse(tree.today) - Date.parse(day)) / dayMs;
        if (age >= 0 && age <= most) return [];
        const message = age < 0 ? `${day} has not come yet` : `was checked on ${day}: call it, and write down the day`;
        return [{ rule: "fresh help lines", path, line: lineAt(source, at), message }];
      }),
    ),
};
