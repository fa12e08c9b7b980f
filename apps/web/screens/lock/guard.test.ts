import { err, ok } from "@belay/basics";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import type { LockFault } from "../../engine/vault-door.ts";
import { useEngine } from "../engine-context.tsx";
import { useGuard, type Guard } from "./guard.tsx";

let guard: Guard | null = null;
/** A screen with one guarded act. */
const Screen = () => {
  useEngine();
  guard = useGuard();
  return h("div", null, guard.dialog);
};

const ask = (pretend: Pretend): Promise<unknown> =>
  guard?.run((pass) => pretend.door.guarded("act", pass, () => ok("done"))) ?? Promise.resolve("no guard");

const start = async (isLocked: boolean): Promise<{ readonly pretend: Pretend; readonly screen: Drawn }> => {
  const pretend = pretendEngine();
  pretend.door.status.value = { ...pretend.door.status.value, locked: isLocked };
  return { pretend, screen: await draw(Screen, pretend) };
};

const asked = "Your passphrase, once more";
const open = (screen: Drawn): boolean =>
  screen.page.all().some(({ localName, open: is }) => localName === "dialog" && is);

describe("a guarded act", () => {
  it("goes through at once where there is no lock", async () => {
    const { pretend } = await start(false);
    expect(await ask(pretend)).toEqual(ok("done"));
    expect(pretend.calls).toEqual(["act"]);
  });

  it("asks where there is one, and is done with what was said", async () => {
    const { pretend, screen } = await start(true);
    const result = ask(pretend);
    await settle();
    await screen.type("Passphrase", pretend.door.pass);
    expect(screen.has(asked) && open(screen)).toBe(true);
    await screen.press("Go on");
    expect(await result).toEqual(ok("done"));
    expect(pretend.calls).toEqual([`act with ${pretend.door.pass}`]);
    expect(open(screen)).toBe(false);
  });

  it("stays open after a wrong guess, and the next one counts", async () => {
    const { pretend, screen } = await start(true);
    const result = ask(pretend);
    await settle();
    await screen.type("Passphrase", "wrong");
    await screen.press("Go on");
    expect(screen.has("That did not open it.") && open(screen)).toBe(true);
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(await result).toEqual(ok("done"));
  });

  it.each(["Not now", "Close"])("gives null when the person turns back by “%s”", async (way) => {
    const { pretend, screen } = await start(true);
    const result = ask(pretend);
    await settle();
    await screen.type("Passphrase", "half");
    await screen.press(way);
    expect(await result).toBeNull();
    expect(pretend.calls).toEqual([]);
    expect(open(screen)).toBe(false);
  });

  it("hands every other fault to the screen that asked", async () => {
    const { pretend, screen } = await start(true);
    const fault: LockFault = { type: "NotSaved", why: "storage" };
    const result = guard?.run((pass) => pretend.door.guarded("act", pass, () => err(fault)));
    await settle();
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(await result).toEqual(err(fault));
  });

  it("asks after all when another tab has set a lock meanwhile", async () => {
    const { pretend, screen } = await start(false);
    const result = guard?.run((pass) =>
      Promise.resolve(pass === "right" ? ok("done") : err({ type: "WrongPassphrase", waitMs: 0 } as const)),
    );
    await settle();
    await screen.type("Passphrase", "right");
    await screen.press("Go on");
    expect(await result).toEqual(ok("done"));
    expect(pretend.calls).toEqual([]);
  });

  it("lets the older of two questions go", async () => {
    const { pretend, screen } = await start(true);
    const first = ask(pretend);
    await settle();
    await screen.type("Passphrase", "x");
    const second = ask(pretend);
    await settle();
    expect(await first).toBeNull();
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(await second).toEqual(ok("done"));
  });
});
