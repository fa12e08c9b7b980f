/** Shows the ladder: every step one can take, the near ones first, none of them due. */
import { experiments, ownSteps, settings, strands } from "@belay/domain";
import { fewTries } from "@belay/guidance";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Chip, ChipGroup } from "../../parts/chip.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { atAGlance, ladder, type Filter } from "./ladder.ts";
import { Rungs } from "./rungs.tsx";
import { allSteps } from "./step-text.ts";

/** Touch is opt-in. */
const Touch = () => {
  const save = useSave();
  return (
    <Card tone="sunk">
      <Row spread gap={1}>
        <Soft>{t("steps.touchOff")}</Soft>
        <Button
          small
          kind="quiet"
          busy={save.busy}
          onPress={() =>
            void save.run({ kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: true })
          }
        >
          {t("steps.touchOn")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Card>
  );
};

/** The id of the place may name a filter: `alone`, or a strand. */
export const Steps = ({ id }: ScreenProps) => {
  const engine = useEngine();
  const state = engine.state.value;
  const filters: readonly Filter[] = ["all", ...strands, "alone"];
  const [filter, setFilter] = useState<Filter>(filters.find((one) => one === id) ?? "all");
  const [all, setAll] = useState(false);
  const { touch } = settings(state);
  const own = ownSteps(state).map((step) => step.id);
  const resting = engine.stepOffer([]).kind === "rest";
  const steps = allSteps(state, touch);
  const rungs = ladder(steps, filter, { looks: engine.hardness, resting }, experiments(state));
  const tries = steps[0] === undefined ? 0 : (engine.hardness(steps[0])?.tries ?? 0);
  // A hundred rungs at once help nobody choose.
  const few = atAGlance(rungs);
  const shown = all ? rungs : few;
  const label = (one: Filter): string =>
    one === "all" ? t("steps.all") : one === "alone" ? t("steps.noPerson") : t(`steps.strand.${one}`);
  return (
    <Page eyebrow={t("steps.eyebrow")} title={t("steps.title")}>
      <ChipGroup label={t("steps.filter")} hideLabel>
        {filters.map((one) => (
          <Chip key={one} on={filter === one} onToggle={() => setFilter(one)}>
            {label(one)}
          </Chip>
        ))}
      </ChipGroup>
      {rungs.length === 0 ? (
        <p>{t("steps.none")}</p>
      ) : (
        <Card>
          <Rungs rungs={shown} own={own} />
          {few.length === rungs.length ? null : (
            <Row>
              <Button small kind="quiet" expanded={all} onPress={() => setAll(!all)}>
                {all ? t("steps.fewer") : t("steps.whole", { n: rungs.length })}
              </Button>
            </Row>
          )}
          <Soft>{t("steps.ladderNote")}</Soft>
          <Soft>{t(tries < fewTries ? "steps.ladderFew" : "steps.ladderTries", { tries })}</Soft>
        </Card>
      )}
      <Row>
        <Button icon="plus" onPress={() => go("own-step")}>
          {t("steps.add")}
        </Button>
      </Row>
      {touch ? null : <Touch />}
    </Page>
  );
};
