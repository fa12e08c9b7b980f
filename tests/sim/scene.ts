/** A hand-driven world for one attack: a few devices, the shipped relay, and a network that does nothing by itself. */
import { memoryKeystore, quickStretch, seededRandom } from "@belay/testkit";
import { decodeFrame, encodeFrame, splitEnvelope, type Frame, type KeyDesk, type PageEntry } from "@belay/wire";
import { toHex } from "@belay/basics";
import { createMembers, type Members } from "../../apps/web/engine/members.ts";
import type { Lines } from "../../apps/web/engine/ports/relay.ts";
import { memoryStore } from "../../apps/relay/store/memory.ts";
import { hourOf, toVaultId, type Store } from "../../apps/relay/store/port.ts";
import { createDesk } from "../../apps/web/worker/desk.ts";
import { imageOf, newBody, restoreImage, simOrigin, simStart, startApp, type App, type Body } from "./device.ts";
import { diceOf, type Dice } from "./dice.ts";
import { createHub, type Bend, type Client, type Hub } from "./hub.ts";
import { createWire, fairWeather, type Weather } from "./network.ts";
import { commandOf } from "./people.ts";
import { createSchedule, type Schedule } from "./schedule.ts";
import { simDevice, stubDesk } from "./stub-desk.ts";

/** One device of a scene. */
export interface Actor {
  readonly index: number;
  readonly body: Body;
  readonly weather: Weather;
  readonly id: () => string;
  app: App;
  members: Members;
  readonly write: (times: number) => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Loses everything on the disk but not the keys, and starts again. */
  readonly forget: () => Promise<void>;
  readonly alarms: () => readonly string[];
  readonly ids: () => ReadonlySet<string>;
  readonly desk: () => KeyDesk;
}

/** What a scene is made of. */
export interface SceneParts {
  readonly seed: number;
  readonly devices: number;
  readonly bend?: Bend;
  /** The desk of each device; the stub's unless said. */
  readonly desk?: (index: number, dice: Dice) => KeyDesk;
  /** Changes what a device sends or hears. */
  readonly lines?: (index: number, lines: Lines) => Lines;
  /** Which relay a device talks to; one for all unless said. */
  readonly hubOf?: (index: number, hubs: readonly Hub[]) => Hub;
  readonly hubs?: number;
}

/** A running scene. */
export interface Scene {
  readonly schedule: Schedule;
  readonly hub: Hub;
  readonly hubs: readonly Hub[];
  readonly dice: Dice;
  readonly actors: readonly Actor[];
  readonly actor: (index: number) => Actor;
  /** Lets so many ms pass. */
  readonly pass: (ms: number) => Promise<void>;
  readonly end: () => void;
}

/** Builds and starts one. */
export const openScene = async (parts: SceneParts): Promise<Scene> => {
  const { seed, devices, bend, desk = stubDesk, lines: through = (_, lines) => lines } = parts;
  const schedule = createSchedule(simStart);
  const dice = diceOf(seed);
  const hubs = Array.from({ length: parts.hubs ?? 1 }, () => createHub(simOrigin, schedule.now, dice, bend));
  const [hub] = hubs;
  if (hub === undefined) throw new Error("no relay");
  const actors: Actor[] = [];
  for (let index = 0; index < devices; index += 1) {
    const weather = fairWeather();
    const body = newBody();
    const proxy: Hub = { ...hub, sit: (vault, client) => (parts.hubOf?.(index, hubs) ?? hub).sit(vault, client) };
    const { lines, cutOff } = createWire(proxy, schedule, dice, weather, {});
    const launch = async () => {
      const own = desk(index, dice);
      const app = await startApp({ body, desk: own, lines: through(index, lines), schedule, dice });
      const turn = { exclusive: <T>(work: () => Promise<T>): Promise<T> => work() };
      const clock = { now: app.now, after: schedule.after };
      return { app, own, members: createMembers({ desk: own, turn, clock }, app.ledger, app.sync) };
    };
    let { app, members, own } = await launch();
    const actor: Actor = {
      index,
      body,
      weather,
      app,
      members,
      desk: () => own,
      id: () => actor.app.ledger.identity()?.device ?? "",
      write: async (times) => {
        // A command may be refused by its own rules; so many entries are written all the same.
        for (let [left, tries] = [times, 0]; left > 0 && tries < times * 20; tries += 1) {
          const command = commandOf(dice.below(1 << 30), actor.app.ledger.state.value);
          const before = actor.app.ledger.head();
          await actor.app.journal.dispatch(command);
          if (actor.app.ledger.head() > before) left -= 1;
        }
        actor.app.sync.nudge();
      },
      restart: async () => {
        actor.app.kill();
        cutOff();
        ({ app, members, own } = await launch());
        actor.app = app;
        actor.members = members;
      },
      forget: async () => {
        restoreImage(body, imageOf(newBody()));
        await actor.restart();
      },
      alarms: () => actor.app.memory.alarms.value.map(({ kind }) => kind),
      ids: () => new Set(actor.app.ledger.recorded().map(({ id }) => id)),
    };
    actors.push(actor);
  }
  return {
    schedule,
    hub,
    hubs,
    dice,
    actors,
    actor: (index) => {
      const actor = actors[index];
      if (actor === undefined) throw new Error(`no device ${index}`);
      return actor;
    },
    pass: (ms) => schedule.run(ms),
    end: () => {
      for (const { app } of actors) app.kill();
      for (const one of hubs) one.restart();
    },
  };
};

