/** Shows each questionnaire over time, with the band of ordinary wobble. */
import { useMemo } from "preact/hooks";
import { Card } from "../../parts/card.tsx";
import { useEngine } from "../engine-context.tsx";
import { measureFindings } from "./all-measures.ts";
import { DrawnFigure } from "./said-figure.tsx";

/** A card for each, and none before the first answer: nobody has to answer anything. */
export const MeasuresCards = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const found = useMemo(() => measureFindings(state, today, "name"), [state, today]);
  return (
    <>
      {found.map(({ id, said, figure }) => (
        <Card key={id} title={said.title}>
          <DrawnFigure said={said} figure={figure} />
        </Card>
      ))}
    </>
  );
};
