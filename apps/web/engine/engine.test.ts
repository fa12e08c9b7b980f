import { err, ok } from "@belay/basics";
import { checkins, experiments, people } from "@belay/domain";
import { encodeBatch } from "@belay/wire";
import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { good, predictedAsk, startEngine, testDesk, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { createActs } from "./acts.ts";
import { createEngine } from "./create.ts";

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;

describe("saying that something is saved", () => {
  it("comes only after the log took the entry", async () => {
    const world = testWorld("durable");
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { engine } = await startEngine(world, {
      log: { ...world.log, append: async (envelope) => held.then(() => world.log.append(envelope)) },
    });
    let saved = false;
    const dispatched = engine.dispatch(checkin(40)).then((result) => {
      saved = result.ok;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(saved).toBe(false);
    expect(checkins(engine.state.value)).toHaveLength(0);
    release();
    await dispatched;
    expect(saved).toBe(true);
    expect(checkins(engine.state.value)).toHaveLength(1);
  });

  it("waits for keys that are still being opened, and is then true", async () => {
    const ports = testPorts(testWorld("early"));
    const running = createEngine(ports, signal(true), signal(null), () =>
      Promise.resolve({ createActs: (parts) => createActs(parts, ports) }),
    );
    expect(running.engine.phase.value.kind).toBe("opening");
    good(await running.engine.dispatch(checkin(40)));
    expect(checkins(running.engine.state.value)).toHaveLength(1);
    running.stop();
  });

  it.each([
    ["no room is left", { type: "Full" } as const, "no-room"],
    ["the store fails", { type: "Storage" } as const, "storage"],
  ])("never happens when %s, and the state stays as it was", async (_name, fault, why) => {
    const world = testWorld("failing");
    const { engine } = await startEngine(world, { log: { ...world.log, append: () => Promise.resolve(err(fault)) } });
    expect(await engine.dispatch(checkin(40))).toEqual(err({ type: "NotSaved", why }));
    expect(checkins(engine.state.value)).toHaveLength(0);
  });

  it("never happens when the keys are gone", async () => {
    const world = testWorld("no keys");
    const desk = testDesk(world);
    const { engine } = await startEngine(world, {
      desk: { ...desk, seal: () => Promise.resolve(err({ type: "KeysMissing" })) },
    });
    expect(await engine.dispatch(checkin(40))).toEqual(err({ type: "NotSaved", why: "keys" }));
  });

  it("passes on what the domain refuses, and records nothing", async () => {
    const world = testWorld("refused");
    const { engine } = await startEngine(world);
    const refused = await engine.dispatch({ kind: "circle/remove", person: "nobody" });
    expect(refused).toMatchObject({ ok: false, error: { type: "Refused", refusal: { type: "NotFound" } } });
    expect(good(await world.log.since(0, 10)).entries).toHaveLength(0);
  });
});

describe("the log on the device", () => {
  it("gives the same state after a restart", async () => {
    const world = testWorld("restart");
    const first = await startEngine(world);
    await predictedAsk(first);
    good(await first.engine.dispatch(checkin(55)));
    first.stop();
    const again = await startEngine(world);
    expect(again.engine.state.value).toEqual(first.engine.state.value);
    expect(people(again.engine.state.value)).toHaveLength(1);
  });

  it("holds nothing that can be read", async () => {
    const world = testWorld("opaque");
    const { engine } = await startEngine(world);
    good(await engine.dispatch({ kind: "checkin/note", energy: 5, cues: [], carrying: "the whole of the move" }));
    const [entry] = good(await world.log.since(0, 10)).entries;
    expect(Buffer.from(entry?.envelope ?? []).toString("latin1")).not.toContain("the whole of the move");
  });

  it("lets two tabs write in turns without breaking the chain", async () => {
    const world = testWorld("tabs");
    const [left, right] = [await startEngine(world), await startEngine(world)];
    const work = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? left : right).engine.dispatch(checkin(i)));
    expect((await Promise.all(work)).every((result) => result.ok)).toBe(true);
    const third = await startEngine(world);
    expect(checkins(third.engine.state.value)).toHaveLength(20);
    expect(third.engine.stored.value.setAside).toBe(0);
    expect(left.engine.state.value).toEqual(third.engine.state.value);
    expect(right.engine.state.value).toEqual(third.engine.state.value);
  });

  it("sets aside what does not open, counts it, and goes on", async () => {
    const world = testWorld("damaged");
    const first = await startEngine(world);
    for (const energy of [10, 20, 30]) good(await first.engine.dispatch(checkin(energy)));
    const broken = {
      ...world.log,
      since: async (at: number, max: number) => {
        const slice = await world.log.since(at, max);
        if (!slice.ok) return slice;
        const entries = slice.value.entries.map((entry) => {
          const envelope = Uint8Array.from(entry.envelope);
          if (entry.at === 2) envelope[200] = (envelope[200] ?? 0) ^ 1;
          return { ...entry, envelope };
        });
        return ok({ ...slice.value, entries });
      },
    };
    const { engine } = await startEngine(world, { log: broken });
    expect(checkins(engine.state.value).map(({ energy }) => energy)).toEqual([30, 10]);
    expect(engine.stored.value).toMatchObject({ setAside: 1, unknown: 0 });
  });

  it("keeps and skips what a newer version wrote", async () => {
    const world = testWorld("newer");
    const desk = testDesk(world);
    good(await desk.open(true));
    const newer = { id: "x".repeat(22), k: "dream/noted@7", t: [Date.UTC(2026, 1, 1), 0], d: "2026-02-01", b: {} };
    const body = good(encodeBatch({ seen: {}, events: [newer] }));
    good(await world.log.append(good(await desk.seal(body, 1, new Uint8Array(32))).envelope));
    const { engine } = await startEngine(world);
    expect(engine.stored.value).toMatchObject({ setAside: 0, unknown: 1 });
    good(await engine.dispatch(checkin(50)));
    expect((await startEngine(world)).engine.stored.value.unknown).toBe(1);
  });

  it("orders entries by the log even when the wall clock goes back", async () => {
    const world = testWorld("clock");
    const { engine } = await startEngine(world);
    good(await engine.dispatch(checkin(1)));
    world.clock.turn(-3_600_000);
    good(await engine.dispatch(checkin(2)));
    expect(checkins(engine.state.value).map(({ energy }) => energy)).toEqual([2, 1]);
  });
});

describe("opening", () => {
  it("refuses away from localhost without TLS, before any key is touched", async () => {
    const world = testWorld("insecure");
    const { engine } = await startEngine(world, { secure: false });
    expect(engine.phase.value).toEqual({ kind: "refused", why: "insecure" });
    expect(await world.keystore.read()).toEqual(ok(null));
    expect(await engine.dispatch(checkin(1))).toMatchObject({ ok: false });
  });

  it("never makes new keys over entries that need the old ones", async () => {
    const world = testWorld("lost keys");
    const first = await startEngine(world);
    good(await first.engine.dispatch(checkin(9)));
    await world.keystore.destroy();
    const { engine } = await startEngine(world);
    expect(engine.phase.value).toEqual({ kind: "refused", why: "no-keys" });
    expect(await world.keystore.read()).toEqual(ok(null));
  });

  it("says so when the store cannot be read", async () => {
    const world = testWorld("no store");
    const { engine } = await startEngine(world, {
      log: { ...world.log, since: () => Promise.resolve(err({ type: "Storage" })) },
    });
    expect(engine.phase.value).toEqual({ kind: "refused", why: "no-storage" });
  });
});

describe("drafts", () => {
  it("come back after a restart and are sealed in between", async () => {
    const world = testWorld("drafts");
    const { engine } = await startEngine(world);
    expect(await engine.drafts.set("ask/1", "could you take the school run")).toBe(true);
    expect(Buffer.from(world.drafts.held.get("ask/1") ?? []).toString("latin1")).not.toContain("school");
    const again = await startEngine(world);
    expect(await again.engine.drafts.get("ask/1")).toBe("could you take the school run");
    await again.engine.drafts.drop("ask/1");
    expect(await again.engine.drafts.get("ask/1")).toBe(null);
  });

  it("do not open under another form's name", async () => {
    const world = testWorld("swapped drafts");
    const { engine } = await startEngine(world);
    await engine.drafts.set("one", "first");
    world.drafts.held.set("two", world.drafts.held.get("one") ?? new Uint8Array());
    expect(await engine.drafts.get("two")).toBe(null);
  });

  it("say when they could not be kept", async () => {
    const world = testWorld("full drafts");
    const full = { ...world.drafts, put: () => Promise.resolve(err({ type: "Full" } as const)) };
    const { engine } = await startEngine(world, { drafts: full });
    expect(await engine.drafts.set("one", "x".repeat(400_000))).toBe(false);
    expect(await engine.drafts.set("one", "short")).toBe(false);
  });
});

/** Somebody else, since nobody is suggested twice running. */
const someoneElse = {
  kind: "circle/add",
  nickname: "Tom",
  role: "friend",
  ring: "near",
  trust: null,
  comfort: null,
} as const;

describe("the step of the day", () => {
  it("is offered from the catalogue once it is loaded", async () => {
    const running = await startEngine(testWorld("offer"));
    await predictedAsk(running);
    good(await running.engine.dispatch(someoneElse));
    const choice = running.engine.stepOffer([]);
    expect(choice.kind).toBe("step");
  });

  it("is rest after a check-in with almost nothing left", async () => {
    const running = await startEngine(testWorld("rest"));
    await predictedAsk(running);
    good(await running.engine.dispatch(someoneElse));
    good(await running.engine.dispatch(checkin(5)));
    expect(running.engine.stepOffer([]).kind).toBe("rest");
  });

  it("forgets low energy within days", async () => {
    const world = testWorld("yesterday");
    const running = await startEngine(world);
    await predictedAsk(running);
    good(await running.engine.dispatch(someoneElse));
    good(await running.engine.dispatch(checkin(5)));
    world.clock.turn(12 * 86_400_000);
    expect(running.engine.stepOffer([]).kind).toBe("step");
  });
});

describe("minted ids", () => {
  it("are given back in the order in which they were made", async () => {
    const running = await startEngine(testWorld("ids"));
    const { person, experiment } = await predictedAsk(running);
    expect(people(running.engine.state.value)[0]?.id).toBe(person);
    expect(experiments(running.engine.state.value)[0]?.id).toBe(experiment);
  });

  it("are never asked of ports twice for one tap", async () => {
    const world = testWorld("stamp");
    let asked = 0;
    const ports = testPorts(world, {
      chance: {
        id: () => {
          asked += 1;
          return world.chance.id();
        },
      },
    });
    const { engine } = await startEngine(world, ports);
    good(await engine.dispatch(checkin(3)));
    expect(asked).toBe(1);
  });
});
