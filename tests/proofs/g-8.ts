/** G-8: guessing at the lock is slowed for good, never wipes, and tells nothing by its words or its time. */
import { seededRandom } from "@belay/testkit";
import { propose } from "@belay/vault";
import type { KeyDesk } from "@belay/wire";
import { stretchByArgon2 } from "../../apps/web/worker/stretch.ts";
import type { DeskPorts } from "../../apps/web/worker/held.ts";
import { firstPass, good, testDevice, type TestDevice } from "../world/desk-world.ts";
import type { Proof } from "./proof.ts";

/** Real guesses of the page's number; the rest run with a stretch that costs nothing. */
const realGuesses = 5;
/** Guesses between two ends of the worker. */
const life = 7;
/** The page's bound on time, either way. */
const within = 0.1;

/** Kinds of wrong guesses that a careless lock would tell apart by time or words. */
const kinds = ["nothing", "one letter off", "its beginning", "long", "other words"] as const;

const wrongOf = (kind: (typeof kinds)[number], random: (length: number) => Uint8Array): string => {
  const words = propose(random);
  switch (kind) {
    case "nothing":
      return "";
    case "one letter off":
      return `${firstPass.slice(0, -1)}${"abcdfghi"[(random(1)[0] ?? 0) % 8]}`;
    case "its beginning":
      return firstPass.slice(0, 1 + ((random(1)[0] ?? 0) % (firstPass.length - 1)));
    case "long":
      return `${words} ${words}`;
    case "other words":
      return words;
  }
};

/** How a mutant differs from the shipped desk. */
type Bend = (device: TestDevice) => (desk: KeyDesk) => KeyDesk;
const shipped: Bend = () => (desk) => desk;

/** The table of the page, written out once more: seconds after so many wrong guesses in a row. */
const expectedWait = (failures: number): number => 1000 * ([1, 2, 4, 8, 16, 32, 64, 128, 256][failures - 1] ?? 300);

const lockedWith = async (seed: string, over: Partial<DeskPorts>): Promise<TestDevice> => {
  const device = testDevice(seed, over);
  good(await device.desk().open(true));
  good(await device.desk().beginVault(null, firstPass, "Phone", 1));
  good(await device.desk().finishVault());
  return device;
};

/** The wraps as they lie in the store; guessing must not change a byte of them. */
const wrapsOf = async ({ keystore }: TestDevice): Promise<string> => {
  const stored = Buffer.from(good(await keystore.read()) ?? new Uint8Array());
  return stored.subarray(Math.max(0, stored.indexOf("BLCK"))).toString("hex");
};

/** What a run of guesses found, and how long each kind took, in microseconds of processor time. */
interface Run {
  readonly failures: readonly string[];
  readonly took: ReadonlyMap<string, readonly number[]>;
}

