/** Tests the lines of `measures -- score`: whatever a line holds, there is one line back, and no score that is guessed. */
import { instrumentIds, instruments } from "@belay/measures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rows } from "../../packages/measures/sample-rows.ts";
import { messageOf, repeatedKey, short } from "./message.ts";
import { scoreLine } from "./score-line.ts";

const asked = (line: string | null): unknown => JSON.parse(scoreLine(line));
const of = (instrument: unknown, answers: unknown): unknown => asked(JSON.stringify({ instrument, answers }));
const refused = (reason: string): unknown => ({ scores: {}, refused: reason });

describe("a line that can be scored", () => {
  it.each(rows.filter((_, i) => i % 11 === 2))("of %s gives its scores and nothing else", (id, text, scores) => {
    const answers = (text.includes(" ") ? text.split(" ") : [...text]).map(Number);
    const found = of(id, answers);
    expect(found).toEqual({ scores: expect.any(Object) });
    const got: unknown = typeof found === "object" && found !== null ? Reflect.get(found, "scores") : null;
    for (const [name, value] of Object.entries(scores))
      expect(typeof got === "object" && got !== null ? Reflect.get(got, name) : null).toBeCloseTo(value, 10);
  });

  it.each([
    ["the other order of keys", '{"answers":[1,2],"instrument":"phq2"}'],
    ["space wherever it may stand", ' \t{ "instrument" : "phq2" , "answers" : [ 1 , 2 ] } '],
    ["keys that nobody asked for", '{"id":7,"instrument":"phq2","answers":[1,2],"note":{"a":[1,{"b":"c:d"}]}}'],
    ["numbers spelled another way", '{"instrument":"phq2","answers":[1.0,2e0]}'],
    ["letters spelled another way", '{"\\u0069nstrument":"phq\\u0032","answers":[1,2]}'],
    ["a text that looks like the keys", '{"x":"\\"answers\\":[3]","instrument":"phq2","answers":[1,2]}'],
    ["a very long note", `{"note":"${"y".repeat(300_000)}","instrument":"phq2","answers":[1,2]}`],
    ["a note as deep as a well", `{"note":${"[".repeat(9000)}${"]".repeat(9000)},"instrument":"phq2","answers":[1,2]}`],
    ["a separator inside a text", '{"note":"a\u2028b","instrument":"phq2","answers":[1,2]}'],
    ["a key called __proto__", '{"__proto__":{"answers":[3,3]},"instrument":"phq2","answers":[1,2]}'],
  ])("may have %s", (_what, line) => {
    expect(asked(line)).toEqual({ scores: { total: 3 } });
  });

  it("of the CBI may have gaps", () => {
    expect(of("cbi-personal", [50, null, 100, null, 0, 50])).toEqual({ scores: { total: 50 } });
  });
});

