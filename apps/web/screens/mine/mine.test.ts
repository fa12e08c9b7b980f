import { err, ok } from "@belay/basics";
import { settings } from "@belay/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackupFault } from "../../engine/engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, twelve, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { fileName, nudge, typedWords } from "./backup-file.ts";
import { Mine } from "./mine.tsx";
import { saveFile } from "./save-file.ts";

vi.mock("./save-file.ts", () => ({ saveFile: vi.fn<(name: string, bytes: Uint8Array) => void>() }));

let pretend: Pretend;

beforeEach(() => {
  pretend = pretendEngine();
});

afterEach(() => {
  vi.mocked(saveFile).mockClear();
});

describe("how it is kept", () => {
  it("says plainly that there is no lock", async () => {
    expect(
      (await draw(Mine, pretend)).has("There is no lock. Anyone who can use this browser profile can open this."),
    ).toBe(true);
  });

  it.each([
    [true, "has promised to keep it"],
    [false, "may clear it when space runs low"],
    [null, "does not say whether it will keep it"],
  ])("when the browser says %s, so does the page", async (persisted, words) => {
    pretend.stored.value = { persisted, setAside: 0, unknown: 0, usage: null };
    expect((await draw(Mine, pretend)).has(words)).toBe(true);
  });

  it("says aloud what did not open and what is of a newer kind", async () => {
    pretend.stored.value = { persisted: true, setAside: 1, unknown: 3, usage: 0.92 };
    const screen = await draw(Mine, pretend);
    expect(screen.has("One entry could not be opened. It is kept, not deleted")).toBe(true);
    expect(screen.has("3 entries come from a newer version.")).toBe(true);
    expect(screen.has("92 % of the room this browser allows is used.")).toBe(true);
  });

  it("is silent about all that when all is well", async () => {
    pretend.stored.value = { persisted: true, setAside: 0, unknown: 0, usage: 0.1 };
    expect((await draw(Mine, pretend)).text()).not.toMatch(/could not be opened|newer version|% of the room/);
  });
});

describe("a backup file", () => {
  const make = async (): Promise<Drawn> => {
    const screen = await draw(Mine, pretend);
    await screen.press("Make a backup file");
    return screen;
  };

  it("shows its twelve words in order, and hands nothing over before they are written down", async () => {
    const screen = await make();
    const list = screen.page.all().find((node) => node.localName === "ol");
    expect(list?.childNodes.map((node) => node.textContent)).toEqual(twelve);
    await screen.press("Save the file");
    expect(saveFile).not.toHaveBeenCalled();
    expect(screen.has("First write the words down, then say so above.")).toBe(true);
  });

  it("is handed over under a name that says nothing, and the day is noted", async () => {
    const screen = await make();
    await screen.choose("I have written them down");
    await screen.press("Save the file");
    expect(saveFile).toHaveBeenCalledWith("belay-2026-11-22.bin", new Uint8Array([1, 2, 3]));
    expect(settings(pretend.state.value).backupOn).toBe("2026-11-22");
    expect(screen.has("as belay-2026-11-22.bin")).toBe(true);
    expect(screen.has("elbow")).toBe(false);
    expect(screen.has("Last one: November 22, today.")).toBe(true);
  });

  it("says so when the day could not be noted", async () => {
    const screen = await make();
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.choose("I have written them down");
    await screen.press("Save the file");
    expect(screen.has("the day could not be noted here")).toBe(true);
  });

  it("can be thrown away with its words", async () => {
    const screen = await make();
    await screen.press("Not now: throw file and words away");
    expect(screen.has("elbow")).toBe(false);
    expect(saveFile).not.toHaveBeenCalled();
    expect(pretend.kept.size).toBe(0);
  });

  it("that could not be made is said in one sentence", async () => {
    pretend.backup = err({ type: "NotSaved", why: "keys" });
    expect((await make()).has("Not saved: the keys on this device did not answer.")).toBe(true);
  });
});

