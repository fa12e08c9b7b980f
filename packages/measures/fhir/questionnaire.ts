/** Writes an instrument as a Questionnaire of FHIR R4, with its words where its owner allows them. */
import { answersTo, upTo, type Instrument } from "../instrument.ts";
import { answerCode, hasLoinc, instrumentCodes, itemCodes, ownBase } from "./codes.ts";
import type { Coding, Questionnaire, QuestionnaireItem } from "./shapes.ts";

/** What a questionnaire is written with. */
export interface Wording {
  /** Of the sentences: "en". */
  readonly language: string;
  /** The sentence of an id of the content room; null where this build has none. */
  readonly words: (id: string) => string | null;
  /** LOINC's own notice, which must stand wherever its codes do. */
  readonly loincNotice: string;
}

/** Which edition of our questionnaires this is; it grows when what stands in one changes. */
const edition = "1";

/** Where the questionnaire of an instrument stands in the file, with its edition. */
export const canonicalOf = (id: string): { readonly url: string; readonly canonical: string } => {
  const url = `${ownBase}/Questionnaire/${id}`;
  return { url, canonical: `${url}|${edition}` };
};

/** Every answer to an item with its number, its words, lowest first; null where no words may be shown. */
export const optionsOf = (
  instrument: Instrument,
  item: number,
  words: Wording["words"],
): readonly { readonly value: number; readonly coding: Coding }[] | null => {
  const lists = instrument.words?.answers;
  const ids = lists?.[lists.length === 1 ? 0 : item - 1];
  if (ids === undefined) return null;
  const { from, step } = answersTo(instrument, item);
  const found = ids.map((id, i) => ({ value: from + i * step, display: words(id) }));
  const said = found.flatMap(({ value, display }) =>
    display === null ? [] : [{ value, coding: answerCode(instrument, item, value, display) }],
  );
  return said.length === ids.length ? said : null;
};

/** The words of an item, or null. */
export const textOf = ({ words: ids }: Instrument, item: number, words: Wording["words"]): string | null => {
  const id = ids?.items[item - 1];
  return id === undefined ? null : words(id);
};

const itemOf = (instrument: Instrument, item: number, words: Wording["words"]): QuestionnaireItem => {
  const [text, options] = [textOf(instrument, item, words), optionsOf(instrument, item, words)];
  return {
    linkId: String(item),
    code: itemCodes(instrument, item),
    prefix: String(item),
    ...(text === null ? {} : { text }),
    ...(options === null
      ? { type: "decimal" }
      : { type: "choice", answerOption: options.map(({ coding }) => ({ valueCoding: coding })) }),
  };
};

/** The line above the questions, which is read and not answered. */
const leadOf = ({ words: ids }: Instrument, words: Wording["words"]): readonly QuestionnaireItem[] => {
  const text = ids === null ? null : words(ids.lead);
  return text === null ? [] : [{ linkId: "lead", text, type: "display" }];
};

/** A name that programs can take for one of theirs, as the invariant que-0 wants it. */
const nameOf = (id: string): string => `Q_${id.replaceAll("-", "_")}`;

/** The questionnaire of an instrument. Without words it has items by number alone, for answers from elsewhere. */
export const questionnaireOf = (instrument: Instrument, wording: Wording): Questionnaire => {
  const { id } = instrument;
  const credit = instrument.credit === null ? null : wording.words(instrument.credit);
  const notices = [credit, hasLoinc(instrument) ? wording.loincNotice : null].filter((line) => line !== null);
  return {
    resourceType: "Questionnaire",
    language: wording.language,
    url: canonicalOf(id).url,
    version: edition,
    name: nameOf(id),
    title: instrument.name,
    status: "active",
    ...(notices.length === 0 ? {} : { copyright: notices.join("\n") }),
    code: instrumentCodes(instrument),
    item: [
      ...leadOf(instrument, wording.words),
      ...upTo(instrument.items).map((item) => itemOf(instrument, item, wording.words)),
    ],
  };
};
