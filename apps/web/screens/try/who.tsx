/** Chooses whom a step goes to, or adds somebody in two fields. */
import { firstWays } from "@belay/content";
import { asksAgain, lastPerson, people, stopsFor, type Person, type StepSpec } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { dayWords, t } from "../words.ts";
import { addCommand, candidates, emptyWho, rolesFor, someoneNew, type Candidate, type WhoForm } from "./who-form.ts";

/** What is said beside a name, if anything. */
const detailOf = ({ person, stop, last }: Candidate, today: string): string | undefined => {
  if (stop === "stopped") return t("who.detailStopped");
  if (person.restUntil !== null && person.restUntil >= today)
    return t("who.detailRest", { day: dayWords(person.restUntil) });
  return last ? t("who.detailLast") : t(`steps.role.${person.role}`);
};

/** A nickname and a role; the ring can come later. */
const AddSomeone = ({
  draft,
  step,
  tried,
}: {
  readonly draft: Draft<WhoForm>;
  /** Its roles are the ones that can be chosen. */
  readonly step: StepSpec;
  /** The form was sent once, so what is missing may be said. */
  readonly tried: boolean;
}) => {
  const { form, change } = draft;
  return (
    <Card>
      <Field
        label={t("who.nickname")}
        hint={t("who.nicknameHint")}
        max={120}
        value={form.nickname}
        error={tried && form.nickname.trim() === "" ? t("who.nicknameMissing") : undefined}
        onInput={(nickname) => change({ nickname })}
      />
      <Choice
        label={t("who.role")}
        options={rolesFor(step).map((role) => ({ value: role, label: t(`steps.role.${role}`) }))}
        value={rolesFor(step).find((role) => role === form.role) ?? null}
        error={tried && form.role === "" ? t("who.roleMissing") : undefined}
        onChange={(role) => change({ role })}
      />
    </Card>
  );
};

/** For somebody who has no one to ask yet: real ways on, not a dead end. */
const NoOne = ({ onBack }: { readonly onBack: () => void }) => (
  <Page key="no-one" title={t("who.noOneTitle")} lead={t("who.noOneText")} back={{ label: t("shell.back"), onBack }}>
    {firstWays.map((way) => (
      <Card key={way.id} title={way.title}>
        <p>{way.text}</p>
        <Row>
          <Button small onPress={() => go("step", way.step)}>
            {t("who.noOneOpen")}
          </Button>
        </Row>
      </Card>
    ))}
    <Row>
      <Button onPress={() => go("steps", "alone")}>{t("who.noOneSteps")}</Button>
      <Button onPress={() => go("help")}>{t("who.noOneLines")}</Button>
    </Row>
  </Page>
);

/**
 * `onChosen` is told the person's id once they are on the circle for good. Whoever was asked last stands behind the
 * others: one person should not become the only one.
 */
export const Who = ({ step, onChosen }: { readonly step: StepSpec; readonly onChosen: (person: string) => void }) => {
  const engine = useEngine();
  const save = useSave();
  const draft = useDraft<WhoForm>(`who/${step.id}`, emptyWho);
  const [tried, setTried] = useState(false);
  const [noOne, setNoOne] = useState(false);
  const state = engine.state.value;
  const known = candidates(
    people(state),
    step,
    (person) => stopsFor(state, person, step.strand, asksAgain(step)),
    lastPerson(state),
  );
  const { form } = draft;
  // With nobody on the circle yet, the two fields are all there is: no list, no extra press.
  const adding = known.length === 0 || form.pick === someoneNew;
  const chosen: Person | undefined = known.find(({ person }) => person.id === form.pick)?.person;
  const next = async (): Promise<void> => {
    setTried(true);
    if (!adding) {
      if (chosen !== undefined) onChosen(chosen.id);
      return;
    }
    const command = addCommand(form);
    const ids = command === null ? null : await save.run(command);
    const added = ids?.[0];
    if (added === undefined) return;
    // Only now: a name that was not saved has to stay in its field.
    draft.drop();
    onChosen(added);
  };
  if (noOne) return <NoOne onBack={() => setNoOne(false)} />;
  if (!draft.ready) return null;
  return (
    <Page
      key="who"
      eyebrow={t("who.eyebrowStep", { title: step.title })}
      title={t("who.title")}
      lead={t(known.length === 0 ? "who.leadFirst" : "who.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      {known.length === 0 ? null : (
        <Choice
          label={t("who.list")}
          hideLabel
          stacked
          options={[
            ...known.map((one) => ({
              value: one.person.id,
              label: one.person.nickname,
              detail: detailOf(one, engine.today()),
            })),
            { value: someoneNew, label: t("who.other") },
          ]}
          value={form.pick === "" ? null : form.pick}
          error={tried && !adding && chosen === undefined ? t("who.pickMissing") : undefined}
          onChange={(pick) => draft.change({ pick })}
        />
      )}
      {adding ? <AddSomeone draft={draft} step={step} tried={tried} /> : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void next()}>
          {t("who.next")}
        </Button>
        <Button kind="quiet" onPress={() => setNoOne(true)}>
          {t("who.noOne")}
        </Button>
      </Row>
    </Page>
  );
};
