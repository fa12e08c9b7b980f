import { describe, expect, it } from "vitest";
import { beliefCatalogue } from "./beliefs.ts";
import { scriptCatalogue } from "./scripts.ts";
import { stepCatalogue } from "./steps.ts";

describe("a row of the programme is a step one can take", () => {
  it.each([
    ["MV-01", "ask-small-favour"],
    ["MV-02", "share-one-true-thing"],
    ["MV-03", "accept-a-coffee"],
    ["MV-04", "ask-for-a-kind-word"],
    ["MV-05", "accept-the-post"],
    ["MV-06", "share-a-small-worry"],
    ["MV-07", "ask-for-input"],
    ["MV-08", "accept-a-carried-bag"],
    ["MV-09", "handover-part-of-a-project"],
    ["MV-10", "share-today-was-hard"],
    ["MV-11", "accept-advice"],
    ["MV-12", "ask-pass-a-document"],
    ["MV-13", "ask-for-a-book"],
    ["MV-14", "share-how-i-really-am"],
    ["MV-15", "handover-a-whole-chore"],
    ["MV-16", "touch-accept-a-hug"],
    ["MV-17", "share-talk-it-through"],
    ["MV-18", "bewith-without-performing"],
    ["MV-19", "ask-to-check-in"],
    ["MV-20", "ask-to-think-with-me"],
    ["MV-21", "ask-dinner-tonight"],
    ["MV-22", "accept-help-at-home"],
    ["MV-23", "no-to-a-small-request"],
  ] as const)("%s: %s", (row, id) => {
    const step = stepCatalogue.find((one) => one.id === id);
    expect(step?.covers).toContain(row);
    expect(step?.how.length).toBeGreaterThan(20);
    expect(step?.example).not.toBe("");
    expect(step?.contexts.length).toBeGreaterThan(0);
  });
});

describe("a row of the programme is a belief one can test", () => {
  it.each([
    ["BEL-01", "bel-01"],
    ["BEL-02", "bel-02"],
    ["BEL-03", "bel-03"],
    ["BEL-04", "bel-04"],
    ["BEL-05", "bel-05"],
    ["BEL-06", "bel-06"],
    ["BEL-07", "bel-07"],
    ["BEL-08", "bel-08"],
    ["BEL-09", "bel-09"],
    ["BEL-10", "bel-10"],
    ["BEL-11", "bel-11"],
    ["BEL-12", "bel-12"],
    ["BEL-13", "bel-13"],
    ["BEL-14", "bel-14"],
    ["BEL-15", "bel-15"],
    ["BEL-16", "bel-16"],
    ["BEL-17", "bel-17"],
    ["BEL-18", "bel-18"],
    ["BEL-19", "bel-19"],
    ["BEL-20", "bel-20"],
    ["BEL-21", "bel-21"],
    ["BEL-22", "bel-22"],
    ["BEL-23", "bel-23"],
    ["BEL-24", "bel-24"],
  ] as const)("%s: %s", (row, id) => {
    const belief = beliefCatalogue.find((one) => one.id === id);
    expect(belief?.covers).toContain(row);
    for (const words of [belief?.wouldCountFor, belief?.wouldCountAgainst, belief?.alternative]) {
      expect(words?.length).toBeGreaterThan(10);
    }
  });
});

describe("a row of the programme is a script one can use", () => {
  it.each([
    ["SCR-01", "scr-01"],
    ["SCR-02", "scr-02"],
    ["SCR-03", "scr-03"],
    ["SCR-04", "scr-04"],
    ["SCR-05", "scr-05"],
    ["SCR-06", "scr-06"],
    ["SCR-07", "scr-07"],
    ["SCR-08", "scr-08"],
    ["SCR-09", "scr-09"],
    ["SCR-10", "scr-10"],
    ["SCR-11", "scr-11"],
    ["SCR-12", "scr-12"],
    ["SCR-13", "scr-13"],
  ] as const)("%s: %s", (row, id) => {
    const script = scriptCatalogue.find((one) => one.id === id);
    expect(script?.covers).toContain(row);
    expect(script?.direct).not.toBe("");
    expect(script?.indirect).not.toBe("");
  });
});
