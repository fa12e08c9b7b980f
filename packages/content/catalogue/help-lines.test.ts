/** Checks the help lines: every country, dialable numbers, honest marks of what was checked. */

import { describe, expect, it } from "vitest";
import type { HelpCountry } from "../shapes.ts";
import { helpFallbacks, helpLines } from "./help-lines.ts";

const countries: readonly HelpCountry[] = [
  "US",
  "CA",
  "GB",
  "IE",
  "AU",
  "NZ",
  "DE",
  "AT",
  "CH",
  "FR",
  "ES",
  "IT",
  "NL",
  "BE",
  "IN",
  "BR",
  "KR",
];
const order = ["emergency", "crisis", "violence"] as const;
const numbersOf = (country: HelpCountry): readonly string[] =>
  helpLines.filter((line) => line.country === country).map((line) => line.number);

describe("the help lines", () => {
  it("have unique ids that begin with the country", () => {
    expect(new Set(helpLines.map((line) => line.id)).size).toBe(helpLines.length);
    for (const { id, country } of helpLines) expect(id.startsWith(`${country.toLowerCase()}-`), id).toBe(true);
  });

  it("name no line twice on one channel in one country", () => {
    const keys = helpLines.map((line) => `${line.country} ${line.channel} ${line.number}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(countries)("begin with the emergency number in %s, then crisis lines, then violence at home", (country) => {
    const kinds = helpLines.filter((line) => line.country === country).map((line) => order.indexOf(line.kind));
    expect(kinds[0]).toBe(0);
    expect(kinds).toContain(1);
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
  });

  it("cover the countries of the design and no others", () => {
    expect([...new Set(helpLines.map((line) => line.country))]).toEqual(countries);
  });

  it("can be dialled: digits once spaces and hyphens are dropped", () => {
    for (const { id, number } of helpLines) {
      expect(number.replace(/[ -]/g, ""), id).toMatch(/^\d{3,11}$/);
    }
  });

  it("give a first word on text lines only", () => {
    for (const { id, channel, keyword } of helpLines) {
      if (keyword === null) continue;
      expect(channel, id).toBe("text");
      expect(keyword, id).toMatch(/^[A-Z]{2,10}$/);
    }
  });

  // Digit by digit from the design, independent of the table.
  it.each([
    ["US", ["911", "988", "988", "741741", "1-800-799-7233"]],
    ["CA", ["911", "988", "988"]],
    ["GB", ["999", "116 123", "85258", "111", "0808 2000 247"]],
    ["IE", ["112", "116 123", "50808", "1800 341 900"]],
    ["AU", ["000", "13 11 14", "1800 737 732"]],
    ["NZ", ["111", "1737", "1737", "0800 733 843"]],
    ["DE", ["112", "0800 111 0 111", "0800 111 0 222", "116 016"]],
    ["AT", ["112", "142", "0800 222 555"]],
    ["CH", ["112", "143"]],
    ["FR", ["112", "3114", "09 72 39 40 50", "3919"]],
    ["ES", ["112", "024", "016"]],
    ["IT", ["112", "02 2327 2327", "1522"]],
    ["NL", ["112", "113", "0800-0113", "0800-2000"]],
    ["BE", ["112", "1813", "0800 32 123", "1712"]],
    ["IN", ["112", "14416", "181"]],
    ["BR", ["192", "190", "188", "180"]],
    ["KR", ["119", "112", "109", "1366"]],
  ] as const)("list for %s exactly the numbers of the design", (country, numbers) => {
    expect(numbersOf(country)).toEqual(numbers);
  });

  it("are never Canada’s old number", () => {
    for (const { number } of helpLines) expect(number.replace(/\D/g, "")).not.toContain("8334564566");
  });

  it("count as verified exactly when a day of checking is given", () => {
    for (const { id, verified, checkedOn } of helpLines) {
      expect(verified, id).toBe(checkedOn !== null);
      if (checkedOn !== null) expect(checkedOn, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(helpLines.filter((line) => line.verified)).toHaveLength(10);
  });

  it("name an operator to ask, and the languages to count on", () => {
    for (const { id, source, languages } of helpLines) {
      expect(source.length, id).toBeGreaterThan(2);
      expect(source, id).not.toMatch(/design|safety page|wikipedia/i);
      expect(languages.length, id).toBeGreaterThan(0);
      for (const language of languages) expect(language, id).toMatch(/^[a-z]{2}$/);
    }
  });

  it("still offer four ways when none of them work", () => {
    expect(helpFallbacks).toEqual(["text-line", "emergency-department", "stay-with-someone", "distance-to-means"]);
  });
});
