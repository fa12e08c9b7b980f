/** Says who the devices of the vault are, and when each of them last wrote. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Ledger } from "./ledger.ts";
import type { DeviceSeen } from "./vault-door.ts";

/** Every device that was ever let in, first to last. */
export const devicesSeen = (ledger: Ledger): ReadonlySignal<readonly DeviceSeen[]> =>
  computed(() => {
    // The times of entries change with every reading, members only with an act.
    void ledger.version.value;
    const seen = ledger.lastSeen();
    return ledger.members.value.map(({ device, name, at, self, cut }) => ({
      id: device,
      name,
      self,
      since: at,
      removed: cut !== null,
      lastSeen: seen.get(device) ?? null,
    }));
  });
