/** Tests that every instrument that may show words has all of them in the content room, and the others none. */
import { measureWords } from "@belay/content";
import { describe, expect, it } from "vitest";
import { baselineSet, helpSources, weekCounts, weeklySet } from "./battery.ts";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { answersTo } from "./instrument.ts";
import { joined, wordsOf } from "./wording.ts";

const words: ReadonlyMap<string, string> = new Map(Object.entries(measureWords));
const said = (id: string): string => words.get(id) ?? "";

const shown = instrumentIds.filter((id) => instruments[id].words !== null);
const hidden = instrumentIds.filter((id) => instruments[id].words === null);

describe("the ids of words", () => {
  it("are made of the set, the item and the answer", () => {
    expect(wordsOf("x", [2, 4], 2)).toEqual({
      lead: "measures.x.lead",
      items: ["measures.x.2", "measures.x.4"],
      answers: [["measures.x.answer.1", "measures.x.answer.2"]],
    });
  });

  it("name answers of an item's own by that item", () => {
    expect(wordsOf("x", [2, 4], [1, 2]).answers).toEqual([
      ["measures.x.2.answer.1"],
      ["measures.x.4.answer.1", "measures.x.4.answer.2"],
    ]);
  });

  it("of two sets joined keep the lead and the answers of the first", () => {
    expect(joined(wordsOf("x", [1], 1), wordsOf("y", [1], 2))).toEqual({
      lead: "measures.x.lead",
      items: ["measures.x.1", "measures.y.1"],
      answers: [["measures.x.answer.1"]],
    });
  });
});

describe.each(shown)("%s", (id) => {
  const instrument = instruments[id];

  it("has a lead and every item in words", () => {
    expect(said(instrument.words?.lead ?? "")).not.toBe("");
    for (const item of instrument.words?.items ?? []) expect(said(item), item).not.toBe("");
  });

  it("has one word for each answer, for all items or for each", () => {
    const lists = instrument.words?.answers ?? [];
    expect(lists).toHaveLength(instrument.answers.length);
    for (const [i, list] of lists.entries()) {
      const { from, to, step } = answersTo(instrument, i + 1);
      expect(list).toHaveLength((to - from) / step + 1);
      for (const answer of list) expect(said(answer), answer).not.toBe("");
      expect(new Set(list.map(said)).size).toBe(list.length);
    }
  });

  it("has the line that its owner wants beside it", () => {
    expect(said(instrument.credit ?? "")).not.toBe("");
  });
});

describe("what is for scoring only", () => {
  it.each(hidden)("%s has no word in the content room", (id) => {
    expect([...words.keys()].filter((key) => key.startsWith(`measures.${id}.`))).toEqual([]);
  });

  it.each([
    ["the PSS", /upset because of something|unable to control the important things|confident about your ability/i],
    ["the UCLA-20", /in tune with the people|no one I can turn to|my interests and ideas/i],
    ["the MSPSS", /special person who is around|my family really tries/i],
    ["De Jong Gierveld", /general sense of emptiness|plenty of people/i],
    ["Rosenberg", /satisfied with myself|person of worth/i],
    ["the ECR", /romantic partner/i],
  ])("%s is not there under another name either", (_what, sentence) => {
    expect([...words.values()].filter((text) => sentence.test(text))).toEqual([]);
  });

  it("and nothing is there that no instrument and no question of ours asks for", () => {
    const asked = new Set(
      shown.flatMap((id) => {
        const { words: own, credit } = instruments[id];
        return [own?.lead, ...(own?.items ?? []), ...(own?.answers.flat() ?? []), credit];
      }),
    );
    const extra = [...words.keys()].filter((key) => !asked.has(key) && !/^measures\.(?:own|change)\./.test(key));
    expect(extra).toEqual([]);
  });
});

describe("words that are shared", () => {
  it("keep the short forms the same as the long ones", () => {
    const texts = (id: InstrumentId): readonly string[] => (instruments[id].words?.items ?? []).map(said);
    expect(texts("phq4")).toEqual([...texts("gad7").slice(0, 2), ...texts("phq9").slice(0, 2)]);
    expect(texts("phq8")).toEqual(texts("phq9").slice(0, 8));
    expect(texts("keep6")).toEqual(texts("keep8").filter((_, i) => i !== 0 && i !== 4));
  });

  it("turn exactly the items that say the opposite", () => {
    const turned = (id: InstrumentId): readonly string[] =>
      (instruments[id].scales[0]?.reversed ?? []).map((item) => said(instruments[id].words?.items[item - 1] ?? ""));
    expect(turned("keep8").join(" ")).toBe(
      "I try to be with someone else when I’m feeling badly. I disclose my intimate thoughts.",
    );
    expect(turned("keep6")).toEqual(turned("keep8"));
    expect(turned("trust5")).toEqual(["Feel that most people can’t be trusted."]);
    expect(turned("expressiveness5")).toEqual([
      "Have difficulty expressing my feelings.",
      "Reveal little about myself.",
    ]);
    expect(turned("sscs-s")).toHaveLength(3);
    for (const text of turned("sscs-s")) expect(text).toMatch(/obsessing|struggling|intolerant/);
    for (const text of turned("scs-sf"))
      expect(text).toMatch(/inadequacy|happier than|alone|obsess|disapproving|intolerant/);
    expect(turned("ecr-rs").every((text) => /this person/.test(text))).toBe(true);
  });
});

describe("our own questions", () => {
  it("have their words, and so has every source of help", () => {
    const own = [...weekCounts, ...weeklySet(1), ...baselineSet].filter(({ kind }) => kind !== "instrument");
    for (const { id } of own) expect(said(`measures.own.${id}`), id).not.toBe("");
    for (const source of helpSources) expect(said(`measures.own.helpSources.${source}`), source).not.toBe("");
    for (let i = 1; i <= 5; i += 1) expect(said(`measures.own.lonely.${i}`)).not.toBe("");
  });

  it("say that nothing has to be answered", () => {
    expect(said("measures.own.lead")).toContain("Nothing here has to be answered");
  });
});
