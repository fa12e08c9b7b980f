/** Tests who may be asked, and when the questions come first. */
import { describe, expect, test } from "vitest";
import { stopsFor, strands, type Command, type Strand } from "../index.ts";
import { noConcern, rehearse, say } from "../rehearsal.ts";

type Screen = Command & { readonly kind: "circle/screen" };
type Answers = Screen["answers"];

const setting = () => {
  const app = rehearse();
  const ana = app.run(say.add("Ana"));
  const screen = (strand: Strand, answers: Partial<Answers> = {}, depth: "first" | "larger" = "first") =>
    app.run({ kind: "circle/screen", person: ana, strand, depth, answers: { ...noConcern, ...answers } });
  const stop = (strand: Strand, large = false) => stopsFor(app.state(), ana, strand, large);
  return { app, ana, screen, stop };
};

describe("the questions", () => {
  test("come before the first step of every strand", () => {
    const { screen, stop } = setting();
    screen("ask");
    expect(strands.map((strand) => stop(strand))).toEqual([
      "ok",
      "screen-first",
      "screen-first",
      "screen-first",
      "screen-first",
    ]);
  });

  test("come again before telling something larger", () => {
    const { screen, stop } = setting();
    screen("share");
    expect([stop("share"), stop("share", true)]).toEqual(["ok", "screen-first"]);
    screen("share", {}, "larger");
    expect([stop("share"), stop("share", true)]).toEqual(["ok", "ok"]);
  });

  test("need not be asked for something small once they were for something larger", () => {
    const { screen, stop } = setting();
    screen("share", {}, "larger");
    expect(stop("share")).toBe("ok");
  });

  test("let an unsure answer pass: only a yes stops", () => {
    const { screen, stop } = setting();
    screen("ask", { hurt: "unsure", used: "unsure", risky: "unsure", debt: "unsure" });
    expect(stop("ask")).toBe("ok");
  });
});

describe("a yes", () => {
  test.each(["risky", "debt"] as const)("to %s stops its strand alone", (question) => {
    const { screen, stop } = setting();
    screen("share");
    screen("ask", { [question]: "yes" });
    expect([stop("ask"), stop("share")]).toEqual(["stopped", "ok"]);
  });

  test.each(["hurt", "used"] as const)("to %s stops every strand, the ones already cleared too", (question) => {
    const { screen, stop } = setting();
    screen("share");
    screen("ask", { [question]: "yes" });
    expect(strands.map((strand) => stop(strand))).toEqual(strands.map(() => "stopped"));
  });

  test("stands until the questions are answered anew", () => {
    const { screen, stop } = setting();
    screen("ask", { risky: "yes" });
    screen("ask");
    expect(stop("ask")).toBe("ok");
  });

  test("at the second asking stops what the first let pass", () => {
    const { screen, stop } = setting();
    screen("share");
    screen("share", { risky: "yes" }, "larger");
    expect([stop("share"), stop("share", true)]).toEqual(["stopped", "stopped"]);
  });

  test("about work stops a step with a colleague", () => {
    const { app } = setting();
    const bo = app.run({
      kind: "circle/add",
      nickname: "Bo",
      role: "colleague",
      ring: "further",
      trust: null,
      comfort: null,
    });
    app.run({
      kind: "circle/screen",
      person: bo,
      strand: "ask",
      depth: "first",
      answers: { ...noConcern, work: "yes" },
    });
    expect(stopsFor(app.state(), bo, "ask", false)).toBe("stopped");
  });
});

describe("the way is shut", () => {
  test("to somebody flagged unsafe, whatever was answered, until the flag is taken back", () => {
    const { app, ana, screen, stop } = setting();
    screen("ask");
    app.run({ kind: "circle/rate-safety", person: ana, safety: "unsafe", note: "" });
    expect(stop("ask")).toBe("unsafe");
    app.run({ kind: "circle/rate-safety", person: ana, safety: "unsure", note: "" });
    expect(stop("ask")).toBe("ok");
  });

  test("to somebody who did harm, for good", () => {
    const { app, ana, screen, stop } = setting();
    screen("ask");
    app.run({ kind: "circle/note-harm", person: ana, on: "2026-05-01", note: "" });
    app.run({ kind: "circle/rate-safety", person: ana, safety: "safe", note: "" });
    screen("ask");
    expect(stop("ask")).toBe("unsafe");
  });

  test("to somebody who was removed, and to somebody unknown", () => {
    const { app, ana, screen, stop } = setting();
    screen("ask");
    app.run({ kind: "circle/remove", person: ana });
    expect(stop("ask")).toBe("stopped");
    expect(stopsFor(app.state(), "nobody", "ask", false)).toBe("stopped");
  });

  test("to somebody who became a colleague, until the question about work is asked", () => {
    const { app, ana, screen, stop } = setting();
    screen("ask");
    app.run({
      kind: "circle/change",
      person: ana,
      nickname: null,
      role: "colleague",
      ring: null,
      trust: null,
      comfort: null,
    });
    expect(stop("ask")).toBe("screen-first");
    screen("ask", { work: "no" });
    expect(stop("ask")).toBe("ok");
  });
});
