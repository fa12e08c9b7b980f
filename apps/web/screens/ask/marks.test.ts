import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { look, marksOf, partsOf, stillStanding } from "./marks.ts";
import { withAlternative } from "./parts-of-ask.ts";

const weak =
  "Hey, sorry to bother you, I’m overloaded this week. Could you take the school run on Friday at 8:15? I’ll figure it out.";
const plain = "I feel worn out this week. Could you take the school run on Friday at 8:15? Yes or no is fine.";

describe("the wording help in the composer", () => {
  it("marks what weakens an ask, each where it stands and with a reason", () => {
    const marks = marksOf(weak);
    expect(marks.map(({ kind }) => kind)).toEqual(["apology", "withdrawing"]);
    for (const { from, to, text, why } of marks) {
      expect(weak.slice(from, to)).toBe(text);
      expect(why.length).toBeGreaterThan(10);
    }
  });

  it("leaves a plain ask, courtesy and room for a no alone", () => {
    expect(marksOf(plain)).toEqual([]);
  });

  it("gives alternatives that fit into the place of what was marked, one after the other", () => {
    const change = (text: string): string => {
      const [first] = marksOf(text);
      return first === undefined ? text : change(withAlternative(text, first.from, first.to, first.direct));
    };
    const changed = change(weak);
    expect(marksOf(changed)).toEqual([]);
    expect(changed).toContain("Could you take the school run on Friday at 8:15?");
  });

  it.each([
    ["", { what: false, when: false, feeling: false }],
    ["Could you help me?", { what: false, when: false, feeling: false }],
    ["Could you take the school run?", { what: true, when: false, feeling: false }],
    [plain, { what: true, when: true, feeling: true }],
  ])("sees what is there: %j", (text, parts) => {
    expect(partsOf(text)).toMatchObject(parts);
  });
});

describe("marks while the words are being changed", () => {
  const looked = look(weak);
  const texts = (now: string): readonly string[] => stillStanding(looked, now).map(({ text }) => text);
  const [apology, withdrawal] = looked.marks.map(({ text }) => text);

  it.each([
    ["nothing changed", weak, [apology, withdrawal]],
    ["a word more between them", weak.replace("this week", "all this week"), [apology, withdrawal]],
    ["the first one being changed", weak.replace("sorry to", "sorry"), [withdrawal]],
    ["the last one being taken out", weak.slice(0, -6), [apology]],
    ["everything gone", "", []],
  ])("%s", (_name, now, standing) => {
    expect(texts(now)).toEqual(standing);
  });

  it("always stand over the very letters that were marked", () => {
    const place = fc.integer({ min: 0, max: weak.length });
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 12 }), (a, b, put) => {
        const now = weak.slice(0, Math.min(a, b)) + put + weak.slice(Math.max(a, b));
        for (const mark of stillStanding(looked, now)) expect(now.slice(mark.from, mark.to)).toBe(mark.text);
      }),
    );
  });
});
