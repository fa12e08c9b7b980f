import { err, ok } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { draw, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import type { LockDoor } from "../../engine/vault-door.ts";
import { LockCard } from "./lock-card.tsx";
import { SetLock } from "./set-lock.tsx";

const withLock = (pretend: Pretend, part: Partial<LockDoor>): Pretend => ({
  ...pretend,
  engine: { ...pretend.engine, lock: { ...pretend.engine.lock, ...part } },
});

const lockedEngine = (recovery = false): Pretend => {
  const pretend = pretendEngine();
  pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery };
  return pretend;
};

/** Types a passphrase of one's own, twice. */
const own = async (screen: Drawn, text: string, twice = text): Promise<void> => {
  await screen.press("Choose my own instead");
  await screen.type("Passphrase", text);
  await screen.type("The same once more", twice);
};

describe("a first lock", () => {
  it("offers five words, and sets nothing before they are written down", async () => {
    const pretend = pretendEngine();
    const screen = await draw(SetLock, pretend);
    expect(screen.text()).toMatch(/lamp river spoon tiger \d/);
    await screen.press("Set the lock");
    expect(screen.has("First write it down, then say so above.")).toBe(true);
    expect(pretend.calls.some((call) => call.startsWith("set"))).toBe(false);
  });

  it("takes the offered words, says what was done, and leads to the twelve", async () => {
    const pretend = pretendEngine();
    const screen = await draw(SetLock, pretend);
    const [words] = /lamp river spoon tiger \d+/.exec(screen.text()) ?? [];
    await screen.choose("I have written it down");
    await screen.press("Set the lock");
    expect(pretend.calls).toContain(`set ${words ?? "nothing"}`);
    expect(screen.has("The old key was deleted here. The disk may keep traces.")).toBe(true);
    expect(screen.control("See the twelve words").localName).toBe("button");
    expect(screen.has(words ?? "nothing")).toBe(false);
  });

  it("gives other words on demand, and asks anew whether they are written down", async () => {
    const pretend = pretendEngine();
    const screen = await draw(SetLock, pretend);
    const before = screen.text();
    await screen.choose("I have written it down");
    await screen.press("Other words");
    expect(screen.text()).not.toBe(before);
    await screen.press("Set the lock");
    expect(screen.has("First write it down, then say so above.")).toBe(true);
  });

  it.each([
    ["", "", "It needs the passphrase."],
    ["short", "short", "That is too short: twelve letters at least."],
    ["long enough to do", "long enough to d", "The two are not the same."],
  ])("does not take “%s” and “%s”, and says why", async (text, twice, words) => {
    const pretend = pretendEngine();
    const screen = await draw(SetLock, pretend);
    await own(screen, text, twice);
    await screen.press("Set the lock");
    expect(screen.has(words)).toBe(true);
    expect(pretend.calls.some((call) => call.startsWith("set"))).toBe(false);
  });

  it("says before anything is chosen that joined devices stand in the way, and not once they are removed", async () => {
    const other = { id: "0b", name: "Laptop", self: false, since: 1, removed: false, lastSeen: null };
    const pretend = pretendEngine();
    pretend.door.devices.value = [other];
    const screen = await draw(SetLock, pretend);
    expect(screen.has("Other devices are joined to this one.")).toBe(true);
    expect(screen.has("I have written it down")).toBe(false);
    expect(screen.control("See the devices").localName).toBe("button");
    pretend.door.devices.value = [{ ...other, removed: true }];
    const again = await draw(SetLock, pretend);
    expect(again.has("I have written it down")).toBe(true);
  });

  it("says at once that a passphrase of one's own would do", async () => {
    const screen = await draw(SetLock, pretendEngine());
    await own(screen, "long enough to do");
    expect(screen.has("That is hard to guess.")).toBe(true);
    await screen.press("Set the lock");
    expect(screen.has("The lock is set")).toBe(true);
  });

  it("says when the old copy could not be deleted, and when other devices stand in the way", async () => {
    const unreached = withLock(pretendEngine(), { set: () => Promise.resolve(ok({ old: "unreached" })) });
    const screen = await draw(SetLock, unreached);
    await screen.choose("I have written it down");
    await screen.press("Set the lock");
    expect(screen.has("could not be deleted.")).toBe(true);

    const others = withLock(pretendEngine(), { set: () => Promise.resolve(err({ type: "OtherDevices" })) });
    const second = await draw(SetLock, others);
    await second.choose("I have written it down");
    await second.press("Set the lock");
    expect(second.has("remove them first")).toBe(true);
  });
});

describe("changing the passphrase", () => {
  it("needs the one there is now, and takes no other", async () => {
    const pretend = lockedEngine();
    const screen = await draw(SetLock, pretend);
    await own(screen, "long enough to do");
    await screen.press("Change it");
    expect(screen.has("It needs the passphrase.")).toBe(true);
    await screen.type("The passphrase now", "wrong");
    await screen.press("Change it");
    expect(screen.has("That did not open it. Nothing was deleted.")).toBe(true);
    expect(pretend.door.pass).not.toBe("long enough to do");
    await screen.type("The passphrase now", pretend.door.pass);
    await screen.press("Change it");
    expect(screen.has("The old one does not open this device any more.")).toBe(true);
    expect(pretend.door.pass).toBe("long enough to do");
  });
});

describe("the card in Mine", () => {
  it("says first that there is no lock, and locks nothing", async () => {
    const screen = await draw(LockCard, pretendEngine());
    expect(screen.has("There is no lock.")).toBe(true);
    expect(screen.has("Lock now")).toBe(false);
    expect(screen.has("passkey")).toBe(false);
  });

  it("locks at once where there is one", async () => {
    const pretend = lockedEngine();
    const screen = await draw(LockCard, pretend);
    await screen.press("Lock now");
    expect(pretend.calls).toContain("lock-now");
  });

  it("offers a passkey only after the twelve words, and asks who else could use it", async () => {
    expect((await draw(LockCard, lockedEngine())).has("The twelve words come first")).toBe(true);
    const pretend = lockedEngine(true);
    const screen = await draw(LockCard, pretend);
    await screen.press("Also open with a passkey");
    expect(screen.has("Does anyone else use this device’s fingerprint")).toBe(true);
    await screen.press("Not now");
    expect(pretend.calls).toEqual([]);
  });

  it("stops using the passkey once the passphrase was said again", async () => {
    const pretend = lockedEngine(true);
    pretend.door.status.value = { ...pretend.door.status.value, passkey: true };
    const screen = await draw(LockCard, pretend);
    await screen.press("Stop using the passkey");
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(pretend.door.status.value.passkey).toBe(false);
    expect(screen.has("The passkey does not open it any more.")).toBe(true);
  });
});
