/** Tests that guarding oneself is not counted as avoiding, and that avoiding still is. */
import { describe, expect, test } from "vitest";
import { guarding, trials, type Command } from "./index.ts";
import { noConcern, plainStep, rehearse, say, type Rehearsal } from "./rehearsal.ts";

const letBe = (experiment: string): Command => ({ ...say.outcome(experiment, null), status: "avoided" });

const screen = (person: string, strand: "ask" | "share", answers: object): Command => ({
  kind: "circle/screen",
  person,
  strand,
  depth: "first",
  answers: { ...noConcern, ...answers },
});

/** Somebody who was fine when a step was planned with them; it was then let be. */
const leftWith = (): { readonly app: Rehearsal; readonly ana: string } => {
  const app = rehearse();
  const ana = app.run(say.add("Ana"));
  app.run(say.screen(ana));
  app.run(letBe(app.run(say.plan(ana))));
  return { app, ana };
};

const statuses = (app: Rehearsal): readonly string[] => trials(app.state()).map(({ status }) => status);
const guarded = (app: Rehearsal): readonly boolean[] => trials(app.state()).map((one) => guarding(app.state(), one));

describe("a step that was let be", () => {
  test("with somebody safe is what it was called", () => {
    const { app } = leftWith();
    expect([statuses(app), guarded(app)]).toEqual([["avoided"], [false]]);
  });

  const ways: readonly (readonly [string, (person: string) => Command])[] = [
    ["marked as not safe", (person) => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" })],
    ["who did harm", (person) => ({ kind: "circle/note-harm", person, on: "2026-05-01", note: "" })],
    ["who hurt before", (person) => screen(person, "share", { hurt: "yes" })],
    ["for whom knowing would be a risk", (person) => screen(person, "ask", { risky: "yes" })],
  ];

  test.each(ways)("with somebody %s was guarding, and tells nothing about reach", (_, command) => {
    const { app, ana } = leftWith();
    app.run(command(ana));
    expect([statuses(app), guarded(app)]).toEqual([["skipped"], [true]]);
  });

  test("with somebody who is a risk for another kind of step is what it was called", () => {
    const { app, ana } = leftWith();
    app.run(screen(ana, "share", { risky: "yes" }));
    expect(statuses(app)).toEqual(["avoided"]);
  });

  test("is called as before once the person says that they are safe after all", () => {
    const { app, ana } = leftWith();
    for (const safety of ["unsafe", "safe"] as const)
      app.run({ kind: "circle/rate-safety", person: ana, safety, note: "" });
    expect(statuses(app)).toEqual(["avoided"]);
  });
});

test("what was carried out stays carried out, whoever it was with", () => {
  const app = rehearse();
  const ana = app.run(say.add("Ana"));
  app.run(say.screen(ana));
  app.run(say.outcome(app.run(say.plan(ana)), "hurtful"));
  app.run({ kind: "circle/rate-safety", person: ana, safety: "unsafe", note: "" });
  expect([statuses(app), guarded(app)]).toEqual([["done"], [false]]);
});

test("nobody is guarded against where nobody is asked", () => {
  const app = rehearse();
  app.run(letBe(app.run(say.plan(null))));
  expect([statuses(app), guarded(app)]).toEqual([["avoided"], [false]]);
});

describe("the questions come again", () => {
  test.each([
    ["before something larger is told", { disclosure: "large" as const }],
    ["before touch", { touch: true }],
  ])("%s", (_, fields) => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    app.run(say.screen(ana));
    app.run({ kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: true });
    const plan = say.plan(ana, { ...plainStep, ...fields });
    expect(app.refused(plan)).toEqual({ type: "ScreenFirst", person: ana, strand: "ask", depth: "larger" });
    app.run({ kind: "circle/screen", person: ana, strand: "ask", depth: "larger", answers: noConcern });
    app.run(plan);
  });
});