describe("a line that is refused", () => {
  it.each<[string, string | null, string]>([
    ["empty", "", "the line is empty"],
    ["of spaces", "   ", "the line is empty"],
    ["too long", null, "the line is too long"],
    ["half", '{"instrument":"phq2","answers":[1,', "the line is not JSON"],
    ["of words", "phq2 1 2", "the line is not JSON"],
    ["two in one", '{"instrument":"phq2","answers":[1,2]}{}', "the line is not JSON"],
    ["with NaN", '{"instrument":"phq2","answers":[NaN,2]}', "the line is not JSON"],
    ["with Infinity", '{"instrument":"phq2","answers":[Infinity,2]}', "the line is not JSON"],
    ["with a comma too many", '{"instrument":"phq2","answers":[1,2,]}', "the line is not JSON"],
    ["with the other quotes", "{'instrument':'phq2','answers':[1,2]}", "the line is not JSON"],
    ["null", "null", "the line is not a JSON object"],
    ["a number", "7", "the line is not a JSON object"],
    ["a text", '"phq2"', "the line is not a JSON object"],
    ["a list", "[1,2]", "the line is not a JSON object"],
    ["an empty object", "{}", "instrument is missing or not a text"],
    ["with a number for a name", '{"instrument":9,"answers":[1,2]}', "instrument is missing or not a text"],
    ["with a list for a name", '{"instrument":["phq2"],"answers":[1,2]}', "instrument is missing or not a text"],
    ["without answers", '{"instrument":"phq2"}', "answers is missing or not a list"],
    ["with null for answers", '{"instrument":"phq2","answers":null}', "answers is missing or not a list"],
    ["with a text for answers", '{"instrument":"phq2","answers":"12"}', "answers is missing or not a list"],
    ["with an object for answers", '{"instrument":"phq2","answers":{"0":1,"1":2}}', "answers is missing or not a list"],
    ["with a key twice", '{"instrument":"phq2","answers":[3,3],"answers":[1,2]}', 'the key "answers" stands twice'],
    [
      "with a key twice, once in disguise",
      '{"instrument":"phq2","answers":[3,3],"\\u0061nswers":[1,2]}',
      'the key "answers" stands twice',
    ],
    [
      "with a name twice",
      '{"instrument":"phq2","instrument":"gad2","answers":[1,2]}',
      'the key "instrument" stands twice',
    ],
    ["with any key twice", '{"id":1,"id":2,"instrument":"phq2","answers":[1,2]}', 'the key "id" stands twice'],
    ["without end", '{"instrument":"phq2","answers":[1e999,2]}', "answer 1 is not a number"],
  ])("%s", (_what, line, reason) => {
    expect(asked(line)).toEqual(refused(reason));
  });

  it.each<[string, unknown, string]>([
    ["phq2", ["1", 2], "answer 1 is not a number"],
    ["phq2", [1, false], "answer 2 is not a number"],
    ["phq2", [1, [2]], "answer 2 is not a number"],
    ["phq2", [1, {}], "answer 2 is not a number"],
    ["phq2", [1.5, 2], "answer 1 is not a whole number from 0 to 3"],
    ["phq2", [1, 4], "answer 2 is not a whole number from 0 to 3"],
    ["phq2", [-1, 2], "answer 1 is not a whole number from 0 to 3"],
    ["osss3", [5, 1, 1], "answer 1 is not a whole number from 1 to 4"],
    ["cbi-personal", [1, 2, 3, 4, 5, 1], "answer 1 is not a whole number from 0 to 100 in steps of 25"],
    ["phq2", [], "phq2 has 2 items, and there are 0 answers"],
    ["phq2", [1], "phq2 has 2 items, and there is 1 answer"],
    ["phq2", [1, 2, 3], "phq2 has 2 items, and there are 3 answers"],
    ["phq2", [1, null], "1 of 2 items is answered, and phq2 needs 2"],
    ["phq2", [null, null], "0 of 2 items are answered, and phq2 needs 2"],
    ["cbi-personal", [50, null, null, null, null, 50], "2 of 6 items are answered, and cbi-personal needs 3"],
  ])("%s with %j", (id, answers, reason) => {
    expect(of(id, answers)).toEqual(refused(reason));
  });

  it.each(["PHQ9", "phq9 ", "", "__proto__", "constructor", "toString", "hasOwnProperty", "ecr36"])(
    "for there is no instrument %j",
    (id) => {
      expect(of(id, [1, 2])).toEqual(refused(`there is no instrument ${JSON.stringify(id)}`));
    },
  );

  it("for a name as long as a book stays one short line", () => {
    const said = scoreLine(JSON.stringify({ instrument: "x\n".repeat(50_000), answers: [] }));
    expect(said.length).toBeLessThan(200);
    expect(said).not.toContain("\n");
  });

  it("for a gap in any place of any instrument that allows none", () => {
    for (const id of instrumentIds.filter((each) => instruments[each].least === instruments[each].items))
      expect(
        of(
          id,
          Array.from({ length: instruments[id].items }, () => null),
        ),
      ).toMatchObject({
        scores: {},
        refused: expect.stringContaining("0 of "),
      });
  });
});

describe("any line at all", () => {
  it("is answered with one line that either scores or says why not", () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ instrument: fc.constantFrom(...instrumentIds), answers: fc.anything() })
        .map((each) => JSON.stringify(each)),
    );
    fc.assert(
      fc.property(line, (text) => {
        const said = scoreLine(text);
        expect(said).not.toMatch(/[\n\r]/);
        const found: unknown = JSON.parse(said);
        expect(found).toHaveProperty("scores");
        if (typeof found === "object" && found !== null && "refused" in found)
          expect(found).toHaveProperty("scores", {});
      }),
    );
  });
});

describe("a message", () => {
  it.each<[string, string | null]>([
    ['{"a":1,"b":2}', null],
    ['{"a":1,"a":2}', "a"],
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', null],
    ['{"a":"{\\"a\\":1}","b":"a\\":"}', null],
    ['{"a":{"b":1,"b":2}}', null],
    ['{"a":[1,2,{"c":"]"}],"x":1,"a":0}', "a"],
    ['{"":1,"":2}', ""],
    ["{}", null],
  ])("%s has the key twice: %j", (text, key) => {
    expect(repeatedKey(text)).toBe(key);
  });

  it("that is fine gives its fields", () => {
    const found = messageOf('{"a":1,"b":null}');
    expect(found).toEqual({ ok: true, fields: { a: 1, b: null } });
  });

  it("shortens what it repeats", () => {
    expect(short("x".repeat(100))).toHaveLength(43);
    expect(short('a"b')).toBe('"a\\"b"');
  });
});
