import { beliefCatalogue } from "@belay/content";
import { beliefs, type Experiment } from "@belay/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { noteTry } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { beliefWords, lookedAt, strengthCourse } from "./belief-words.ts";
import { Belief } from "./belief.tsx";
import { toWeigh } from "./to-weigh.ts";
import { weighMissing } from "./weigh.tsx";

let pretend: Pretend;

beforeEach(() => {
  pretend = pretendEngine();
});

const burden = "bel-13";
const all = () =>
  beliefs(
    pretend.state.value,
    beliefCatalogue.map(({ id }) => id),
  );
const shown = () => all().find(({ id }) => id === burden);

/** A belief of the catalogue before anything was said of it. */
const untouched = {
  id: burden,
  text: null,
  strength: null,
  ratings: [],
  test: null,
  moments: [],
  questions: [],
  alternative: null,
  alternativeRatings: [],
  experiments: [],
} as const;

const step = {
  id: "ask-x",
  strand: "ask",
  title: "Ask the way",
  difficulty: 8,
  cost: 0.03,
  needsPerson: false,
  roles: ["stranger"],
  contexts: ["in-person"],
  disclosure: "none",
  touch: false,
} as const;

const tried = (named: boolean): string => {
  const experiment = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
  pretend.say({
    kind: "steps/predict",
    experiment,
    help: null,
    bad: null,
    feared: "They frown.",
    sign: "",
    beliefs: named ? [burden] : [],
  });
  noteTry(pretend, experiment, { outcome: "yes", learnt: "He walked with me." });
  return experiment;
};

const agree = (): void =>
  void pretend.say({
    kind: "beliefs/agree-test",
    belief: burden,
    countsFor: "They avoid me.",
    countsAgainst: "They answer as always.",
  });

describe("the list of beliefs", () => {
  it("holds all twenty-four, and corrects none", async () => {
    const screen = await draw(Belief, pretend);
    for (const { text } of beliefCatalogue) expect(screen.has(text), text).toBe(true);
    expect(screen.text()).not.toMatch(/\b(wrong|irrational|distorted|mistaken)\b/i);
  });

  it("puts those that were looked at first", async () => {
    pretend.say({ kind: "beliefs/rate", belief: burden, strength: 60 });
    expect((await draw(Belief, pretend)).text()).toMatch(
      /Ones you have looked at\n[^]*burden[^]*60 of 100[^]*Common ones/,
    );
  });

  it("takes one in the person’s own words and opens it", async () => {
    const screen = await draw(Belief, pretend);
    await screen.type("The belief, as your head says it", "  If I ask twice, they laugh. ");
    await screen.press("Add it");
    const place = useScreen();
    expect(place.screen).toBe("belief");
    expect(all().find(({ id }) => id === place.id)?.text).toBe("If I ask twice, they laugh.");
  });

  it.each([
    ["nothing", "   ", "It needs a sentence."],
    ["far too much", "x".repeat(100_000), "Not saved: something here is empty, too long"],
  ])("with %s says so and records nothing", async (_name, text, words) => {
    const screen = await draw(Belief, pretend);
    await screen.type("The belief, as your head says it", text);
    await screen.press("Add it");
    expect(screen.has(words)).toBe(true);
    expect(all()).toHaveLength(beliefCatalogue.length);
  });
});

describe("one belief", () => {
  it("unknown to this version is said calmly", async () => {
    expect((await draw(Belief, pretend, "bel-99")).has("This belief isn’t here")).toBe(true);
  });

  it("asks whether it is a fact or an old alarm, and offers another way to put it", async () => {
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("Is this a fact, or an old alarm?")).toBe(true);
    expect(screen.has("Another way to put it")).toBe(true);
  });

  it("is rated on a line that starts empty, and says saved only afterwards", async () => {
    const screen = await draw(Belief, pretend, burden);
    await screen.press("Save");
    expect(screen.has("Set the knot on the line first.")).toBe(true);
    await screen.slide("How true it feels", 70);
    await screen.press("Save");
    expect(shown()?.strength).toBe(70);
    expect(screen.has("Saved on this device.")).toBe(true);
    expect(screen.has("70 of 100 on November 22.")).toBe(true);
    expect(screen.has("not set")).toBe(true);
  });

  it("shows how the rating went, in a sentence and in a table", async () => {
    pretend.say({ kind: "beliefs/rate", belief: burden, strength: 90 });
    pretend.pass(30);
    pretend.say({ kind: "beliefs/rate", belief: burden, strength: 55 });
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("90 of 100 on November 22, 55 on December 22.")).toBe(true);
    expect(screen.text()).toContain("December 22\nThe belief\n55");
  });

  it("of one’s own has no borrowed words", async () => {
    const own = pretend.say({ kind: "beliefs/add", text: "If I ask twice, they laugh." });
    const screen = await draw(Belief, pretend, own);
    expect(screen.has("“If I ask twice, they laugh.”")).toBe(true);
    expect(screen.has("would somebody else have seen or heard")).toBe(true);
    expect(screen.has("One way to put it")).toBe(false);
    expect(screen.has("Two small steps that fit many beliefs")).toBe(true);
    expect(screen.has("Start from an example")).toBe(false);
  });
});

