/** A draft that counts only while what it was begun for still stands, as "the last two weeks" of a day. */
import { addDays } from "@belay/basics";
import { useDraft, type Draft, type Form } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";

/**
 * `of` is what a change made now is about, kept with the draft; `stands` says of what was kept whether it may still be
 * gone on with. Where it may not, the form is as `empty`, and the next change writes over the old one.
 */
export const useDraftOf = <Shape extends Form>(
  name: string,
  empty: Shape,
  of: string,
  stands: (of: string) => boolean,
): Draft<Shape> => {
  const { form, change, ...draft } = useDraft<Form & Shape>(name, { ...empty, of: "" });
  const shown: Shape = stands(String(form["of"])) ? form : empty;
  return { ...draft, form: shown, change: (more) => change({ ...shown, ...more, of }) };
};

/** Days that half an answer waits: later, "the last two weeks" of most questionnaires are other weeks (design choice). */
const waits = 2;

/** A draft of answers about the time just before the day they are given on. */
export const useDraftOfNow = <Shape extends Form>(name: string, empty: Shape): Draft<Shape> => {
  const today = useEngine().today();
  return useDraftOf(name, empty, today, (day) => day >= addDays(today, -waits));
};
