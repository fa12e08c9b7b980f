/** Lets a person pick what stands on the page, item by item, and say for whom, what for, and until when. */
import { settings } from "@belay/domain";
import { useMemo } from "preact/hooks";
import type { Section } from "../../parts/document-shape.ts";
import { Card } from "../../parts/card.tsx";
import { Choice, Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import type { Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { dayWords, t } from "../words.ts";
import { labelsOf, type offeredSections } from "./offered.ts";
import {
  closer,
  dayChoices,
  longest,
  pickedIds,
  untilOf,
  withPicked,
  type Missing,
  type ShareForm,
} from "./share-form.ts";

interface PickingProps {
  readonly draft: Draft<ShareForm>;
  readonly offered: ReturnType<typeof offeredSections>;
  /** What is missing, once somebody wanted to go on. */
  readonly lacking: readonly Missing[];
}

/** The closer things say what ticking them means. */
const closerWords = (id: string) =>
  id === closer.plan
    ? { label: t("share.plan"), hint: t("share.planHint") }
    : { label: t("share.item9"), hint: t("share.item9Hint") };

/** Nothing is ticked for anybody; the closer things stand apart. */
export const Picks = ({ draft, offered, lacking }: PickingProps) => {
  const engine = useEngine();
  const [state, today] = [engine.state.value, engine.today()];
  const labels = useMemo(() => labelsOf(state, today), [state, today]);
  const ids = pickedIds(draft.form);
  const tick = (id: string) => ({
    on: ids.includes(id),
    onChange: (on: boolean) => draft.change({ picked: withPicked(draft.form, id, on) }),
  });
  return (
    <>
      <Card title={t("share.whatTitle")}>
        <Soft>{t(offered.figures.length === 0 ? "share.nothingYet" : "share.whatLead")}</Soft>
        <Stack gap={1}>
          {offered.figures.map(({ id, title }: Section) => (
            <Switch key={id} label={labels.get(id) ?? title} {...tick(id)} />
          ))}
        </Stack>
        <Field
          label={t("share.own")}
          hint={t("share.ownHint")}
          rows={4}
          max={longest.own}
          value={draft.form.own}
          left={(n) => t("shell.left", { n })}
          error={lacking.includes("pick") ? t("share.pickOne") : undefined}
          onInput={(own) => draft.change({ own })}
        />
      </Card>
      {offered.closer.length === 0 ? null : (
        <Card title={t("share.closerTitle")}>
          {offered.closer.map(({ id }) => (
            <Switch key={id} {...closerWords(id)} {...tick(id)} />
          ))}
        </Card>
      )}
    </>
  );
};

/** The name a person is known by here, unless they write another. */
export const useFrom = ({ form }: Draft<ShareForm>): string => {
  const { signAs } = settings(useEngine().state.value);
  return form.from === "" ? (signAs ?? "").slice(0, longest.name) : form.from;
};

/** For whom, from whom, what for, and until when. */
export const ForWhom = ({ draft, lacking }: Omit<PickingProps, "offered">) => {
  const { form, change } = draft;
  const from = useFrom(draft);
  const today = useEngine().today();
  const error = (field: Missing) => (lacking.includes(field) ? t("share.needed") : undefined);
  return (
    <Card title={t("share.whoTitle")}>
      <Field
        label={t("share.to")}
        hint={t("share.toHint")}
        max={longest.name}
        value={form.to}
        error={error("to")}
        onInput={(to) => change({ to })}
      />
      <Field
        label={t("share.from")}
        hint={t("share.fromHint")}
        max={longest.name}
        value={from}
        error={error("from")}
        onInput={(text) => change({ from: text })}
      />
      <Field
        label={t("share.purpose")}
        hint={t("share.purposeHint")}
        rows={2}
        max={longest.purpose}
        value={form.purpose}
        left={(n) => t("shell.left", { n })}
        error={error("purpose")}
        onInput={(purpose) => change({ purpose })}
      />
      <Choice
        label={t("share.days")}
        hint={t("share.until", { day: dayWords(untilOf(form, today), "dated") })}
        options={dayChoices.map((days) => ({ value: String(days), label: t("share.nDays", { n: days }) }))}
        value={String(form.days)}
        onChange={(days) => change({ days: Number(days) })}
      />
    </Card>
  );
};
