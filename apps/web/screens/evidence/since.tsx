/** Asks for a day on which something began, and sets the weeks before and since side by side. */
import { parseDay } from "@belay/basics";
import { DateField } from "../../parts/field.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { phasesSaid, weeksForPhases } from "./phase-figures.ts";
import { DrawnFigure } from "./said-figure.tsx";
import type { WeekGiven } from "./week-figures.ts";

type SinceForm = { readonly since: string };

/** Not there before five weeks on each side are possible. The day stays on this device, as drafts do. */
export const Since = ({ weeks }: { readonly weeks: readonly WeekGiven[] }) => {
  const today = useEngine().today();
  const draft = useDraft<SinceForm>("evidence/since", { since: "" });
  const [first] = weeks;
  if (first === undefined || weeks.filter(({ alone }) => alone !== null).length < weeksForPhases) return null;
  const day = parseDay(draft.form.since);
  const found = day.ok ? phasesSaid(weeks, day.value, today) : null;
  return draft.ready ? (
    <>
      <DateField
        label={t("change.sinceLabel")}
        value={draft.form.since}
        min={first.day}
        last={today}
        onInput={(since) => draft.change({ since })}
      />
      <Soft>{t("change.sinceHint")}</Soft>
      {found === null ? null : <DrawnFigure said={found.said} figure={found.figure} />}
    </>
  ) : null;
};
