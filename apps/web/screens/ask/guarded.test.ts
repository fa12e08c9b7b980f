import { experiment as experimentOf, trials, type Command } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { cornerId } from "../try/corner-id.ts";
import { cornerStep } from "../try/corner.ts";
import { Ask } from "./ask.tsx";

/** A step with Noor was taken up before she turned out not to be safe. */
const planned = (predicted: boolean) => {
  const pretend = pretendEngine();
  const noor = meet(pretend);
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  if (predicted)
    pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad: 50, feared: "", sign: "", beliefs: [] });
  return { pretend, noor, id };
};

const unsafe = (person: string): Command => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" });

describe.each([[false], [true]])("a step taken up with somebody unsafe (guess kept: %s)", (predicted) => {
  it("goes no further, takes the person's side, and asks them to do nothing about it", async () => {
    const { pretend, noor, id } = planned(predicted);
    pretend.say(unsafe(noor));
    const screen = await draw(Ask, pretend, id);
    expect(screen.has("Then not Noor, not for this")).toBe(true);
    expect(screen.has("is good judgement")).toBe(true);
    expect(screen.has("not tell, not confront, not leave")).toBe(true);
    expect(screen.has("Someone to talk it over with")).toBe(true);
    expect(screen.page.all().some((node) => node.localName === "textarea")).toBe(false);
  });

  it("is put away as passed over, not as avoided", async () => {
    const { pretend, noor, id } = planned(predicted);
    pretend.say(unsafe(noor));
    const screen = await draw(Ask, pretend, id);
    await screen.press("Put this step away");
    expect(experimentOf(pretend.state.value, id)?.outcome?.status).toBe("skipped");
    expect(trials(pretend.state.value).map(({ status }) => status)).toEqual(["skipped"]);
    expect(useScreen().screen).toBe("today");
  });

  it("stays when putting it away is not saved, and says so", async () => {
    const { pretend, noor, id } = planned(predicted);
    pretend.say(unsafe(noor));
    const screen = await draw(Ask, pretend, id);
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Put this step away");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(experimentOf(pretend.state.value, id)?.outcome).toBeNull();
  });

  it("can go to someone else instead", async () => {
    const { pretend, noor, id } = planned(predicted);
    pretend.say(unsafe(noor));
    const screen = await draw(Ask, pretend, id);
    await screen.press("Choose someone else");
    expect(useScreen()).toMatchObject({ screen: "try", id: cornerId });
  });
});

describe("a step with somebody else", () => {
  it("goes on as ever", async () => {
    const { pretend, id } = planned(false);
    pretend.say(unsafe(meet(pretend, "Raj")));
    expect((await draw(Ask, pretend, id)).has("Then not")).toBe(false);
  });

  it("that is over keeps its look back", async () => {
    const { pretend, noor, id } = planned(true);
    pretend.say({
      kind: "asks/send",
      ask: null,
      experiment: id,
      person: noor,
      words: "Could you?",
      channel: "said",
      silence: null,
    });
    pretend.say(unsafe(noor));
    expect((await draw(Ask, pretend, id)).has("Then not")).toBe(false);
  });
});
