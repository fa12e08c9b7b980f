/** What every way of telling hints must do, as one suite of tests over whichever way is given. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { topicOf, type Hints } from "./port.ts";

/** Makes so many relays' ends that hear each other, and takes them down after the test. */
export type MakeHints = (
  count: number,
) => Promise<{ readonly ends: readonly Hints[]; readonly stop: () => Promise<void> }>;

/** Declares the suite for one way. */
export const hintsContract = (name: string, make: MakeHints): void => {
  const withEnds =
    (work: (one: Hints, two: Hints) => Promise<void>): (() => Promise<void>) =>
    async () => {
      const { ends, stop } = await make(2);
      const [one, two] = ends;
      if (one === undefined || two === undefined) throw new Error("two ends are needed");
      try {
        await work(one, two);
      } finally {
        await stop();
      }
    };
  /** Tells until it is heard: the first ones may come before the other end listens. */
  const until = async (tell: () => void, isHeard: () => boolean): Promise<void> => {
    for (let look = 0; look < 200 && !isHeard(); look += 1) {
      tell();
      await pause(20);
    }
    expect(isHeard()).toBe(true);
  };

  describe(`hints over ${name}`, () => {
    test(
      "come to the other relay with their place, and to nobody who listens to something else",
      withEnds(async (one, two) => {
        const [right, wrong]: number[][] = [[], []];
        two.hear(topicOf("a"), (upTo) => void right?.push(upTo));
        two.hear(topicOf("b"), (upTo) => void wrong?.push(upTo));
        await until(
          () => one.tell(topicOf("a"), 7),
          () => (right?.length ?? 0) > 0,
        );
        expect(new Set(right)).toEqual(new Set([7]));
        expect(wrong).toEqual([]);
      }),
    );

    test(
      "are not heard any more by whoever stopped, and are by whoever began again",
      withEnds(async (one, two) => {
        const heard: string[] = [];
        const stop = two.hear(topicOf("a"), () => void heard.push("first"));
        two.hear(topicOf("b"), () => void heard.push("other"));
        await until(
          () => one.tell(topicOf("a"), 1),
          () => heard.includes("first"),
        );
        stop();
        await pause(50);
        heard.splice(0);
        await until(
          () => [one.tell(topicOf("a"), 2), one.tell(topicOf("b"), 2)],
          () => heard.includes("other"),
        );
        expect(heard).not.toContain("first");
        two.hear(topicOf("a"), () => void heard.push("second"));
        await until(
          () => one.tell(topicOf("a"), 3),
          () => heard.includes("second"),
        );
      }),
    );

    test(
      "go nowhere after the end, and nothing throws",
      withEnds(async (one, two) => {
        const heard: number[] = [];
        const stop = two.hear(topicOf("a"), (upTo) => void heard.push(upTo));
        await two.close();
        await two.close();
        one.tell(topicOf("a"), 1);
        two.tell(topicOf("a"), 1);
        stop();
        await pause(50);
        expect(heard).toEqual([]);
      }),
    );
  });
};
