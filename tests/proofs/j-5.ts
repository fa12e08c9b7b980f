/** J-5: no package that is shipped or run has a known serious fault, as the registry says today. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Proof } from "./proof.ts";

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Advisories that are known and borne with: each with a reason and a day after which it counts again. */
const exceptionsPath = "docs/decisions/advisories.json";

const isBorne = (id: string, today: string): boolean => {
  const list: unknown = JSON.parse(readFileSync(join(process.cwd(), exceptionsPath), "utf8"));
  const borne = fieldOf(list, "borne");
  return (
    Array.isArray(borne) && borne.some((one) => fieldOf(one, "id") === id && String(fieldOf(one, "until")) >= today)
  );
};

/** High and critical advisories in what the registry answered, by package and address; null when it gave no answer. */
const seriousIn = (text: string, today: string): readonly string[] | null => {
  const start = text.indexOf("{");
  const answer: unknown = start < 0 ? null : JSON.parse(text.slice(start));
  const found = fieldOf(answer, "vulnerabilities");
  if (typeof found !== "object" || found === null) return null;
  const serious = Object.entries(found).flatMap(([name, one]: [string, unknown]) => {
    if (!["high", "critical"].includes(String(fieldOf(one, "severity")))) return [];
    const via = fieldOf(one, "via");
    const urls = Array.isArray(via)
      ? via.map((each) => `${name} ${JSON.stringify(fieldOf(each, "url") ?? null)}`)
      : [name];
    return urls.filter((url) => !isBorne(url, today));
  });
  return [...new Set(serious)];
};

/** What npm prints when there is something: the shape of its report, with one made-up advisory. */
const planted = JSON.stringify({
  vulnerabilities: { "made-up": { severity: "high", via: [{ url: "https://example.org/advisory" }] } },
});

/** A case is one question to the registry about everything that is shipped or run. */
export const proof: Proof = {
  id: "J-5",
  number: 1,
  control: "a report with one serious fault in it",
  run: async ({ note }) => {
    const today = new Date().toISOString().slice(0, 10);
    const caught = seriousIn(planted, today)?.length === 1;
    const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=10000"];
    const run = spawnSync("npm", args, { cwd: process.cwd(), encoding: "utf8", timeout: 60_000 });
    const serious = seriousIn(run.stdout ?? "", today);
    if (serious === null) {
      note("J-5: the registry did not answer; nothing is known of today");
      return { done: 0, failures: 0, control: caught, why: "SKIPPED: the registry does not answer this question here" };
    }
    for (const one of serious) note(`J-5: ${one}`);
    const [why] = serious;
    return { done: 1, failures: serious.length, control: caught, ...(why === undefined ? {} : { why }) };
  },
};
