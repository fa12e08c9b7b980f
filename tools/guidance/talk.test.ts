/** Tests the judging command line by line: many users at once, and whatever a line may hold. */
import { describe, expect, it } from "vitest";
import { aUser, anAsk, anEvent } from "../../packages/guidance/pretend.ts";
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
});
