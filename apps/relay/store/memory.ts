/** A store that keeps everything in memory, for tests and as the shortest statement of what a store does. */
import { err, ok, type Result } from "@belay/basics";
import type { PageEntry } from "@belay/wire";
import { memoryBoxes, memoryMail, sweepMails, type Mails } from "./memory-mail.ts";
import {
  isAct,
  keepEmpty,
  type Append,
  type Appended,
  type AppendFault,
  type Erase,
  type EraseFault,
  type Found,
  type Hour,
  type Page,
  type Store,
  type StoreCaps,
  type VaultId,
  type VaultKeys,
} from "./port.ts";
import { allBoxes, planAppend, planErase, sameHash, shareKinds, type VaultCount } from "./rules.ts";

interface Vault {
  readonly keys: VaultKeys;
  readonly count: VaultCount;
  readonly created: Hour;
  readonly entries: readonly (PageEntry & { readonly device: string; readonly seq: number })[];
}

/** Everything at once, so that a test can look inside. */
interface Shelves {
  readonly vaults: Map<VaultId, Vault>;
  readonly graves: Map<VaultId, Uint8Array>;
  readonly mails: Mails;
}

/** A store in memory. */
export const memoryStore = (caps: StoreCaps): Store => {
  const shelves: Shelves = { vaults: new Map(), graves: new Map(), mails: new Map() };
  const { vaults, graves, mails } = shelves;
  return {
    ...memoryVaults(shelves, caps),
    mail: memoryMail(mails),
    boxes: memoryBoxes(mails, allBoxes),
    shares: memoryBoxes(mails, shareKinds),
    sweepExpired: async (now, limit) => ok(sweepMails(mails, now, limit) + sweepVaults(vaults, now, limit)),
    pack: async () => ok({ fewer: 0, more: false }),
    settle: async () => ok(null),
    stats: async () => ok({ vaults: vaults.size, mailboxes: mails.size }),
    close: async () => graves.clear(),
  };
};

const appendTo = ({ vaults, graves }: Shelves, caps: StoreCaps, one: Append): Result<Appended, AppendFault> => {
  const vault = vaults.get(one.vault);
  if (vault === undefined) return err({ type: graves.has(one.vault) ? "Gone" : "NoVault" });
  // Below the end of its chain a number is kept or was erased.
  const find = (device: string, seq: number): Uint8Array | "erased" =>
    vault.entries.find((entry) => entry.device === device && entry.seq === seq)?.envelope ?? "erased";
  const plan = planAppend(vault.count, one, caps, find);
  if (!plan.ok) return plan;
  const fresh = plan.value.runs.flatMap(({ device, first, envelopes }) =>
    envelopes.map((envelope, i) => ({ device, seq: first + i, envelope: envelope.slice() })),
  );
  const entries = fresh.map((entry, i) => ({ ...entry, at: vault.count.head + 1 + i }));
  vaults.set(one.vault, { ...vault, count: plan.value.count, entries: [...vault.entries, ...entries] });
  return ok({ head: plan.value.count.head, added: entries.map(({ at, envelope }) => ({ at, envelope })) });
};

const eraseFrom = (
  { vaults, graves }: Shelves,
  caps: StoreCaps,
  one: Erase,
): Result<{ readonly head: number }, EraseFault> => {
  const vault = vaults.get(one.vault);
  if (vault === undefined) return err({ type: graves.has(one.vault) ? "Gone" : "NoVault" });
  const plan = planErase(vault.count, one, caps);
  if (!plan.ok) return plan;
  const entries = vault.entries.filter(({ device, seq }) => device !== one.device || seq < one.from || seq > one.to);
  const bytes = entries.reduce((sum, { envelope }) => sum + envelope.length, 0);
  vaults.set(one.vault, { ...vault, count: { ...plan.value.count, bytes }, entries });
  return ok({ head: plan.value.count.head });
};

const findIn = ({ vaults, graves }: Shelves, id: VaultId): Found => {
  const writePub = graves.get(id);
  if (writePub !== undefined) return { kind: "gone", writePub };
  const vault = vaults.get(id);
  if (vault === undefined) return { kind: "none" };
  const chains = [...vault.count.chains].map(([device, seq]) => ({ deviceId: Buffer.from(device, "hex"), seq }));
  return { kind: "live", keys: vault.keys, head: vault.count.head, chains };
};

const pageOf = (all: readonly PageEntry[] | undefined, after: number, maxBytes: number): Page => {
  const rest = (all ?? []).filter((entry) => entry.at > after);
  let bytes = 0;
  const end = rest.findIndex((entry, i) => (bytes += entry.envelope.length) > maxBytes && i > 0);
  const entries = (end < 0 ? rest : rest.slice(0, end)).map(({ at, envelope }) => ({ at, envelope }));
  return { entries, more: entries.length < rest.length };
};

const memoryVaults = (
  shelves: Shelves,
  caps: StoreCaps,
): Pick<
  Store,
  "createVault" | "findVault" | "headsOf" | "rotate" | "deleteVault" | "appendMany" | "erase" | "pull" | "pullActs"
> => {
  const { vaults, graves } = shelves;
  return {
    findVault: async (id) => ok(findIn(shelves, id)),
    headsOf: async (ids) =>
      ok(
        new Map(
          ids.flatMap((id) => {
            const kept = vaults.get(id);
            return kept === undefined ? [] : [[id, { head: kept.count.head, epoch: kept.keys.epoch }]];
          }),
        ),
      ),
    pull: async (id, after, maxBytes) => ok(pageOf(vaults.get(id)?.entries, after, maxBytes)),
    pullActs: async (id, after, maxBytes) =>
      ok(
        pageOf(
          vaults.get(id)?.entries.filter(({ envelope }) => isAct(envelope)),
          after,
          maxBytes,
        ),
      ),
    appendMany: async (appends) => appends.map((one) => appendTo(shelves, caps, one)),
    erase: async (one) => eraseFrom(shelves, caps, one),
    createVault: async (id, keys, now) => {
      if (graves.has(id)) return err({ type: "Gone" });
      const kept = vaults.get(id);
      if (kept === undefined) {
        const count = { epoch: keys.epoch, head: 0, bytes: 0, chains: new Map<string, number>() };
        vaults.set(id, { keys, count, created: now, entries: [] });
        return ok(null);
      }
      const same =
        kept.keys.epoch === keys.epoch &&
        sameHash(kept.keys.writePub, keys.writePub) &&
        sameHash(kept.keys.ownerPub, keys.ownerPub);
      return same ? ok(null) : err({ type: "Taken" });
    },
    rotate: async (id, epoch, writePub) => {
      const kept = vaults.get(id);
      if (kept === undefined) return err({ type: "NoVault" });
      if (epoch !== kept.keys.epoch + 1) return err({ type: "StaleEpoch" });
      vaults.set(id, { ...kept, keys: { ...kept.keys, epoch, writePub }, count: { ...kept.count, epoch } });
      return ok({ head: kept.count.head });
    },
    deleteVault: async (id) => {
      const kept = vaults.get(id);
      if (kept !== undefined) graves.set(id, kept.keys.writePub);
      vaults.delete(id);
      return ok(null);
    },
  };
};

const sweepVaults = (vaults: Shelves["vaults"], now: Hour, limit: number): number => {
  const empty = [...vaults].filter(([, vault]) => vault.count.head === 0 && now >= vault.created + keepEmpty);
  for (const [id] of empty.slice(0, limit)) vaults.delete(id);
  return Math.min(empty.length, limit);
};
