/** Checks the learn cards: sourced, graded, short, plain, and honest about their limits. */

import { fleschKincaidGrade } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { learn } from "../locales/en/learn.ts";
import type { LessonContent, LessonMoment } from "../shapes.ts";
import { lessonCatalogue } from "./lessons.ts";

const words = (text: string): number => text.split(/\s+/).length;

/** What is read on a card, in order; sources are looked up, not read. */
const bodyOf = ({ opening, claims, closing }: LessonContent): readonly string[] => [
  ...opening,
  ...claims.map((claim) => claim.text),
  ...closing,
];

const everything = lessonCatalogue.flatMap((lesson) => [lesson.title, lesson.question ?? "", ...bodyOf(lesson)]);
const without = lessonCatalogue.filter((lesson) => lesson.claims.length === 0);

describe("the learn cards", () => {
  it("are at least 34, with ids, titles and questions of their own", () => {
    expect(lessonCatalogue.length).toBeGreaterThanOrEqual(34);
    expect(new Set(lessonCatalogue.map(({ id }) => id)).size).toBe(lessonCatalogue.length);
    expect(new Set(lessonCatalogue.map(({ title }) => title)).size).toBe(lessonCatalogue.length);
    const questions = lessonCatalogue.flatMap(({ question }) => (question === undefined ? [] : [question]));
    expect(new Set(questions).size).toBe(questions.length);
    for (const { id } of lessonCatalogue) expect(id).toMatch(/^lesson(-[a-z]+)+$/);
  });

  it.each(lessonCatalogue.map((lesson) => [lesson.id, lesson] as const))(
    "%s can be read aloud in its minutes at 180 words a minute, and is neither a note nor an essay",
    (_id, lesson) => {
      const length = bodyOf(lesson).reduce((sum, text) => sum + words(text), 0);
      expect([1, 2, 3]).toContain(lesson.minutes);
      expect(length).toBeLessThanOrEqual(lesson.minutes * 180);
      expect(length).toBeGreaterThan((lesson.minutes - 1) * 180);
      expect(length).toBeGreaterThanOrEqual(120);
      expect(length).toBeLessThanOrEqual(260);
    },
  );

  it.each(lessonCatalogue.map((lesson) => [lesson.id, lesson] as const))(
    "%s ends with one thing to do",
    (_id, lesson) => expect(`${lesson.closing.at(-1) ?? ""}`).toMatch(/^One thing to do with it: ./),
  );

  it.each(lessonCatalogue.map((lesson) => [lesson.id, lesson] as const))(
    "%s reads at school grade 9.5 or below",
    (_id, lesson) => expect(fleschKincaidGrade(bodyOf(lesson))).toBeLessThanOrEqual(9.5),
  );

  it("read at school grade 7 or below on average", () => {
    const grades = lessonCatalogue.map((lesson) => fleschKincaidGrade(bodyOf(lesson)));
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(7);
  });
});

describe("the moments", () => {
  // The key set makes the compiler complain when a moment is added without a thought for its cards.
  const least: Readonly<Record<LessonMoment, number>> = {
    "before-ask": 3,
    "before-share": 1,
    "before-accept": 2,
    "before-handover": 1,
    "before-bewith": 1,
    "at-work": 2,
    "after-yes": 1,
    "after-no": 1,
    "after-silence": 1,
    "after-let-down": 1,
    "after-alone": 1,
    "after-share": 1,
    "on-rest": 1,
    "low-day": 1,
    "carried-all": 2,
    signs: 3,
    belief: 3,
    load: 2,
    resentment: 2,
    circle: 1,
    person: 1,
    "no-one-yet": 1,
    pause: 2,
    critic: 2,
    origins: 3,
    shifts: 2,
    evidence: 1,
    care: 1,
    "look-back": 2,
  };

  it.each(Object.entries(least))("%s has its cards, and a name", (moment, count) => {
    expect(lessonCatalogue.filter((lesson) => lesson.moment === moment).length).toBeGreaterThanOrEqual(count);
    const names: Readonly<Record<string, string>> = learn;
    expect(names[`learn.moment.${moment}`]).toMatch(/^(before|after|on|about|when|for) /);
  });

  it("tell the made-up story in its order", () => {
    const parts = lessonCatalogue.filter(({ title }) => title.startsWith("Sarah, part"));
    expect(parts.map(({ moment }) => moment)).toEqual(["at-work", "resentment", "look-back"]);
    for (const { opening, closing } of parts) expect([...opening, ...closing].join(" ")).toMatch(/made-up example/);
  });

  it("show what is known of asks first before an ask, with its other side", () => {
    const lesson = lessonCatalogue.find((each) => each.moment === "before-ask");
    expect(lesson?.id).toBe("lesson-asks-go-better-than-guessed");
    expect(lesson?.claims.some((claim) => claim.text.includes("the other way round"))).toBe(true);
    expect(lesson?.closing.join(" ")).toMatch(/You choose whom you ask/);
    expect(lesson?.closing.join(" ")).toMatch(/Some asks get a no/);
  });
});

