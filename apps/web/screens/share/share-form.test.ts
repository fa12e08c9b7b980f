import { parseDay, type LocalDay } from "@belay/basics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Section } from "../../parts/document-shape.ts";
import {
  changed,
  chosen,
  closer,
  dayChoices,
  docOf,
  emptyShare,
  keptDoc,
  longest,
  missing,
  paragraphs,
  pickedIds,
  untilOf,
  withPicked,
  type ShareForm,
} from "./share-form.ts";

const day = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const today = day("2026-11-22");
const section = (id: string, sentence = `About ${id}.`): Section => ({
  id,
  title: `Title ${id}`,
  sentences: [sentence],
  figure: { kind: "bars", highest: 4, bars: [{ label: "a", value: null }] },
  table: { caption: "c", columns: ["x"], rows: [["1"]] },
});
const offered = ["yes", "weeks", "measures:phq8"].map((id) => section(id));
const filled: ShareForm = { ...emptyShare, picked: "weeks", to: "Dr Weiss", from: "M.", purpose: "Our meetings." };
const made = (form: ShareForm) =>
  docOf(form, chosen(form, offered, "In my own words"), { today, until: untilOf(form, today), locale: "en" });

describe("picking", () => {
  it("starts with nothing", () => {
    expect(pickedIds(emptyShare)).toEqual([]);
    expect(chosen(emptyShare, offered, "own")).toEqual([]);
  });

  it("switches one thing and leaves the others", () => {
    const two = withPicked({ picked: "yes weeks" }, "measures:phq8", true);
    expect(pickedIds({ picked: two })).toEqual(["yes", "weeks", "measures:phq8"]);
    expect(withPicked({ picked: two }, "weeks", false)).toBe("yes measures:phq8");
    expect(withPicked({ picked: "yes" }, "yes", true)).toBe("yes");
  });

  it("gives what is ticked and nothing else, in the order offered, own words first", () => {
    const form = { ...filled, picked: "measures:phq8 yes", own: "Hello." };
    expect(made(form).sections.map(({ id }) => id)).toEqual([closer.own, "yes", "measures:phq8"]);
    expect(JSON.stringify(made(form))).not.toContain("weeks");
  });

  it("ignores what was ticked once and is not offered any more", () => {
    expect(made({ ...filled, picked: "gone weeks" }).sections.map(({ id }) => id)).toEqual(["weeks"]);
  });
});

describe("own words", () => {
  it("keep every word, in paragraphs that the wire takes", () => {
    const text = fc.array(fc.stringMatching(/^[a-z]{1,40}$/), { maxLength: 300 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (all) => {
        const own = all.join("\n\n").slice(0, longest.own);
        const parts = paragraphs(own);
        expect(parts.join(" ").split(/\s+/).join("")).toBe(own.split(/\s+/).join(""));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest.sentence);
        const sentences = chosen({ ...filled, own }, [], "own")[0]?.sentences ?? [];
        expect(sentences.length).toBeLessThanOrEqual(12);
        expect(sentences.join(" ").split(/\s+/).join("")).toBe(own.split(/\s+/).join(""));
      }),
    );
  });

  it("cut a word that is longer than a paragraph, and lose nothing", () => {
    expect(paragraphs("x".repeat(1500)).map((part) => part.length)).toEqual([600, 600, 300]);
  });
});

describe("what is missing", () => {
  it.each([
    [emptyShare, ["pick", "to", "from", "purpose"]],
    [filled, []],
    [{ ...filled, picked: "" }, ["pick"]],
    [{ ...filled, picked: "", own: "Hello." }, []],
    [{ ...filled, to: "  " }, ["to"]],
  ] as const)("of %o is %j", (form, fields) => {
    expect(missing(form)).toEqual(fields);
  });
});

describe("the document", () => {
  it("ends on the day that was chosen, thirty days from now unless said otherwise, ninety at most", () => {
    expect(made(filled)).toMatchObject({ madeOn: "2026-11-22", until: "2026-12-22" });
    expect(Math.max(...dayChoices)).toBe(90);
    expect(emptyShare.days).toBe(30);
  });

  it("kept as text is nothing where the text is no document", () => {
    for (const text of [null, "", "{", "5", "null", "{}", `{"v":2,"sections":[]}`]) expect(keptDoc(text)).toBeNull();
  });
});

describe("what changes", () => {
  const before = made({ ...filled, picked: "yes weeks" });
  it.each([
    ["nothing", before.sections, []],
    ["one that reads otherwise", [section("yes", "New."), section("weeks")], ["Title yes"]],
    ["one more", [...before.sections, section("shifts")], ["Title shifts"]],
    ["one less", [section("yes")], ["Title weeks"]],
  ] as const)("names %s", (_what, sections, titles) => {
    expect(changed(before, { ...before, sections })).toEqual(titles);
  });
});
