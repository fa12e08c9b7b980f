import { concat, fromHex, parseDay, toHex } from "@belay/basics";
import type { Ask } from "@belay/domain";
import { handClock, scriptedLines, seededChance, type ScriptedCall } from "@belay/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { retryDelay } from "./retry.ts";
import { createWatch, type Watch } from "./watch.ts";

const hexOf = (text: string, bytes: number): string =>
  toHex(Uint8Array.from({ length: bytes }, (_, i) => text.charCodeAt(i % text.length) ^ i));

/** An ask with a link of its own; the same name gives the same mailbox. */
const ask = (name: string): Ask => ({
  id: name.padEnd(22, "x"),
  experiment: "e".repeat(22),
  person: null,
  words: "Could you come on Friday?",
  channel: null,
  sentOn: null,
  silence: null,
  link: {
    mailbox: hexOf(name, 16),
    secret: hexOf(`${name} secret`, 32),
    replyKey: hexOf(`${name} key`, 32),
    ownerProof: hexOf(`${name} proof`, 32),
    closesOn: good(parseDay("2026-03-09")),
    from: "Sam",
    howItWas: false,
  },
  closed: false,
  answers: [],
});

const helloOf = (one: Ask): string =>
  toHex(concat(good(fromHex(one.link?.mailbox ?? "")), good(fromHex(one.link?.ownerProof ?? ""))));

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let clock: ReturnType<typeof handClock>;
let lines: ReturnType<typeof scriptedLines>;
let collected: string[];
let watch: Watch;

beforeEach(() => {
  clock = handClock();
  lines = scriptedLines();
  collected = [];
  watch = createWatch({ chance: seededChance("watch"), clock, lines }, (one) => {
    collected.push(one.id);
    return Promise.resolve(true);
  });
});

/** Follows one ask, and gives its socket once it stands open. */
const posted = (one: Ask): ScriptedCall => {
  watch.follow([one]);
  const call = lines.calls.at(-1);
  if (call === undefined) throw new Error("no socket");
  call.open();
  return call;
};

/** Turns the clock by `ms` and lets the work that came due run. */
const wait = async (ms: number): Promise<void> => {
  clock.turn(ms);
  await settle();
};

describe("waiting at mailboxes", () => {
  it("opens one live socket for each ask, and none for an ask without a link", () => {
    watch.follow([ask("one"), { ...ask("said aloud"), link: null }, ask("two")]);
    expect(lines.calls.map((call) => call.vault)).toEqual([null, null]);
  });

  it("sends nothing but the mailbox and the owner's proof, in 54 bytes", () => {
    const one = ask("bytes");
    const call = posted(one);
    expect(call.bytes.map((bytes) => toHex(bytes))).toEqual([`013100000000${helloOf(one)}`]);
    expect(call.bytes[0]).toHaveLength(54);
  });

  it("never speaks of two mailboxes on one socket, whatever happens to it", async () => {
    const all = Array.from({ length: 5 }, (_, i) => ask(`mailbox ${i}`));
    watch.follow(all);
    for (const call of lines.calls) call.open();
    for (const call of lines.calls) call.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
    await wait(60_000);
    lines.calls[1]?.drop();
    await settle();
    await wait(60_000);
    for (const call of lines.calls.slice(5)) call.open();
    watch.follow(all.slice(2));
    const said = lines.calls.map((call) => new Set(call.bytes.map((bytes) => toHex(bytes))));
    expect(said.map((names) => names.size)).toEqual([1, 1, 1, 1, 1, 1]);
    const spoken = said.flatMap((names) => [...names]);
    expect(new Set(spoken)).toEqual(new Set(all.map((one) => `013100000000${helloOf(one)}`)));
    const kinds = lines.calls.flatMap((call) => call.heard.map((frame) => frame.kind));
    expect(new Set(kinds)).toEqual(new Set(["watch"]));
  });

  it("watches eight at most, the first of the list", () => {
    const all = Array.from({ length: 11 }, (_, i) => ask(`many ${i}`));
    watch.follow(all);
    for (const call of lines.calls) call.open();
    expect(lines.calls.map((call) => toHex(call.bytes[0] ?? new Uint8Array()))).toEqual(
      all.slice(0, 8).map((one) => `013100000000${helloOf(one)}`),
    );
  });

  it("takes up the next one when one of the eight is over", () => {
    const all = Array.from({ length: 9 }, (_, i) => ask(`next ${i}`));
    watch.follow(all);
    watch.follow(all.slice(1));
    expect(lines.calls).toHaveLength(9);
    expect(lines.calls.map((call) => call.over())).toEqual([true, ...Array.from({ length: 8 }, () => false)]);
  });

  it("leaves a socket alone that is still wanted", () => {
    const one = ask("kept");
    posted(one);
    watch.follow([ask("new"), one]);
    watch.follow([one]);
    expect(lines.calls.map((call) => call.over())).toEqual([false, true]);
  });

  it.each([
    ["no hexadecimal", "not a mailbox, not at all, no no"],
    ["of an odd length", "abc"],
  ])("passes over a link whose mailbox is %s", (_name, mailbox) => {
    const { link, ...rest } = ask("odd");
    expect(() => watch.follow([{ ...rest, link: link === null ? null : { ...link, mailbox } }])).not.toThrow();
    expect(lines.calls).toHaveLength(0);
  });
});