describe("the claims", () => {
  const claims = lessonCatalogue.flatMap((lesson) => lesson.claims);

  it("each name an author and a year, and pages wherever a volume is named", () => {
    for (const { source } of claims) {
      expect(source).toMatch(/^\p{Lu}[^()]+ \((19|20)\d\d\)\.( \p{Lu}[^\d]+(, \d+, (e?\d+|\d+–\d+))?\.)?$/u);
    }
  });

  it("are graded, and one source never stands twice on a card", () => {
    for (const { grade } of claims) expect(["A", "B", "C", "D"]).toContain(grade);
    for (const { id, claims: own } of lessonCatalogue) {
      expect(new Set(own.map(({ source }) => source)).size, id).toBe(own.length);
    }
  });

  it("give the same source the same grade everywhere", () => {
    const pairs = new Set(claims.map(({ source, grade }) => `${source} ${grade}`));
    expect(pairs.size).toBe(new Set(claims.map(({ source }) => source)).size);
  });

  it("keep numbers, and talk of studies’ results, to themselves", () => {
    for (const { id, opening, closing } of lessonCatalogue) {
      for (const text of [...opening, ...closing]) {
        expect(text, id).not.toMatch(/\d|percent|most people|research shows|studies show/i);
      }
    }
  });

  it("are missing only on few cards, which say that they hold no finding", () => {
    expect(without.length).toBeLessThanOrEqual(lessonCatalogue.length / 3);
    for (const { id, closing } of without) {
      expect(closing.join(" "), id).toMatch(/This is a (way of looking|made-up example), not a finding\./);
    }
  });

  it("call what is disputed disputed: nerves and hormones", () => {
    for (const { text, grade } of claims.filter((claim) => /polyvagal|cortisol|untenable/.test(claim.text))) {
      expect(grade, text).toBe("D");
    }
  });
});

/** What each card with claims says of their reach; the words stand on the card, so nobody reads the finding without them. */
const limits: Readonly<Record<string, RegExp>> = {
  "lesson-fine-from-outside": /One study, so hold it lightly\. It doesn’t show/,
  "lesson-three-stories": /What this doesn’t say: that your story is false/,
  "lesson-needs": /true of a group/,
  "lesson-asks-go-better-than-guessed": /What this doesn’t say: that your ask will be met/,
  "lesson-say-it-plainly": /Those were strangers/,
  "lesson-why-small": /Nobody has found the right number or pace/,
  "lesson-share-in-turns": /What this doesn’t say: that opening up to anyone/,
  "lesson-guilt": /What this doesn’t say: that no one minds/,
  "lesson-handing-over": /how much they do for letting go is not known/,
  "lesson-what-a-yes-gives": /What this doesn’t say: that this yes was a glad one/,
  "lesson-a-no": /Those were strangers\. And sometimes your forecast of a no is right/,
  "lesson-silence": /says little about your friend/,
  "lesson-half-hearted-help": /A friend or a lift may be different/,
  "lesson-courage": /Keep it as an idea, not as proof/,
  "lesson-alone-by-choice": /studies with 298 couples/,
  "lesson-unsafe-people": /choose the person before you choose the words/,
  "lesson-really-unreliable": /it was those asks, not yours/,
  "lesson-what-it-costs": /That is a link.+keeping a distance is not the same as carrying a lot.+nobody has shown/,
  "lesson-low-day": /Which leads to which is not known/,
  "lesson-the-wall": /What this doesn’t say: that every talk goes well/,
  "lesson-one-or-two": /observed, not tested.+no one knows the right number/,
  "lesson-resentment": /What this doesn’t say: that yours are willing/,
  "lesson-asking-at-work": /says nothing on how you look to your boss/,
  "lesson-old-hurt": /What this doesn’t say: that doing things alone shows you were hurt/,
  "lesson-keeping-distance": /doesn’t show which comes first.+Nor can an app tell you your style/,
  "lesson-reliable-too-soon": /no study that shows it.+take it as a guess/,
  "lesson-no-duty-to-tell": /very small\. Mood is often worse at first/,
  "lesson-body-alarm": /the theory is contested/,
  "lesson-slow-breath": /may have been chance.+Don’t count on it to take the fear away/,
  "lesson-stress-body": /There is no direct evidence.+It may be so\. It may not/,
  "lesson-what-did-not-happen": /the view of experts.+was not its subject/,
  "lesson-can-it-change": /None of these was about people who carry everything alone/,
  "lesson-noticing-shifts": /small moves up and down may be noise/,
  "lesson-kind-words": /Whether they make it easier to ask is not known/,
  "lesson-kinds-of-therapy": /As far as we know, no kind was tested for carrying everything alone/,
  "lesson-look-back": /It says nothing about you/,
};

