/** Leads from a decision about a load to the ask that could begin it, with the person's words in it. */
import { settings, type Load, type LoadDecision, type StepSpec } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Press } from "../../parts/press.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { allSteps } from "../steps/step-text.ts";
import { useTakeWords } from "../try/take-words.ts";
import { i18n, t } from "../words.ts";
import { fittingSteps } from "./fitting.ts";
import { goesToSomeone } from "./load-form.ts";
import css from "./load.module.css";
import { askWords } from "./ask-words.ts";

/** From this many roles on, naming them all says less than "almost anyone". */
const many = 5;

/** Whom a step fits: "a, b or c", as the reader's language says it. */
const fits = ({ roles }: Pick<StepSpec, "roles">): string => {
  if (roles.length >= many) return t("load.askOfMany");
  const words = roles.map((role) => t(`steps.role.${role}`));
  return t("load.askOf", { who: new Intl.ListFormat(i18n.locale, { type: "disjunction" }).format(words) });
};

/** The steps that could begin it; the words go along as a draft that the composer opens with. */
const Begin = ({ load, decision }: { readonly load: Load; readonly decision: LoadDecision }) => {
  const state = useEngine().state.value;
  const steps = fittingSteps(decision.choice, load.sort, allSteps(state, settings(state).touch));
  const take = useTakeWords();
  const begin = (step: string): Promise<boolean> =>
    take({ step, person: null, about: load.id, words: askWords({ ...decision, title: load.title }, t) });
  return (
    <>
      <Soft>{t("load.askLead")}</Soft>
      <ul class={css["asks"]}>
        {steps.map((step) => (
          <li key={step.id}>
            <Press look="card" onPress={() => void begin(step.id)}>
              <span class={css["entry"]}>
                <span>{step.title}</span>
                <span>{fits(step)}</span>
              </span>
              <Icon name="next" size={1.1} />
            </Press>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What the next card is about. */
interface NextProps {
  readonly load: Load;
  readonly decision: LoadDecision;
  /** Whether a step was taken up for it already. */
  readonly begun: boolean;
}

/**
 * What comes next for a decision that somebody else has a part in; nothing for what is kept or dropped. Where an ask
 * is out already, another one is a press away and not in the way.
 */
export const Next = ({ load, decision, begun }: NextProps) => {
  if (decision.choice === "say-no") {
    return (
      <Card tone="accent" title={t("load.noTitle")}>
        <p>{t("load.noLead")}</p>
        <Row>
          <Button kind="primary" onPress={() => go("load", `${load.id}~no`)}>
            {t("load.noOpen")}
          </Button>
        </Row>
      </Card>
    );
  }
  if (!goesToSomeone(decision.choice)) return null;
  if (begun)
    return (
      <Fold title={t("load.askMore")}>
        <Begin load={load} decision={decision} />
      </Fold>
    );
  return (
    <Card tone="accent" title={t("load.askTitle")}>
      <Begin load={load} decision={decision} />
    </Card>
  );
};
