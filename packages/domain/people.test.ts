/** Tests what asks tell about people. */
import { describe, expect, test } from "vitest";
import { askedHowItWas, emptyState, experiments, lastPerson, people, person } from "./index.ts";
import { rehearse, say } from "./rehearsal.ts";

const withAsk = (howItWas = false) => {
  const app = rehearse();
  const [ana = "", bo = ""] = ["Ana", "Bo"].map((name) => app.run(say.add(name)));
  app.run(say.screen(ana));
  const id = app.run(say.plan(ana));
  app.run(say.predict(id));
  const ask = app.run({ ...say.prepare(id), howItWas });
  return { app, ana, bo, id, ask };
};

describe("not this month", () => {
  test("leaves somebody out for thirty days from the answer", () => {
    const { app, ana, ask } = withAsk();
    app.run({ ...say.answer(ask, "reply-1", "no"), notThisMonth: true });
    expect(people(app.state()).map(({ restUntil }) => restUntil)).toEqual(["2026-05-31", null]);
    expect(person(app.state(), ana)?.restUntil).toBe("2026-05-31");
  });

  test("is found just as well in experiments that are at hand", () => {
    const { app, ask } = withAsk();
    app.run({ ...say.answer(ask, "reply-1", "no"), notThisMonth: true });
    expect(people(app.state(), experiments(app.state()))).toEqual(people(app.state()));
    expect(people(app.state(), []).map(({ restUntil }) => restUntil)).toEqual([null, null]);
  });

  test("said again holds from the later day", () => {
    const { app, ana, ask } = withAsk();
    app.run({ ...say.answer(ask, "reply-1", "no"), notThisMonth: true });
    app.on("2026-05-10");
    app.run({ ...say.answer(ask, "reply-2", "no"), notThisMonth: true });
    app.run(say.answer(ask, "reply-3", "no"));
    expect(person(app.state(), ana)?.restUntil).toBe("2026-06-09");
  });

  test("on the last day there is ends on it", () => {
    const { app, ana, ask } = withAsk();
    app.on("9999-12-20");
    app.run({ ...say.answer(ask, "reply-1", "no"), notThisMonth: true });
    expect(person(app.state(), ana)?.restUntil).toBe("9999-12-31");
  });

  test("from somebody outside the circle is nobody's", () => {
    const app = rehearse();
    const id = app.run(say.plan(null));
    const ask = app.run(say.prepare(id));
    app.run({ ...say.answer(ask, "reply-1", "no"), notThisMonth: true });
    app.run(say.add("Ana"));
    expect(people(app.state())[0]?.restUntil).toBeNull();
  });
});

test("how it was is known to have been asked, for that person alone", () => {
  const { app, ana, bo } = withAsk(true);
  expect([askedHowItWas(app.state(), ana), askedHowItWas(app.state(), bo)]).toEqual([true, false]);
  const other = withAsk(false);
  expect(askedHowItWas(other.app.state(), other.ana)).toBe(false);
});

test("the last person is the one of the newest experiment with somebody", () => {
  const { app, ana, bo } = withAsk();
  app.run(say.plan(null));
  expect(lastPerson(app.state())).toBe(ana);
  app.run(say.screen(bo));
  app.run(say.plan(bo));
  expect(lastPerson(app.state())).toBe(bo);
  expect(lastPerson(emptyState)).toBeNull();
});

test("somebody nobody added is nobody", () => {
  expect(person(emptyState, "nobody")).toBeNull();
});