describe("bringing a backup back", () => {
  const file = (size = 3): File =>
    Object.assign(
      new File(["abc"], "belay-2026-10-01.bin"),
      size === 3 ? {} : { arrayBuffer: () => Promise.reject(new Error("gone")) },
    );

  const fill = async (words: string, chosen: File | null = file()): Promise<Drawn> => {
    const screen = await draw(Mine, pretend);
    const picker = screen.control("Choose a file", "input");
    picker.files = chosen === null ? [] : [chosen];
    picker.fire("change");
    await settle();
    await screen.type("Its twelve words", words);
    await screen.press("Bring it back");
    await settle();
    return screen;
  };

  it("gives the words to the engine as they are meant, and says how many entries came back", async () => {
    const screen = await fill(`1. ${twelve.join("\n ").toUpperCase()}`);
    expect(pretend.calls).toEqual([`import ${twelve.join(" ")}`]);
    expect(screen.has("7 entries came back. Saved on this device.")).toBe(true);
    expect(screen.control("Its twelve words").value).toBe("");
  });

  it.each([
    ["no file", twelve.join(" "), null, "It needs the file and its twelve words."],
    ["no words", "", file(), "It needs the file and its twelve words."],
    ["eleven words", twelve.slice(1).join(" "), file(), "That is 11 words; a file has twelve."],
    ["a hundred thousand letters", "x".repeat(100_000), file(), "That is one word; a file has twelve."],
    ["a file that cannot be read", twelve.join(" "), file(4), "This browser could not read the file."],
  ])("with %s changes nothing and says why", async (_name, words, chosen, sentence) => {
    const screen = await fill(words, chosen);
    expect(screen.has(sentence)).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  const faults: readonly (readonly [BackupFault, string])[] = [
    [{ type: "WrongWords" }, "These words don’t open this file."],
    [{ type: "NotABackup" }, "This isn’t a backup file of this programme."],
    [{ type: "Damaged" }, "This file is damaged or cut short"],
    [{ type: "FromNewer" }, "A newer version wrote this file."],
    [{ type: "TooLarge" }, "This file is larger than any backup can be."],
    [{ type: "OtherVault" }, "belongs to another record"],
    [{ type: "NotSaved", why: "no-room" }, "Not saved: this device has no room left."],
  ];

  it.each(faults)("%j is one calm sentence, and the words are still there", async (fault, sentence) => {
    pretend.restore = err(fault);
    const screen = await fill(twelve.join(" "));
    expect(screen.has(sentence)).toBe(true);
    expect(screen.control("Its twelve words").value).toBe(twelve.join(" "));
  });

  it("of another record is taken in beside what is here, after a second press", async () => {
    pretend.restore = err({ type: "OtherVault" });
    const screen = await fill(twelve.join(" "));
    await screen.press("Take its entries in beside mine");
    expect(pretend.calls.at(-1)).toBe(`merge ${twelve.join(" ")}`);
    expect(screen.has("7 entries came back.")).toBe(true);
  });

  it("twice brings nothing twice", async () => {
    pretend.restore = ok({ events: 0 });
    expect((await fill(twelve.join(" "))).has("Everything in the file was here already.")).toBe(true);
  });

  it("never keeps the words as a draft", async () => {
    await fill(twelve.slice(1).join(" "));
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect([...pretend.kept.values()].join(" ")).not.toContain("elbow");
  });
});

describe("the sealed copy", () => {
  it("is off, and says what it is good for and what not", async () => {
    const screen = await draw(Mine, pretend);
    expect(screen.has("Nothing is kept at the relay.")).toBe(true);
    expect(screen.has("Other devices meet through it")).toBe(true);
    await screen.choose("Keep a sealed copy at the relay");
    expect(settings(pretend.state.value).keepCopy).toBe(true);
    expect(screen.has("Switching it off stops copying.")).toBe(true);
  });

  it.each([
    [{ kind: "waiting", pending: 0, missing: 0 }, "Connecting."],
    [{ kind: "connected", pending: 0, missing: 0 }, "The copy is up to date."],
    [{ kind: "connected", pending: 3, missing: 0 }, "3 entries wait to be copied."],
    [{ kind: "offline", pending: 1, missing: 0 }, "The relay can’t be reached. One entry waits."],
    [{ kind: "refused", pending: 9, missing: 0 }, "Everything is safe on this device."],
  ] as const)("%j is said in words", async (copying, words) => {
    pretend.sync.value = copying;
    expect((await draw(Mine, pretend)).has(words)).toBe(true);
  });
});

describe("what leaves, and choices", () => {
  it("lists every place where something is kept, and every way out, each in one list", async () => {
    const screen = await draw(Mine, pretend);
    const lists = screen.page.all().filter((node) => node.localName === "ul" && node.textContent.includes("relay"));
    expect(lists.map((list) => list.childNodes.length)).toEqual([6, 8]);
    expect(screen.has("What is kept, and where")).toBe(true);
    expect(screen.has("This is the whole list.")).toBe(true);
  });

  it("switches steps with touch on and off", async () => {
    const screen = await draw(Mine, pretend);
    expect(settings(pretend.state.value).touch).toBe(false);
    await screen.choose("Steps with touch");
    expect(settings(pretend.state.value).touch).toBe(true);
  });
});

describe("deleting everything", () => {
  it("takes two presses, and says before the second what stays", async () => {
    const screen = await draw(Mine, pretend);
    await screen.press("Delete everything here");
    expect(pretend.calls).toEqual([]);
    expect(screen.has("What stays: backup files you saved, with their words")).toBe(true);
    expect(screen.has("There is no backup file, so nothing can be brought back.")).toBe(true);
    await screen.press("Yes, delete everything");
    expect(pretend.calls).toEqual(["wipe"]);
  });

  it("can be left without anything happening", async () => {
    const screen = await draw(Mine, pretend);
    await screen.press("Delete everything here");
    await screen.press("Keep it");
    expect(pretend.calls).toEqual([]);
    expect(screen.has("Yes, delete everything")).toBe(false);
  });

  it("without a network says what cannot be reached, where something is out there", async () => {
    pretend.say({ kind: "settings/choose", keepCopy: true, country: null, signAs: null, touch: null });
    pretend.online.value = false;
    const screen = await draw(Mine, pretend);
    await screen.press("Delete everything here");
    expect(screen.has("There is no network now.")).toBe(true);
  });

  it("with nothing out there does not speak of the network", async () => {
    pretend.online.value = false;
    const screen = await draw(Mine, pretend);
    await screen.press("Delete everything here");
    expect(screen.has("There is no network now.")).toBe(false);
  });
});

describe("names, words and nudges", () => {
  it.each([
    ["apple bench", ["apple", "bench"]],
    ["  Apple,\n BENCH ;dune ", ["apple", "bench", "dune"]],
    ["1. apple 2) bench 12. lamp", ["apple", "bench", "lamp"]],
    ["", []],
  ])("“%s” is read as %j", (text, words) => {
    expect(typedWords(text)).toEqual(words);
  });

  it("a file’s name holds the day and nothing else", () => {
    expect(fileName(pretend.engine.today())).toBe("belay-2026-11-22.bin");
  });

  it("nudges for a first file once there is something, and for a newer one when it is old and something was added", () => {
    const now = () => nudge(pretend.state.value, pretend.engine.today());
    expect(now()).toBe("none");
    pretend.say({ kind: "beliefs/add", text: "One thing." });
    expect(now()).toBe("first");
    pretend.say({ kind: "settings/note-backup" });
    expect(now()).toBe("none");
    pretend.pass(20);
    expect(now()).toBe("none");
    pretend.say({ kind: "beliefs/add", text: "Another thing." });
    expect(now()).toBe("newer");
  });
});
