/** Hands over the words of questionnaires that the app may show, for files that use them. */
import { instruments, type InstrumentId } from "@belay/measures";
import { answerWords, holds, wordsOf } from "../measures/said.ts";
import type { KnownWords } from "./work.ts";

const items = (id: InstrumentId): readonly string[] =>
  holds(id) ? (instruments[id].words?.items ?? []).map(wordsOf) : [];

const answers = (id: InstrumentId): readonly (readonly string[])[] =>
  holds(id) ? (instruments[id].words?.answers ?? []).map((_, item) => answerWords(instruments[id], item)) : [];

/** Nothing of what is for scoring only. */
export const knownWords: KnownWords = { items, answers };
