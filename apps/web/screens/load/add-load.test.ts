import { loads, type Command } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { Load } from "./load.tsx";

describe("the form for one thing more", () => {
  it("keeps what is typed while the one before is still being saved", async () => {
    const pretend = pretendEngine();
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    const { dispatch } = pretend.engine;
    const engine = { ...pretend.engine, dispatch: (command: Command) => slow.then(() => dispatch(command)) };
    const screen = await draw(Load, { ...pretend, engine });
    await screen.type("In your own words", "School lunches");
    await screen.choose("Logistical", "logistical");
    await screen.press("Add it");
    await screen.type("In your own words", "The phone bill");
    goOn();
    await settle();
    expect(loads(pretend.state.value).map(({ title }) => title)).toEqual(["School lunches"]);
    expect(screen.control("In your own words").value).toBe("The phone bill");
  });
});
