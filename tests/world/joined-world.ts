/** Several devices in one small world: the shipped engine on each, the relay's own decisions between them. */
import { err, fromHex, ok, toHex, type Result } from "@belay/basics";
import { checkins } from "@belay/domain";
import { handClock, type HandClock } from "@belay/testkit";
import { sha256 } from "@belay/vault";
import type { Running } from "../../apps/web/engine/create.ts";
import type { Ports } from "../../apps/web/engine/ports/ports.ts";
import type { BoxMail, BoxOffer, Lines, RelayFault } from "../../apps/web/engine/ports/relay.ts";
import { diceOf } from "../sim/dice.ts";
import { createHub } from "../sim/hub.ts";
import { settle } from "./copying-world.ts";
import { good, startEngine, testWorld, type TestWorld } from "./engine-world.ts";

const origin = "http://localhost:8787";

/** What a test may bend in the relay's boxes, and look at. */
export interface Boxes extends BoxMail {
  readonly held: Map<string, BoxOffer>;
  /** Said in place of an answer to everything; null lets it answer. */
  fault: RelayFault | null;
}

const proves = (proof: string, hash: string): boolean => {
  const bytes = fromHex(proof);
  return bytes.ok && toHex(sha256(bytes.value)) === hash;
};

/** Boxes in memory, as `docs/protocol.md` says of them: a wrong proof and a box that is not there answer alike. */
const memoryBoxes = (): Boxes => {
  const held = new Map<string, BoxOffer>();
  const fair = <T>(work: () => Result<T, RelayFault>): Promise<Result<T, RelayFault>> =>
    Promise.resolve(boxes.fault === null ? work() : err(boxes.fault));
  const owned = (mailbox: string, owner: string): BoxOffer | null => {
    const box = held.get(mailbox);
    return box !== undefined && proves(owner, box.owner) ? box : null;
  };
  const boxes: Boxes = {
    held,
    fault: null,
    put: (box) =>
      fair(() => {
        if (held.has(box.mailbox)) return err({ type: "Full" });
        held.set(box.mailbox, box);
        return ok(null);
      }),
    read: (mailbox, proof) =>
      fair(() => {
        const box = held.get(mailbox);
        return box !== undefined && proves(proof, box.read) ? ok(box.body) : err({ type: "NotThere" });
      }),
    replace: (mailbox, owner, body) =>
      fair(() => {
        const box = owned(mailbox, owner);
        if (box === null) return err({ type: "NotThere" });
        held.set(mailbox, { ...box, body });
        return ok(null);
      }),
    close: (mailbox, owner) =>
      fair(() => {
        if (owned(mailbox, owner) === null) return err({ type: "NotThere" });
        held.delete(mailbox);
        return ok(null);
      }),
  };
  return boxes;
};

/** Sockets straight into the relay's decisions; every message waits for its own moment, as on a network. */
const linesTo = (hub: ReturnType<typeof createHub>, net: { isUp: boolean }): Lines => ({
  live: () => ({ send: () => undefined, close: () => undefined }),
  vault: (vault, events) => {
    let over = false;
    const end = (): void => {
      if (!over) setImmediate(events.closed);
      over = true;
      seat?.leave();
    };
    const later = (work: () => void): void => void setImmediate(() => (over ? undefined : work()));
    // What the relay said before it hung up still arrives.
    const client = { say: (bytes: Uint8Array) => later(() => events.frame(bytes)), hangUp: () => later(end) };
    setImmediate(events.opened);
    const seat = net.isUp ? hub.sit(vault, client) : null;
    if (!net.isUp) end();
    return { close: end, send: (bytes) => later(() => seat?.hear(bytes)) };
  },
});

/** A relay and a clock; `device` starts one more device there. */
export const joinedWorld = (seed: string) => {
  const clock: HandClock = handClock();
  const hub = createHub(origin, () => clock.now().ms, diceOf(seed.length));
  const boxes = memoryBoxes();
  const net = { isUp: true };
  const lines = linesTo(hub, net);
  const worldOf = (name: string): TestWorld => ({ ...testWorld(`${seed}/${name}`), clock });
  const start = (world: TestWorld, over: Partial<Ports> = {}): Promise<Running> =>
    startEngine(world, { lines, boxes, origin, ...over });
  const device = async (name: string, over: Partial<Ports> = {}) => {
    const world = worldOf(name);
    return { world, ...(await start(world, over)) };
  };
  return { clock, hub, boxes, net, start, device };
};

/** A device, its disk beside it. */
export type Joined = Running & { readonly world: TestWorld };

/** Time goes on until everything that was written has reached everybody. */
export const copiedAll = async ({ clock }: { readonly clock: HandClock }): Promise<void> => {
  for (let round = 0; round < 8; round += 1) {
    await settle();
    await settle();
    clock.turn(20_000);
  }
  await settle();
};

/** Notes one check-in. */
export const note = async ({ engine }: Running, energy: number): Promise<void> => {
  good(await engine.dispatch({ kind: "checkin/note", energy, cues: [], carrying: null }));
};

/** The energies that a device shows, lowest first. */
export const energiesOf = ({ engine }: Running): readonly number[] =>
  checkins(engine.state.value)
    .flatMap(({ energy }) => (energy === null ? [] : [energy]))
    .toSorted((a, b) => a - b);

/** What lies on a device's disk, in order. */
export const storedOf = async ({ log }: Pick<TestWorld, "log">): Promise<readonly Uint8Array[]> =>
  good(await log.since(0, 10_000)).entries.map(({ envelope }) => envelope);

/** Lets the new device into the old one's vault, as two people would do it. */
export const pair = async (old: Running, fresh: Running, name: string, pass: string | null = null): Promise<void> => {
  const offer = good(await fresh.engine.pair.offer());
  good(await old.engine.pair.answer(pass, offer.code, name));
  good(await fresh.engine.pair.take(null));
};
