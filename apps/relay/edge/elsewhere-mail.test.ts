/** Shows that whoever watches a mailbox at one relay hears of a reply that another one took. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { decodeFrame } from "@belay/wire";
import { createHub } from "../hints/memory.ts";
import { noHints, topicOf, type Hints } from "../hints/port.ts";
import { memoryStore } from "../store/memory.ts";
import type { MailId } from "../store/port.ts";
import { newMailId } from "../store/samples-contract.ts";
import { hearElsewhere, type Elsewhere } from "./elsewhere.ts";
import { hearMailElsewhere } from "./elsewhere-mail.ts";
import { createLive, type Listener } from "./live.ts";

const relays: Elsewhere[] = [];
const faults: unknown[] = [];
const relay = (hints: Hints, lookMs = 3_600_000): Elsewhere => {
  const live = createLive((work) => void setImmediate(work));
  const store = memoryStore({ vaultBytes: 1, vaultDevices: 1 });
  const onFault = (cause: unknown): void => void faults.push(cause);
  const shared = { hints, lookMs, chance: () => 0.5, onFault };
  const made = hearMailElsewhere(hearElsewhere(live, { ...shared, store, counted: () => undefined }), shared);
  relays.push(made);
  return made;
};
const turns = async (): Promise<void> => {
  for (let n = 0; n < 10; n += 1) await new Promise((done) => void setImmediate(done));
};

let mail: MailId = newMailId();
let waiting = 0;
/** A connection, and what it was told: counts, each with where it came from. */
const watcher = () => {
  const told: string[] = [];
  const listener: Listener = {
    dismiss: () => undefined,
    send: (bytes) => {
      const frame = decodeFrame(bytes);
      told.push(`here ${frame.ok && frame.value.kind === "notice" ? frame.value.count : "?"}`);
    },
  };
  return { told, listener, again: async (): Promise<void> => void told.push(`store ${waiting}`) };
};

beforeEach(() => {
  mail = newMailId();
  waiting = 0;
  faults.splice(0);
});
afterEach(() => {
  for (const each of relays.splice(0)) each.stop();
});

test("a reply at the other relay makes each watcher look into the store, whatever the hint says", async () => {
  const end = createHub();
  const [here, there] = [relay(end()), relay(end())];
  const [one, two, other] = [watcher(), watcher(), watcher()];
  here.watch(mail, one.listener, one.again);
  here.watch(mail, two.listener, two.again);
  here.watch(newMailId(), other.listener, other.again);
  waiting = 1;
  there.notify(mail, 7);
  await turns();
  expect([one.told, two.told, other.told]).toEqual([["store 1"], ["store 1"], []]);
});

test("a reply here is told here at once, and once more by its own hint", async () => {
  const end = createHub();
  const here = relay(end());
  const one = watcher();
  here.watch(mail, one.listener, one.again);
  waiting = 2;
  here.notify(mail, 2);
  await turns();
  expect(one.told).toEqual(["here 2", "store 2"]);
});

test("a look finds what no hint told, and one that fails ends nothing", async () => {
  const here = relay(noHints, 1);
  const one = watcher();
  waiting = 3;
  let failures = 1;
  here.watch(mail, one.listener, async () => {
    failures -= 1;
    if (failures >= 0) throw new Error("once");
    await one.again();
  });
  await expect.poll(() => one.told.at(0), { timeout: 5_000 }).toBe("store 3");
  expect(faults).toHaveLength(1);
});

test("nobody is asked for after the last watcher left", async () => {
  const end = createHub();
  const here = relay(end());
  const [one, two] = [watcher(), watcher()];
  const [leaveOne, leaveTwo] = [here.watch(mail, one.listener, one.again), here.watch(mail, two.listener, two.again)];
  leaveOne();
  end().tell(topicOf(mail), 1);
  await turns();
  leaveTwo();
  end().tell(topicOf(mail), 2);
  await turns();
  expect([one.told, two.told]).toEqual([[], ["store 0"]]);
});
