/** Lets somebody tick the questions they want to ask, and take them along as a list or on paper. */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Printed } from "../../parts/printed.tsx";
import { useDraft } from "../draft.ts";
import { printPage } from "../mine/print-page.ts";
import { t } from "../words.ts";
import { CopyWords } from "./copy-words.tsx";
import { asList, chosenQuestions, emptyQuestions, isTicked, questions, withTick } from "./questions-form.ts";

/** Ticks stay as a draft until they are taken off again: a list like this grows over days. */
export const Questions = () => {
  const { form, ready, change } = useDraft("care/questions", emptyQuestions);
  const [tried, setTried] = useState(false);
  const chosen = chosenQuestions(form);
  const none = chosen.length === 0;
  const print = (): void => {
    setTried(true);
    if (!none) printPage();
  };
  if (!ready) return null;
  return (
    <Card title={t("care.askTitle")}>
      <Soft>{t("care.askLead")}</Soft>
      <Stack gap={1}>
        {questions.map(({ id, text }) => (
          <Switch
            key={id}
            label={text}
            on={isTicked(form, id)}
            onChange={(on) => change({ ticked: withTick(form, id, on) })}
          />
        ))}
      </Stack>
      <Field label={t("care.askOwn")} max={300} value={form.own} onInput={(own) => change({ own })} />
      <CopyWords label={t("care.copyList")} words={none ? null : asList(chosen)} onNothing={() => setTried(true)}>
        <Button kind="quiet" onPress={print}>
          {t("care.print")}
        </Button>
      </CopyWords>
      <Notice>{tried && none ? t("care.askNone") : null}</Notice>
      {/* Nothing of this page is on the list: it may lie on a table in a waiting room. */}
      {none ? null : (
        <Printed only>
          <h2>{t("care.printTitle")}</h2>
          <ul>
            {chosen.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Printed>
      )}
    </Card>
  );
};
