import { err, ok } from "@belay/basics";
import { experiment as experimentOf } from "@belay/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../engine/engine.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { cornerStep } from "../try/corner.ts";
import { Ask } from "./ask.tsx";

const words = "Could you take the school run on Friday at 8:15?";
/** What the clipboard was given. */
let copied: string[] = [];

beforeEach(() => {
  copied = [];
  vi.stubGlobal("navigator", {
    language: "en-GB",
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Noor may be asked, a step with her is taken up. */
const planned = () => {
  const pretend = pretendEngine();
  const noor = meet(pretend);
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  pretend.calls.length = 0;
  return { pretend, noor, id };
};

/** What is expected is fixed too, and the words stand in the draft. */
const predicted = (silence: object = {}) => {
  const world = planned();
  const { pretend, id } = world;
  pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad: 50, feared: "", sign: "", beliefs: [] });
  pretend.kept.set(`ask/${id}`, JSON.stringify({ words, wait: "none", ...silence }));
  pretend.calls.length = 0;
  return world;
};

const withEngine = (pretend: Pretend, change: Partial<Engine>): Pretend => ({
  ...pretend,
  engine: { ...pretend.engine, ...change },
});

const asksOf = (pretend: Pretend, id: string) => experimentOf(pretend.state.value, id)?.asks ?? [];

describe("the words", () => {
  it("are needed before going on, and a sentence is enough", async () => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, pretend, id);
    await screen.press("Go on");
    expect(screen.has("A sentence is enough.")).toBe(true);
    await screen.type("Your words", words);
    await screen.press("Go on");
    expect(useScreen()).toMatchObject({ screen: "ask", id: `${id}~expect` });
    expect(pretend.calls).toEqual([]);
  });

  it("can be built from parts, added below what stands there", async () => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, pretend, id);
    await screen.type("Your words", "Hey Noor,");
    await screen.type("Could you…", "take the school run");
    await screen.type("When?", "on Friday at 8:15");
    await screen.press("Put it in");
    expect(screen.control("Your words").value).toBe(
      "Hey Noor,\nAsking doesn’t come easily to me. Could you take the school run on Friday at 8:15? Yes or no is fine.",
    );
  });

  it("survive a reload", async () => {
    const { pretend, id } = planned();
    const before = await draw(Ask, pretend, id);
    await before.type("Your words", words);
    before.leave();
    await settle();
    const after = await draw(Ask, pretend, id);
    expect(after.control("Your words").value).toBe(words);
  });
});

describe("what one expects", () => {
  it("starts with nothing set, and an empty answer stays empty", async () => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, pretend, `${id}~expect`);
    expect(screen.text().match(/not set/g)).toHaveLength(2);
    await screen.press("Keep this, and go on");
    expect(experimentOf(pretend.state.value, id)?.prediction).toMatchObject({ help: null, bad: null, feared: "" });
  });

  it("asks for a sign only once something is feared", async () => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, pretend, `${id}~expect`);
    expect(screen.has("What would I see or hear")).toBe(false);
    await screen.type("What I’m afraid will happen", "She thinks less of me");
    expect(screen.has("What would I see or hear")).toBe(true);
  });

  it.each([
    [70, false],
    [71, true],
  ])("a badness of %i brings up something smaller: %s", async (bad, offered) => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, pretend, `${id}~expect`);
    await screen.slide("How bad it will feel", bad);
    expect(screen.has("Above 70 is more than one should take on alone.")).toBe(offered);
  });

  it.each([
    [41, true],
    [40, false],
  ])("a badness of %i is too much for somebody whom the guide thinks able to bear 40: %s", async (bad, over) => {
    const { pretend, id } = planned();
    const screen = await draw(Ask, { ...pretend, engine: { ...pretend.engine, bearable: () => 40 } }, `${id}~expect`);
    await screen.slide("How bad it will feel", bad);
    expect(screen.has("it could then turn out to be too much")).toBe(over);
    expect(screen.has("Above 70")).toBe(false);
  });

  it("cannot be changed once it is fixed", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, `${id}~expect`);
    expect(screen.has("Keep this, and go on")).toBe(false);
    expect(screen.has("How shall it reach Noor?")).toBe(true);
  });
});

