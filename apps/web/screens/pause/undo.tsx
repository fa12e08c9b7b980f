/** Undoes “I’m fine”: one sentence to say, copy or ask with, and whom it is for. */
import type { LocalDay } from "@belay/basics";
import { people, stopsFor, type Person, type State } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { copyText } from "../ask/clipboard.ts";
import { Slip } from "../ask/slip.tsx";
import { noSteps, restsNow } from "../circle/no-steps.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { useTakeWords } from "../try/take-words.ts";
import { t } from "../words.ts";

/** The step of the catalogue that takes up an offer after all. */
const undoStep = "accept-after-all";

/** Under this name the words wait until the step is planned; then the composer begins with them. */
const about = "undo";

/** No id of the log is that short. */
const someone = "+";

/** Who can be asked whether an offer stands: nobody who is not safe, was stopped by the questions, or asked for a rest. */
const mayHaveOffered = (state: State, today: LocalDay): readonly Person[] =>
  people(state).filter(
    (person) =>
      !noSteps(person) &&
      !restsNow(person, today) &&
      ["ok", "screen-first"].includes(stopsFor(state, person.id, "accept", false)),
  );

/** The sentence in a tone, to somebody by name or to nobody in particular. */
const sentence = (tone: "direct" | "indirect", name: string | null): string =>
  name === null ? t(`undo.line.${tone}`) : t(`undo.line.${tone}To`, { name });

/** The words stand there at once; whom they are for can follow, or not. */
export const Undo = () => {
  const engine = useEngine();
  const state = engine.state.value;
  const take = useTakeWords();
  const [tone, setTone] = useState<"direct" | "indirect">("direct");
  const [pick, setPick] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [saying, setSaying] = useState(false);
  const offerers = mayHaveOffered(state, engine.today());
  const person = offerers.find(({ id }) => id === pick) ?? null;
  const words = sentence(tone, person?.nickname ?? null);
  const asAsk = (): Promise<boolean> => take({ step: undoStep, person: person?.id ?? null, about, words });
  return (
    <Page title={t("undo.title")} lead={t("undo.lead")} back={{ label: t("shell.back"), onBack: back }}>
      <Slip large={saying} words={words} />
      {saying ? <Soft>{t("undo.sayLead")}</Soft> : null}
      <Choice
        label={t("ask.register")}
        options={[
          { value: "direct", label: t("ask.direct") },
          { value: "indirect", label: t("ask.indirect") },
        ]}
        value={tone}
        onChange={(chosen) => {
          setTone(chosen);
          setCopied(null);
        }}
      />
      {offerers.length === 0 ? null : (
        <Choice
          label={t("undo.who")}
          options={[
            ...offerers.map(({ id, nickname }) => ({ value: id, label: nickname })),
            { value: someone, label: t("undo.someone") },
          ]}
          value={pick}
          onChange={(chosen) => {
            setPick(chosen);
            setCopied(null);
          }}
        />
      )}
      <Row>
        <Button icon="copy" onPress={() => void copyText(words).then(setCopied)}>
          {t("undo.copy")}
        </Button>
        <Button icon="speak" expanded={saying} onPress={() => setSaying(!saying)}>
          {t("undo.say")}
        </Button>
      </Row>
      <Notice tone={copied === true ? "good" : "plain"}>
        {copied === null ? null : t(copied ? "undo.copied" : "undo.copyFailed")}
      </Notice>
      <Card tone="accent">
        <p>{t("undo.askMore")}</p>
        <Row>
          <Button kind="primary" onPress={() => void asAsk()}>
            {t("undo.ask")}
          </Button>
        </Row>
      </Card>
      <Soft>{t("undo.open")}</Soft>
      {/* The words are there without a question asked, so whom they are not for is said in their place. */}
      <Soft>{t("undo.notTo")}</Soft>
    </Page>
  );
};
