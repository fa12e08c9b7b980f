/** Opens and changes the lock; the first one is set elsewhere (`first-lock.ts`). */
import { err, ok, type Result } from "@belay/basics";
import type { DeskIdentity } from "@belay/wire";
import { signal, type Signal } from "@preact/signals";
import { lockFault } from "./desk-faults.ts";
import type { AppendFault } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { LockDoor, LockFault, LockSet, LockStatus } from "./vault-door.ts";

type LockPorts = Pick<Ports, "desk" | "restart">;

/** What the lock does to the rest of the engine. */
export interface LockHooks {
  /** The keys are open: read the log and go on. */
  readonly opened: (identity: DeskIdentity) => Promise<void>;
  /** Sets the first lock. */
  readonly first: (next: string) => Promise<Result<LockSet, LockFault>>;
}

const closed: LockStatus = { locked: false, passkey: false, waitMs: 0, recovery: false };

/** Asks the desk how the lock stands. */
export const refreshLock = async ({ desk }: Pick<Ports, "desk">, status: Signal<LockStatus>): Promise<void> => {
  const asked = await desk.status();
  if (!asked.ok) return;
  const { lock, passkey, waitMs, recovery } = asked.value;
  status.value = { locked: lock, passkey, waitMs, recovery };
};

/** Builds the lock's door. */
export const createLock = (ports: LockPorts, hooks: LockHooks): LockDoor & { readonly status: Signal<LockStatus> } => {
  const status = signal<LockStatus>(closed);
  const after = async <T>(done: Result<T, AppendFault>): Promise<Result<T, LockFault>> => {
    await refreshLock(ports, status);
    return done.ok ? done : err(lockFault(done.error));
  };
  const open = async (keys: Promise<Result<DeskIdentity, AppendFault>>): Promise<Result<null, LockFault>> => {
    const identity = await after(await keys);
    if (!identity.ok) return identity;
    await hooks.opened(identity.value);
    return ok(null);
  };
  return {
    status,
    unlock: (pass) => open(ports.desk.unlock(pass)),
    unlockByPasskey: (prf) => open(ports.desk.unlockByPasskey(prf)),
    passkeySalt: async () => {
      const salt = await ports.desk.passkeySalt();
      return salt.ok ? salt.value : null;
    },
    setPasskey: async (pass, credential, salt, prf) => after(await ports.desk.setPasskey(pass, credential, salt, prf)),
    dropPasskey: async (pass) => after(await ports.desk.dropPasskey(pass)),
    propose: async () => after(await ports.desk.propose()),
    judge: async (text) => after(await ports.desk.judge(text)),
    set: async (pass, next) => {
      await refreshLock(ports, status);
      if (!status.peek().locked) return hooks.first(next);
      const changed = await after(await ports.desk.changeLock(pass, next));
      return changed.ok ? ok({ old: "none" }) : changed;
    },
    lockNow: () => ports.restart(),
  };
};
