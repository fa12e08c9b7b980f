/** Tests the fold of the rooms around the loop against the plainest reading: sort the log, then do what it says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareOrder,
  lastShiftRound,
  limits,
  loads,
  offers,
  originsOn,
  originsSessions,
  parseEvent,
  replay,
  safetyPlan,
  settings,
  shifts,
  signs,
  type EventKind,
  type Recorded,
} from "./index.ts";
import { deviceNamed } from "./rehearsal.ts";
import { bodies, day } from "./sample-bodies.ts";

const kinds: readonly EventKind[] = [
  "load/added@1",
  "load/decided@1",
  "load/put-down@1",
  "load/limit-set@1",
  "load/limit-dropped@1",
  "offers/made@1",
  "offers/ended@1",
  "origins/switched@1",
  "origins/begun@1",
  "origins/ended@1",
  "origins/forgotten@1",
  "plan/line-written@1",
  "plan/line-removed@1",
  "shifts/answered@1",
  "signs/answered@1",
  "settings/pace-chosen@1",
];

const draft = fc.constantFrom(...kinds).chain((k) => fc.record({ k: fc.constant(k), d: day, b: bodies[k] }));

/** Logs in which every fact has a place of its own, in some order of arrival. */
const log = fc.array(draft, { maxLength: 60 }).chain((drafts) =>
  fc.shuffledSubarray(
    drafts.map((json, i): Recorded => {
      const parsed = parseEvent({ ...json, id: `event-${i}`, t: [i, 0] }, deviceNamed("a"));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      return parsed.value;
    }),
    { minLength: drafts.length },
  ),
);

/** What each thing is by the plain reading: one pass over the sorted log, each kind in its own line. */
const plainly = (events: readonly Recorded[]) => {
  const load = new Map<string, { title: string; putDown: string | null; choices: string[] }>();
  const early = { choices: new Map<string, string[]>(), putDown: new Map<string, string>() };
  const limit = new Map<string, string>();
  const offer = new Map<string, string>();
  const session = new Map<string, { before: number; end: string | null }>();
  const ended = new Map<string, string>();
  const gone = new Set<string>();
  const plan = new Map<string, string>();
  const levels = new Map<string, Map<string, number>>();
  const replies = new Map<string, string>();
  let on = false;
  let pace = "as-now";
  let round: string | null = null;
  for (const { kind, body, day: today } of events.toSorted(compareOrder)) {
    if (kind === "load/added@1" && !load.has(body.load))
      load.set(body.load, { title: body.title, putDown: null, choices: [] });
    if (kind === "load/decided@1") early.choices.set(body.load, [...(early.choices.get(body.load) ?? []), body.choice]);
    if (kind === "load/put-down@1" && !early.putDown.has(body.load)) early.putDown.set(body.load, today);
    if (kind === "load/limit-set@1" && !limit.has(body.limit)) limit.set(body.limit, body.text);
    if (kind === "load/limit-dropped@1") gone.add(body.limit);
    if (kind === "offers/made@1" && !offer.has(body.offer) && body.person === null) offer.set(body.offer, body.what);
    // Nobody is on the circle in these logs, so an offer of somebody is of somebody unknown, and hides the id.
    if (kind === "offers/made@1" && !offer.has(body.offer)) offer.set(body.offer, "");
    if (kind === "offers/ended@1") gone.add(body.offer);
    if (kind === "origins/switched@1") on = body.on;
    if (kind === "origins/begun@1" && !session.has(body.session))
      session.set(body.session, { before: body.before, end: null });
    if (kind === "origins/ended@1") ended.set(body.session, body.end);
    if (kind === "origins/forgotten@1") gone.add(body.session);
    if (kind === "plan/line-written@1") plan.set(body.line, `${body.part}: ${body.text}`);
    if (kind === "plan/line-removed@1") gone.add(body.line);
    if (kind === "shifts/answered@1") {
      round = today;
      for (const { shift, level } of body.answers)
        levels.set(shift, new Map(levels.get(shift) ?? []).set(today, level));
    }
    if (kind === "signs/answered@1") for (const { sign, reply } of body.answers) replies.set(sign, reply);
    if (kind === "settings/pace-chosen@1") pace = body.pace;
  }
  for (const [id, row] of load) {
    row.choices = early.choices.get(id) ?? [];
    row.putDown = early.putDown.get(id) ?? null;
  }
  for (const [id, row] of session) row.end = ended.get(id) ?? null;
  const standing = <T>(all: ReadonlyMap<string, T>) => [...all].filter(([id]) => !gone.has(id));
  return {
    loads: [...load].map(([id, row]) => ({ id, ...row })),
    limits: standing(limit).map(([, text]) => text),
    offers: standing(offer).flatMap(([, what]) => (what === "" ? [] : [what])),
    plan: standing(plan).map(([, line]) => line),
    origins: [on, standing(session).map(([id, row]) => ({ id, ...row }))],
    shifts: [levels.get("shf-1"), levels.get("shf-2")].map((days) =>
      [...(days ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    round,
    replies,
    pace,
  };
};

test("the rooms are what a plain reading of the log makes of them", () => {
  fc.assert(
    fc.property(log, (events) => {
      const state = replay(events);
      const plain = plainly(events);
      expect(
        loads(state).map(({ id, title, putDownOn, decisions }) => ({
          id,
          title,
          putDown: putDownOn,
          choices: decisions.map(({ choice }) => choice),
        })),
      ).toEqual(plain.loads);
      expect(limits(state).map(({ text }) => text)).toEqual(plain.limits);
      expect(offers(state).map(({ what }) => what)).toEqual(plain.offers);
      expect(safetyPlan(state).map(({ part, text }) => `${part}: ${text}`)).toEqual(plain.plan);
      const sittings = originsSessions(state).map(({ id, before, end }) => ({ id, before, end }));
      expect([originsOn(state), sittings.toReversed()]).toEqual(plain.origins);
      const courses = shifts(state, ["shf-1", "shf-2"]).map(({ points }) => points.map((one) => [one.day, one.level]));
      expect(courses).toEqual(plain.shifts);
      expect(lastShiftRound(state)).toBe(plain.round);
      expect(new Map(signs(state).map(({ sign, reply }) => [sign, reply]))).toEqual(plain.replies);
      expect(settings(state).pace).toBe(plain.pace);
    }),
    { numRuns: 300 },
  );
});
