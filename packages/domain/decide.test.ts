/** Laws of deciding: it is pure, a retry decides the same, and what is decided can be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  emptyState,
  encodeEvent,
  evolve,
  experiments,
  originsCeiling,
  originsOn,
  outcomes,
  parseEvent,
  people,
  statuses,
  type Command,
  type Recorded,
  type State,
} from "./index.ts";
import { viewOffers } from "./offers/view.ts";
import { deviceNamed, noConcern, plainStep, say, soloStep, stampOf, theDay } from "./rehearsal.ts";

const device = deviceNamed("c");
const text = fc.string({ unit: "grapheme", maxLength: 6 });
const wild = fc.oneof(fc.integer({ min: -5, max: 110 }), fc.constant(null), fc.double());

/** What commands are made of: ids of few things, numbers that may be none, and words. */
const fields = fc.record({
  id: fc.constantFrom("id-0", "id-1", "id-2", "id-3", "id-4", "nothing"),
  other: fc.constantFrom("id-0", "id-1", "id-2", "id-5"),
  number: wild,
  text,
  outcome: fc.constantFrom(...outcomes),
  status: fc.constantFrom(...statuses),
  flag: fc.boolean(),
});

/** Commands about a few people and experiments, most of them sensible, some of them not. */
const command: fc.Arbitrary<Command> = fields.chain(({ id, other, number, text: words, outcome, status, flag }) => {
  const percent = number;
  return fc.constantFrom<Command>(
    { kind: "checkin/note", energy: percent, cues: [], carrying: words },
    say.add(words),
    { kind: "circle/remove", person: id },
    { kind: "circle/rate-safety", person: id, safety: flag ? "unsafe" : "safe", note: words },
    { kind: "circle/note-harm", person: id, on: "2026-05-01", note: words },
    { kind: "circle/screen", person: id, strand: "ask", depth: flag ? "first" : "larger", answers: noConcern },
    say.screen(id),
    say.plan(id, flag ? plainStep : soloStep),
    say.plan(null),
    say.predict(id, percent, percent),
    { ...say.outcome(id, outcome), status, peak: percent },
    say.tell(id, flag ? other : null),
    say.prepare(id),
    say.sendLink(other, id, flag ? id : null),
    say.answer(id, flag ? "reply-1" : "reply-2"),
    { kind: "asks/close", ask: id },
    { kind: "beliefs/add", text: words },
    { kind: "beliefs/weigh", belief: id, experiment: other, verdict: "for", because: words },
    { kind: "settings/choose", country: null, signAs: words, keepCopy: flag, touch: null },
  );
});

/** Commands of the rooms around the loop, about the same few things. */
const roomCommand: fc.Arbitrary<Command> = fields.chain(({ id, other, number, text: words, flag }) => {
  const percent = number;
  return fc.constantFrom<Command>(
    { kind: "circle/note-exchange", person: id, way: "given", what: words, on: "2026-05-01" },
    { kind: "circle/add-askable", person: id, what: words },
    { kind: "circle/remove-askable", person: id, askable: other },
    { kind: "beliefs/question", belief: id, answer: "alarm", because: words },
    { kind: "beliefs/rate-alternative", belief: id, strength: number ?? 50 },
    { kind: "load/add", title: words, sort: "emotional" },
    { kind: "load/decide", load: id, choice: flag ? "keep" : "share", why: words, enough: "" },
    { kind: "load/link", load: id, experiment: other },
    { kind: "load/put-down", load: id },
    { kind: "load/set-limit", text: words },
    { kind: "load/drop-limit", limit: id },
    { kind: "offers/make", person: flag ? id : null, what: words, when: "", often: "", ask: null },
    { kind: "offers/take", offer: id, experiment: other },
    { kind: "offers/end", offer: id },
    { kind: "origins/switch", on: flag },
    { kind: "origins/begin", before: number ?? 0 },
    { kind: "origins/end", session: id, after: percent, end: "done", familiar: [other], kept: words },
    { kind: "origins/forget", session: id },
    { kind: "pauses/take", cue: flag ? id : null, when: null, choice: "wait" },
  );
});

const script = fc.array(command, { minLength: 1, maxLength: 25 });
const wideScript = fc.array(fc.oneof(command, roomCommand), { minLength: 1, maxLength: 40 });

