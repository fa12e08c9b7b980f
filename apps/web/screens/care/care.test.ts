import { careLines, therapyCatalogue } from "@belay/content";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type PretendNode } from "../../../../tests/screens/pretend-page.ts";
import { copyText } from "../ask/clipboard.ts";
import { GoDo } from "../ask/go-do.tsx";
import { printPage } from "../mine/print-page.ts";
import { useScreen } from "../navigation.ts";
import { findStep } from "../steps/step-text.ts";
import { experiment as experimentOf } from "@belay/domain";
import { Care } from "./care.tsx";
import { firstTalkStep } from "./message-form.ts";
import { h } from "preact";

vi.mock("../ask/clipboard.ts", () => ({ copyText: vi.fn<(text: string) => Promise<boolean>>() }));
vi.mock("../mine/print-page.ts", () => ({ printPage: vi.fn<() => void>() }));

let pretend: Pretend;

beforeEach(() => {
  pretend = pretendEngine();
  vi.mocked(copyText).mockReset().mockResolvedValue(true);
  vi.mocked(printPage).mockReset();
});

const gradeWords = { A: "Well established", B: "Fairly sure", C: "Early", D: "Disputed" } as const;

describe("kinds of therapy", () => {
  // Each row is one kind: what happens in it, how sure the findings are, the findings, and the source in a fold.
  it.each([
    ["THR-01", "Attachment-based therapy"],
    ["THR-02", "Internal Family Systems"],
    ["THR-03", "Somatic therapy"],
    ["THR-04", "Somatic Experiencing"],
    ["THR-05", "EMDR"],
    ["THR-06", "Trauma-focused CBT"],
    ["THR-07", "CBT"],
    ["THR-08", "Trauma-informed care"],
    ["THR-09", "Support groups"],
  ] as const)("%s, %s, is drawn with its evidence in words and its source in a fold", async (row, name) => {
    const therapy = therapyCatalogue.find(({ covers }) => covers.some((id) => id === row));
    if (therapy === undefined) throw new Error(`nothing covers ${row}`);
    expect(therapy.name).toContain(name);
    const screen = await draw(Care, pretend);
    const all = screen.page.all();
    const item = all.find(
      (node) => node.localName === "li" && node.childNodes.some((child) => child.textContent === therapy.name),
    );
    const text = item?.textContent ?? "";
    expect(text).toContain(therapy.what);
    expect(text).toContain(therapy.evidence);
    expect(text).toContain(gradeWords[therapy.grade]);
    // How sure it is comes before what was found.
    expect(text.indexOf(gradeWords[therapy.grade])).toBeLessThan(text.indexOf(therapy.evidence));
    const fold = item?.all().find((node) => node.localName === "details");
    expect(fold?.textContent).toContain(therapy.source);
    expect(text.replace(fold?.textContent ?? "", "")).not.toContain(therapy.source);
  });

  it("say before the first of them that none was tested for this", async () => {
    const text = (await draw(Care, pretend)).text();
    const untested = text.indexOf("No kind was tested for carrying everything alone.");
    expect(untested).toBeGreaterThan(-1);
    expect(untested).toBeLessThan(text.indexOf(therapyCatalogue[0]?.what ?? ""));
    expect(text.indexOf("No kind was tested", untested + 1)).toBe(-1);
  });
});

describe("what a therapist gives, and when to think of it", () => {
  it.each([
    ["THR-10", "What a therapist can give", "A safe place to practise"],
    ["THR-11", "What a therapist can give", "untangle where it came from"],
    ["THR-12", "What a therapist can give", "the lesson that your needs don’t matter"],
    ["THR-13", "When it is worth a thought", "When old hurt drives the doing-it-alone"],
    ["DIS-05", "When it is worth a thought", "When the roots go deep."],
  ])("%s stands under “%s”", async (row, title, words) => {
    const line = careLines.find(({ covers }) => covers.some((id) => id === row));
    expect(line?.text).toContain(words);
    const screen = await draw(Care, pretend);
    const card = screen.page
      .all()
      .find(
        (node) =>
          node.localName === "section" && node.all().some((one) => one.localName === "h2" && one.textContent === title),
      );
    expect(card?.textContent).toContain(line?.text);
  });

  it("leads to help at once where there is danger, and pushes nobody", async () => {
    const screen = await draw(Care, pretend);
    expect(screen.has("None of these is a must.")).toBe(true);
    expect(screen.text()).not.toMatch(/you (should|must|need to) (see|get|find)/i);
    await screen.press("Help now");
    expect(useScreen().screen).toBe("help");
  });
});

