import { noScripts } from "@belay/content";
import { experiments, limits, loadChoices, loads, resentment, type LoadChoice } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Today } from "../today/today.tsx";
import { cornerId } from "../try/corner-id.ts";
import { readPlace } from "../try/place-id.ts";
import { wordsDraft } from "../try/take-words.ts";
import { dayWords } from "../words.ts";
import { Load } from "./load.tsx";
import { looseNo } from "./ask-words.ts";

const withLoad = (choice: LoadChoice | null = null, words: { why?: string; enough?: string } = {}) => {
  const pretend = pretendEngine();
  const load = pretend.say({ kind: "load/add", title: "School lunches", sort: "logistical" });
  if (choice !== null) pretend.say({ kind: "load/decide", load, choice, why: "", enough: "", ...words });
  return { pretend, load };
};

/** A hand-over of the load to Noor that was sent, and answered where an answer is given. */
const handOver = (pretend: Pretend, load: string, answer: "yes" | "no" | null): void => {
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
  pretend.say({ kind: "circle/screen", person: noor, strand: "handover", depth: "first", answers });
  const experiment = pretend.say({
    kind: "steps/plan",
    step: {
      id: "handover-the-planning",
      strand: "handover",
      title: "Let someone else organise it",
      difficulty: 36,
      cost: 0.35,
      needsPerson: true,
      roles: ["friend"],
      contexts: ["message"],
      disclosure: "none",
      touch: false,
    },
    person: noor,
    context: "message",
    origin: "self",
  });
  pretend.say({ kind: "load/link", load, experiment });
  if (answer !== null) {
    pretend.say({
      kind: "steps/note-outcome",
      experiment,
      status: "done",
      outcome: answer,
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "",
    });
  }
};

describe("putting down what one carries (HLB-06, SB-06)", () => {
  it("takes it in one's own words, of one of three sorts", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend);
    for (const sort of ["emotional", "financial", "logistical"]) {
      await screen.type("In your own words", `Something ${sort}`);
      await screen.choose(sort[0]?.toUpperCase() + sort.slice(1), sort);
      await screen.press("Add it");
    }
    expect(loads(pretend.state.value).map(({ title, sort }) => [title, sort])).toEqual([
      ["Something emotional", "emotional"],
      ["Something financial", "financial"],
      ["Something logistical", "logistical"],
    ]);
    expect(screen.has("It lies on you in all three ways")).toBe(true);
    expect(screen.text()).toContain("Something financial");
  });

  it("asks for what is missing, and records nothing", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend);
    await screen.press("Add it");
    expect(screen.has("A few words for it first.")).toBe(true);
    expect(screen.has("One of these three, roughly.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("keeps the words when they could not be saved, and says so", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend);
    await screen.type("In your own words", "Rent");
    await screen.choose("Financial", "financial");
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Add it");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(screen.control("In your own words").value).toBe("Rent");
    expect(screen.has("Added.")).toBe(false);
  });

  it("keeps a half-written one through a reload", async () => {
    const pretend = pretendEngine();
    const before = await draw(Load, pretend);
    await before.type("In your own words", "The tax pap");
    before.leave();
    await settle();
    expect((await draw(Load, pretend)).control("In your own words").value).toBe("The tax pap");
  });

  it("offers what the check-in says, and adds it only when asked", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "checkin/note", energy: 40, cues: [], carrying: "Mum’s papers\nand the move" });
    const screen = await draw(Load, pretend);
    expect(screen.has("Mum’s papers and the move")).toBe(true);
    expect(loads(pretend.state.value)).toEqual([]);
    await screen.press("Use these words");
    expect(screen.control("In your own words").value).toBe("Mum’s papers and the move");
    await screen.choose("Logistical", "logistical");
    await screen.press("Add it");
    expect(loads(pretend.state.value).map(({ title }) => title)).toEqual(["Mum’s papers and the move"]);
    expect(screen.has("In your check-in you wrote")).toBe(false);
  });

  it("shows hostile and very long words as they are", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "load/add", title: "<img src=x onerror=alert(1)> {evil}", sort: "emotional" });
    pretend.say({ kind: "load/add", title: "x".repeat(120), sort: "emotional" });
    const screen = await draw(Load, pretend);
    expect(screen.page.all().some((node) => node.localName === "img")).toBe(false);
    expect(screen.has("<img src=x onerror=alert(1)> {evil}")).toBe(true);
  });

  it("draws no more than six blocks a pile, and lists a hundred", async () => {
    const pretend = pretendEngine();
    for (let at = 0; at < 100; at += 1) pretend.say({ kind: "load/add", title: `L${at}`, sort: "financial" });
    const screen = await draw(Load, pretend);
    expect(
      screen.page.all().filter((node) => node.localName === "button" && /^L\d/.test(node.textContent)),
    ).toHaveLength(100);
    const drawn = screen.page.all().filter((node) => node.getAttribute("dir") === "auto");
    expect(drawn).toHaveLength(6);
    expect(screen.page.textContent).toContain("and 94 more");
  });

  it("is one press from Today", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: "The move" });
    const screen = await draw(Today, pretend);
    await screen.press("What else do you carry?");
    expect(useScreen()).toMatchObject({ screen: "load", id: null });
  });
});

