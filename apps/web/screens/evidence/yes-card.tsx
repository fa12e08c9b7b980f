/** Sets the expected share of yes beside the actual one. */
import type { Evidence } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { ShareBars } from "../../parts/charts/share-bars.tsx";
import { t } from "../words.ts";
import { SaidFigure } from "./said-figure.tsx";
import { yesBars, yesSaid } from "./said.ts";

/** With too few answers the share is said as a count, and its range is wide for all to see. */
export const YesCard = ({ found }: { readonly found: Evidence }) => {
  const said = yesSaid(found);
  const { share, expected, actual, range } = yesBars(found);
  return (
    <Card title={said.title}>
      <SaidFigure first said={said}>
        <ShareBars
          bars={[
            { label: t("evidence.expected"), share: found.expectedYes, words: expected, look: "hatched" },
            {
              label: t("evidence.happened"),
              share,
              words: actual,
              aside: range,
              look: "full",
              range: found.interval90,
            },
          ]}
        />
      </SaidFigure>
    </Card>
  );
};
