import { describe, expect, it, vi } from "vitest";
import { draw, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { Mine } from "./mine.tsx";

vi.mock("./save-file.ts", () => ({ saveFile: vi.fn<() => void>() }));

const lockedEngine = (): Pretend => {
  const pretend = pretendEngine();
  pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery: true };
  return pretend;
};

const busy = (screen: Drawn): boolean => screen.page.all().some((node) => node.getAttribute("aria-busy") === "true");

/** Every act of Mine that needs the passphrase again: its presses, and its name at the engine. */
const acts = [
  ["a backup file", ["Make a backup file"], "backup"],
  ["readable files", ["Make readable files"], "open-files"],
  ["deleting everything", ["Delete everything here", "Yes, delete everything"], "wipe"],
] as const;

describe("where there is a lock", () => {
  it.each(acts)("%s asks again, and ends its waiting when the person turns back", async (_what, presses, name) => {
    const pretend = lockedEngine();
    const screen = await draw(Mine, pretend);
    for (const press of presses) await screen.press(press);
    expect(screen.has("Your passphrase, once more")).toBe(true);
    expect(busy(screen)).toBe(true);
    await screen.press("Not now");
    expect(busy(screen)).toBe(false);
    expect(pretend.calls.filter((call) => call.startsWith(name))).toEqual([]);
  });

  it.each(acts)("%s is done with the passphrase, not with a wrong one", async (_what, presses, name) => {
    const pretend = lockedEngine();
    const screen = await draw(Mine, pretend);
    for (const press of presses) await screen.press(press);
    await screen.type("Passphrase", "wrong");
    await screen.press("Go on");
    expect(pretend.phase.value.kind).toBe("open");
    expect(screen.has("That did not open it.")).toBe(true);
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(pretend.calls.filter((call) => call.startsWith(name)).at(-1)).toBe(`${name} with ${pretend.door.pass}`);
    expect(screen.has("Your passphrase, once more")).toBe(false);
    expect(busy(screen)).toBe(false);
  });
});
