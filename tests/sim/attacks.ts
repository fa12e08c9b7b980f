/** What a hostile or unlucky relay may do to a log, one case a seed; each tells why it was not noticed, or null. */
import { encodeBatch, decodeBatch, encodeFrame, type Frame, type KeyDesk, type PageEntry } from "@belay/wire";
import { toHex } from "@belay/basics";
import { wordsOf } from "../../apps/web/worker/check-words.ts";
import { toVaultId } from "../../apps/relay/store/port.ts";
import { stateHash } from "./canonical.ts";
import { imageOf, restoreImage } from "./device.ts";
import { diceOf } from "./dice.ts";
import { handled, heldBy, olderStore, openScene, placeOf, stubId, without, type Actor, type Scene } from "./scene.ts";
import { simVault, stubDesk } from "./stub-desk.ts";

/** One case. With `flawed` the defence is broken on purpose, and the case must come out badly. */
export type Attack = (seed: number, flawed: boolean) => Promise<string | null>;

const vault = toHex(simVault);
const soon = 30_000;

const spread = async (scene: Scene, times: number): Promise<void> => {
  for (const actor of scene.actors) await actor.write(1 + scene.dice.below(times));
  await scene.pass(soon);
};

/** A desk that says nothing of what it has seen: without that word nobody can compare. */
const silent = (desk: KeyDesk): KeyDesk => ({
  ...desk,
  seal: (body, seq, prev, type) => {
    const batch = decodeBatch(body);
    const muted = batch.ok ? encodeBatch({ ...batch.value, seen: {} }) : batch;
    return desk.seal(muted.ok ? muted.value : body, seq, prev, type);
  },
});

const sameEverywhere = ({ actors }: Scene): boolean =>
  new Set(actors.map(({ app }) => stateHash(app.ledger.state.value))).size === 1;

/** M-3: an older prefix, of the whole log or of one device's chain, with honest counters or with lies. */
export const olderPrefix: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  const [whole, lies] = [dice.chance(0.5), dice.chance(0.5)];
  let old = false;
  let [cutAt, cutDevice, cutSeq] = [0, "", 0];
  const hidden = (entry: PageEntry): boolean => {
    const { device, seq } = placeOf(entry);
    return old && (whole ? entry.at > cutAt : device === cutDevice && seq > cutSeq);
  };
  const scene = await openScene({
    seed,
    devices: 2 + dice.below(2),
    bend: {
      say: (frame) => {
        if (!old || lies || frame.kind !== "welcome") return without(frame, hidden);
        const devices = frame.devices.map((head) =>
          toHex(head.deviceId) === cutDevice ? { ...head, seq: Math.max(1, Math.min(head.seq, cutSeq)) } : head,
        );
        return { ...frame, head: whole ? cutAt : frame.head, devices };
      },
    },
  });
  await spread(scene, 6);
  const head = (await heldBy(scene.hub.store, vault)).at(-1)?.at ?? 0;
  const victim = scene.actor(dice.below(scene.actors.length));
  cutAt = dice.below(head);
  cutDevice = stubId(dice.below(scene.actors.length));
  const length = victim.app.ledger.chains().head(cutDevice).seq;
  cutSeq = dice.below(length);
  old = true;
  await (flawed ? victim.forget() : victim.restart());
  await scene.pass(soon);
  const noticed = victim.alarms().some((kind) => kind === "rolled-back" || kind === "own-rolled-back");
  scene.end();
  return noticed ? null : `an older ${whole ? "log" : "chain"} was not noticed${lies ? ", counters lied" : ""}`;
};

