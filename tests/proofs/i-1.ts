/** I-1: any record is the same after it was exported, wiped from the device, and imported again. */
import { pickBelow, seededRandom } from "@belay/testkit";
import { createBackup } from "../../apps/web/engine/backup.ts";
import { decideAtOnce } from "../../apps/web/engine/deciding.ts";
import { createJournal } from "../../apps/web/engine/journal.ts";
import { createLedger } from "../../apps/web/engine/ledger.ts";
import { good, testPorts, testWorld } from "../world/engine-world.ts";
import { areEqual, device, randomFile, writeOne } from "./backup-world.ts";
import type { Proof } from "./proof.ts";

/** Entries of one record, at most. */
const most = 120;
/** Of so many records the mutant must not bring one back. */
const controlVaults = 5;

/** Brings a record in, exports it, wipes the device, imports it there, and opens the device once more. */
const roundTrip = async (seed: string): Promise<string | null> => {
  const { events, file, words } = randomFile(seed, pickBelow(seededRandom(`${seed}/count`), most));
  const first = await device(seed);
  good(await first.engine.importBackup(file, words));
  await writeOne(first, 40);
  const before = first.engine.state.value;
  const made = good(await first.engine.exportBackup());
  good(await first.engine.wipe());
  const kept = await first.world.keystore.read();
  if (!kept.ok || kept.value !== null) return "keys were left";
  const second = await device(first.world);
  const back = good(await second.engine.importBackup(made.file, made.words.join(" "))).events;
  if (back !== events.length + 1) return `${back} of ${events.length + 1} entries came back`;
  if (!areEqual(second.engine.state.value, before)) return "what is shown is not the same";
  second.stop();
  const again = await device(first.world);
  const same = areEqual(again.engine.state.value, before);
  again.stop();
  return same ? null : "after a restart what is shown is not the same";
};

/** The mutant: everything is the app's own, but an entry that comes back is given the time at which it came. */
const mutantIsEqual = async (seed: string): Promise<boolean> => {
  const { file, words } = randomFile(seed, 40);
  const open = async (name: string, bend: boolean) => {
    const ports = testPorts(testWorld(name));
    const ledger = createLedger(ports);
    ledger.begin(good(await ports.desk.open(true)));
    const journal = createJournal(ports, ledger, decideAtOnce);
    const take: typeof journal.take = (drafts) => journal.take(drafts.map(({ event, id }) => ({ event, id })));
    const backup = createBackup(ports, ledger, bend ? { ...journal, take } : journal);
    good(await backup.importBackup(file, words));
    return ledger.state.value;
  };
  return areEqual(await open(`${seed}/right`, false), await open(`${seed}/mutant`, true));
};

/** A case is a record of none to 119 entries and one more of the device itself. */
export const proof: Proof = {
  id: "I-1",
  number: 1_000,
  control: "an import that gives every entry the time at which it came back",
  run: async ({ asked, seed, note }) => {
    let failures = 0;
    let first: string | undefined;
    for (let i = 0; i < asked; i += 1) {
      const why = await roundTrip(`i-1/${seed}/${i}`);
      if (why === null) continue;
      failures += 1;
      first ??= `record ${i}: ${why}`;
    }
    let caught = 0;
    for (let i = 0; i < controlVaults; i += 1) caught += (await mutantIsEqual(`i-1/mutant/${seed}/${i}`)) ? 0 : 1;
    note(`I-1: ${asked} records, ${failures} not equal; the mutant was caught ${caught} of ${controlVaults} times`);
    return { done: asked, failures, control: caught === controlVaults, ...(first === undefined ? {} : { why: first }) };
  },
};
