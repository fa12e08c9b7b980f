/** Tests the figures over a log of ninety days against a second reckoning that shares no code with them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dayNumber } from "@belay/basics";
import { experiments, parseEvent, replay, trials, type Recorded } from "@belay/domain";
import { ninetyDays, repeated, type WrittenLog } from "../../../tests/world/ninety-days.ts";
import { plainFigures } from "../../../tests/world/plain-figures.ts";
import { evidence } from "../evidence.ts";
import { calibrationOf } from "./calibration.ts";
import { forThemOf, summaryOf } from "./for-them.ts";
import { againstAverage, brierOf, guessesOf, partsOf } from "./guesses.ts";
import { trendOf } from "./trend.ts";
import { violationsOf } from "./violation.ts";

const file = new URL("../../../fixtures/logs/ninety-days.json", import.meta.url);
const log: WrittenLog = JSON.parse(readFileSync(file, "utf8"));

const read = ({ device, events }: WrittenLog): readonly Recorded[] =>
  events.map((event) => {
    const parsed = parseEvent(event, device);
    if (!parsed.ok) throw new Error(`not a fact: ${JSON.stringify(parsed.error)}`);
    return parsed.value;
  });

const state = replay(read(log));
const rows = trials(state);
const found = evidence(rows);
const guesses = guessesOf(rows);
const plain = plainFigures(log);

describe("the log of ninety days", () => {
  test("is what the domain writes when it is asked again", () => {
    expect(ninetyDays()).toEqual(log);
  });

  test("holds what an honest record holds: refusals, silence, and what hurt", () => {
    expect(plain.hurtful).toBe(2);
    expect(plain.silent).toBeGreaterThan(2);
    expect(plain.known - plain.yes).toBeGreaterThan(10);
    expect(plain.answered).toBeGreaterThan(10);
  });

  test("can be lived again and again, with nothing lost", () => {
    const long = repeated(log, 3 * log.events.length);
    expect(trials(replay(read(long)))).toHaveLength(3 * rows.length);
    expect(evidence(trials(replay(read(long)))).yes).toBe(3 * found.yes);
  });
});

describe("the figures over it", () => {
  test("count as the events count", () => {
    expect(rows).toHaveLength(plain.tries);
    expect(found).toMatchObject({ yes: plain.yes, partial: plain.partly, hurtful: plain.hurtful, total: plain.known });
    expect(found.pairs).toHaveLength(plain.pairs.length);
  });

  test("score as the plain formulas score", () => {
    expect(guesses).toHaveLength(plain.guessed.length);
    expect(found.expectedYes).toBeCloseTo(plain.expected, 12);
    expect(brierOf(guesses)).toBeCloseTo(plain.brier, 12);
    expect(found.brier).toBeCloseTo(plain.brier, 12);
    expect(partsOf(guesses)?.uncertainty).toBeCloseTo(plain.averageBrier, 12);
    expect(againstAverage(guesses)?.skill).toBeCloseTo(1 - plain.brier / plain.averageBrier, 12);
  });

  test("group the guesses without losing one", () => {
    for (const { low, high, came, n } of calibrationOf(guesses)) {
      expect({ came, n }).toEqual(plain.between(Math.round(low * 100), Math.round(high * 100)));
    }
  });

  test("follow feared and felt as the slow way does", () => {
    const points = (name: "feared" | "felt") =>
      found.pairs.map((pair) => ({ at: dayNumber(pair.day), value: pair[name] }));
    expect(trendOf(points("feared"))?.slope).toBeCloseTo(plain.fearedSlope, 12);
    expect(trendOf(points("felt"))?.slope).toBeCloseTo(plain.feltSlope, 12);
    expect(found.violation).toBeCloseTo(plain.violation, 12);
    expect(violationsOf(found.pairs).at(-1)?.run.mean).toBeCloseTo(plain.lastEight, 12);
  });

  test("leave nobody out who said how it was to be asked", () => {
    expect(summaryOf(forThemOf(experiments(state))).n).toBe(plain.answered);
  });
});
