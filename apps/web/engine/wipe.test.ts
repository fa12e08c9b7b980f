import { err, ok } from "@belay/basics";
import { asks } from "@belay/domain";
import { scriptedRelay } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { firstPass } from "../../../tests/world/desk-world.ts";
import { joinedWorld, note } from "../../../tests/world/joined-world.ts";
import { good, predictedAsk, startEngine, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { createLinks } from "./links.ts";
import type { Ports } from "./ports/ports.ts";
import type { AskMail, RelayFault } from "./ports/relay.ts";
import { createWipe } from "./wipe.ts";

const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

const settle = async (): Promise<void> => {
  for (let i = 0; i < 4; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Says aloud, in order, what is done to the device and to the relay. */
const loud = (ports: Ports, acts: string[], closing: () => RelayFault | null): Ports => {
  const say =
    <A extends readonly unknown[], T>(name: string, work: (...args: A) => T) =>
    (...args: A): T => {
      acts.push(name);
      return work(...args);
    };
  const mail: AskMail = {
    ...ports.mail,
    put: () => Promise.resolve(ok(null)),
    close: (id) => {
      acts.push(`close ${id}`);
      const fault = closing();
      return Promise.resolve(fault === null ? ok(null) : err(fault));
    },
  };
  return {
    ...ports,
    mail,
    desk: {
      ...ports.desk,
      destroy: say("keys destroyed", ports.desk.destroy),
      signDelete: say("deletion signed", ports.desk.signDelete),
    },
    log: { ...ports.log, clear: say("log cleared", ports.log.clear) },
    drafts: { ...ports.drafts, clear: say("drafts cleared", ports.drafts.clear) },
    neighbours: {
      ...ports.neighbours,
      tell: (news) => (news === "wiped" ? say("told", ports.neighbours.tell)(news) : undefined),
    },
  };
};

interface Story {
  readonly keepCopy?: boolean;
  readonly links?: number;
  readonly bend?: (ports: Ports) => Partial<Ports>;
}

/** A device with a life behind it: some links, perhaps a copy at the relay, one draft. */
const device = async (seed: string, { keepCopy = false, links = 0, bend = () => ({}) }: Story) => {
  const world = testWorld(seed);
  const planned = await startEngine(world);
  const { experiment } = await predictedAsk(planned);
  await planned.engine.drafts.set("ask/1", "half a sentence");
  if (keepCopy) good(await planned.engine.dispatch(copy));
  planned.stop();
  const relay = scriptedRelay();
  relay.script.known = true;
  const acts: string[] = [];
  const closing: { fault: RelayFault | null } = { fault: null };
  const fair = loud(testPorts(world, { lines: relay.lines }), acts, () => closing.fault);
  const ports = { ...fair, ...bend(fair) };
  const ledger = createLedger(ports);
  const identity = good(await ports.desk.open(false));
  ledger.begin(identity);
  const journal = createJournal(ports, ledger, decideAtOnce);
  good(await ledger.catchUp());
  const made: string[] = [];
  for (let i = 0; i < links; i += 1) {
    const input = {
      experiment,
      words: `Ask ${i}`,
      from: "Sam",
      howItWas: false,
      closesInDays: 7,
      answerBy: null,
      silence: null,
    };
    made.push(good(await createLinks(ports, ledger, journal).makeLink(input)).ask);
  }
  const mailboxes = () => asks(ledger.state.value).flatMap((ask) => (ask.link === null ? [] : [ask.link.mailbox]));
  const wipe = createWipe(ports, ledger, {
    stop: () => void acts.push("stopped"),
    wiped: () => void acts.push("wiped"),
  });
  const entries = async () => good(await world.log.since(0, 100)).entries.length;
  return { world, relay, identity, acts, closing, ledger, journal, made, mailboxes, wipe, entries };
};

const onDevice = ["keys destroyed", "log cleared", "drafts cleared", "told", "wiped"];

describe("deleting everything", () => {
  it("closes links and deletes the copy first, destroys the keys before anything else here, and tells at the end", async () => {
    const one = await device("order", { keepCopy: true, links: 2 });
    const mailboxes = one.mailboxes();
    const wiping = one.wipe();
    await settle();
    const call = one.relay.accept();
    expect(good(await wiping)).toEqual({ relay: "deleted" });
    expect(one.acts).toEqual(["stopped", ...mailboxes.map((id) => `close ${id}`), "deletion signed", ...onDevice]);
    expect(call.vault).toBe(one.identity.vault);
    expect(call.heard.map((frame) => frame.kind)).toEqual(["hello", "delete"]);
    expect(call.over()).toBe(true);
  });

  it("leaves no key, no entry, no draft and nothing in the fold", async () => {
    const one = await device("nothing left", { links: 1 });
    good(await one.wipe());
    expect(await one.world.keystore.read()).toEqual(ok(null));
    expect(await one.entries()).toBe(0);
    expect(one.world.drafts.held.size).toBe(0);
    expect(one.ledger.identity()).toBe(null);
    expect(one.ledger.recorded()).toEqual([]);
    expect(asks(one.ledger.state.value)).toEqual([]);
    expect(await one.journal.dispatch(copy)).toEqual(err({ type: "NotSaved", why: "keys" }));
  });

  it("does not call the relay where nothing of it is there", async () => {
    const one = await device("no relay", {});
    expect(good(await one.wipe())).toEqual({ relay: "none" });
    expect(one.acts).toEqual(["stopped", ...onDevice]);
    expect(one.relay.calls).toEqual([]);
  });

  it("does not close again what is closed", async () => {
    const one = await device("closed before", { links: 1 });
    good(await one.journal.dispatch({ kind: "asks/close", ask: one.made[0] ?? "" }));
    expect(good(await one.wipe())).toEqual({ relay: "none" });
    expect(one.acts).toEqual(["stopped", ...onDevice]);
  });

  it("begins anew as another vault, which opens nothing of the old one", async () => {
    const one = await device("anew", {});
    good(await one.wipe());
    const again = await startEngine(one.world);
    expect(again.engine.phase.value).toEqual({ kind: "open" });
    good(await again.engine.dispatch(copy));
    const fresh = good(await testPorts(one.world).desk.open(false));
    expect(fresh.vault).not.toBe(one.identity.vault);
    expect(fresh.device).not.toBe(one.identity.device);
  });
});

describe("links, when everything is deleted", () => {
  it.each<readonly [RelayFault, "deleted" | "unreached"]>([
    [{ type: "NotThere" }, "deleted"],
    [{ type: "Offline" }, "unreached"],
    [{ type: "SlowDown" }, "unreached"],
    [{ type: "RelayRefused", detail: "500" }, "unreached"],
  ])("that come to %o leave the relay %s, and the device is emptied all the same", async (fault, relay) => {
    const one = await device(`links ${fault.type}`, { links: 2 });
    one.closing.fault = fault;
    expect(good(await one.wipe())).toEqual({ relay });
    expect(one.acts.filter((act) => act.startsWith("close"))).toHaveLength(2);
    expect(await one.entries()).toBe(0);
  });
});

describe("the copy, when everything is deleted", () => {
  const wiping = async (seed: string, bend?: Story["bend"]) => {
    const one = await device(seed, bend === undefined ? { keepCopy: true } : { keepCopy: true, bend });
    const done = one.wipe();
    await settle();
    return { ...one, done };
  };

  it("counts as deleted when the relay says that it is gone already", async () => {
    const one = await wiping("gone");
    one.relay.script.refuse = { to: "hello", code: "gone", retryAfterMs: 0 };
    one.relay.accept();
    expect(good(await one.done)).toEqual({ relay: "deleted" });
  });

  it.each(["quota", "slow-down", "malformed"] as const)(
    "is said to be unreached when the relay refuses with %s",
    async (code) => {
      const one = await wiping(code);
      one.relay.script.refuse = { to: "delete", code, retryAfterMs: 0 };
      one.relay.accept();
      expect(good(await one.done)).toEqual({ relay: "unreached" });
      expect(one.acts.slice(-5)).toEqual(onDevice);
    },
  );

  it("is said to be unreached when the line breaks", async () => {
    const one = await wiping("breaks");
    one.relay.script.deaf.add("delete");
    const call = one.relay.accept();
    await settle();
    call.drop();
    expect(good(await one.done)).toEqual({ relay: "unreached" });
  });

  it("is given some seconds, and no more", async () => {
    const one = await wiping("silence");
    one.world.clock.turn(1_000);
    await settle();
    expect(one.acts).toEqual(["stopped"]);
    one.world.clock.turn(30_000);
    expect(good(await one.done)).toEqual({ relay: "unreached" });
    expect(one.relay.calls[0]?.over()).toBe(true);
    expect(await one.entries()).toBe(0);
  });

  it.each(["hello", "signDelete"] as const)(
    "is said to be unreached when the desk does not sign (%s)",
    async (name) => {
      const silent = () => Promise.resolve(err({ type: "DeskUnreachable" } as const));
      const one = await wiping(`unsigned ${name}`, ({ desk }) => ({ desk: { ...desk, [name]: silent } }));
      one.relay.accept();
      expect(good(await one.done)).toEqual({ relay: "unreached" });
    },
  );

  it("is not taken for deleted by frames that say nothing of it", async () => {
    const one = await wiping("noise");
    const [call] = one.relay.calls;
    call?.open();
    call?.sayBytes(Uint8Array.of(1, 2, 3));
    call?.say({ kind: "page", ref: 0, more: false, entries: [] });
    call?.say({ kind: "notice", ref: 0, count: 1 });
    await settle();
    expect(one.acts).toEqual(["stopped"]);
    one.relay.accept();
    expect(good(await one.done)).toEqual({ relay: "deleted" });
  });

  it("is reported as unreached when it was deleted but a link was not", async () => {
    const one = await device("half", { keepCopy: true, links: 1 });
    one.closing.fault = { type: "Offline" };
    const done = one.wipe();
    await settle();
    one.relay.accept();
    expect(good(await done)).toEqual({ relay: "unreached" });
  });
});

describe("a device that does not obey", () => {
  it("keeps its log when the keys could not be destroyed, and says so", async () => {
    const one = await device("keys stay", {
      bend: ({ desk }) => ({ desk: { ...desk, destroy: () => Promise.resolve(err({ type: "DeskUnreachable" })) } }),
    });
    const before = await one.entries();
    expect(await one.wipe()).toEqual(err({ type: "NotSaved", why: "keys" }));
    expect(await one.entries()).toBe(before);
    expect(one.acts).toEqual(["stopped"]);
  });

  it.each(["log", "drafts"] as const)("is not called empty when its %s could not be cleared", async (name) => {
    const clear = () => Promise.resolve(err({ type: "Storage" } as const));
    const one = await device(`${name} stays`, {
      bend: ({ log, drafts }) => (name === "log" ? { log: { ...log, clear } } : { drafts: { ...drafts, clear } }),
    });
    expect(await one.wipe()).toEqual(err({ type: "NotSaved", why: "storage" }));
    expect(await one.world.keystore.read()).toEqual(ok(null));
    expect(one.acts).not.toContain("wiped");
  });
});

describe("a second try", () => {
  it("empties what the first one left, with keys that are gone, and still knows what came of the copy", async () => {
    let stuck = true;
    const one = await device("second try", {
      keepCopy: true,
      bend: ({ log }) => ({
        log: { ...log, clear: () => (stuck ? Promise.resolve(err({ type: "Storage" })) : log.clear()) },
      }),
    });
    const first = one.wipe();
    await settle();
    one.relay.accept();
    expect(await first).toEqual(err({ type: "NotSaved", why: "storage" }));
    stuck = false;
    expect(good(await one.wipe())).toEqual({ relay: "deleted" });
    expect(one.relay.calls).toHaveLength(1);
    expect(await one.entries()).toBe(0);
    expect(one.acts).toContain("wiped");
  });
});

describe("the record of the recovery words", () => {
  /** A device with words, at a relay that checks every proof. */
  const worded = async (seed: string) => {
    const place = joinedWorld(seed);
    const one = await place.device("one");
    await note(one, 10);
    good(await one.engine.recovery.words(null));
    expect(place.boxes.held.size).toBe(1);
    return { ...place, one };
  };

  it("is gone from the relay when everything is deleted", async () => {
    const { one, boxes } = await worded("words gone");
    expect(good(await one.engine.wipe())).toEqual({ relay: "deleted" });
    expect(boxes.held.size).toBe(0);
  });

  it("is gone behind a lock too, and nothing is asked of the relay for a wrong passphrase", async () => {
    const { one, boxes } = await worded("words locked");
    good(await one.engine.lock.set(null, firstPass));
    good(await one.engine.recovery.words(firstPass));
    expect(boxes.held.size).toBe(1);
    expect(await one.engine.wipe(null)).toMatchObject({ error: { type: "WrongPassphrase" } });
    expect(boxes.held.size).toBe(1);
    expect(good(await one.engine.wipe(firstPass))).toEqual({ relay: "deleted" });
    expect(boxes.held.size).toBe(0);
  });

  it("is said to be left where the relay is away, and the device is emptied all the same", async () => {
    const { one, boxes } = await worded("words left");
    boxes.fault = { type: "Offline" };
    expect(good(await one.engine.wipe())).toEqual({ relay: "unreached" });
    expect(good(await one.world.log.since(0, 10)).entries).toEqual([]);
  });

  it.each([
    ["deleted", "gone with the first lock", null, 0],
    ["unreached", "said to be left by it", { type: "Offline" }, 1],
  ] as const)("(%s) is %s: the old words open nothing any more", async (old, _said, fault, left) => {
    const { one, boxes } = await worded(`words lock ${old}`);
    boxes.fault = fault;
    expect(await one.engine.lock.set(null, firstPass)).toEqual(ok({ old }));
    expect(boxes.held.size).toBe(left);
  });
});

describe("the other tab", () => {
  it("hears of it and shows nothing any more", async () => {
    const world = testWorld("other tab");
    const [mine, other] = [await startEngine(world), await startEngine(world)];
    await predictedAsk(mine);
    good(await mine.engine.wipe());
    expect(mine.engine.phase.value).toEqual({ kind: "refused", why: "wiped" });
    expect(other.engine.phase.value).toEqual({ kind: "refused", why: "wiped" });
  });

  it("holds nothing any more and saves nothing with keys that are gone", async () => {
    const world = testWorld("other tab, early");
    const [mine, other] = [await startEngine(world), await startEngine(world)];
    good(await mine.engine.wipe());
    expect(await other.engine.dispatch(copy)).toMatchObject({ ok: false });
    expect(good(await world.log.since(0, 10)).entries).toEqual([]);
    expect(other.engine.state.value).toEqual(mine.engine.state.value);
  });
});