describe("questions to ask", () => {
  it("are ticked, kept over a visit, and copied as a list of just those", async () => {
    const screen = await draw(Care, pretend);
    await screen.choose("What does an hour cost");
    await screen.choose("I tend to say that I’m fine.");
    await screen.type("One of your own", "Can I bring someone?");
    screen.leave();
    await settle();
    const again = await draw(Care, pretend);
    await again.press("Copy the list");
    expect(copyText).toHaveBeenCalledWith(
      [
        "- What does an hour cost, and who can help to pay?",
        "- I tend to say that I’m fine. What will you do when I hold back?",
        "- Can I bring someone?",
      ].join("\n"),
    );
    expect(again.has("Copied.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("that are none are neither copied nor printed, and that is said", async () => {
    const screen = await draw(Care, pretend);
    await screen.press("Copy the list");
    await screen.press("Print the list");
    expect(copyText).not.toHaveBeenCalled();
    expect(printPage).not.toHaveBeenCalled();
    expect(screen.has("Tick at least one, or write your own.")).toBe(true);
  });

  it("go on paper by themselves: the sheet holds what was ticked and nothing else of the page", async () => {
    const screen = await draw(Care, pretend);
    await screen.choose("How long is the wait");
    await screen.press("Print the list");
    expect(printPage).toHaveBeenCalledTimes(1);
    const sheet = screen.page.all().find((node: PretendNode) => /printed/.test(node.getAttribute("class") ?? ""));
    expect(sheet?.textContent).toBe("Questions for a first talkHow long is the wait, and is there a list?");
  });

  it("are shown for copying by hand where the clipboard is refused", async () => {
    vi.mocked(copyText).mockResolvedValue(false);
    const screen = await draw(Care, pretend);
    await screen.choose("How long is the wait");
    await screen.press("Copy the list");
    expect(screen.control("To copy by hand").value).toBe("- How long is the wait, and is there a list?");
    expect(screen.has("Copied.")).toBe(false);
  });
});

describe("a first message", () => {
  it("starts from either length, is changed, and is copied as it was changed", async () => {
    const screen = await draw(Care, pretend);
    expect(screen.control("Your message").value).toBe("");
    await screen.choose("A few lines");
    expect(screen.control("Your message").value).toContain("Do you have time for a first talk?");
    await screen.choose("Two lines");
    expect(screen.control("Your message").value).toContain("Do you have a place for a first talk?");
    await screen.type("Your message", "Hello. Have you room for a first talk?");
    await screen.press("Copy the message");
    expect(copyText).toHaveBeenCalledWith("Hello. Have you room for a first talk?");
    await screen.choose("A few lines");
    expect(screen.control("Your message").value).toBe("Hello. Have you room for a first talk?");
    expect(screen.has("Copied.")).toBe(true);
  });

  it("is sent by nobody but the person", async () => {
    const screen = await draw(Care, pretend);
    await screen.choose("Two lines");
    await screen.press("Copy the message");
    expect(screen.has("Nothing is sent from here.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("is taken up as the step with a professional, and its words stand on that step’s page", async () => {
    const screen = await draw(Care, pretend);
    await screen.choose("Two lines");
    await screen.press("Make it a step");
    expect(useScreen()).toMatchObject({ screen: "try", id: firstTalkStep });
    screen.leave();
    await settle();
    const step = findStep(pretend.state.value, firstTalkStep);
    if (step === null) throw new Error("no such step");
    const { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch } = step;
    const spec = { id, strand, title, difficulty, cost, needsPerson, roles, contexts, disclosure, touch };
    const planned = pretend.say({ kind: "steps/plan", step: spec, person: null, context: null, origin: "self" });
    const experiment = experimentOf(pretend.state.value, planned);
    if (experiment === null) throw new Error("not planned");
    const page = await draw(() => h(GoDo, { experiment }), pretend);
    expect(page.control("Your message").value).toContain("Do you have a place for a first talk?");
    await page.press("Copy the message");
    expect(vi.mocked(copyText).mock.calls.at(-1)?.[0]).toContain("Do you have a place for a first talk?");
  });
});
