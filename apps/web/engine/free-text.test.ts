/** Holds that no word is ever read for danger: the same record with other words leads to the same offer and the same page. */
import { stepCatalogue } from "@belay/content";
import type { Command } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../tests/screens/pretend-page.ts";
import { Today } from "../screens/today/today.tsx";
import { Offer } from "../screens/today/offer.tsx";
import { cornerStep } from "../screens/try/corner.ts";
import { createGuide } from "./offer.ts";

const plain = "Buy milk and call the school";

/** What somebody on the worst day of their life may write. */
const dark = [
  "I want to die and nobody would notice",
  "I am going to kill myself tonight",
  "He hits me and I am afraid of him",
  "suicide, overdose, the bridge, a gun",
  "I cut myself again",
];

const noHarm = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;

/** A record that holds `words` in every field there is for words; all else is the same. */
const written = (words: string): Pretend => {
  const pretend = pretendEngine();
  const say = (command: Command): string => pretend.say(command);
  const person = say({ kind: "circle/add", nickname: words, role: "friend", ring: "near", trust: 60, comfort: 60 });
  say({ kind: "circle/observe", person, quality: "listens", seen: "seen", on: "2026-11-01", note: words });
  say({ kind: "circle/rate-safety", person, safety: "unsure", note: words });
  say({ kind: "circle/note-exchange", person, way: "received", what: words, on: "2026-11-01" });
  say({ kind: "circle/add-askable", person, what: words });
  say({ kind: "circle/screen", person, strand: "ask", depth: "first", answers: noHarm });
  say({ kind: "offers/make", person, what: words, when: words, often: words, ask: null });
  const belief = say({ kind: "beliefs/add", text: words });
  say({ kind: "beliefs/agree-test", belief, countsFor: words, countsAgainst: words });
  say({ kind: "beliefs/question", belief, answer: "unsure", because: words });
  say({ kind: "beliefs/set-alternative", belief, text: words });
  const load = say({ kind: "load/add", title: words, sort: "emotional" });
  say({ kind: "load/decide", load, choice: "keep", why: words, enough: words });
  say({ kind: "load/note-resentment", level: 60, about: words });
  say({ kind: "load/set-limit", text: words });
  say({
    kind: "steps/add-own",
    strand: "ask",
    title: words,
    difficulty: 30,
    cost: 0.2,
    needsPerson: false,
    roles: ["stranger"],
    contexts: ["in-person"],
    disclosure: "none",
    touch: false,
  });
  say({
    kind: "measures/count",
    asked: 1,
    accepted: null,
    told: null,
    offered: null,
    alone: 5,
    missed: true,
    reason: words,
    lonely: null,
  });
  const brought = { instrument: "rses", on: "2020-01-01", answers: null, scores: { total: 20 } };
  say({ kind: "measures/import", name: words, sittings: [brought] });
  say({ kind: "steps/note-alone", title: words, verdict: "glad", note: words });
  const experiment = say({ kind: "steps/plan", step: cornerStep(), person, context: null, origin: "self" });
  say({ kind: "steps/predict", experiment, help: 40, bad: 50, feared: words, sign: words, beliefs: [] });
  say({
    kind: "asks/send",
    ask: null,
    experiment,
    person,
    words,
    channel: "said",
    silence: { by: "2026-11-25", then: words },
  });
  say({
    kind: "steps/note-outcome",
    experiment,
    status: "done",
    outcome: "yes",
    before: null,
    peak: 40,
    after: null,
    bad: 30,
    feared: null,
    closer: null,
    learnt: words,
  });
  say({ kind: "compassion/practise", practice: "practice-friend", moment: "after-no", experiment, words });
  say({ kind: "paths/walk", path: "carried-all", experiment: null, chose: "rest", words });
  say({ kind: "origins/switch", on: true });
  const session = say({ kind: "origins/begin", before: 20 });
  say({ kind: "origins/end", session, after: 25, end: "done", familiar: [], kept: words });
  say({ kind: "plan/add", part: "signs", text: words, person: null });
  say({ kind: "checkin/note", energy: 55, cues: [], carrying: words });
  const guide = createGuide(stepCatalogue);
  return {
    ...pretend,
    engine: {
      ...pretend.engine,
      stepOffer: (exclude) => guide.offer(pretend.state.value, pretend.engine.today(), exclude),
    },
  };
};

/** The same text for every record: the words are what they were, and nothing else may differ. */
const without = (text: string, words: string): string => text.replaceAll(words, "…");

describe("the same record with other words", () => {
  it.each(dark)("leads to the same offer: %s", (words) => {
    const [one, other] = [written(plain), written(words)].map(({ engine }) => engine.stepOffer([]));
    expect(without(JSON.stringify(other), words)).toBe(without(JSON.stringify(one), plain));
  });

  it.each(dark)("leads to the same page: %s", async (words) => {
    const page = async (text: string): Promise<string> => {
      const pretend = written(text);
      const today = without((await draw(Today, pretend)).text(), text);
      const Shown = () => Offer({ plain: false });
      return `${today}\n${without((await draw(Shown, pretend)).text(), text)}`;
    };
    expect(await page(words)).toBe(await page(plain));
  });

  it("while the same record with other numbers does not: the law above can fail", () => {
    const pretend = written(plain);
    const before = JSON.stringify(pretend.engine.stepOffer([]));
    const experiment = pretend.say({
      kind: "steps/plan",
      step: { ...cornerStep(), needsPerson: false },
      person: null,
      context: null,
      origin: "self",
    });
    pretend.say({ kind: "steps/predict", experiment, help: null, bad: 95, feared: "", sign: "", beliefs: [] });
    expect(JSON.stringify(pretend.engine.stepOffer([]))).not.toBe(before);
  });
});
