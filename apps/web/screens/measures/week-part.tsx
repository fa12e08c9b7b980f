/** Asks for one's own counts of this week since Monday: four numbers, and with the longer look three questions more. */
import { weekOf, weeksCounted } from "@belay/domain";
import { useState } from "preact/hooks";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Range } from "../../parts/range.tsx";
import { Stepper } from "../../parts/stepper.tsx";
import { TakeBack } from "../../parts/take-back.tsx";
import type { Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { counts, weekCommand, weekForm, type WeekForm } from "./answers.ts";
import { PartEnd, type PartProps } from "./part-end.tsx";
import { Clear } from "./clear.tsx";
import { useDraftOf } from "./draft-of.ts";

/** A count of a week goes no higher. */
const mostTimes = 99;

interface CountProps {
  readonly what: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Starts without a number: nothing said is not none. */
const Count = ({ what, value, onChange }: CountProps) => (
  <Stack gap={1}>
    <Stepper
      label={what}
      value={value === null ? t("shell.unset") : t("measuring.times", { n: value })}
      less={{
        text: t(value === null ? "measuring.none" : "measuring.fewer"),
        label: value === null ? `${t("measuring.none")}: ${what}` : t("measuring.fewerOf", { what }),
        onPress: value === 0 ? null : () => onChange(value === null ? 0 : value - 1),
      }}
      more={{
        text: t("measuring.more"),
        label: t("measuring.moreOf", { what }),
        onPress: value === mostTimes ? null : () => onChange((value ?? 0) + 1),
      }}
    />
    {value === null ? null : (
      <Row>
        <TakeBack text={t("shell.clear")} onPress={() => onChange(null)} />
      </Row>
    )}
  </Stack>
);

/** Carried alone, the moment without an ask, and lonely. */
const Longer = ({ form, change }: Pick<Draft<WeekForm>, "form" | "change">) => (
  <>
    <Range
      label={t("measures.own.carriedAlone")}
      value={form.alone}
      max={10}
      onChange={(alone) => change({ alone })}
      valueText={(n) => t("measuring.ofTen", { n })}
      emptyText={t("shell.unset")}
      low={t("measures.own.carriedAlone.low")}
      high={t("measures.own.carriedAlone.high")}
      clearText={t("shell.clear")}
    />
    <Choice
      label={t("measures.own.missedMoment")}
      options={[
        { value: "yes", label: t("measuring.yes") },
        { value: "no", label: t("measuring.no") },
      ]}
      value={form.missed}
      onChange={(missed) => change({ missed })}
      below={<Clear there={form.missed !== null} onPress={() => change({ missed: null })} />}
    />
    {form.missed === "yes" ? (
      <Field
        label={t("measures.own.missedMoment.reason")}
        value={form.reason}
        onInput={(reason) => change({ reason })}
        max={400}
        rows={2}
        left={(n) => t("shell.left", { n })}
      />
    ) : null}
    <Choice
      label={t("measures.own.lonely")}
      options={(["1", "2", "3", "4", "5"] as const).map((value) => ({
        value,
        label: t(`measures.own.lonely.${value}`),
      }))}
      value={form.lonely}
      onChange={(lonely) => change({ lonely })}
      below={<Clear there={form.lonely !== null} onPress={() => change({ lonely: null })} />}
    />
  </>
);

/** What was said of this week already stands there, so that one more can be added. */
export const WeekPart = ({ all, draft: name, onSaved, onSkip }: PartProps & { readonly all: boolean }) => {
  const engine = useEngine();
  const week = weekOf(engine.today());
  const said = weeksCounted(engine.state.value).find((one) => one.week === week) ?? null;
  // A draft of another week, or from before what was saved since, would be kept over the newer numbers.
  const [of] = useState(`${week}/${said?.id ?? ""}`);
  const { form, ready, change, drop } = useDraftOf<WeekForm>(name, weekForm(said), of, (kept) => kept === of);
  if (!ready) return null;
  return (
    <Stack gap={4}>
      <Soft>{t("measures.own.lead")}</Soft>
      {counts.map((count) => (
        <Count
          key={count}
          what={t(`measures.own.${count}`)}
          value={form[count]}
          onChange={(value) => change({ [count]: value })}
        />
      ))}
      {all ? <Longer form={form} change={change} /> : null}
      <PartEnd command={() => weekCommand(form)} drop={drop} onSaved={onSaved} onSkip={onSkip} />
    </Stack>
  );
};
