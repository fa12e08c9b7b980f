/**
 * Shows one person: what was tried together, what was seen, how safe it feels.
 *
 * The order is that of use: something to begin, what became of it, what was seen, and only then ratings and changes.
 * For somebody no step goes to, the page keeps to that and to what happened.
 */
import { person as findPerson, strands, type Person as PersonShown } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { Screening } from "../try/screening.tsx";
import { t } from "../words.ts";
import { Askables } from "./askables.tsx";
import { Asked } from "./asked.tsx";
import { Between } from "./between.tsx";
import { ChangePerson } from "./change-person.tsx";
import { Ease } from "./ease.tsx";
import { NewPerson } from "./new-person.tsx";
import { noSteps, restsNow } from "./no-steps.ts";
import { newPersonId } from "./place-ids.ts";
import { OffersOf } from "./offers.tsx";
import { SafetyRating } from "./safety-rating.tsx";
import { Seen } from "./seen.tsx";

/** Why no step goes to somebody, in words that take the person's side. */
const Stopped = ({ person }: { readonly person: PersonShown }) => (
  <Card tone="sunk" title={t("circle.unsafeTitle", { name: person.nickname })}>
    <p>{t(person.harmed ? "circle.harmText" : person.safety === "unsafe" ? "circle.unsafeText" : "circle.hurtText")}</p>
    <div>
      <Button small kind="quiet" onPress={() => go("help")}>
        {t("circle.unsafeHelp")}
      </Button>
    </div>
  </Card>
);

/** What can be begun with somebody now. */
const Begin = ({ person }: { readonly person: PersonShown }) => {
  const today = useEngine().today();
  if (noSteps(person)) return <Stopped person={person} />;
  // "Not this month" holds here as it does for the guidance: asked once, kept for all.
  if (person.restUntil !== null && restsNow(person, today)) {
    return <p>{t("circle.rest", { name: person.nickname, day: daySaid(person.restUntil, today) })}</p>;
  }
  return (
    <div>
      <Button kind="primary" onPress={() => go("try", `~${person.id}`)}>
        {t("circle.ask", { name: person.nickname })}
      </Button>
    </div>
  );
};

/** A strand whose questions are answered anew. */
type Again = PersonShown["screens"][number]["strand"];

/** Earlier answers to the questions before a first step; they change only when the person answers anew. */
const Screens = ({ person, onAgain }: { readonly person: PersonShown; readonly onAgain: (strand: Again) => void }) => {
  const today = useEngine().today();
  if (person.screens.length === 0) return null;
  return (
    <Fold title={t("circle.screens")}>
      <Stack gap={1}>
        {person.screens.toReversed().map(({ id, day, strand, answers }) => (
          <p key={id}>
            {t("circle.screenLine", {
              day: daySaid(day, today),
              strand: t(`steps.strandIs.${strand}`),
              stops: Object.values(answers).filter((answer) => answer === "yes").length,
            })}
          </p>
        ))}
      </Stack>
      <Soft>{t("circle.screenAgainText")}</Soft>
      <Row gap={1}>
        {strands
          .filter((strand) => person.screens.some((one) => one.strand === strand))
          .map((strand) => (
            <Button key={strand} small kind="quiet" onPress={() => onAgain(strand)}>
              {t("circle.screenAgain", { strand: t(`steps.strandIs.${strand}`) })}
            </Button>
          ))}
      </Row>
    </Fold>
  );
};

/** One person by id; with the id `~new` the form for somebody new. */
export const Person = ({ id }: ScreenProps) => {
  const engine = useEngine();
  const [again, setAgain] = useState<Again | null>(null);
  if (id === newPersonId) return <NewPerson />;
  const person = id === null ? null : findPerson(engine.state.value, id);
  const toCircle = { label: t("circle.back"), onBack: back };
  // Somebody taken off keeps a page, since tries and moments still lead here.
  if (person === null || person.removed) {
    return (
      <Page
        title={t("circle.gone")}
        lead={person === null ? t("circle.goneText") : t("circle.removed", { name: person.nickname })}
        back={toCircle}
      >
        {person === null ? null : <Asked person={person} />}
      </Page>
    );
  }
  if (again !== null) {
    const done = (): void => setAgain(null);
    const step = { strand: again, disclosure: "none", touch: false } as const;
    return <Screening person={person} step={step} onBack={done} onClear={done} onSomeoneElse={done} />;
  }
  const eyebrow = t("circle.personEyebrow", {
    role: t(`steps.role.${person.role}`),
    ring: t(`circle.at.${person.ring}`),
  });
  const stopped = noSteps(person);
  return (
    <Page key={person.id} eyebrow={eyebrow} title={person.nickname} back={toCircle}>
      <Begin person={person} />
      <Asked person={person} />
      {stopped && person.observations.length === 0 ? null : <Seen person={person} />}
      {stopped ? null : (
        <>
          <OffersOf person={person} />
          <Askables person={person} />
        </>
      )}
      <Between person={person} />
      {stopped ? null : <Ease person={person} />}
      <SafetyRating person={person} />
      <div>
        <Screens person={person} onAgain={setAgain} />
        <ChangePerson person={person} />
      </div>
      <LessonHere moment="person" />
    </Page>
  );
};