/** M-4: every entry again, up to ten times, in any order. The flawed reader counts what comes. */
export const replayed: Attack = async (seed, flawed) => {
  let shown = 0;
  const distinct = new Set<number>();
  const dice = diceOf(seed);
  const scene = await openScene({
    seed,
    devices: 2,
    bend: {
      say: (frame) => {
        if (frame.kind !== "page" && frame.kind !== "news") return frame;
        const many = frame.entries.flatMap((entry) => Array.from({ length: 1 + dice.below(10) }, () => entry));
        const entries = many.map((entry) => ({ entry, by: dice.next() })).toSorted((a, b) => a.by - b.by);
        shown += entries.length;
        for (const { entry } of entries) distinct.add(entry.at);
        return { ...frame, entries: entries.map(({ entry }) => entry).slice(0, 400) };
      },
    },
  });
  await spread(scene, 6);
  await scene.pass(120_000);
  const wrote = scene.actors.reduce((sum, { app }) => sum + app.ledger.head(), 0);
  const [first] = scene.actors;
  const held = first?.app.ledger
    .chains()
    .devices()
    .reduce((sum, id) => sum + first.app.ledger.chains().held(id).size, 0);
  const quiet = scene.actors.every((actor) => actor.alarms().length === 0);
  const good = sameEverywhere(scene) && held === wrote && quiet;
  scene.end();
  if (flawed) return shown > distinct.size ? "a reader that counts what comes counted twice" : null;
  return good ? null : "a replay changed something";
};

/** M-5: one device's entries are withheld from another, which hears of them from a third. */
export const withheld: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  let [hiding, from] = [false, 0];
  const victim = stubId(0);
  const clients = new Map<unknown, string>();
  const scene = await openScene({
    seed,
    devices: 3,
    desk: (index, chance) => (flawed ? silent(stubDesk(index, chance)) : stubDesk(index, chance)),
    lines: (index, lines) =>
      index !== 0
        ? lines
        : handled(
            lines,
            (frame) => frame,
            (frame) =>
              without(frame, (entry) => hiding && placeOf(entry).device === stubId(1) && placeOf(entry).seq > from),
          ),
  });
  clients.set(victim, victim);
  await spread(scene, 4);
  from = scene.actor(1).app.ledger.head() + dice.below(2);
  hiding = true;
  await scene.actor(1).write(2 + dice.below(3));
  await scene.pass(soon);
  await scene.actor(2).write(1);
  await scene.pass(soon);
  const noticed = scene.actor(0).app.sync.status.value.missing > 0;
  await scene.pass(86_400_000 + 600_000);
  const told = scene.actor(0).alarms().includes("withheld");
  scene.end();
  return noticed && told ? null : `withheld entries were not ${noticed ? "told after a day" : "noticed"}`;
};

/** A device whose disk went back writes two histories, and each of two others is shown one of them. */
const twoHistories = async (seed: number, flawed: boolean): Promise<Scene> => {
  let side = 0;
  const scene = await openScene({
    seed,
    devices: 3,
    hubs: 2,
    hubOf: (index, hubs) => hubs[index === 2 ? 1 : index === 1 ? side : 0] ?? hubs[0] ?? missing(),
    desk: (index, chance) => (flawed ? silent(stubDesk(index, chance)) : stubDesk(index, chance)),
  });
  const [a, twin] = [scene.hubs[0] ?? missing(), scene.hubs[1] ?? missing()];
  await scene.actor(1).write(2);
  await scene.pass(soon);
  twin.store = await olderStore(a.store, vault, () => true);
  await scene.actor(2).restart();
  await scene.pass(soon);
  const image = imageOf(scene.actor(1).body);
  await scene.actor(1).write(1 + scene.dice.below(3));
  await scene.pass(soon);
  side = 1;
  restoreImage(scene.actor(1).body, image);
  await scene.actor(1).restart();
  await scene.actor(1).write(1 + scene.dice.below(3));
  await scene.pass(soon);
  return scene;
};

const missing = (): never => {
  throw new Error("no relay");
};

/** Carries what one device wrote after a number from the second relay to the first, as a careless liar does. */
const cross = async (scene: Scene, from: Actor, after = 0): Promise<void> => {
  const [a, b] = scene.hubs;
  const id = toVaultId(vault);
  if (a === undefined || b === undefined || id === null) return;
  for (const entry of await heldBy(b.store, vault)) {
    const { device, seq } = placeOf(entry);
    if (device !== from.id() || seq <= after) continue;
    await a.store.appendMany([{ vault: id, epoch: 1, items: [{ device, seq, envelope: entry.envelope }] }]);
  }
};

