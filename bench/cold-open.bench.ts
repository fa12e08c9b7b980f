/** Measures opening a long log again, beside a plain read of the same bytes by the browser's database. */
import { test } from "@playwright/test";
import { toBase64Url, toHex } from "@belay/basics";
import { parseEvent, type Recorded } from "@belay/domain";
import { splitEnvelope } from "@belay/wire";
import { createJournal } from "../apps/web/engine/journal.ts";
import { createLedger } from "../apps/web/engine/ledger.ts";
import { compactOnce } from "../apps/web/engine/rewrite.ts";
import { adapterBrowser } from "../tests/world/adapter-page.ts";
import { good, testPorts, testWorld, type TestWorld } from "../tests/world/engine-world.ts";
import { checkedIn } from "../tests/world/kept-log.ts";

const sizes = [1_000, Number(process.env["ENTRIES"] ?? "75000")];
const rounds = Number(process.env["ROUNDS"] ?? "3");
const ninetyDays = 90 * 86_400_000;

/** The ninety days over and over, each time as other entries about other things. */
const longLog = (count: number): readonly Recorded[] => {
  const { device, events } = checkedIn();
  return Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / events.length);
    const written = JSON.stringify(events[at % events.length]).replaceAll(/day-(\d{4})/g, `day-${round}-$1`);
    const { t, ...rest } = JSON.parse(written);
    return good(parseEvent({ ...rest, t: [t[0] + round * ninetyDays, t[1]] }, device));
  });
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
const middle = (samples: readonly number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;

/** A device that took the log in from a backup, and put it together. */
const writtenWorld = async (count: number): Promise<TestWorld> => {
  const world = testWorld(`cold/${count}`);
  const ports = testPorts(world);
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(true)));
  const journal = createJournal(ports, ledger);
  const drafts = longLog(count).map(({ id, at, day, ...event }) => ({ event, id, from: { at, day } }));
  for (let at = 0; at < count; at += 5_000) good(await journal.take(drafts.slice(at, at + 5_000)));
  while (good(await compactOnce(ports, ledger, () => Number.POSITIVE_INFINITY)));
  return world;
};

/** Processor milliseconds from open keys to the whole fold, with a desk of its own. */
const openAgain = async (world: TestWorld): Promise<number> => {
  const ports = testPorts(world);
  const identity = good(await ports.desk.open(false));
  const ledger = createLedger(ports);
  ledger.begin(identity);
  const before = cpu();
  good(await ledger.catchUp());
  return cpu() - before;
};

test("opening a long log again", async () => {
  test.setTimeout(600_000);
  const browser = await adapterBrowser();
  const tab = await browser.open();
  const lines: string[] = [];
  for (const size of sizes) {
    const world = await writtenWorld(size);
    const held = good(await world.log.since(0, 1_000_000)).entries.map(({ envelope }) => envelope);
    const { deviceId, seq } = good(splitEnvelope(held[0] ?? new Uint8Array())).header;
    if (seq > 1) good(await tab.call("beginAfter", `cold-${size}`, toHex(deviceId), seq - 1));
    const envelopes = held.map((envelope) => toBase64Url(envelope));
    for (let at = 0; at < envelopes.length; at += 16)
      good(await tab.call("appendAll", `cold-${size}`, envelopes.slice(at, at + 16)));
    const plain: number[] = [];
    const opened: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const read = await tab.call("readAll", `cold-${size}`);
      bytes = read.bytes;
      plain.push(read.ms);
      opened.push(await openAgain(world));
    }
    const [a, b] = [middle(plain), middle(opened)];
    const what = `${size} | ${envelopes.length} | ${(bytes / 1e6).toFixed(1)} MB`;
    lines.push(`| ${what} | ${a.toFixed(0)} ms | ${b.toFixed(0)} ms | ${(b / a).toFixed(1)} x |`);
  }
  await browser.close();
  const head = ["| entries | envelopes | bytes | plain read | all opened, processor time | against it |"];
  process.stdout.write(
    `\n### Opening a long log again\n\n${[...head, "| --- | --- | --- | --- | --- | --- |", ...lines].join("\n")}\n\n`,
  );
});
