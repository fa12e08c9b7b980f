/** Takes every questionnaire and every counted week out of the record and says how they went. */
import type { LocalDay } from "@belay/basics";
import { person, sittings, weeksCounted, type State } from "@belay/domain";
import type { Section } from "../../parts/document-shape.ts";
import { t } from "../words.ts";
import { measureSection, measuresSaid, type MeasureSaid } from "./measure-figures.ts";
import { weekSections } from "./week-figures.ts";

/** Every questionnaire over time. Somebody it is about is called by `name`, or for others by their `role` alone. */
export const measureFindings = (state: State, today: LocalDay, called: "name" | "role"): readonly MeasureSaid[] =>
  measuresSaid(sittings(state), today, (id) => {
    const found = person(state, id);
    if (found === null) return t("change.somebody");
    return called === "name" ? found.nickname : t(`steps.role.${found.role}`);
  });

/** Sections `measures:<instrument>`, `weeks` and `weeks:alone`; they name nobody. */
export const measureFigures = (state: State, today: LocalDay): readonly Section[] => [
  ...measureFindings(state, today, "role").map(measureSection),
  ...weekSections(weeksCounted(state), today),
];
