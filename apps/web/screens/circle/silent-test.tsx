/** Turns a test that somebody does not know about into a question they can answer. */
import { people } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import { cornerId } from "../try/corner-id.ts";
import { t } from "../words.ts";
import { noSteps, restsNow } from "./no-steps.ts";
import { emptyTest, spokenTest, type TestForm } from "./spoken-test.ts";
import { useTakeWords } from "../try/take-words.ts";

/** Words of a test wait under this name on their way to the composer; no id of the log is the same. */
const testWords = "silent-test";

/** Whom it is about is chosen among those a step could go to; the sentence grows as it is filled in. */
export const SilentTest = () => {
  const engine = useEngine();
  const take = useTakeWords();
  const draft = useDraft<TestForm>("silent-test", emptyTest);
  const [tried, setTried] = useState(false);
  const { form, change } = draft;
  // “Not this month” holds for a question, too.
  const open = people(engine.state.value).filter((person) => !noSteps(person) && !restsNow(person, engine.today()));
  const person = open.find(({ id }) => id === form.person) ?? null;
  const words = spokenTest(form, person?.nickname ?? t("today.someone"), t);
  const go = async (): Promise<void> => {
    setTried(true);
    if (person === null || words === null) return;
    // What was written here stays until it is kept elsewhere.
    if (await take({ step: cornerId, person: person.id, about: testWords, words })) draft.drop();
  };
  if (!draft.ready) return null;
  return (
    <Page title={t("circle.testTitle")} lead={t("circle.testLead")} back={{ label: t("circle.back"), onBack: back }}>
      <Card>
        {open.length === 0 ? (
          <Soft>{t("circle.testNobody")}</Soft>
        ) : (
          <Choice
            label={t("circle.testWho")}
            options={open.map(({ id, nickname }) => ({ value: id, label: nickname }))}
            value={person?.id ?? null}
            onChange={(id) => change({ person: id })}
          />
        )}
        <Field
          label={t("circle.testHope")}
          hint={t("circle.testHopeHint")}
          max={200}
          value={form.hope}
          onInput={(hope) => change({ hope })}
        />
        <Field
          label={t("circle.testKnow")}
          hint={t("circle.testKnowHint")}
          max={300}
          rows={2}
          value={form.know}
          onInput={(know) => change({ know })}
        />
        <Field
          label={t("circle.testWhen")}
          hint={t("circle.testWhenHint")}
          max={120}
          value={form.when}
          onInput={(when) => change({ when })}
        />
        <Choice
          label={t("ask.register")}
          options={[
            { value: "direct", label: t("circle.testStraight") },
            { value: "indirect", label: t("circle.testSofter") },
          ]}
          value={form.tone === "indirect" ? "indirect" : "direct"}
          onChange={(tone) => change({ tone })}
        />
      </Card>
      {words === null ? null : (
        <Card tone="moss" title={t("circle.testSaid")}>
          {/* No live region: it grows with every key, and the whole of it would be read out each time. */}
          <p class="own-words" dir="auto">
            {words}
          </p>
        </Card>
      )}
      <Notice urgent tone="care">
        {tried && (person === null || words === null) ? t("circle.testMissing") : null}
      </Notice>
      {open.length === 0 ? null : (
        <Row>
          <Button kind="primary" onPress={() => void go()}>
            {t("circle.testTake", { name: person?.nickname ?? t("today.someone") })}
          </Button>
        </Row>
      )}
      <Soft>{t("circle.testKeep")}</Soft>
    </Page>
  );
};
