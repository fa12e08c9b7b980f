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
const switchOn = (): void => void pretend.say({ kind: "origins/switch", on: true });
/** A sitting that has just begun, with the room switched on. */
const sitting = async (before = 30): Promise<Drawn> => {
  switchOn();
  const drawn = await open();
  await drawn.slide("How heavy is it right now?", before);
  await drawn.press("Begin, fifteen minutes");
  return drawn;
};
const sessions = () => originsSessions(pretend.state.value);
const last = () => sessions()[0];
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
    // Parts of Today arrive later the first time; they have to be here for both.
    const first = await draw(Today, pretend);
    await vi.waitFor(() => expect(first.has("No step today")).toBe(true), { timeout: 20_000 });
    first.leave();
    const before = await draw(Today, pretend);
    const plain = before.text();
    before.leave();
    pretend.say({ kind: "origins/begin", before: 60 });
    const after = await draw(Today, pretend);
    expect(after.text()).toBe(plain);
    after.leave();
  });
});
