import { describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { alarmKinds, type AlarmKind, type DeviceSeen } from "../../engine/vault-door.ts";
import { Devices } from "./devices.tsx";
import { latestDay, localDayOf } from "./latest-day.ts";

const noon = Date.UTC(2026, 10, 20, 12);
const phone: DeviceSeen = {
  id: "aa".repeat(16),
  name: "Phone",
  self: true,
  since: noon,
  removed: false,
  lastSeen: noon,
};
const laptop: DeviceSeen = { ...phone, id: "bb".repeat(16), name: "Laptop", self: false, lastSeen: null };

const withDevices = (list: readonly DeviceSeen[] = [phone, laptop]): Pretend => {
  const pretend = pretendEngine();
  pretend.door.devices.value = list;
  return pretend;
};

describe("the devices", () => {
  it("are listed with their days, this one first among equals", async () => {
    const screen = await draw(Devices, withDevices());
    expect(screen.text()).toMatch(
      /This device\nOn other devices it is called Phone\nSince November 20, 2026\nNewest entry November 20, 2026/,
    );
    expect(screen.text()).toMatch(/Laptop\nSince November 20, 2026\nNo entry from it yet/);
  });

  it("say so when there is only this one", async () => {
    expect((await draw(Devices, withDevices([]))).has("This is the only device.")).toBe(true);
  });

  it("are removed after one question, with what stays said first", async () => {
    const pretend = withDevices();
    const screen = await draw(Devices, pretend);
    await screen.press("Remove Laptop");
    expect(screen.has("What it has seen already stays on it.")).toBe(true);
    expect(pretend.calls).toEqual([]);
    await screen.press("Keep it");
    expect(pretend.calls).toEqual([]);
    await screen.press("Remove Laptop");
    await screen.press("Remove it");
    expect(pretend.calls).toEqual([`remove ${laptop.id}`]);
    expect(screen.has("Laptop was removed, and the keys were changed.")).toBe(true);
    expect(screen.has("Removed. It reads and writes nothing new")).toBe(true);
  });

  it("are removed only with the passphrase where there is a lock", async () => {
    const pretend = withDevices();
    pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery: false };
    const screen = await draw(Devices, pretend);
    await screen.press("Remove Laptop");
    await screen.press("Remove it");
    await screen.type("Passphrase", "wrong");
    await screen.press("Go on");
    expect(pretend.door.devices.value.some(({ removed }) => removed)).toBe(false);
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(screen.has("Laptop was removed")).toBe(true);
  });

  it("show six words to compare", async () => {
    const screen = await draw(Devices, withDevices());
    await screen.press("Show the six words");
    expect(screen.has("one two three four five six")).toBe(true);
  });
});

const titles: Readonly<Record<AlarmKind, string>> = {
  fork: "Two versions of one device",
  "own-rolled-back": "The relay had lost something",
  "rolled-back": "The relay gave an older copy",
  withheld: "Something has not arrived",
  "rotation-refused": "The relay still has the old keys",
  "removal-undone": "A removal did not hold",
  "storage-lost": "This browser cleared something",
  "clock-off": "A clock is off",
  "copy-left": "An old copy is left",
};

describe("what a person must know", () => {
  it.each(alarmKinds)("is said in a sentence of its own, and put away once seen: %s", async (kind) => {
    const pretend = withDevices();
    pretend.door.alarms.value = [{ kind, device: laptop.id, since: noon }];
    const screen = await draw(Devices, pretend);
    const title = titles[kind];
    expect(screen.has(title)).toBe(true);
    expect(screen.text()).not.toMatch(/\{name\}|devices\.alarm/);
    await screen.press("I have seen it");
    expect(pretend.calls).toEqual([`see ${kind}`]);
    expect(screen.has(title)).toBe(false);
  });

  it("is said once where it names no device, and once each where it does", async () => {
    const pretend = withDevices();
    pretend.door.alarms.value = (["rolled-back", "clock-off"] as const).flatMap((kind) =>
      [laptop.id, "ff"].map((device) => ({ kind, device, since: noon })),
    );
    const screen = await draw(Devices, pretend);
    const count = (title: string): number => screen.text().split(title).length - 1;
    expect([count(titles["rolled-back"]), count(titles["clock-off"])]).toEqual([1, 2]);
  });
});

describe("days of moments", () => {
  it("never fall before the first day there is", () => {
    expect(localDayOf(-5)).toBe("1970-01-01");
    expect(localDayOf(noon)).toBe("2026-11-20");
  });

  it("are those of the newest entry, or none", () => {
    const pretend = pretendEngine();
    expect(latestDay(pretend.state.value)).toBeNull();
    pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: "boxes" });
    expect(latestDay(pretend.state.value)).toBe("2026-11-22");
  });
});