/** M-6: two histories, kept apart. The words differ at once; the first message that crosses shows the fork. */
export const equivocated: Attack = async (seed, flawed) => {
  const scene = await twoHistories(seed, flawed);
  const [one, other] = [scene.actor(0), scene.actor(2)];
  const words = [one, other].map(({ app }) => wordsOf(vault, app.ledger.chains().vector()).join(" "));
  const differ = words[0] !== words[1];
  await other.write(1);
  await scene.pass(soon);
  await cross(scene, other);
  await scene.pass(400_000);
  const forked = one.alarms().includes("fork") || one.app.sync.status.value.missing > 0;
  scene.end();
  if (!differ) return "the check words were the same";
  return forked ? null : "two histories were not noticed";
};

/** M-6: a chain that goes on from a link which was never shown: its own device signed both, after its disk went back. */
export const spliced: Attack = async (seed) => {
  let side = 0;
  const scene = await openScene({
    seed,
    devices: 2,
    hubs: 2,
    hubOf: (index, hubs) => hubs[index === 1 ? side : 0] ?? missing(),
  });
  const [a, twin] = [scene.hubs[0] ?? missing(), scene.hubs[1] ?? missing()];
  const [reader, writer] = [scene.actor(0), scene.actor(1)];
  await writer.write(2);
  await scene.pass(soon);
  twin.store = await olderStore(a.store, vault, () => true);
  const image = imageOf(writer.body);
  await writer.write(1 + scene.dice.below(3));
  await scene.pass(soon);
  const shown = writer.app.ledger.head();
  side = 1;
  restoreImage(writer.body, image);
  await writer.restart();
  while (writer.app.ledger.head() < shown) await writer.write(1);
  const before = writer.ids();
  await writer.write(1 + scene.dice.below(3));
  await scene.pass(soon);
  const beyond = [...writer.ids()].filter((id) => !before.has(id));
  // The relay stores what follows by number, and the reader, who knows the other branch, comes for it.
  await cross(scene, writer, shown);
  await scene.pass(400_000);
  const taken = beyond.some((id) => reader.ids().has(id));
  const told = reader.alarms().includes("fork");
  scene.end();
  if (taken) return "what goes on from another link was taken";
  return told ? null : "a chain that goes on from another link was not told of";
};

/** M-10: stored, says the relay, and forgets. The flawed device sends nothing twice. */
export const lyingAck: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  let [lies, acked] = [1 + dice.below(4), false];
  const scene = await openScene({
    seed,
    devices: 2,
    bend: {
      hear: (frame, client) => {
        if (frame.kind !== "append" || lies === 0) return frame;
        lies -= 1;
        client.say(encodeFrame({ kind: "ack", ref: frame.ref, head: 1 }));
        return null;
      },
    },
    lines: (_, lines) =>
      !flawed
        ? lines
        : handled(
            lines,
            (frame) => (frame.kind === "append" && acked ? null : frame),
            (frame) => {
              acked ||= frame.kind === "ack";
              return frame;
            },
          ),
  });
  await scene.actor(0).write(1 + dice.below(5));
  await scene.pass(600_000);
  const there = await heldBy(scene.hub.store, vault);
  const kept = there.filter((entry) => placeOf(entry).device === stubId(0)).length;
  const all = kept === scene.actor(0).app.ledger.head() && scene.actor(0).app.sync.status.value.pending === 0;
  scene.end();
  return all ? null : `${kept} of ${scene.actor(0).app.ledger.head()} entries reached the relay`;
};

