import { practiceCatalogue } from "@belay/content";
import { practices } from "@belay/domain";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { go, useScreen } from "../navigation.ts";
import { KindWord } from "./kind-word.tsx";
import { Kindness } from "./kindness.tsx";
import { writeKind } from "./kind-place.ts";

const note = "Note that I did it";

const practised = (pretend: Pretend, practice: string, words: string, moment: "before-ask" | "after-no" = "after-no") =>
  pretend.say({ kind: "compassion/practise", practice, moment, experiment: null, words });

describe("a row of the programme can be practised, and what was written is kept", () => {
  it.each([
    ["HSC-01", "Thank the part that kept you safe", "It had its reasons", "Thank you for"],
    ["HSC-02", "Thank the part that kept you safe", "You can thank it", "Thank you for"],
    ["HSC-03", "What helped then, what it costs now", "may now keep you stuck", "One thing the old rule costs me now"],
    ["HSC-04", "Say it as to a friend", "someone you like, in the same spot", "What I would say to a friend"],
    ["HSC-05", "Notice the harsh voice", "You think of asking, and a voice starts", "Its words"],
    ["HNP-08", "Notice the harsh voice", "Just notice its words", "Its words"],
    ["HSC-06", "Soften the words", "One degree kinder is enough", "The same, one degree kinder"],
    ["HSC-07", "What do I need now?", "“What happened to me, that this makes sense?”", "What I need now"],
    ["HSC-09", "Keep what you are good at", "You may be proud of that", "Something I am good at and keep"],
    ["SCR-13", "You don’t have to carry it all", "not all of it alone", "One thing I could put down"],
  ] as const)("%s: %s", async (row, title, line, field) => {
    const pretend = pretendEngine();
    const screen = await draw(Kindness, pretend);
    await screen.press(title);
    expect(screen.has(line)).toBe(true);
    await screen.type(field, "  It kept me going.  ");
    await screen.press(note);
    const [kept] = practices(pretend.state.value);
    expect(kept).toMatchObject({ moment: "any", experiment: null, words: "It kept me going." });
    expect(practiceCatalogue.find(({ id }) => id === kept?.practice)?.covers).toContain(row);
    expect(screen.has("Noted on this device.")).toBe(true);
  });

  it("HSC-08: one practice wants no words at all", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Kindness, pretend);
    await screen.press("Not broken");
    expect(screen.has("You are not broken. You guard something tender")).toBe(true);
    expect(screen.page.all().some((node) => node.localName === "textarea")).toBe(false);
    await screen.press(note);
    expect(practices(pretend.state.value)).toMatchObject([{ practice: "practice-not-broken", words: "" }]);
  });
});

describe("at a hard moment", () => {
  it("one practice is shown, and is kept with the moment and the ask it belongs to", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Kindness, pretend, writeKind("after-no", "ask7"));
    expect(screen.has("After a no")).toBe(true);
    const titles = practiceCatalogue.filter(({ title }) => screen.has(title));
    expect(titles).toHaveLength(1);
    await screen.press(note);
    expect(practices(pretend.state.value)).toMatchObject([
      { practice: titles[0]?.id, moment: "after-no", experiment: "ask7", words: "" },
    ]);
  });

  it("a different one is one press away, also from the last", async () => {
    const screen = await draw(Kindness, pretendEngine(), "before-ask");
    const own = practiceCatalogue.filter(({ moments }) => moments.some((moment) => moment === "before-ask"));
    for (const practice of [...own, ...own.slice(0, 1)]) {
      expect(screen.has(practice.lines[0] ?? "")).toBe(true);
      await screen.press("A different one");
    }
  });

  it("the one that was done lately comes last", async () => {
    const pretend = pretendEngine();
    practised(pretend, "practice-thank", "", "before-ask");
    const screen = await draw(Kindness, pretend, "before-ask");
    expect(screen.has("Thank the part that kept you safe")).toBe(false);
  });

  it("one’s own words from before are shown back, with their day", async () => {
    const pretend = pretendEngine();
    practised(pretend, "practice-friend", "You asked. That was the hard half.");
    const screen = await draw(Kindness, pretend);
    await screen.press("Say it as to a friend");
    expect(screen.has("Your own words, from before")).toBe(true);
    expect(screen.has("You asked. That was the hard half.")).toBe(true);
    expect(screen.text()).toMatch(/Your own words, from before\n.*2026\nYou asked/);
  });

  it("nothing is called noted when it was not, and the words stay", async () => {
    const pretend = pretendEngine();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Kindness, pretend, "after-no");
    const field = screen.page.all().find((node) => node.localName === "textarea");
    if (field === undefined) throw new Error("no field");
    field.value = "Enough.";
    field.fire("input");
    await screen.press(note);
    expect(screen.has("Noted on this device.")).toBe(false);
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(field.value).toBe("Enough.");
  });

  it("the list of all is there for whoever wants another kind, and for places of another version", async () => {
    const screen = await draw(Kindness, pretendEngine(), "after-no");
    await screen.press("All of them");
    for (const { title } of practiceCatalogue) expect(screen.control(title).localName).toBe("button");
    expect((await draw(Kindness, pretendEngine(), "after-a-win")).has("A kinder word")).toBe(true);
  });
});

describe("the card that offers a kinder word", () => {
  const card = (moment: "before-ask" | "after-no", experiment?: string) => () => h(KindWord, { moment, experiment });

  it("leads to the room with its moment and its ask", async () => {
    go("today");
    const screen = await draw(card("before-ask", "ask7"), pretendEngine());
    expect(screen.has("A kinder word first?")).toBe(true);
    await screen.press("Open it");
    expect(useScreen()).toMatchObject({ screen: "kindness", id: "before-ask~ask7" });
  });

  it("shows back the words of such a moment, and of no other", async () => {
    const pretend = pretendEngine();
    practised(pretend, "practice-soften", "This is hard for me today.", "after-no");
    expect((await draw(card("after-no"), pretend)).has("This is hard for me today.")).toBe(true);
    expect((await draw(card("before-ask"), pretend)).has("This is hard for me today.")).toBe(false);
  });
});
