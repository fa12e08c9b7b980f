import { originPrompts } from "@belay/content";
import { originsSessions } from "@belay/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { go, useScreen } from "../navigation.ts";
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
    expect(drawn.control("Pause").getAttribute("aria-haspopup")).toBe("dialog");
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
