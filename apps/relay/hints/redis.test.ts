/** Shows that hints over a real Redis keep the contract, and what happens without it: nothing is held up. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { ownRedis } from "../../../tests/relay/redis.ts";
import { hintsContract } from "./contract.ts";
import { topicOf, type Hints } from "./port.ts";
import { openRedis, waitBefore } from "./redis.ts";

/** What an end said about itself, in order. */
const listening = () => {
  const said: string[] = [];
  let dropped = 0;
  return {
    said,
    dropped: () => dropped,
    events: {
      onAway: (code: string) => void said.push(code),
      onBack: () => void said.push("back"),
      onDropped: () => void (dropped += 1),
    },
  };
};
const nowhere = "redis://:secret@127.0.0.1:9";

test("the waits between tries grow to a quarter of a minute, and differ from relay to relay", () => {
  expect([0, 1, 2, 6, 7, 8, 500].map((tries) => waitBefore(tries, 1))).toEqual([
    100, 200, 400, 6_400, 12_800, 15_000, 15_000,
  ]);
  expect(waitBefore(3, 0)).toBe(waitBefore(3, 1) / 2);
});

test("a broker that is not there is said once, with a code and never its secret, and nothing throws or waits", async () => {
  const { said, events, dropped } = listening();
  const hints = await openRedis(nowhere, events, () => 0.5);
  hints.hear(topicOf("a"), () => undefined)();
  hints.tell(topicOf("a"), 1);
  await expect.poll(() => said).toEqual(["ECONNREFUSED"]);
  await pause(400);
  expect(said).toEqual(["ECONNREFUSED"]);
  expect(dropped()).toBe(1);
  await hints.close();
});

const broker = await ownRedis();
describe.each(broker === null ? [] : [broker])("with a Redis", ({ url, kill, begin }) => {
  const ends: Hints[] = [];
  const stop = async (): Promise<void> => {
    for (const each of ends.splice(0)) await each.close();
  };
  const open = async (events = listening().events): Promise<Hints> => {
    const end = await openRedis(url, events, Math.random);
    ends.push(end);
    return end;
  };

  hintsContract("Redis", async (count) => {
    for (let n = 0; n < count; n += 1) await open();
    return { ends: [...ends], stop };
  });

  test("what others send is believed only where it is a place", async () => {
    const heard: number[] = [];
    const [one, two] = [await open(), await open()];
    two.hear(topicOf("a"), (upTo) => void heard.push(upTo));
    await expect.poll(() => (one.tell(topicOf("a"), 5), heard.length), { timeout: 5_000 }).toBeGreaterThan(0);
    for (const forged of [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY]) one.tell(topicOf("a"), forged);
    one.tell(topicOf("a"), 6);
    await expect.poll(() => heard).toContain(6);
    expect(new Set(heard)).toEqual(new Set([5, 6]));
    await stop();
  });

  test("when it is killed both go on, and hear each other again once it is back, also of what was begun meanwhile", async () => {
    const { said, events, dropped } = listening();
    const [one, two] = [await open(events), await open()];
    const heard: string[] = [];
    two.hear(topicOf("a"), () => void heard.push("a"));
    const gone = two.hear(topicOf("c"), () => void heard.push("c"));
    await expect.poll(() => (one.tell(topicOf("a"), 1), heard.length), { timeout: 5_000 }).toBeGreaterThan(0);
    await kill();
    await expect.poll(() => said.length, { timeout: 5_000 }).toBe(1);
    two.hear(topicOf("b"), () => void heard.push("b"));
    gone();
    one.tell(topicOf("a"), 2);
    expect(dropped()).toBeGreaterThan(0);
    heard.splice(0);
    await begin();
    await expect.poll(() => said.at(-1), { timeout: 20_000 }).toBe("back");
    const tell = (): number => {
      for (const id of ["a", "b", "c"]) one.tell(topicOf(id), 3);
      return new Set(heard).size;
    };
    await expect.poll(tell, { timeout: 20_000 }).toBe(2);
    expect(heard).not.toContain("c");
    await stop();
  });
});
