import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "./place-id.ts";

describe("what is about to be tried, in one id", () => {
  it.each([
    ["ask-the-way", { step: "ask-the-way", person: null, offered: false }],
    ["ask-the-way~~offered", { step: "ask-the-way", person: null, offered: true }],
    ["ask-for-a-lift~abc.1", { step: "ask-for-a-lift", person: "abc.1", offered: false }],
    ["ask-for-a-lift~abc.1~offered", { step: "ask-for-a-lift", person: "abc.1", offered: true }],
    ["~abc.1", { step: null, person: "abc.1", offered: false }],
    ["", { step: null, person: null, offered: false }],
  ] as const)("%j is read and written alike", (text, parts) => {
    expect(readPlace(text)).toEqual(parts);
    expect(writePlace(parts)).toBe(text);
  });

  it.each([
    [null, { step: null, person: null, offered: false }],
    ["a~b~c~d", { step: "a", person: "b", offered: false }],
  ] as const)("%j does no harm", (text, parts) => {
    expect(readPlace(text)).toEqual(parts);
  });
});
