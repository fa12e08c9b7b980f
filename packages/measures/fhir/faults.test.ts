/** Tests that the validator which holds our files bites: each planted fault, each of another kind, is refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../tests/fhir/validator.ts";

const golden = readFileSync(join(import.meta.dirname, "../../../fixtures/fhir/bundle.json"), "utf8");

type Loose = Record<string, unknown>;

/** A copy of the golden file with one fault in it. */
const planted = (plant: (bundle: Loose, find: (type: string) => Loose) => void): unknown => {
  const bundle: Loose = JSON.parse(golden);
  const find = (type: string): Loose => {
    for (const entry of Array.isArray(bundle["entry"]) ? bundle["entry"] : []) {
      if (entry.resource.resourceType === type) return entry.resource;
    }
    throw new Error(`there is no ${type}`);
  };
  plant(bundle, find);
  return bundle;
};

/** The first item with answers in a resource. */
const item = (resource: Loose, index = 0): Loose => {
  const items = resource["item"];
  return Array.isArray(items) ? items[index] : {};
};

const faults: readonly (readonly [what: string, plant: Parameters<typeof planted>[0], says: RegExp])[] = [
  ["a required field is missing", (_, find) => delete find("Observation")["code"], /Missing required property/],
  ["a field nobody knows", (_, find) => Object.assign(find("Observation"), { mood: 3 }), /additional property "mood"/],
  [
    "a code outside of FHIR’s own list",
    (_, find) => Object.assign(find("QuestionnaireResponse"), { status: "done" }),
    /"done" is not in/,
  ],
  ["a kind of bundle that is none", (bundle) => Object.assign(bundle, { type: "pile" }), /"pile" is not in/],
  [
    "a kind of question that is none",
    (_, find) => Object.assign(item(find("Questionnaire"), 1), { type: "slider" }),
    /"slider" is not in|que-5/,
  ],
  [
    "a day that is none",
    (_, find) => Object.assign(find("QuestionnaireResponse"), { authored: "20.11.2026" }),
    /Invalid dateTime format/,
  ],
  [
    "a number as text",
    (_, find) => Object.assign(Object(find("Observation")["valueQuantity"]), { value: "6" }),
    /expected number/,
  ],
  [
    "one value where a list belongs",
    (_, find) => Object.assign(find("Observation"), { category: { text: "survey" } }),
    /array|Expected/i,
  ],
  [
    "a list where one value belongs",
    (_, find) => Object.assign(find("Questionnaire"), { title: ["PHQ-4"] }),
    /array|single|multiple|number, but got|string, but got/i,
  ],
  ["two values at once", (_, find) => Object.assign(find("Observation"), { valueInteger: 6 }), /Conflicting choice/],
  [
    "a value, and a reason why there is none (obs-6)",
    (_, find) => Object.assign(find("Observation"), { dataAbsentReason: { text: "masked" } }),
    /obs-6/,
  ],
  [
    "a group without questions (que-1)",
    (_, find) => Object.assign(item(find("Questionnaire")), { type: "group" }),
    /que-1/,
  ],
  [
    "a line that has a code (que-3)",
    (_, find) => Object.assign(item(find("Questionnaire")), { code: [{ code: "x" }] }),
    /que-3/,
  ],
  [
    "the same linkId twice (que-2)",
    (_, find) => Object.assign(item(find("Questionnaire"), 2), { linkId: "1" }),
    /que-2/,
  ],
  [
    "an extension that nobody published",
    (_, find) =>
      Object.assign(find("Observation"), { extension: [{ url: "https://belay.invalid/mine", valueString: "x" }] }),
    /is not published/,
  ],
  ["an empty answer", (_, find) => Object.assign(item(find("QuestionnaireResponse")), { answer: [{}] }), /empty/],
  [
    "two entries of one name (bdl-7)",
    (bundle) => Array.isArray(bundle["entry"]) && bundle["entry"].push(bundle["entry"][0]),
    /bdl-7/,
  ],
  [
    "a name that is no UUID",
    (bundle) => Array.isArray(bundle["entry"]) && Object.assign(bundle["entry"][0], { fullUrl: "urn:uuid:one" }),
    /no urn:uuid/,
  ],
  [
    "a reference to nothing",
    (_, find) =>
      Object.assign(find("Observation"), {
        derivedFrom: [{ reference: "urn:uuid:00000000-0000-8000-8000-000000000000", type: "QuestionnaireResponse" }],
      }),
    /resolves to no/,
  ],
  [
    "a questionnaire that is not there",
    (_, find) => Object.assign(find("Questionnaire"), { version: "2" }),
    /is not in the bundle/,
  ],
  [
    "an answer to a question that is not asked",
    (_, find) => Object.assign(item(find("QuestionnaireResponse")), { linkId: "99" }),
    /item 99 is not in/,
  ],
  [
    "an answer that cannot be given",
    (_, find) =>
      Object.assign(item(find("QuestionnaireResponse")), {
        answer: [{ valueCoding: { system: "http://loinc.org", code: "LA33-6" } }],
      }),
    /is no answer/,
  ],
  ["something that is no bundle", (bundle) => Object.assign(bundle, { resourceType: "Observation" }), /no Bundle/],
];

describe("the validator", () => {
  it("finds nothing in the file that is kept", () => {
    expect(faultsOf(JSON.parse(golden))).toEqual([]);
  });

  it.each(faults)("refuses %s", (_what, plant, says) => {
    expect(faultsOf(planted(plant)).join("\n")).toMatch(says);
  });
});
