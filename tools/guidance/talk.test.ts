/** Tests the judging command line by line: many users at once, and whatever a line may hold. */
import { describe, expect, it } from "vitest";
import { aUser, anAsk, anEvent, someSteps } from "../../packages/guidance/pretend.ts";
import { talk } from "./talk.ts";

const line = (message: unknown): string => JSON.stringify(message);

describe("a line", () => {
  it("that asks is answered with one line of JSON, with its id", () => {
    const answer = talk();
    expect(answer(line(aUser()))).toBeNull();
    const said = answer(line(anAsk({ id: 17 })));
    expect(said).not.toContain("\n");
    expect(JSON.parse(said ?? "")).toMatchObject({ id: 17, pick: { context: expect.any(String) } });
  });

  it.each(["", "   ", "{", "null", "7", '"ask"', "[]", "{}", '{"type":"ask"}', '{"type":"song","user":"u"}', "\u0000"])(
    "that is %j is passed over",
    (text) => {
      expect(talk()(text)).toBeNull();
    },
  );

  it("about one user changes nothing for another", () => {
    const [alone, among] = [talk(), talk()];
    for (const message of [aUser(), anEvent()]) alone(line(message));
    for (const message of [
      aUser({ user: "v" }),
      aUser(),
      anEvent({ user: "v", status: "started", peak: 95 }),
      anEvent(),
      { type: "harm", user: "v", day: 1, person: "ana" },
      { type: "end", user: "v" },
    ])
      among(line(message));
    expect(among(line(anAsk()))).toBe(alone(line(anAsk())));
    expect(among(line(anAsk({ user: "v" })))).not.toBe(alone(line(anAsk())));
  });

  it("tells users apart by what they are called, numbers from texts", () => {
    const answer = talk();
    answer(line(aUser({ user: 1 })));
    expect(JSON.parse(answer(line(anAsk({ user: "1" }))) ?? "").pick).toBeNull();
    expect(JSON.parse(answer(line(anAsk({ user: 1 }))) ?? "").pick).not.toBeNull();
  });

  it("may be the first one, behind a byte order mark", () => {
    const answer = talk();
    answer(`\uFEFF${line(aUser())}`);
    expect(JSON.parse(answer(line(anAsk())) ?? "").pick).not.toBeNull();
  });

  it("that asks by an id as deep as a well is answered without it", () => {
    const answer = talk();
    answer(line(aUser()));
    const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    const said = answer(line(anAsk({ id: "here" })).replace('"here"', deep));
    expect(JSON.parse(said ?? "")).toMatchObject({ id: null, pick: { context: expect.any(String) } });
  });

  it("may end as lines end elsewhere, and be as long as a book", () => {
    const answer = talk();
    answer(`${line(aUser())}\r`);
    expect(answer(`${line(anEvent({ id: "x".repeat(200_000) }))}\r`)).toBeNull();
    expect(JSON.parse(answer(`${line(anAsk())}\r`) ?? "").pick).not.toBeNull();
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])(
    "that names a user, a step, a person, a place or a domain %s is taken by its word",
    (odd) => {
      const answer = talk();
      const fields = `"user":"${odd}","day":0,"contexts":["${odd}"],"domains":["${odd}"],"roleContexts":{"${odd}":["${odd}"]}`;
      const step = `{"id":"${odd}","domain":"${odd}","difficulty":20,"cost":0.2,"needsPerson":true,"contexts":["${odd}"],"roles":["${odd}"]}`;
      const someone = `{"id":"${odd}","role":"${odd}","trust":80,"comfort":80,"safety":"safe"}`;
      answer(
        `{"type":"user",${fields},"steps":[${step}],"people":[${someone}],"intake":{"__proto__":{"selfReach":1}}}`,
      );
      answer(
        `{"type":"event","user":"${odd}","id":"${odd}","day":1,"step":"${odd}","person":"${odd}","status":"done"}`,
      );
      const said = answer(`{"type":"ask","id":1,"user":"${odd}","day":2,"people":["${odd}"],"contexts":["${odd}"]}`);
      expect(JSON.parse(said ?? "").pick).toEqual({ step: odd, person: odd, context: odd });
      expect("selfReach" in {}).toBe(false);
    },
  );

  it("may be of any of ten thousand users", () => {
    const answer = talk();
    const steps = someSteps.slice(0, 4);
    for (let i = 0; i < 10_000; i += 1) answer(line(aUser({ user: i, steps, intake: {} })));
    for (let i = 0; i < 10_000; i += 100)
      expect(JSON.parse(answer(line(anAsk({ user: i, id: i }))) ?? "")).toMatchObject({ id: i });
  });
});
