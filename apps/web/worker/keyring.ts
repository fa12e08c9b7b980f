/** Holds the keys of every epoch. Two devices may have begun the same epoch at once: then it has two keys for reading. */
import { equalBytes } from "@belay/basics";
import { asSecret, vaultKeys, type EpochKey, type VaultKeys } from "@belay/vault";

/** Keys by epoch. */
export interface Keyring {
  /** Every key that was ever handed over for this epoch, first to come first; none when the epoch is unknown. */
  readonly of: (epoch: number) => readonly VaultKeys[];
  /** Takes a copy; a key that is there already changes nothing. */
  readonly add: (key: EpochKey) => void;
  readonly wipe: () => void;
}

/** A ring with these keys. */
export const newKeyring = (epochs: readonly EpochKey[]): Keyring => {
  const ring = new Map<number, VaultKeys[]>();
  const add = ({ epoch, key }: EpochKey): void => {
    const known = ring.get(epoch) ?? [];
    if (known.some(({ epochKey }) => equalBytes(epochKey.expose(), key.expose()))) return;
    ring.set(epoch, [...known, vaultKeys(asSecret(key.expose()))]);
  };
  for (const epoch of epochs) add(epoch);
  return {
    of: (epoch) => ring.get(epoch) ?? [],
    add,
    wipe: () => {
      for (const keys of ring.values())
        for (const { epochKey, root, write } of keys) {
          epochKey.wipe();
          root.wipe();
          write.seed.wipe();
        }
      ring.clear();
    },
  };
};