describe("a notice", () => {
  it("of something that lies there has that ask looked at, each time", () => {
    const one = ask("answered");
    const call = posted(one);
    call.say({ kind: "notice", ref: 0, count: 1 });
    call.say({ kind: "notice", ref: 0, count: 2 });
    expect(collected).toEqual([one.id, one.id]);
  });

  it("of nothing, or anything that is no notice, has nothing looked at", () => {
    const call = posted(ask("nothing"));
    call.say({ kind: "notice", ref: 0, count: 0 });
    call.say({ kind: "ack", ref: 0, head: 4 });
    call.say({ kind: "challenge", ref: 0, nonce: new Uint8Array(32) });
    call.sayBytes(Uint8Array.of(1, 2, 3));
    call.sayBytes(new Uint8Array());
    expect(collected).toEqual([]);
    expect(call.heard).toHaveLength(1);
  });
});

describe("a refusal", () => {
  it("has it asked again on the same socket once the wait is over, and not before", async () => {
    const call = posted(ask("not there yet"));
    call.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
    await wait(retryDelay(1, 0) - 1);
    expect(call.heard).toHaveLength(1);
    await wait(retryDelay(1, 1));
    expect(call.bytes.map((bytes) => toHex(bytes))).toEqual(
      Array.from({ length: 2 }, () => toHex(call.bytes[0] ?? new Uint8Array())),
    );
    expect(lines.calls).toHaveLength(1);
  });

  it("is waited out as long as the relay says", async () => {
    const call = posted(ask("slow down"));
    call.say({ kind: "refused", ref: 0, code: "slow-down", retryAfterMs: 30_000 });
    await wait(29_999);
    expect(call.heard).toHaveLength(1);
    await wait(1);
    expect(call.heard).toHaveLength(2);
  });

  it("after refusal makes the waits longer, until the relay knows the mailbox", async () => {
    const call = posted(ask("again and again"));
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      call.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
      await wait(retryDelay(attempt, 0) - 1);
      expect(call.heard).toHaveLength(attempt);
      await wait(retryDelay(attempt, 1));
      expect(call.heard).toHaveLength(attempt + 1);
    }
    call.say({ kind: "notice", ref: 0, count: 0 });
    call.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
    await wait(retryDelay(1, 1));
    expect(call.heard).toHaveLength(10);
  });
});

describe("a socket that closed", () => {
  it("is opened anew after the wait, and says the same again", async () => {
    const first = posted(ask("lost"));
    first.drop();
    await settle();
    await wait(retryDelay(1, 0) - 1);
    expect(lines.calls).toHaveLength(1);
    await wait(retryDelay(1, 1));
    expect(lines.calls).toHaveLength(2);
    lines.calls[1]?.open();
    expect(lines.calls[1]?.bytes).toEqual(first.bytes);
  });

  it("is not asked anything on its old end when it closed while a refusal was waited out", async () => {
    const call = posted(ask("both"));
    call.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
    call.drop();
    await settle();
    await wait(120_000);
    expect(lines.calls).toHaveLength(2);
    lines.calls[1]?.open();
    expect(lines.calls.map((one) => one.heard.length)).toEqual([1, 1]);
  });

  it("stays closed when it was not wanted any more", async () => {
    const call = posted(ask("done"));
    watch.follow([]);
    expect(call.over()).toBe(true);
    await settle();
    await wait(120_000);
    expect(lines.calls).toHaveLength(1);
  });
});

describe("stopping", () => {
  it("closes every socket and calls off every wait", async () => {
    watch.follow([ask("a"), ask("b"), ask("c")]);
    lines.calls[0]?.open();
    lines.calls[0]?.say({ kind: "refused", ref: 0, code: "unauthorised", retryAfterMs: 0 });
    lines.calls[1]?.drop();
    await settle();
    watch.stop();
    await wait(120_000);
    expect(lines.calls.map((call) => call.over())).toEqual([true, true, true]);
    expect(lines.calls[0]?.heard).toHaveLength(1);
  });

  it("is no end: the same asks can be followed again", () => {
    watch.follow([ask("again")]);
    watch.stop();
    watch.follow([ask("again")]);
    expect(lines.calls.map((call) => call.over())).toEqual([true, false]);
  });
});
