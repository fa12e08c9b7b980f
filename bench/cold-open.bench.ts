/** Measures opening a long log again, beside a plain read of the same bytes by the browser's database. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { test } from "@playwright/test";
import { addDays, toBase64Url, toHex } from "@belay/basics";
import { parseEvent, type Recorded } from "@belay/domain";
import { splitEnvelope } from "@belay/wire";
import { encodeNote, glanced, glanceName, noteOf } from "../apps/web/engine/glance.ts";
import { createJournal } from "../apps/web/engine/journal.ts";
import { createLedger } from "../apps/web/engine/ledger.ts";
import { compactOnce } from "../apps/web/engine/rewrite.ts";
import { adapterBrowser } from "../tests/world/adapter-page.ts";
import { good, testDesk, testPorts, testWorld, type TestWorld } from "../tests/world/engine-world.ts";
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
    const { t, d, ...rest } = JSON.parse(written);
    const later = { t: [t[0] + round * ninetyDays, t[1]], d: addDays(d, round * 90) };
    return good(parseEvent({ ...rest, ...later }, device));
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
  const note = noteOf(ledger.recorded(), ledger.recorded().at(-1)?.day ?? ports.clock.now().day);
  if (note !== null) await ports.meta.put(glanceName, good(await ports.desk.sealLocal(glanceName, encodeNote(note))));
  return world;
};

/** The same digest as in the app's worker. */
const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));

// The collector can be called by name only once it was asked for; a new context then has it.
setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Bytes in use, once what nobody holds is gone. */
const inUse = (): number => {
  if (typeof collect === "function") collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** What one opening took: processor milliseconds from open keys to the first screen and to the whole, and megabytes. */
interface OpenedAgain {
  readonly first: number;
  readonly whole: number;
  readonly mb: number;
}

/** Opens with a desk of its own. Where there is no note, the first screen waits for the whole. */
const openAgain = async (world: TestWorld): Promise<OpenedAgain> => {
  const ports = testPorts(world, { desk: testDesk(world, { digest }) });
  const identity = good(await ports.desk.open(false));
  const ledger = createLedger(ports);
  ledger.begin(identity);
  const held = inUse();
  const before = cpu();
  const few = await glanced(ports);
  if (few !== null) ledger.glance(few);
  const first = cpu() - before;
  good(await ledger.catchUp());
  const whole = cpu() - before;
  const mb = (inUse() - held) / 1e6;
  // Read again so that nothing of it may be gone before it is counted.
  if (ledger.recorded().length === 0) throw new Error("nothing was opened");
  return { first: few === null ? whole : first, whole, mb };
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
    const opened: OpenedAgain[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const read = await tab.call("readAll", `cold-${size}`);
      bytes = read.bytes;
      plain.push(read.ms);
      opened.push(await openAgain(world));
    }
    const [a, first, whole] = [plain, opened.map((one) => one.first), opened.map((one) => one.whole)].map(middle);
    const what = `${size} | ${envelopes.length} | ${(bytes / 1e6).toFixed(1)} MB`;
    const mb = middle(opened.map((one) => one.mb)).toFixed(0);
    const against = ((whole ?? 0) / (a ?? 1)).toFixed(1);
    const times = [a, first, whole].map((ms) => `${(ms ?? 0).toFixed(0)} ms`).join(" | ");
    lines.push(`| ${what} | ${times} | ${against} x | ${mb} MB |`);
  }
  await browser.close();
  const head = [
    "| entries | envelopes | bytes | plain read | first screen, processor time | all opened, processor time | against it | kept in memory |",
  ];
  process.stdout.write(
    `\n### Opening a long log again\n\n${[...head, "| --- | --- | --- | --- | --- | --- | --- | --- |", ...lines].join("\n")}\n\n`,
  );
});
