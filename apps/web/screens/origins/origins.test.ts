import { originNotes, originPrompts } from "@belay/content";
import { originsOn, originsSessions } from "@belay/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { go, useScreen } from "../navigation.ts";
import { Today } from "../today/today.tsx";
import { Origins } from "./origins.tsx";

let pretend: Pretend;
let screen: Drawn | null = null;

/** Both clocks and the timer are turned by hand; it is noon. */
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setInterval", "clearInterval", "Date", "performance"],
    now: new Date(2026, 10, 22, 12),
  });
  pretend = pretendEngine();
  go("origins");
});

afterEach(() => {
  screen?.leave();
  screen = null;
  vi.useRealTimers();
});

const open = async (): Promise<Drawn> => {
  screen?.leave();
  screen = await draw(Origins, pretend);
  return screen;
};
const passMinutes = async (minutes: number): Promise<void> => {
  vi.advanceTimersByTime(minutes * 60_000);
  await settle();
};
const switchOn = (): void => void pretend.say({ kind: "origins/switch", on: true });
/** A sitting that has just begun, with the room switched on. */
const sitting = async (before = 30): Promise<Drawn> => {
  switchOn();
  const drawn = await open();
  await drawn.slide("How heavy is it right now?", before);
  await drawn.press("Begin, fifteen minutes");
  return drawn;
};
/** Past the first page. */
const toMeaning = async (drawn: Drawn, said = 35): Promise<void> => {
  await drawn.slide("How heavy is it now?", said);
  await drawn.press("Go on");
};
const toNow = async (drawn: Drawn): Promise<void> => {
  await toMeaning(drawn);
  await drawn.slide("How heavy is it now?", 35);
  await drawn.press("Go on");
};
const toClose = async (drawn: Drawn): Promise<void> => {
  await toNow(drawn);
  await drawn.press("Go on");
};
const sessions = () => originsSessions(pretend.state.value);
const last = () => sessions()[0];
const boxes = (drawn: Drawn) => drawn.page.all().filter(({ localName }) => localName === "textarea");
const promptOf = (row: string) => {
  const found = originPrompts.find(({ covers }) => covers.some((covered) => covered === row));
  if (found === undefined) throw new Error(`nothing covers ${row}`);
  return found;
};

describe("the door", () => {
  it("is shut, says everything first, and nothing is recorded by reading it", async () => {
    const drawn = await open();
    for (const { text } of originNotes) expect(drawn.has(text), text).toBe(true);
    expect(() => drawn.control("Begin, fifteen minutes")).toThrow();
    expect(originsOn(pretend.state.value)).toBe(false);
    expect(pretend.calls).toEqual([]);
  });

  it.each([
    ["HOR-04", "origins-therapist", /better looked at with a therapist first/],
    ["HOR-05", "origins-heavy", /heavy/],
    ["HOR-06", "origins-aim", /plague you less/],
  ] as const)("says %s before it opens", async (row, id, words) => {
    const note = originNotes.find((one) => one.id === id);
    expect(note?.covers).toContain(row);
    expect(note?.text).toMatch(words);
    expect((await open()).has(note?.text ?? "")).toBe(true);
  });

  it("leads to a therapist before it leads in", async () => {
    const drawn = await open();
    const buttons = drawn.page.all().flatMap((node) => (node.localName === "button" ? [node.textContent] : []));
    expect(buttons.indexOf("Look at Care first")).toBeLessThan(buttons.indexOf("Open this room"));
    await drawn.press("Look at Care first");
    expect(useScreen().screen).toBe("care");
  });

  it("opens and shuts again; what was kept stays", async () => {
    const drawn = await open();
    await drawn.press("Open this room");
    expect(originsOn(pretend.state.value)).toBe(true);
    expect(drawn.has("Before you begin")).toBe(true);
    await drawn.press("Shut this room");
    expect(originsOn(pretend.state.value)).toBe(false);
    expect(drawn.has("Before you begin")).toBe(false);
  });

  it("shows its card of the moment", async () => {
    const drawn = await open();
    await settle();
    expect(drawn.has("Read it")).toBe(true);
  });
});

