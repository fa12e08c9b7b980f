import { addDays, err } from "@belay/basics";
import { experiment as experimentOf } from "@belay/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { cornerStep } from "../try/corner.ts";
import { Ask } from "./ask.tsx";

const words = "Could you take the school run on Friday at 8:15?";
beforeEach(() => {
  vi.stubGlobal("navigator", { language: "en-GB" });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** An ask of Noor with its words written and its prediction fixed, so that it can go out. */
const ready = (form: object = {}) => {
  const pretend = pretendEngine();
  const noor = meet(pretend);
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad: 50, feared: "", sign: "", beliefs: [] });
  pretend.kept.set(`ask/${id}`, JSON.stringify({ words, ...form }));
  pretend.calls.length = 0;
  return { pretend, noor, id };
};

const decided = { wait: "set", by: "2026-11-25", then: "ask Ilse", share: true };

/** The same ask, out since today. */
const out = (pretend: ReturnType<typeof pretendEngine>, experiment: string, person: string, then: string): string =>
  pretend.say({
    kind: "asks/send",
    ask: null,
    experiment,
    person,
    words,
    channel: "own-message",
    silence: { by: addDays(pretend.engine.today(), 2), then },
  });

describe("what happens if nothing comes back", () => {
  it("is decided before any of the three ways", async () => {
    const { pretend, id } = ready();
    const text = (await draw(Ask, pretend, id)).text();
    const silence = text.indexOf("If you hear nothing");
    expect(silence).toBeGreaterThan(0);
    for (const way of ["Say it", "Copy the words", "Make a private link"])
      expect(text.indexOf(way)).toBeGreaterThan(silence);
  });

  it.each([{}, { wait: "set", by: "" }, { wait: "set", by: "2026-11-22" }])(
    "is asked for once where it was not decided, and “no date” is a decision: %o",
    async (form) => {
      const { pretend, id } = ready(form);
      const screen = await draw(Ask, pretend, id);
      await screen.press("Say it");
      expect(screen.has("I’ve said it")).toBe(false);
      expect(screen.has("Choose one first.")).toBe(true);
      await screen.choose("no date");
      await screen.press("Say it");
      await screen.press("I’ve said it");
      expect(experimentOf(pretend.state.value, id)?.asks[0]).toMatchObject({ channel: "said", silence: null });
    },
  );

  it("is decided for an ask that is said, and the words to say hold the day", async () => {
    const { pretend, id } = ready(decided);
    const screen = await draw(Ask, pretend, id);
    await screen.press("Say it");
    expect(screen.has("Could you tell me by Wednesday 25 November?")).toBe(true);
    await screen.press("I’ve said it");
    expect(experimentOf(pretend.state.value, id)?.asks[0]).toMatchObject({
      channel: "said",
      words: `${words}\nCould you tell me by Wednesday 25 November?`,
      silence: { by: "2026-11-25", then: "ask Ilse" },
    });
  });

  it("a link carries the day that was to be shown, and never what comes then", async () => {
    const given: unknown[] = [];
    for (const share of [true, false]) {
      const { pretend, id } = ready({ ...decided, share });
      const engine = {
        ...pretend.engine,
        makeLink: (input: Parameters<typeof pretend.engine.makeLink>[0]) => {
          given.push(input.answerBy);
          expect(JSON.stringify(input)).not.toContain("ask Ilse");
          return Promise.resolve(err({ type: "Offline", kept: false } as const));
        },
      };
      const screen = await draw(Ask, { ...pretend, engine }, id);
      await screen.press("Make a private link");
      await screen.type("The name they will see", "Sam");
      await screen.press("Make the link");
    }
    expect(given).toEqual(["2026-11-25", null]);
  });
});

describe("an open ask", () => {
  it("leads to the path only once its day has passed", async () => {
    const { pretend, noor, id } = ready();
    out(pretend, id, noor, "Ask Raj");
    pretend.pass(2);
    const before = await draw(Ask, pretend, id);
    expect(before.has("Go through it")).toBe(false);
    before.leave();
    pretend.pass(1);
    const after = await draw(Ask, pretend, id);
    expect(after.has("You waited, and heard nothing")).toBe(true);
    await after.press("Go through it");
    expect(useScreen()).toMatchObject({ screen: "path", id: `after-silence~${id}` });
  });

  it.each([
    ["no", "Go through it", "after-no"],
    ["yes", "It did not happen after all", "after-let-down"],
    ["partly", "It did not happen after all", "after-let-down"],
  ] as const)("answered with %s leads on by “%s”", async (answer, label, path) => {
    const { pretend, noor, id } = ready();
    const link = { mailbox: "ab", secret: "cd", replyKey: "ef", ownerProof: "01", closesOn: "2026-11-29" };
    const prepared = { kind: "asks/prepare", experiment: id, words, from: "Sam", howItWas: false, link } as const;
    const ask = pretend.say(prepared);
    pretend.say({ kind: "asks/send", ask, experiment: id, person: noor, words, channel: "link", silence: null });
    pretend.say({
      kind: "asks/receive",
      ask,
      reply: "reply-00000001",
      answer,
      words: "",
      burden: null,
      glad: null,
      notThisMonth: false,
    });
    const screen = await draw(Ask, pretend, id);
    await settle();
    await screen.press(label);
    expect(useScreen()).toMatchObject({ screen: "path", id: `${path}~${id}` });
  });
});
