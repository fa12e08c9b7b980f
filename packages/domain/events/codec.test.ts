/** Tests the door: what is read, what is refused, and that nothing gets in by another way. */
import { describe, expect, test } from "vitest";
import { encodeEvent, parseEvent } from "./codec.ts";

const device = "a".repeat(32);
const checkin = {
  id: "event-1",
  k: "checkin/noted@1",
  t: [1000, 2],
  d: "2026-05-01",
  b: { energy: 40, cues: ["tight"], carrying: null },
};
const sent = {
  id: "event-2",
  k: "asks/sent@1",
  t: [1000, 2],
  d: "2026-05-01",
  b: { ask: "ask-1", experiment: "exp-1", person: null, words: "Could you?", channel: "said", silence: null },
};
const planned = {
  id: "event-3",
  k: "steps/planned@1",
  t: [0, 0],
  d: "2026-05-01",
  b: {
    experiment: "exp-1",
    step: "stp-1",
    title: "Ask",
    strand: "ask",
    person: null,
    context: null,
    origin: "self",
    difficulty: 10,
    cost: 0.5,
    disclosure: "none",
  },
};

const withBody = (event: { readonly b: object }, b: object) => ({ ...event, b: { ...event.b, ...b } });
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

test("a fact is read with its place, its day and its body", () => {
  expect(parseEvent(checkin, device)).toEqual({
    ok: true,
    value: { id: "event-1", at: [1000, 2, device], day: "2026-05-01", kind: "checkin/noted@1", body: checkin.b },
  });
});

test("a fact is written back as it was read", () => {
  for (const json of [checkin, sent, planned]) {
    const parsed = parseEvent(json, device);
    expect(parsed.ok && encodeEvent(parsed.value)).toEqual(json);
  }
});

test.each([
  "checkin/noted@2",
  "checkin/noted@10",
  "origins/written@1",
  "a/b@1",
  "steps/constructor@1",
  "constructor/x@9999",
])("a well-named kind from a newer version is kept apart: %s", (k) => {
  expect(parseEvent({ ...checkin, k }, device)).toEqual({ ok: false, error: { type: "UnknownKind", kind: k } });
});

test("a newer version may even change what stands around the body", () => {
  expect(parseEvent({ k: "checkin/noted@2", new: true }, device)).toEqual({
    ok: false,
    error: { type: "UnknownKind", kind: "checkin/noted@2" },
  });
});

test.each([
  ["no name", { ...checkin, k: undefined }],
  ["a number for a name", { ...checkin, k: 1 }],
  ["no version", { ...checkin, k: "checkin/noted" }],
  ["version 0", { ...checkin, k: "checkin/noted@0" }],
  ["a version with five digits", { ...checkin, k: "checkin/noted@10000" }],
  ["upper case", { ...checkin, k: "Checkin/noted@1" }],
  ["a name of the prototype", { ...checkin, k: "__proto__" }],
  ["another name of the prototype", { ...checkin, k: "toString" }],
  ["a line break after the name", { ...checkin, k: "checkin/noted@1\n" }],
  ["a name longer than any", { ...checkin, k: `${"a".repeat(60)}/noted@1` }],
  ["an inherited name", Object.create(checkin)],
  ["null", null],
  ["text", "checkin/noted@1"],
  ["a number", 1],
  ["NaN", Number.NaN],
  ["nothing", undefined],
  ["an empty list", []],
  ["a list with a name", Object.assign([], { kind: "checkin/noted@1" })],
  ["true", true],
  ["deep nesting", deep(5000)],
])("what has no proper name is malformed: %s", (_, json) => {
  expect(parseEvent(json, device)).toEqual({ ok: false, error: { type: "BadEvent", field: "k" } });
});

test.each([
  ["id", { ...checkin, id: "" }],
  ["id", { ...checkin, id: "ab" }],
  ["id", { ...checkin, id: "x".repeat(65) }],
  ["id", { ...checkin, id: "with space" }],
  ["id", { ...checkin, id: "../../etc" }],
  ["id", { ...checkin, id: 7 }],
  ["id", { k: checkin.k, t: checkin.t, d: checkin.d, b: checkin.b }],
  ["t", { ...checkin, t: "now" }],
  ["t", { ...checkin, t: [] }],
  ["t", { ...checkin, t: [1] }],
  ["t", { ...checkin, t: [1, 2, 3] }],
  ["t", { ...checkin, t: [-1, 0] }],
  ["t", { ...checkin, t: [2 ** 48, 0] }],
  ["t", { ...checkin, t: [1.5, 0] }],
  ["t", { ...checkin, t: [1, 65_536] }],
  ["t", { ...checkin, t: [Number.NaN, 0] }],
  ["t", { ...checkin, t: [Number.POSITIVE_INFINITY, 0] }],
  ["t", { ...checkin, t: ["1", "2"] }],
  ["t", { ...checkin, t: [1n, 0] }],
  ["t", { ...checkin, t: { 0: 1, 1: 2, length: 2 } }],
  ["d", { ...checkin, d: "2026-02-30" }],
  ["d", { ...checkin, d: "1969-12-31" }],
  ["d", { ...checkin, d: "+012026-01-01" }],
  ["d", { ...checkin, d: `2026-05-01${" ".repeat(1_000_000)}` }],
  ["d", { ...checkin, d: 20260501 }],
  ["event", { ...checkin, extra: 1 }],
  ["event", JSON.parse(JSON.stringify(checkin).replace("{", '{"__proto__":{"admin":true},'))],
])("what stands around the body is bounded: %s", (field, json) => {
  expect(parseEvent(json, device)).toEqual({ ok: false, error: { type: "BadEvent", field } });
});

