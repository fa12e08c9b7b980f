import { experiments, loadKinds, loads, type LoadChoice } from "@belay/domain";
import { messagesEn } from "@belay/content";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { cornerStep } from "../try/corner.ts";
import { liesSentence, lying, piles } from "./lies.ts";

const withLoad = (choice: LoadChoice | null) => {
  const pretend = pretendEngine();
  const load = pretend.say({ kind: "load/add", title: "The move", sort: "logistical" });
  if (choice !== null) pretend.say({ kind: "load/decide", load, choice, why: "", enough: "" });
  return { pretend, load };
};

/** Takes a step up for the load, and notes what came back where something did. */
const ask = (pretend: Pretend, load: string, outcome: "yes" | "partly" | "no" | null): string => {
  const { id, strand, title, difficulty, cost, contexts, disclosure, touch } = cornerStep();
  const experiment = pretend.say({
    kind: "steps/plan",
    step: { id, strand, title, difficulty, cost, needsPerson: false, roles: [], contexts, disclosure, touch },
    person: null,
    context: null,
    origin: "self",
  });
  pretend.say({ kind: "load/link", load, experiment });
  if (outcome !== null) {
    pretend.say({
      kind: "steps/note-outcome",
      experiment,
      status: "done",
      outcome,
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "",
    });
  }
  return experiment;
};

const lookNow = (pretend: Pretend): readonly string[] =>
  loads(pretend.state.value).map((load) => lying(load, experiments(pretend.state.value)).look);

describe("how a load lies", () => {
  it.each([
    [null, "here"],
    ["keep", "kept"],
    ["share", "on-the-way"],
    ["hand-over", "on-the-way"],
    ["drop", "on-the-way"],
    ["say-no", "on-the-way"],
  ] as const)("decided %s: %s", (choice, look) => {
    expect(lookNow(withLoad(choice).pretend)).toEqual([look]);
  });

  it.each([
    ["share", "yes", "held"],
    ["share", "partly", "held"],
    ["hand-over", "yes", "held"],
    ["hand-over", "no", "on-the-way"],
    ["hand-over", null, "on-the-way"],
    ["say-no", "yes", "on-the-way"],
    ["keep", "yes", "kept"],
  ] as const)("%s, and %s came back: %s", (choice, outcome, look) => {
    const { pretend, load } = withLoad(choice);
    ask(pretend, load, outcome);
    expect(lookNow(pretend)).toEqual([look]);
  });

  it("a later no does not give back what somebody has taken", () => {
    const { pretend, load } = withLoad("share");
    const first = ask(pretend, load, "yes");
    ask(pretend, load, "no");
    const [one] = loads(pretend.state.value);
    expect(one === undefined ? null : lying(one, experiments(pretend.state.value)).experiment?.id).toBe(first);
    expect(lookNow(pretend)).toEqual(["held"]);
  });

  it("steps of another load say nothing about this one", () => {
    const { pretend } = withLoad("share");
    const other = pretend.say({ kind: "load/add", title: "Rent", sort: "financial" });
    ask(pretend, other, "yes");
    expect(lookNow(pretend)).toEqual(["on-the-way", "here"]);
  });
});

describe("the piles", () => {
  it("are always three, and what was laid down is in none", () => {
    const { pretend, load } = withLoad(null);
    pretend.say({ kind: "load/add", title: "Rent", sort: "financial" });
    pretend.say({ kind: "load/put-down", load });
    const all = piles(loads(pretend.state.value), []);
    expect(all.map(({ sort, lies }) => [sort, lies.map((one) => one.load.title)])).toEqual([
      ["emotional", []],
      ["financial", ["Rent"]],
      ["logistical", []],
    ]);
  });

  it.each([
    [[], "load.liesNone"],
    [["emotional"], "load.lies.emotional"],
    [["financial"], "load.lies.financial"],
    [["logistical"], "load.lies.logistical"],
    [["financial", "emotional"], "load.lies.emotional-financial"],
    [["emotional", "logistical", "logistical"], "load.lies.emotional-logistical"],
    [["financial", "logistical"], "load.lies.financial-logistical"],
    [["emotional", "financial", "logistical"], "load.lies.all"],
  ] as const)("of %j bear the sentence %s, which counts nothing", (sorts, sentence) => {
    const pretend = pretendEngine();
    for (const sort of sorts) pretend.say({ kind: "load/add", title: "One", sort });
    expect(liesSentence(piles(loads(pretend.state.value), []))).toBe(sentence);
    expect(messagesEn[sentence]).not.toMatch(/\d/);
    for (const kind of loadKinds) {
      expect(messagesEn[sentence].includes(kind)).toBe(sorts.some((sort) => sort === kind));
    }
  });

  it("says nothing of a sort that somebody else holds, and says so when that is all of it", () => {
    const { pretend, load } = withLoad("hand-over");
    const now = () => liesSentence(piles(loads(pretend.state.value), experiments(pretend.state.value)));
    expect(now()).toBe("load.lies.logistical");
    ask(pretend, load, "yes");
    expect(now()).toBe("load.liesHeld");
    pretend.say({ kind: "load/add", title: "Rent", sort: "financial" });
    expect(now()).toBe("load.lies.financial");
  });
});
