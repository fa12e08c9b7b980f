/** Attacks on who may write, with real keys: acts that are hidden, refused, or written by a device that was ended. */
import { splitEnvelope } from "@belay/wire";
import { toVaultId } from "../../apps/relay/store/port.ts";
import type { KeyDesk } from "@belay/wire";
import type { Attack } from "./attacks.ts";
import { diceOf } from "./dice.ts";
import {
  handled,
  heldBy,
  joinAll,
  joinOne,
  openScene,
  placeOf,
  realDesks,
  without,
  type Actor,
  type Scene,
} from "./scene.ts";

const soon = 30_000;

/** A desk that asks nobody whether a device is a member, or was ended. */
const trusting = (desk: KeyDesk, fresh: () => KeyDesk): KeyDesk => ({
  ...desk,
  openMany: async (envelopes) => {
    const own = await desk.openMany(envelopes, true);
    const other = fresh();
    await other.open(false);
    const blind = await other.openMany(envelopes, false);
    if (!own.ok || !blind.ok) return own;
    return {
      ok: true,
      value: own.value.map((verdict, index) => (verdict.ok ? verdict : (blind.value[index] ?? verdict))),
    };
  },
});

/** G-7: a device that was let in shows on the others; while that is hidden from one, nothing of it counts there. */
export const hiddenDevice: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  const desks = realDesks(seed);
  let hiding = false;
  const scene = await openScene({
    seed,
    devices: 3,
    desk: (index) => (flawed && index === 1 ? trusting(desks(index), () => desks(index)) : desks(index)),
    lines: (index, lines) =>
      index !== 1
        ? lines
        : handled(
            lines,
            (frame) => frame,
            (frame) => without(frame, (entry) => hiding && placeOf(entry).type === "membership"),
          ),
  });
  const [adder, other, added] = [scene.actor(0), scene.actor(1), scene.actor(2)];
  await adder.members.foundBare();
  await joinOne(adder, other);
  await scene.pass(soon);
  hiding = dice.chance(0.7);
  await joinOne(adder, added);
  await added.write(1 + dice.below(3));
  await scene.pass(soon);
  const wrote = added.ids();
  const listed = (): boolean => other.members.devices.value.some(({ id }) => id === added.id());
  const counts = (): boolean => [...wrote].some((id) => other.ids().has(id));
  const unseen = counts() && !listed();
  hiding = false;
  await other.restart();
  await scene.pass(soon);
  const shown = listed() && counts();
  scene.end();
  if (unseen) return "entries of a device counted where it was not listed";
  return shown ? null : "the device did not show in the end";
};

const vaultOf = ({ app }: Actor): string => app.ledger.identity()?.vault ?? "";

/** The epoch in an envelope's header; 0 for what is none. */
const epochOf = (envelope: Uint8Array): number => {
  const split = splitEnvelope(envelope);
  return split.ok ? split.value.header.epoch : 0;
};

const injected = async (scene: Scene, index: number): Promise<void> => {
  const { log } = scene.actor(index).body;
  const device = scene.actor(index).id();
  const id = toVaultId(vaultOf(scene.actor(index)));
  const chain = await log.chain(device, 1, 1_000);
  if (id === null || !chain.ok) return;
  for (const envelope of chain.value) {
    const split = splitEnvelope(envelope);
    if (!split.ok) continue;
    const found = await scene.hub.store.findVault(id);
    if (!found.ok || found.value.kind !== "live") continue;
    const items = [{ device, seq: split.value.header.seq, envelope }];
    await scene.hub.store.appendMany([{ vault: id, epoch: found.value.keys.epoch, items }]);
  }
};

/** G-9: a device that was ended writes on, and a relay that helps it passes that on; it reads and changes nothing new. */
export const endedDevice: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  const desks = realDesks(seed);
  const scene = await openScene({
    seed,
    devices: 3,
    desk: (index) => (flawed && index === 1 ? trusting(desks(index), () => desks(index)) : desks(index)),
  });
  await joinAll(scene);
  for (const actor of scene.actors) await actor.write(1 + dice.below(2));
  await scene.pass(soon);
  const [owner, other, ended] = [scene.actor(0), scene.actor(1), scene.actor(2)];
  ended.weather.upCut = true;
  const before = ended.ids();
  const done = await owner.members.remove(null, ended.id());
  if (!done.ok) return `not removed: ${JSON.stringify(done.error)}`;
  const until = (await heldBy(scene.hub.store, vaultOf(owner))).at(-1)?.at ?? 0;
  await scene.pass(soon);
  await owner.write(2);
  await ended.write(1 + dice.below(3));
  await scene.pass(soon);
  const late = [...ended.ids()].filter((id) => !before.has(id));
  // The relay colludes: what the ended device wrote goes into the log, and it is given everything.
  await injected(scene, 2);
  await (dice.chance(0.5) ? other : owner).restart();
  other.app.sync.again();
  owner.app.sync.again();
  await scene.pass(soon * 4);
  const taken = [owner, other].some((actor) => late.some((id) => actor.ids().has(id)));
  const since = (await heldBy(scene.hub.store, vaultOf(owner))).filter(({ at }) => at > until);
  const fresh = [...owner.ids()].filter((id) => !before.has(id));
  const opened = await ended.desk().openMany(
    since.map(({ envelope }) => envelope),
    false,
  );
  const epochs = opened.ok ? opened.value.map((one) => (one.ok ? one.value.epoch : 0)) : [];
  const reads = epochs.some((epoch) => epoch > 1);
  const same = fresh.every((id) => other.ids().has(id));
  scene.end();
  if (taken) return "something that an ended device wrote was taken";
  if (reads) return "an ended device read what came after its end";
  return same && fresh.length >= 2 ? null : "the others did not come together";
};

