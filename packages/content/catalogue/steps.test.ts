/** Checks the catalogue of steps: what it covers, how its chains hang together, and its ranges. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import type { Context, Role, StepContent, Strand } from "../shapes.ts";
import { stepCatalogue } from "./steps.ts";

const strands: readonly Strand[] = ["ask", "accept", "share", "handover", "bewith"];
const roles: readonly Role[] = [
  "friend",
  "partner",
  "family",
  "colleague",
  "manager",
  "neighbour",
  "acquaintance",
  "stranger",
  "professional",
];
const contexts: readonly Context[] = ["in-person", "call", "message", "online"];
const byId: ReadonlyMap<string, StepContent> = new Map(stepCatalogue.map((step) => [step.id, step]));

/** Pairs of a step and the next larger one, so that a rule about neighbours is checked once per pair. */
const pairs = stepCatalogue.flatMap((smaller) => {
  const larger = smaller.larger === null ? undefined : byId.get(smaller.larger);
  return larger === undefined ? [] : [{ smaller, larger }];
});

describe("the catalogue as a whole", () => {
  it("holds at least 66 steps with unique, lasting ids", () => {
    expect(stepCatalogue.length).toBeGreaterThanOrEqual(66);
    expect(byId.size).toBe(stepCatalogue.length);
    for (const { id } of stepCatalogue) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  it("says everything once: no two steps share a title, a how or an example", () => {
    for (const key of ["title", "how", "example"] as const) {
      expect(new Set(stepCatalogue.map((step) => step[key])).size).toBe(stepCatalogue.length);
    }
  });

  it.each(strands)("has an easy beginning, a middle and a far end in the strand %s", (strand) => {
    const levels = stepCatalogue.filter((step) => step.strand === strand).map((step) => step.difficulty);
    expect(levels.length).toBeGreaterThanOrEqual(10);
    expect(Math.min(...levels)).toBeLessThanOrEqual(15);
    expect(Math.max(...levels)).toBeGreaterThanOrEqual(60);
    expect(levels.filter((level) => level >= 25 && level <= 50).length).toBeGreaterThanOrEqual(5);
  });

  it.each(roles)("offers at least four steps with a %s", (role) => {
    expect(stepCatalogue.filter((step) => step.roles.includes(role)).length).toBeGreaterThanOrEqual(4);
  });

  it.each(contexts)("offers at least fifteen steps in the context %s", (context) => {
    expect(stepCatalogue.filter((step) => step.contexts.includes(context)).length).toBeGreaterThanOrEqual(15);
  });

  it("serves somebody who has no one yet, in every strand and up to a hard step", () => {
    const alone = stepCatalogue.filter((step) => !step.needsPerson);
    expect(new Set(alone.map((step) => step.strand)).size).toBe(strands.length);
    expect(alone.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...alone.map((step) => step.difficulty))).toBeGreaterThanOrEqual(50);
  });
});

describe("each step", () => {
  it("stays within the scales: difficulty 5 to 85, cost 0 to 1", () => {
    for (const { id, difficulty, cost } of stepCatalogue) {
      expect(difficulty, id).toBeGreaterThanOrEqual(5);
      expect(difficulty, id).toBeLessThanOrEqual(85);
      expect(Number.isInteger(difficulty), id).toBe(true);
      expect(cost, id).toBeGreaterThanOrEqual(0);
      expect(cost, id).toBeLessThanOrEqual(1);
    }
  });

  it("lies between 15 and 60 for at least two thirds of the catalogue", () => {
    const middle = stepCatalogue.filter(({ difficulty }) => difficulty >= 15 && difficulty <= 60);
    expect(middle.length / stepCatalogue.length).toBeGreaterThanOrEqual(2 / 3);
  });

  it("names at least one role and one context, each once", () => {
    for (const step of stepCatalogue) {
      expect(step.roles.length, step.id).toBeGreaterThan(0);
      expect(step.contexts.length, step.id).toBeGreaterThan(0);
      expect(new Set(step.roles).size, step.id).toBe(step.roles.length);
      expect(new Set(step.contexts).size, step.id).toBe(step.contexts.length);
    }
  });

  it("has a title that fits on a line of the record and one sentence as an example", () => {
    for (const { id, title, example } of stepCatalogue) {
      expect(title.length, id).toBeLessThanOrEqual(60);
      expect(title, id).not.toMatch(/[.!?]$/);
      expect(example, id).toMatch(/^[^.?!]+[.?]$/);
    }
  });

  it("says how in one to three sentences", () => {
    for (const { id, how } of stepCatalogue) {
      const sentences = how.split(/(?<=[.?])\s/);
      expect(sentences.length, id).toBeLessThanOrEqual(3);
      expect(how, id).toMatch(/[.?]$/);
    }
  });

  it("never asks for strangers where it needs a person of one’s own", () => {
    for (const step of stepCatalogue.filter((each) => each.needsPerson)) {
      expect(step.roles, step.id).not.toContain("stranger");
    }
  });

  it("keeps large disclosures to those who can be close, or to professionals", () => {
    const close = new Set<Role>(["friend", "partner", "family", "professional"]);
    const large = stepCatalogue.filter((step) => step.disclosure === "large");
    expect(large.length).toBeGreaterThanOrEqual(5);
    for (const step of large)
      expect(
        step.roles.filter((role) => !close.has(role)),
        step.id,
      ).toEqual([]);
  });

  it("asks for nothing large at the easy end", () => {
    for (const step of stepCatalogue.filter(({ difficulty }) => difficulty <= 25)) {
      expect(step.disclosure, step.id).not.toBe("large");
      expect(step.cost, step.id).toBeLessThanOrEqual(0.3);
    }
  });
});

describe("the chains", () => {
  it("are mutual: the larger step of the smaller one is the step itself, and the other way round", () => {
    for (const step of stepCatalogue) {
      if (step.smaller !== null) expect(byId.get(step.smaller)?.larger, step.id).toBe(step.id);
      if (step.larger !== null) expect(byId.get(step.larger)?.smaller, step.id).toBe(step.id);
    }
  });

  it("leave no step without a neighbour", () => {
    for (const step of stepCatalogue) expect(step.smaller ?? step.larger, step.id).not.toBeNull();
  });

  it("really get harder, and by no more than 25 points at a time", () => {
    expect(pairs.length).toBeGreaterThan(80);
    for (const { smaller, larger } of pairs) {
      expect(larger.difficulty, larger.id).toBeGreaterThan(smaller.difficulty);
      expect(larger.difficulty - smaller.difficulty, larger.id).toBeLessThanOrEqual(25);
    }
  });

  it("come to an end going down, without a circle", () => {
    for (const start of stepCatalogue) {
      const seen = new Set<string>();
      let id: string | null = start.id;
      while (id !== null) {
        expect(seen.has(id), start.id).toBe(false);
        seen.add(id);
        id = byId.get(id)?.smaller ?? null;
      }
    }
  });

  it("stay in one strand", () => {
    for (const { smaller, larger } of pairs) expect(smaller.strand, larger.id).toBe(larger.strand);
  });

  it("let the smaller step be taken with one of the same people, or with nobody in particular", () => {
    for (const { smaller, larger } of pairs) {
      const shared = smaller.roles.some((role) => larger.roles.includes(role));
      expect(shared || !smaller.needsPerson, larger.id).toBe(true);
    }
  });

  it("are wholly with touch or wholly without, so that no neighbour brings it in unasked", () => {
    for (const { smaller, larger } of pairs) expect(smaller.touch, larger.id).toBe(larger.touch);
  });
});

describe("touch", () => {
  it("is marked on every step whose words speak of it, and on no other", () => {
    const words = /\b(hug|shoulder|hold me|hand rest)\b/i;
    for (const step of stepCatalogue) {
      expect(words.test(`${step.title} ${step.example}`), step.id).toBe(step.touch);
    }
  });

  it("happens in person only, and never with strangers or at work", () => {
    for (const step of stepCatalogue.filter((each) => each.touch)) {
      expect(step.contexts).toEqual(["in-person"]);
      expect(step.roles.every((role) => ["partner", "family", "friend"].includes(role))).toBe(true);
    }
  });
});

describe("what the steps cover", () => {
  const covering = (row: string) => stepCatalogue.filter((step) => step.covers.some((each) => each === row));
  const micro = rowIds.filter((row) => row.startsWith("MV-"));

  it("knows 23 rows of small openings", () => {
    expect(micro).toHaveLength(23);
  });

  it.each(micro)("has a step one can take for %s", (row) => {
    expect(covering(row).length).toBeGreaterThanOrEqual(1);
  });

  // The roles, contexts or strands that the row itself speaks of.
  const meant: readonly (readonly [row: string, check: (step: StepContent) => boolean])[] = [
    ["MV-01", (step) => step.strand === "ask" && step.roles.includes("friend")],
    ["MV-03", (step) => step.strand === "accept"],
    ["MV-04", (step) => step.contexts.includes("message") && step.roles.includes("friend")],
    ["MV-05", (step) => step.strand === "accept" && step.roles.includes("neighbour")],
    ["MV-06", (step) => step.strand === "share" && step.roles.includes("partner")],
    ["MV-07", (step) => step.roles.includes("colleague")],
    ["MV-09", (step) => step.strand === "handover" && step.roles.includes("colleague")],
    ["MV-12", (step) => step.roles.includes("colleague") && step.difficulty <= 10],
    ["MV-14", (step) => step.strand === "share" && step.disclosure !== "none"],
    ["MV-15", (step) => step.strand === "handover"],
    ["MV-16", (step) => step.touch],
    ["MV-18", (step) => step.strand === "bewith" && step.contexts.includes("in-person")],
    ["MV-21", (step) => step.roles.includes("partner") && step.cost > 0.2],
    ["MV-22", (step) => step.strand === "accept" && step.roles.includes("partner")],
    ["MV-23", (step) => step.id.startsWith("no-")],
  ];

  it.each(meant)("covers %s only with steps of the kind it speaks of", (row, check) => {
    for (const step of covering(row)) expect(check(step), step.id).toBe(true);
  });

  it("practises the method with friends, a partner, family and at work", () => {
    const seen = new Set(covering("HMV-08").flatMap((step) => step.roles));
    for (const role of ["friend", "partner", "family", "colleague"] as const) expect(seen).toContain(role);
  });
});
