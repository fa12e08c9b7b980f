/** One heading of the plan while it is being written: its lines, a field for one more, and names from the circle. */
import { safetyPlan, type PlanLine, type PlanPart } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { LineText } from "./line.tsx";
import { suggestedFor } from "./plan-form.ts";
import css from "./plan.module.css";

/** The text, and the line it changes; empty for a new one. */
type LineForm = { readonly text: string; readonly line: string };

/** The longest line that can be recorded, in characters. */
const longest = 120;

/** Lines that are typed over several lines are one. */
const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** A line with what can be done with it. */
const OneLine = ({
  line,
  busy,
  onChange,
  onRemove,
}: {
  readonly line: PlanLine;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) => (
  <li>
    <LineText line={line} />
    <Row gap={1}>
      <Button small kind="quiet" label={t("plan.changeThis", { text: line.text })} onPress={onChange}>
        {t("plan.change")}
      </Button>
      <Button small kind="quiet" busy={busy} label={t("plan.removeThis", { text: line.text })} onPress={onRemove}>
        {t("plan.remove")}
      </Button>
    </Row>
  </li>
);

/** What was typed stays until it is saved; a name of the circle is added with one press. */
export const PlanPartCard = ({ part }: { readonly part: PlanPart }) => {
  const state = useEngine().state.value;
  const save = useSave();
  const draft = useDraft<LineForm>(`plan/${part}`, { text: "", line: "" });
  const [tried, setTried] = useState(false);
  const lines = safetyPlan(state).filter((line) => line.part === part);
  const text = tidy(draft.form.text);
  const changing = lines.find(({ id }) => id === draft.form.line);
  const keep = async (): Promise<void> => {
    setTried(text === "");
    if (text === "") return;
    const ids = await save.run(
      changing === undefined
        ? { kind: "plan/add", part, text, person: null }
        : { kind: "plan/change", line: changing.id, part, text, person: changing.person },
    );
    if (ids === null) return;
    draft.change({ text: "", line: "" });
    draft.drop();
  };
  const name = t(`plan.part.${part}`);
  return (
    <Card title={name}>
      <Soft>{t(`plan.hint.${part}`)}</Soft>
      {lines.length === 0 ? null : (
        <ul class={css["lines"]} aria-label={name}>
          {lines.map((line) => (
            <OneLine
              key={line.id}
              line={line}
              busy={save.busy}
              onChange={() => draft.change({ text: line.text, line: line.id })}
              onRemove={() => void save.run({ kind: "plan/remove", line: line.id })}
            />
          ))}
        </ul>
      )}
      {draft.ready ? (
        <Field
          label={t(changing === undefined ? "plan.field" : "plan.fieldChange", { part: name })}
          hideLabel
          max={longest}
          value={draft.form.text}
          error={tried && text === "" ? t("plan.missing") : undefined}
          left={(n) => t("shell.left", { n })}
          onInput={(typed) => draft.change({ text: typed })}
        />
      ) : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Stack gap={1}>
        <Row gap={1}>
          <Button small busy={save.busy} onPress={() => void keep()}>
            {t(changing === undefined ? "plan.add" : "plan.save")}
          </Button>
        </Row>
        <Names
          part={part}
          onAdd={(one) => void save.run({ kind: "plan/add", part, text: one.nickname, person: one.id })}
        />
      </Stack>
    </Card>
  );
};

/** Names that may be added; nothing where there is nobody. */
const Names = ({
  part,
  onAdd,
}: {
  readonly part: PlanPart;
  readonly onAdd: (one: { readonly id: string; readonly nickname: string }) => void;
}) => {
  const names = suggestedFor(useEngine().state.value, part);
  if (names.length === 0) return null;
  return (
    <>
      <Soft>{t("plan.people")}</Soft>
      <Row gap={1}>
        {names.map((one) => (
          <Button key={one.id} small kind="quiet" icon="plus" onPress={() => onAdd(one)}>
            {t("plan.addName", { name: one.nickname })}
          </Button>
        ))}
      </Row>
    </>
  );
};
