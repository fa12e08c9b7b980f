/** Tests the fold of people and beliefs against the plainest reading there is: sort the log, then do what it says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  beliefs,
  compareOrder,
  parseEvent,
  people,
  replay,
  rings,
  safeties,
  type EventKind,
  type Recorded,
} from "./index.ts";
import { deviceNamed } from "./rehearsal.ts";

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const percent = fc.integer({ min: 0, max: 100 });
const who = fc.constantFrom("per-1", "per-2", "per-3");
const belief = fc.constantFrom("bel-1", "bel-2");
const name = fc.constantFrom("Ana", "Bo", "Cy");
const ring = fc.constantFrom(...rings);
const fixed = { role: "friend", comfort: null } as const;
const withKind = (kind: EventKind, body: fc.Arbitrary<object>) => body.map((b) => ({ kind, b }));

const draft = fc.oneof(
  withKind(
    "circle/added@1",
    fc.record({ person: who, nickname: name, ring, trust: orNull(percent) }).map((body) => ({ ...body, ...fixed })),
  ),
  withKind(
    "circle/changed@1",
    fc
      .record({ person: who, nickname: orNull(name), ring: orNull(ring), trust: orNull(percent) })
      .map((body) => ({ ...body, role: null, comfort: null })),
  ),
  withKind("circle/removed@1", fc.record({ person: who })),
  withKind(
    "circle/safety-rated@1",
    fc.record({ person: who, safety: fc.constantFrom(...safeties), note: fc.constant("") }),
  ),
  withKind("circle/harm-noted@1", fc.record({ person: who, on: fc.constant("2026-05-01"), note: fc.constant("") })),
  withKind("beliefs/rated@1", fc.record({ belief, strength: percent })),
);

const log = fc
  .array(fc.tuple(draft, fc.integer({ min: 0, max: 9 }), fc.constantFrom("a", "b")), { maxLength: 40 })
  .map((drafts) =>
    drafts.map(([{ kind, b }, ms, device], i): Recorded => {
      const parsed = parseEvent({ id: `event-${i}`, k: kind, t: [ms, 0], d: "2026-05-01", b }, deviceNamed(device));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      return parsed.value;
    }),
  );

/** One person as a plain record that is overwritten as the log goes on. */
type Row = { nickname: string; ring: string; trust: number | null; safety: string; harmed: boolean };

/** Reads a log whose additions come first, so that nothing is said about somebody who is not there yet. */
const plainly = (events: readonly Recorded[]) => {
  const rows = new Map<string, Row>();
  const gone = new Set<string>();
  const ratings = new Map<string, number[]>();
  for (const { kind, body } of events.toSorted(compareOrder)) {
    if (kind === "circle/added@1") {
      const { nickname, ring: at, trust } = body;
      rows.set(body.person, { safety: "unsure", harmed: false, ...rows.get(body.person), nickname, ring: at, trust });
    } else if (kind === "circle/removed@1") gone.add(body.person);
    else if (kind === "beliefs/rated@1") {
      ratings.set(body.belief, [...(ratings.get(body.belief) ?? []), body.strength]);
    }
    const row = "person" in body && body.person !== null ? rows.get(body.person) : undefined;
    if (row === undefined) continue;
    if (kind === "circle/changed@1") {
      row.nickname = body.nickname ?? row.nickname;
      row.ring = body.ring ?? row.ring;
      row.trust = body.trust ?? row.trust;
    } else if (kind === "circle/safety-rated@1") row.safety = body.safety;
    else if (kind === "circle/harm-noted@1") row.harmed = true;
  }
  for (const id of gone) rows.delete(id);
  return { rows, ratings };
};

/** Everybody is added at the very beginning; what is added again later counts as a change. */
const beginning: readonly Recorded[] = ["per-1", "per-2", "per-3"].map((person, i) => {
  const b = { person, nickname: "First", ring: "near", trust: null, ...fixed };
  const json = { id: `begin-${i}`, k: "circle/added@1", t: [0, 0], d: "2026-05-01", b };
  const parsed = parseEvent(json, deviceNamed("0"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
});

test("people are what a plain reading of the log makes of them", () => {
  fc.assert(
    fc.property(log, (events) => {
      const all = [...events, ...beginning];
      const { rows } = plainly(all);
      const shown = people(replay(all)).map(({ id, nickname, ring: at, trust, safety, harmed }) => [
        id,
        { nickname, ring: at, trust, safety, harmed },
      ]);
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(rows));
    }),
    { numRuns: 300 },
  );
});

test("beliefs are what a plain reading of the log makes of them", () => {
  fc.assert(
    fc.property(log, (events) => {
      const { ratings } = plainly(events);
      for (const { id, strength, ratings: shown } of beliefs(replay(events), ["bel-1", "bel-2"])) {
        expect(shown.map((rating) => rating.strength)).toEqual(ratings.get(id) ?? []);
        expect(strength).toBe(ratings.get(id)?.at(-1) ?? null);
      }
    }),
    { numRuns: 200 },
  );
});