/** G-9: what another had taken already, of a device that is then ended before it, counts there no more; nobody restarts. */
export const endedLate: Attack = async (seed) => {
  const dice = diceOf(seed);
  const desks = realDesks(seed);
  let hidden: string | null = null;
  const scene = await openScene({
    seed,
    devices: 3,
    desk: desks,
    lines: (index, lines) =>
      index !== 0
        ? lines
        : handled(
            lines,
            (frame) => frame,
            (frame) => without(frame, (entry) => placeOf(entry).device === hidden),
          ),
  });
  await joinAll(scene);
  const [owner, other, ended] = [scene.actor(0), scene.actor(1), scene.actor(2)];
  await ended.write(1);
  await scene.pass(soon);
  const before = ended.ids();
  hidden = ended.id();
  await ended.write(1 + dice.below(3));
  await scene.pass(soon);
  const late = [...ended.ids()].filter((id) => !before.has(id));
  const had = late.every((id) => other.ids().has(id));
  ended.weather.upCut = true;
  const done = await owner.members.remove(null, ended.id());
  if (!done.ok) return `not removed: ${JSON.stringify(done.error)}`;
  hidden = null;
  await owner.write(1 + dice.below(2));
  // A device knocks again after a minute at most, by its own chance; it may have to do so more than once.
  await scene.pass(soon * 8);
  const taken = [owner, other].some((actor) => late.some((id) => actor.ids().has(id)));
  const kept = [...before].every((id) => owner.ids().has(id) && other.ids().has(id));
  const same = [...owner.ids()].every((id) => other.ids().has(id));
  scene.end();
  if (!had) return "the other had not taken it before";
  if (taken) return "what lies beyond a device's end still counts where it was taken before";
  return kept && same ? null : "the others did not come together";
};

/** M-11: a relay refuses a change of keys, or never answers. The flawed desk goes on with the old key. */
export const refusedTurn: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  const desks = realDesks(seed);
  let [refusing, ahead] = [false, false];
  const silent = dice.chance(0.5);
  let old: KeyDesk | null = null;
  const scene = await openScene({
    seed,
    devices: 2,
    desk: (index) => {
      const desk = desks(index);
      if (!flawed || index !== 0) return desk;
      return { ...desk, seal: (body, seq, prev, type) => (old ?? desk).seal(body, seq, prev, type) };
    },
    lines: (_, lines) =>
      handled(
        lines,
        (frame) => (refusing && silent && frame.kind === "rotate" ? null : frame),
        (frame) => frame,
      ),
    bend: {
      hear: (frame, client) => {
        // What is sealed under a key that the relay was never told of waits for that; it would be refused for ever.
        if (refusing && frame.kind === "append") ahead ||= frame.envelopes.some((one) => epochOf(one) > 1);
        if (!refusing || silent || frame.kind !== "rotate") return frame;
        client.refuse(frame.ref);
        return null;
      },
    },
  });
  await joinAll(scene);
  const owner = scene.actor(0);
  await owner.write(2);
  await scene.pass(soon);
  if (flawed) {
    old = desks(0);
    await old.open(false);
  }
  refusing = true;
  const done = await owner.members.remove(null, scene.actor(1).id());
  if (!done.ok) return `not removed: ${JSON.stringify(done.error)}`;
  const cut = owner.app.ledger.head();
  await owner.write(1 + dice.below(4));
  await scene.pass(120_000);
  const chain = await owner.body.log.chain(owner.id(), cut + 1, 100);
  const stale = chain.ok ? chain.value.filter((envelope) => epochOf(envelope) < 2).length : 0;
  const warned = owner.alarms().includes("rotation-refused");
  refusing = false;
  await scene.pass(700_000);
  const healed = owner.app.sync.status.value.pending === 0;
  scene.end();
  if (stale > 0) return `${stale} entries under the old key`;
  if (ahead) return "sent under a key that the relay does not know";
  if (!warned) return `no warning (${silent ? "silent" : "refused"})`;
  return healed ? null : "it did not go on once the relay gave in";
};
