import { describe, expect, it } from "vitest";
import { doorWords } from "../../../../tests/screens/pretend-door.ts";
import { draw, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { TwelveWords } from "./twelve-words.tsx";

const listed = (screen: Drawn): readonly string[] =>
  screen.page
    .all()
    .filter(({ localName }) => localName === "li")
    .map(({ textContent }) => textContent);

const lockedEngine = (): Pretend => {
  const pretend = pretendEngine();
  pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery: false };
  return pretend;
};

describe("the twelve words", () => {
  it("are not there before they are asked for, nor without the passphrase", async () => {
    const pretend = lockedEngine();
    const screen = await draw(TwelveWords, pretend);
    expect(listed(screen)).toEqual([]);
    await screen.press("Show the words");
    expect(listed(screen)).toEqual([]);
    await screen.press("Not now");
    expect(pretend.calls).toEqual([]);
    expect(screen.control("Show the words").getAttribute("aria-disabled")).toBeNull();
    await screen.press("Show the words");
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(listed(screen)).toEqual(doorWords);
  });

  it("say whether there is anything that they open", async () => {
    const pretend = pretendEngine();
    const screen = await draw(TwelveWords, pretend);
    await screen.press("Show the words");
    expect(screen.has("there would be nothing to bring back")).toBe(true);
    pretend.say({ kind: "settings/choose", keepCopy: true, country: null, signAs: null, touch: null });
    const again = await draw(TwelveWords, pretend);
    await again.press("Show the words");
    expect(again.has("What they open is kept sealed at the relay.")).toBe(true);
  });

  it("are covered while they are checked, and the check says where it differs", async () => {
    const screen = await draw(TwelveWords, pretendEngine());
    await screen.press("Show the words");
    await screen.press("Check what I wrote");
    expect(listed(screen)).toEqual([]);
    await screen.type("The twelve words", "art box");
    await screen.press("Compare");
    expect(screen.has("That is 2 words; there are twelve.")).toBe(true);
    await screen.type("The twelve words", doorWords.with(4, "eggs").join(" "));
    await screen.press("Compare");
    expect(screen.has("Number 5 differs first.")).toBe(true);
    await screen.type("The twelve words", doorWords.join("\n"));
    await screen.press("Compare");
    expect(screen.has("The same. You can put the paper away.")).toBe(true);
  });
});