/** D-7: the operator puts an old backup back. The flawed devices think that what was acknowledged is safe. */
export const restoredRelay: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  let restored = false;
  const scene = await openScene({
    seed,
    devices: 2 + dice.below(3),
    lines: (_, lines) =>
      flawed
        ? handled(
            lines,
            (frame) => (restored && frame.kind === "append" ? null : frame),
            (frame) => frame,
          )
        : lines,
  });
  await spread(scene, 8);
  const entries = await heldBy(scene.hub.store, vault);
  const keep = dice.below(entries.length);
  restored = true;
  scene.hub.store = await olderStore(scene.hub.store, vault, (_, index) => index < keep);
  scene.hub.restart();
  await scene.pass(600_000);
  const there = await heldBy(scene.hub.store, vault);
  const back = new Set(there.map(({ envelope }) => toHex(envelope.slice(-16))));
  const lost = entries.filter(({ envelope }) => !back.has(toHex(envelope.slice(-16)))).length;
  const noticed = scene.actors.some((actor) => actor.alarms().some((kind) => kind.endsWith("rolled-back")));
  const same = sameEverywhere(scene);
  scene.end();
  if (lost > 0) return `${lost} of ${entries.length} entries stayed lost`;
  return noticed && same ? null : `an old backup was not noticed (${same ? "same" : "apart"})`;
};

/** How a page can be a trap. */
const traps: readonly ((
  entries: readonly PageEntry[],
  dice: ReturnType<typeof diceOf>,
  turn: number,
) => readonly PageEntry[])[] = [
  () => [],
  (entries) => entries,
  (entries, _, turn) => entries.map((entry) => ({ ...entry, at: entry.at + turn * 1_000 })),
  (_, dice, turn) => [{ at: turn * 1_000, envelope: dice.bytes(900) }],
  (_, dice, turn) => [{ at: turn * 1_000, envelope: new Uint8Array(200_000).fill(dice.below(256)) }],
];

/** M-9: pages without end, in a loop, of rubbish, or none at all. The flawed device waits for ever. */
export const badPages: Attack = async (seed, flawed) => {
  const dice = diceOf(seed);
  const trap = seed % (traps.length + 1);
  let [turn, bad] = [0, false];
  const scene = await openScene({
    seed,
    devices: 2,
    bend: {
      say: (frame: Frame): Frame | null => {
        if (!bad || frame.kind !== "page") return frame;
        const entries = traps[flawed ? traps.length : trap]?.(frame.entries, dice, (turn += 1));
        return entries === undefined ? null : { ...frame, entries, more: true };
      },
    },
  });
  await spread(scene, 3);
  bad = true;
  const before = process.memoryUsage().heapUsed;
  const device = scene.actor(0);
  if (flawed) {
    // Nothing that was set for later ever comes: nobody notices that there is no answer.
    Object.assign(scene.schedule, { after: () => () => undefined });
  }
  await device.restart();
  let hung = 0;
  const stop = device.app.sync.status.subscribe(({ kind }) => {
    if (kind === "offline") hung += 1;
  });
  await device.write(2);
  await scene.pass(flawed ? 5_000 : 95_000);
  stop();
  const grown = process.memoryUsage().heapUsed - before;
  const usable = device.ids().size > 0 && device.app.ledger.head() > 0;
  scene.end();
  if (!usable) return "nothing could be written";
  if (grown > 64 * 1024 * 1024) return `memory grew by ${grown} bytes`;
  return hung > 0 ? null : `trap ${trap}: the line was never given up`;
};

/** A disk goes back, and its device writes on before it has heard of what it wrote already: nothing may be lost. */
export const diskBack: Attack = async (seed) => {
  const scene = await openScene({ seed, devices: 2 });
  const [device, other] = [scene.actor(0), scene.actor(1)];
  await spread(scene, 4);
  const image = imageOf(device.body);
  await device.write(1 + scene.dice.below(4));
  await scene.pass(soon);
  const wrote = new Set(device.ids());
  device.weather.upCut = true;
  device.app.kill();
  restoreImage(device.body, image);
  await device.restart();
  await device.write(1 + scene.dice.below(6));
  for (const id of device.ids()) wrote.add(id);
  await scene.pass(10_000);
  device.weather.upCut = false;
  await scene.pass(400_000);
  const lost = [device, other].some((actor) => [...wrote].some((id) => !actor.ids().has(id)));
  const told = device.alarms().includes("storage-lost");
  const same = sameEverywhere(scene);
  scene.end();
  if (lost || !same) return lost ? "an entry was lost when a disk went back" : "a disk that went back stayed apart";
  return told ? null : "a disk that went back was not told of";
};
