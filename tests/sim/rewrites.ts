/** Erasing and putting together in a run, with power cuts inside, and the search for what should be gone. */
import { toHex } from "@belay/basics";
import { erasedIds } from "@belay/domain";
import type { KeyDesk } from "@belay/wire";
import { rawItems, type RawEvent } from "../../apps/web/engine/read-batch.ts";
import { toVaultId, type Store } from "../../apps/relay/store/port.ts";
import type { App } from "./device.ts";
import { diceOf } from "./dice.ts";
import { count, type Counters } from "./network.ts";
import type { Plan } from "./plan.ts";
import type { RunOptions, Unit, World } from "./world.ts";
import { simVault, stubDesk } from "./stub-desk.ts";

/** Does an act, in a third of the cases with a power cut before or after one of its writes; then the app starts anew. */
const acted = async (unit: Unit, draw: number, counters: Counters, work: () => Promise<unknown>): Promise<void> => {
  const { app, body } = unit;
  body.fuse = draw % 3 === 0 ? (draw >> 4) % 4 : null;
  await Promise.race([work(), app.died]);
  body.fuse = null;
  if (!app.isDead()) return;
  count(counters, "crash-inside");
  app.kill();
  unit.cutOff();
  await unit.start();
};

/** Erases one entry that the device shows. From then on the word that it is erased may not be lost. */
export const erase = async (unit: Unit, draw: number, counters: Counters): Promise<void> => {
  const shown = unit.app.ledger.recorded().filter(({ kind }) => kind !== "entries/erased@1");
  const target = shown[draw % Math.max(1, shown.length)]?.id;
  if (target === undefined) return;
  await acted(unit, draw, counters, () => unit.app.erase(target));
  for (const event of unit.app.ledger.recorded()) {
    if (event.kind !== "entries/erased@1" || event.body.id !== target) continue;
    count(counters, "erase");
    unit.wrote.set(event.id, unit.app.ledger.head());
  }
};

/** Puts what is loose together. */
export const compact = async (unit: Unit, draw: number, counters: Counters): Promise<void> => {
  const before = unit.app.ledger.segments().whole().length;
  await acted(unit, draw, counters, unit.app.compact);
  if (unit.app.ledger.segments().whole().length > before) count(counters, "compact");
};

/** The ids that are erased in an app's eyes. */
export const erasedIn = ({ ledger }: App): ReadonlySet<string> => new Set(erasedIds(ledger.state.value));

/** Every entry that lies in these envelopes, whether or not it counts. */
const itemsIn = async (desk: KeyDesk, envelopes: readonly Uint8Array[]): Promise<readonly RawEvent[]> => {
  const opened = await desk.openMany(envelopes, false);
  return opened.ok ? opened.value.flatMap((one) => (one.ok ? (rawItems(one.value) ?? []) : [])) : [];
};

const atRelay = async (store: Store, vault: string): Promise<readonly Uint8Array[]> => {
  const id = toVaultId(vault);
  const page = id === null ? null : await store.pull(id, 0, Number.MAX_SAFE_INTEGER);
  return page?.ok === true ? page.value.entries.map(({ envelope }) => envelope) : [];
};

const idOf = ({ event }: RawEvent): readonly string[] => (typeof event["id"] === "string" ? [event["id"]] : []);

/** The ids of everything that lies at the relay or on a disk. */
export const idsAnywhere = async ({ units, hub }: World, options: RunOptions): Promise<ReadonlySet<string>> => {
  const desk = (options.desk ?? stubDesk)(0, diceOf(1));
  await desk.open(false);
  const disks = units.flatMap(({ body }) => body.log.snapshot().entries.map(({ envelope }) => envelope));
  const relay = await atRelay(hub.store, options.vault ?? toHex(simVault));
  return new Set((await itemsIn(desk, [...disks, ...relay])).flatMap(idOf));
};

/** Where something still lies that was erased, on a disk or at the relay; empty when it is nowhere. */
export const remainsOf = async ({ units, hub }: World, plan: Plan, options: RunOptions): Promise<string> => {
  const [first] = units;
  const erased = first === undefined ? new Set<string>() : erasedIn(first.app);
  if (erased.size === 0) return "";
  const desk = (options.desk ?? stubDesk)(0, diceOf(plan.seed));
  await desk.open(false);
  const places = [
    ...units.map(
      ({ index, body }) => [`device ${index}`, body.log.snapshot().entries.map((one) => one.envelope)] as const,
    ),
    ["the relay", await atRelay(hub.store, options.vault ?? toHex(simVault))] as const,
  ];
  const found: string[] = [];
  for (const [place, envelopes] of places) {
    const items = await itemsIn(desk, envelopes);
    const left = items.filter(
      (item) => item.event["k"] !== "entries/erased@1" && idOf(item).some((id) => erased.has(id)),
    );
    if (left.length > 0) found.push(`${place} still has ${left.length} erased entries`);
  }
  return found.join(", ");
};
