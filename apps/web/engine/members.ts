/** Says who the devices of the vault are, and lets one in or ends one, by acts that the owner signs. */
import { err, ok, type Result } from "@belay/basics";
import type { DeskFault, DeskTurn } from "@belay/wire";
import { effect, type ReadonlySignal } from "@preact/signals";
import { lockFault } from "./desk-faults.ts";
import { devicesSeen } from "./devices-seen.ts";
import type { AppendFault, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { Renewing } from "./renewing.ts";
import type { Sync } from "./sync.ts";
import type { Memory } from "./sync-memory.ts";
import type { DeviceSeen, LockFault } from "./vault-door.ts";

type MemberPorts = Pick<Ports, "clock" | "desk" | "turn">;
type Done = Promise<Result<null, LockFault>>;

/** Acts about devices, and what they amount to. */
export interface Members {
  readonly devices: ReadonlySignal<readonly DeviceSeen[]>;
  readonly found: (pass: string | null, name: string) => Done;
  /** Makes this device a member where the vault has no book yet and no lock; does nothing elsewhere. */
  readonly foundBare: () => Promise<void>;
  readonly remove: (pass: string | null, device: string) => Done;
  /** Does removals again that lost against another device's act, or says so; gives the way to stop. */
  readonly follow: () => () => void;
  /** Appends an act that the desk made. The caller does not hold the turn. */
  readonly act: (make: () => Promise<Result<Uint8Array, DeskFault>>) => Promise<Result<null, DeskFault | AppendFault>>;
}

/** A name for a device that nobody named: the first letters of its id, which say nothing about it. */
const plainName = (ledger: Ledger): string => (ledger.identity()?.device ?? "").slice(0, 4);

/** Of two acts at once one is lost: a removal of this device's that lost is done again, or it is said. */
const followRemovals = (
  { desk }: MemberPorts,
  ledger: Ledger,
  memory: Pick<Memory, "now" | "change" | "raise">,
  remove: (pass: string | null, device: string) => Done,
): (() => void) => {
  let [busy, over] = [false, false];
  const undone = (): readonly string[] => {
    const active = ledger.members.peek().filter(({ cut }) => cut === null);
    // A device that was removed itself has no say any more.
    if (!active.some(({ self }) => self)) return [];
    return memory.now().removals.filter((id) => active.some(({ device }) => device === id));
  };
  const again = async (): Promise<void> => {
    const status = await desk.status();
    for (const device of undone()) {
      if (over) return;
      const done = status.ok && !status.value.lock ? await remove(null, device) : null;
      if (done?.ok === true || !undone().includes(device)) continue;
      memory.raise("removal-undone", device);
      memory.change({ removals: memory.now().removals.filter((id) => id !== device) });
    }
  };
  const stop = effect(() => {
    if (ledger.members.value.length === 0 || busy || undone().length === 0) return;
    busy = true;
    void again().finally(() => {
      busy = false;
    });
  });
  return () => {
    over = true;
    stop();
  };
};

/** Builds the acts over the ledger and the desk. */
export const createMembers = (
  ports: MemberPorts,
  ledger: Ledger,
  sync: Pick<Sync, "again" | "nudge">,
  renew: Renewing["renew"] = () => Promise.resolve(),
  memory: Pick<Memory, "now" | "change" | "raise"> | null = null,
): Members => {
  const act: Members["act"] = (make) =>
    ports.turn.exclusive(async () => {
      if (ledger.identity() === null) return err({ type: "KeysMissing" });
      const read = await ledger.catchUp();
      if (!read.ok) return read;
      const body = await make();
      if (!body.ok) return body;
      const added = await ledger.add({ type: "membership", bytes: body.value });
      return added.ok ? ok(null) : added;
    });

  const found = (pass: string | null, name: string): ReturnType<Members["act"]> =>
    act(() => ports.desk.foundBody(pass, name, ports.clock.now().ms));

  /** Ends the device after what of it is held here: whatever it wrote later counts for nobody. */
  const revoke = (pass: string | null, device: string): Promise<Result<DeskTurn, DeskFault>> =>
    ports.desk.revoke(pass, device, ledger.chains().head(device), ports.clock.now().ms);

  const remove = async (pass: string | null, device: string): Done => {
    const turns: DeskTurn[] = [];
    const done = await act(async () => {
      const turn = await revoke(pass, device);
      if (turn.ok) turns.push(turn.value);
      return turn.ok ? ok(turn.value.body) : turn;
    });
    if (!done.ok) return err(lockFault(done.error));
    // A line of its own under the new key; the relay is told of it there (`sync-greet.ts`).
    sync.again();
    await Promise.all(turns.map(renew));
    return ok(null);
  };

  return {
    devices: devicesSeen(ledger),
    act,
    found: async (pass, name) => {
      const done = await found(pass, name);
      if (!done.ok) return err(lockFault(done.error));
      sync.nudge();
      return ok(null);
    },
    foundBare: async () => {
      if (ledger.identity() === null || ledger.members.peek().length > 0) return;
      // With a lock there is a book from the first entry on; where the desk says no, copying waits for `found`.
      await found(null, plainName(ledger));
    },
    follow: () => (memory === null ? () => undefined : followRemovals(ports, ledger, memory, remove)),
    remove: async (pass, device) => {
      const before = memory?.now().removals ?? [];
      // Noted first: a crash after the act is durable must not forget whose it was.
      memory?.change({ removals: [...new Set([...before, device])] });
      const done = await remove(pass, device);
      if (!done.ok) memory?.change({ removals: before });
      return done;
    },
  };
};
