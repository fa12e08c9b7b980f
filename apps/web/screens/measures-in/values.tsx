/** Shows what every value of the file is taken to mean, and lets it be changed. */
import { answersOf, numberingsOf, turnedItems, type Instrument } from "@belay/measures";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { t } from "../words.ts";
import { valueWords } from "./bring-words.ts";
import { knownWords } from "./known-words.ts";
import css from "./measures-in.module.css";
import { asksTurned, instrumentIn, lacksValues, valuesOf, withCounted, withMeaning, type Work } from "./work.ts";

interface ValuesProps {
  readonly work: Work;
  readonly onWork: (work: Work) => void;
  readonly onNext: () => void;
}

type Inside = Omit<ValuesProps, "onNext"> & { readonly instrument: Instrument };

/** Where the numbers of a file begin, and which end is which; not asked where there are none. */
const CountedChoice = ({ work, onWork, instrument }: Inside) => {
  const points = answersOf(instrument);
  const [low = 0, high = 0] = [points[0], points.at(-1)];
  if ([...work.codes].every(([value, meaning]) => Number.isNaN(Number(value)) || meaning === "blank")) return null;
  const { way: begins, isDown } = work.counted;
  return (
    <>
      <Choice
        label={t("bring.way")}
        hint={begins === null ? t("bring.wayHint") : undefined}
        stacked
        options={numberingsOf(instrument).map((way) => ({ value: way, label: t(`bring.way.${way}`, { low, high }) }))}
        value={begins}
        onChange={(way) => onWork(withCounted(work, { way }))}
      />
      <Choice
        label={t("bring.end")}
        stacked
        options={[
          { value: "up", label: t("bring.most") },
          { value: "down", label: t("bring.least") },
        ]}
        value={isDown === null ? null : isDown ? "down" : "up"}
        onChange={(end) => onWork(withCounted(work, { isDown: end === "down" }))}
      />
    </>
  );
};

/** Each value of the file beside what it stands for. */
const Meanings = ({ work, onWork, instrument }: Inside) => {
  const lists = knownWords.answers(instrument.id);
  const points = answersOf(instrument);
  // Where no words of the questionnaire are here, its two ends at least are named.
  const said = lists.length === 1 ? lists[0] : [t("bring.least"), ...points.slice(2).map(() => ""), t("bring.most")];
  const options = [
    ...points.map((answer, at) => ({
      value: String(answer),
      label: said?.[at] ? t("bring.answer", { n: answer, words: said[at] }) : String(answer),
    })),
    { value: "blank", label: t("bring.blank") },
  ];
  return (
    <div class={css["values"]}>
      {[...valuesOf(work)].map(([value, { shown, times }]) => {
        const meaning = work.codes.get(value) ?? null;
        return (
          <SelectField
            key={value}
            label={t("bring.value", { value: shown, n: times })}
            emptyText={t("bring.open")}
            value={meaning === null ? null : String(meaning)}
            options={options}
            onChange={(next) => onWork(withMeaning(work, value, next === "blank" ? "blank" : Number(next)))}
          />
        );
      })}
    </div>
  );
};

const TurnedChoice = ({ work, onWork, instrument }: Inside) => {
  const list = [...turnedItems(instrument)].toSorted((a, b) => a - b).join(", ");
  return (
    <Choice
      label={t("bring.turned")}
      hint={t("bring.turnedHint", { list })}
      stacked
      options={[
        { value: "raw", label: t("bring.turned.raw") },
        { value: "turned", label: t("bring.turned.turned") },
      ]}
      value={work.isTurned === null ? null : work.isTurned ? "turned" : "raw"}
      onChange={(is) => onWork({ ...work, isTurned: is === "turned" })}
    />
  );
};

/** The whole step. */
export const Values = ({ work, onWork, onNext }: ValuesProps) => {
  const [wrong, setWrong] = useState<string | null>(null);
  const instrument = instrumentIn(work);
  const lacking = lacksValues(work);
  const change = (next: Work): void => {
    setWrong(null);
    onWork(next);
  };
  if (instrument === null) return null;
  const inside = { work, onWork: change, instrument };
  return (
    <>
      <p>{t("bring.valuesLead")}</p>
      {lacking?.type === "TooMany" ? null : (
        <Stack gap={3}>
          <CountedChoice {...inside} />
          <Meanings {...inside} />
        </Stack>
      )}
      {asksTurned(work) ? <TurnedChoice {...inside} /> : null}
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      <Row>
        <Button kind="primary" onPress={() => (lacking === null ? onNext() : setWrong(valueWords(lacking)))}>
          {t("bring.next")}
        </Button>
      </Row>
    </>
  );
};
