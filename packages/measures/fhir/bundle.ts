/** Writes sittings as one file of FHIR R4 (4.0.1): questionnaires, what was answered, and the scores. */
import type { Instrument } from "../instrument.ts";
import { ownBase, scoreCodes } from "./codes.ts";
import { keptOf, rounded, type Kept, type SittingFor } from "./kept.ts";
import { canonicalOf, optionsOf, questionnaireOf, textOf, type Wording } from "./questionnaire.ts";
import type { FhirBundle, Observation, QuestionnaireResponse, Resource, ResponseItem } from "./shapes.ts";
import { uuidOf } from "./uuid.ts";

/** What a file is made of. */
export interface FhirRequest extends Wording {
  readonly sittings: readonly SittingFor[];
  /** Whether item 9 of the PHQ-9 goes along; only when the person ticked it. */
  readonly item9: boolean;
  /** The instant of making, as ISO 8601 with a zone. */
  readonly madeAt: string;
}

type Entry = NonNullable<FhirBundle["entry"]>[number];

const entry = (name: string, resource: Resource): Entry => ({ fullUrl: `urn:uuid:${uuidOf(name)}`, resource });

const hl7 = "http://terminology.hl7.org/CodeSystem";
const survey: Observation["category"] = [{ coding: [{ system: `${hl7}/observation-category`, code: "survey" }] }];
const masked: Observation["dataAbsentReason"] = {
  coding: [{ system: `${hl7}/data-absent-reason`, code: "masked" }],
};
const left: ResponseItem["answer"] = [
  {
    valueCoding: {
      extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "masked" }],
    },
  },
];

/** One answer as a code with its words, or as a bare number where there are no words. */
const answerOf = (instrument: Instrument, item: number, value: number, { words }: Wording): ResponseItem["answer"] => {
  const coding = optionsOf(instrument, item, words)?.find((option) => option.value === value)?.coding;
  return [coding === undefined ? { valueDecimal: value } : { valueCoding: coding }];
};

/** What was answered; an item that was left has no place here, one that is left out on purpose says so. */
const responseOf = (kept: Kept, answers: NonNullable<Kept["answers"]>, wording: Wording): QuestionnaireResponse => {
  const { instrument, sitting } = kept;
  const items = answers.flatMap((value, i): readonly ResponseItem[] => {
    const item = i + 1;
    const hidden = kept.masked.includes(item);
    if (value === null && !hidden) return [];
    const text = textOf(instrument, item, wording.words);
    return [
      {
        linkId: String(item),
        ...(text === null ? {} : { text }),
        answer: value === null ? left : answerOf(instrument, item, value, wording),
      },
    ];
  });
  return {
    resourceType: "QuestionnaireResponse",
    language: wording.language,
    questionnaire: canonicalOf(instrument.id).canonical,
    status: items.length === instrument.items ? "completed" : "in-progress",
    authored: sitting.day,
    ...(items.length === 0 ? {} : { item: items }),
  };
};

interface About {
  readonly kept: Kept;
  /** The number of the person it asks about, from 1; null where it asks about none. */
  readonly person: number | null;
  readonly source: string | null;
}

/** The scores of a sitting in the order of the instrument, those that are withheld without a value. */
const observationsOf = ({ kept, person, source }: About): readonly Entry[] => {
  const { sitting, scoredAs, instrument } = kept;
  const one = (of: Instrument, scale: Instrument["scales"][number], value: number | null): Entry =>
    entry(`${sitting.id}/${of.id}/${scale.name}`, {
      resourceType: "Observation",
      status: "final",
      category: survey,
      code: scoreCodes(of, scale),
      ...(person === null
        ? {}
        : { focus: [{ identifier: { system: `${ownBase}/person-in-this-file`, value: String(person) } }] }),
      effectiveDateTime: sitting.day,
      ...(value === null
        ? { dataAbsentReason: masked }
        : {
            valueQuantity: {
              value: rounded(value),
              unit: "score",
              system: "http://unitsofmeasure.org",
              code: "{score}",
            },
          }),
      ...(source === null ? {} : { derivedFrom: [{ reference: source, type: "QuestionnaireResponse" }] }),
    });
  const said = scoredAs.scales.flatMap((scale) => {
    const value = kept.scores[scale.name];
    return value === undefined ? [] : [one(scoredAs, scale, value)];
  });
  const withheld = instrument.scales.filter(({ name }) => kept.withheld.includes(name));
  return [...said, ...withheld.map((scale) => one(instrument, scale, null))];
};

/** Everything of one sitting: the answers where there are any, then the scores that come from them. */
const entriesOf = (kept: Kept, person: number | null, wording: Wording): readonly Entry[] => {
  if (kept.answers === null) return observationsOf({ kept, person, source: null });
  const response = entry(kept.sitting.id, responseOf(kept, kept.answers, wording));
  return [response, ...observationsOf({ kept, person, source: response.fullUrl })];
};

/**
 * The file. It names nobody: no subject, no author, and people that an instrument asked about are numbers within the
 * file. A sitting with an instrument that is not known here is left out. The same request gives the same file.
 */
export const fhirBundle = (request: FhirRequest): FhirBundle => {
  const all = request.sittings.flatMap((sitting) => keptOf(sitting, request.item9) ?? []);
  const used = [...new Map(all.map(({ instrument }) => [instrument.id, instrument])).values()];
  const people = [...new Set(all.flatMap(({ sitting }) => sitting.about ?? []))];
  const numberOf = (about: string | null): number | null => (about === null ? null : people.indexOf(about) + 1);
  const entries = [
    ...used.map((instrument) => entry(`questionnaire/${instrument.id}`, questionnaireOf(instrument, request))),
    ...all.flatMap((kept) => entriesOf(kept, numberOf(kept.sitting.about), request)),
  ];
  return {
    resourceType: "Bundle",
    language: request.language,
    type: "collection",
    timestamp: request.madeAt,
    ...(entries.length === 0 ? {} : { entry: entries }),
  };
};