/** The place in a chain that an entry's header names. */
export const placeOf = (entry: PageEntry): { readonly device: string; readonly seq: number; readonly type: string } => {
  const split = splitEnvelope(entry.envelope);
  if (!split.ok) return { device: "", seq: 0, type: "" };
  const { deviceId, seq, type } = split.value.header;
  return { device: toHex(deviceId), seq, type };
};

/** A frame with some entries left out; the rest of frames as they are. */
export const without = (frame: Frame, hides: (entry: PageEntry) => boolean): Frame =>
  frame.kind === "page" || frame.kind === "news"
    ? { ...frame, entries: frame.entries.filter((entry) => !hides(entry)) }
    : frame;

/** Lines whose frames pass through a test's hands; null keeps one back. */
export const handled = (
  lines: Lines,
  up: (frame: Frame) => Frame | null,
  down: (frame: Frame) => Frame | null,
): Lines => ({
  ...lines,
  vault: (vault, events) => {
    const line = lines.vault(vault, {
      ...events,
      frame: (bytes) => {
        const frame = decodeFrame(bytes);
        const passed = frame.ok ? down(frame.value) : null;
        if (passed !== null) events.frame(encodeFrame(passed));
      },
    });
    return {
      close: line.close,
      send: (bytes) => {
        const frame = decodeFrame(bytes);
        const passed = frame.ok ? up(frame.value) : null;
        if (passed !== null) line.send(encodeFrame(passed));
      },
    };
  },
});

/** A store that holds what another held of its first entries: an operator's old backup. */
export const olderStore = async (store: Store, vault: string, keep: (entry: PageEntry, index: number) => boolean) => {
  const id = toVaultId(vault);
  const older = memoryStore({ vaultBytes: 256 * 1024 * 1024, vaultDevices: 64 });
  if (id === null) return older;
  const found = await store.findVault(id);
  const page = await store.pull(id, 0, Number.MAX_SAFE_INTEGER);
  if (!found.ok || found.value.kind !== "live" || !page.ok) return older;
  await older.createVault(id, found.value.keys, hourOf(simStart));
  for (const entry of page.value.entries.filter(keep)) {
    const { device, seq } = placeOf(entry);
    const { epoch } = found.value.keys;
    await older.appendMany([{ vault: id, epoch, items: [{ device, seq, envelope: entry.envelope }] }]);
  }
  return older;
};

/** Everything that a store holds of a vault. */
export const heldBy = async (store: Store, vault: string): Promise<readonly PageEntry[]> => {
  const id = toVaultId(vault);
  const page = id === null ? null : await store.pull(id, 0, Number.MAX_SAFE_INTEGER);
  return page?.ok === true ? page.value.entries : [];
};

/** The id of a stub device. */
export const stubId = (index: number): string => toHex(simDevice(index));

/** Real desks, each over a keystore that outlives it, in one vault: the first founds it and pairs the others. */
export const realDesks = (seed: number): ((index: number) => KeyDesk) => {
  const stores = new Map<number, ReturnType<typeof memoryKeystore>>();
  let starts = 0;
  return (index) => {
    const keystore = stores.get(index) ?? memoryKeystore();
    stores.set(index, keystore);
    starts += 1;
    return createDesk({
      keystore,
      random: seededRandom(`real/${seed}/${index}/${starts}`),
      stretch: quickStretch,
      now: () => simStart,
    });
  };
};

/** Founds the vault on the first device and lets every other one in, then lets everything arrive everywhere. */
export const joinAll = async (scene: Scene): Promise<void> => {
  const first = scene.actor(0);
  await first.members.foundBare();
  for (const other of scene.actors.slice(1)) await joinOne(first, other);
  await scene.pass(20_000);
};

/** Lets one device in, as two people do who hold both. */
export const joinOne = async (old: Actor, fresh: Actor): Promise<void> => {
  const value = <T>(
    result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
  ): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const offer = value(await fresh.desk().pairOffer());
  const heads = old.app.ledger.chains().vector();
  const { addBody, body } = value(
    await old.desk().pairAnswer(null, offer.code, `device ${fresh.index}`, heads, simStart),
  );
  value(await old.members.act(() => Promise.resolve({ ok: true, value: addBody ?? new Uint8Array() })));
  old.app.sync.nudge();
  value(await fresh.desk().pairTake(body, null));
  await fresh.forget();
};

export type { Client };
