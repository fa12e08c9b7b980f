/**
 * Leads from a belief to the tries that speak to it, and to steps that would.
 *
 * A suggestion is a step of the catalogue like any other: its own page asks who, and whether it is safe.
 */
import { experiments, type Belief } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { commonBelief } from "./belief-words.ts";
import { speakingTo, stepsFor } from "./to-test.ts";

/** Tries link themselves: whoever predicted one named the belief. */
export const PutToTest = ({ belief }: { readonly belief: Belief }) => {
  const engine = useEngine();
  const today = engine.today();
  // Not over yet, or over before it was fixed what would count: the rest stands with the moments.
  const speaking = speakingTo(belief, experiments(engine.state.value));
  return (
    <Card title={t("beliefs.testsTitle")}>
      {/* A test that is agreed on afterwards always confirms, so the order is named; nothing is locked. */}
      <Soft>{t(belief.test === null ? "beliefs.testsNeedCounts" : "beliefs.testsLead")}</Soft>
      {speaking.length === 0 ? null : (
        <Stack gap={1}>
          <h3>{t("beliefs.testsSpeak")}</h3>
          <Entries label={t("beliefs.testsSpeak")}>
            {speaking.map(({ id, plan, outcome }) => (
              <Entry
                key={id}
                title={plan.title}
                detail={daySaid(plan.day, today)}
                aside={t(outcome === null ? "beliefs.testsOpen" : "beliefs.testsOver")}
                onPress={() => go("ask", id)}
              />
            ))}
          </Entries>
        </Stack>
      )}
      <Stack gap={1}>
        <h3>{t(commonBelief(belief.id) === null ? "beliefs.testsOwn" : "beliefs.testsSteps")}</h3>
        <Entries label={t("beliefs.testsSteps")}>
          {stepsFor(belief).map(({ id, title }) => (
            <Entry key={id} title={title} onPress={() => go("step", id)} />
          ))}
        </Entries>
      </Stack>
    </Card>
  );
};
