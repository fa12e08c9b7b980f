/** Tests how plans, predictions, asks, answers and outcomes make one experiment. */
import { describe, expect, test } from "vitest";
import {
  awaitingOutcome,
  emptyState,
  experiment,
  experiments,
  openExperiments,
  outcomesNoted,
  parseEvent,
  replay,
  trials,
  triesInPieces,
  type Command,
  type Recorded,
  type Stage,
} from "./index.ts";
import { deviceNamed, rehearse, say } from "./rehearsal.ts";

const begun = () => {
  const app = rehearse();
  const id = app.run(say.plan(null));
  return { app, id, stage: () => experiment(app.state(), id)?.stage };
};

describe("an experiment goes", () => {
  test("from planned to predicted, waiting, answered and closed", () => {
    const { app, id, stage } = begun();
    const stages: (Stage | undefined)[] = [stage()];
    const step = (command: Command): string => {
      const minted = app.run(command);
      stages.push(stage());
      return minted;
    };
    step(say.predict(id));
    const ask = step(say.prepare(id));
    step(say.sendLink(ask, id));
    step(say.answer(ask, "reply-1"));
    step(say.outcome(id, "yes"));
    expect(stages).toEqual(["planned", "predicted", "predicted", "waiting", "answered", "closed"]);
  });

  test("back to waiting when the outcome is later", () => {
    const { app, id, stage } = begun();
    app.run(say.predict(id));
    app.run(say.tell(id));
    app.run(say.outcome(id, "later"));
    expect(stage()).toBe("waiting");
    app.run(say.outcome(id, "no"));
    expect(stage()).toBe("closed");
  });

  test.each(["later", "silence"] as const)("back to answered when an answer comes after %s", (outcome) => {
    const { app, id, stage } = begun();
    app.run(say.predict(id));
    const ask = app.run(say.prepare(id));
    app.run(say.sendLink(ask, id));
    app.run(say.outcome(id, outcome));
    app.run(say.answer(ask, "reply-1"));
    expect(stage()).toBe("answered");
    app.run(say.outcome(id, "yes"));
    expect(stage()).toBe("closed");
  });

  test.each(["yes", "partly", "no", "hurtful", null] as const)("not back when an answer comes after %s", (outcome) => {
    const { app, id, stage } = begun();
    app.run(say.predict(id));
    const ask = app.run(say.prepare(id));
    app.run(say.outcome(id, outcome));
    app.run(say.answer(ask, "reply-1"));
    expect(stage()).toBe("closed");
  });
});

describe("the lists", () => {
  test("show the newest first, and the open ones alone where they are asked for", () => {
    const app = rehearse();
    const [one, two, three] = [1, 2, 3].map(() => app.run(say.plan(null)));
    app.run(say.outcome(two ?? "", "yes"));
    expect(experiments(app.state()).map(({ id }) => id)).toEqual([three, two, one]);
    expect(openExperiments(app.state()).map(({ id }) => id)).toEqual([three, one]);
  });

  test("put answers first among what awaits an outcome, and leave bare plans out", () => {
    const app = rehearse();
    const answered = app.run(say.plan(null));
    app.run(say.predict(answered));
    const ask = app.run(say.prepare(answered));
    app.run(say.answer(ask, "reply-1"));
    const predicted = app.run(say.plan(null));
    app.run(say.predict(predicted));
    const told = app.run(say.plan(null));
    app.run(say.predict(told));
    app.run(say.tell(told));
    app.run(say.plan(null));
    expect(awaitingOutcome(app.state()).map(({ id }) => id)).toEqual([answered, told, predicted]);
  });

  test("are empty at first, and know nothing of an unknown id", () => {
    expect([
      experiments(emptyState),
      openExperiments(emptyState),
      awaitingOutcome(emptyState),
      trials(emptyState),
    ]).toEqual([[], [], [], []]);
    expect(experiment(emptyState, "nothing")).toBeNull();
  });
});

