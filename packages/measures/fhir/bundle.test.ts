import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../tests/fhir/validator.ts";
import { instruments } from "../catalogue.ts";
import { instrumentIds } from "../ids.ts";
import { answersTo, upTo, type Instrument } from "../instrument.ts";
import { fhirBundle, type FhirRequest } from "./bundle.ts";
import type { SittingFor } from "./kept.ts";
import type { FhirBundle, Observation, QuestionnaireResponse, Resource } from "./shapes.ts";

const words = (id: string): string => `words of ${id}`;

const request = (sittings: readonly SittingFor[], item9 = false): FhirRequest => ({
  sittings,
  item9,
  words,
  loincNotice: "the notice of LOINC",
  language: "en",
  madeAt: "2026-11-23T01:30:00Z",
});

const sitting = (id: string, instrument: string, rest: Partial<SittingFor> = {}): SittingFor => ({
  id,
  instrument,
  about: null,
  day: "2026-11-20",
  answers: null,
  scores: null,
  ...rest,
});

const resources = (bundle: FhirBundle): readonly Resource[] => (bundle.entry ?? []).map(({ resource }) => resource);
const observations = (bundle: FhirBundle): readonly Observation[] =>
  resources(bundle).flatMap((each) => (each.resourceType === "Observation" ? [each] : []));
const responses = (bundle: FhirBundle): readonly QuestionnaireResponse[] =>
  resources(bundle).flatMap((each) => (each.resourceType === "QuestionnaireResponse" ? [each] : []));

/** Answers that are all the lowest. */
const lowest = (instrument: Instrument): readonly number[] =>
  upTo(instrument.items).map((item) => answersTo(instrument, item).from);

const phq9 = (ninth: number | null, rest: Partial<SittingFor> = {}): SittingFor =>
  sitting("nine", "phq9", { answers: [1, 2, 0, 3, 1, 0, 2, 1, ninth], ...rest });

/** One sitting of every kind there is, in real life's order. */
const mixed: readonly SittingFor[] = [
  sitting("1", "phq4", { day: "2026-08-03", answers: [1, 2, 0, 3] }),
  sitting("2", "gad7", { day: "2026-08-10", answers: [1, 1, null, 0, 2, 3, 0] }),
  sitting("3", "ecr-rs", { day: "2026-08-11", about: "p-7f3a", answers: [7, 6, 5, 4, 2, 3, 4, 4, 5] }),
  sitting("4", "ecr-rs", { day: "2026-08-12", about: "p-9c1d", answers: [1, 2, 3, 4, 5, 6, 7, 1, 2] }),
  sitting("5", "pss10", { day: "2026-08-13", answers: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4] }),
  sitting("6.0", "mspss", { day: "2025-03-01", scores: { total: 5.25, family: 4.5, nonsense: 3 } }),
  sitting("7", "osss3", { answers: [3, 4, 2] }),
  phq9(2),
];

