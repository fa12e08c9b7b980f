/** Makes random records, files of them, and devices to read them on, for the proofs about backups. */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { utf8 } from "@belay/basics";
import { encodeEvent, parseEvent, type Recorded } from "@belay/domain";
import { pickBelow, seededRandom } from "@belay/testkit";
import { newRecoveryWords, sealBackup, type Random } from "@belay/vault";
import log from "../../fixtures/logs/ninety-days.json";
import type { Running } from "../../apps/web/engine/create.ts";
import type { Engine } from "../../apps/web/engine/engine.ts";
import { good, startEngine, testWorld, type TestWorld } from "../world/engine-world.ts";

/** A device with the engine running on it. */
export interface Device extends Running {
  readonly world: TestWorld;
}

/** Opens a device; the same world again is the same device after a restart. */
export const device = async (world: TestWorld | string): Promise<Device> => {
  const of = typeof world === "string" ? testWorld(world) : world;
  return { ...(await startEngine(of)), world: of };
};

/** Ninety ordinary days, of which every kind of entry is taken. */
const pool: readonly Recorded[] = log.events.flatMap((json: unknown) => {
  const event = parseEvent(json, log.device);
  return event.ok ? [event.value] : [];
});

const devices = ["1a", "2b", "3c"].map((byte) => byte.repeat(16));
/** 2026-01-01 in ms; entries fall into the year after it. */
const from = 1_767_225_600_000;

/** `count` entries with ids of their own, of three devices, in no order. */
export const randomEvents = (random: Random, count: number): readonly Recorded[] =>
  Array.from({ length: count }, (_, i) => {
    const [picked] = [pool[pickBelow(random, pool.length)]];
    if (picked === undefined) throw new Error("the pool is empty");
    const at = [
      from + pickBelow(random, 31_000_000) * 1000,
      pickBelow(random, 9),
      devices[pickBelow(random, 3)] ?? "",
    ] as const;
    return { ...picked, id: `r-${Buffer.from(random(6)).toString("hex")}:${i}`, at };
  });

/** Items as the app writes them. `pad` lengthens every item to so many bytes with white space, which JSON allows. */
export const itemsOf = (vault: string, events: readonly Recorded[], pad = 0): readonly Uint8Array[] =>
  [
    { format: 1, vault, events: events.length },
    ...events.map((event) => ({ device: event.at[2], event: encodeEvent(event) })),
  ].map((value) => utf8(JSON.stringify(value).padEnd(pad)));

/** A file of these items and the words that open it. */
export const fileOf = (
  items: readonly Uint8Array[],
  random: Random,
): { readonly file: Uint8Array; readonly words: string } => {
  const words = newRecoveryWords(random);
  return { file: good(sealBackup(items, words, random)), words: words.join(" ") };
};

/** A file of a random record of a vault that nobody has. */
export const randomFile = (seed: string, count: number) => {
  const random = seededRandom(seed);
  const events = randomEvents(random, count);
  return { events, ...fileOf(itemsOf(Buffer.from(random(16)).toString("hex"), events), random) };
};

/** Whether two devices show one and the same record. */
export const areEqual = (a: Engine["state"]["value"], b: Engine["state"]["value"]): boolean => isDeepStrictEqual(a, b);

/** Every envelope that a device holds. */
export const envelopesOf = async ({ world }: Device): Promise<readonly Uint8Array[]> =>
  good(await world.log.since(0, 1_000_000)).entries.map(({ envelope }) => envelope);

/** One entry of one's own, of today. */
export const writeOne = async ({ engine }: Device, energy: number): Promise<void> => {
  good(await engine.dispatch({ kind: "checkin/note", energy, cues: [], carrying: randomUUID().slice(0, 8) }));
};
