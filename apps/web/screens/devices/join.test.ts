import { err, ok } from "@belay/basics";
import { afterEach, describe, expect, it } from "vitest";
import { doorDigits, doorWords } from "../../../../tests/screens/pretend-door.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import type { JoinFault } from "../../engine/vault-door.ts";
import { Join } from "./join.tsx";

let screen: Drawn;

afterEach(() => screen.leave());

describe("joining by a code", () => {
  it("shows the code as a picture with a name, its digits, and how long it counts", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.press("Show a code");
    const picture = screen.page.all().find(({ localName }) => localName === "svg");
    expect(picture?.getAttribute("role")).toBe("img");
    expect(screen.has(doorDigits)).toBe(true);
    expect(screen.text()).toMatch(/It counts for 1\d\d more seconds/);
  });

  it("goes on by itself when the other device has answered", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.press("Show a code");
    pretend.door.answer(ok(null));
    await settle();
    expect(screen.has("What the relay has is on its way.")).toBe(true);
    expect(screen.has("Everything the relay had is here now.")).toBe(false);
    pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: "boxes" });
    await settle();
    expect(screen.has("Everything the relay had is here now.")).toBe(true);
    expect(screen.has("Words alone cannot prove")).toBe(false);
  });

  it("says when the code is over, and offers a new one", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.press("Show a code");
    pretend.door.answer(err({ type: "Expired" }));
    await settle();
    expect(screen.has("That code is over. Nothing was changed")).toBe(true);
    expect(screen.control("Show a code").localName).toBe("button");
  });

  it("stops waiting when the screen is left", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.press("Show a code");
    screen.leave();
    await settle();
    expect(pretend.calls).toEqual(["offer", "cancel"]);
  });
});

describe("a lock for the device that joins", () => {
  it("is offered as words nobody chose, and nothing is begun before they are written down", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.choose("Open it here with a passphrase");
    const [words] = /lamp river spoon tiger \d+/.exec(screen.text()) ?? [];
    await screen.press("Show a code");
    expect(screen.has("First write it down, then say so above.")).toBe(true);
    expect(pretend.calls).toEqual(["propose"]);
    await screen.choose("I have written it down");
    await screen.press("Show a code");
    expect(pretend.calls).toEqual(["propose", "offer", `take under ${words ?? "nothing"}`]);
  });

  it("is set with the twelve words too", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.choose("Open it here with a passphrase");
    await screen.press("Choose my own instead");
    await screen.type("Passphrase", "long enough to do");
    await screen.type("Your twelve words", doorWords.join(" "));
    await screen.press("Bring everything back");
    expect(screen.has("The two are not the same.")).toBe(true);
    await screen.type("The same once more", "long enough to do");
    await screen.press("Bring everything back");
    expect(pretend.calls).toContain(`restore ${doorWords.join(" ")} under long enough to do`);
  });

  it("is left out when nobody wants it, and that is said at the end", async () => {
    const pretend = pretendEngine();
    screen = await draw(Join, pretend);
    await screen.press("Show a code");
    pretend.door.answer(ok(null));
    await settle();
    expect(screen.has("There is no lock.")).toBe(true);
  });
});

describe("joining by words", () => {
  it("brings everything back, and says that words prove no freshness", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: "boxes" });
    screen = await draw(Join, pretend);
    await screen.type("Your twelve words", doorWords.join(" "));
    await screen.press("Bring everything back");
    expect(pretend.calls.filter((call) => call !== "cancel")).toEqual([`restore ${doorWords.join(" ")}`]);
    expect(screen.has("Your latest entry here is of November 22, 2026.")).toBe(true);
  });

  const faults: readonly (readonly [JoinFault, string])[] = [
    [{ type: "Offline" }, "The relay can’t be reached. Try again later."],
    [{ type: "BadWords" }, "These words don’t fit together."],
    [{ type: "NothingThere" }, "The relay keeps nothing under these words."],
    [{ type: "NotEmpty" }, "There are entries of your own on this device"],
    [{ type: "NotTaken", detail: "x" }, "That did not work. Begin again"],
    [{ type: "NotSaved", why: "no-room" }, "no room"],
  ];
  it.each(faults)("says calmly why not, and keeps what was typed: %o", async (fault, words) => {
    const pretend = pretendEngine();
    pretend.door.join = fault;
    screen = await draw(Join, pretend);
    await screen.type("Your twelve words", "art box");
    await screen.press("Bring everything back");
    expect(screen.text().toLowerCase()).toContain(words.toLowerCase());
    expect(screen.control("Your twelve words").value).toBe("art box");
  });
});