describe("the limits of the claims", () => {
  it("are named for every card that makes a claim, and for no other", () => {
    const claiming = lessonCatalogue.filter((lesson) => lesson.claims.length > 0).map(({ id }) => id);
    expect(Object.keys(limits).toSorted()).toEqual(claiming.toSorted());
  });

  it.each(Object.entries(limits))("stand on %s itself", (id, limit) => {
    const lesson = lessonCatalogue.find((each) => each.id === id);
    expect(lesson === undefined ? "" : bodyOf(lesson).join(" ")).toMatch(limit);
  });
});

/** Words that common articles use and that no source bears out, with a planted sentence each rule must catch. */
const forbidden: readonly (readonly [name: string, rule: RegExp, planted: string])[] = [
  ["exclamation mark", /!/, "Ask!"],
  ["‘just’", /\bjust\b/i, "Just ask."],
  [
    "promise",
    /will say yes|you will (be|feel) (better|loved|safe|happy)|always works|nothing bad/i,
    "She will say yes.",
  ],
  ["proof", /\bprov(en|ed|es)\b|\bproof that\b/i, "It is proven."],
  ["rewiring", /re-?wir\w*|neuroplastic\w*|(brain|body) (keeps|stores|remembers)/i, "Rewire your brain."],
  ["stored hurt", /stored in|held in the (body|tissues)/i, "Pain is stored in the hips."],
  ["toxic people", /toxic|narciss\w*|gasligh\w*/i, "Toxic people drain you."],
  [
    "fight or flight",
    /fight.or.flight|freeze response|nervous system|vagal (state|tone)/i,
    "You are in fight-or-flight.",
  ],
  [
    "wide recognition",
    /widely recogni[sz]ed|well known to be|everyone knows|experts agree/i,
    "It is widely recognised.",
  ],
  ["repair", /\b(heal(s|ed)?|cures?|cured|fix you|recover fully)\b/i, "It heals you."],
  ["label", /\b(avoidant|disorder|dysfunction\w*|codependen\w*)\b/i, "You are avoidant."],
  [
    "advice to stop care",
    /stop (your |the )?(medicine|treatment|therapy)|instead of (a |your )?(doctor|therap)/i,
    "Stop your medicine.",
  ],
];

describe("the words of the cards", () => {
  it.each(forbidden)("hold no %s, bar in a question that people ask", (_name, rule) => {
    const texts = lessonCatalogue.flatMap((lesson) => [lesson.title, ...bodyOf(lesson)]);
    expect(texts.filter((text) => rule.test(text))).toEqual([]);
  });

  it.each(forbidden)("would be caught with %s", (_name, rule, planted) => expect(rule.test(planted)).toBe(true));

  it("answer each question in a card that doesn’t open by correcting the asker", () => {
    for (const { question } of lessonCatalogue)
      if (question !== undefined) expect(question).toMatch(/^\p{Lu}[^!]+\?$/u);
    const work = lessonCatalogue.find(({ id }) => id === "lesson-asking-at-work");
    expect(work?.opening[0]).toMatch(/^Asking at work might look weak\./);
  });

  it("blame no one who raised somebody", () => {
    expect(everything.filter((text) => /\b(your|bad|cold) (mother|father|parents?)\b|their fault/i.test(text))).toEqual(
      [],
    );
  });
});