describe("before a sitting", () => {
  it("the line is empty, and nothing begins without a number", async () => {
    switchOn();
    const drawn = await open();
    expect(drawn.has("not set")).toBe(true);
    await drawn.press("Begin, fifteen minutes");
    expect(drawn.has("Set the knot on the line first.")).toBe(true);
    expect(sessions()).toEqual([]);
  });

  it("at 69 it begins", async () => {
    await sitting(69);
    expect(last()).toMatchObject({ before: 69, end: null });
  });

  it.each([70, 100])(
    "at %i it does not: solid ground and people are there, and nothing is recorded",
    async (before) => {
      const drawn = await sitting(before);
      expect(drawn.has("Not today")).toBe(true);
      expect(drawn.has("nothing was begun or noted")).toBe(true);
      expect(drawn.has("Press your feet down.")).toBe(true);
      expect(pretend.calls).toEqual([]);
      await drawn.press("Someone of mine");
      expect(useScreen().screen).toBe("circle");
    },
  );

  it("the rules refuse it too, should a screen ever ask", async () => {
    switchOn();
    const refused = await pretend.engine.dispatch({ kind: "origins/begin", before: 70 });
    expect(refused).toMatchObject({ ok: false, error: { refusal: { type: "TooMuchToday", ceiling: 70 } } });
  });

  it.each([22, 3])("at %i o’clock another time is offered first, and going on is a choice", async (hour) => {
    vi.setSystemTime(new Date(2026, 10, 22, hour));
    switchOn();
    const drawn = await open();
    expect(drawn.has("It is late")).toBe(true);
    expect(() => drawn.control("Begin, fifteen minutes")).toThrow();
    await drawn.press("Begin all the same");
    await drawn.slide("How heavy is it right now?", 10);
    await drawn.press("Begin, fifteen minutes");
    expect(last()).toMatchObject({ before: 10 });
  });

  it("by day nothing is said of the night", async () => {
    switchOn();
    expect((await open()).has("It is late")).toBe(false);
  });
});

describe("what may sound familiar is a tick and no more", () => {
  it.each([
    ["ORI-01"],
    ["ORI-02"],
    ["ORI-03"],
    ["ORI-04"],
    ["ORI-05"],
    ["ORI-06"],
    ["ORI-07"],
    ["ORI-08"],
    ["ORI-09"],
    ["ORI-10"],
    ["ORI-11"],
    ["ORI-12"],
    ["ORI-13"],
    ["ORI-14"],
    ["ORI-15"],
    ["ORI-16"],
    ["ORI-17"],
  ] as const)("%s is ticked, answered kindly, recorded, and no detail is asked", async (row) => {
    const { id, text, after } = promptOf(row);
    const drawn = await sitting();
    expect(boxes(drawn)).toEqual([]);
    if (after !== null) expect(drawn.has(after)).toBe(false);
    await drawn.choose(text);
    if (after !== null) expect(drawn.has(after)).toBe(true);
    expect(boxes(drawn)).toEqual([]);
    await drawn.press("Stop");
    expect(last()).toMatchObject({ familiar: [id], end: "stopped" });
  });

  it("a tick can be taken back", async () => {
    const drawn = await sitting();
    await drawn.choose(promptOf("ORI-06").text);
    await drawn.choose(promptOf("ORI-06").text);
    await drawn.press("Stop");
    expect(last()).toMatchObject({ familiar: [] });
  });
});

