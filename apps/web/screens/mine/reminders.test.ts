import { settings } from "@belay/domain";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { browserBell, type Bell, type MayRing } from "./bell.ts";
import { Reminders } from "./reminders.tsx";
import { saveFile } from "./save-file.ts";

vi.mock("./save-file.ts", () => ({ saveFile: vi.fn<(name: string, bytes: Uint8Array) => void>() }));
vi.mock("./bell.ts", () => ({
  browserBell: {
    may: vi.fn<Bell["may"]>(() => "ask"),
    ask: vi.fn<Bell["ask"]>(() => Promise.resolve("no")),
    ring: vi.fn<Bell["ring"]>(),
    minute: () => 0,
  },
}));

let pretend: Pretend;

const allowed = (may: MayRing): void => void vi.mocked(browserBell.may).mockReturnValue(may);

beforeEach(() => {
  pretend = pretendEngine();
  vi.mocked(saveFile).mockClear();
  vi.mocked(browserBell.ask).mockClear();
  allowed("ask");
});

const switchedOn = async () => {
  const screen = await draw(Reminders, pretend);
  await screen.choose("I want a reminder");
  return screen;
};

describe("reminders", () => {
  it("are off, and until then neither ask the browser nor show a time", async () => {
    const screen = await draw(Reminders, pretend);
    expect(settings(pretend.state.value).reminders.on).toBe(false);
    expect(screen.has("What time")).toBe(false);
    expect(screen.has("They say “Time for your note” and nothing more.")).toBe(true);
    expect(browserBell.ask).not.toHaveBeenCalled();
  });

  it("are kept with their day and minute as they are chosen, and can be switched off", async () => {
    const screen = await switchedOn();
    await screen.choose("Which day", "3");
    await screen.choose("What time", "18:45");
    expect(settings(pretend.state.value).reminders).toEqual({ on: true, weekday: 3, minute: 1125 });
    await screen.choose("Which day", "daily");
    expect(settings(pretend.state.value).reminders).toEqual({ on: true, weekday: null, minute: 1125 });
    await screen.choose("I want a reminder");
    expect(settings(pretend.state.value).reminders.on).toBe(false);
  });

  it("keep both day and time when one is changed before the other is kept", async () => {
    const screen = await switchedOn();
    const [day, time] = [screen.control("Which day", "select"), screen.control("What time")];
    day.value = "3";
    day.fire("change");
    time.value = "18:45";
    time.fire("change");
    await settle();
    expect(settings(pretend.state.value).reminders).toEqual({ on: true, weekday: 3, minute: 1125 });
  });

  it("name the seven days in the reader’s language, Monday first", async () => {
    const screen = await switchedOn();
    const options = screen.control("Which day", "select").childNodes.map((node) => node.textContent);
    expect(options.slice(2)).toEqual(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
  });

  it("keep what was chosen when an empty time stands there", async () => {
    const screen = await switchedOn();
    pretend.calls.length = 0;
    await screen.choose("What time", "");
    expect(pretend.calls).toEqual([]);
  });

  it("go into a calendar file under a name that says nothing, with a fresh id each time", async () => {
    const screen = await switchedOn();
    await screen.choose("Which day", "3");
    await screen.press("Save the calendar file");
    await screen.press("Save the calendar file");
    const files = vi
      .mocked(saveFile)
      .mock.calls.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
    expect(files.map(([name]) => name)).toEqual(["note.ics", "note.ics"]);
    expect(files[0]?.[1]).toContain("RRULE:FREQ=WEEKLY;BYDAY=WE\r\n");
    expect(files[0]?.[1]).toContain("DTSTART:20261125T090000\r\n");
    const ids = files.map(([, text]) => /UID:(\S+)/.exec(text)?.[1]);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
    expect(screen.has("was handed to this browser’s downloads as note.ics.")).toBe(true);
  });

  it("ask the browser by a press alone, and say a refusal in words", async () => {
    const screen = await switchedOn();
    expect(screen.has("This browser will ask you once.")).toBe(true);
    expect(browserBell.ask).not.toHaveBeenCalled();
    await screen.press("Ask the browser to allow it");
    expect(browserBell.ask).toHaveBeenCalledTimes(1);
    expect(screen.has("This browser was told not to show any.")).toBe(true);
    expect(screen.has("Ask the browser to allow it")).toBe(false);
  });

  it.each([
    ["yes", "This browser allows it."],
    ["no", "This browser was told not to show any."],
    ["none", "This browser cannot show any here. The calendar can."],
  ] as const)("say what the browser allows: %s", async (may, words) => {
    allowed(may);
    const screen = await switchedOn();
    expect(screen.has(words)).toBe(true);
    expect(screen.has("Ask the browser to allow it")).toBe(false);
  });

  it("say that nothing comes while the app rests", async () => {
    pretend.say({ kind: "settings/choose-pace", pace: "resting" });
    expect((await switchedOn()).has("While it is resting, nothing comes from this browser.")).toBe(true);
  });

  it("say so when a choice was not saved", async () => {
    const screen = await draw(Reminders, pretend);
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.choose("I want a reminder");
    expect(screen.has("Not saved")).toBe(true);
    expect(settings(pretend.state.value).reminders.on).toBe(false);
  });

  it("lead to saying less", async () => {
    const screen = await draw(Reminders, pretend);
    await screen.press("Change how much it says");
    expect(useScreen().screen).toBe("leaving");
  });
});
