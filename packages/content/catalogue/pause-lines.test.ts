/** Checks the sentences of the pause: each step of it has one, with a way out of the breathing and of the room. */

import { describe, expect, it } from "vitest";
import { pauseLines } from "./pause-lines.ts";
import { brokenRules, gradeOf, meanWords, wordsOf } from "./testing.ts";

const texts = pauseLines.map((line) => line.text);
const lineOf = (id: string) => pauseLines.find((line) => line.id === id);

describe("a row of the programme is a sentence of the pause", () => {
  it.each([
    ["HNS-01", "alert", /on alert.*danger now, or.*familiar\?$/],
    ["HNS-02", "stop", /^Pause here\./],
    ["HNS-03", "breath", /slow breaths/],
    ["HNS-04", "now", /not back there.*no longer a child.*more choices/],
  ] as const)("%s: %s", (row, id, words) => {
    expect(lineOf(id)?.covers).toEqual([row]);
    expect(lineOf(id)?.text).toMatch(words);
  });
});

describe("the sentences of the pause", () => {
  it("come in the order of the screen, each id once", () => {
    expect(pauseLines.map((line) => line.id)).toEqual([
      "alert",
      "stop",
      "breath",
      "breath-stop",
      "then",
      "now",
      "danger-now",
    ]);
  });

  it("let one stop breathing when it feels worse", () => {
    expect(lineOf("breath-stop")?.text).toBe("If breathing feels worse, look around, press your feet down, or stop.");
    expect(lineOf("breath")?.text).toMatch(/if they suit you/);
  });

  it("lead to Help now when the danger is real", () => {
    expect(lineOf("danger-now")?.text).toMatch(/danger now.*Help now/);
  });

  it("speak of then without asking what happened, and without blame", () => {
    expect(lineOf("then")?.text).toMatch(/made sense/);
    expect(lineOf("then")?.text).not.toMatch(/\?|mother|father|parent|happened/i);
  });

  it("claim no effect of breathing, and name no contested theory", () => {
    for (const text of texts) expect(text).not.toMatch(/\b(will|calms?|relax\w*|vagus|vagal|nervous system|fight)\b/i);
  });

  it("are plain, short and easy to read", () => {
    expect(brokenRules(texts)).toEqual([]);
    expect(meanWords(texts)).toBeLessThanOrEqual(12);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
    for (const text of texts) expect(wordsOf(text).length, text).toBeLessThanOrEqual(20);
  });
});
