/** Decides, before sending, what happens if nothing comes back. */
import { addDays } from "@belay/basics";
import { Card } from "../../parts/card.tsx";
import { Choice, Switch } from "../../parts/choice.tsx";
import { DateField, Field } from "../../parts/field.tsx";
import { Soft } from "../../parts/layout.tsx";
import type { Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { dayWords, t } from "../words.ts";
import { silenceDecided, waitable, waitDay, waits, type AskForm } from "./ask-form.ts";

/**
 * Three near days, another one, or none on purpose. Nothing is chosen for the person; that there is no date is an answer
 * like the others. `asked`: a way was pressed before one was given.
 */
export const Silence = ({
  draft,
  name,
  asked,
}: {
  readonly draft: Draft<AskForm>;
  readonly name: string;
  readonly asked: boolean;
}) => {
  const today = useEngine().today();
  const { form, change } = draft;
  const near = waits.map((days) => addDays(today, days));
  const { first, last } = waitable(today);
  // The date and the way it was picked are one answer: a near day is a press, any other one a field.
  const picked =
    form.wait === "set" && near.some((day) => day === form.by) ? form.by : form.wait === "set" ? "other" : form.wait;
  const choose = (value: string): void => {
    if (value === "none") change({ wait: "none", by: "" });
    else change({ wait: "set", by: value === "other" ? "" : value });
  };
  const day = waitDay(form, today);
  return (
    <Card title={t("ask.silenceTitle")}>
      <Soft>{t("ask.silenceLead")}</Soft>
      <Choice
        label={t("ask.silenceBy")}
        options={[
          ...near.map((one) => ({ value: String(one), label: dayWords(one, "weekday") })),
          { value: "other", label: t("ask.silencePick") },
          { value: "none", label: t("ask.silenceNone") },
        ]}
        value={picked === "" ? null : picked}
        error={asked && !silenceDecided(form, today) ? t("ask.silenceMissing") : undefined}
        onChange={choose}
      />
      {picked === "other" ? (
        <DateField
          label={t("ask.silenceDate")}
          value={form.by}
          min={first}
          last={last}
          onInput={(by) => change({ by })}
        />
      ) : null}
      {form.wait === "set" ? (
        <>
          <Field
            label={t("ask.silenceThen")}
            hint={t("ask.silenceThenHint")}
            max={4000}
            value={form.then}
            onInput={(then) => change({ then })}
          />
          {day === null ? null : (
            <Switch
              label={t("ask.silenceShare", { name })}
              hint={t("ask.silenceShareHint")}
              on={form.share}
              onChange={(share) => change({ share })}
            />
          )}
        </>
      ) : null}
    </Card>
  );
};
