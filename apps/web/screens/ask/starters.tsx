/** Helps to begin: sentences to start from, the parts of an ask, and a line to say to oneself. */
import { scriptCatalogue } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Choice, Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Press } from "../../parts/press.tsx";
import type { Draft } from "../draft.ts";
import { withName } from "../steps/step-words.ts";
import { t } from "../words.ts";
import type { AskForm } from "./ask-form.ts";
import css from "./ask.module.css";
import { fillScript, fromParts, withSentence } from "./parts-of-ask.ts";

/** What a starter works on: the form, and the name to put into sentences. */
interface StarterProps {
  readonly draft: Draft<AskForm>;
  /** Whom the sentences speak to. */
  readonly name: string;
}

/** Adds below what stands there; nothing a person wrote is ever replaced. */
const add = (draft: Draft<AskForm>, sentence: string): void =>
  draft.change({ words: withSentence(draft.form.words, sentence) });

/** The tone in the form; straight unless the other was chosen. */
const toneOf = (form: AskForm): "direct" | "indirect" => (form.tone === "indirect" ? "indirect" : "direct");

/** Sentences that others have used, in two tones; `example` is the step's own. */
export const Sentences = ({ draft, name, example }: StarterProps & { readonly example: string | null }) => {
  const tone = toneOf(draft.form);
  // Lines to oneself stand apart: nobody else should get them by mistake.
  const said = scriptCatalogue.filter((script) => script.use !== "self");
  return (
    <Fold title={t("ask.start")}>
      <Choice
        label={t("ask.register")}
        options={[
          { value: "direct", label: t("ask.direct") },
          { value: "indirect", label: t("ask.indirect") },
        ]}
        value={tone}
        onChange={(chosen) => draft.change({ tone: chosen })}
      />
      <ul class={css["scripts"]}>
        {example === null ? null : (
          <Sentence text={withName(example, name)} note={t("ask.fromStep")} onUse={(text) => add(draft, text)} />
        )}
        {said.map((script) => (
          <Sentence
            key={script.id}
            text={fillScript(script, tone, draft.form, name)}
            onUse={(text) => add(draft, text)}
          />
        ))}
      </ul>
    </Fold>
  );
};

/** One sentence to press. `note` says where it is from. */
const Sentence = ({
  text,
  note,
  onUse,
}: {
  readonly text: string;
  /** Where the sentence is from, if not from the catalogue of scripts. */
  readonly note?: string | undefined;
  readonly onUse: (text: string) => void;
}) => (
  <li>
    <Press look="line" onPress={() => onUse(text)}>
      <Icon name="plus" size={1.2} />
      <span>
        <span class="hidden-text">{t("ask.useSentence")} </span>
        {text}
        {note === undefined ? null : <Soft>{note}</Soft>}
      </span>
    </Press>
  </li>
);

/** Three short fields; what they make is added below what stands there. */
export const Parts = ({ draft }: Pick<StarterProps, "draft">) => {
  const { form, change } = draft;
  const made = fromParts(form, t);
  return (
    <Fold title={t("ask.parts")}>
      <Soft>{t("ask.partsLead")}</Soft>
      <Field
        label={t("ask.partFeeling")}
        hint={t("ask.partFeelingHint")}
        max={120}
        value={form.feeling}
        onInput={(feeling) => change({ feeling })}
      />
      <Field
        label={t("ask.partWhat")}
        hint={t("ask.partWhatHint")}
        max={200}
        value={form.what}
        onInput={(what) => change({ what })}
      />
      <Field
        label={t("ask.partWhen")}
        hint={t("ask.partWhenHint")}
        max={120}
        value={form.when}
        onInput={(when) => change({ when })}
      />
      <Switch label={t("ask.partHard")} on={form.hard} onChange={(hard) => change({ hard })} />
      {made === null ? <Soft>{t("ask.partsMissing")}</Soft> : <p>{made}</p>}
      <Row>
        <Button disabled={made === null} onPress={() => (made === null ? undefined : add(draft, made))}>
          {t("ask.partsUse")}
        </Button>
      </Row>
    </Fold>
  );
};

/** One line to say to oneself; another each day, so that it does not wear out. */
export const SelfLine = ({ day }: { readonly day: number }) => {
  const lines = scriptCatalogue.filter((script) => script.use === "self");
  const line = lines[day % Math.max(lines.length, 1)];
  return line === undefined ? null : (
    <Fold title={t("ask.self")}>
      <p class={css["self"]}>{line.direct}</p>
      <Soft>{line.indirect}</Soft>
    </Fold>
  );
};
