/** Draws one line of the plan, with a word beside it where the person noted since that somebody in it is not safe. */
import { keptFrom, person as findPerson, type PlanLine } from "@belay/domain";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";

/** The line stays as it was written: what becomes of it is the person's to say. */
export const LineText = ({ line }: { readonly line: PlanLine }) => {
  const state = useEngine().state.value;
  const named = line.person === null ? null : findPerson(state, line.person);
  return (
    <>
      <span dir="auto">{line.text}</span>
      {named !== null && keptFrom(named) ? <Soft>{t("plan.unsafe", { name: named.nickname })}</Soft> : null}
    </>
  );
};