describe("meaning and today are asked, and what is written is not kept", () => {
  it.each([
    ["HOR-01", "meaning"],
    ["HOR-02", "meaning"],
    ["HOR-03", "meaning"],
    ["HSC-07", "meaning"],
    ["HNS-04", "now"],
    ["MEC-15", "now"],
    ["HOR-06", "now"],
    ["HOR-07", "now"],
  ] as const)("%s has a box that may stay empty, with help beside it", async (row, page) => {
    const prompt = originPrompts.find(({ covers, kind }) => kind === page && covers.some((covered) => covered === row));
    const drawn = await sitting();
    await (page === "meaning" ? toMeaning(drawn) : toNow(drawn));
    await drawn.type(prompt?.text ?? row, "a secret of mine");
    await drawn.press("Stop");
    expect(last()).toMatchObject({ end: "stopped", kept: "" });
    expect(JSON.stringify(pretend.state.value)).not.toContain("a secret of mine");
    expect([...pretend.kept.values()].join()).not.toContain("a secret of mine");
    expect(pretend.calls.join()).not.toContain("a secret of mine");
    expect(drawn.page.all().map(({ value }) => value)).not.toContain("a secret of mine");
  });

  it("help stands beside every box", async () => {
    const drawn = await sitting();
    const beside = () => drawn.text().split("If you think of hurting yourself, or it gets too much, stop.").length - 1;
    await toMeaning(drawn);
    expect(boxes(drawn)).toHaveLength(4);
    expect(beside()).toBe(4);
    await drawn.slide("How heavy is it now?", 35);
    await drawn.press("Go on");
    expect(boxes(drawn)).toHaveLength(4);
    expect(beside()).toBe(4);
    await drawn.press("Go on");
    expect(boxes(drawn)).toHaveLength(1);
    expect(beside()).toBe(1);
  });

  it("one sentence is kept where somebody wants it", async () => {
    const drawn = await sitting();
    await toClose(drawn);
    await drawn.type("One sentence to keep", "I can ask now.");
    await drawn.slide("How heavy is it now?", 40);
    await drawn.press("End the sitting");
    expect(last()).toMatchObject({ before: 30, after: 40, end: "done", kept: "I can ask now." });
    expect(drawn.has("That is enough for today")).toBe(true);
    expect(pretend.kept.size).toBe(0);
  });

  it("a calm end that was not saved keeps its sentence in sight", async () => {
    const drawn = await sitting();
    await toClose(drawn);
    await drawn.type("One sentence to keep", "I can ask now.");
    pretend.fault = { type: "NotSaved", why: "storage" };
    await drawn.press("End the sitting");
    expect(drawn.has("this browser did not keep it")).toBe(true);
    expect(drawn.control("One sentence to keep").value).toBe("I can ask now.");
  });
});

describe("a sitting stops in time", () => {
  it("does not go on without a number, and says that one can stop", async () => {
    const drawn = await sitting();
    await drawn.press("Go on");
    expect(drawn.has("Set the knot first, so that this can stop in time.")).toBe(true);
    expect(drawn.has("What sounds familiar?")).toBe(true);
  });

  it.each([
    ["at 70", 60, 70],
    ["30 above where it began", 20, 50],
  ] as const)("ends %s, on solid ground, with people near", async (_name, before, said) => {
    const drawn = await sitting(before);
    await toMeaning(drawn, said);
    expect(last()).toMatchObject({ before, after: said, end: "rose" });
    expect(drawn.has("It got heavier. It ends here for today")).toBe(true);
    expect(drawn.has("Someone to talk to is two taps away")).toBe(true);
  });

  it("29 above it goes on", async () => {
    const drawn = await sitting(20);
    await toMeaning(drawn, 49);
    expect(drawn.has("What did it come to mean?")).toBe(true);
    expect(last()).toMatchObject({ end: null });
  });

  it("a last number that rose is an end that rose, not a calm one", async () => {
    const drawn = await sitting(20);
    await toClose(drawn);
    await drawn.slide("How heavy is it now?", 80);
    await drawn.press("End the sitting");
    expect(last()).toMatchObject({ after: 80, end: "rose" });
  });

  it("counts in minutes and ends by itself", async () => {
    const drawn = await sitting();
    expect(drawn.has("15 minutes left")).toBe(true);
    await passMinutes(6);
    expect(drawn.has("9 minutes left")).toBe(true);
    await passMinutes(8.1);
    expect(drawn.has("The last minute")).toBe(true);
    await passMinutes(1);
    expect(drawn.has("Fifteen minutes. It ends here")).toBe(true);
    expect(last()).toMatchObject({ end: "time", after: null });
  });

  it("ends by the clock, however few ticks came", async () => {
    const drawn = await sitting();
    vi.setSystemTime(Date.now() + 20 * 60_000);
    vi.advanceTimersByTime(2_000);
    await settle();
    expect(drawn.has("Fifteen minutes. It ends here")).toBe(true);
  });

  it.each(["familiar", "meaning", "now", "close"] as const)("can be stopped on the page %s", async (page) => {
    const drawn = await sitting();
    if (page === "meaning") await toMeaning(drawn);
    if (page === "now") await toNow(drawn);
    if (page === "close") await toClose(drawn);
    await drawn.press("Stop");
    expect(last()).toMatchObject({ end: "stopped" });
    expect(drawn.has("Stopping is always right here.")).toBe(true);
  });

  it("stops even when nothing can be saved", async () => {
    const drawn = await sitting();
    pretend.fault = { type: "NotSaved", why: "keys" };
    await drawn.press("Stop");
    expect(drawn.has("It stops here")).toBe(true);
    expect(drawn.has("the keys on this device did not answer")).toBe(true);
  });
});

