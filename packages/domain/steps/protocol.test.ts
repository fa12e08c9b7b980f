/** Tests the mapping to the guidance's rows, line by line. */
import { describe, expect, test } from "vitest";
import {
  answers,
  outcomes,
  statuses,
  trials,
  type Answer,
  type Command,
  type Outcome,
  type Status,
  type Trial,
} from "../index.ts";
import { plainStep, rehearse, say } from "../rehearsal.ts";
import { fromAnswer, fromOutcome } from "./protocol.ts";

/** A predicted experiment, and the only row it makes. */
const begun = () => {
  const app = rehearse();
  const id = app.run(say.plan(null));
  app.run(say.predict(id, 30, 70));
  return { app, id, row: (): Trial | undefined => trials(app.state())[0] };
};

const linked = (by: string | null = null) => {
  const rest = begun();
  const ask = rest.app.run(say.prepare(rest.id));
  rest.app.run(say.sendLink(ask, rest.id, null, by));
  return { ...rest, ask };
};

describe("an outcome that was noted", () => {
  const rows: readonly [Outcome, Trial["outcome"]][] = [
    ["yes", "yes"],
    ["partly", "partial"],
    ["later", null],
    ["no", "no"],
    ["hurtful", "hurtful"],
    ["silence", "no"],
  ];

  test.each(rows)("%s becomes %s", (raw, outcome) => {
    const { app, id, row } = begun();
    app.run(say.outcome(id, raw));
    expect(row()).toMatchObject({ raw, outcome, status: "done" });
  });

  test("has a line in the table, each of them", () => {
    expect(rows.map(([raw]) => raw)).toEqual([...outcomes]);
    expect(fromOutcome).toEqual(Object.fromEntries(rows));
  });

  test("that was left open says nothing", () => {
    const { app, id, row } = begun();
    app.run(say.outcome(id, null));
    expect(row()).toMatchObject({ raw: null, outcome: null, status: "done" });
  });
});

describe("an answer that came through a link", () => {
  const rows: readonly [Answer, Trial["outcome"]][] = [
    ["yes", "yes"],
    ["partly", "partial"],
    ["no", "no"],
    ["talk", null],
  ];

  test.each(rows)("%s becomes %s while nothing was noted", (raw, outcome) => {
    const { app, ask, row } = linked();
    app.run(say.answer(ask, "reply-1", raw));
    expect(row()).toMatchObject({ raw, outcome, status: "done" });
  });

  test("has a line in the table, each of them", () => {
    expect(rows.map(([raw]) => raw)).toEqual([...answers]);
    expect(fromAnswer).toEqual(Object.fromEntries(rows));
  });

  test("gives way to the person's own word, before and after", () => {
    const before = linked();
    before.app.run(say.answer(before.ask, "reply-1", "yes"));
    before.app.run(say.outcome(before.id, "hurtful"));
    expect(before.row()).toMatchObject({ raw: "hurtful", outcome: "hurtful" });
    const after = linked();
    after.app.run(say.outcome(after.id, "no"));
    after.app.run(say.answer(after.ask, "reply-1", "yes"));
    expect(after.row()).toMatchObject({ raw: "no", outcome: "no" });
  });

  test.each(["later", "silence"] as const)("settles what was noted as %s before it, not after it", (noted) => {
    const before = linked();
    before.app.run(say.outcome(before.id, noted));
    before.app.run(say.answer(before.ask, "reply-1", "yes"));
    expect(before.row()).toMatchObject({ raw: "yes", outcome: "yes" });
    const after = linked();
    after.app.run(say.answer(after.ask, "reply-1", "yes"));
    after.app.run(say.outcome(after.id, noted));
    expect(after.row()).toMatchObject({ raw: noted, outcome: fromOutcome[noted] });
  });

  test("fills in what was left open when the rest was noted", () => {
    const { app, id, ask, row } = linked();
    app.run(say.answer(ask, "reply-1", "partly"));
    app.run({ ...say.outcome(id, null), peak: 55 });
    expect(row()).toMatchObject({ raw: "partly", outcome: "partial", peak: 55 });
  });

  test("counts as its newest, when there are several", () => {
    const { app, ask, row } = linked();
    app.run(say.answer(ask, "reply-1", "no"));
    app.run(say.answer(ask, "reply-2", "yes"));
    expect(row()).toMatchObject({ raw: "yes", outcome: "yes" });
  });
});

describe("silence", () => {
  test.each([
    ["before the day that was waited for is still waiting", "2026-05-03", null],
    ["on that day is a no", "2026-05-04", "no"],
    ["after that day is a no", "2026-05-09", "no"],
  ] as const)("noted %s", (_, day, outcome) => {
    const { app, id, row } = linked("2026-05-04");
    app.on(day);
    app.run(say.outcome(id, "silence"));
    expect(row()).toMatchObject({ raw: "silence", outcome });
  });

  test("without a day is taken at its word", () => {
    const { app, id, row } = linked(null);
    app.run(say.outcome(id, "silence"));
    expect(row()).toMatchObject({ outcome: "no" });
  });
});

