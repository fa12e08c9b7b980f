/** Answers the vault calls of the store from the rows in SQLite. */
import { err, ok, type Result } from "@belay/basics";
import type { Due } from "./pack-plan.ts";
import type {
  Append,
  Appended,
  AppendFault,
  CreateFault,
  Erase,
  EraseFault,
  Found,
  Page,
  RotateFault,
  Store,
  StoreCaps,
  VaultId,
  VaultKeys,
} from "./port.ts";
import { planAppend, planErase, sameHash } from "./rules.ts";
import { createShelf, type Kept, type Shelf } from "./sqlite-shelf.ts";
import type { Turn } from "./sqlite-turn.ts";

/** The part of the store that holds vaults. */
export type VaultStore = Pick<
  Store,
  "createVault" | "findVault" | "headsOf" | "rotate" | "deleteVault" | "appendMany" | "erase" | "pull" | "pullActs"
>;

const sameKeys = (kept: Kept, keys: VaultKeys): boolean =>
  kept.keys.epoch === keys.epoch &&
  sameHash(kept.keys.writePub, keys.writePub) &&
  sameHash(kept.keys.ownerPub, keys.ownerPub);

const found = (shelf: Shelf, id: VaultId): Found => {
  const writePub = shelf.graveKey(id);
  if (writePub !== null) return { kind: "gone", writePub };
  const kept = shelf.load(id);
  if (kept === null) return { kind: "none" };
  const chains = [...kept.count.chains].map(([device, seq]) => ({ deviceId: Buffer.from(device, "hex"), seq }));
  return { kind: "live", keys: kept.keys, head: kept.count.head, chains };
};

const pulled = (shelf: Shelf, which: "page" | "acts", id: VaultId, after: number, maxBytes: number): Page => {
  const kept = shelf.load(id);
  return kept === null ? { entries: [], more: false } : shelf[which](kept, after, maxBytes);
};

const appended = (shelf: Shelf, caps: StoreCaps, one: Append): Result<Appended, AppendFault> => {
  const kept = shelf.load(one.vault);
  if (kept === null) return err({ type: shelf.graveKey(one.vault) === null ? "NoVault" : "Gone" });
  const plan = planAppend(kept.count, one, caps, (device, seq) => shelf.find(kept, device, seq));
  if (!plan.ok) return plan;
  const added = shelf.insert(one.vault, kept, plan.value.runs, plan.value.count);
  return ok({ head: plan.value.count.head, added });
};

/** One step of an erasure: where the next one begins, or null after the last. */
const erased = (
  shelf: Shelf,
  caps: StoreCaps,
  one: Erase,
): Result<{ readonly head: number; readonly next: number | null }, EraseFault> => {
  const kept = shelf.load(one.vault);
  if (kept === null) return err({ type: shelf.graveKey(one.vault) === null ? "NoVault" : "Gone" });
  const plan = planErase(kept.count, one, caps);
  if (!plan.ok) return plan;
  const next = shelf.erase(one.vault, kept, one, plan.value.count);
  return ok({ head: plan.value.count.head, next });
};

/** Vaults over one connection. */
export const sqliteVaults = (turn: Turn, caps: StoreCaps, due: Due<number>): VaultStore => {
  const shelf = createShelf(turn, due);
  return {
    findVault: (id) => turn.read(() => found(shelf, id)),
    headsOf: (ids) =>
      turn.read(
        () =>
          new Map(
            ids.flatMap((id) => {
              const kept = shelf.load(id);
              return kept === null ? [] : [[id, { head: kept.count.head, epoch: kept.keys.epoch }]];
            }),
          ),
      ),
    pull: (id, after, maxBytes) => turn.read(() => pulled(shelf, "page", id, after, maxBytes)),
    pullActs: (id, after, maxBytes) => turn.read(() => pulled(shelf, "acts", id, after, maxBytes)),
    createVault: async (id, keys, now) =>
      flat(
        await turn.write((): Result<null, CreateFault> => {
          if (shelf.graveKey(id) !== null) return err({ type: "Gone" });
          const kept = shelf.load(id);
          if (kept === null) shelf.create(id, keys, now);
          return kept === null || sameKeys(kept, keys) ? ok(null) : err({ type: "Taken" });
        }),
      ),
    rotate: async (id, epoch, writePub) =>
      flat(
        await turn.write((): Result<{ readonly head: number }, RotateFault> => {
          const kept = shelf.load(id);
          if (kept === null) return err({ type: "NoVault" });
          if (epoch !== kept.keys.epoch + 1) return err({ type: "StaleEpoch" });
          shelf.rotate(id, kept, epoch, writePub);
          return ok({ head: kept.count.head });
        }),
      ),
    deleteVault: (id, now) =>
      turn.write(() => {
        const kept = shelf.load(id);
        if (kept !== null) shelf.bury(id, kept, now);
        return null;
      }),
    erase: async (one) => {
      for (let { from } = one; ;) {
        const begin = from;
        const step = flat(await turn.write(() => erased(shelf, caps, { ...one, from: begin })));
        if (!step.ok) return step;
        if (step.value.next === null) return ok({ head: step.value.head });
        from = step.value.next;
      }
    },
    appendMany: async (appends) => {
      const done = await turn.write(() => appends.map((one) => appended(shelf, caps, one)));
      return done.ok ? done.value : appends.map(() => done);
    },
  };
};

/** A result inside a result, as one. */
export const flat = <T, E, F>(outer: Result<Result<T, E>, F>): Result<T, E | F> => (outer.ok ? outer.value : outer);
