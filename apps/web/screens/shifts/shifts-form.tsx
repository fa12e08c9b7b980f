/** Asks how much each shift fits: all start empty, any may be left, and half of it survives. */
import type { LocalDay } from "@belay/basics";
import { shiftCatalogue } from "@belay/content";
import type { ShiftCourse } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Level as LevelRow } from "../../parts/level.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { levelOf, levels } from "./rounds.ts";
import { levelWords } from "./shift-words.ts";

/** A level by the shift’s id; null while nothing is chosen. What a draft holds may be of another version. */
type ShiftsForm = Readonly<Record<string, number | string | null>>;

/** Nothing is chosen for anybody, whatever was said the month before. */
export const emptyShiftsForm: ShiftsForm = Object.fromEntries(shiftCatalogue.map(({ id }) => [id, null]));

/** The levels that were chosen, in the order of the catalogue. */
export const answersOf = (form: ShiftsForm): readonly { readonly shift: string; readonly level: number }[] =>
  shiftCatalogue.flatMap(({ id }) => {
    const level = levelOf(form[id]);
    return level === null ? [] : [{ shift: id, level }];
  });

interface ShiftsFormProps {
  /** What was said before, shown beside each question. */
  readonly courses: readonly ShiftCourse[];
  readonly today: LocalDay;
  /** Called once it is durable. */
  readonly onSaved: () => void;
}

/** Every shift as a row of dots; what was said last stands below it, and is not chosen again by itself. */
export const ShiftsForm = ({ courses, today, onSaved }: ShiftsFormProps) => {
  const draft = useDraft<ShiftsForm>("shifts", emptyShiftsForm);
  const save = useSave();
  const [missing, setMissing] = useState<MessageId | null>(null);
  const keep = async (): Promise<void> => {
    setMissing(null);
    const answers = answersOf(draft.form);
    // Nothing chosen is no round: the next one would then come four weeks after nothing.
    if (answers.length === 0) return setMissing("shifts.nothing");
    const ids = await save.run({ kind: "shifts/answer", answers: [...answers] });
    if (ids === null) return;
    // Durable from here on: the draft has done its work.
    draft.drop();
    onSaved();
  };
  const trouble = save.notice ?? missing;
  // Drawn once the draft was looked for, so that no dot jumps under a finger.
  if (!draft.ready) return null;
  return (
    <Stack gap={4}>
      {shiftCatalogue.map(({ id, text }) => {
        const last = courses.find(({ shift }) => shift === id)?.points.at(-1);
        const lastLevel = levelOf(last?.level);
        return (
          <LevelRow
            key={id}
            label={text}
            hint={
              last === undefined || lastLevel === null
                ? undefined
                : t("shifts.last", { day: daySaid(last.day, today), level: levelWords(lastLevel) })
            }
            words={levels.map(levelWords)}
            value={levelOf(draft.form[id])}
            onChange={(level) => draft.change({ [id]: level })}
            clearText={t("shell.clear")}
          />
        );
      })}
      <Notice urgent tone="care">
        {trouble === null ? null : t(trouble)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void keep()}>
          {t("shifts.save")}
        </Button>
      </Row>
    </Stack>
  );
};
