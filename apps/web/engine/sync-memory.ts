/** Remembers, sealed and over restarts, what was seen of every chain and what was found wrong (`security.md` 4.5). */
import { fromUtf8, utf8 } from "@belay/basics";
import type { Seen } from "@belay/wire";
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Ports } from "./ports/ports.ts";
import { alarmKinds, type Alarm, type AlarmKind } from "./vault-door.ts";

/** The name under which it is sealed. */
const boxName = "sync";

/** What is kept. */
export interface Remembered {
  /** The highest verified place of every chain. */
  readonly vector: Seen;
  /** The highest own number up to which the relay has shown everything again. */
  readonly shown: number;
  /** Device to the number that another device has seen of it, and since when (ms) it is lacking here. */
  readonly named: Readonly<Record<string, readonly [seq: number, since: number]>>;
  readonly alarms: readonly Alarm[];
  /** Devices that wrote two histories: nothing more of them is taken in. */
  readonly frozen: readonly string[];
  /** Devices that were removed here: the act may lose against another device's, and is then done again. */
  readonly removals: readonly string[];
  /** This device has just joined a vault: it copies until it has read what the person chose about copying. */
  readonly joining: boolean;
}

const nothing: Remembered = { vector: {}, shown: 0, named: {}, alarms: [], frozen: [], removals: [], joining: false };

/** The memory of one device. */
export interface Memory {
  readonly alarms: ReadonlySignal<readonly Alarm[]>;
  readonly joining: ReadonlySignal<boolean>;
  readonly now: () => Remembered;
  /** Reads what was kept; what does not open counts as nothing. */
  readonly load: () => Promise<void>;
  /** Changes a part at once, and keeps it on the disk by and by. */
  readonly change: (part: Partial<Remembered>) => void;
  /** Notes what is wrong, once a kind and device. */
  readonly raise: (kind: AlarmKind, device: string | null) => void;
  readonly dismiss: (kind: AlarmKind) => void;
  /** Resolves when everything that was changed so far is on the disk, or could not be put there. */
  readonly settled: () => Promise<void>;
  readonly forget: () => void;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAlarm = (value: unknown): value is Alarm =>
  isRecord(value) &&
  alarmKinds.some((kind) => kind === value["kind"]) &&
  typeof value["since"] === "number" &&
  (value["device"] === null || typeof value["device"] === "string");

const pairs = <T>(value: unknown, isSecond: (second: unknown) => second is T): Record<string, readonly [number, T]> => {
  const read: Record<string, readonly [number, T]> = {};
  for (const [device, pair] of isRecord(value) ? Object.entries(value) : []) {
    if (!/^[0-9a-f]{32}$/.test(device) || !Array.isArray(pair)) continue;
    const [seq, second]: readonly unknown[] = pair;
    if (typeof seq === "number" && isSecond(second)) read[device] = [seq, second];
  }
  return read;
};
const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";

/** What was written by this module; anything else in it is left out. */
const parse = (bytes: Uint8Array): Remembered => {
  const text = fromUtf8(bytes);
  if (!text.ok) return nothing;
  try {
    const value: unknown = JSON.parse(text.value);
    if (!isRecord(value)) return nothing;
    const { alarms, frozen, removals, shown } = value;
    return {
      vector: pairs(value["vector"], isText),
      shown: isNumber(shown) ? shown : 0,
      named: pairs(value["named"], isNumber),
      alarms: Array.isArray(alarms) ? alarms.filter(isAlarm) : [],
      frozen: Array.isArray(frozen) ? frozen.filter(isText) : [],
      removals: Array.isArray(removals) ? removals.filter(isText) : [],
      joining: value["joining"] === true,
    };
  } catch {
    return nothing;
  }
};

/** Builds the memory over the sealed box. */
export const createMemory = (ports: Pick<Ports, "clock" | "desk" | "meta">): Memory => {
  let kept = nothing;
  let dirty = false;
  let writing: Promise<void> | null = null;
  const alarms = signal<readonly Alarm[]>([]);
  const joining = signal(false);

  const write = async (): Promise<void> => {
    while (dirty) {
      dirty = false;
      const sealed = await ports.desk.sealLocal(boxName, utf8(JSON.stringify(kept)));
      // What could not be kept is known until the app closes, and is learnt again from the log and the relay.
      if (sealed.ok) await ports.meta.put(boxName, sealed.value);
    }
    writing = null;
  };
  const change = (part: Partial<Remembered>): void => {
    kept = { ...kept, ...part };
    if (part.alarms !== undefined) alarms.value = part.alarms;
    if (part.joining !== undefined) joining.value = part.joining;
    dirty = true;
    writing ??= write();
  };

  return {
    alarms,
    joining,
    now: () => kept,
    load: async () => {
      const sealed = await ports.meta.get(boxName);
      if (!sealed.ok || sealed.value === null) return;
      const opened = await ports.desk.openLocal(boxName, sealed.value);
      if (!opened.ok) return;
      kept = parse(opened.value);
      alarms.value = kept.alarms;
      joining.value = kept.joining;
    },
    change,
    raise: (kind, device) => {
      if (kept.alarms.some((one) => one.kind === kind && one.device === device)) return;
      change({ alarms: [...kept.alarms, { kind, device, since: ports.clock.now().ms }] });
    },
    dismiss: (kind) => {
      if (!kept.alarms.some((one) => one.kind === kind)) return;
      change({ alarms: kept.alarms.filter((one) => one.kind !== kind) });
    },
    settled: async () => {
      while (writing !== null) await writing;
    },
    forget: () => {
      kept = nothing;
      dirty = false;
      alarms.value = [];
      joining.value = false;
    },
  };
};
