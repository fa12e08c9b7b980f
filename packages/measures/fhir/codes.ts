/** Names instruments, items, answers and scores by code: LOINC where it was verified, and our own beside it. */
import type { InstrumentId } from "../ids.ts";
import { answersTo, type Instrument, type Scale } from "../instrument.ts";
import type { Coding, Concept } from "./shapes.ts";

/**
 * Where our own codes and questionnaires stand. The name is reserved (RFC 2606), so nobody can own it and nothing
 * answers there: a reader takes it as a name, and a host that changes its address changes no file.
 */
export const ownBase = "https://belay.invalid/fhir";

const loinc = "http://loinc.org";

const phqItems = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3"] as const;
const gadItems = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"] as const;

/** Not at all, several days, more than half the days, nearly every day. */
const frequency = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"] as const;

interface Verified {
  readonly panel: string | null;
  readonly total: string | null;
  readonly items: readonly string[];
}

/** What measures page 1.8 marks as verified; the ninth item of the PHQ-9 and the panel of the PHQ-4 are not. */
const verified: Readonly<Partial<Record<InstrumentId, Verified>>> = {
  phq9: { panel: "44249-1", total: "44261-6", items: phqItems },
  phq8: { panel: null, total: null, items: phqItems },
  phq2: { panel: "55757-9", total: "55758-7", items: phqItems.slice(0, 2) },
  gad7: { panel: "69737-5", total: "70274-6", items: gadItems },
  gad2: { panel: null, total: null, items: gadItems.slice(0, 2) },
  phq4: { panel: null, total: "70272-0", items: [...gadItems.slice(0, 2), ...phqItems.slice(0, 2)] },
};

const both = (code: string | null | undefined, kind: string, own: string): readonly Coding[] => [
  ...(code === null || code === undefined ? [] : [{ system: loinc, code }]),
  { system: `${ownBase}/CodeSystem/${kind}`, code: own },
];

/** Whether a file with this instrument holds codes of LOINC, whose notice then belongs to it. */
export const hasLoinc = ({ id }: Pick<Instrument, "id">): boolean => verified[id] !== undefined;

/** The codes of an instrument as a whole. */
export const instrumentCodes = ({ id }: Instrument): readonly Coding[] => both(verified[id]?.panel, "instruments", id);

/** The codes of item `item`, from 1. */
export const itemCodes = ({ id }: Instrument, item: number): readonly Coding[] =>
  both(verified[id]?.items[item - 1], "items", `${id}-${item}`);

/** The codes of one score, with the instrument's name. Only totals have codes of LOINC. */
export const scoreCodes = ({ id, name }: Instrument, scale: Scale): Concept => ({
  coding: both(scale.name === "total" ? verified[id]?.total : null, "scores", `${id}-${scale.name}`),
  text: `${name}: ${scale.name}`,
});

/** The code of answer `value` to item `item`; `display` is the answer in words. Answers of each item's own say which. */
export const answerCode = (instrument: Instrument, item: number, value: number, display: string): Coding => {
  const { from, step } = answersTo(instrument, item);
  const known = hasLoinc(instrument) ? frequency[(value - from) / step] : undefined;
  const points = { url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value } as const;
  if (known !== undefined) return { extension: [points], system: loinc, code: known, display };
  const own = instrument.answers.length === 1 ? String(value) : `${item}-${value}`;
  return { extension: [points], system: `${ownBase}/CodeSystem/answers-${instrument.id}`, code: own, display };
};