test.each([
  "",
  "a",
  "A".repeat(32),
  "g".repeat(32),
  "a".repeat(31),
  "a".repeat(33),
  "a".repeat(64),
  `${"a".repeat(32)}\n`,
])("a device that is not 32 lower-case hex digits is refused: %j", (from) => {
  expect(parseEvent(checkin, from)).toEqual({ ok: false, error: { type: "BadEvent", field: "device" } });
});

const long = "x".repeat(4001);
const huge = "x".repeat(5_000_000);

test.each([
  ["body", { ...checkin, b: null }],
  ["body", { ...checkin, b: [] }],
  ["body", { ...checkin, b: [40, [], null] }],
  ["body", { ...checkin, b: "energy" }],
  ["body", { ...checkin, b: deep(5000) }],
  ["body", { id: "event-1", k: "settings/backup-made@1", t: [0, 0], d: "2026-05-01", b: [] }],
  ["body", { id: "event-1", k: "settings/backup-made@1", t: [0, 0], d: "2026-05-01", b: { x: 1 } }],
  ["energy", withBody(checkin, { energy: 101 })],
  ["energy", withBody(checkin, { energy: -1 })],
  ["energy", withBody(checkin, { energy: 40.5 })],
  ["energy", withBody(checkin, { energy: "40" })],
  ["energy", withBody(checkin, { energy: Number.NaN })],
  ["energy", withBody(checkin, { energy: Number.POSITIVE_INFINITY })],
  ["energy", withBody(checkin, { energy: true })],
  ["energy", withBody(checkin, { energy: [40] })],
  ["energy", withBody(checkin, { energy: { valueOf: 40 } })],
  ["energy", withBody(checkin, { energy: undefined })],
  ["cues", withBody(checkin, { cues: null })],
  ["cues", withBody(checkin, { cues: "tight" })],
  ["cues", withBody(checkin, { cues: { length: 1, 0: "tight" } })],
  ["cues", withBody(checkin, { cues: ["no spaces here"] })],
  ["cues", withBody(checkin, { cues: [null] })],
  ["cues", withBody(checkin, { cues: Array.from({ length: 21 }, () => "tight") })],
  ["cues", withBody(checkin, { cues: Array.from({ length: 200_000 }, () => "tight") })],
  ["cues", withBody(checkin, { cues: deep(5000) })],
  ["carrying", withBody(checkin, { carrying: long })],
  ["carrying", withBody(checkin, { carrying: huge })],
  ["carrying", withBody(checkin, { carrying: "half \ud83c a pair" })],
  ["carrying", withBody(checkin, { carrying: "\udf3f" })],
  ["carrying", withBody(checkin, { carrying: new String("boxed") })],
  ["carrying", withBody(checkin, { carrying: deep(5000) })],
  ["words", withBody(sent, { words: "" })],
  ["words", withBody(sent, { words: long })],
  ["words", withBody(sent, { words: "\ud800" })],
  ["channel", withBody(sent, { channel: "Said" })],
  ["channel", withBody(sent, { channel: "__proto__" })],
  ["channel", withBody(sent, { channel: "toString" })],
  ["silence", withBody(sent, { silence: {} })],
  ["silence", withBody(sent, { silence: { by: "2026-05-01", then: "", extra: 1 } })],
  ["silence", withBody(sent, { silence: { by: "2026-13-01", then: "" } })],
  ["silence", withBody(sent, { silence: undefined })],
  ["title", withBody(planned, { title: "" })],
  ["title", withBody(planned, { title: "   " })],
  ["title", withBody(planned, { title: "x".repeat(121) })],
  ["title", withBody(planned, { title: "two\nlines" })],
  ["title", withBody(planned, { title: "a\u0000b" })],
  ["title", withBody(planned, { title: `x${" ".repeat(5_000_000)}x` })],
  ["cost", withBody(planned, { cost: 1.01 })],
  ["cost", withBody(planned, { cost: Number.NaN })],
  ["strand", withBody(planned, { strand: "ASK" })],
  ["person", withBody(planned, { person: "" })],
  ["body", withBody(checkin, { extra: 1 })],
])("a body is held to its shape: %s", (field, json) => {
  expect(parseEvent(json, device)).toEqual({ ok: false, error: { type: "BadEvent", field } });
});

