/** What stands on a person's page besides tries: what they can be asked, what they offered, what went between the two. */
import { offers, people, person as findPerson } from "@belay/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { wordsDraft } from "../try/take-words.ts";
import { useScreen } from "../navigation.ts";
import { Alone } from "../outcome/alone.tsx";
import { Undo } from "../pause/undo.tsx";
import { cornerStep } from "../try/corner.ts";
import { Circle } from "./circle.tsx";
import { Person } from "./person.tsx";

let pretend: Pretend;
let noor: string;

beforeEach(() => {
  pretend = pretendEngine();
  noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "close",
    trust: null,
    comfort: null,
  });
});

const shown = () => findPerson(pretend.state.value, noor);

describe("what somebody can be asked (HSN-03)", () => {
  it("is kept in one’s own words, and leads to an ask that begins with them", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("Something they could be asked", "  a lift to the station ");
    await screen.press("Add it");
    expect(shown()?.askables.map(({ what }) => what)).toEqual(["a lift to the station"]);
    await screen.press("Ask Noor for this");
    const id = shown()?.askables[0]?.id ?? "";
    expect(useScreen()).toMatchObject({ screen: "try", id: `ask-a-corner~${noor}~~${id}` });
    expect(pretend.kept.get(wordsDraft(id))).toBe("Noor, could I ask you for something: a lift to the station?");
  });

  it("can be taken off again, and an empty line is not added", async () => {
    pretend.say({ kind: "circle/add-askable", person: noor, what: "an opinion" });
    const screen = await draw(Person, pretend, noor);
    await screen.press("Add it");
    expect(screen.has("It needs a few words.")).toBe(true);
    expect(shown()?.askables).toHaveLength(1);
    await screen.press("Take it off the list");
    expect(shown()?.askables).toEqual([]);
    expect(screen.has("Nothing noted yet.")).toBe(true);
  });

  it("stays typed when it is not saved", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("Something they could be asked", "a lift");
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press("Add it");
    expect(screen.control("Something they could be asked").value).toBe("a lift");
    expect(screen.has("Not saved")).toBe(true);
  });
});

describe("give and take (HSN-06)", () => {
  it("is a private note with a way and a day, newest first, and never a count", async () => {
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("Nothing is added up, and nothing in it is a debt.")).toBe(true);
    for (const [way, what, on] of [
      ["Noor gave me something", "Soup", "2026-11-20"],
      ["I gave something", "An evening", "2026-11-21"],
    ] as const) {
      await screen.press("Note something that went between you");
      await screen.choose(way);
      await screen.type("What was it?", what);
      await screen.type("On which day?", on);
      await screen.press("Note it");
    }
    expect(shown()?.exchanges).toMatchObject([
      { way: "received", what: "Soup", on: "2026-11-20" },
      { way: "given", what: "An evening", on: "2026-11-21" },
    ]);
    const text = screen.text();
    expect(text.indexOf("An evening")).toBeLessThan(text.indexOf("Soup"));
    expect(text).not.toMatch(/\b[12] (received|given)|balance|owe/);
  });

  it("needs a way, words and a day that has been", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.press("Note something that went between you");
    await screen.type("What was it?", "Soup");
    await screen.type("On which day?", "2027-01-01");
    await screen.choose("I gave something");
    await screen.press("Note it");
    expect(screen.has("It needs a way, a few words, and a day.")).toBe(true);
    expect(shown()?.exchanges).toEqual([]);
  });
});

describe("a standing offer", () => {
  const lift = { what: "A lift to the hospital", when: "Tuesdays", often: "once a month" };

  it("is noted as it was said, and stands on the person’s page and on the circle", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.press("Note an offer they made");
    await screen.press("Note the offer");
    expect(screen.has("It needs the thing they offered.")).toBe(true);
    await screen.type("What did they say", lift.what);
    await screen.type("When does it suit them?", lift.when);
    await screen.type("How often?", lift.often);
    await screen.press("Note the offer");
    expect(offers(pretend.state.value)).toMatchObject([{ ...lift, person: noor }]);
    const circle = await draw(Circle, pretend);
    for (const words of [lift.what, "When: Tuesdays", "How often: once a month"]) expect(circle.has(words)).toBe(true);
  });

  it("is taken up as the gentlest step, with words to begin with", async () => {
    const offer = pretend.say({ kind: "offers/make", person: noor, ...lift, ask: null });
    const screen = await draw(Circle, pretend);
    await screen.press("Take it up");
    expect(useScreen()).toMatchObject({ screen: "try", id: `accept-a-standing-offer~${noor}~~${offer}` });
    expect(pretend.kept.get(wordsDraft(offer))).toContain("A lift to the hospital. Does that still stand?");
  });

  it("ends on a press", async () => {
    pretend.say({ kind: "offers/make", person: noor, ...lift, ask: null });
    const screen = await draw(Circle, pretend);
    await screen.press("It no longer stands");
    expect(offers(pretend.state.value)).toEqual([]);
  });

  it("is never led to where somebody is not safe", async () => {
    pretend.say({ kind: "offers/make", person: noor, ...lift, ask: null });
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    for (const screen of [await draw(Circle, pretend), await draw(Person, pretend, noor)]) {
      expect(screen.has("Take it up")).toBe(false);
    }
  });
});

