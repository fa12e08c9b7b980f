import { signCatalogue, stepCatalogue } from "@belay/content";
import { signs, type SignGroup, type SignReply } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn, type PretendNode } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Signs } from "./signs.tsx";

/** The radio of a reply in the question with these words. */
const radioOf = (screen: Drawn, words: string, reply: SignReply): PretendNode => {
  const group = screen.page
    .all()
    .find((node) => node.localName === "fieldset" && node.childNodes[0]?.textContent === words);
  const radio = group?.all().find((node) => node.localName === "input" && node.value === reply);
  if (radio === undefined) throw new Error(`not asked: ${words}`);
  return radio;
};

const choose = async (screen: Drawn, words: string, reply: SignReply): Promise<void> => {
  const radio = radioOf(screen, words, reply);
  radio.checked = true;
  radio.fire("change");
  await settle();
};

const signOf = (id: string) => {
  const sign = signCatalogue.find((one) => one.id === id);
  if (sign === undefined) throw new Error(`no sign: ${id}`);
  return sign;
};

const say = (pretend: Pretend, group: SignGroup, id: string, reply: SignReply): void => {
  pretend.say({ kind: "signs/answer", group, answers: [{ sign: id, reply }] });
};

describe("a sign is asked in its part, and an answer to it is recorded", () => {
  it.each([
    ["SE-01", "inside", "sign-se-01"],
    ["SE-02", "inside", "sign-se-02"],
    ["SE-03", "inside", "sign-se-03"],
    ["SE-04", "inside", "sign-se-04"],
    ["SE-05", "inside", "sign-se-05"],
    ["SE-06", "inside", "sign-se-06"],
    ["SE-07", "inside", "sign-se-07"],
    ["SE-08", "inside", "sign-se-08"],
    ["SE-09", "inside", "sign-se-09"],
    ["SE-10", "inside", "sign-se-10"],
    ["SE-11", "inside", "sign-se-11"],
    ["SE-12", "inside", "sign-se-12"],
    ["SE-13", "inside", "sign-se-13"],
    ["SE-14", "inside", "sign-se-14"],
    ["SB-01", "doing", "sign-sb-01"],
    ["SB-02", "doing", "sign-sb-02"],
    ["SB-03", "doing", "sign-sb-03"],
    ["SB-04", "doing", "sign-sb-04"],
    ["SB-05", "doing", "sign-sb-05"],
    ["SB-06", "doing", "sign-sb-06"],
    ["SB-07", "doing", "sign-sb-07"],
    ["SB-08", "doing", "sign-sb-08"],
    ["SB-09", "doing", "sign-sb-09"],
    ["SB-10", "doing", "sign-sb-10"],
    ["SB-11", "doing", "sign-sb-11"],
    ["SB-12", "doing", "sign-sb-12"],
    ["SB-13", "doing", "sign-sb-13"],
    ["SB-14", "doing", "sign-sb-14"],
    ["SB-15", "doing", "sign-sb-15"],
    ["SB-16", "doing", "sign-sb-16"],
    ["SB-17", "doing", "sign-sb-17"],
    ["SB-18", "doing", "sign-sb-18"],
    ["SR-01", "people", "sign-sr-01"],
    ["SR-02", "people", "sign-sr-02"],
    ["SR-03", "people", "sign-sr-03"],
    ["SR-04", "people", "sign-sr-04"],
    ["SR-05", "people", "sign-sr-05"],
    ["SR-06", "people", "sign-sr-06"],
    ["SP-01", "body", "sign-sp-01"],
    ["SP-02", "body", "sign-sp-02"],
    ["SP-03", "body", "sign-sp-03"],
    ["SP-04", "body", "sign-sp-04"],
    ["SP-05", "body", "sign-sp-05"],
    ["SP-06", "body", "sign-sp-06"],
    ["SP-07", "body", "sign-sp-07"],
    ["SP-08", "body", "sign-sp-08"],
    ["HNP-02", "inside", "sign-se-08"],
    ["HNP-03", "inside", "sign-se-14"],
    ["HNP-04", "body", "sign-sp-02"],
    ["HNP-05", "doing", "sign-sb-15"],
    ["HNP-06", "doing", "sign-sb-15"],
    ["HNP-07", "doing", "sign-sb-13"],
    ["HNP-08", "inside", "sign-se-05"],
    ["HNP-10", "doing", "sign-sb-09"],
  ] as const)("%s", async (row, group, id) => {
    const sign = signOf(id);
    expect(sign.covers).toContain(row);
    const pretend = pretendEngine();
    const screen = await draw(Signs, pretend, group);
    expect(screen.has(sign.text)).toBe(true);
    await choose(screen, sign.text, "sometimes");
    await screen.press("Save this part");
    expect(signs(pretend.state.value)).toMatchObject([{ sign: id, group, reply: "sometimes" }]);
    // What was recognised leads somewhere: to its own first step.
    await screen.press(stepCatalogue.find((step) => step.id === sign.steps[0])?.title ?? "");
    expect(useScreen()).toMatchObject({ screen: "step", id: sign.steps[0] });
  });
});

