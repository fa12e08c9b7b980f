/** Tests how uses are counted, and how noisy reports are thought to be. */
import { expect, test } from "vitest";
import { aUser } from "../pretend.ts";
import { setupIn } from "./setup.ts";
import { copyTrack, countUse, firstTrack, noisiness } from "./track.ts";

const setup = setupIn(aUser(), 0);

test("a use weighs less with every try after it, and people only fade when somebody else was asked", () => {
  const track = firstTrack(setup);
  countUse(track, 2, 1, 0, 0);
  countUse(track, 3, -1, 1, 1);
  expect([track.steps[2], track.steps[3]]).toEqual([0.9, 1]);
  expect([track.people[1], track.contexts[0], track.contexts[1], track.domains[0]]).toEqual([1, 0.75, 1, 0.75]);
  countUse(track, -1, 0, -1, -1);
  expect(track.people[1]).toBeCloseTo(0.8, 12);
  expect(track.steps[2]).toBeCloseTo(0.81, 12);
});

test("noise is the usual before anything is heard, and stays within bounds whatever is", () => {
  const track = firstTrack(setup);
  const usual = { moment: 1, reading: 1 };
  expect(noisiness(track)).toEqual(usual);
  expect(noisiness({ ...track, surprise: 8, surprises: 8 })).toEqual(usual);
  expect(noisiness({ ...track, surprise: 450, surprises: 50 })).toEqual({ moment: 3.5, reading: 16 });
  expect(noisiness({ ...track, surprise: 0, surprises: 50 })).toEqual({ moment: 0.3, reading: 0.3 });
});

test("what is noisier than usual is laid to the moment and to telling it, what is calmer to both alike", () => {
  const track = firstTrack(setup);
  expect(noisiness({ ...track, surprise: 24, surprises: 8 })).toEqual({ moment: 1.5, reading: 4 });
  expect(noisiness({ ...track, surprise: 0, surprises: 8 })).toEqual({ moment: 0.5, reading: 0.5 });
});

test("a copy shares nothing", () => {
  const track = firstTrack(setup);
  const copy = copyTrack(track);
  countUse(track, 2, 1, 0, 0);
  expect([copy.steps[2], copy.people[1], copy.contexts[0], copy.domains[0]]).toEqual([0, 0, 0, 0]);
});
