/** Checks the origins room: no event is asked for, no one is blamed, and the frame says all it must. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { originNotes, originPrompts } from "./origins.ts";
import { brokenRules, gradeOf, meanWords, wordsOf } from "./testing.ts";

const promptTexts = originPrompts.flatMap((prompt) => [prompt.text, prompt.after ?? prompt.text]);
const noteTexts = originNotes.map((note) => note.text);
const noteOf = (id: string) => originNotes.find((note) => note.id === id);
const ofKind = (kind: string) => originPrompts.filter((prompt) => prompt.kind === kind);

describe("a row of the programme is something that may sound familiar", () => {
  it.each([
    ["ORI-01", "origin-01", /Comfort came unevenly.*warmth was scarce/],
    ["ORI-02", "origin-02", /Nobody asked how I felt/],
    ["ORI-03", "origin-03", /needed was passed over/],
    ["ORI-04", "origin-04", /hard to reach.*not to want comfort/],
    ["ORI-05", "origin-05", /cried or worried.*no one came, or it was called nothing/],
    ["ORI-06", "origin-06", /looking after others early/],
    ["ORI-07", "origin-07", /trusted broke that trust/],
    ["ORI-08", "origin-08", /close to left/],
    ["ORI-09", "origin-09", /let down, and not just once/],
    ["ORI-10", "origin-10", /Home was not a safe place/],
    ["ORI-11", "origin-11", /hurt me badly/],
    ["ORI-12", "origin-12", /lean on someone, it went wrong/],
    ["ORI-13", "origin-13", /one did not ask for help/],
    ["ORI-14", "origin-14", /a burden/],
    ["ORI-15", "origin-15", /duties.*too big/],
    ["ORI-16", "origin-16", /alone did protect me/],
    ["ORI-17", "origin-17", /chaos.*steady one before I was ready/],
  ] as const)("%s: %s", (row, id, words) => {
    const prompt = originPrompts.find((one) => one.id === id);
    expect(prompt).toMatchObject({ kind: "familiar", covers: [row] });
    expect(prompt?.text).toMatch(words);
  });

  it("all 17, to be ticked: none is a question", () => {
    expect(ofKind("familiar").flatMap((prompt) => prompt.covers)).toEqual(
      rowIds.filter((row) => row.startsWith("ORI-")),
    );
    for (const { id, text, after } of ofKind("familiar")) expect(`${text} ${after}`, id).not.toContain("?");
  });
});

describe("a row of the programme is a question about meaning, or about today", () => {
  it.each([
    ["HOR-01", "meaning-people", "meaning", /learn to expect of people\?/],
    ["HOR-02", "meaning-trust", "meaning", /trust was broken: what rule/],
    ["HOR-03", "meaning-asking", "meaning", /asking was frowned on where you grew up: what did it come to mean/],
    ["HSC-07", "meaning-answer", "meaning", /Not “what is wrong with me”.*good answer to\?.*what do you need now\?/],
    ["HNS-04", "now-different", "now", /not back there. What is different today\?/],
    ["MEC-15", "now-guard", "now", /body may have learned to stay on guard.*safer/],
    ["HOR-06", "now-cost", "now", /need not run a grown-up’s week. What does it still cost\?/],
    ["HOR-07", "now-choose", "now", /now that a child can’t.*What do you choose\?/],
  ] as const)("%s: %s", (row, id, kind, words) => {
    const prompt = originPrompts.find((one) => one.id === id);
    expect(prompt).toMatchObject({ kind, covers: [row] });
    expect(`${prompt?.text} ${prompt?.after ?? ""}`).toMatch(words);
  });

  it("comes after what is familiar, meaning first and today last", () => {
    const kinds = originPrompts.map((prompt) => prompt.kind);
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(["familiar", "meaning", "now"]);
    for (const prompt of [...ofKind("meaning"), ...ofKind("now")]) expect(prompt.text).toContain("?");
  });
});

describe("the prompts", () => {
  it("never ask what happened, who did it, when, or for a memory", () => {
    for (const text of promptTexts) {
      expect(text).not.toMatch(
        /what (has )?happened|describe|remember|recall|tell (me|us|it)|\b(who|when) (did|was)\b/i,
      );
    }
  });

  it("blame no one and name no kin", () => {
    for (const text of promptTexts) {
      expect(text).not.toMatch(/\b(parent|mother|father|mum|mom|dad|caregiver|fault|blame|guilty|abus|neglect)\w*/i);
    }
  });

  it("leave no child in charge of what was done: what follows a tick is short and takes its side", () => {
    for (const { after, id } of ofKind("familiar")) {
      expect(wordsOf(after ?? "").length, id).toBeLessThanOrEqual(20);
      expect(after ?? "", id).not.toMatch(/\b(should|could have|must|because of this|that is why)\b/i);
    }
  });

  it("stop at a tick where it is heaviest", () => {
    for (const id of ["origin-10", "origin-11"]) {
      expect(originPrompts.find((one) => one.id === id)?.after).toMatch(/^A tick is enough\./);
    }
  });

  it("have ids of their own and are plain to read", () => {
    expect(new Set(originPrompts.map((prompt) => prompt.id)).size).toBe(originPrompts.length);
    expect(brokenRules(promptTexts)).toEqual([]);
    expect(meanWords(promptTexts)).toBeLessThanOrEqual(14);
    expect(gradeOf(promptTexts)).toBeLessThanOrEqual(7);
  });
});

describe("the frame around origins", () => {
  it.each([
    ["HOR-04", "origins-therapist", /better.*with a therapist first/],
    ["HOR-05", "origins-heavy", /heavy.*like living it again/],
    ["HOR-06", "origins-aim", /plague you less.*grown-up decides/],
    ["HSC-01", "origins-protected", /good reasons, under pressure.*protected you/],
  ] as const)("says %s in %s", (row, id, words) => {
    expect(noteOf(id)?.covers).toEqual([row]);
    expect(noteOf(id)?.text).toMatch(words);
  });

  it.each([
    ["origins-needed-for-nothing", /needs this.*leave it out/],
    ["origins-not-now", /in danger.*lost someone recently.*flashbacks.*unreal.*Help now and Care/],
    ["origins-no-story", /No story.*no details/],
    ["origins-stop", /stop at any point.*pause/],
    ["origins-after", /worse for some hours is common.*two days.*doctor or a therapist/],
    ["origins-help", /hurting yourself.*Help now/],
    ["origins-kept", /Nothing you write is kept, unless you choose to keep one sentence.*deletes it all/],
  ] as const)("%s", (id, words) => {
    expect(noteOf(id)?.text).toMatch(words);
  });

  it("is plain, blames no one, and asks nothing", () => {
    expect(brokenRules(noteTexts)).toEqual([]);
    for (const text of noteTexts) expect(text).not.toMatch(/\?|\b(parent|mother|father|what happened)\b/i);
    expect(meanWords(noteTexts)).toBeLessThanOrEqual(14);
    expect(gradeOf(noteTexts)).toBeLessThanOrEqual(7);
    expect(new Set(originNotes.map((note) => note.id)).size).toBe(originNotes.length);
  });
});
