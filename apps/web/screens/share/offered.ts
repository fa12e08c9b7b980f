/** Gathers everything that can be ticked: the figures of Evidence, and the two closer things, made on the spot. */
import type { LocalDay } from "@belay/basics";
import { safetyPlan, sittings, type State } from "@belay/domain";
import type { Section } from "../../parts/document-shape.ts";
import { daySaid } from "../day-said.ts";
import { measureFindings } from "../evidence/all-measures.ts";
import { allSections } from "../evidence/sections.ts";
import { t } from "../words.ts";
import { closer } from "./share-form.ts";

/** The lines of the safety plan as a table, or nothing where there is none. */
const planSection = (state: State): readonly Section[] => {
  const lines = safetyPlan(state);
  if (lines.length === 0) return [];
  return [
    {
      id: closer.plan,
      title: t("share.planTitle"),
      sentences: [],
      figure: null,
      table: {
        caption: t("share.planTable"),
        columns: [t("share.planPart"), t("share.planLine")],
        rows: lines.map(({ part, text }) => [t(`plan.part.${part}`), text.slice(0, 600)]),
      },
    },
  ];
};

/** Place of question 9 among the answers to the PHQ-9, in the published order. */
const ninth = 8;

/** What was answered to question 9, day by day; a sitting without an answer to it has no row. */
const item9Section = (state: State, today: LocalDay): readonly Section[] => {
  const rows = sittings(state)
    .filter(({ instrument }) => instrument === "phq9")
    .flatMap(({ day, answers }) => {
      const answer = answers?.[ninth];
      return answer === null || answer === undefined ? [] : [[daySaid(day, today), t("share.item9Of", { n: answer })]];
    });
  if (rows.length === 0) return [];
  return [
    {
      id: closer.item9,
      title: t("share.item9Title"),
      sentences: [t("share.item9Said")],
      figure: null,
      table: { caption: t("share.item9Table"), columns: [t("share.day"), t("share.answer")], rows: rows.slice(-60) },
    },
  ];
};

/** What to tick a section by: on this device somebody has their own name, since two friends are alike on the page. */
export const labelsOf = (state: State, today: LocalDay): ReadonlyMap<string, string> =>
  new Map(measureFindings(state, today, "name").map(({ id, said }) => [id, said.title]));

/** Everything there is something in, in the order in which it stands on the page. */
export const offeredSections = (
  state: State,
  today: LocalDay,
): { readonly figures: readonly Section[]; readonly closer: readonly Section[] } => ({
  figures: allSections(state, today),
  closer: [...planSection(state), ...item9Section(state, today)],
});
