import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import type { Section } from "../../parts/document-shape.ts";
import { backdrop, sheetSections } from "./sheet.ts";
import { emptySummary, type SummaryForm } from "./summary-form.ts";

/** The sections of a record as it stands. */
const sheet = ({ engine, state }: Pretend, form: Partial<SummaryForm> = {}): readonly Section[] => {
  const today = engine.today();
  return sheetSections({
    state: state.value,
    today,
    form: { ...emptySummary, ...form },
    behind: backdrop(state.value, today),
  });
};

const answer = (pretend: Pretend, instrument: string, answers: readonly (number | null)[]): void => {
  pretend.say({ kind: "measures/answer", instrument, about: null, set: "alone", answers });
  pretend.pass(7);
};

const textOf = (sections: readonly Section[]): string => JSON.stringify(sections);
const ids = (sections: readonly Section[]): readonly string[] => sections.map(({ id }) => id);
const rows = (sections: readonly Section[]) => sections.find(({ id }) => id === "scores")?.table?.rows ?? [];

describe("a sheet", () => {
  it("is empty before anything was answered, and holds own words when there are some", () => {
    expect(sheet(pretendEngine())).toEqual([]);
    expect(sheet(pretendEngine(), { own: " Help at home. " })).toMatchObject([
      { id: "own", sentences: ["Help at home."] },
    ]);
  });

  it("says the newest score with its range and the published one, and nothing of change yet", () => {
    const pretend = pretendEngine();
    answer(pretend, "gad7", [1, 1, 1, 1, 1, 1, 0]);
    const [row] = rows(sheet(pretend));
    expect(row?.[1]).toMatch(
      /^6 on .+, from 0 to 21, lower is easier; answered once\. Published range 5 to 9: “.+”\.$/,
    );
    expect(row?.[2]).toBe("too early to say");
    expect(ids(sheet(pretend))).toEqual(["scores", "sources"]);
    expect(textOf(sheet(pretend))).toContain("Spitzer, Kroenke, Williams & Löwe 2006");
  });

  it("says change only when it is reliable and twice running, and draws from five times on", () => {
    const pretend = pretendEngine();
    for (let time = 0; time < 4; time += 1) answer(pretend, "gad7", [3, 3, 3, 2, 2, 2, 2]);
    expect(ids(sheet(pretend))).not.toContain("measures:gad7");
    answer(pretend, "gad7", [0, 0, 0, 1, 0, 0, 0]);
    expect(rows(sheet(pretend))[0]?.[2]).toBe("beyond wobble, once so far");
    answer(pretend, "gad7", [0, 0, 0, 1, 0, 0, 0]);
    expect(rows(sheet(pretend))[0]?.[2]).toBe("changed, twice running, to the easier side");
    const drawn = sheet(pretend).find(({ id }) => id === "measures:gad7");
    expect(drawn?.figure?.kind).toBe("course");
    expect(drawn?.table).toBeNull();
    // A high start falls by itself, and the small drawing says so too.
    expect(JSON.stringify(drawn)).toContain("was to be expected anyway");
  });

  it("leaves out what is switched off", () => {
    const pretend = pretendEngine();
    answer(pretend, "gad7", [1, 1, 1, 1, 1, 1, 0]);
    answer(pretend, "ucla3", [1, 2, 1]);
    pretend.say({
      kind: "measures/count",
      asked: 2,
      accepted: 1,
      told: 0,
      offered: 3,
      alone: 4,
      missed: null,
      reason: "",
      lonely: null,
    });
    expect(ids(sheet(pretend))).toContain("weeks");
    const less = sheet(pretend, { out: "gad7 weeks" });
    expect(rows(less).length).toBe(1);
    expect(ids(less)).toEqual(["scores", "sources"]);
  });

  it("shows question 9 only when it is ticked, and no total with it in either case", () => {
    const pretend = pretendEngine();
    answer(pretend, "phq9", [1, 1, 1, 1, 1, 1, 1, 1, 3]);
    expect(textOf(sheet(pretend))).not.toMatch(/question 9|Nearly every day/);
    expect(rows(sheet(pretend))[0]?.[1]).toMatch(/^8 on/);
    const ticked = sheet(pretend, { item9: true });
    expect(ticked.find(({ id }) => id === "nine")?.table?.rows[0]?.[1]).toBe("Nearly every day");
    expect(rows(ticked)[0]?.[1]).toMatch(/^8 on/);
  });
});