describe("the first page", () => {
  it("says what it is before anything is asked", async () => {
    const screen = await draw(Signs, pretendEngine());
    expect(screen.has("This is no test. Nothing is counted up")).toBe(true);
    expect(screen.has("It is for you if asking is hard.")).toBe(true);
    expect(screen.page.all().some((node) => node.localName === "input")).toBe(false);
    expect(screen.has("What may fit")).toBe(false);
  });

  it.each([
    ["Inside", "inside"],
    ["What I do", "doing"],
    ["With people", "people"],
    ["In the body", "body"],
  ])("leads to the part %s", async (name, id) => {
    const screen = await draw(Signs, pretendEngine());
    await screen.press(name);
    expect(useScreen()).toMatchObject({ screen: "signs", id });
  });

  it("opens on itself for a part that is not there", async () => {
    expect((await draw(Signs, pretendEngine(), "everything")).has("Things you may know")).toBe(true);
  });

  it("shows what may fit, with the sign's own words as the reason, and leads to a belief", async () => {
    const pretend = pretendEngine();
    say(pretend, "inside", "sign-se-01", "often");
    const screen = await draw(Signs, pretend);
    expect(screen.has("You know: When someone offers help, I feel awkward and wish they hadn’t.")).toBe(true);
    await screen.press("“I get by without needing anyone.”");
    expect(useScreen()).toMatchObject({ screen: "belief", id: "bel-01" });
  });

  it("offers a pause where a sign sounds an alarm, and only there", async () => {
    const pretend = pretendEngine();
    say(pretend, "inside", "sign-se-01", "often");
    expect((await draw(Signs, pretend)).has("Pause now")).toBe(false);
    say(pretend, "body", "sign-sp-05", "sometimes");
    const screen = await draw(Signs, pretend);
    expect(screen.has("You know: My chest goes tight at the thought of asking.")).toBe(true);
    await screen.press("Pause now");
    expect(screen.page.all().some((node) => node.localName === "dialog" && node.open)).toBe(true);
  });

  it("leaves it at that where nothing is known", async () => {
    const pretend = pretendEngine();
    say(pretend, "inside", "sign-se-01", "no");
    const screen = await draw(Signs, pretend);
    expect(screen.has("You know none of these. Then nothing here is needed.")).toBe(true);
    expect(screen.has("What may fit")).toBe(false);
  });

  it("never shows a count, a total, a label or a verdict, however much is known", async () => {
    const pretend = pretendEngine();
    for (const { id, group } of signCatalogue) say(pretend, group, id, "often");
    const text = (await draw(Signs, pretend)).text().split("A short card")[0];
    expect(text).toContain("Often, on November 22.");
    expect(text?.replaceAll("November 22", "")).not.toMatch(/\d/);
    expect(text).not.toMatch(/avoidant|independen|score|progress|better|worse|severe|high|low\b/i);
  });
});

