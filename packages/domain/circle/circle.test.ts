/** Tests what is recorded and shown of people. */
import { describe, expect, test } from "vitest";
import { people, person, type Command } from "../index.ts";
import { noConcern, rehearse, say } from "../rehearsal.ts";

const observe = (id: string, on: string): Command => ({
  kind: "circle/observe",
  person: id,
  quality: "listens",
  seen: "seen",
  on,
  note: "She put the phone away.",
});

const change = (id: string, fields: object = {}): Command => ({
  kind: "circle/change",
  person: id,
  nickname: null,
  role: null,
  ring: null,
  trust: null,
  comfort: null,
  ...fields,
});

describe("somebody on the circle", () => {
  test("is shown as added, unsure until rated", () => {
    const app = rehearse();
    const id = app.run({
      kind: "circle/add",
      nickname: " Ana ",
      role: "neighbour",
      ring: "further",
      trust: 70,
      comfort: null,
    });
    expect(people(app.state())).toEqual([
      {
        id,
        nickname: "Ana",
        role: "neighbour",
        ring: "further",
        trust: 70,
        comfort: null,
        safety: "unsure",
        harmed: false,
        removed: false,
        addedOn: "2026-05-01",
        observations: [],
        screens: [],
        exchanges: [],
        askables: [],
        restUntil: null,
      },
    ]);
  });

  test("keeps what a change leaves out", () => {
    const app = rehearse();
    const id = app.run(say.add("Ana"));
    app.run(change(id, { ring: "close", comfort: 0 }));
    app.run(change(id, { nickname: "Anna" }));
    expect(person(app.state(), id)).toMatchObject({
      nickname: "Anna",
      ring: "close",
      comfort: 0,
      role: "friend",
      trust: null,
    });
  });

  test("gathers observed qualities and screenings in order", () => {
    const app = rehearse();
    const id = app.run(say.add("Ana"));
    app.run(observe(id, "2026-04-30"));
    app.run(observe(id, "2026-04-01"));
    app.run(say.screen(id));
    const shown = person(app.state(), id);
    expect(shown?.observations.map(({ on, quality }) => [on, quality])).toEqual([
      ["2026-04-30", "listens"],
      ["2026-04-01", "listens"],
    ]);
    expect(shown?.screens).toMatchObject([{ day: "2026-05-01", strand: "ask", depth: "first", answers: noConcern }]);
  });

  test("is shown in the order of adding, whatever happens to them later", () => {
    const app = rehearse();
    const ids = ["Ana", "Bo", "Cy"].map((name) => app.run(say.add(name)));
    app.run(change(ids[0] ?? "", { nickname: "Zoe" }));
    expect(people(app.state()).map(({ nickname }) => nickname)).toEqual(["Zoe", "Bo", "Cy"]);
  });

  test("leaves it when removed, and can still be looked up", () => {
    const app = rehearse();
    const id = app.run(say.add("Ana"));
    app.run({ kind: "circle/remove", person: id });
    expect(people(app.state())).toEqual([]);
    expect(person(app.state(), id)).toMatchObject({ nickname: "Ana", removed: true });
  });

  test("carries the newest safety rating, and harm for good", () => {
    const app = rehearse();
    const id = app.run(say.add("Ana"));
    app.run({ kind: "circle/rate-safety", person: id, safety: "unsafe", note: "" });
    app.run({ kind: "circle/rate-safety", person: id, safety: "safe", note: "" });
    expect(person(app.state(), id)).toMatchObject({ safety: "safe", harmed: false });
    app.run({ kind: "circle/note-harm", person: id, on: "2026-05-01", note: "Told others." });
    app.run({ kind: "circle/rate-safety", person: id, safety: "safe", note: "" });
    expect(person(app.state(), id)).toMatchObject({ safety: "safe", harmed: true });
  });
});

describe("what cannot be recorded", () => {
  const unknown: readonly Command[] = [
    change("nobody"),
    observe("nobody", "2026-05-01"),
    say.screen("nobody"),
    { kind: "circle/remove", person: "nobody" },
    { kind: "circle/rate-safety", person: "nobody", safety: "safe", note: "" },
    { kind: "circle/note-harm", person: "nobody", on: "2026-05-01", note: "" },
  ];

  test.each(unknown)("is anything about somebody who is not there: $kind", (command) => {
    expect(rehearse().refused(command)).toEqual({ type: "NotFound", what: "person", id: "nobody" });
  });

  test("is a change to somebody who was removed, but a warning is", () => {
    const app = rehearse();
    const id = app.run(say.add("Ana"));
    app.run({ kind: "circle/remove", person: id });
    expect(app.refused(change(id, { nickname: "Zoe" }))).toMatchObject({ type: "NotFound" });
    expect(app.refused(say.screen(id))).toMatchObject({ type: "NotFound" });
    app.run({ kind: "circle/rate-safety", person: id, safety: "unsafe", note: "" });
    app.run({ kind: "circle/note-harm", person: id, on: "2026-05-01", note: "" });
    expect(person(app.state(), id)).toMatchObject({ safety: "unsafe", harmed: true });
  });

  test.each([
    ["nickname", { ...say.add(""), nickname: "" }],
    ["nickname", say.add("x".repeat(121))],
    ["nickname", say.add("\ud800")],
  ])("is a malformed field: %s", (field, command) => {
    expect(rehearse().refused(command)).toEqual({ type: "BadField", field });
  });

  test("is a screening of a colleague or manager without the question about work", () => {
    const app = rehearse();
    for (const role of ["colleague", "manager"] as const) {
      const id = app.run({ kind: "circle/add", nickname: "Bo", role, ring: "further", trust: null, comfort: null });
      expect(app.refused(say.screen(id))).toEqual({ type: "BadField", field: "answers" });
      app.run({
        kind: "circle/screen",
        person: id,
        strand: "ask",
        depth: "first",
        answers: { ...noConcern, work: "no" },
      });
    }
  });
});
