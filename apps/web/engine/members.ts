/** Says who the devices of the vault are, and lets one in or ends one, by acts that the owner signs. */
import { err, ok, type Result } from "@belay/basics";
import type { DeskFault, DeskTurn } from "@belay/wire";
import type { ReadonlySignal } from "@preact/signals";
import { lockFault } from "./desk-faults.ts";
import { devicesSeen } from "./devices-seen.ts";
import type { AppendFault, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { Renewing } from "./renewing.ts";
import type { Sync } from "./sync.ts";
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
  /** Appends an act that the desk made. The caller does not hold the turn. */
  readonly act: (make: () => Promise<Result<Uint8Array, DeskFault>>) => Promise<Result<null, DeskFault | AppendFault>>;
}

/** A name for a device that nobody named: the first letters of its id, which say nothing about it. */
const plainName = (ledger: Ledger): string => (ledger.identity()?.device ?? "").slice(0, 4);

/** Builds the acts over the ledger and the desk. */
export const createMembers = (
  ports: MemberPorts,
  ledger: Ledger,
  sync: Pick<Sync, "again" | "nudge">,
  renew: Renewing["renew"] = () => Promise.resolve(),
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
    remove: async (pass, device) => {
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
    },
  };
};
