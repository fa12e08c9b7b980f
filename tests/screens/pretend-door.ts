/** A pretend vault for tests of screens: a lock with a passphrase, devices, codes and words, and faults on demand. */
import { err, ok, type Result } from "@belay/basics";
import { signal, type Signal } from "@preact/signals";
import type {
  Alarm,
  DeviceSeen,
  JoinFault,
  LockFault,
  LockStatus,
  VaultDoor,
} from "../../apps/web/engine/vault-door.ts";

/** What a test can turn and look at. */
export interface PretendDoor {
  readonly vault: VaultDoor;
  readonly status: Signal<LockStatus>;
  readonly devices: Signal<readonly DeviceSeen[]>;
  readonly alarms: Signal<readonly Alarm[]>;
  /** Does the act as the key worker would: only with the right passphrase where there is a lock. */
  readonly guarded: <T, F>(
    name: string,
    pass: string | null,
    act: () => Result<T, F>,
  ) => Promise<Result<T, F | LockFault>>;
  /** What opens the lock. */
  pass: string;
  /** How long it waits after a wrong guess, in ms. */
  waitMs: number;
  /** The next join fails like this. */
  join: JoinFault | null;
  /** Lets the answer to a shown code arrive, or fail. */
  readonly answer: (came: Result<null, JoinFault>) => void;
}

/** The twelve words of the pretend vault. */
export const doorWords = "art box car dog egg fan gum hat ice jam key log".split(" ");

/** The digits of every pretend code, as they are shown. */
export const doorDigits = "402 913";

const open: LockStatus = { locked: false, passkey: false, waitMs: 0, recovery: false };

/** An open vault without a lock, on one device. Every call is written into `calls`. */
export const pretendDoor = (calls: string[]): PretendDoor => {
  const status = signal(open);
  const devices = signal<readonly DeviceSeen[]>([]);
  const alarms = signal<readonly Alarm[]>([]);
  let waiting: ((came: Result<null, JoinFault>) => void) | null = null;
  const guarded: PretendDoor["guarded"] = (name, pass, act) => {
    calls.push(pass === null ? name : `${name} with ${pass}`);
    if (status.value.locked && pass !== door.pass)
      return Promise.resolve(err({ type: "WrongPassphrase", waitMs: door.waitMs }));
    return Promise.resolve(act());
  };
  const note = (name: string): void => void calls.push(name);
  const joined = (): Result<null, JoinFault> => (door.join === null ? ok(null) : err(door.join));
  const change = (part: Partial<LockStatus>): Result<null, LockFault> => {
    status.value = { ...status.value, ...part };
    return ok(null);
  };
  const vault: VaultDoor = {
    lock: {
      status,
      unlock: (pass) => guarded("unlock", pass, () => ok(null)),
      passkeySalt: () => Promise.resolve(null),
      unlockByPasskey: () => Promise.resolve(ok(null)),
      setPasskey: (pass) => guarded("set-passkey", pass, () => change({ passkey: true })),
      dropPasskey: (pass) => guarded("drop-passkey", pass, () => change({ passkey: false })),
      propose: () => {
        note("propose");
        return Promise.resolve(ok(`lamp river spoon tiger ${calls.length}`));
      },
      judge: (text) => Promise.resolve(ok(text.length < 12 ? { score: 0, why: "short" } : { score: 4, why: null })),
      set: (pass, next) =>
        guarded(`set ${next}`, pass, () => {
          door.pass = next;
          change({ locked: true });
          return ok({ old: "none" as const });
        }),
      lockNow: () => note("lock-now"),
    },
    devices,
    alarms,
    seeAlarm: (kind) => {
      note(`see ${kind}`);
      alarms.value = alarms.value.filter((alarm) => alarm.kind !== kind);
      return Promise.resolve();
    },
    checkWords: () => Promise.resolve(["one", "two", "three", "four", "five", "six"]),
    pair: {
      offer: () => {
        note("offer");
        const offered = joined();
        return Promise.resolve(
          offered.ok
            ? ok({ code: new Uint8Array(96).fill(7), digits: "402913", endsAt: Date.now() + 120_000 })
            : offered,
        );
      },
      take: (next) => {
        if (next !== null) note(`take under ${next}`);
        return new Promise((resolve) => (waiting = resolve));
      },
      cancel: () => note("cancel"),
      read: () => {
        const read = joined();
        return Promise.resolve(read.ok ? ok({ digits: "402913" }) : read);
      },
      answer: (pass, _code, name) => guarded(`answer ${name}`, pass, joined),
    },
    recovery: {
      words: (pass) => guarded("words", pass, () => ok({ words: doorWords, saved: true })),
      restore: (words, next) => {
        note(next === null ? `restore ${words}` : `restore ${words} under ${next}`);
        return Promise.resolve(joined());
      },
    },
    remove: (pass, id) =>
      guarded(`remove ${id}`, pass, () => {
        devices.value = devices.value.map((device) => (device.id === id ? { ...device, removed: true } : device));
        return ok(null);
      }),
    found: (pass, name) => guarded(`found ${name}`, pass, () => ok(null)),
    erase: (entry) => {
      note(`erase ${entry}`);
      return Promise.resolve(ok(null));
    },
    exportOpen: (pass) =>
      guarded("open-files", pass, () => ok({ json: new Uint8Array([1]), csv: new Uint8Array([2]) })),
  };
  const door: PretendDoor = {
    vault,
    status,
    devices,
    alarms,
    guarded,
    pass: "correct horse battery",
    waitMs: 0,
    join: null,
    answer: (came) => waiting?.(came),
  };
  return door;
};
