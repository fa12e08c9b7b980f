/** J-3: what is built for people's devices names no address but those of the languages it is written in. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, type TreeFile } from "../relay/tree.ts";
import type { Proof } from "./proof.ts";

/** Names of languages, which nothing ever fetches. */
const allowed: readonly string[] = [
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/1998/Math/MathML",
  "http://www.w3.org/1999/xlink",
  "http://www.w3.org/XML/1998/namespace",
  // Names of code systems and extensions in a FHIR file that a person saves (`packages/measures/fhir`).
  "http://loinc.org",
  "http://unitsofmeasure.org",
  "http://terminology.hl7.org/CodeSystem",
  "http://hl7.org/fhir/StructureDefinition/ordinalValue",
  "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  // Our own codes, under a name that is reserved so that it leads nowhere (RFC 2606, section 2).
  "https://belay.invalid/fhir",
];

/** An address with a scheme, one that takes the page's own, and one that is put together from a host in quotes. */
const shapes: readonly RegExp[] = [
  /\b(?:https?|wss?|ftp):\/\/[^\s"'`\\<>()]+/gi,
  /["'`(]\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`]*/gi,
  /["'`](?:[a-z0-9-]+\.)+(?:com|org|net|io|cloud)["'`/:]/gi,
];

/** What an installed part says when it throws: the text of an error, never fetched. Both are looked at below. */
const isAllowed = (address: string): boolean =>
  allowed.includes(address) || /^(?:https?|wss?):\/\/\$\{/.test(address) || /^(?:https?|wss?):\/\/$/.test(address);

/** Every address that is not on the list, with its file. */
const addressesIn = (files: readonly TreeFile[]): readonly string[] =>
  files
    .filter(({ path }) => !/\.(?:woff2|png|ico|webp)$/.test(path))
    .flatMap(({ path, bytes }) =>
      shapes.flatMap((shape) =>
        [...bytes.toString("utf8").matchAll(shape)]
          .map(([address]) => address)
          .filter((address) => !isAllowed(address))
          .map((address) => `${path}: ${address.slice(0, 100)}`),
      ),
    );

const built = ["build/web", "build/pages"];

const planted: readonly string[] = [
  'fetch("https://stats.example/collect")',
  'new Image().src = "//pixel.example.net/p.gif"',
  'connect("api.vendor.io/v1")',
  "new WebSocket(`wss://push.example/x`)",
];

/** A case is a built file; all of them, whatever the scale. At least so many there are. */
export const proof: Proof = {
  id: "J-3",
  number: 20,
  control: "four addresses, each written in another way, planted in a built file",
  run: async ({ note }) => {
    const files = built
      .map((folder) => join(process.cwd(), folder))
      .filter((folder) => existsSync(folder))
      .flatMap(filesBelow);
    const found = addressesIn(files);
    const mutants = planted.map((text) => addressesIn([{ path: "planted.js", bytes: Buffer.from(text) }]).length);
    for (const line of found) note(`J-3: ${line}`);
    const [why] = found;
    return {
      done: files.length,
      failures: found.length,
      control: mutants.every((count) => count > 0),
      ...(why === undefined ? {} : { why }),
    };
  },
};
