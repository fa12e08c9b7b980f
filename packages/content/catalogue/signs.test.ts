/** Checks the signs: all 46, recognisable, never a label, each leading to something one can do. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { beliefCatalogue } from "./beliefs.ts";
import { brokenRules, gradeOf, meanWords } from "./testing.ts";
import { signCatalogue } from "./signs.ts";
import { stepCatalogue } from "./steps.ts";

const texts = signCatalogue.map((sign) => sign.text);
const stepOf = (id: string) => stepCatalogue.find((step) => step.id === id);
const signOf = (row: string) => signCatalogue.filter((sign) => sign.covers.some((one) => one === row));

describe("a row of the programme is a sign one is asked about", () => {
  it.each([
    ["SE-01", "inside", /offers help.*awkward/],
    ["SE-02", "inside", /“I’m fine” while it is not/],
    ["SE-03", "inside", /guilty or ashamed.*needing/],
    ["SE-04", "inside", /uneasy.*depends on somebody/],
    ["SE-05", "inside", /Leaning.*weak/],
    ["SE-06", "inside", /helps me.*anxious.*guilty/],
    ["SE-07", "inside", /don’t show feelings/],
    ["SE-08", "inside", /can’t get the words out/],
    ["SE-09", "inside", /trust nobody/],
    ["SE-10", "inside", /Asking feels like a threat.*unsafe/],
    ["SE-11", "inside", /push feelings down/],
    ["SE-12", "inside", /praise.*In secret.*worn out/],
    ["SE-13", "inside", /Letting someone in scares me more/],
    ["SE-14", "inside", /wave away what I need/],
    ["SB-01", "doing", /always the one who helps/],
    ["SB-02", "doing", /stop answering/],
    ["SB-03", "doing", /see if people notice.*proof/],
    ["SB-04", "doing", /going under, I don’t ask.*turn help down/],
    ["SB-05", "doing", /one more thing, though I pay/],
    ["SB-06", "doing", /Worries, money, arrangements/],
    ["SB-07", "doing", /can’t hand a task over.*swamped/],
    ["SB-08", "doing", /perfect/],
    ["SB-09", "doing", /group.*everyone’s share.*resent/],
    ["SB-10", "doing", /listen.*late into the night.*can’t say/],
    ["SB-11", "doing", /every crisis alone.*at home/],
    ["SB-12", "doing", /into the night rather than give a task away/],
    ["SB-13", "doing", /“got it handled”/],
    ["SB-14", "doing", /plans everything and helps everyone/],
    ["SB-15", "doing", /Under stress.*pull back/],
    ["SB-16", "doing", /pay people back at once.*coffee/],
    ["SB-17", "doing", /true.*joke/],
    ["SB-18", "doing", /deadline.*house.*crisis/],
    ["SR-01", "people", /surface.*don’t know what is going on/],
    ["SR-02", "people", /partner.*shut them out/],
    ["SR-03", "people", /lonely, even among people who care/],
    ["SR-04", "people", /distance/],
    ["SR-05", "people", /come across as cold/],
    ["SR-06", "people", /Something big.*how alone/],
    ["SP-01", "body", /tired all the time/],
    ["SP-02", "body", /head aches.*tense/],
    ["SP-03", "body", /stomach/],
    ["SP-04", "body", /body says “too much”/],
    ["SP-05", "body", /chest.*tight at the thought of asking/],
    ["SP-06", "body", /heart races at the thought of asking/],
    ["SP-07", "body", /round and round: I am a burden/],
    ["SP-08", "body", /burnt out/],
  ] as const)("%s (%s)", (row, group, words) => {
    const [sign, second] = signOf(row);
    expect(second).toBeUndefined();
    expect(sign).toMatchObject({ id: `sign-${row.toLowerCase()}`, group });
    expect(sign?.text).toMatch(words);
  });

  it.each([
    ["HNP-02", "sign-se-08", /when I want to ask/],
    ["HNP-03", "sign-se-14", /wave away what I need/],
    ["HNP-04", "sign-sp-02", /how tense/],
    ["HNP-05", "sign-sb-15", /pull back/],
    ["HNP-06", "sign-sb-15", /I’ll just handle it myself/],
    ["HNP-07", "sign-sb-13", /I hear myself say/],
    ["HNP-08", "sign-se-05", /scold myself/],
    ["HNP-10", "sign-sb-09", /resent that nobody sees/],
  ] as const)("%s is noticed in %s", (row, id, words) => {
    const [sign] = signOf(row);
    expect(sign?.id).toBe(id);
    expect(sign?.text).toMatch(words);
  });
});

describe("the signs", () => {
  it("are the 46 of the design, in order, each row first in its own sign", () => {
    const rows = rowIds.filter((row) => /^S[EBRP]-/.test(row));
    expect(signCatalogue.map((sign) => sign.covers[0])).toEqual(rows);
    expect(rows).toHaveLength(46);
  });

  it("come group after group: 14 inside, 18 doing, 6 with people, 8 in the body", () => {
    const groups = signCatalogue.map((sign) => sign.group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(runs).toEqual(["inside", "doing", "people", "body"]);
    expect(runs.map((run) => groups.filter((group) => group === run).length)).toEqual([14, 18, 6, 8]);
  });

  it("speak in the first person, without a name for anybody’s state", () => {
    for (const { id, text } of signCatalogue) {
      expect(text, id).toMatch(/\b(I|I’m|my|me)\b/i);
      expect(text, id).not.toMatch(/\b(you|your|anxiety|depress\w+|attachment|trauma\w*|burnout|perfectionis\w+)\b/i);
      expect(text.length, id).toBeLessThanOrEqual(100);
    }
    expect(new Set(texts).size).toBe(texts.length);
    expect(brokenRules(texts)).toEqual([]);
  });

  it("are short and easy to read", () => {
    expect(meanWords(texts)).toBeLessThanOrEqual(12);
    expect(gradeOf(texts)).toBeLessThanOrEqual(7);
  });

  it("lead to one, two or three steps that exist, the smallest first, none with touch", () => {
    for (const { id, steps } of signCatalogue) {
      const found = steps.map(stepOf);
      expect(found.length, id).toBeGreaterThanOrEqual(1);
      expect(found.length, id).toBeLessThanOrEqual(3);
      expect(new Set(steps).size, id).toBe(steps.length);
      expect(
        found.every((step) => step?.touch === false),
        id,
      ).toBe(true);
      const hard = found.map((step) => step?.difficulty ?? Number.NaN);
      expect(hard, id).toEqual(hard.toSorted((a, b) => a - b));
    }
  });

  it("begin small: the first step is at most 40 hard", () => {
    for (const { id, steps } of signCatalogue) expect(stepOf(steps[0] ?? "")?.difficulty, id).toBeLessThanOrEqual(40);
  });

  it("point at no more than two beliefs, all of which exist", () => {
    const known = new Set(beliefCatalogue.map((belief) => belief.id));
    for (const { id, beliefs } of signCatalogue) {
      expect(beliefs.length, id).toBeLessThanOrEqual(2);
      expect(
        beliefs.filter((belief) => !known.has(belief)),
        id,
      ).toEqual([]);
      expect(new Set(beliefs).size, id).toBe(beliefs.length);
    }
  });

  it("offer a pause where the body sounds an alarm, and not everywhere", () => {
    const alarms = signCatalogue.filter((sign) => sign.pause).map((sign) => sign.id);
    expect(alarms).toEqual(expect.arrayContaining(["sign-se-10", "sign-sp-05", "sign-sp-06", "sign-sp-07"]));
    expect(alarms.length).toBeLessThanOrEqual(signCatalogue.length / 3);
  });
});
