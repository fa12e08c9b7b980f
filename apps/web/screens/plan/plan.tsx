/**
 * Shows the safety plan: to be read in a hard hour, to be written in a calm one.
 *
 * Once there is a line it opens for reading, without a field or a question in the way. Opening it is recorded nowhere.
 */
import { planParts, safetyPlan, type PlanLine } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Printed } from "../../parts/printed.tsx";
import { useEngine } from "../engine-context.tsx";
import { printPage } from "../mine/print-page.ts";
import { back, go } from "../navigation.ts";
import { t } from "../words.ts";
import { LineText } from "./line.tsx";
import { PlanPartCard } from "./part.tsx";
import { filledParts } from "./plan-form.ts";
import css from "./plan.module.css";
import { SharePlan } from "./share.tsx";

/** The plan itself, on the screen and on paper; parts that hold nothing are left out. */
const Read = ({ lines }: { readonly lines: readonly PlanLine[] }) => (
  <Printed>
    <div class={css["parts"]}>
      {filledParts(lines).map(({ part, lines: its }) => (
        <section key={part}>
          <h2>{t(`plan.part.${part}`)}</h2>
          <ul class={css["lines"]}>
            {its.map((line) => (
              <li key={line.id}>
                <LineText line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Printed>
);

/** To Help now, which comes before any plan. */
const NowCard = () => (
  <Card tone="sunk">
    <Row spread gap={1}>
      <Soft>{t("plan.now")}</Soft>
      <Button onPress={() => go("help")}>{t("plan.help")}</Button>
    </Row>
  </Card>
);

/** The screen. */
export const Plan = () => {
  const lines = safetyPlan(useEngine().state.value);
  const [writing, setWriting] = useState(lines.length === 0);
  const toBack = { label: t("shell.back"), onBack: back };
  if (writing)
    return (
      <Page key="writing" title={t("plan.title")} lead={t("plan.leadEmpty")} back={toBack}>
        <NowCard />
        {planParts.map((part) => (
          <PlanPartCard key={part} part={part} />
        ))}
        <Soft>{t("plan.kept")}</Soft>
        <Row>
          <Button kind="primary" onPress={() => (lines.length === 0 ? back() : setWriting(false))}>
            {t("plan.done")}
          </Button>
        </Row>
      </Page>
    );
  return (
    <Page key="reading" title={t("plan.title")} lead={t("plan.lead")} back={toBack}>
      <Read lines={lines} />
      <Row>
        <Button onPress={() => go("help")}>{t("plan.help")}</Button>
        <Button onPress={() => setWriting(true)}>{t("plan.edit")}</Button>
        <Button kind="quiet" onPress={printPage}>
          {t("plan.print")}
        </Button>
      </Row>
      <Soft>{t("plan.printHint")}</Soft>
      <SharePlan lines={lines} />
      <Soft>{t("plan.kept")}</Soft>
    </Page>
  );
};
