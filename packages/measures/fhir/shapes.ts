/** Says what we write of FHIR R4 (4.0.1): the few fields of its resources that our files use, and no more. */

/** A code of a system, with what it is called where that belongs to the answer. */
export interface Coding {
  readonly extension?: readonly Extension[];
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

/** The two extensions we use, both HL7's own. */
export type Extension =
  | { readonly url: "http://hl7.org/fhir/StructureDefinition/ordinalValue"; readonly valueDecimal: number }
  | { readonly url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason"; readonly valueCode: "masked" };

/** Several codes for one thing, and its name. */
export interface Concept {
  readonly coding: readonly Coding[];
  readonly text?: string;
}

/** One question, or a line that is only read. `text` is missing where its owner allows no words. */
export interface QuestionnaireItem {
  readonly linkId: string;
  readonly code?: readonly Coding[];
  readonly prefix?: string;
  readonly text?: string;
  readonly type: "display" | "choice" | "decimal";
  readonly answerOption?: readonly { readonly valueCoding: Coding }[];
}

/** One instrument. */
export interface Questionnaire {
  readonly resourceType: "Questionnaire";
  readonly language: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly status: "active";
  readonly copyright?: string;
  readonly code: readonly Coding[];
  readonly item: readonly QuestionnaireItem[];
}

/** What was answered to one question. */
export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  readonly answer: readonly ({ readonly valueCoding: Coding } | { readonly valueDecimal: number })[];
}

/** One sitting. It names nobody: there is no subject, no author and no source. */
export interface QuestionnaireResponse {
  readonly resourceType: "QuestionnaireResponse";
  readonly language: string;
  readonly questionnaire: string;
  readonly status: "completed" | "in-progress";
  /** A day, YYYY-MM-DD. */
  readonly authored: string;
  readonly item?: readonly ResponseItem[];
}

/** One score of one sitting; without a value, it says why. */
export interface Observation {
  readonly resourceType: "Observation";
  readonly status: "final";
  readonly category: readonly Concept[];
  readonly code: Concept;
  /** Which of several people an instrument asked about: a number that holds in this file alone. */
  readonly focus?: readonly { readonly identifier: { readonly system: string; readonly value: string } }[];
  /** A day, YYYY-MM-DD. */
  readonly effectiveDateTime: string;
  readonly valueQuantity?: {
    readonly value: number;
    readonly unit: string;
    readonly system: string;
    readonly code: string;
  };
  readonly dataAbsentReason?: Concept;
  readonly derivedFrom?: readonly { readonly reference: string; readonly type: "QuestionnaireResponse" }[];
}

/** What stands in a file. */
export type Resource = Questionnaire | QuestionnaireResponse | Observation;

/** The file: a collection that resolves within itself. */
export interface FhirBundle {
  readonly resourceType: "Bundle";
  readonly language: string;
  readonly type: "collection";
  /** When it was made, an instant. */
  readonly timestamp: string;
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