describe("somebody who hurt, or used what they were told, by the safety questions", () => {
  it.each(["hurt", "used"] as const)(
    "%s: no way leads to them, and the page takes the person’s side",
    async (question) => {
      pretend.say({ kind: "offers/make", person: noor, what: "A lift", when: "", often: "", ask: null });
      pretend.say({ kind: "circle/add-askable", person: noor, what: "an hour" });
      const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null, [question]: "yes" } as const;
      pretend.say({ kind: "circle/screen", person: noor, strand: "share", depth: "first", answers });
      const screen = await draw(Person, pretend, noor);
      expect(screen.has("You answered that they hurt, mocked or controlled you")).toBe(true);
      for (const way of ["Ask Noor something small", "Take it up", "Ask Noor for this"])
        expect(screen.has(way)).toBe(false);
      expect((await draw(Circle, pretend)).has("A lift")).toBe(false);
      expect((await draw(Circle, pretend, "~test")).text()).not.toContain("Noor");
    },
  );
});

describe("somebody who asked not to be asked this month", () => {
  it("is led to by no offer, no note of what they can be asked, and no silent test", async () => {
    pretend.say({ kind: "offers/make", person: noor, what: "A lift", when: "", often: "", ask: null });
    pretend.say({ kind: "circle/add-askable", person: noor, what: "an hour" });
    const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
    pretend.say({ kind: "circle/screen", person: noor, strand: "ask", depth: "first", answers });
    const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
    pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad: 50, feared: "", sign: "", beliefs: [] });
    const link = { mailbox: "ab", secret: "ab", replyKey: "ab", ownerProof: "ab", closesOn: "2026-11-29" };
    const ask = pretend.say({
      kind: "asks/prepare",
      experiment: id,
      words: "A lift?",
      from: "Ada",
      howItWas: false,
      link,
    });
    pretend.say({
      kind: "asks/receive",
      ask,
      reply: "reply-1",
      answer: "no",
      words: "",
      burden: null,
      glad: null,
      notThisMonth: true,
    });
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("A lift")).toBe(true);
    for (const way of ["Take it up", "Ask Noor for this"]) expect(screen.has(way)).toBe(false);
    expect((await draw(Circle, pretend)).has("Take it up")).toBe(false);
    expect((await draw(Circle, pretend, "~test")).text()).not.toContain("Noor");
    const undo = await draw(Undo, pretend);
    expect(undo.text()).not.toContain("Noor");
    const alone = await draw(Alone, pretend);
    await alone.type("What was it?", "The shelf");
    await alone.choose("I wish I had asked");
    await alone.press("Note it");
    expect(alone.has("Somebody else")).toBe(true);
    expect(alone.text()).not.toContain("Noor");
  });
});

describe("a silent test (SB-03, HCM-01)", () => {
  it("becomes a spoken ask to somebody a step can go to", async () => {
    const screen = await draw(Circle, pretend, "~test");
    expect(screen.has("They can’t pass a test they don’t know about.")).toBe(true);
    await screen.press("Take this to someone");
    expect(screen.has("It needs someone, and what you hope for.")).toBe(true);
    await screen.choose("Noor");
    await screen.type("What do you hope they will do", "call me first");
    await screen.type("When would it help?", "tonight");
    expect(screen.has("Noor, I have been hoping you would call me first. Would you, tonight?")).toBe(true);
    await screen.press("Take this to Noor");
    await settle();
    expect(useScreen()).toMatchObject({ screen: "try", id: `ask-a-corner~${noor}~~silent-test` });
    expect(pretend.kept.get(wordsDraft("silent-test"))).toContain("call me first");
  });

  it("keeps what was written where its words could not be taken along", async () => {
    const full = {
      ...pretend.engine.drafts,
      set: (name: string, text: string) =>
        name.startsWith("words-along/") ? Promise.resolve(false) : pretend.engine.drafts.set(name, text),
    };
    const screen = await draw(Circle, { ...pretend, engine: { ...pretend.engine, drafts: full } }, "~test");
    await screen.choose("Noor");
    await screen.type("What do you hope they will do", "call me first");
    await screen.press("Take this to Noor");
    await settle();
    screen.leave();
    await settle();
    expect(pretend.kept.get("silent-test")).toContain("call me first");
  });

  it("offers nobody who is not safe, and keeps the words all the same", async () => {
    for (const { id } of people(pretend.state.value))
      pretend.say({ kind: "circle/rate-safety", person: id, safety: "unsafe", note: "" });
    const screen = await draw(Circle, pretend, "~test");
    expect(screen.has("There is no one on your circle a step could go to.")).toBe(true);
    await screen.type("What do you hope they will do", "notice");
    expect(screen.has("I have been hoping you would notice.")).toBe(true);
  });
});