describe("sending", () => {
  it("offers saying it first, then copying, then a link", async () => {
    const { pretend, id } = predicted();
    const text = (await draw(Ask, pretend, id)).text();
    const at = ["Say it", "Copy the words", "Make a private link"].map((way) => text.indexOf(way));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  it("counts copied words as sent only when the person says so", async () => {
    const { pretend, id } = predicted({ wait: "set", by: "2026-11-25", then: "ask Ilse", share: true });
    const screen = await draw(Ask, pretend, id);
    await screen.press("Copy the words");
    expect(copied).toEqual([`${words}\nCould you tell me by Wednesday 25 November?`]);
    expect(asksOf(pretend, id)).toEqual([]);
    await screen.press("I’ve sent it");
    expect(asksOf(pretend, id)[0]).toMatchObject({
      channel: "own-message",
      silence: { by: "2026-11-25", then: "ask Ilse" },
    });
  });

  it("does not tell the other person the date where that was not wanted", async () => {
    const { pretend, id } = predicted({ wait: "set", by: "2026-11-25", share: false });
    const screen = await draw(Ask, pretend, id);
    await screen.press("Copy the words");
    expect(copied).toEqual([words]);
  });

  it("leads from saying it to what came back", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("Say it");
    await screen.press("I’ve said it");
    expect(asksOf(pretend, id)[0]?.channel).toBe("said");
    expect(useScreen()).toMatchObject({ screen: "outcome", id });
  });

  it("keeps the words, and says so, when it could not be noted", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("Say it");
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.press("I’ve said it");
    expect(screen.has("Your words are still here.")).toBe(true);
    expect(screen.text()).toContain(words);
    expect(pretend.kept.get(`ask/${id}`)).toContain(words);
  });
});