describe("what may become of one thing", () => {
  it("is asked as five ways of the same weight, none chosen (HLB-03)", async () => {
    const { pretend, load } = withLoad();
    const screen = await draw(Load, pretend, load);
    const radios = screen.page.all().filter((node) => node.getAttribute("type") === "radio");
    expect(radios.map((node) => node.value)).toEqual([...loadChoices]);
    expect(radios.every((node) => !node.checked)).toBe(true);
    await screen.press("Note it");
    expect(screen.has("Choose one of the five.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("keeping it, for a reason, is a choice, and shown as one", async () => {
    const { pretend, load } = withLoad();
    const screen = await draw(Load, pretend, load);
    await screen.choose("Keep it", "keep");
    await screen.type("For what reason do you keep it?", "I like cutting the fruit.");
    await screen.press("Note it");
    expect(loads(pretend.state.value)[0]?.decision).toMatchObject({ choice: "keep", why: "I like cutting the fruit." });
    expect(screen.has("I like cutting the fruit.")).toBe(true);
    expect(screen.has("Doing it alone, for a reason, is a choice.")).toBe(true);
    expect(screen.has("Lay it down")).toBe(false);
    const room = await draw(Load, pretend);
    expect(room.has("kept, by choice")).toBe(true);
  });

  it.each(["share", "hand-over"] as const)(
    "%s asks what is good enough, says that it is fair, and sends the words along (HLB-02, HLB-04, HLB-05, HCM-01)",
    async (choice) => {
      const { pretend, load } = withLoad();
      const screen = await draw(Load, pretend, load);
      await screen.choose(choice === "share" ? "Share it" : "Hand it over", choice);
      expect(screen.has("People can’t help with what they don’t know about.")).toBe(true);
      expect(screen.has("passing it on is only fair")).toBe(true);
      await screen.type(choice === "share" ? "Which part" : "What would you like", "make the lunches until Easter");
      await screen.type("What would be good enough", "something from each shelf");
      await screen.press("Note it");
      await screen.press(choice === "share" ? "Ask someone to take a corner" : "Hand over a chore for good");
      const place = useScreen();
      expect(place.screen).toBe("try");
      expect(readPlace(place.id)).toMatchObject({ about: load, person: null });
      expect(pretend.kept.get(wordsDraft(load))).toBe(
        "Could you make the lunches until Easter? Good enough is fine: something from each shelf. How you do it is up to you. Yes or no is fine.",
      );
    },
  );

  it("says whom each ask fits, since a chore at home is no favour among colleagues", async () => {
    const { pretend, load } = withLoad("hand-over");
    const screen = await draw(Load, pretend, load);
    expect(screen.control("Leave one small chore").textContent).toContain("Fits: partner or family");
    expect(screen.control("Ask someone to take a corner").textContent).toContain("Fits almost anyone you know");
  });

  it("dropping it asks what happens if nobody does it, then lets it be laid down", async () => {
    const { pretend, load } = withLoad();
    const screen = await draw(Load, pretend, load);
    await screen.choose("Drop it", "drop");
    await screen.type("What happens if nobody does it?", "They eat at school.");
    await screen.press("Note it");
    await screen.press("Lay it down");
    expect(loads(pretend.state.value)[0]?.putDownOn).toBe("2026-11-22");
    expect(screen.has(`Laid down ${dayWords(dayOf("2026-11-22"))}.`)).toBe(true);
    const room = await draw(Load, pretend);
    expect(room.text()).toMatch(/Laid down\n[^]*School lunches[^]*22/);
    expect(room.has("What lies on you?")).toBe(true);
  });

  it("can be decided anew; what was decided before stays in sight", async () => {
    const { pretend, load } = withLoad("keep", { why: "My thing" });
    const screen = await draw(Load, pretend, load);
    await screen.press("Decide anew");
    expect(screen.control("For what reason").value).toBe("My thing");
    await screen.choose("Share it", "share");
    await screen.press("Note it");
    expect(loads(pretend.state.value)[0]?.decisions.map(({ choice }) => choice)).toEqual(["keep", "share"]);
    expect(screen.has("What you decided before")).toBe(true);
  });

  it("keeps a half-made decision through a reload, and its words when saving fails", async () => {
    const { pretend, load } = withLoad();
    const before = await draw(Load, pretend, load);
    await before.choose("Hand it over", "hand-over");
    await before.type("What would be good enough", "any bread will do");
    before.leave();
    await settle();
    const after = await draw(Load, pretend, load);
    expect(after.control("What would be good enough").value).toBe("any bread will do");
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await after.press("Note it");
    expect(after.has("Not saved")).toBe(true);
    expect(after.control("What would be good enough").value).toBe("any bread will do");
    expect(loads(pretend.state.value)[0]?.decision).toBeNull();
  });

  it.each([
    [null, "begun, not sent yet", "an ask is begun"],
    ["yes", "Yes", "Noor has it"],
    ["no", "No", "Noor: No"],
  ] as const)("shows what came of a hand-over: %s", async (answer, onPage, inList) => {
    const { pretend, load } = withLoad("hand-over");
    handOver(pretend, load, answer);
    const screen = await draw(Load, pretend, load);
    expect(screen.text()).toContain(`How it stands: ${onPage}`);
    expect(screen.has("with Noor")).toBe(true);
    expect((await draw(Load, pretend)).text()).toContain(inList);
    await screen.press("Open");
    expect(useScreen()).toMatchObject({ screen: "ask", id: experiments(pretend.state.value)[0]?.id });
  });

  it("that is not here leads back to the others", async () => {
    const screen = await draw(Load, pretendEngine(), "gone-load");
    await screen.press("All you carry");
    expect(useScreen()).toMatchObject({ screen: "load", id: null });
  });
});

describe("a no (HLB-01, MV-23)", () => {
  it("stands in words for everyone and in both tones", async () => {
    const screen = await draw(Load, pretendEngine(), "~no");
    for (const [tone, register] of [
      ["straight", "direct"],
      ["warmer", "indirect"],
    ] as const) {
      await screen.choose(tone, register);
      for (const [words, to] of [
        ["anyone", "anyone"],
        ["a manager", "manager"],
        ["family", "family"],
        ["a friend", "friend"],
      ] as const) {
        await screen.choose(words, to);
        for (const script of noScripts) {
          expect(screen.has(script[register]), `${script.id} ${tone} to ${to}`).toBe(script.to === to);
        }
      }
    }
  });

  it("goes along to the step that practises it, linked to its load", async () => {
    const { pretend, load } = withLoad("say-no");
    const page = await draw(Load, pretend, load);
    await page.press("Words for a no");
    expect(useScreen()).toMatchObject({ screen: "load", id: `${load}~no` });
    const screen = await draw(Load, pretend, `${load}~no`);
    await screen.choose("a manager", "manager");
    await screen.press("Say it to someone: I can’t take that on this week.");
    expect(readPlace(useScreen().id)).toMatchObject({ step: "no-to-extra-work", about: load });
    expect(pretend.kept.get(wordsDraft(load))).toBe("I can’t take that on this week.");
  });

  it("to nothing in particular takes its words along all the same", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend, "~no");
    await screen.press("Say it to someone: I don’t know yet. I’ll tell you tomorrow.");
    expect(readPlace(useScreen().id)).toMatchObject({ step: "no-to-a-small-request", about: looseNo });
    expect(pretend.kept.get(wordsDraft(looseNo))).toBe("I don’t know yet. I’ll tell you tomorrow.");
  });

  it("can be copied, and says what to do where the browser does not let it", async () => {
    const screen = await draw(Load, pretendEngine(), "~no");
    await screen.press("Copy: I don’t know yet.");
    expect(screen.has("Select the words and copy them by hand.")).toBe(true);
  });
});

