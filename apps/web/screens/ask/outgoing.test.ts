import { parseDay } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { sendCommand, waitedLongEnough, withDay } from "./outgoing.ts";

const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

describe("the words that go out", () => {
  it.each([
    ["as they are, when no day is shared", " Could you call? \n", null, "Could you call?"],
    [
      "with the day below them",
      "Could you call?",
      "Could you tell me by Thursday?",
      "Could you call?\nCould you tell me by Thursday?",
    ],
    [
      "with the day once",
      "Could you call? Could you tell me by Thursday?",
      "Could you tell me by Thursday?",
      "Could you call? Could you tell me by Thursday?",
    ],
  ])("%s", (_name, words, sentence, out) => {
    expect(withDay(words, sentence)).toBe(out);
  });
});

describe("an ask that went out", () => {
  it("goes to the person it was planned with, in the words that were shown", () => {
    const silence = { by: day("2026-11-25"), then: "ask Ilse" };
    expect(sendCommand({ id: "exp-1", person: "noor-1" }, "link", "Could you call?", silence, "ask-1")).toEqual({
      kind: "asks/send",
      ask: "ask-1",
      experiment: "exp-1",
      person: "noor-1",
      words: "Could you call?",
      channel: "link",
      silence,
    });
  });
});

describe("waiting", () => {
  it.each([
    ["no day was set", null, "2026-11-25", false],
    ["the day before", "2026-11-25", "2026-11-24", false],
    ["on the day itself there is still time", "2026-11-25", "2026-11-25", false],
    ["the day after", "2026-11-25", "2026-11-26", true],
  ])("%s", (_name, by, today, over) => {
    expect(waitedLongEnough(by === null ? null : { by: day(by), then: "" }, day(today))).toBe(over);
  });
});
