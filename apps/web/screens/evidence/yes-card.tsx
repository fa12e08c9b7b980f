/** Sets the expected share of yes beside the actual one. */
import type { Evidence } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import type { Numbers } from "../../parts/charts/table.tsx";
import { ShareBars } from "../../parts/charts/share-bars.tsx";
import { t } from "../words.ts";
import { whole, yesSentence } from "./figures.ts";

/** The same numbers as the bars, with how many each rests on. */
const table = (found: Evidence, expected: string, actual: string, range: string | undefined): Numbers => ({
  caption: t("evidence.yesTable"),
  columns: [t("evidence.colWhat"), t("evidence.colShare"), t("evidence.colRange"), t("evidence.colCount")],
  rows: [
    { id: "expected", cells: [t("evidence.expected"), expected, t("evidence.none"), String(found.n)] },
    { id: "happened", cells: [t("evidence.happened"), actual, range ?? t("evidence.none"), String(found.total)] },
  ],
});

/** With too few answers the share is said as a count, and its range is wide for all to see. */
export const YesCard = ({ found }: { readonly found: Evidence }) => {
  const { id, ...numbers } = yesSentence(found);
  const guess = whole(found.expectedYes);
  const expected = guess === null ? t("evidence.noGuess") : t("evidence.percent", { n: guess });
  const actualShare = found.total === 0 ? null : found.yes / found.total;
  const actual = found.tooFew
    ? t("evidence.ofTotal", { yes: found.yes, total: found.total })
    : t("evidence.percent", { n: whole(actualShare) ?? 0 });
  const interval = found.interval90;
  const range =
    interval === null
      ? undefined
      : t("evidence.likely", { low: whole(interval[0]) ?? 0, high: whole(interval[1]) ?? 0 });
  const note = t("evidence.yesNote", { total: found.total });
  return (
    <Card title={t("evidence.yesTitle")}>
      <Figure
        first
        sentence={t(id, { ...numbers, yes: found.yes, total: found.total })}
        note={
          <>
            <p>{note}</p>
            {found.n === found.total || found.n === 0 ? null : (
              <p>{t("evidence.yesNoteGuess", { n: found.n, total: found.total })}</p>
            )}
          </>
        }
        numbers={table(found, expected, actual, range)}
        showText={t("evidence.show")}
        hideText={t("evidence.hide")}
      >
        <ShareBars
          bars={[
            { label: t("evidence.expected"), share: found.expectedYes, words: expected, look: "hatched" },
            {
              label: t("evidence.happened"),
              share: actualShare,
              words: actual,
              aside: range,
              look: "full",
              range: interval,
            },
          ]}
        />
      </Figure>
    </Card>
  );
};
