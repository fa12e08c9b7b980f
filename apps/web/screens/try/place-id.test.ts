import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "./place-id.ts";

describe("what is about to be tried, in one id", () => {
  it.each([
    ["ask-the-way", { step: "ask-the-way", person: null, offered: false, context: null, about: null }],
    ["ask-the-way~~offered", { step: "ask-the-way", person: null, offered: true, context: null, about: null }],
    ["ask-for-a-lift~abc.1", { step: "ask-for-a-lift", person: "abc.1", offered: false, context: null, about: null }],
    [
      "ask-for-a-lift~abc.1~offered",
      { step: "ask-for-a-lift", person: "abc.1", offered: true, context: null, about: null },
    ],
    [
      "ask-for-a-lift~abc.1~offered.call",
      { step: "ask-for-a-lift", person: "abc.1", offered: true, context: "call", about: null },
    ],
    ["~abc.1", { step: null, person: "abc.1", offered: false, context: null, about: null }],
    [
      "ask-for-a-lift~abc.1~~load.1",
      { step: "ask-for-a-lift", person: "abc.1", offered: false, context: null, about: "load.1" },
    ],
    [
      "ask-for-a-lift~~~load.1",
      { step: "ask-for-a-lift", person: null, offered: false, context: null, about: "load.1" },
    ],
    ["", { step: null, person: null, offered: false, context: null, about: null }],
  ] as const)("%j is read and written alike", (text, parts) => {
    expect(readPlace(text)).toEqual(parts);
    expect(writePlace(parts)).toBe(text);
  });

  it.each([
    [null, { step: null, person: null, offered: false, context: null, about: null }],
    ["a~b~c~d~e", { step: "a", person: "b", offered: false, context: null, about: "d" }],
    ["a~b~offered.nowhere", { step: "a", person: "b", offered: true, context: null, about: null }],
    ["a~b~call", { step: "a", person: "b", offered: false, context: null, about: null }],
  ] as const)("%j does no harm", (text, parts) => {
    expect(readPlace(text)).toEqual(parts);
  });
});