describe("a status", () => {
  const rows: readonly [Status, Trial["outcome"]][] = [
    ["done", "yes"],
    ["started", "yes"],
    ["avoided", null],
    ["skipped", null],
    ["swapped", null],
  ];

  test.each(rows)("%s lets an outcome of yes through as %s", (status, outcome) => {
    const { app, id, row } = begun();
    app.run({ ...say.outcome(id, "yes"), status });
    expect(row()).toMatchObject({ status, outcome, raw: "yes" });
  });

  test("has a line here, each of them", () => {
    expect(rows.map(([status]) => status)).toEqual([...statuses]);
  });

  test("of an ask that went out is done, though nothing came back yet", () => {
    const { row } = linked();
    expect(row()).toMatchObject({ status: "done", outcome: null, raw: null });
  });
});

describe("a row", () => {
  test("is not made of a plan or a prediction alone, nor of a link that was not sent", () => {
    const { app, id, row } = begun();
    app.run(say.prepare(id));
    expect(row()).toBeUndefined();
  });

  test("is made of an answer, even if sending was never noted", () => {
    const { app, id, row } = begun();
    const ask = app.run(say.prepare(id));
    app.run(say.answer(ask, "reply-1", "no"));
    expect(row()).toMatchObject({ status: "done", outcome: "no" });
  });

  test("holds every number as it was given, and null for what was not", () => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    app.run(say.screen(ana));
    const id = app.run({ kind: "steps/plan", step: plainStep, person: ana, context: "call", origin: "self" });
    app.run(say.predict(id, 30, null));
    app.run({ ...say.outcome(id, "yes"), status: "started", before: 1, peak: 2, after: 3 });
    expect(trials(app.state())).toEqual([
      {
        id,
        day: "2026-05-01",
        step: "ask-for-a-lift",
        strand: "ask",
        difficulty: 40,
        cost: 0.3,
        person: ana,
        context: "call",
        origin: "self",
        status: "started",
        predHelp: 30,
        predBad: null,
        before: 1,
        peak: 2,
        after: 3,
        bad: null,
        outcome: "yes",
        raw: "yes",
      },
    ]);
  });

  test("takes its context from how the ask went out, where the plan named none", () => {
    const sent = (command: (id: string) => Command) => {
      const { app, id, row } = begun();
      app.run(command(id));
      return row()?.context;
    };
    expect(sent((id) => ({ ...say.tell(id), channel: "own-message" }))).toBe("message");
    expect(sent((id) => say.tell(id))).toBeNull();
    expect(linked().row()?.context).toBe("message");
  });

  test.each([
    ["call", "own-message", "message"],
    ["in-person", "own-message", "message"],
    ["online", "own-message", "online"],
    ["call", "said", "call"],
    ["message", "said", null],
  ] as const)("planned for %s and sent as %s happened %s", (planned, channel, happened) => {
    const app = rehearse();
    const ana = app.run(say.add("Ana"));
    app.run(say.screen(ana));
    const id = app.run({ kind: "steps/plan", step: plainStep, person: ana, context: planned, origin: "engine" });
    app.run(say.predict(id));
    app.run({ ...say.tell(id, ana), channel });
    expect(trials(app.state())[0]?.context).toBe(happened);
  });

  test("is dated by the newest thing known", () => {
    const { app, id, ask, row } = linked();
    const days = [row()?.day];
    app.on("2026-05-03");
    app.run(say.answer(ask, "reply-1", "talk"));
    days.push(row()?.day);
    app.on("2026-05-06");
    app.run(say.outcome(id, "later"));
    days.push(row()?.day);
    app.on("2026-05-08");
    app.run(say.answer(ask, "reply-2", "yes"));
    days.push(row()?.day);
    expect(days).toEqual(["2026-05-01", "2026-05-03", "2026-05-06", "2026-05-08"]);
  });

  test("stands in the order in which things became known", () => {
    const app = rehearse();
    const [one, two] = [1, 2].map(() => app.run(say.plan(null)));
    app.run(say.outcome(one ?? "", "yes"));
    app.run(say.outcome(two ?? "", "yes"));
    expect(trials(app.state()).map(({ id }) => id)).toEqual([one, two]);
    app.run(say.outcome(one ?? "", "no"));
    expect(trials(app.state()).map(({ id }) => id)).toEqual([two, one]);
  });

  test("has no prediction that was made with hindsight", () => {
    const { app, id, row } = begun();
    expect(app.refused(say.predict(id))).toMatchObject({ type: "PredictionFixed" });
    app.run(say.outcome(id, "yes"));
    expect(row()).toMatchObject({ predHelp: 30, predBad: 70 });
  });
});