describe("a part", () => {
  it("starts with nothing chosen", async () => {
    for (const group of ["inside", "doing", "people", "body"]) {
      const screen = await draw(Signs, pretendEngine(), group);
      const radios = screen.page.all().filter((node) => node.localName === "input");
      expect(radios.length).toBe(3 * signCatalogue.filter((sign) => sign.group === group).length);
      expect(radios.some((radio) => radio.checked)).toBe(false);
    }
  });

  it("records what was chosen and leaves out the rest", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Signs, pretend, "people");
    await choose(screen, signOf("sign-sr-01").text, "no");
    await choose(screen, signOf("sign-sr-03").text, "often");
    await screen.press("Save this part");
    expect(signs(pretend.state.value).map(({ sign, reply }) => [sign, reply])).toEqual([
      ["sign-sr-01", "no"],
      ["sign-sr-03", "often"],
    ]);
    expect(screen.has("Saved on this device")).toBe(true);
  });

  it("records nothing when nothing is chosen, and says that this is fine", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Signs, pretend, "people");
    await screen.press("Save this part");
    expect(pretend.calls).toEqual([]);
    expect(screen.has("Nothing is chosen here yet. That is fine")).toBe(true);
  });

  it("can be left for the next one", async () => {
    const screen = await draw(Signs, pretendEngine(), "people");
    await screen.press("Leave this part");
    expect(useScreen()).toMatchObject({ screen: "signs", id: "body" });
  });

  it("keeps half-finished answers as a draft, until they are saved", async () => {
    const pretend = pretendEngine();
    const first = await draw(Signs, pretend, "body");
    await choose(first, signOf("sign-sp-01").text, "often");
    first.leave();
    await settle();
    expect(pretend.kept.get("signs/body")).toContain("often");
    const again = await draw(Signs, pretend, "body");
    expect(radioOf(again, signOf("sign-sp-01").text, "often").checked).toBe(true);
    await again.press("Save this part");
    again.leave();
    expect(pretend.kept.has("signs/body")).toBe(false);
  });

  it("can be started over before it is saved", async () => {
    const screen = await draw(Signs, pretendEngine(), "body");
    await choose(screen, signOf("sign-sp-01").text, "often");
    await screen.press("Start this part over");
    expect(radioOf(screen, signOf("sign-sp-01").text, "often").checked).toBe(false);
  });

  it("keeps the answers on the page when they could not be saved", async () => {
    const pretend = pretendEngine();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Signs, pretend, "body");
    await choose(screen, signOf("sign-sp-01").text, "often");
    await screen.press("Save this part");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(radioOf(screen, signOf("sign-sp-01").text, "often").checked).toBe(true);
  });

  it("tells of the body that a doctor is the one to ask", async () => {
    expect((await draw(Signs, pretendEngine(), "body")).has("a doctor is the one to ask")).toBe(true);
    expect((await draw(Signs, pretendEngine(), "inside")).has("doctor")).toBe(false);
  });

  it("goes on to the next part, and from the last back to the first page", async () => {
    const first = await draw(Signs, pretendEngine(), "inside");
    await choose(first, signOf("sign-se-01").text, "often");
    await first.press("Save this part");
    await first.press("Next: what I do");
    expect(useScreen()).toMatchObject({ screen: "signs", id: "doing" });
    const last = await draw(Signs, pretendEngine(), "body");
    await choose(last, signOf("sign-sp-01").text, "often");
    await last.press("Save this part");
    expect(last.has("Next:")).toBe(false);
    await last.press("That is enough for now");
    expect(useScreen()).toMatchObject({ screen: "signs", id: null });
  });
});

describe("a later visit", () => {
  const twoMonthsLater = (): Pretend => {
    const pretend = pretendEngine();
    say(pretend, "inside", "sign-se-02", "often");
    say(pretend, "inside", "sign-se-03", "no");
    pretend.pass(60);
    return pretend;
  };

  it("shows what was said last and when, and chooses nothing again by itself", async () => {
    const screen = await draw(Signs, twoMonthsLater(), "inside");
    expect(screen.has("Last said on November 22, 2026: often.")).toBe(true);
    expect(screen.page.all().some((node) => node.localName === "input" && node.checked)).toBe(false);
  });

  it("tells plainly what is said otherwise now, without calling it progress", async () => {
    const pretend = twoMonthsLater();
    const screen = await draw(Signs, pretend, "inside");
    await choose(screen, signOf("sign-se-02").text, "sometimes");
    await choose(screen, signOf("sign-se-03").text, "no");
    await screen.press("Save this part");
    expect(screen.has("On November 22, 2026 you said often, today sometimes.")).toBe(true);
    expect(screen.has("Weeks differ. It need not mean anything.")).toBe(true);
    expect(screen.text()).not.toContain("you said no, today no");
    expect(screen.text()).not.toMatch(/better|worse|progress|improve|less than|more than/i);
  });

  it("still tells it on the first page, with both days", async () => {
    const pretend = twoMonthsLater();
    say(pretend, "inside", "sign-se-02", "sometimes");
    pretend.pass(3);
    const screen = await draw(Signs, pretend);
    expect(screen.has("On November 22, 2026 you said often, on January 21 sometimes.")).toBe(true);
    expect(screen.has("No, on November 22, 2026.")).toBe(true);
  });
});