describe("a file", () => {
  it.each(instrumentIds)("with %s holds against the published structures", (id) => {
    const bundle = fhirBundle(request([sitting("a", id, { answers: lowest(instruments[id]) })], true));
    expect(faultsOf(bundle)).toEqual([]);
    expect(resources(bundle).map(({ resourceType }) => resourceType)).toEqual([
      "Questionnaire",
      "QuestionnaireResponse",
      ...instruments[id].scales.map(() => "Observation"),
    ]);
  });

  it("with everything holds, with item 9 and without", () => {
    expect(faultsOf(fhirBundle(request(mixed, true)))).toEqual([]);
    expect(faultsOf(fhirBundle(request(mixed, false)))).toEqual([]);
  });

  it("with nothing is an empty collection that holds", () => {
    const bundle = fhirBundle(request([]));
    expect(bundle.entry).toBeUndefined();
    expect(faultsOf(bundle)).toEqual([]);
  });

  it("is the one that is kept, letter by letter", () => {
    const path = join(import.meta.dirname, "../../../fixtures/fhir/bundle.json");
    const made = `${JSON.stringify(fhirBundle(request(mixed)), null, 2)}\n`;
    if (process.env["WRITE_FIXTURES"] === "1") writeFileSync(path, made);
    expect(made).toBe(readFileSync(path, "utf8"));
    expect(faultsOf(JSON.parse(made))).toEqual([]);
  });

  it("holds whatever was answered, and however little", () => {
    const one = fc.constantFrom(...instrumentIds).chain((id) => {
      const instrument = instruments[id];
      const answers = fc.tuple(
        ...upTo(instrument.items).map((item) => {
          const { from, to, step } = answersTo(instrument, item);
          const fit = fc.integer({ min: 0, max: (to - from) / step }).map((n) => from + n * step);
          return fc.oneof({ weight: 6, arbitrary: fit }, fc.constant(null), fc.constant(777));
        }),
      );
      const total = fc.record({ total: fc.double({ min: -100, max: 100, noNaN: true }) });
      return fc.record({
        instrument: fc.constant(id),
        answers: fc.option(answers),
        scores: fc.option(total),
        about: fc.option(fc.constantFrom("ann", "bo")),
      });
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), fc.boolean(), (list, item9) => {
        const sittings = list.map((each, i) => ({ ...each, id: String(i), day: "2026-01-31" }));
        expect(faultsOf(fhirBundle(request(sittings, item9)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("is the same for the same request", () => {
    expect(fhirBundle(request(mixed))).toEqual(fhirBundle(request(mixed)));
  });
});

describe("what is in it", () => {
  it("has LOINC's codes where they were verified, and our own beside them", () => {
    const bundle = fhirBundle(request([phq9(0)], true));
    const [questionnaire] = resources(bundle);
    expect(questionnaire).toMatchObject({ code: [{ system: "http://loinc.org", code: "44249-1" }, { code: "phq9" }] });
    const total = observations(bundle)[0];
    expect(total?.code.coding).toEqual([
      { system: "http://loinc.org", code: "44261-6" },
      { system: "https://belay.invalid/fhir/CodeSystem/scores", code: "phq9-total" },
    ]);
    expect(responses(bundle)[0]?.item?.[1]?.answer[0]).toMatchObject({
      valueCoding: { system: "http://loinc.org", code: "LA6570-1" },
    });
  });

  it("has no code of LOINC that nobody verified: the ninth item, the panels of PHQ-4 and PHQ-8, WHO-5", () => {
    const sittings = (["phq9", "phq8", "phq4", "who5", "ecr-rs"] as const).map((id) =>
      sitting(id, id, { answers: lowest(instruments[id]) }),
    );
    const text = JSON.stringify(fhirBundle(request(sittings, true)));
    for (const code of ["44260-8", "69724-3", "93159-6", "720433000", "99046-5"]) expect(text).not.toContain(code);
    expect(text).toContain("70272-0");
  });

  it("carries the owner's line and LOINC's notice, and the notice nowhere else", () => {
    const [gad, ucla] = resources(
      fhirBundle(
        request([
          sitting("a", "gad7", { answers: lowest(instruments.gad7) }),
          sitting("b", "ucla3", { answers: [1, 1, 1] }),
        ]),
      ),
    );
    expect(gad).toMatchObject({ copyright: "words of measures.credit.phq\nthe notice of LOINC" });
    expect(ucla).toMatchObject({ copyright: "words of measures.credit.ucla3" });
  });

  it("shows no word of an instrument that is for scoring only", () => {
    const bundle = fhirBundle(request([sitting("a", "pss10", { answers: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4] })]));
    const [questionnaire] = resources(bundle);
    expect(JSON.stringify(bundle)).not.toContain("words of");
    expect(questionnaire).toMatchObject({ item: upTo(10).map((item) => ({ linkId: String(item), type: "decimal" })) });
    expect(responses(bundle)[0]?.item?.[3]).toEqual({ linkId: "4", answer: [{ valueDecimal: 3 }] });
  });

  it("shows no word of an instrument whose words this build has not", () => {
    const bundle = fhirBundle({
      ...request([sitting("a", "who5", { answers: [1, 2, 3, 4, 5] })]),
      words: () => null,
    });
    expect(JSON.stringify(bundle)).not.toContain('"text":"words');
    expect(responses(bundle)[0]?.item?.[0]).toEqual({ linkId: "1", answer: [{ valueDecimal: 1 }] });
    expect(faultsOf(bundle)).toEqual([]);
  });

  it("says of a sitting with gaps that it is in progress, and gives it no score", () => {
    const bundle = fhirBundle(request([sitting("a", "gad7", { answers: [1, 1, null, 0, 2, 3, 0] })]));
    expect(responses(bundle)[0]).toMatchObject({ status: "in-progress", authored: "2026-11-20" });
    expect(responses(bundle)[0]?.item?.map(({ linkId }) => linkId)).toEqual(["1", "2", "4", "5", "6", "7"]);
    expect(observations(bundle)).toEqual([]);
  });

  it("has every published score, derived from its answers, as a number of points on a day", () => {
    const bundle = fhirBundle(request([sitting("a", "phq4", { answers: [1, 2, 0, 3] })]));
    const source = bundle.entry?.find(({ resource }) => resource.resourceType === "QuestionnaireResponse")?.fullUrl;
    expect(observations(bundle).map(({ valueQuantity }) => valueQuantity?.value)).toEqual([6, 3, 3]);
    for (const each of observations(bundle)) {
      expect(each).toMatchObject({
        category: [{ coding: [{ code: "survey" }] }],
        effectiveDateTime: "2026-11-20",
        valueQuantity: { system: "http://unitsofmeasure.org", code: "{score}" },
        derivedFrom: [{ reference: source, type: "QuestionnaireResponse" }],
      });
    }
  });

  it("has scores from elsewhere without a response, and only those that the instrument has", () => {
    const bundle = fhirBundle(request([sitting("a", "mspss", { scores: { total: 5.25, family: 4.5, nonsense: 3 } })]));
    expect(responses(bundle)).toEqual([]);
    expect(observations(bundle).map(({ valueQuantity }) => valueQuantity?.value)).toEqual([5.25, 4.5]);
    for (const each of observations(bundle)) expect(each.derivedFrom).toBeUndefined();
  });

  it("names nobody: people are numbers within the file, and there is no subject", () => {
    const text = JSON.stringify(fhirBundle(request(mixed, true)));
    for (const id of ["p-7f3a", "p-9c1d", '"subject"', '"author"', '"source"', '"performer"'])
      expect(text).not.toContain(id);
    const asked = observations(fhirBundle(request(mixed))).filter(({ focus }) => focus !== undefined);
    expect(asked.map(({ focus }) => focus?.[0]?.identifier.value)).toEqual(["1", "1", "2", "2"]);
  });

  it("leaves out an instrument that is not known here", () => {
    expect(fhirBundle(request([sitting("a", "other", { answers: [1] })])).entry).toBeUndefined();
  });
});

describe("item 9, when it is not ticked", () => {
  it("leaves the same file whatever was answered to it, and whether anything was", () => {
    const files = [0, 1, 2, 3, null].map((ninth) => JSON.stringify(fhirBundle(request([phq9(ninth)]))));
    expect(new Set(files).size).toBe(1);
  });

  it("leaves the same file whatever totals came along", () => {
    const eight = { answers: [1, 2, 0, 3, 1, 0, 2, 1, null] };
    const with9 = [10, 13, 27].flatMap((total) => [
      JSON.stringify(fhirBundle(request([phq9(3, { ...eight, scores: { total } })]))),
    ]);
    expect(new Set(with9).size).toBe(1);
    const alone = [10, 27].map((total) =>
      JSON.stringify(fhirBundle(request([sitting("a", "phq9", { scores: { total } })]))),
    );
    expect(new Set(alone).size).toBe(1);
  });

  it("marks the answer as masked and gives the total of eight, never that of nine", () => {
    const bundle = fhirBundle(request([phq9(3)]));
    expect(responses(bundle)[0]?.item?.at(-1)).toMatchObject({
      linkId: "9",
      answer: [{ valueCoding: { extension: [{ valueCode: "masked" }] } }],
    });
    expect(observations(bundle).map(({ code, valueQuantity }) => [code.coding[0]?.code, valueQuantity?.value])).toEqual(
      [["phq8-total", 10]],
    );
  });

  it("gives a total from elsewhere no value, and says that this was on purpose", () => {
    const [total] = observations(fhirBundle(request([sitting("a", "phq9", { scores: { total: 27 } })])));
    expect(total?.valueQuantity).toBeUndefined();
    expect(total?.dataAbsentReason?.coding[0]?.code).toBe("masked");
  });

  it("is there with its total when it is ticked", () => {
    const bundle = fhirBundle(request([phq9(3)], true));
    expect(responses(bundle)[0]?.item?.at(-1)).toMatchObject({ answer: [{ valueCoding: { code: "LA6571-9" } }] });
    expect(observations(bundle).map(({ valueQuantity }) => valueQuantity?.value)).toEqual([13]);
  });
});
