/** The pages after a let-down: naming it, this time or often, an honest record, and what one could say. */
import { beliefCatalogue } from "@belay/content";
import { outcomes, type Experiment, type Outcome } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Press } from "../../parts/press.tsx";
import { useEngine } from "../engine-context.tsx";
import { outcomeWords } from "../names.ts";
import { KindWord } from "../kindness/kind-word.tsx";
import { go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { OwnWords } from "./own-words.tsx";
import type { StageProps } from "./page-props.ts";
import { correctOutcome } from "./records.ts";
import { Saying } from "./saying.tsx";

/** How a yes can fail to happen. */
const ways = ["never", "late", "half", "back"] as const;
/** One time or a pattern. */
const frequencies = ["once", "often", "unknown"] as const;

/** It is named before anything is made of it. */
export const Named = ({ path, experiment, draft }: StageProps) => (
  <>
    <Choice
      label={t("path.named.ask")}
      options={ways.map((value) => ({ value, label: t(`path.named.${value}`) }))}
      value={ways.find((value) => value === draft.form.how) ?? null}
      onChange={(how) => draft.change({ how })}
    />
    <p>{t("path.named.met")}</p>
    <OwnWords draft={draft} />
    <KindWord moment={path} experiment={experiment?.id} />
  </>
);

/** Offers to keep it as one dated sight of the person; never done for them, and never a verdict. */
const NoteSight = ({ person }: { readonly person: NonNullable<StageProps["person"]> }) => {
  const today = useEngine().today();
  const save = useSave();
  // The same sight is not offered twice on one day, also after a reload.
  const noted = person.observations.some(
    ({ quality, seen, on }) => quality === "reliable" && seen === "not-seen" && on === today,
  );
  return (
    <Card title={t("path.often.noteTitle")}>
      <p>{t("path.often.note", { name: person.nickname, quality: t("circle.quality.reliable") })}</p>
      {noted ? null : (
        <div>
          <Button
            busy={save.busy}
            onPress={() =>
              void save.run({
                kind: "circle/observe",
                person: person.id,
                quality: "reliable",
                seen: "not-seen",
                on: today,
                note: "",
              })
            }
          >
            {t("path.often.noteDo")}
          </Button>
        </div>
      )}
      <Notice tone={save.notice === null ? "good" : "care"}>
        {save.notice !== null ? t(save.notice) : noted ? t("path.often.noted") : null}
      </Notice>
    </Card>
  );
};

/** A pattern is knowledge, and guarding oneself from it is no old alarm. */
export const Often = ({ person, draft }: StageProps) => {
  const often = frequencies.find((value) => value === draft.form.often) ?? null;
  return (
    <>
      <Choice
        label={t(person === null ? "path.often.askBare" : "path.often.ask")}
        options={frequencies.map((value) => ({ value, label: t(`path.often.${value}`) }))}
        value={often}
        onChange={(value) => draft.change({ often: value })}
      />
      {often === null ? null : <p>{t(`path.often.${often}Text`)}</p>}
      {person === null ? null : <NoteSight person={person} />}
    </>
  );
};

/** The common thought that every let-down speaks to. */
const thoughtOfLetDowns = "bel-04";

/** The thoughts it was to test, and the common one; weighing has a page of its own. */
const Thoughts = ({ experiment }: { readonly experiment: Experiment | null }) => {
  const named = [...new Set([thoughtOfLetDowns, ...(experiment?.prediction?.beliefs ?? [])])];
  const known = beliefCatalogue.filter(({ id }) => named.includes(id));
  return (
    <Card title={t("path.record.thoughts")}>
      <Soft>{t("path.record.weigh")}</Soft>
      <ul>
        {known.map(({ id, text }) => (
          <li key={id}>
            <Press look="line" onPress={() => go("belief", id)}>
              <span>“{text}”</span>
              <Icon name="next" size={1.1} />
            </Press>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Changes what came back, at a press. A yes that did not happen is counted as what it became. */
const Correct = ({ experiment }: { readonly experiment: Experiment }) => {
  const save = useSave();
  const [changed, setChanged] = useState(false);
  const now = outcomes.find((known) => known === experiment.outcome?.outcome) ?? null;
  const correct = async (outcome: Outcome): Promise<void> => {
    const command = correctOutcome(experiment, outcome);
    setChanged(command !== null && (await save.run(command)) !== null);
  };
  return (
    <Card>
      <p>{now === null ? t("path.record.wasNot") : t("path.record.was", { outcome: t(outcomeWords(now)) })}</p>
      <Row gap={1}>
        {now === "no" ? null : (
          <Button busy={save.busy} onPress={() => void correct("no")}>
            {t("path.record.no")}
          </Button>
        )}
        {now === "partly" ? null : (
          <Button busy={save.busy} onPress={() => void correct("partly")}>
            {t("path.record.partly")}
          </Button>
        )}
      </Row>
      <Soft>{t("path.record.keeps")}</Soft>
      <Notice tone={save.notice === null ? "good" : "care"}>
        {save.notice !== null ? t(save.notice) : changed ? t("path.record.done") : null}
      </Notice>
    </Card>
  );
};

/** The record, then the thought: it counts for it, and it is one time. */
export const Record = ({ experiment }: StageProps) => (
  <>
    {experiment === null ? <p>{t("path.record.bare")}</p> : <Correct experiment={experiment} />}
    <Thoughts experiment={experiment} />
  </>
);

/** Words without an accusation, for whoever wants to say something. */
export const Say = ({ draft }: StageProps) => (
  <Card title={t("path.saying")}>
    <Saying id="let-down" draft={draft} />
  </Card>
);
