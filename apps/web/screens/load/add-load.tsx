/** Takes in one thing that is carried, in the person's own words; what the check-in says is offered, never taken. */
import { checkins, experiments, loadKinds, loads } from "@belay/domain";
import { useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { carriedNow } from "../today/carried.ts";
import { t } from "../words.ts";
import { addCommand, emptyAdd, longestTitle, oneLine, sortOf, type AddForm } from "./load-form.ts";
import css from "./load.module.css";

/** The check-in's words as one line; null where there are none, or they are in the list already. */
const useOffered = (): string | null => {
  const engine = useEngine();
  const state = engine.state.value;
  const words = carriedNow(checkins(state), experiments(state), engine.today());
  if (words === null) return null;
  const line = oneLine(words);
  return line === "" || loads(state).some(({ title }) => title === line) ? null : line;
};

/** Two questions; the list above has it at once, and the fields are empty for the next. */
export const AddLoad = ({ first }: { readonly first: boolean }) => {
  const save = useSave();
  const draft = useDraft<AddForm>("load-add", emptyAdd);
  const offered = useOffered();
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState(false);
  const { form } = draft;
  const newest = useRef(form);
  newest.current = form;
  const change = (part: Partial<AddForm>): void => {
    setAdded(false);
    draft.change(part);
  };
  const add = async (): Promise<void> => {
    const command = addCommand(form);
    setTried(command === null);
    if (command === null || (await save.run(command)) === null) return;
    // Empty again at once: what lies on somebody is rarely one thing. What was typed meanwhile is the next one, and stays.
    if (newest.current === form) {
      draft.change(emptyAdd);
      draft.drop();
    }
    setAdded(true);
  };
  return (
    <Card title={t(first ? "load.addFirst" : "load.addTitle")}>
      {/* Only while the field is empty: nothing that was typed is ever replaced. */}
      {offered === null || form.title !== "" ? null : (
        <Stack gap={1}>
          <Soft>{t("load.offerLead")}</Soft>
          <p class={css["quote"]}>
            <q dir="auto">{offered}</q>
          </p>
          <Row>
            <Button small onPress={() => change({ title: offered })}>
              {t("load.offerUse")}
            </Button>
          </Row>
        </Stack>
      )}
      {draft.ready ? (
        <Field
          label={t("load.addLabel")}
          hint={t("load.addHint")}
          max={longestTitle}
          value={form.title}
          left={(n) => t("shell.left", { n })}
          error={tried && oneLine(form.title) === "" ? t("load.addMissing") : undefined}
          onInput={(title) => change({ title })}
        />
      ) : null}
      <Choice
        label={t("load.sort")}
        stacked
        options={loadKinds.map((sort) => ({
          value: sort,
          label: t(`load.sortIs.${sort}`),
          detail: t(`load.sortMore.${sort}`),
        }))}
        value={sortOf(form.sort)}
        error={tried && sortOf(form.sort) === null ? t("load.sortMissing") : undefined}
        onChange={(sort) => change({ sort })}
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Notice tone="good">{added ? t("load.added") : null}</Notice>
      <Row>
        <Button kind={first ? "primary" : "plain"} icon="plus" busy={save.busy} onPress={() => void add()}>
          {t("load.add")}
        </Button>
      </Row>
    </Card>
  );
};