describe("the gauge of resentment (CST-11, HNP-10)", () => {
  it("starts empty, and records nothing by itself", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend);
    expect(screen.has("Not a fault.")).toBe(true);
    expect(screen.has("people who don’t see what you carry")).toBe(true);
    const gauge = screen.page.all().filter((node) => node.textContent === "Note it" && node.localName === "button")[0];
    gauge?.fire("click");
    await settle();
    expect(screen.has("Set the line first.")).toBe(true);
    expect(resentment(pretend.state.value)).toEqual([]);
  });

  it("points at a load that nothing was decided about, once it is high", async () => {
    const { pretend } = withLoad("keep");
    const load = pretend.say({ kind: "load/add", title: "Dad’s calls", sort: "emotional" });
    const screen = await draw(Load, pretend);
    expect(screen.has("never made")).toBe(false);
    await screen.slide("How much is there now?", 80);
    await screen.type("What is it about?", "Nobody sees the lunches");
    await screen.press("Note it");
    expect(resentment(pretend.state.value)).toMatchObject([{ level: 80, about: "Nobody sees the lunches" }]);
    expect(screen.has("There may be an ask in it that was never made.")).toBe(true);
    expect(screen.has("Look at: School lunches")).toBe(false);
    await screen.press("Look at: Dad’s calls");
    expect(useScreen()).toMatchObject({ screen: "load", id: load });
  });

  it("points at writing something down, or at an ask, where nothing is written yet", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "load/note-resentment", level: 60, about: "" });
    const screen = await draw(Load, pretend);
    expect(screen.has("Write down first what you carry.")).toBe(true);
    await screen.press("Ask someone for a corner");
    expect(useScreen()).toMatchObject({ screen: "try", id: cornerId });
  });

  it("shows two numbers over time, with their days and notes, and no trend", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "load/note-resentment", level: 70, about: "The move" });
    pretend.pass(9);
    pretend.say({ kind: "load/note-resentment", level: 30, about: "" });
    const screen = await draw(Load, pretend);
    const [first, last] = [dayWords(dayOf("2026-11-22")), dayWords(dayOf("2026-12-01"))];
    expect(screen.has(`${first}: 70 of 100. ${last}: 30.`)).toBe(true);
    expect(screen.has("The move")).toBe(true);
    expect(screen.text()).not.toMatch(/better|worse|improv|streak/i);
    expect(screen.has("never made")).toBe(false);
  });
});

describe("limits with oneself (SB-05)", () => {
  it("are set in one's own words, stand, and can be let go; nothing counts them", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Load, pretend);
    await screen.press("Set it");
    expect(pretend.calls).toEqual([]);
    await screen.type("A limit, in your own words", "Work ends at nine");
    await screen.press("Set it");
    expect(limits(pretend.state.value).map(({ text }) => text)).toEqual(["Work ends at nine"]);
    expect(screen.has("Nothing is counted here.")).toBe(true);
    await screen.press("Let it go: Work ends at nine");
    expect(limits(pretend.state.value)).toEqual([]);
  });
});
