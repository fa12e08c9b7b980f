/** Tests the fold as a whole. */
import { expect, test } from "vitest";
import { parseDay } from "@belay/basics";
import { decide, emptyState, encodeEvent, evolve, experiments, parseEvent, type Command, type Recorded, type State } from "./index.ts";

const device = "0".repeat(32);
const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error("no day");
  return parsed.value;
};

test("smoke", () => {
  let state: State = emptyState;
  let n = 0;
  const run = (command: Command): string => {
    n += 1;
    const id = `id-${n}` as never;
    const decided = decide(state, command, { at: n, day: day("2026-05-01"), id });
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    for (const fact of decided.value) {
      const event: Recorded = { id: `e-${n}`, at: [n, 0, device], day: day("2026-05-01"), ...fact };
      const back = parseEvent(JSON.parse(JSON.stringify(encodeEvent(event))), device);
      expect(back).toEqual({ ok: true, value: event });
      state = evolve(state, event);
    }
    return id;
  };
  const experiment = run({
    kind: "steps/plan", person: null, context: null, origin: "engine",
    step: { id: "ask-the-way", strand: "ask", title: "x", difficulty: 8, cost: 0.1, needsPerson: false, roles: [], contexts: ["in-person"], disclosure: "none", touch: false },
  });
  run({ kind: "steps/predict", experiment, help: 50, bad: null, feared: "", sign: "", beliefs: [] });
  expect(experiments(state)[0]?.stage).toBe("predicted");
});