describe("what would count", () => {
  it("needs both sides", async () => {
    const screen = await draw(Belief, pretend, burden);
    await screen.type("This would count for it", "They avoid me.");
    await screen.press("Fix it");
    expect(screen.has("It needs both")).toBe(true);
    expect(shown()?.test).toBeNull();
  });

  it("can start from an example, and be fixed", async () => {
    const screen = await draw(Belief, pretend, burden);
    await screen.press("Start from an example");
    await screen.press("Fix it");
    const example = beliefCatalogue.find(({ id }) => id === burden);
    expect(shown()?.test).toMatchObject({
      countsFor: example?.wouldCountFor,
      countsAgainst: example?.wouldCountAgainst,
    });
    expect(screen.has("Fixed on November 22.")).toBe(true);
  });

  it("stays as it was once a moment was weighed by it", async () => {
    agree();
    expect((await draw(Belief, pretend, burden)).has("Change these words")).toBe(true);
    pretend.say({ kind: "beliefs/weigh", belief: burden, experiment: tried(true), verdict: "against", because: "" });
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("Change these words")).toBe(false);
    expect(screen.has("It stays as it is, because moments have been weighed by it.")).toBe(true);
  });
});

describe("moments", () => {
  it("cannot be weighed before it is fixed what would count", async () => {
    tried(true);
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("First fix what would count, above.")).toBe(true);
    expect(screen.has("To be weighed")).toBe(false);
  });

  it("are weighed with the fixed words in sight", async () => {
    agree();
    tried(true);
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("you named this belief before")).toBe(true);
    await screen.press("Ask the way");
    expect(screen.has("Against it: They answer as always.")).toBe(true);
    expect(screen.has("You noted: He walked with me.")).toBe(true);
    await screen.choose("Against it");
    await screen.press("Weigh it");
    expect(shown()?.moments).toMatchObject([{ verdict: "against" }]);
    expect(screen.has("1 against it, 0 for it, 0 that don’t count; too few to say.")).toBe(true);
  });

  it("of before the test was fixed are weighed with that said", async () => {
    tried(true);
    pretend.pass(2);
    agree();
    const before = await draw(Belief, pretend, burden);
    await before.press("Ask the way");
    expect(before.has("You fixed this on November 24, after it had happened.")).toBe(true);
    before.leave();
    // One that happens afterwards is weighed without a word about it; it comes first, being newer.
    tried(true);
    const after = await draw(Belief, pretend, burden);
    await after.press("Ask the way");
    expect(after.has("after it had happened")).toBe(false);
  });

  it("set aside need a reason", async () => {
    agree();
    tried(true);
    const screen = await draw(Belief, pretend, burden);
    await screen.press("Ask the way");
    await screen.press("Weigh it");
    expect(screen.has("Choose one of the three first.")).toBe(true);
    await screen.choose("Does not count");
    await screen.press("Weigh it");
    expect(screen.has("needs a reason")).toBe(true);
    await screen.type("Because", "It was his job.");
    await screen.press("Weigh it");
    expect(shown()?.moments).toMatchObject([{ verdict: "does-not-count", because: "It was his job." }]);
  });

  it("mostly set aside raise a question, not a reproach", async () => {
    agree();
    for (let index = 0; index < 5; index += 1)
      pretend.say({
        kind: "beliefs/weigh",
        belief: burden,
        experiment: tried(false),
        verdict: "does-not-count",
        because: "luck",
      });
    const screen = await draw(Belief, pretend, burden);
    expect(screen.has("Nothing speaks against it, nothing for it, 5 don’t count.")).toBe(true);
    expect(screen.has("Would you set them aside for a friend, too?")).toBe(true);
  });

  it("keep their reason when saving failed", async () => {
    agree();
    tried(true);
    const screen = await draw(Belief, pretend, burden);
    await screen.press("Ask the way");
    await screen.choose("For it");
    await screen.type("Because", "He sighed.");
    pretend.fault = { type: "NotSaved", why: "keys" };
    await screen.press("Weigh it");
    await settle();
    expect(screen.has("Not saved: the keys on this device did not answer.")).toBe(true);
    expect(screen.control("Because").value).toBe("He sighed.");
  });
});

describe("the words and the order", () => {
  it.each([
    [null, "", "beliefs.weighMissing"],
    ["for", "", null],
    ["against", "", null],
    ["does-not-count", "  ", "beliefs.weighMissingWhy"],
    ["does-not-count", "luck", null],
  ] as const)("a verdict of %s because “%s” lacks %s", (verdict, because, id) => {
    expect(weighMissing(verdict, because)).toBe(id);
  });

  it.each([
    [[], undefined],
    [[70], "70 of 100"],
    [[90, 40, 55], "90 → 55"],
  ] as const)("ratings of %j are shown as %s", (strengths, words) => {
    for (const strength of strengths) pretend.say({ kind: "beliefs/rate", belief: burden, strength });
    expect(strengthCourse(shown() ?? { ratings: [] })).toBe(words);
  });

  it("a belief of another version shows at least its id", () => {
    expect(beliefWords({ id: "bel-99", text: null })).toBe("bel-99");
  });

  it("none was looked at in the beginning", () => {
    expect(lookedAt(all())).toEqual([]);
  });

  it("tries that named the belief come first, the weighed and the unfinished not at all", () => {
    const belief = {
      ...untouched,
      moments: [{ experiment: "weighed", verdict: "for", because: "", day: pretend.engine.today() }],
      experiments: ["named"],
    } as const;
    const over = (id: string, outcome: object | null): Experiment => ({ id, outcome }) as unknown as Experiment;
    const found = toWeigh(belief, [over("other", {}), over("named", {}), over("open", null), over("weighed", {})]);
    expect(found.map(({ experiment, named }) => [experiment.id, named])).toEqual([
      ["named", true],
      ["other", false],
    ]);
  });
});
