import { experiments, people, stopsFor } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { cornerId } from "./corner-id.ts";
import { writePlace } from "./place-id.ts";
import { Try } from "./try.tsx";

const withNoor = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  return { pretend, noor, place: writePlace({ step: cornerId, person: noor }) };
};

/** Chooses the same reply to each question; `but` is the number of the one that is answered otherwise. */
const answerAll = async (
  screen: Drawn,
  reply: string,
  but: { readonly at: number; readonly reply: string } | null = null,
): Promise<void> => {
  const radios = screen.page.all().filter((node) => node.localName === "input");
  for (let question = 0; question < radios.length / 3; question += 1) {
    const wanted = but?.at === question ? but.reply : reply;
    radios
      .slice(question * 3, question * 3 + 3)
      .find((node) => node.value === wanted)
      ?.fire("change");
    await settle();
  }
};

describe("choosing whom a step goes to", () => {
  it("takes a nickname and a role when nobody is on the circle yet", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Try, pretend, cornerId);
    await screen.type("Nickname", "Noor");
    await screen.choose("friend");
    await screen.press("Go on");
    expect(people(pretend.state.value).map(({ nickname, role }) => [nickname, role])).toEqual([["Noor", "friend"]]);
  });

  it("asks for what is missing, in words, and adds nobody", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Try, pretend, cornerId);
    await screen.press("Go on");
    expect(screen.has("A nickname, so that you know who is meant.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("has real ways on for somebody with no one to ask", async () => {
    const screen = await draw(Try, pretendEngine(), cornerId);
    await screen.press("There is no one I could ask");
    expect(screen.has("A listening line")).toBe(true);
    expect(screen.has("Lines where someone listens")).toBe(true);
  });

  it("offers no step at all where the step is not there any more", async () => {
    const screen = await draw(Try, pretendEngine(), "step-of-another-version");
    expect(screen.has("This step isn’t here any more.")).toBe(true);
  });
});

describe("the safety questions", () => {
  it("come before the plan", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    expect(screen.has("Has this person ever hurt, threatened, mocked or controlled you?")).toBe(true);
    expect(experiments(pretend.state.value)).toEqual([]);
  });

  it("all need an answer", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await screen.press("Go on");
    expect(screen.has("Each one needs an answer.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("lead to the plan when every answer is no", async () => {
    const { pretend, noor, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await answerAll(screen, "no");
    await screen.press("Go on");
    const [planned] = experiments(pretend.state.value);
    expect(planned).toMatchObject({ person: noor, stage: "planned" });
    expect(useScreen()).toMatchObject({ screen: "ask", id: planned?.id });
  });

  it.each([0, 1, 2, 3])(
    "stop the step when question %i is a yes, offer other ways, and set no homework",
    async (at) => {
      const { pretend, noor, place } = withNoor();
      const screen = await draw(Try, pretend, place);
      await answerAll(screen, "no", { at, reply: "yes" });
      await screen.press("Go on");
      for (const words of [
        "Then not Noor",
        "Choose someone else",
        "Someone to talk it over with",
        "not tell, not confront, not leave",
      ]) {
        expect(screen.text()).toContain(words);
      }
      expect(experiments(pretend.state.value)).toEqual([]);
      expect(stopsFor(pretend.state.value, noor, "ask", false)).toBe("stopped");
    },
  );

  it("say “not sure” back calmly, and leave it to the person", async () => {
    const { pretend, place } = withNoor();
    const screen = await draw(Try, pretend, place);
    await answerAll(screen, "no", { at: 2, reply: "unsure" });
    await screen.press("Go on");
    expect(screen.has("You weren’t sure about Noor")).toBe(true);
    expect(experiments(pretend.state.value)).toEqual([]);
    await screen.press("Go on with Noor");
    expect(experiments(pretend.state.value)).toHaveLength(1);
  });

  it("stay half-answered through a reload", async () => {
    const { pretend, place } = withNoor();
    const before = await draw(Try, pretend, place);
    await answerAll(before, "unsure");
    before.leave();
    await settle();
    const after = await draw(Try, pretend, place);
    await after.press("Go on");
    expect(after.has("You weren’t sure about Noor")).toBe(true);
  });

  it("never reach a person who was flagged", async () => {
    const { pretend, noor, place } = withNoor();
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    const screen = await draw(Try, pretend, place);
    expect(screen.has("Then not Noor")).toBe(true);
    expect(screen.has("Has this person ever hurt")).toBe(false);
  });
});
