import { experiments, person as findPerson } from "@belay/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { useScreen } from "../navigation.ts";
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

/** One finished ask of Noor. */
const asked = (outcome: "yes" | "no" | "hurtful"): string => {
  pretend.say({
    kind: "circle/screen",
    person: noor,
    strand: "ask",
    depth: "first",
    answers: { hurt: "no", used: "no", risky: "no", debt: "no", work: null },
  });
  const step = {
    id: "ask-x",
    strand: "ask",
    title: "Ask for a lift",
    difficulty: 30,
    cost: 0.2,
    needsPerson: true,
    roles: ["friend"],
    contexts: ["in-person"],
    disclosure: "none",
    touch: false,
  } as const;
  const experiment = pretend.say({ kind: "steps/plan", step, person: noor, context: null, origin: "self" });
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
  return experiment;
};

describe("a person’s page", () => {
  it("begins with the name, who they are, and one thing to do", async () => {
    const screen = await draw(Person, pretend, noor);
    expect(screen.text()).toMatch(/friend · close\nNoor\n/);
    expect(screen.has("Ask Noor something small")).toBe(true);
    expect(screen.has("not looked at yet")).toBe(true);
  });

  it("leads to a step with this person", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.press("Ask Noor something small");
    expect(useScreen()).toMatchObject({ screen: "try", id: `~${noor}` });
  });

  it("never shows a sum or a grade", async () => {
    asked("yes");
    const text = (await draw(Person, pretend, noor)).text();
    expect(text).not.toMatch(/\b(score|rating|level|\d of 7|\d\/7)\b/i);
  });

  it("says of somebody unknown that they are not here", async () => {
    expect((await draw(Person, pretend, "nobody-at-all")).has("This person isn’t on your circle")).toBe(true);
  });

  it("keeps what was tried with somebody who was taken off", async () => {
    asked("no");
    pretend.say({ kind: "circle/remove", person: noor });
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("Noor is not on your circle any more")).toBe(true);
    expect(screen.has("Ask for a lift")).toBe(true);
  });

  it("holds back while they asked to be left out", async () => {
    const experiment = asked("yes");
    const ask = pretend.say({
      kind: "asks/prepare",
      experiment,
      words: "A lift on Friday?",
      from: "Ada",
      howItWas: false,
      link: { mailbox: "ab", secret: "ab", replyKey: "ab", ownerProof: "ab", closesOn: "2026-11-29" },
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
    expect(screen.has("Noor asked not to be asked again until December 22")).toBe(true);
    expect(screen.has("Ask Noor something small")).toBe(false);
  });
});

describe("what was tried together", () => {
  it("counts every kind, refusals among them", async () => {
    asked("yes");
    asked("yes");
    asked("no");
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("3 tries so far: 2 yes, 1 no.")).toBe(true);
    expect(screen.has("November 22 · No")).toBe(true);
  });

  it("leads to what happened", async () => {
    const experiment = asked("yes");
    const screen = await draw(Person, pretend, noor);
    await screen.press("Ask for a lift");
    expect(useScreen()).toMatchObject({ screen: "outcome", id: experiment });
  });
});

describe("safety", () => {
  it("marked as not safe, nobody is asked, and the words take the person’s side", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.choose("Not safe");
    await screen.press("Save");
    expect(shown()?.safety).toBe("unsafe");
    expect(screen.has("No step goes to Noor")).toBe(true);
    expect(screen.has("good judgement")).toBe(true);
    expect(screen.has("Ask Noor something small")).toBe(false);
    expect(screen.text()).not.toMatch(/you (should|must|have to)/i);
  });

  it("harm that was noted stays, whatever is rated later", async () => {
    pretend.say({ kind: "circle/note-harm", person: noor, on: "2026-11-20", note: "" });
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "safe", note: "" });
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("You noted that something bad came of it.")).toBe(true);
    expect(screen.has("Ask Noor something small")).toBe(false);
  });

  it("notes harm with its day and no details asked for", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("When was it?", "2026-11-19");
    screen.control("Note it").fire("click");
    await settle();
    expect(shown()?.harmed).toBe(true);
  });

  it("takes no day that has not been", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("When was it?", "2027-01-01");
    await screen.press("Note it");
    expect(screen.has("This isn’t a day that has been.")).toBe(true);
    expect(shown()?.harmed).toBe(false);
  });
});