describe("prototypes", () => {
  const poisoned = (text: string): unknown => JSON.parse(text);

  test.each([
    [
      "body",
      '{"id":"event-1","k":"checkin/noted@1","t":[0,0],"d":"2026-05-01","b":{"energy":null,"cues":[],"carrying":null,"__proto__":{"polluted":1}}}',
    ],
    [
      "body",
      '{"id":"event-1","k":"checkin/noted@1","t":[0,0],"d":"2026-05-01","b":{"energy":null,"cues":[],"carrying":null,"constructor":{"prototype":{"polluted":1}}}}',
    ],
    [
      "cues",
      '{"id":"event-1","k":"checkin/noted@1","t":[0,0],"d":"2026-05-01","b":{"__proto__":{"energy":1,"cues":[],"carrying":null},"energy":null}}',
    ],
    [
      "answers",
      '{"id":"event-1","k":"circle/screened@1","t":[0,0],"d":"2026-05-01","b":{"person":"per-1","strand":"ask","depth":"first","answers":{"__proto__":{"hurt":"no"},"hurt":"no","used":"no","risky":"no","debt":"no","work":null}}}',
    ],
  ])("a body cannot bring one: %s", (field, text) => {
    expect(parseEvent(poisoned(text), device)).toEqual({ ok: false, error: { type: "BadEvent", field } });
    expect("polluted" in {}).toBe(false);
  });

  test("what was read is a new object, not the one that was given", () => {
    const parsed = parseEvent(checkin, device);
    expect(parsed.ok && parsed.value.body).not.toBe(checkin.b);
  });
});

describe("what is tidied on reading", () => {
  const bodyOf = (json: unknown) => {
    const parsed = parseEvent(json, device);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return parsed.value.body;
  };

  test("a minus zero becomes zero, since JSON would write it as one", () => {
    expect(bodyOf(withBody(checkin, { energy: -0 }))).toHaveProperty("energy", 0);
    expect(bodyOf(withBody(planned, { difficulty: -0, cost: -0 }))).toMatchObject({ difficulty: 0, cost: 0 });
    const parsed = parseEvent({ ...checkin, t: [-0, -0] }, device);
    expect(parsed.ok && parsed.value.at).toEqual([0, 0, device]);
  });

  test("the ends of a line lose their spaces, a note keeps them", () => {
    expect(bodyOf(withBody(planned, { title: "  Ask \t" }))).toHaveProperty("title", "Ask");
    expect(bodyOf(withBody(checkin, { carrying: " a\n" }))).toHaveProperty("carrying", " a\n");
  });

  test.each(["🌿".repeat(60), "e\u0301", "\u202bright to left\u202c", "a\u200db", "<script>alert(1)</script>"])(
    "any well-formed text is kept as it is: %s",
    (title) => {
      expect(bodyOf(withBody(planned, { title }))).toHaveProperty("title", title);
    },
  );
});

test("a fault never repeats what was given", () => {
  const secret = "sssecret";
  const faults = [
    { ...checkin, [secret]: 1 },
    withBody(checkin, { [secret]: 1 }),
    withBody(checkin, { carrying: `${secret}\ud800` }),
    { ...checkin, id: `${secret} ` },
    { ...checkin, k: `${secret}!` },
  ].map((json) => JSON.stringify(parseEvent(json, device)));
  for (const fault of faults) expect(fault).not.toContain(secret);
});

describe("a fact that another device wrote first", () => {
  const other = "c".repeat(32);
  const copied = { ...checkin, o: other };

  test("keeps its place in the order, whoever copies it", () => {
    const parsed = parseEvent(copied, device);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.at).toEqual([1000, 2, other]);
    expect(encodeEvent(parsed.value, device)).toEqual(copied);
  });

  test("names no device where the writer is the first one", () => {
    const parsed = parseEvent(copied, device);
    expect(parsed.ok && "o" in encodeEvent(parsed.value, other)).toBe(false);
  });

  test.each(["", "C".repeat(32), "c".repeat(31), 7, null])("is refused when it names %j", (o) => {
    expect(parseEvent({ ...checkin, o }, device)).toEqual({ ok: false, error: { type: "BadEvent", field: "o" } });
  });
});
