/** Makes a private link and hands it to the person, who hands it on. */
import { addDays } from "@belay/basics";
import { askedHowItWas, settings } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice, Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { dayWords, t, type MessageId } from "../words.ts";
import { openDays, silenceDecided, waitDay } from "./ask-form.ts";
import { linkWords } from "./link-faults.ts";
import { LinkReady } from "./link-ready.tsx";
import { preparedAsk } from "./outgoing.ts";
import { Slip } from "./slip.tsx";
import type { WayProps } from "./way.ts";

/** What is shown while the link is made, or after it could not be. */
type Making = { readonly busy: boolean; readonly notice: MessageId | null };

/** Makes the link; a second press after trouble tries the same one again (the engine sees to that). */
const useMaking = ({ experiment, draft }: WayProps, onMade: (ask: string, url: string) => void) => {
  const engine = useEngine();
  const save = useSave();
  const [making, setMaking] = useState<Making>({ busy: false, notice: null });
  const make = async (from: string): Promise<void> => {
    setMaking({ busy: true, notice: null });
    const { form } = draft;
    // The name is remembered for the next ask; if that fails, only the remembering is lost.
    if (settings(engine.state.value).signAs !== from) {
      await save.run({ kind: "settings/choose", country: null, signAs: from, keepCopy: null, touch: null });
    }
    const made = await engine.makeLink({
      experiment: experiment.id,
      words: form.words.trim(),
      from,
      howItWas: form.howItWas,
      closesInDays: form.days,
      // The day is shown where the person wants it; what they will do then is theirs, and stays here.
      answerBy: form.share ? waitDay(form, engine.today()) : null,
      silence: null,
    });
    setMaking({ busy: false, notice: made.ok ? null : linkWords(made.error) });
    if (made.ok) onMade(made.value.ask, made.value.url);
  };
  return { making, make };
};

/** Name, time, and the one question that is off unless wanted. */
const LinkForm = (props: WayProps & { readonly onMade: (ask: string, url: string) => void }) => {
  const engine = useEngine();
  const { experiment, draft, name, onBack, onMade } = props;
  const { form, change } = draft;
  const [tried, setTried] = useState(false);
  const { making, make } = useMaking(props, onMade);
  const state = engine.state.value;
  const from = form.from === "" ? (settings(state).signAs ?? "") : form.from;
  // "Was I a burden?" is never made a habit: once for each person.
  const asked = experiment.person !== null && askedHowItWas(state, experiment.person);
  const closes = dayWords(addDays(engine.today(), form.days));
  const press = (): void => {
    setTried(true);
    if (from.trim() !== "") void make(from.trim());
  };
  return (
    <Page
      key="link"
      title={t("ask.linkTitle")}
      lead={t("ask.linkLead", { day: closes })}
      back={{ label: t("shell.back"), onBack }}
    >
      <Slip words={form.words.trim()} />
      <Card>
        <Field
          label={t("ask.linkFrom")}
          hint={t("ask.linkFromHint")}
          max={120}
          value={from}
          error={tried && from.trim() === "" ? t("ask.linkFromMissing") : undefined}
          onInput={(text) => change({ from: text })}
        />
        <Choice
          label={t("ask.linkOpen")}
          options={openDays.map((days) => ({ value: String(days), label: t("ask.linkDays", { n: days }) }))}
          value={String(form.days)}
          onChange={(days) => change({ days: Number(days) })}
        />
        {silenceDecided(form, engine.today()) ? null : <Soft>{t("ask.linkWaits", { day: closes })}</Soft>}
        {asked ? (
          <Soft>{t("ask.linkHowUsed", { name })}</Soft>
        ) : (
          <Switch
            label={t("ask.linkHow")}
            hint={t("ask.linkHowHint")}
            on={form.howItWas}
            onChange={(howItWas) => change({ howItWas })}
          />
        )}
      </Card>
      <Notice urgent tone="care">
        {making.notice === null ? null : t(making.notice)}
      </Notice>
      <Row>
        <Button kind="primary" busy={making.busy} onPress={press}>
          {t("ask.linkMake")}
        </Button>
      </Row>
    </Page>
  );
};

/** The form, or the link where there is one already. */
export const Linking = (props: WayProps) => {
  const engine = useEngine();
  const prepared = preparedAsk(props.experiment);
  // A link that was made before a reload is still good: it is shown again instead of a second one being made.
  const [link, setLink] = useState<{ readonly ask: string; readonly url: string } | null>(null);
  useEffect(() => {
    if (prepared === null || link !== null) return;
    void engine.linkFor(prepared.id).then((url) => (url === null ? undefined : setLink({ ask: prepared.id, url })));
  }, [prepared?.id]);
  return link === null ? (
    <LinkForm {...props} onMade={(ask, url) => setLink({ ask, url })} />
  ) : (
    <LinkReady {...props} ask={link.ask} url={link.url} />
  );
};
