/** Holds a way to every reason to refuse, and that a refusal records nothing and repeats no text. */
import { describe, expect, test } from "vitest";
import { decide, type Command, type Refusal } from "./index.ts";
import { noConcern, plainStep, rehearse, say, soloStep, stampOf, type Rehearsal } from "./rehearsal.ts";

/** Each reason, with what leads to it. Leaving one out does not compile. */
const ways: { readonly [T in Refusal["type"]]: (app: Rehearsal) => Command } = {
  BadField: () => say.add(""),
  NotFound: () => say.predict("nothing"),
  PersonUnsafe: (app) => {
    const ana = app.run(say.add("Ana"));
    app.run({ kind: "circle/note-harm", person: ana, on: "2026-05-01", note: "" });
    return say.plan(ana);
  },
  ScreenFirst: (app) => say.plan(app.run(say.add("Ana"))),
  ScreenStopped: (app) => {
    const ana = app.run(say.add("Ana"));
    app.run({
      kind: "circle/screen",
      person: ana,
      strand: "ask",
      depth: "first",
      answers: { ...noConcern, risky: "yes" },
    });
    return say.plan(ana);
  },
  TouchOff: () => say.plan(null, { ...soloStep, touch: true }),
  PredictFirst: (app) => say.tell(app.run(say.plan(null))),
  PredictionFixed: (app) => {
    const id = app.run(say.plan(null));
    app.run(say.predict(id));
    return say.predict(id);
  },
  AskClosed: (app) => {
    const id = app.run(say.plan(null));
    app.run(say.predict(id));
    const ask = app.run(say.prepare(id));
    app.run({ kind: "asks/close", ask });
    return say.sendLink(ask, id);
  },
  OriginsOff: () => ({ kind: "origins/begin", before: 10 }),
  TooMuchToday: (app) => {
    app.run({ kind: "origins/switch", on: true });
    return { kind: "origins/begin", before: 70 };
  },
  TestFirst: (app) => {
    const experiment = app.run(say.plan(null));
    return { kind: "beliefs/weigh", belief: "bel-01", experiment, verdict: "for", because: "" };
  },
  TestFixed: (app) => {
    const experiment = app.run(say.plan(null));
    app.run({ kind: "beliefs/agree-test", belief: "bel-01", countsFor: "A sigh.", countsAgainst: "None." });
    app.run({ kind: "beliefs/weigh", belief: "bel-01", experiment, verdict: "for", because: "" });
    return { kind: "beliefs/agree-test", belief: "bel-01", countsFor: "", countsAgainst: "" };
  },
};

describe.each(Object.entries(ways))("the refusal %s", (type, lead) => {
  test("is reached, and records nothing", () => {
    const app = rehearse();
    const command = lead(app);
    const before = { state: app.state(), events: app.events().length };
    expect(app.refused(command).type).toBe(type);
    expect({ state: app.state(), events: app.events().length }).toEqual(before);
  });
});

describe("what is not there", () => {
  /** A command about each thing that has an id, with the name of the thing. */
  const missing: readonly (readonly [string, Command])[] = [
    ["person", { kind: "circle/note-exchange", person: "nothing", way: "given", what: "A lift", on: "2026-05-01" }],
    ["person", { kind: "circle/add-askable", person: "nothing", what: "A lift" }],
    ["person", { kind: "circle/remove-askable", person: "nothing", askable: "nothing" }],
    ["person", { kind: "offers/make", person: "nothing", what: "A lift", when: "", often: "", ask: null }],
    ["step", { kind: "steps/remove-own", step: "nothing" }],
    ["experiment", say.outcome("nothing", "yes")],
    ["ask", { kind: "asks/close", ask: "nothing" }],
    ["load", { kind: "load/decide", load: "nothing", choice: "keep", why: "", enough: "" }],
    ["load", { kind: "load/link", load: "nothing", experiment: "nothing" }],
    ["load", { kind: "load/put-down", load: "nothing" }],
    ["limit", { kind: "load/drop-limit", limit: "nothing" }],
    ["offer", { kind: "offers/end", offer: "nothing" }],
    ["offer", { kind: "offers/take", offer: "nothing", experiment: "nothing" }],
    ["session", { kind: "origins/end", session: "nothing", after: null, end: "done", familiar: [], kept: "" }],
    ["session", { kind: "origins/forget", session: "nothing" }],
  ];

  test.each(missing)("is named for what it is: %s (%j)", (what, command) => {
    expect(rehearse().refused(command)).toEqual({ type: "NotFound", what, id: "nothing" });
  });
});

describe("hostile text in a command", () => {
  const hostile = [
    ["markup", "<img src=x onerror=alert(1)>"],
    ["half a pair", "\ud83c"],
    ["far too long", "x".repeat(1_000_000)],
    ["nothing", ""],
    ["zero bytes", "\u0000"],
    ["a name of the prototype", "__proto__"],
  ] as const;

  /** Every field of every command that takes free text. */
  const typed: readonly ((text: string) => Command)[] = [
    (text) => ({ kind: "checkin/note", energy: 1, cues: [text], carrying: text }),
    (text) => say.add(text),
    (text) => say.plan(null, { ...plainStep, needsPerson: false, title: text }),
    (text) => ({ ...say.outcome("exp-1", "yes"), experiment: text, learnt: text }),
    (text) => ({ kind: "steps/note-alone", title: text, verdict: null, note: text }),
    (text) => ({ kind: "beliefs/add", text }),
    (text) => ({ kind: "settings/choose", country: text, signAs: text, keepCopy: null, touch: null }),
    (text) => ({ kind: "asks/close", ask: text }),
    (text) => ({ kind: "load/add", title: text, sort: "emotional" }),
    (text) => ({ kind: "load/decide", load: text, choice: "keep", why: text, enough: text }),
    (text) => ({ kind: "load/note-resentment", level: 1, about: text }),
    (text) => ({ kind: "load/set-limit", text }),
    (text) => ({ kind: "offers/make", person: null, what: text, when: text, often: text, ask: null }),
    (text) => ({ kind: "beliefs/question", belief: "bel-01", answer: "alarm", because: text }),
    (text) => ({ kind: "beliefs/set-alternative", belief: "bel-01", text }),
    (text) => ({ kind: "compassion/practise", practice: "kind-01", moment: "any", experiment: null, words: text }),
    (text) => ({ kind: "paths/walk", path: "low-day", experiment: null, chose: "rest", words: text }),
    (text) => ({ kind: "origins/end", session: text, after: 1, end: "done", familiar: [text], kept: text }),
  ];

  test.each(hostile)("(%s) is recorded whole or refused in a few words, and breaks nothing", (_, text) => {
    for (const command of typed.map((make) => make(text))) {
      const decided = decide(rehearse().state(), command, stampOf("id-1"));
      if (decided.ok) expect(JSON.stringify(decided.value)).toContain(JSON.stringify(text).slice(1, -1));
      else if (decided.error.type !== "NotFound") expect(JSON.stringify(decided.error).length).toBeLessThan(100);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  });
});