describe("two devices that met late", () => {
  const plan = {
    experiment: "exp-1",
    step: "stp-1",
    title: "Ask",
    strand: "ask",
    person: null,
    context: null,
    origin: "self",
    difficulty: 10,
    cost: 0,
    disclosure: "none",
  };
  const read = (id: string, ms: number, k: string, b: object, device = "a"): Recorded => {
    const parsed = parseEvent({ id, k, t: [ms, 0], d: "2026-05-01", b }, deviceNamed(device));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return parsed.value;
  };
  const planned = read("plan", 1, "steps/planned@1", plan);
  const predicted = (ms: number, help: number, device: string) =>
    read(
      `predicted-${device}`,
      ms,
      "steps/predicted@1",
      { experiment: "exp-1", help, bad: null, feared: "", sign: "", beliefs: [] },
      device,
    );
  const noted = (ms: number, outcome: string) =>
    read(`noted-${ms}`, ms, "steps/outcome-noted@1", {
      experiment: "exp-1",
      status: "done",
      outcome,
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "",
    });
  const shown = (...events: readonly Recorded[]) => experiment(replay(events), "exp-1");

  test("agree that the earlier prediction stands", () => {
    expect(shown(planned, predicted(7, 70, "a"), predicted(5, 50, "b"))?.prediction?.help).toBe(50);
  });

  test("agree by device where the clocks say the same", () => {
    expect(shown(planned, predicted(5, 70, "b"), predicted(5, 50, "a"))?.prediction?.help).toBe(50);
  });

  test("agree that a prediction after the outcome is none", () => {
    expect(shown(planned, noted(5, "yes"), predicted(6, 90, "b"))).toMatchObject({ prediction: null, stage: "closed" });
    expect(shown(planned, noted(6, "yes"), predicted(5, 90, "b"))?.prediction?.help).toBe(90);
  });

  test("agree that a prediction after the ask went out is none", () => {
    const sent = read("sent", 5, "asks/sent@1", {
      ask: "ask-1",
      experiment: "exp-1",
      person: null,
      words: "?",
      channel: "said",
      silence: null,
    });
    expect(shown(planned, sent, predicted(6, 90, "b"))).toMatchObject({ prediction: null, stage: "waiting" });
  });

  test("show nothing of an experiment whose plan has not come, and all of it once it has", () => {
    const early = [predicted(5, 50, "a"), noted(9, "yes")];
    expect(shown(...early)).toBeNull();
    expect(shown(...early, planned)).toMatchObject({ prediction: { help: 50 }, outcome: { outcome: "yes" } });
  });

  test("count a reply that both fetched once, where it came first", () => {
    const prepared = read("prepared", 2, "asks/prepared@1", {
      ask: "ask-1",
      experiment: "exp-1",
      words: "?",
      from: "Me",
      howItWas: true,
      link: { mailbox: "00", secret: "00", replyKey: "00", ownerProof: "00", closesOn: "2026-05-08" },
    });
    const fetched = (ms: number, device: string, id = "reply-1") =>
      read(
        id,
        ms,
        "asks/answered@1",
        {
          ask: "ask-1",
          reply: "reply-1",
          answer: "yes",
          words: "",
          burden: null,
          glad: null,
          notThisMonth: false,
        },
        device,
      );
    const both = shown(planned, prepared, fetched(9, "b"), fetched(8, "a"));
    expect(both?.answers.map(({ at }) => at[0])).toEqual([8]);
    const renamed = shown(planned, prepared, fetched(9, "b", "event-1"), fetched(8, "a", "event-2"));
    expect(renamed?.answers.map(({ at }) => at[0])).toEqual([8]);
  });
});

describe("tries worked out a few at a time", () => {
  const played = (count: number) => {
    const app = rehearse();
    for (let index = 0; index < count; index += 1) {
      const id = app.run(say.plan(null));
      app.run(say.predict(id));
      if (index % 3 === 0) app.run(say.tell(id));
      if (index % 3 === 1) app.run(say.answer(app.run(say.prepare(id)), `reply-${index}`));
      if (index % 4 !== 0) app.run(say.outcome(id, index % 5 === 0 ? "later" : "no"));
    }
    return app.state();
  };

  const drain = (state: ReturnType<typeof played>) => {
    const pieces = triesInPieces(state);
    let pauses = 0;
    for (let step = pieces.next(); ; step = pieces.next()) {
      if (step.done === true) return { pauses, found: step.value };
      pauses += 1;
    }
  };

  test.each([0, 1, 23, 120])("are those worked out at once: %i", (count) => {
    const state = played(count);
    expect(drain(state).found).toEqual({ experiments: experiments(state), trials: trials(state) });
    expect(experiments(state)).toHaveLength(count);
    expect(outcomesNoted(state)).toBe(experiments(state).filter(({ outcome }) => outcome !== null).length);
  });

  test("pause more often the more there are", () => {
    expect(drain(emptyState).pauses).toBe(0);
    expect(drain(played(120)).pauses).toBeGreaterThan(drain(played(23)).pauses);
  });
});

describe("after one entry more", () => {
  const two = () => {
    const app = rehearse();
    const [first, second] = [app.run(say.plan(null)), app.run(say.plan(null))];
    app.run(say.predict(first));
    const ask = app.run(say.prepare(first));
    const before = experiments(app.state());
    return { app, first, second, ask, before };
  };
  const byId = (all: ReturnType<typeof experiments>, id: string) => all.find((one) => one.id === id);

  test("an experiment that it does not touch is the very same, so that nothing is worked out twice", () => {
    const { app, first, second, before } = two();
    app.run(say.outcome(second, "no"));
    const after = experiments(app.state());
    expect(byId(after, first)).toBe(byId(before, first));
    expect(byId(after, second)).not.toEqual(byId(before, second));
  });

  test("an experiment shows what came to its ask, though its own plan did not change", () => {
    const { app, first, ask, before } = two();
    app.run(say.answer(ask, "reply-1"));
    const after = byId(experiments(app.state()), first);
    expect(byId(before, first)?.answers).toEqual([]);
    expect(after).toMatchObject({ stage: "answered", answers: [{ reply: "reply-1" }] });
    expect(trials(app.state()).map(({ id }) => id)).toEqual([first]);
  });
});
