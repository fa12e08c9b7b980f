/** Sends the person out of the app: what was planned is done elsewhere. */
import type { Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { MessageTaken } from "../care/first-message.tsx";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { back, go } from "../navigation.ts";
import { stepWords } from "../steps/step-text.ts";
import { withName } from "../steps/step-words.ts";
import { t } from "../words.ts";
import { CantSend } from "./cant-send.tsx";
import { Expected } from "./expected.tsx";
import { Slip } from "./slip.tsx";

/** For steps that are done or let happen, not written. */
export const GoDo = ({ experiment }: { readonly experiment: Experiment }) => {
  const state = useEngine().state.value;
  const words = stepWords(experiment.plan.step);
  const name = experiment.person === null ? null : nameOf(state, experiment.person);
  return (
    <Page
      eyebrow={experiment.plan.title}
      title={t("ask.goTitle")}
      lead={t("ask.goLead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {/* A step of one's own has no words beyond its title. */}
      {words === null ? null : (
        <Stack gap={2}>
          <p>{words.how}</p>
          {words.example === "" ? null : <Slip words={withName(words.example, name)} />}
        </Stack>
      )}
      <MessageTaken step={experiment.plan.step} />
      <Card tone="sunk">
        <Expected experiment={experiment} />
      </Card>
      <Row>
        <Button kind="primary" onPress={() => go("outcome", experiment.id)}>
          {t("ask.goDone")}
        </Button>
        <Button onPress={() => go("today")}>{t("ask.goLater")}</Button>
        <CantSend experiment={experiment} />
      </Row>
    </Page>
  );
};
