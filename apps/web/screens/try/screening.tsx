/** Asks the safety questions before a step goes to somebody, and stops it calmly where it should. */
import { asksAgain, type Person, type StepSpec } from "@belay/domain";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { go, replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import {
  emptyScreening,
  nameOfQuestion,
  questionsFor,
  repliesIn,
  screenCommand,
  verdictOf,
  type Reply,
  type ScreeningForm,
} from "./screening-form.ts";

/** Who is asked about, for which step, and where each answer leads. */
interface ScreeningProps {
  readonly person: Person;
  /** Its strand and how much it shows decide which questions come, and how often. */
  readonly step: Pick<StepSpec, "strand" | "disclosure" | "touch">;
  /** To the choice of people. */
  readonly onBack: () => void;
  /** The questions were answered without a yes. */
  readonly onClear: () => void;
  /** Another person for the same step. */
  readonly onSomeoneElse: () => void;
}

/** A yes: not this person. Other ways, and nothing to do about it. */
export const Stopped = ({
  name,
  onSomeoneElse,
  children,
}: {
  readonly name: string;
  readonly onSomeoneElse: () => void;
  /** What else there is to do, before the ways on. */
  readonly children?: ComponentChildren;
}) => (
  <Page key="stopped" title={t("screening.stopTitle", { name })} lead={t("screening.stopText")}>
    <p>{t("screening.stopNothing")}</p>
    {children}
    <Stack gap={1}>
      <Button wide onPress={onSomeoneElse}>
        {t("screening.stopElse")}
      </Button>
      <Button wide onPress={() => go("help")}>
        {t("screening.stopLines")}
      </Button>
      <Button wide onPress={() => go("steps", "alone")}>
        {t("screening.stopAlone")}
      </Button>
      <Button wide kind="quiet" onPress={() => replace("today")}>
        {t("screening.stopToday")}
      </Button>
    </Stack>
  </Page>
);

/** Not sure: said back, and left to the person. */
const Unsure = ({
  name,
  onSomeoneElse,
  onGo,
}: {
  readonly name: string;
  /** Another person for the same step. */
  readonly onSomeoneElse: () => void;
  /** Go on in spite of it; the person knows best. */
  readonly onGo: () => void;
}) => (
  <Page key="unsure" title={t("screening.unsureTitle", { name })} lead={t("screening.unsureText")}>
    <Row>
      <Button onPress={onSomeoneElse}>{t("screening.unsureElse")}</Button>
      <Button onPress={onGo}>{t("screening.unsureGo", { name })}</Button>
    </Row>
  </Page>
);

/** Every question needs its own answer: one press for all would answer none of them. */
export const Screening = ({ person, step, onBack, onClear, onSomeoneElse }: ScreeningProps) => {
  const save = useSave();
  const draft = useDraft<ScreeningForm>(`screening/${person.id}/${step.strand}`, emptyScreening);
  const replies = repliesIn(draft.form);
  const [asked, setAsked] = useState(false);
  const [after, setAfter] = useState<"asking" | "stop" | "unsure">("asking");
  const larger = asksAgain(step);
  const name = person.nickname;
  const verdict = verdictOf(person.role, replies);
  const options: readonly { readonly value: Reply; readonly label: string }[] = [
    { value: "yes", label: t("screening.yes") },
    { value: "no", label: t("screening.no") },
    { value: "unsure", label: t("screening.unsure") },
  ];
  const note = async (): Promise<void> => {
    setAsked(true);
    const command = screenCommand(person, step.strand, larger, replies);
    if (command === null || (await save.run(command)) === null) return;
    draft.drop();
    if (verdict === "clear") onClear();
    else setAfter(verdict === "stop" ? "stop" : "unsure");
  };
  if (after === "stop") return <Stopped name={name} onSomeoneElse={onSomeoneElse} />;
  if (after === "unsure") return <Unsure name={name} onSomeoneElse={onSomeoneElse} onGo={onClear} />;
  if (!draft.ready) return null;
  return (
    <Page
      key="questions"
      eyebrow={t("screening.eyebrow", { name })}
      title={t("screening.title")}
      lead={t(step.touch ? "screening.leadTouch" : larger ? "screening.leadAgain" : "screening.lead")}
      back={{ label: t("shell.back"), onBack }}
    >
      <Card>
        <Stack gap={4}>
          {questionsFor(person.role).map(({ id, text }) => (
            <Choice
              key={id}
              label={text}
              options={options}
              value={replies[nameOfQuestion(id)] ?? null}
              onChange={(reply) => draft.change({ [nameOfQuestion(id)]: reply })}
            />
          ))}
        </Stack>
      </Card>
      <Notice urgent tone="care">
        {save.notice !== null ? t(save.notice) : asked && verdict === "missing" ? t("screening.missing") : null}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void note()}>
          {t("screening.next")}
        </Button>
      </Row>
    </Page>
  );
};
