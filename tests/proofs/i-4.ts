/** I-4: whoever restores an old backup is a new device, and nobody elsewhere sees a chain that forks. */
import { toHex } from "@belay/basics";
import { memoryLog, pickBelow, seededRandom } from "@belay/testkit";
import { splitEnvelope, type Log } from "@belay/wire";
import { good, testWorld } from "../world/engine-world.ts";
import { device, envelopesOf, writeOne, type Device } from "./backup-world.ts";
import type { Proof } from "./proof.ts";

/** The mutant must be caught every time. */
const controlCases = 5;

/** What another device or a relay holds of everybody; it keeps each chain by the rules of every log. */
const elsewhere = (): Log => memoryLog();

/** Brings envelopes elsewhere; how many were other bytes at a place that was taken (a fork). */
const forks = async (log: Log, envelopes: readonly Uint8Array[]): Promise<number> => {
  let found = 0;
  for (const envelope of envelopes) {
    const kept = await log.append(envelope);
    if (!kept.ok && kept.error.type === "Conflict") found += 1;
    else good(kept);
  }
  return found;
};

const devicesIn = (envelopes: readonly Uint8Array[]): ReadonlySet<string> =>
  new Set(
    envelopes.map((envelope) => {
      const parts = good(splitEnvelope(envelope));
      return toHex(parts.header.deviceId);
    }),
  );

/** A device that made a backup and then went on writing, which somebody elsewhere has seen. */
const wentOn = async (seed: string) => {
  const random = seededRandom(`${seed}/counts`);
  const old = await device(seed);
  for (let i = 0; i <= pickBelow(random, 4); i += 1) await writeOne(old, i);
  const backup = good(await old.engine.exportBackup());
  const disk = old.world.log.snapshot();
  for (let i = 0; i <= pickBelow(random, 4); i += 1) await writeOne(old, 50 + i);
  const log = elsewhere();
  const written = await envelopesOf(old);
  if ((await forks(log, written)) > 0) throw new Error("the honest chain forks");
  return { old, backup, disk, log, written };
};

/** Writes on and tells what is wrong with it, or null. */
const problemOf = async (restored: Device, before: ReadonlySet<string>, log: Log): Promise<string | null> => {
  for (let i = 0; i < 3; i += 1) await writeOne(restored, 90 + i);
  const envelopes = await envelopesOf(restored);
  const found = await forks(log, envelopes);
  const known = [...devicesIn(envelopes)].filter((id) => before.has(id));
  if (known.length > 0) return `device ${known.join()} writes again`;
  return found > 0 ? `${found} forks elsewhere` : null;
};

/** Restores the old file: on the same device after it was wiped, or on another one. */
const oneCase = async (seed: string, same: boolean): Promise<string | null> => {
  const { old, backup, log, written } = await wentOn(seed);
  old.stop();
  if (same) good(await old.engine.wipe());
  const restored = await device(same ? old.world : testWorld(`${seed}/other`));
  const taken = good(await restored.engine.importBackup(backup.file, backup.words.join(" "))).events;
  if (taken === 0) return "nothing came back";
  return problemOf(restored, devicesIn(written), log);
};

/** The mutant: a backup that carries the device's keys and its chain, as a copy of the browser's profile would. */
const mutantIsCaught = async (seed: string): Promise<boolean> => {
  const { old, disk, log, written } = await wentOn(seed);
  old.stop();
  old.world.log.restore(disk);
  const problem = await problemOf(await device(old.world), devicesIn(written), log);
  return problem !== null;
};

/** Every other one on the same device. */
export const proof: Proof = {
  id: "I-4",
  number: 100,
  control: "a backup that brings the device's own keys and chain back",
  run: async ({ asked, seed, note }) => {
    const wrong: string[] = [];
    for (let i = 0; i < asked; i += 1) {
      const problem = await oneCase(`i-4/${seed}/${i}`, i % 2 === 0);
      if (problem !== null) wrong.push(`case ${i}: ${problem}`);
    }
    let caught = 0;
    for (let i = 0; i < controlCases; i += 1) caught += (await mutantIsCaught(`i-4/mutant/${seed}/${i}`)) ? 1 : 0;
    note(
      `I-4: ${asked - wrong.length} of ${asked} were new devices; the mutant was caught ${caught} of ${controlCases}`,
    );
    const [why] = wrong;
    return {
      done: asked,
      failures: wrong.length,
      control: caught === controlCases,
      ...(why === undefined ? {} : { why }),
    };
  },
};