describe("solid ground", () => {
  it("says where one is, that worse for some hours is common, and when to seek help", async () => {
    const drawn = await sitting();
    await drawn.press("Stop");
    expect(drawn.has("It is Sunday, November 22.")).toBe(true);
    expect(drawn.has("Feeling worse for some hours is common.")).toBe(true);
    expect(drawn.has("talk to a doctor or a therapist")).toBe(true);
  });

  it("HNS-04: says that one is not back there and has more choices", async () => {
    const drawn = await sitting();
    await drawn.press("Stop");
    expect(drawn.has("you are not back there, and you are no longer a child. You have more choices today.")).toBe(true);
  });

  it("takes the second number where it was not said", async () => {
    const drawn = await sitting();
    await drawn.press("Stop");
    await drawn.slide("How heavy is it now?", 75);
    await drawn.press("Note this number");
    expect(last()).toMatchObject({ after: 75, end: "stopped" });
    expect(drawn.has("Noted on this device.")).toBe(true);
    expect(drawn.has("Someone to talk to is two taps away")).toBe(true);
  });

  it.each([
    ["Be with someone", "together"],
    ["Someone of mine", "circle"],
    ["A kinder word", "kindness"],
    ["Back to an ordinary day", "today"],
    ["Help now", "help"],
  ] as const)("leads on to “%s”", async (name, place) => {
    const drawn = await sitting();
    await drawn.press("Stop");
    await drawn.press(name);
    expect(useScreen().screen).toBe(place);
  });
});

describe("a sitting that was cut off", () => {
  it("is not taken up again but offered to be ended", async () => {
    const drawn = await sitting();
    await drawn.choose(promptOf("ORI-06").text);
    const again = await open();
    expect(again.has("A sitting was left open")).toBe(true);
    expect(() => again.control("Begin, fifteen minutes")).toThrow();
    await again.press("End it now");
    expect(last()).toMatchObject({ end: "stopped", familiar: [], kept: "" });
    expect(again.has("It stops here")).toBe(true);
  });

  it("can be ended after the room was shut, too", async () => {
    await sitting();
    pretend.say({ kind: "origins/switch", on: false });
    const again = await open();
    await again.press("End it now");
    expect(last()).toMatchObject({ end: "stopped" });
  });
});

describe("what is kept", () => {
  const one = (kept: string): string => {
    const session = pretend.say({ kind: "origins/begin", before: 30 });
    pretend.say({ kind: "origins/end", session, after: 40, end: "done", familiar: ["origin-01"], kept });
    return session;
  };

  it("is shown with its day, its numbers and its sentence", async () => {
    switchOn();
    one("I can ask now.");
    const drawn = await open();
    expect(drawn.has("November 22: 30 before, 40 after")).toBe(true);
    expect(drawn.has("I can ask now.")).toBe(true);
    expect(drawn.has("One tick")).toBe(true);
  });

  it("is deleted in one step, with plain words about what that does", async () => {
    switchOn();
    one("First.");
    one("Second.");
    const drawn = await open();
    expect(drawn.has("stay in the record on your devices, and in backups you made, until you delete everything")).toBe(
      true,
    );
    await drawn.press("Delete this, kept on November 22");
    expect(sessions().map(({ kept }) => kept)).toEqual(["First."]);
    expect(drawn.has("Second.")).toBe(false);
    expect(drawn.has("Deleted.")).toBe(true);
  });

  it("is deleted all at once, also when the room is shut", async () => {
    switchOn();
    one("First.");
    one("Second.");
    pretend.say({ kind: "origins/switch", on: false });
    const drawn = await open();
    await drawn.press("Delete all of it");
    expect(sessions()).toEqual([]);
    expect(drawn.has("What is kept")).toBe(false);
  });

  it("stays when deleting failed, and says so", async () => {
    switchOn();
    one("First.");
    const drawn = await open();
    pretend.fault = { type: "NotSaved", why: "storage" };
    await drawn.press("Delete all of it");
    expect(drawn.has("this browser did not keep it")).toBe(true);
    expect(drawn.has("Deleted.")).toBe(false);
    expect(sessions()).toHaveLength(1);
  });
});

describe("the room is quiet elsewhere", () => {
  it("Today is the same with an open sitting and without", async () => {
    switchOn();
    const before = await draw(Today, pretend);
    const plain = before.text();
    before.leave();
    pretend.say({ kind: "origins/begin", before: 60 });
    const after = await draw(Today, pretend);
    expect(after.text()).toBe(plain);
    after.leave();
  });
});
