import { parseDay } from "@belay/basics";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { daysApart, dayWords, i18n, loadWords, t, type Values } from "./words.ts";

const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`no day: ${text}`);
  return parsed.value;
};

beforeAll(() => {
  i18n.setMessagesCompiler(compileMessage);
});

describe("sentences", () => {
  // Written through the reader's own door, because `t` only takes ids that exist.
  const say = (text: string, values: Values | undefined): string => {
    loadWords({ "shell.room.today": text });
    return t("shell.room.today", values);
  };

  it.each([
    ["Nothing here is overdue.", undefined, "Nothing here is overdue."],
    ["Ask {name} something small", { name: "Noor" }, "Ask Noor something small"],
    ["Ask {name} something small", { name: "{evil} <b>" }, "Ask {evil} <b> something small"],
    ["{n, plural, one {# answer} other {# answers}}", { n: 1 }, "1 answer"],
    ["{n, plural, one {# answer} other {# answers}}", { n: 3 }, "3 answers"],
  ] as const)("%s with %j", (text, values, sentence) => {
    expect(say(text, values)).toBe(sentence);
  });
});

describe("days in words", () => {
  it.each([
    ["long", "Sunday, November 22"],
    ["middle", "November 22"],
    ["dated", "November 22, 2026"],
    ["weekday", "Sunday"],
  ] as const)("the %s form, whatever the zone of the device", (form, words) => {
    expect(dayWords(day("2026-11-22"), form)).toBe(words);
  });

  it.each([
    ["2026-11-22", "today"],
    ["2026-11-21", "yesterday"],
    ["2026-11-25", "in 3 days"],
    ["2026-03-01", "266 days ago"],
  ])("from 22 November, %s is %s", (to, words) => {
    expect(daysApart(day("2026-11-22"), day(to))).toBe(words);
  });
});
