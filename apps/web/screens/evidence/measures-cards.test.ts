import { describe, expect, it } from "vitest";
import { measureFigures } from "./all-measures.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, windowListeners } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { times } from "../../../../tests/screens/told-tries.ts";
import { Evidence } from "./evidence.tsx";

const lonely = (pretend: Pretend, answers: readonly (number | null)[]): void => {
  pretend.say({ kind: "measures/answer", instrument: "ucla3", about: null, set: "weekly", answers: [...answers] });
};

const count = (pretend: Pretend, more: { readonly asked?: number; readonly alone?: number }): void => {
  pretend.say({
    kind: "measures/count",
    asked: null,
    accepted: null,
    told: null,
    offered: null,
    alone: null,
    missed: null,
    reason: "",
    lonely: null,
    ...more,
  });
};

/** Five weeks of one questionnaire, the last two far below the first three. */
const changed = (): Pretend => {
  const pretend = pretendEngine();
  for (const answers of [
    [3, 3, 3],
    [3, 3, 3],
    [3, 3, 3],
    [1, 1, 1],
    [1, 1, 1],
  ]) {
    lonely(pretend, answers);
    pretend.pass(7);
  }
  return pretend;
};

describe("measures on Evidence", () => {
  it("have no card before the first answer", async () => {
    const screen = await draw(Evidence, pretendEngine());
    expect(screen.has("Loneliness")).toBe(false);
    expect(screen.has("Your own counts")).toBe(false);
  });

  it("say a change with its band, its reliability and its table", async () => {
    const screen = await draw(Evidence, changed());
    expect(screen.has("Loneliness, 3 questions (UCLA-3)")).toBe(true);
    expect(screen.has("Changed: twice running")).toBe(true);
    expect(screen.has("reliability of 0.72")).toBe(true);
    expect(screen.text()).toContain("December 20\n3");
    const bands = screen.page.all().filter((node) => /band/.test(node.getAttribute("class") ?? ""));
    expect(bands.length).toBeGreaterThan(0);
  });

  it("draw no line over a week that was left out", async () => {
    const pretend = pretendEngine();
    lonely(pretend, [2, 2, 2]);
    pretend.pass(7);
    lonely(pretend, [2, 2, 2]);
    pretend.pass(21);
    lonely(pretend, [2, 2, 2]);
    const screen = await draw(Evidence, pretend);
    const lines = screen.page.all().filter((node) => /line-disc/.test(node.getAttribute("class") ?? ""));
    expect(lines.length).toBe(1);
    expect(screen.has("it is not a zero")).toBe(true);
  });

  it("show counts by week, with a gap that is no zero", async () => {
    const pretend = pretendEngine();
    count(pretend, { asked: 0, alone: 8 });
    pretend.pass(14);
    count(pretend, { asked: 3 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("In the 2 weeks that you counted: asked 3 times.")).toBe(true);
    expect(screen.has("One week was not counted. It is a gap and not a zero.")).toBe(true);
    expect(screen.has("Said once so far, newest 8 of 10; too early to say.")).toBe(true);
  });

  it("set ten weeks before and since a day side by side, and ask for no day before there are ten", async () => {
    const pretend = pretendEngine();
    const week = (alone: number): void => {
      count(pretend, { alone });
      pretend.pass(7);
    };
    for (let weeks = 0; weeks < 9; weeks += 1) week(weeks < 5 ? 9 : 2);
    expect((await draw(Evidence, pretend)).has("Set before and since a day")).toBe(false);
    week(2);
    const screen = await draw(Evidence, pretend);
    expect(screen.has("Set before and since a day")).toBe(true);
    await screen.type("Set before and since a day side by side", "2026-12-21");
    expect(screen.has("You carried less alone since then. Of 25 pairs")).toBe(true);
  });

  it("can be kept as table files, whose buttons say which table", async () => {
    const screen = await draw(Evidence, changed());
    const labels = screen.page
      .all()
      .filter(({ localName }) => localName === "button")
      .map((button) => button.getAttribute("aria-label"));
    expect(labels).toContain("As a table file: Loneliness, 3 questions (UCLA-3), time by time");
  });

  it("call a person by their name here, and by what they are to one where it is shared", async () => {
    const pretend = pretendEngine();
    const about = meet(pretend, "Noor");
    const answers = [4, 4, 4, 4, 4, 4, 2, 2, 2];
    pretend.say({ kind: "measures/answer", instrument: "ecr-rs", about, set: "alone", answers });
    expect((await draw(Evidence, pretend)).has("Keeping distance, Noor")).toBe(true);
    const shared = JSON.stringify(measureFigures(pretend.state.value, pretend.engine.today()));
    expect(shared).toContain("Keeping distance, friend");
    expect(shared).not.toContain("Noor");
  });
});

describe("Evidence on paper", () => {
  it("unfolds everything when the browser prints, and folds it up again", async () => {
    const pretend = changed();
    times(pretend, 25, { outcome: "yes", help: 40, bad: 60, felt: 20 });
    const screen = await draw(Evidence, pretend);
    const tables = () => screen.page.all().filter(({ localName }) => localName === "table").length;
    const wait = () => new Promise((resolve) => setTimeout(resolve, 60));
    for (let turn = 0; turn < 100 && !screen.has("Print this page"); turn += 1) await wait();
    for (let turn = 0; turn < 20; turn += 1) await wait();
    expect(tables()).toBe(1);
    windowListeners.get("beforeprint")?.();
    await wait();
    expect(tables()).toBeGreaterThan(5);
    windowListeners.get("afterprint")?.();
    await wait();
    expect(tables()).toBe(1);
  });
});
