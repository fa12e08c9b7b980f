/** Tests when the app may offer to say less. */
import { describe, expect, test } from "vitest";
import { emptyState, quietness, type Origin } from "./index.ts";
import { rehearse, say, soloStep, theDay, type Rehearsal } from "./rehearsal.ts";

const today = theDay("2026-05-28");
/** A day of each of the four weeks that end today, the newest first. */
const [week0, week1, week2, week3] = ["2026-05-25", "2026-05-18", "2026-05-11", "2026-05-04"] as const;

const asked = (app: Rehearsal, day: string, origin: Origin = "self"): void => {
  app.on(day);
  const id = app.run({ kind: "steps/plan", step: soloStep, person: null, context: null, origin });
  app.run(say.predict(id));
  app.run(say.tell(id));
};
const alone = (app: Rehearsal, day: string, verdict: "glad" | "wish-asked" | null): void => {
  app.on(day);
  app.run({ kind: "steps/note-alone", title: "The move", verdict, note: "" });
};
const after = (...acts: readonly ((app: Rehearsal) => void)[]) => {
  const app = rehearse();
  for (const act of acts) act(app);
  return quietness(app.state(), today);
};
const own =
  (...days: readonly string[]) =>
  (app: Rehearsal): void =>
    days.forEach((day) => asked(app, day));
const offered =
  (...days: readonly string[]) =>
  (app: Rehearsal): void =>
    days.forEach((day) => asked(app, day, "engine"));

describe("the app may say less", () => {
  test("not before anything is known", () => {
    expect(quietness(emptyState, today)).toEqual({ suggest: false, because: "too-early", asksOnOwn: 0, weeks: 0 });
  });

  test("when people were asked without it in three weeks of four", () => {
    expect(after(own(week0, week1, week3))).toEqual({ suggest: true, because: "steady", asksOnOwn: 3, weeks: 3 });
  });

  test("not for one busy week, however many asks it held", () => {
    expect(after(own(week0, week0, week0, week0, week1))).toMatchObject({ suggest: false, asksOnOwn: 5, weeks: 2 });
  });

  test.each([
    [3, true],
    [4, false],
  ])("only while its own offers are no more than that: %i against three", (count, suggest) => {
    const days = [week0, week1, week2, week3].slice(0, count);
    expect(after(own(week0, week1, week2), offered(...days))).toMatchObject({ suggest, asksOnOwn: 3 });
  });

  test("a week is also one's own when something was done alone, and gladly; three tries with others are needed still", () => {
    const gladly = (app: Rehearsal): void => alone(app, week2, "glad");
    expect(after(own(week0, week0, week1), gladly)).toMatchObject({ suggest: true, asksOnOwn: 3, weeks: 3 });
    expect(after(own(week0, week1), gladly)).toMatchObject({ suggest: false, asksOnOwn: 2, weeks: 3 });
  });

  test.each(["wish-asked", null] as const)("having done it alone says nothing where it was not glad: %s", (verdict) => {
    const count = after(own(week0, week0, week1), (app) => alone(app, week2, verdict));
    expect(count).toMatchObject({ suggest: false, weeks: 2 });
  });
});

describe("a try counts", () => {
  test.each([
    ["on the first of the 28 days", "2026-05-01", 1],
    ["today", "2026-05-28", 1],
    ["not on the day before them", "2026-04-30", 0],
    ["not on a day to come", "2026-05-29", 0],
  ])("%s", (_, day, asksOnOwn) => {
    expect(after(own(day))).toMatchObject({ asksOnOwn, weeks: asksOnOwn });
  });

  test("by the day the ask went out, not by the day it was looked back on", () => {
    const count = after((app) => {
      app.on("2026-04-30");
      const id = app.run({ kind: "steps/plan", step: soloStep, person: null, context: null, origin: "self" });
      app.run(say.predict(id));
      app.run(say.tell(id));
      app.on(week0);
      app.run(say.outcome(id, "yes"));
    });
    expect(count.asksOnOwn).toBe(0);
  });

  test.each([
    ["done", 1],
    ["started", 1],
    ["avoided", 0],
    ["skipped", 0],
    ["swapped", 0],
  ] as const)("without an ask here when it took place: %s", (status, asksOnOwn) => {
    const count = after((app) => {
      app.on(week1);
      const id = app.run({ kind: "steps/plan", step: soloStep, person: null, context: null, origin: "self" });
      app.run({ ...say.outcome(id, null), status });
    });
    expect(count.asksOnOwn).toBe(asksOnOwn);
  });

  test("not while it is only planned", () => {
    const count = after((app) => {
      app.on(week1);
      app.run({ kind: "steps/plan", step: soloStep, person: null, context: null, origin: "self" });
    });
    expect(count.asksOnOwn).toBe(0);
  });

  test("whatever came back: a no is as much one's own as a yes", () => {
    const count = after((app) => {
      app.on(week1);
      const id = app.run({ kind: "steps/plan", step: soloStep, person: null, context: null, origin: "self" });
      app.run(say.outcome(id, "no"));
    });
    expect(count.asksOnOwn).toBe(1);
  });
});

test("the first two weeks in spring are in the weeks they belong to, across a month's end", () => {
  const app = rehearse();
  own("2026-02-27", "2026-03-01")(app);
  expect(quietness(app.state(), theDay("2026-03-05"))).toMatchObject({ asksOnOwn: 2, weeks: 1 });
  expect(quietness(app.state(), theDay("2026-03-07"))).toMatchObject({ asksOnOwn: 2, weeks: 2 });
});