const guessMany = async (
  device: TestDevice,
  count: number,
  { seed, bend }: { readonly seed: string; readonly bend: Bend },
): Promise<Run> => {
  const random = seededRandom(seed);
  const failures: string[] = [];
  const took = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
  const bent = bend(device);
  const wraps = await wrapsOf(device);
  let desk = bent(device.restart());
  for (let i = 0; i < count; i += 1) {
    if (i > 0 && i % life === 0) {
      const before = good(await desk.status()).waitMs;
      desk = bent(device.restart());
      const after = good(await desk.status()).waitMs;
      if (after !== before || after === 0) failures.push(`a restart after ${i} guesses made ${before} ms ${after}`);
    }
    device.turn(good(await desk.status()).waitMs);
    const kind = kinds[i % kinds.length] ?? "nothing";
    const guess = wrongOf(kind, random);
    const from = process.cpuUsage();
    const answer = await desk.unlock(guess);
    const { user, system } = process.cpuUsage(from);
    took.get(kind)?.push(user + system);
    const told = JSON.stringify(answer);
    const one = JSON.stringify({ ok: false, error: { type: "WrongPassphrase", waitMs: expectedWait(i + 1) } });
    if (told !== one) failures.push(`guess ${i + 1} (${kind}) was answered ${told}`);
  }
  if ((await wrapsOf(device)) !== wraps) failures.push("the wraps were changed");
  device.turn(300_000);
  if (!(await device.restart().unlock(firstPass)).ok) failures.push("the right passphrase does not open any more");
  return { failures, took };
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Kinds whose middle is further from the middle of all than the page allows. */
const apart = (took: Run["took"]): readonly string[] => {
  const middle = median([...took.values()].flat());
  return [...took]
    .filter(([, times]) => times.length > 0 && Math.abs(median(times) - middle) > within * middle)
    .map(([kind, times]) => `"${kind}" took ${median(times)} us, all ${middle} us`);
};

/** Times are looked at again when they differ: another process may have been in the way, a lock that tells stays so. */
const settled = async (tries: number, measure: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  let found = await measure();
  for (let i = 1; i < tries && found.length > 0; i += 1) found = await measure();
  return found;
};

/** Wrong guesses with the stretch that is shipped: all about as long as each other. */
const realRun = async (seed: string, bend: Bend): Promise<readonly string[]> => {
  const device = await lockedWith(seed, { stretch: stretchByArgon2 });
  const { failures, took } = await guessMany(device, realGuesses, { seed, bend });
  return [...failures, ...apart(took)];
};

/** Five mutants: each must be caught by the same eyes. */
const mutants: Readonly<Record<string, Bend>> = {
  "a wait that a restart forgets": ({ keystore }) => {
    const wholes: (Uint8Array | null)[] = [];
    return (desk) => {
      const start = keystore.read().then((kept) => {
        wholes.push(kept.ok ? kept.value : null);
        return wholes[0] === undefined || wholes[0] === null ? kept : keystore.write(wholes[0]);
      });
      return {
        ...desk,
        status: () => start.then(() => desk.status()),
        unlock: (pass) => start.then(() => desk.unlock(pass)),
      };
    };
  },
  "a lock that wipes after ten": ({ keystore }) => {
    let wrong = 0;
    return (desk) => ({
      ...desk,
      unlock: async (pass) => {
        const answer = await desk.unlock(pass);
        wrong += answer.ok ? 0 : 1;
        if (wrong === 10) await keystore.destroy();
        return answer;
      },
    });
  },
  "an answer that says how close it was": () => (desk) => ({
    ...desk,
    unlock: async (pass) => {
      const answer = await desk.unlock(pass);
      return pass.length < 12 && !answer.ok ? { ok: false, error: { type: "WeakPassphrase", why: "short" } } : answer;
    },
  }),
};

/** The mutant of time: one that does not stretch what cannot be right, and answers at once. */
const hasty: Partial<DeskPorts> = {
  stretch: (passphrase, salt, params) =>
    passphrase.length < 12
      ? Promise.resolve({ ok: true, value: new Uint8Array(32) })
      : stretchByArgon2(passphrase, salt, params),
};

const caught = async (): Promise<readonly string[]> => {
  const missed: string[] = [];
  for (const [name, bend] of Object.entries(mutants)) {
    const run = await guessMany(await lockedWith(`g-8/${name}`, {}), 30, { seed: name, bend });
    if (run.failures.length === 0) missed.push(name);
  }
  const quick = await lockedWith("g-8/hasty", hasty);
  const { took } = await guessMany(quick, realGuesses, { seed: "hasty", bend: shipped });
  if (apart(took).length === 0) missed.push("a lock that answers short ones at once");
  return missed;
};

/** A thousand with a stretch that costs nothing, five with Argon2id; restarts in between. */
export const proof: Proof = {
  id: "G-8",
  number: 1005,
  control: "a wait that a restart forgets, a wipe, an answer that says how close, a lock that is quick with short ones",
  run: async ({ asked, seed, note }) => {
    const cheap = Math.max(1, asked - realGuesses);
    let failures: readonly string[] = [];
    const times = await settled(6, async () => {
      const run = await guessMany(await lockedWith(`g-8/${seed}`, {}), cheap, {
        seed: `g-8/${seed}/guesses`,
        bend: shipped,
      });
      ({ failures } = run);
      // A handful of guesses has no middle worth the name.
      return cheap < 200 ? [] : apart(run.took);
    });
    const real = await settled(4, () => realRun(`g-8/real/${seed}`, shipped));
    const found = [...failures, ...times, ...real];
    for (const line of found.slice(0, 20)) note(line);
    const missed = await caught();
    for (const name of missed) note(`G-8: not caught: ${name}`);
    const why = found[0];
    return {
      done: cheap + Math.min(asked, realGuesses),
      failures: found.length,
      control: missed.length === 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