describe("trust and ease", () => {
  it("start empty, and can be saved one without the other", async () => {
    const screen = await draw(Person, pretend, noor);
    expect(screen.text().match(/not set/g)?.length).toBe(2);
    await screen.slide("Would Noor come through?", 80);
    await screen.press("Save");
    expect(shown()).toMatchObject({ trust: 80, comfort: null });
    expect(screen.has("Saved on this device.")).toBe(true);
  });

  it("are not called saved when they were not, and keep what was set", async () => {
    pretend.fault = { type: "NotSaved", why: "storage" };
    const screen = await draw(Person, pretend, noor);
    await screen.slide("Would Noor come through?", 80);
    await screen.press("Save");
    expect(screen.has("Not saved: this browser did not keep it.")).toBe(true);
    expect(screen.has("Saved on this device.")).toBe(false);
    expect(screen.has("about 80 of 100")).toBe(true);
  });
});

describe("noting what was seen", () => {
  const openForm = async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.press("Note something you saw");
    return screen;
  };

  it("needs one of the seven, and seen or missing", async () => {
    const screen = await openForm();
    await screen.press("Note it");
    expect(screen.has("It needs one of the seven, seen or missing, and a day.")).toBe(true);
    expect(shown()?.observations).toEqual([]);
  });

  it("keeps the quality, the day and the line", async () => {
    const screen = await openForm();
    await screen.choose("Does what they say");
    await screen.choose("I saw it");
    await screen.type("On which day?", "2026-11-03");
    await screen.type("One line about it", "She brought the book back.");
    await screen.press("Note it");
    expect(shown()?.observations).toMatchObject([
      { quality: "reliable", seen: "seen", on: "2026-11-03", note: "She brought the book back." },
    ]);
    expect(screen.has("seen November 3")).toBe(true);
  });

  it("refuses a text of a hundred thousand letters calmly, and keeps it", async () => {
    const screen = await openForm();
    await screen.choose("Does what they say");
    await screen.choose("It was missing");
    await screen.type("One line about it", "x".repeat(100_000));
    await screen.press("Note it");
    expect(screen.has("Not saved: something here is empty, too long")).toBe(true);
    expect(screen.control("One line about it").value).toHaveLength(100_000);
    expect(shown()?.observations).toEqual([]);
  });
});

describe("changing somebody", () => {
  it("saves a new name and ring, and leaves trust as it was", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("What do you call them?", "N.");
    await screen.choose("Near");
    await screen.press("Save the change");
    expect(shown()).toMatchObject({ nickname: "N.", ring: "near", role: "friend", trust: null });
  });

  it("without a name changes nothing and says what is missing", async () => {
    const screen = await draw(Person, pretend, noor);
    await screen.type("What do you call them?", "   ");
    await screen.press("Save the change");
    expect(screen.has("It needs a name, who they are to you, and a ring.")).toBe(true);
    expect(shown()?.nickname).toBe("Noor");
  });

  it("takes somebody off only after a second press, and the record stays", async () => {
    asked("yes");
    const screen = await draw(Person, pretend, noor);
    await screen.press("Take off the circle");
    expect(shown()?.removed).toBe(false);
    await screen.press("Take off");
    // The first control of that name is the one that opened the dialog; the dialog's own comes after it.
    screen.page
      .all()
      .filter((node) => node.localName === "button" && node.textContent === "Take off")
      .at(-1)
      ?.fire("click");
    await settle();
    expect(shown()?.removed).toBe(true);
    expect(experiments(pretend.state.value)).toHaveLength(1);
  });
});

describe("somebody new", () => {
  it("needs a name, a relation and a ring", async () => {
    const screen = await draw(Person, pretend, "~new");
    await screen.press("Put on the circle");
    expect(screen.has("It needs a name, who they are to you, and a ring.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("is put on the circle and opened", async () => {
    const screen = await draw(Person, pretend, "~new");
    await screen.type("What do you call them?", "  Mei ");
    await screen.choose("neighbour");
    await screen.choose("Further out");
    await screen.press("Put on the circle");
    const place = useScreen();
    expect(place.screen).toBe("person");
    expect(findPerson(pretend.state.value, place.id ?? "")).toMatchObject({
      nickname: "Mei",
      role: "neighbour",
      ring: "further",
      trust: null,
      comfort: null,
    });
  });

  it.each([
    ["a name with a line break in it", "Mei\u0007"],
    ["half a character", "Mei\ud800"],
    ["a hundred thousand letters", "M".repeat(100_000)],
  ])("with %s is refused calmly, and the name is still there", async (_name, nickname) => {
    const screen = await draw(Person, pretend, "~new");
    await screen.type("What do you call them?", nickname);
    await screen.choose("friend");
    await screen.choose("Close");
    await screen.press("Put on the circle");
    expect(screen.has("Not saved")).toBe(true);
    expect(screen.control("What do you call them?").value).toBe(nickname);
  });

  it("comes back half-finished after the page was left", async () => {
    const screen = await draw(Person, pretend, "~new");
    await screen.type("What do you call them?", "Mei");
    screen.leave();
    await settle();
    const again = await draw(Person, pretend, "~new");
    expect(again.control("What do you call them?").value).toBe("Mei");
  });
});