describe("a private link", () => {
  const link = { mailbox: "ab", secret: "cd", replyKey: "ef", ownerProof: "01", closesOn: "2026-11-29" };

  /** An engine that really prepares the ask, as the real one does before the relay is told. */
  const linking = (pretend: Pretend): Pretend =>
    withEngine(pretend, {
      makeLink: ({ experiment, words: said, from, howItWas }) => {
        const ask = pretend.say({ kind: "asks/prepare", experiment, words: said, from, howItWas, link });
        return Promise.resolve(ok({ ask, url: "https://belay.example/a/ab#1secret" }));
      },
    });

  it("needs a name, says who can read it, and does not ask how it was unless that is wanted", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("Make a private link");
    expect(screen.has("Anyone with the link can read it. It closes on 29 November.")).toBe(true);
    expect(screen.control("Ask how it was to be asked").checked).toBe(false);
    await screen.press("Make the link");
    expect(screen.has("They need to know whom it is from.")).toBe(true);
  });

  it("waits for an answer once it was handed over, not once it was made", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, linking(pretend), id);
    await screen.press("Make a private link");
    await screen.type("The name they will see", "Sam");
    await screen.press("Make the link");
    expect(screen.has("Nothing is sent by this page.")).toBe(true);
    expect(experimentOf(pretend.state.value, id)?.stage).toBe("predicted");
    await screen.press("Copy the link");
    expect(copied).toEqual(["https://belay.example/a/ab#1secret"]);
    expect(experimentOf(pretend.state.value, id)?.stage).toBe("waiting");
    expect(screen.has("Waiting for Noor")).toBe(true);
  });

  it.each([
    ["no day of one’s own: the day it closes, which both see", { wait: "" }, { by: "2026-11-29", then: "" }],
    ["“no date”: none", { wait: "none" }, null],
    [
      "a day of one’s own: that one",
      { wait: "set", by: "2026-11-25", then: "ask Ilse" },
      { by: "2026-11-25", then: "ask Ilse" },
    ],
  ] as const)("waits until a day that is known before it goes out; %s", async (_, form, silence) => {
    const { pretend, id } = predicted(form);
    const screen = await draw(Ask, linking(pretend), id);
    await screen.press("Make a private link");
    expect(screen.has("so you wait until 29 November")).toBe(form.wait === "");
    await screen.type("The name they will see", "Sam");
    await screen.press("Make the link");
    await screen.press("Copy the link");
    expect(asksOf(pretend, id)[0]?.silence).toEqual(silence);
  });

  it("says so calmly without a network, and keeps the words", async () => {
    const { pretend, id } = predicted();
    const offline = withEngine(pretend, { makeLink: () => Promise.resolve(err({ type: "Offline", kept: true })) });
    const screen = await draw(Ask, offline, id);
    await screen.press("Make a private link");
    await screen.type("The name they will see", "Sam");
    await screen.press("Make the link");
    expect(screen.text()).toContain(words);
    expect(screen.page.all().some((node) => node.getAttribute("role") === "alert" && node.textContent !== "")).toBe(
      true,
    );
  });

  it("says why where the link cannot be had again just now, and copies nothing", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, linking(pretend), id);
    await screen.press("Make a private link");
    await screen.type("The name they will see", "Sam");
    await screen.press("Make the link");
    await screen.press("Copy the link");
    copied = [];
    await screen.press("Copy the link again");
    await settle();
    expect(copied).toEqual([]);
    expect(screen.has("the network or the relay can’t be reached")).toBe(true);
  });

  it("shows the answer the moment it arrives, a no with what comes before it", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, linking(pretend), id);
    await screen.press("Make a private link");
    await screen.type("The name they will see", "Sam");
    await screen.press("Make the link");
    await screen.press("Copy the link");
    const ask = asksOf(pretend, id)[0]?.id ?? "";
    pretend.say({
      kind: "asks/receive",
      ask,
      reply: "reply-00000001",
      answer: "no",
      words: "My shift moved.",
      burden: null,
      glad: null,
      notThisMonth: true,
    });
    await settle();
    const text = screen.text();
    expect(text).toContain("Noor: Not this time");
    expect(text.indexOf("A no isn’t a verdict")).toBeLessThan(text.indexOf("My shift moved."));
    expect(text).toContain("Noor would rather not be asked this month.");
  });
});

describe("not sending it", () => {
  it("offers smaller, waiting, a pause and putting it away, none of them a failure", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("I can’t send this");
    for (const way of ["Something smaller", "Wait", "Pause", "Put it away", "None of these is a failure."])
      expect(screen.text()).toContain(way);
  });

  it("offers a kinder word before the ask, and keeps what it is about", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("I can’t send this");
    expect(screen.has("A kinder word first?")).toBe(true);
    await screen.press("Open it");
    expect(useScreen()).toMatchObject({ screen: "kindness", id: `before-ask~${id}` });
  });

  it("records putting it away as let be, without asking why", async () => {
    const { pretend, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("I can’t send this");
    await screen.press("Put it away");
    expect(experimentOf(pretend.state.value, id)?.outcome).toMatchObject({
      status: "avoided",
      outcome: null,
      learnt: "",
    });
    expect(pretend.kept.has(`ask/${id}`)).toBe(false);
  });

  it("records an exchange for something smaller, and takes the person along", async () => {
    const { pretend, noor, id } = predicted();
    const screen = await draw(Ask, pretend, id);
    await screen.press("I can’t send this");
    await screen.press("Something smaller");
    expect(experimentOf(pretend.state.value, id)?.outcome?.status).toBe("swapped");
    expect(useScreen().screen).toBe("try");
    expect(useScreen().id).toContain(noor);
  });
});
