import { stepCatalogue } from "@belay/content";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Undo } from "./undo.tsx";

afterEach(() => vi.unstubAllGlobals());

/** A clipboard that keeps what it is given. */
const pretendClipboard = (works: boolean): string[] => {
  const kept: string[] = [];
  vi.stubGlobal("navigator", {
    clipboard: {
      writeText: (text: string) => {
        if (!works) return Promise.reject(new Error("not allowed"));
        kept.push(text);
        return Promise.resolve();
      },
    },
  });
  return kept;
};

const withPeople = () => {
  const pretend = pretendEngine();
  const add = (nickname: string): string =>
    pretend.say({ kind: "circle/add", nickname, role: "friend", ring: "near", trust: null, comfort: null });
  return { pretend, noor: add("Noor"), raj: add("Raj") };
};

/** The safety questions, one of them with a yes. */
const stopping = { hurt: "no", used: "yes", risky: "no", debt: "no", work: null } as const;

describe("undoing “I’m fine”", () => {
  it("has the words at once, whoever they are for", async () => {
    const screen = await draw(Undo, pretendEngine());
    expect(screen.has("I said I had it handled. Does your offer still stand?")).toBe(true);
    expect(screen.has("Who had offered?")).toBe(false);
  });

  it("says them in two tones, to somebody by name", async () => {
    const { pretend } = withPeople();
    const screen = await draw(Undo, pretend);
    await screen.choose("Noor");
    expect(screen.has("Noor, I said I had it handled. Does your offer still stand?")).toBe(true);
    await screen.choose("leaving more room");
    expect(screen.has("Noor, I was quick to say I had it handled.")).toBe(true);
    await screen.choose("Someone else");
    expect(screen.has("Noor, ")).toBe(false);
    expect(pretend.calls).toEqual([]);
  });

  it("copies exactly what stands there", async () => {
    const kept = pretendClipboard(true);
    const screen = await draw(Undo, withPeople().pretend);
    await screen.choose("Raj");
    await screen.press("Copy the words");
    expect(kept).toEqual(["Raj, I said I had it handled. Does your offer still stand?"]);
    expect(screen.has("Nothing is sent from here")).toBe(true);
  });

  it("says so where copying is not allowed", async () => {
    pretendClipboard(false);
    const screen = await draw(Undo, pretendEngine());
    await screen.press("Copy the words");
    await settle();
    expect(screen.has("Copying did not work here")).toBe(true);
  });

  it("shows the words large for saying them", async () => {
    const screen = await draw(Undo, pretendEngine());
    await screen.press("Say it instead");
    expect(screen.control("Say it instead").getAttribute("aria-expanded")).toBe("true");
    expect(screen.has("Read it out")).toBe(true);
  });

  it("becomes an ask by the step that takes up an offer after all, and its words wait for the composer", async () => {
    expect(stepCatalogue.find(({ id }) => id === "accept-after-all")).toMatchObject({ strand: "accept" });
    const { pretend, noor } = withPeople();
    const screen = await draw(Undo, pretend);
    await screen.press("Make it an ask");
    expect(useScreen()).toMatchObject({ screen: "try", id: "accept-after-all~~~undo" });
    await screen.choose("Noor");
    await screen.press("Make it an ask");
    expect(useScreen()).toMatchObject({ screen: "try", id: `accept-after-all~${noor}~~undo` });
    expect(pretend.kept.get("words-along/undo")).toBe("Noor, I said I had it handled. Does your offer still stand?");
  });

  it("never names somebody who is not safe, or whom the questions stopped", async () => {
    const { pretend, noor, raj } = withPeople();
    pretend.say({ kind: "circle/rate-safety", person: raj, safety: "unsafe", note: "" });
    pretend.say({ kind: "circle/screen", person: noor, strand: "accept", depth: "first", answers: stopping });
    const screen = await draw(Undo, pretend);
    expect(screen.has("Raj")).toBe(false);
    expect(screen.has("Noor")).toBe(false);
  });

  it("says whom the words are not for, since they stand there before any question", async () => {
    const screen = await draw(Undo, pretendEngine());
    expect(screen.has("not for someone who hurt, mocked or controlled you")).toBe(true);
  });

  it("blames nobody and promises nothing", async () => {
    const screen = await draw(Undo, pretendEngine());
    expect(screen.text()).not.toMatch(/\b(should have|your fault|lied|pretend|will say yes|!)/i);
    expect(screen.has("An offer can run out")).toBe(true);
  });
});
