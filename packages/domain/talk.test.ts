/** Tests what passed last between the person and somebody. */
import { describe, expect, test } from "vitest";
import { emptyState, lastTalk, replay, type Command } from "./index.ts";
import { noConcern, plainStep, rehearse, say } from "./rehearsal.ts";
import { fork } from "./sample-devices.ts";

/** A try with somebody who was screened, its guess made. */
const withSomebody = (app = rehearse(), name = "Ana") => {
  const who = app.run(say.add(name));
  app.run(say.screen(who));
  const id = app.run(say.plan(who));
  app.run(say.predict(id));
  return { app, who, id };
};

describe("the last talk", () => {
  test("is none before anything passed: a plan and a guess are not a talk", () => {
    expect(lastTalk(emptyState)).toBeNull();
    expect(lastTalk(withSomebody().app.state())).toBeNull();
  });

  test("is the ask that went out, before there is more", () => {
    const { app, who, id } = withSomebody();
    app.on("2026-05-03");
    app.run(say.tell(id, who));
    expect(lastTalk(app.state())).toEqual({
      experiment: id,
      person: who,
      title: plainStep.title,
      day: "2026-05-03",
      what: "sent",
      answer: null,
      outcome: null,
    });
  });

  test("is the answer once it came, then what was noted of it", () => {
    const { app, who, id } = withSomebody();
    const ask = app.run(say.prepare(id));
    app.run(say.sendLink(ask, id, who));
    app.on("2026-05-04");
    app.run(say.answer(ask, "reply-1", "partly"));
    expect(lastTalk(app.state())).toMatchObject({
      day: "2026-05-04",
      what: "answered",
      answer: "partly",
      outcome: null,
    });
    app.on("2026-05-05");
    app.run(say.outcome(id, "yes"));
    expect(lastTalk(app.state())).toMatchObject({ day: "2026-05-05", what: "noted", answer: "partly", outcome: "yes" });
  });

  test("is nothing that was only prepared", () => {
    const { app, id } = withSomebody();
    app.run(say.prepare(id));
    expect(lastTalk(app.state())).toBeNull();
  });

  test("goes by the newest thing, not by the newest plan", () => {
    const { app, who: ana, id: first } = withSomebody();
    app.run(say.tell(first, ana));
    const { who: bo, id: second } = withSomebody(app, "Bo");
    expect(lastTalk(app.state())).toMatchObject({ person: ana });
    app.run(say.tell(second, bo));
    expect(lastTalk(app.state())).toMatchObject({ person: bo });
    app.run(say.outcome(first, "no"));
    expect(lastTalk(app.state())).toMatchObject({ person: ana, what: "noted", outcome: "no" });
  });

  test.each(["avoided", "skipped", "swapped"] as const)("is no try that did not take place: %s", (status) => {
    const { app, id } = withSomebody();
    app.run({ ...say.outcome(id, null), status });
    expect(lastTalk(app.state())).toBeNull();
  });

  test.each(["done", "started"] as const)("is a try that took place elsewhere, without an ask here: %s", (status) => {
    const { app, who, id } = withSomebody();
    app.run({ ...say.outcome(id, null), status });
    expect(lastTalk(app.state())).toMatchObject({ person: who, what: "noted", outcome: null });
  });

  test("is with somebody of the circle: steps with strangers are passed over", () => {
    const { app, who, id } = withSomebody();
    app.run(say.tell(id, who));
    const alone = app.run(say.plan(null));
    app.run(say.outcome(alone, "yes"));
    expect(lastTalk(app.state())).toMatchObject({ person: who });
  });

  test("names whom it was sent to where the plan named nobody", () => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    app.run(say.screen(ana));
    const id = app.run(say.plan(null));
    app.run(say.predict(id));
    app.run(say.tell(id, ana));
    expect(lastTalk(app.state())).toMatchObject({ experiment: id, person: ana });
  });
});

/** The safety questions of another strand, answered later. */
const said = (person: string, answers: Partial<Record<keyof typeof noConcern, "yes" | "no">>): Command => ({
  kind: "circle/screen",
  person,
  strand: "share",
  depth: "first",
  answers: { ...noConcern, ...answers },
});

describe("somebody is not brought up again", () => {
  test.each<readonly [string, (person: string) => Command]>([
    ["after they were taken off the circle", (person) => ({ kind: "circle/remove", person })],
    ["when flagged unsafe", (person) => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" })],
    ["when they did harm", (person) => ({ kind: "circle/note-harm", person, on: "2026-05-01", note: "" })],
    ["when the questions said they hurt", (person) => said(person, { hurt: "yes" })],
    ["when the questions said they used what they were told", (person) => said(person, { used: "yes" })],
  ])("%s; the talk before stands", (_, command) => {
    const { app, who: ana, id: first } = withSomebody();
    app.run(say.tell(first, ana));
    const { who: bo, id: second } = withSomebody(app, "Bo");
    app.run(say.tell(second, bo));
    app.run(command(bo));
    expect(lastTalk(app.state())).toMatchObject({ person: ana });
    app.run(command(ana));
    expect(lastTalk(app.state())).toBeNull();
  });
});

test("two devices that were apart agree on it", () => {
  const { phone, laptop, merged } = fork(() => undefined);
  const one = withSomebody(phone, "Ana");
  const two = withSomebody(laptop, "Bo");
  phone.run(say.tell(one.id, one.who));
  laptop.run(say.tell(two.id, two.who));
  laptop.run(say.outcome(two.id, "yes"));
  expect(lastTalk(merged())).toMatchObject({ person: two.who, what: "noted" });
});

test("it is the same however the facts arrived", () => {
  const { app, who, id } = withSomebody();
  app.run(say.tell(id, who));
  app.run(say.outcome(id, "later"));
  expect(lastTalk(replay(app.events().toReversed()))).toEqual(lastTalk(app.state()));
});
