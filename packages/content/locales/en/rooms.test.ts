import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { beliefs } from "./beliefs.ts";
import { circle } from "./circle.ts";
import { evidence } from "./evidence.ts";
import { faults } from "./faults.ts";
import { help } from "./help.ts";
import { learn } from "./learn.ts";
import { measuring } from "./measuring.ts";
import { mine } from "./mine.ts";
import { plan } from "./plan.ts";
import { screening } from "./screening.ts";

const areas = { beliefs, circle, evidence, faults, help, learn, measuring, mine, plan, screening } as const;
const all: readonly (readonly [id: string, text: string])[] = Object.values(areas).flatMap((area) =>
  Object.entries(area),
);

/** Sentences with a plain word for every name in braces, so that a rule about words does not trip over names. */
const bare = (text: string): string => text.replaceAll(/\{[a-z]+\}/gi, "that");

describe.each(Object.entries(areas))("the words of %s", (name, area) => {
  it("have ids that begin with the area", () => {
    for (const id of Object.keys(area)) expect(id).toMatch(new RegExp(`^${name}\\.[a-zA-Z-]+(\\.[a-zA-Z-]+)?$`));
  });

  it.each(Object.entries(area))("%s is well-formed ICU", (_id, text) => {
    const compiled = compileMessage(text);
    expect([...compiled].length).toBeGreaterThan(0);
  });
});

/** What no sentence may hold, with a planted one that each rule must catch. */
const rules: readonly (readonly [name: string, rule: RegExp, planted: string])[] = [
  ["an exclamation mark", /!/, "Saved!"],
  ["a straight quote", /['"]/, "It's here."],
  ["praise", /\b(well done|good job|great|proud|bravo|congratulations|awesome)\b/i, "Well done."],
  ["a streak or a debt", /\b(streak|overdue|incomplete|behind|points|badge|level|score)\b/i, "Your streak ends."],
  [
    "a promise",
    /\b(promise you|guarantee[sd]?|definitely|certainly|surely|they will say yes)\b/i,
    "They will say yes.",
  ],
  ["a label or a diagnosis", /\b(avoidant|disorder|symptoms?|trauma\w*|toxic|patholog\w+)\b/i, "This is your trauma."],
  [
    "an order to leave, tell or confront",
    /\byou (must|should|have to) (leave|tell|confront|open up)\b/i,
    "You must tell them.",
  ],
  ["a climbing pun", /\b(climb\w*|summit|rungs?|foothold)\b/i, "The next rung."],
  ["a double space", /\s\s|^\s|\s$/, "Two  spaces."],
  ["an error's name", /[a-z][A-Z]|undefined|null|NaN/, "NotSaved."],
];

describe("the words of these rooms", () => {
  it.each(rules)("hold no %s", (_name, rule) => {
    expect(all.filter(([, text]) => rule.test(bare(text))).map(([id]) => id)).toEqual([]);
  });

  it.each(rules)("would be caught with %s", (_name, rule, planted) => {
    expect(rule.test(planted)).toBe(true);
  });

  it("say after every fault what became of what was there", () => {
    for (const [id, text] of Object.entries(faults))
      expect(text, id).toMatch(
        /(nothing was changed|still here|saved on this device|stays? as|you can make a new one|someone else)/i,
      );
  });
});
