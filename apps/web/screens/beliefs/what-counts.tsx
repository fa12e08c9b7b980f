/**
 * Fixes what would count for and against a belief, before anything is weighed by it.
 *
 * A test that can be moved afterwards always confirms. The domain refuses a change once something was weighed
 * (`TestFixed`); the page does not offer one.
 */
import type { Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useSave } from "../save.ts";
import { dayWords, t, type MessageId } from "../words.ts";
import { commonBelief } from "./belief-words.ts";

/** Both sides of the test, as they are typed. */
type TestForm = { readonly countsFor: string; readonly countsAgainst: string };

/** The words as they were fixed, and whether they can still change. */
const Fixed = ({ belief, test }: { readonly belief: Belief; readonly test: NonNullable<Belief["test"]> }) => (
  <>
    <Stack gap={1}>
      <h3>{t("beliefs.countsFor")}</h3>
      <p dir="auto">{test.countsFor}</p>
    </Stack>
    <Stack gap={1}>
      <h3>{t("beliefs.countsAgainst")}</h3>
      <p dir="auto">{test.countsAgainst}</p>
    </Stack>
    <Soft>
      {t("beliefs.testFixed", { day: dayWords(test.day) })}{" "}
      {t(belief.moments.length === 0 ? "beliefs.testOpen" : "beliefs.testShut")}
    </Soft>
  </>
);

/** Both sides have the same room, and neither is filled in beforehand. */
const TestFields = ({
  form,
  change,
}: {
  readonly form: TestForm;
  readonly change: (change: Partial<TestForm>) => void;
}) => (
  <>
    <Field
      label={t("beliefs.countsFor")}
      value={form.countsFor}
      onInput={(countsFor) => change({ countsFor })}
      rows={3}
      max={4000}
      left={(n) => t("shell.left", { n })}
    />
    <Field
      label={t("beliefs.countsAgainst")}
      value={form.countsAgainst}
      onInput={(countsAgainst) => change({ countsAgainst })}
      rows={3}
      max={4000}
      left={(n) => t("shell.left", { n })}
    />
  </>
);

/** The form. It starts with what was fixed before, where that may still change. */
const Agree = ({ belief, onSaved }: { readonly belief: Belief; readonly onSaved: () => void }) => {
  const save = useSave();
  const start: TestForm = { countsFor: belief.test?.countsFor ?? "", countsAgainst: belief.test?.countsAgainst ?? "" };
  const draft = useDraft(`test/${belief.id}`, start);
  const [missing, setMissing] = useState<MessageId | null>(null);
  const common = commonBelief(belief.id);
  const { form } = draft;
  const bare = form.countsFor === "" && form.countsAgainst === "";
  const agree = async (): Promise<void> => {
    // Only one side would be a trap: everything would speak for it, or nothing could.
    const whole = form.countsFor.trim() !== "" && form.countsAgainst.trim() !== "";
    setMissing(whole ? null : "beliefs.testMissing");
    if (!whole) return;
    const ids = await save.run({ kind: "beliefs/agree-test", belief: belief.id, ...form });
    if (ids === null) return;
    draft.drop();
    onSaved();
  };
  const notice = missing ?? save.notice;
  return (
    <>
      <Soft>{t("beliefs.testLead")}</Soft>
      {draft.ready ? <TestFields form={form} change={draft.change} /> : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void agree()}>
          {t("beliefs.testSave")}
        </Button>
        {/* An example is offered only to an empty form: it must never replace somebody’s own words. */}
        {common !== null && bare ? (
          <Button
            kind="quiet"
            onPress={() => draft.change({ countsFor: common.wouldCountFor, countsAgainst: common.wouldCountAgainst })}
          >
            {t("beliefs.testUse")}
          </Button>
        ) : null}
      </Row>
    </>
  );
};

/** The form until it is fixed, the words afterwards; they can change until a first moment was weighed. */
export const WhatCounts = ({ belief }: { readonly belief: Belief }) => {
  const [changing, setChanging] = useState(false);
  const open = belief.test === null || (changing && belief.moments.length === 0);
  return (
    <Card title={t("beliefs.testTitle")}>
      {belief.test === null || open ? (
        <Agree belief={belief} onSaved={() => setChanging(false)} />
      ) : (
        <Fixed belief={belief} test={belief.test} />
      )}
      {belief.test !== null && !open && belief.moments.length === 0 ? (
        <div>
          <Button small kind="quiet" onPress={() => setChanging(true)}>
            {t("beliefs.testChange")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
};
