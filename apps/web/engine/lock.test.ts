import { err, ok, toHex } from "@belay/basics";
import { checkins, isErased } from "@belay/domain";
import { memoryKeystore, memoryTabs, queueTurn, scriptedRelay } from "@belay/testkit";
import { encodeBatch, splitEnvelope } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { settle } from "../../../tests/world/copying-world.ts";
import { firstPass, secondPass } from "../../../tests/world/desk-world.ts";
import { good, startEngine, testDesk, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import type { Running } from "./create.ts";
import type { Ports } from "./ports/ports.ts";

const checkin = (energy: number, carrying: string | null = null) =>
  ({ kind: "checkin/note", energy, cues: [], carrying }) as const;
const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;
const wrong = "marble harvest cousin ticket frozen";

const stored = async ({ log }: Pick<TestWorld, "log">): Promise<readonly Uint8Array[]> =>
  good(await log.since(0, 10_000)).entries.map(({ envelope }) => envelope);
const keysOf = async ({ keystore }: Pick<TestWorld, "keystore">): Promise<Uint8Array> =>
  good(await keystore.read()) ?? new Uint8Array();
const energies = ({ engine }: Running): readonly number[] =>
  checkins(engine.state.value).flatMap(({ energy }) => (energy === null ? [] : [energy]));

/** The vaults that the stored envelopes name. */
const vaultsOf = (envelopes: readonly Uint8Array[]): ReadonlySet<string> =>
  new Set(envelopes.map((envelope) => toHex(good(splitEnvelope(envelope)).header.vaultId)));

/** The same disk after a crash: whatever was waiting for its turn, and every other tab, is gone. */
const crashed = (world: TestWorld): TestWorld => ({ ...world, turn: queueTurn(), tab: memoryTabs() });

/** A device with three entries that were never locked, over ports that a test may bend. */
const unlocked = async (seed: string, over: (world: TestWorld) => Partial<Ports> = () => ({})) => {
  const world = testWorld(seed);
  const one = await startEngine(world, over(world));
  for (const energy of [10, 20, 30]) good(await one.engine.dispatch(checkin(energy)));
  return { world, one };
};

/** The same with a lock, set the ordinary way. */
const locked = async (seed: string) => {
  const { world, one } = await unlocked(seed);
  good(await one.engine.lock.set(null, firstPass));
  return { world, one };
};

describe("the first lock", () => {
  it("seals every entry anew, in order, for a vault that the old keys do not open", async () => {
    const { world, one } = await unlocked("first");
    const [oldKeys, old] = [await keysOf(world), await stored(world)];
    const before = checkins(one.engine.state.value);
    expect(await one.engine.lock.set(null, firstPass)).toEqual(ok({ old: "none" }));
    expect(checkins(one.engine.state.value)).toEqual(before);
    const fresh = await stored(world);
    expect(vaultsOf(fresh).size).toBe(1);
    expect(vaultsOf(fresh)).not.toEqual(vaultsOf(old));
    const keystore = memoryKeystore();
    good(await keystore.write(oldKeys));
    const thief = testDesk({ ...world, keystore });
    good(await thief.open(false));
    expect(good(await thief.openMany(old, false)).every((verdict) => verdict.ok)).toBe(true);
    expect(good(await thief.openMany(fresh, false)).map((verdict) => verdict.ok)).toEqual(fresh.map(() => false));
  });

  it("leaves no byte of what was sealed without it, neither entries nor drafts nor notes about copying", async () => {
    const { world, one } = await unlocked("no byte");
    await one.engine.drafts.set("ask/1", "half a sentence");
    const draft = world.drafts.held.get("ask/1");
    good(await world.meta.put("sync", Uint8Array.of(1)));
    const marks = (await stored(world)).map((envelope) => toHex(envelope.slice(200, 264)));
    good(await one.engine.lock.set(null, firstPass));
    const left = (await stored(world)).map(toHex).join("");
    expect(marks.map((mark) => left.includes(mark))).toEqual([false, false, false]);
    expect(world.meta.held.size).toBe(0);
    // A draft is sealed anew: the text stays, the bytes do not.
    expect(world.drafts.held.get("ask/1")).not.toEqual(draft);
    expect(await one.engine.drafts.get("ask/1")).toBe("half a sentence");
    expect(await (await startEngine(crashed(world))).engine.drafts.get("ask/1")).toBe(null);
  });

  it("is asked for at the next start, and opens to the same record and to new entries", async () => {
    const { world, one } = await locked("next start");
    expect(one.engine.lock.status.value).toEqual({ locked: true, passkey: false, waitMs: 0, recovery: false });
    const again = await startEngine(crashed(world));
    expect(again.engine.phase.value).toEqual({ kind: "locked" });
    expect(energies(again)).toEqual([]);
    expect(await again.engine.dispatch(checkin(1))).toEqual(err({ type: "NotSaved", why: "keys" }));
    expect(await again.engine.lock.unlock(firstPass)).toEqual(ok(null));
    expect(again.engine.phase.value).toEqual({ kind: "open" });
    expect(again.engine.state.value).toEqual(one.engine.state.value);
    good(await again.engine.dispatch(checkin(40)));
    expect(energies(again)).toEqual([40, 30, 20, 10]);
    expect(again.engine.stored.value).toMatchObject({ setAside: 0, unknown: 0 });
  });

  it("takes over what it does not understand, and leaves behind what was erased", async () => {
    const { world, one } = await unlocked("unknown");
    const newer = { id: "x".repeat(22), k: "dream/noted@7", t: [Date.UTC(2026, 1, 1), 0], d: "2026-02-01", b: {} };
    const last = (await stored(world)).at(-1) ?? new Uint8Array();
    const desk = testDesk(world);
    good(await desk.open(false));
    const [verdict] = good(await desk.openMany([last], false));
    const { seq, hash } = verdict?.ok === true ? verdict.value : { seq: 0, hash: new Uint8Array(32) };
    const sealed = good(await desk.seal(good(encodeBatch({ seen: {}, events: [newer] })), seq + 1, hash));
    good(await world.log.append(sealed.envelope));
    const gone = checkins(one.engine.state.value).find(({ energy }) => energy === 20)?.id ?? "";
    good(await one.engine.erase(gone));
    good(await one.engine.lock.set(null, firstPass));
    const again = await startEngine(crashed(world));
    good(await again.engine.lock.unlock(firstPass));
    expect(energies(again)).toEqual([30, 10]);
    expect(isErased(again.engine.state.value, gone)).toBe(true);
    expect(again.engine.stored.value).toMatchObject({ setAside: 0, unknown: 1 });
  });

  it("names this device as the one member of the new vault, and tells the other tab to start again", async () => {
    const { world, one } = await unlocked("member");
    good(await one.engine.found(null, "Phone"));
    let restarts = 0;
    await startEngine(world, { restart: () => void (restarts += 1) });
    good(await one.engine.lock.set(null, firstPass));
    expect(one.engine.devices.value).toMatchObject([{ name: "Phone", self: true, removed: false }]);
    expect(restarts).toBe(1);
  });

  it("tells the other tab before that one can write again: what it sealed with the old keys would be lost", async () => {
    const told: string[] = [];
    const turns: Promise<readonly string[]>[] = [];
    const { world, one } = await unlocked("other tab", (world) => {
      const desk = testDesk(world);
      const finishVault: typeof desk.finishVault = () => {
        turns.push(world.turn.exclusive(() => Promise.resolve([...told])));
        return desk.finishVault();
      };
      return { desk: { ...desk, finishVault } };
    });
    world.tab().heard((news) => void told.push(news));
    good(await one.engine.lock.set(null, firstPass));
    expect(await Promise.all(turns)).toEqual([["moved"]]);
  });

  it("takes over many long entries: where they do not fit into one envelope together, fewer go into each", async () => {
    const { world, one } = await unlocked("long");
    const text = "ก".repeat(1_900);
    for (let at = 0; at < 50; at += 1) good(await one.engine.dispatch(checkin(50, text)));
    good(await one.engine.lock.set(null, firstPass));
    const again = await startEngine(crashed(world));
    good(await again.engine.lock.unlock(firstPass));
    expect(energies(again)).toHaveLength(53);
    expect(again.engine.stored.value).toMatchObject({ setAside: 0, unknown: 0 });
  });

  it.each([
    ["ziggurat", "short"],
    ["passwordpassword", "common"],
    ["wonderfulday", "simple"],
  ] as const)("refuses %s (%s) before anything is touched", async (next, why) => {
    const { world, one } = await unlocked(`weak ${next}`);
    const before = await stored(world);
    expect(await one.engine.lock.set(null, next)).toEqual(err({ type: "WeakPassphrase", why }));
    expect([await stored(world), one.engine.phase.value]).toEqual([before, { kind: "open" }]);
    expect(one.engine.lock.status.value.locked).toBe(false);
  });

  it.each([
    ["Full", "no-room"],
    ["Storage", "storage"],
  ] as const)("changes nothing when the store says %s: the entries, a draft and the keys stay", async (type, why) => {
    const { world, one } = await unlocked(`store ${type}`, (world) => ({
      log: { ...world.log, swap: () => Promise.resolve(err({ type })) },
    }));
    await one.engine.drafts.set("ask/1", "half a sentence");
    const before = await stored(world);
    expect(await one.engine.lock.set(null, firstPass)).toEqual(err({ type: "NotSaved", why }));
    expect(await stored(world)).toEqual(before);
    expect(one.engine.phase.value).toEqual({ kind: "open" });
    expect(await one.engine.drafts.get("ask/1")).toBe("half a sentence");
    good(await one.engine.dispatch(checkin(40)));
    const again = await startEngine(crashed(world));
    expect(energies(again)).toEqual([40, 30, 20, 10]);
    expect(good(await testDesk(world).status())).toMatchObject({ lock: false, waiting: null });
  });

  it("carries no late copy of an erased entry into the new vault", async () => {
    const { world, one } = await unlocked("late copy");
    good(await one.engine.dispatch(checkin(40, "said too much")));
    const copies = await stored(world);
    const desk = testDesk(world);
    good(await desk.open(false));
    const [late] = good(await desk.openMany(copies.slice(-1), false));
    good(await one.engine.erase(checkins(one.engine.state.value).find(({ energy }) => energy === 40)?.id ?? ""));
    const [last] = good(await desk.openMany((await stored(world)).slice(-1), false));
    if (late?.ok !== true || last?.ok !== true) throw new Error("not opened");
    good(await world.log.append(good(await desk.seal(late.value.body, last.value.seq + 1, last.value.hash)).envelope));
    good(await one.engine.lock.set(null, firstPass));
    const fresh = testDesk(world);
    good(await fresh.unlock(firstPass));
    const bodies = good(await fresh.openMany(await stored(world), false)).map((verdict) =>
      verdict.ok ? new TextDecoder().decode(verdict.value.body) : "closed",
    );
    expect(bodies.join("")).toContain("entries/erased@1");
    expect(bodies.filter((body) => body.includes("said too much") || body === "closed")).toEqual([]);
  });
});

describe("a crash while the first lock is set", () => {
  /** Never goes on: the page died here. */
  const dead = (): Promise<never> => new Promise<never>(() => undefined);
  const desk = (bend: (desk: Ports["desk"]) => Partial<Ports["desk"]>) => (world: TestWorld) => {
    const fair = testDesk(world);
    return { desk: { ...fair, ...bend(fair) } };
  };
  const cases: readonly (readonly [string, boolean, (world: TestWorld) => Partial<Ports>])[] = [
    ["before the new keys are made", false, desk(() => ({ beginVault: dead }))],
    ["after they are made", false, desk((fair) => ({ beginVault: (...all) => fair.beginVault(...all).then(dead) }))],
    ["while entries are sealed", false, desk((fair) => ({ sealNext: (...all) => fair.sealNext(...all).then(dead) }))],
    ["before the entries change places", false, ({ log }) => ({ log: { ...log, swap: dead } })],
    ["after it", true, ({ log }) => ({ log: { ...log, swap: (...all) => log.swap(...all).then(dead) } })],
    ["before the new keys count", true, desk(() => ({ finishVault: dead }))],
    ["after that", true, desk((fair) => ({ finishVault: () => fair.finishVault().then(dead) }))],
    ["before the notes are cleared", true, ({ meta }) => ({ meta: { ...meta, clear: dead } })],
    ["before the drafts are opened", true, ({ drafts }) => ({ drafts: { ...drafts, names: dead } })],
  ];

  it.each(cases)("%s leaves a vault that opens with everything in it (locked: %s)", async (name, isLocked, over) => {
    const { world, one } = await unlocked(name, over);
    await one.engine.drafts.set("ask/1", "half a sentence");
    void one.engine.lock.set(null, firstPass);
    await settle();
    const again = await startEngine(crashed(world));
    expect(again.engine.phase.value).toEqual({ kind: isLocked ? "locked" : "open" });
    if (isLocked) good(await again.engine.lock.unlock(firstPass));
    expect(energies(again)).toEqual([30, 20, 10]);
    expect(await again.engine.drafts.get("ask/1")).toBe(isLocked ? null : "half a sentence");
    good(await again.engine.dispatch(checkin(40)));
    expect(again.engine.stored.value).toMatchObject({ setAside: 0, unknown: 0 });
    expect(good(await testDesk(world).status()).waiting).toBe(null);
    // What was begun can be begun again.
    expect(await again.engine.lock.set(isLocked ? firstPass : null, secondPass)).toEqual(ok({ old: "none" }));
    expect(energies(again)).toEqual([40, 30, 20, 10]);
  });
});

describe("the old copy at the relay", () => {
  const copied = async (seed: string) => {
    const relay = scriptedRelay();
    relay.script.known = true;
    const { world, one } = await unlocked(seed, () => ({ lines: relay.lines }));
    good(await one.engine.dispatch(copy));
    await settle();
    relay.accept();
    await settle();
    return { world, one, relay };
  };

  it("is deleted with the old keys when the first lock is set", async () => {
    const { one, relay } = await copied("copy");
    const [old] = relay.calls;
    expect(relay.entries.length).toBeGreaterThan(0);
    const setting = one.engine.lock.set(null, firstPass);
    await settle();
    const asked = relay.accept();
    expect(await setting).toEqual(ok({ old: "deleted" }));
    expect(asked.vault).toBe(old?.vault);
    expect(asked.heard.map(({ kind }) => kind)).toEqual(["hello", "delete"]);
    expect(relay.entries).toEqual([]);
  });

  it("is said to be unreached when the relay keeps silent, and the lock is set all the same", async () => {
    const { world, one } = await copied("silent");
    const setting = one.engine.lock.set(null, firstPass);
    await settle();
    world.clock.turn(30_000);
    expect(await setting).toEqual(ok({ old: "unreached" }));
    expect(one.engine.lock.status.value.locked).toBe(true);
  });
});

describe("a wrong passphrase", () => {
  it("opens nothing and changes nothing, and the next guess has to wait", async () => {
    const { world } = await locked("wrong");
    const before = await stored(world);
    const again = await startEngine(crashed(world));
    expect(await again.engine.lock.unlock(wrong)).toMatchObject({ error: { type: "WrongPassphrase" } });
    expect(again.engine.phase.value).toEqual({ kind: "locked" });
    const { waitMs } = again.engine.lock.status.value;
    expect(waitMs).toBeGreaterThan(0);
    expect(await again.engine.lock.unlock(firstPass)).toEqual(err({ type: "TooSoon", waitMs }));
    world.clock.turn(waitMs);
    expect(await again.engine.lock.unlock(firstPass)).toEqual(ok(null));
    expect(await stored(world)).toEqual(before);
  });

  it.each([null, wrong])("(%s) sets no other lock: the first one still opens", async (pass) => {
    const { world, one } = await locked(`no change ${pass}`);
    expect(await one.engine.lock.set(pass, secondPass)).toMatchObject({ error: { type: "WrongPassphrase" } });
    const again = await startEngine(crashed(world));
    world.clock.turn(600_000);
    expect(await again.engine.lock.unlock(secondPass)).toMatchObject({ error: { type: "WrongPassphrase" } });
    world.clock.turn(600_000);
    expect(await again.engine.lock.unlock(firstPass)).toEqual(ok(null));
  });
});

describe("another passphrase", () => {
  it("opens the same vault, the old one does not, and a draft survives", async () => {
    const { world, one } = await locked("another");
    await one.engine.drafts.set("ask/1", "half a sentence");
    const before = await stored(world);
    expect(await one.engine.lock.set(firstPass, secondPass)).toEqual(ok({ old: "none" }));
    expect(await stored(world)).toEqual(before);
    const again = await startEngine(crashed(world));
    expect(await again.engine.lock.unlock(firstPass)).toMatchObject({ error: { type: "WrongPassphrase" } });
    world.clock.turn(600_000);
    good(await again.engine.lock.unlock(secondPass));
    expect(energies(again)).toEqual([30, 20, 10]);
    expect(await again.engine.drafts.get("ask/1")).toBe("half a sentence");
  });

  it("is proposed as five words that may lock, and judged before it is set", async () => {
    const { one } = await unlocked("proposed");
    const words = good(await one.engine.lock.propose());
    expect(words.split(" ")).toHaveLength(5);
    expect(good(await one.engine.lock.judge(words)).why).toBe(null);
    expect(good(await one.engine.lock.judge("short one")).why).toBe("short");
  });
});

describe("a passkey", () => {
  const [credential, salt, prf] = [new Uint8Array(20).fill(1), new Uint8Array(16).fill(2), new Uint8Array(32).fill(3)];

  it("opens the vault too once there are recovery words, until it is dropped", async () => {
    const { world, one } = await locked("passkey");
    expect(await one.engine.lock.passkeySalt()).toBe(null);
    expect(await one.engine.lock.setPasskey(firstPass, credential, salt, prf)).toMatchObject({ ok: false });
    good(await one.engine.recovery.words(firstPass));
    expect(await one.engine.lock.setPasskey(wrong, credential, salt, prf)).toMatchObject({ ok: false });
    world.clock.turn(600_000);
    expect(await one.engine.lock.setPasskey(firstPass, credential, salt, prf)).toEqual(ok(null));
    expect(one.engine.lock.status.value).toMatchObject({ passkey: true, recovery: true });
    const again = await startEngine(crashed(world));
    expect(await again.engine.lock.passkeySalt()).toEqual({ credential, salt });
    expect(await again.engine.lock.unlockByPasskey(new Uint8Array(32).fill(4))).toMatchObject({ ok: false });
    expect(again.engine.phase.value).toEqual({ kind: "locked" });
    expect(await again.engine.lock.unlockByPasskey(prf)).toEqual(ok(null));
    expect(energies(again)).toEqual([30, 20, 10]);
    expect(await again.engine.lock.dropPasskey(firstPass)).toEqual(ok(null));
    expect(again.engine.lock.status.value.passkey).toBe(false);
    expect(await (await startEngine(crashed(world))).engine.lock.unlockByPasskey(prf)).toMatchObject({ ok: false });
  });
});

describe("locking now", () => {
  it("starts the page again, so that no key stays in memory", async () => {
    let restarts = 0;
    const { one } = await unlocked("now", () => ({ restart: () => void (restarts += 1) }));
    one.engine.lock.lockNow();
    expect(restarts).toBe(1);
  });
});
