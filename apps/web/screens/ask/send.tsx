/** Offers the ways an ask can reach somebody, the surest first, and leaves the sending to the person. */
import type { Experiment } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { Row } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { back, go } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { emptyAsk, silenceDecided, waitDay, type AskForm } from "./ask-form.ts";
import css from "./ask.module.css";
import { CantSend } from "./cant-send.tsx";
import { Copying } from "./copying.tsx";
import { Linking } from "./linking.tsx";
import { preparedAsk, withDay } from "./outgoing.ts";
import { Saying } from "./saying.tsx";
import { Silence } from "./silence.tsx";
import { Slip } from "./slip.tsx";
import { Stages } from "./stages.tsx";
import type { WayProps } from "./way.ts";

/** The three ways, the surest first. */
type Way = "say" | "copy" | "link";

/** A way with what it means; `first` is the one that works best. */
const WayButton = ({
  icon,
  title,
  more,
  first = false,
  onPress,
}: {
  readonly icon: IconName;
  readonly title: string;
  /** What it means for the two of them. */
  readonly more: string;
  /** The one that works best; outlined in the warm colour. */
  readonly first?: boolean;
  readonly onPress: () => void;
}) => (
  <Press look="card" first={first} onPress={onPress}>
    <Icon name={icon} size={1.7} />
    <span>
      <strong>{title}</strong>
      <span class={css["detail"]}>{more}</span>
    </span>
  </Press>
);

/** The words, what happens in silence, and then the ways: in the order in which they should be decided. */
const Choose = ({ props, onWay }: { readonly props: WayProps; readonly onWay: (way: Way) => void }) => {
  const { experiment, draft, name, words } = props;
  const today = useEngine().today();
  const [asked, setAsked] = useState(false);
  // Decided in a calm hour, so that the wait does not decide; “no date” is one press. A link has a day of its own: the
  // one on which it closes, which both of them see.
  const take = (way: Way): void => {
    setAsked(true);
    if (way === "link" || silenceDecided(draft.form, today)) onWay(way);
  };
  return (
    <Page
      key="ways"
      eyebrow={experiment.plan.title}
      title={t("ask.sendTitle", { name })}
      lead={t("ask.sendLead")}
      back={{ label: t("shell.back"), onBack: back }}
      above={<Stages at={2} />}
    >
      <div>
        <Slip words={words} />
        <Button small kind="quiet" icon="pencil" onPress={() => go("ask", `${experiment.id}~words`)}>
          {t("ask.change")}
        </Button>
      </div>
      <Silence draft={draft} name={name} asked={asked} />
      <div class={css["ways"]}>
        <WayButton first icon="speak" title={t("ask.say")} more={t("ask.sayMore")} onPress={() => take("say")} />
        <WayButton icon="copy" title={t("ask.copy")} more={t("ask.copyMore")} onPress={() => take("copy")} />
        <WayButton icon="link" title={t("ask.link")} more={t("ask.linkMore")} onPress={() => take("link")} />
      </div>
      <Row>
        <CantSend experiment={experiment} />
      </Row>
    </Page>
  );
};

/** The third stage. A link that was made but not handed over is shown again at once. */
export const Send = ({ experiment }: { readonly experiment: Experiment }) => {
  const engine = useEngine();
  const draft = useDraft<AskForm>(`ask/${experiment.id}`, emptyAsk);
  const [way, setWay] = useState<Way | null>(preparedAsk(experiment) === null ? null : "link");
  if (!draft.ready) return null;
  const { form } = draft;
  // A link shows the day below the words by itself; what is said or sent by hand has to hold it.
  const by = waitDay(form, engine.today());
  const sentence = by === null || !form.share ? null : t("ask.silenceSentence", { day: dayWords(by, "long") });
  const props: WayProps = {
    experiment,
    draft,
    name: nameOf(engine.state.value, experiment.person),
    words: withDay(form.words, sentence),
    onBack: () => setWay(null),
  };
  if (form.words.trim() === "" && preparedAsk(experiment) === null) {
    // The draft is gone (another device, a full disk): the words come first again.
    return (
      <Page title={t("ask.wordsMissing")} back={{ label: t("shell.back"), onBack: back }}>
        <Button onPress={() => go("ask", `${experiment.id}~words`)}>{t("ask.change")}</Button>
      </Page>
    );
  }
  switch (way) {
    case "say":
      return <Saying {...props} />;
    case "copy":
      return <Copying {...props} />;
    case "link":
      return <Linking {...props} />;
    case null:
      return <Choose props={props} onWay={setWay} />;
  }
};
