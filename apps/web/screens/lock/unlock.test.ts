import { describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { Unlock } from "./unlock.tsx";

const locked = (): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "circle/add", nickname: "Noor", role: "friend", ring: "near", trust: null, comfort: null });
  pretend.phase.value = { kind: "locked" };
  pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery: false };
  return pretend;
};

describe("the door", () => {
  it("shows nothing of what is behind it", async () => {
    const screen = await draw(Unlock, locked());
    expect(screen.has("Welcome back")).toBe(true);
    expect(screen.text()).not.toMatch(/Noor|entries|\d/);
  });

  it("says nothing is there when nothing was typed, and asks nobody", async () => {
    const pretend = locked();
    const screen = await draw(Unlock, pretend);
    await screen.press("Open");
    expect(screen.has("It needs the passphrase.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("opens with the passphrase, and forgets what was typed", async () => {
    const pretend = locked();
    const screen = await draw(Unlock, pretend);
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Open");
    expect(pretend.calls).toEqual([`unlock with ${pretend.door.pass}`]);
    expect(screen.control("Passphrase").getAttribute("value") ?? "").toBe("");
  });

  it("says a wrong guess in one calm sentence, deletes nothing, and lets the person mend it", async () => {
    const pretend = locked();
    const screen = await draw(Unlock, pretend);
    await screen.type("Passphrase", "wrong");
    await screen.press("Open");
    expect(screen.has("That did not open it. Nothing was deleted.")).toBe(true);
    expect(screen.control("Open").getAttribute("aria-disabled")).toBeNull();
    expect(pretend.phase.value.kind).toBe("locked");
  });

  it("waits as long as the key worker says, and says how long", async () => {
    const pretend = locked();
    pretend.door.waitMs = 8_000;
    const screen = await draw(Unlock, pretend);
    await screen.type("Passphrase", "wrong");
    await screen.press("Open");
    expect(screen.text()).toMatch(/The next try is taken in [78] seconds/);
    expect(screen.control("Open").getAttribute("aria-disabled")).toBe("true");
    await screen.press("Open");
    expect(pretend.calls).toHaveLength(1);
  });

  it("remembers a wait from before", async () => {
    const pretend = locked();
    pretend.door.status.value = { ...pretend.door.status.value, waitMs: 60_000 };
    const screen = await draw(Unlock, pretend);
    expect(screen.control("Open").getAttribute("aria-disabled")).toBe("true");
    expect(screen.text()).toMatch(/The next try is taken in (?:59|60) seconds/);
  });

  it("says before starting over what is lost and what is not, and asks once more", async () => {
    const pretend = locked();
    const screen = await draw(Unlock, pretend);
    expect(screen.has("Wrong guesses never delete anything")).toBe(true);
    await screen.press("Start over on this device");
    expect(pretend.calls).toEqual([]);
    expect(screen.has("files you saved stay as they are")).toBe(true);
    await screen.press("Keep it");
    expect(pretend.calls).toEqual([]);
  });

  it("offers the passkey only where one was set", async () => {
    const pretend = locked();
    expect((await draw(Unlock, pretend)).has("passkey")).toBe(false);
    pretend.door.status.value = { ...pretend.door.status.value, passkey: true };
    const screen = await draw(Unlock, pretend);
    await screen.press("Open with this device’s passkey");
    expect(screen.has("The passkey did not open it. The passphrase still does.")).toBe(true);
  });
});