/** Somebody with an offer and a try, then warnings, second thoughts, and offers made and taken. */
const offerScript = fc
  .array(
    fc.constantFrom<Command>(
      { kind: "circle/rate-safety", person: "id-0", safety: "unsafe", note: "" },
      { kind: "circle/rate-safety", person: "id-0", safety: "safe", note: "" },
      { kind: "circle/note-harm", person: "id-0", on: "2026-05-01", note: "" },
      { kind: "offers/make", person: "id-0", what: "A meal", when: "", often: "", ask: null },
      { kind: "offers/take", offer: "id-1", experiment: "id-2" },
    ),
    { maxLength: 8 },
  )
  .map((rest): readonly Command[] => [
    say.add("Ana"),
    { kind: "offers/make", person: "id-0", what: "A lift", when: "", often: "", ask: null },
    say.plan(null),
    ...rest,
  ]);

/** The origins room, switched on and off and entered at any distress. */
const originsScript = fc.array(
  fc.oneof(
    fc.boolean().map((on): Command => ({ kind: "origins/switch", on })),
    wild.map((before): Command => ({ kind: "origins/begin", before: before ?? 70 })),
  ),
  { maxLength: 12 },
);

/** Plays a script, and looks at each step. */
const play = (commands: readonly Command[], look: (state: State, one: Command, n: number) => void): State => {
  let state = emptyState;
  commands.forEach((one, n) => {
    look(state, one, n);
    const decided = decide(state, one, stampOf(`id-${n}`));
    if (!decided.ok) return;
    for (const fact of decided.value) {
      const event: Recorded = { id: `event-${n}`, at: [n, 0, device], day: theDay("2026-05-01"), ...fact };
      state = evolve(state, event);
    }
  });
  return state;
};

describe("whatever is commanded", () => {
  test("what is decided can be written, read and folded", () => {
    fc.assert(
      fc.property(wideScript, (commands) => {
        play(commands, (state, one, n) => {
          const decided = decide(state, one, stampOf(`id-${n}`));
          for (const fact of decided.ok ? decided.value : []) {
            const event: Recorded = { id: `event-${n}`, at: [n, 0, device], day: theDay("2026-05-01"), ...fact };
            expect(parseEvent(JSON.parse(JSON.stringify(encodeEvent(event))), device)).toEqual({
              ok: true,
              value: event,
            });
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test("the same command with the same stamp decides the same, and changes nothing by itself", () => {
    fc.assert(
      fc.property(wideScript, (commands) => {
        play(commands, (state, one, n) => {
          const before = structuredClone(state);
          const stamp = stampOf(`id-${n}`);
          expect(decide(state, one, stamp)).toEqual(decide(state, one, stamp));
          expect(state).toEqual(before);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("no plan is made, and nothing is sent, with a person who is flagged or did harm", () => {
    fc.assert(
      fc.property(script, (commands) => {
        play(commands, (state, one, n) => {
          if (one.kind !== "steps/plan" && one.kind !== "asks/send") return;
          const whom = people(state).find(({ id }) => id === one.person);
          if (whom === undefined || (whom.safety !== "unsafe" && !whom.harmed)) return;
          expect(decide(state, one, stampOf(`id-${n}`)).ok).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("no offer is noted or taken of a person who is flagged or did harm", () => {
    fc.assert(
      fc.property(offerScript, (commands) => {
        play(commands, (state, one, n) => {
          const made = viewOffers(state.offers).find(({ id }) => one.kind === "offers/take" && id === one.offer);
          const from = one.kind === "offers/make" ? one.person : (made?.person ?? null);
          const whom = people(state).find(({ id }) => id === from);
          if (whom === undefined || (whom.safety !== "unsafe" && !whom.harmed)) return;
          expect(decide(state, one, stampOf(`id-${n}`)).ok).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("no sitting begins while the origins room is off, or from the ceiling on", () => {
    fc.assert(
      fc.property(originsScript, (commands) => {
        play(commands, (state, one, n) => {
          if (one.kind !== "origins/begin") return;
          const fits = Number.isInteger(one.before) && one.before >= 0 && one.before < originsCeiling;
          expect(decide(state, one, stampOf(`id-${n}`)).ok).toBe(originsOn(state) && fits);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("on one device a prediction that was accepted is shown, unchanged, for ever", () => {
    fc.assert(
      fc.property(script, (commands) => {
        const accepted = new Map<string, number | null>();
        const state = play(commands, (before, one, n) => {
          if (one.kind === "steps/predict" && decide(before, one, stampOf(`id-${n}`)).ok)
            accepted.set(one.experiment, one.help);
        });
        for (const { id, prediction } of experiments(state)) {
          expect(prediction?.help ?? null).toEqual(Object.is(accepted.get(id), -0) ? 0 : (accepted.get(id) ?? null));
        }
      }),
      { numRuns: 300 },
    );
  });
});
