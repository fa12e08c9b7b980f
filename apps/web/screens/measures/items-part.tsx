/** Asks the items of one questionnaire in its owners' words, with their line of credit beside them. */
import type { MeasureSet } from "@belay/domain";
import { instruments, type Instrument, type InstrumentId } from "@belay/measures";
import { Choice } from "../../parts/choice.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Level } from "../../parts/level.tsx";
import { t } from "../words.ts";
import { emptyItems, itemKey, placeOf, rawAnswers } from "./answers.ts";
import { ItemNine } from "./item-nine.tsx";
import { PartEnd, type PartProps } from "./part-end.tsx";
import { answerWords, wordsOf } from "./said.ts";
import { Clear } from "./clear.tsx";
import { useDraftOfNow } from "./draft-of.ts";

/** From so many answers on a row of dots is easier to take in than a list of words. */
const manyAnswers = 7;

interface ItemProps {
  readonly text: string;
  readonly words: readonly string[];
  readonly place: number | null;
  readonly onChange: (place: number | null) => void;
}

/** All words where each answer has some; dots where only the ends do, or there are many. */
const Item = ({ text, words, place, onChange }: ItemProps) =>
  words.length >= manyAnswers || words.some((word) => /^\d+$/.test(word)) ? (
    <Level label={text} words={words} value={place} onChange={onChange} clearText={t("shell.clear")} />
  ) : (
    <Choice
      label={text}
      options={words.map((label, index) => ({ value: String(index), label }))}
      value={place === null ? null : String(place)}
      onChange={(value) => onChange(Number(value))}
      below={<Clear there={place !== null} onPress={() => onChange(null)} />}
    />
  );

/** The item of the PHQ-9 that is answered to at once, counted from 0. */
const isNine = ({ id }: Instrument, item: number): boolean => id === "phq9" && item === 8;

interface ItemsPartProps extends PartProps {
  readonly id: InstrumentId;
  readonly about: string | null;
  readonly set: MeasureSet;
}

/** Nothing is chosen beforehand, and any question may be left. */
export const ItemsPart = ({ id, about, set, draft: name, onSaved, onSkip }: ItemsPartProps) => {
  const instrument = instruments[id];
  const { form, ready, change, drop } = useDraftOfNow(name, emptyItems(instrument));
  if (!ready || instrument.words === null) return null;
  const { credit } = instrument;
  return (
    <Stack gap={3}>
      <Stack gap={1}>
        <p>{wordsOf(instrument.words.lead)}</p>
        <Soft>{t("measuring.free")}</Soft>
        {credit === null ? null : <Soft>{wordsOf(credit)}</Soft>}
      </Stack>
      {instrument.words.items.map((item, index) => (
        <Stack key={item}>
          <Item
            text={wordsOf(item)}
            words={answerWords(instrument, index)}
            place={placeOf(form, index)}
            onChange={(place) => change({ [itemKey(index)]: place })}
          />
          {isNine(instrument, index) ? <ItemNine open={(placeOf(form, index) ?? 0) > 0} /> : null}
        </Stack>
      ))}
      <PartEnd
        command={() => {
          const answers = rawAnswers(instrument, form);
          return answers === null ? null : { kind: "measures/answer", instrument: id, about, set, answers };
        }}
        drop={drop}
        onSaved={onSaved}
        onSkip={onSkip}
      />
    </Stack>
  );
};
