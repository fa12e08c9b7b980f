/** Says how likely it is that somebody reaches further than four weeks ago, and how little that may be. */
import { enoughForReach, type Risen } from "@belay/guidance";
import { Card } from "../../parts/card.tsx";
import { Figure } from "../../parts/charts/figure.tsx";
import { ShareBars } from "../../parts/charts/share-bars.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { chanceWords } from "./said-figures.ts";

const Estimate = ({ risen }: { readonly risen: Risen }) => {
  const { id, chance } = chanceWords(risen.chance);
  const [reach, low, high] = risen.reach;
  const chanceSaid = t("evidence.inHundred", { n: chance });
  const reachSaid = t("evidence.ofHundred", { n: Math.round(reach) });
  const range = t("evidence.reachRange", { low: Math.round(low), high: Math.round(high) });
  return (
    <Figure
      sentence={t(id, { chance })}
      note={<p>{t("evidence.reachNote", { n: risen.tries })}</p>}
      numbers={{
        caption: t("evidence.reachTable"),
        columns: [t("evidence.colWhat"), t("evidence.colShare"), t("evidence.colRange")],
        rows: [
          { id: "chance", cells: [t("evidence.reachChance"), chanceSaid, t("evidence.none")] },
          { id: "reach", cells: [t("evidence.reachNow"), reachSaid, range] },
        ],
      }}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      <ShareBars
        bars={[
          { label: t("evidence.reachChance"), share: chance / 100, words: chanceSaid, look: "hatched" },
          {
            label: t("evidence.reachNow"),
            share: reach / 100,
            words: reachSaid,
            aside: range,
            look: "full",
            range: [low / 100, high / 100],
          },
        ]}
      />
    </Figure>
  );
};

/**
 * The card comes once the guide has read the record; below ten tries that told how they felt it says so and shows no
 * number.
 */
export const ReachCard = ({ tried }: { readonly tried: boolean }) => {
  const risen = useEngine().risen();
  if (risen === null || !tried) return null;
  return (
    <Card title={t("evidence.reachTitle")}>
      {risen.tries < enoughForReach ? (
        <Soft>{t("evidence.reachFew", { n: risen.tries })}</Soft>
      ) : (
        <Estimate risen={risen} />
      )}
    </Card>
  );
};
