import { bodyCues } from "@belay/content";
import { describe, expect, it } from "vitest";
import { idOf } from "../sample-experiment.ts";
import { checkinCommand, cueIds, emptyCheckin, formOf, hasAnswer, isDone, withCue } from "./checkin-form.ts";

describe("a check-in", () => {
  it("records nothing that was not answered", () => {
    expect(checkinCommand(emptyCheckin)).toEqual({ kind: "checkin/note", energy: null, cues: [], carrying: null });
    expect(hasAnswer(emptyCheckin)).toBe(false);
  });

  it.each([
    ["an energy of zero", { energy: 0 }, { energy: 0, cues: [], carrying: null }],
    [
      "words without their margins",
      { carrying: "  the school run \n" },
      { energy: null, cues: [], carrying: "the school run" },
    ],
    ["blanks are no words", { carrying: " \n " }, { energy: null, cues: [], carrying: null }],
    ["cues", { cues: "cue-chest cue-numb" }, { energy: null, cues: ["cue-chest", "cue-numb"], carrying: null }],
  ] as const)("%s", (_name, change, recorded) => {
    expect(checkinCommand({ ...emptyCheckin, ...change })).toEqual({ kind: "checkin/note", ...recorded });
  });

  it.each([
    [{ energy: 0 }, true],
    [{ cues: "cue-chest" }, true],
    [{ carrying: "x" }, true],
    [{ carrying: "  " }, false],
  ] as const)("with %j there is something to note: %s", (change, answer) => {
    expect(hasAnswer({ ...emptyCheckin, ...change })).toBe(answer);
  });

  it.each([
    ["the load alone", { energy: null, cues: [] }, false],
    ["an energy of zero", { energy: 0, cues: [] }, true],
    ["a cue", { energy: null, cues: [idOf("cue-chest")] }, true],
  ])("%s says how the day is: %s", (_name, checkin, done) => {
    expect(isDone(checkin)).toBe(done);
  });

  it("can be changed without losing what it held", () => {
    const noted = { energy: 40, cues: [idOf("cue-chest"), idOf("cue-numb")], carrying: "the school run" };
    expect(checkinCommand(formOf(noted))).toEqual({ kind: "checkin/note", ...noted });
    expect(formOf(null)).toEqual(emptyCheckin);
  });

  it("switches cues on and off, each once", () => {
    const twice = withCue(withCue("", "cue-chest", true), "cue-chest", true);
    expect(cueIds(twice)).toEqual(["cue-chest"]);
    expect(withCue(twice, "cue-chest", false)).toBe("");
  });

  it("can hold every cue there is", () => {
    const all = bodyCues.reduce((cues, cue) => withCue(cues, cue.id, true), "");
    expect(checkinCommand({ ...emptyCheckin, cues: all }).cues).toEqual(bodyCues.map((cue) => cue.id));
  });
});
