/** Shows that hints of one process keep the contract, and what a hint gives away: nothing. */
import { expect, test } from "vitest";
import { hintsContract } from "./contract.ts";
import { createHub } from "./memory.ts";
import { noHints, placeIn, topicOf } from "./port.ts";

hintsContract("memory", async (count) => {
  const end = createHub();
  return { ends: Array.from({ length: count }, end), stop: async () => undefined };
});

test("no hints are told to nobody", async () => {
  const heard: number[] = [];
  const stop = noHints.hear("a", (upTo) => void heard.push(upTo));
  noHints.tell("a", 1);
  stop();
  await noHints.close();
  expect(heard).toEqual([]);
});

test("a topic is the same everywhere, another one for each vault, and holds nothing of its id", () => {
  const id = "0123456789abcdef0123456789abcdef";
  expect(topicOf(id)).toBe(topicOf(id));
  expect(topicOf(id)).toMatch(/^[0-9a-f]{32}$/);
  expect(topicOf(id)).not.toContain(id.slice(0, 6));
  expect(topicOf(id)).not.toBe(topicOf(`${id.slice(1)}0`));
});

test.each([
  ["0", 0],
  ["12", 12],
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  ["", null],
  ["99999999999999999999", null],
  ["<b>", null],
])("what came as %j is the place %j", (text, place) => {
  expect(placeIn(text)).toBe(place);
});
