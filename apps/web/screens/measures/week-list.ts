/** Says what was counted of a week, in one list. */
import type { WeekCounted } from "@belay/domain";
import { listed } from "../shifts/shift-words.ts";
import { t } from "../words.ts";
import { counts } from "./answers.ts";

/** The counts that were said, with their numbers; what was left is left out. */
export const weekList = (week: WeekCounted): string => {
  const said = counts.flatMap((count) => {
    const n = week[count];
    return n === null ? [] : [t(`change.did.${count}`, { n })];
  });
  return listed(week.alone === null ? said : [...said, t("measuring.alone", { n: week.alone })]);
};
