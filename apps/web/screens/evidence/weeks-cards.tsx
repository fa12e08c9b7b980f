/** Shows one's own counts week by week, and how much was carried alone. */
import { weeksCounted } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Drawn } from "../../parts/document-figures.tsx";
import { Stack } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { drawnWords } from "./drawn-words.ts";
import { Since } from "./since.tsx";
import { DrawnFigure, SaidFigure } from "./said-figure.tsx";
import { aloneSaid, weeksSaid } from "./week-figures.ts";
import css from "./weeks-cards.module.css";

/** Each count by itself, all on one scale; a week that was not counted is an empty place. */
export const WeeksCards = () => {
  const engine = useEngine();
  const weeks = weeksCounted(engine.state.value);
  const [counts, alone] = [weeksSaid(weeks, engine.today()), aloneSaid(weeks, engine.today())];
  return (
    <>
      {counts === null ? null : (
        <Card title={counts.said.title}>
          <SaidFigure
            said={counts.said}
            more={[counts.drawn === counts.total ? null : t("change.weeksNewest", { n: counts.drawn })]}
          >
            <Stack gap={2}>
              {counts.bars.map(({ id, label, most, figure }, index) => (
                <div key={id}>
                  <p>
                    <span class={css["count"]}>{label}</span>{" "}
                    <span class={css["most"]}>{t("change.mostInWeek", { n: most })}</span>
                  </p>
                  <Drawn
                    figure={figure}
                    words={index === counts.bars.length - 1 ? drawnWords() : { ...drawnWords(), noAnswer: "" }}
                  />
                </div>
              ))}
            </Stack>
          </SaidFigure>
        </Card>
      )}
      {alone === null ? null : (
        <Card title={alone.said.title}>
          <DrawnFigure said={alone.said} figure={alone.figure} />
          <Since weeks={weeks} />
        </Card>
      )}
    </>
  );
};
