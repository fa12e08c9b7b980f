import { addDays, err } from "@belay/basics";
import { shares, type Share } from "@belay/domain";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { good, startEngine, testWorld } from "../../../tests/world/engine-world.ts";
import { pair } from "../../../tests/world/joined-world.ts";
import { ownRelay } from "../../../tests/world/own-relay.ts";
import { docOf } from "../../../tests/world/share-docs.ts";
import { fetchBoxes } from "../adapters/box-fetch.ts";
import { browserClock } from "../adapters/clock-browser.ts";
import { socketLines } from "../adapters/lines-websocket.ts";
import { fetchShares } from "../adapters/share-fetch.ts";
import type { Running } from "./create.ts";
import type { Lines, ShareMail } from "./ports/relay.ts";

let relay: Awaited<ReturnType<typeof ownRelay>>;
const running: Running[] = [];

beforeAll(async () => {
  relay = await ownRelay();
});
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});
afterAll(() => relay.end());

/** Lines to the relay that can be cut: an open one falls, and none opens until they are mended. */
const cuttable = () => {
  const fair = socketLines(relay.origin);
  const open = new Set<() => void>();
  let isCut = false;
  const lines: Lines = {
    ...fair,
    vault: (vault, events) => {
      if (isCut) setTimeout(events.closed, 1);
      if (isCut) return { send: () => undefined, close: () => undefined };
      const line = fair.vault(vault, events);
      open.add(line.close);
      return line;
    },
  };
  return {
    lines,
    cut: () => {
      isCut = true;
      for (const close of open) close();
    },
    mend: () => {
      isCut = false;
    },
  };
};

/** The relay's shares over real requests, each by name; `hold` keeps a put on its way, `lose` loses its answer. */
const slowMail = () => {
  const fair = fetchShares(relay.origin);
  const calls: string[] = [];
  let way: Promise<void> = Promise.resolve();
  let release: () => void = () => undefined;
  let isLost = false;
  const mail: ShareMail = {
    put: async (offer) => {
      calls.push("put");
      await way;
      const done = await fair.put(offer);
      return isLost ? err({ type: "Offline" }) : done;
    },
    replace: (...args) => {
      calls.push("replace");
      return fair.replace(...args);
    },
    close: (...args) => {
      calls.push("close");
      return fair.close(...args);
    },
  };
  return {
    mail,
    calls,
    hold: () => {
      way = new Promise((resolve) => {
        release = resolve;
      });
    },
    lose: () => {
      isLost = true;
    },
    release: () => {
      isLost = false;
      release();
    },
  };
};

/** A device at the real relay. */
const device = async (seed: string) => {
  const cuts = cuttable();
  const { mail, ...slow } = slowMail();
  const one = await startEngine(testWorld(seed), {
    clock: browserClock,
    origin: relay.origin,
    lines: cuts.lines,
    boxes: fetchBoxes(relay.origin),
    shares: mail,
  });
  running.push(one);
  const shared = (): readonly Share[] => shares(one.engine.state.value);
  return { ...one, ...cuts, ...slow, shared };
};

const soon = { timeout: 8_000, interval: 20 };
const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

/** The relay has everything of it. */
const sent = ({ engine }: Running): Promise<void> =>
  expect.poll(() => engine.sync.value, soon).toMatchObject({ kind: "connected", pending: 0 });

/** Two devices of one vault, and a share that both know as prepared. */
const both = async (seed: string) => {
  const phone = await device(`${seed}/phone`);
  good(await phone.engine.dispatch(copy));
  await sent(phone);
  const laptop = await device(`${seed}/laptop`);
  await pair(phone, laptop, "Laptop");
  const until = addDays(phone.engine.today(), 30);
  const input = { to: "Ms Rivera", purpose: "", scope: ["note"], until, item9: false };
  const { share } = good(await phone.engine.prepareShare(input));
  await expect.poll(() => laptop.shared().length, soon).toBe(1);
  const [made] = phone.shared();
  if (made === undefined) throw new Error("no share");
  /** Whether it lies at the relay: a replacement finds it, and changes nothing that a test looks at. */
  const stands = async (): Promise<boolean> =>
    (await fetchShares(relay.origin).replace(made.link.mailbox, made.link.ownerProof, Uint8Array.of(1))).ok;
  return { phone, laptop, share, stands };
};

describe("a share that two devices know", () => {
  it("is not put back by one that was away when the other took it back: it reads the log first", async () => {
    const { phone, laptop, share, stands } = await both("put back");
    laptop.cut();
    good(await phone.engine.revokeShare(share));
    await sent(phone);
    laptop.mend();
    expect(laptop.shared()).toMatchObject([{ revokedOn: null }]);
    expect(await laptop.engine.sendShare(share, docOf("late"))).toEqual({
      ok: false,
      error: { type: "Ended", why: "revoked" },
    });
    expect(laptop.calls).not.toContain("put");
    expect(await stands()).toBe(false);
  });

  it("is closed by the one that put it back, as soon as it learns that it was taken back, and once", async () => {
    const { phone, laptop, share, stands } = await both("learnt");
    // The laptop's put is on its way while the phone takes the share back, and neither hears of the other before.
    laptop.hold();
    const sending = laptop.engine.sendShare(share, docOf("late"));
    await expect.poll(() => laptop.calls, soon).toContain("put");
    laptop.cut();
    good(await phone.engine.revokeShare(share));
    await sent(phone);
    laptop.release();
    good(await sending);
    expect(await stands()).toBe(true);
    laptop.mend();
    await laptop.engine.sendShare(share, docOf("again"));
    await expect.poll(() => laptop.calls.filter((call) => call === "close").length, soon).toBe(1);
    expect(await stands()).toBe(false);
    expect(laptop.calls.filter((call) => call === "put")).toHaveLength(1);
    good(await laptop.engine.dispatch({ ...copy, country: "NL" }));
    await expect.poll(() => phone.engine.state.value.settings.country !== null, soon).toBe(true);
    expect(laptop.calls.filter((call) => call === "close")).toHaveLength(1);
  });

  it("is begun on both, although the answer to its first document was lost", async () => {
    const { phone, laptop, share, stands } = await both("answer lost");
    phone.lose();
    expect(await phone.engine.sendShare(share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    phone.release();
    expect(phone.shared()).toMatchObject([{ begunOn: null }]);
    good(await phone.engine.dispatch({ ...copy, country: "NL" }));
    await expect.poll(() => laptop.shared(), soon).toMatchObject([{ begunOn: phone.engine.today() }]);
    expect(phone.calls).toEqual(["put", "replace"]);
    expect(await stands()).toBe(true);
  });

  it("is not sent by one that copies and does not reach the relay's log", async () => {
    const { laptop, share } = await both("cut off");
    laptop.cut();
    expect(await laptop.engine.sendShare(share, docOf("late"))).toEqual({
      ok: false,
      error: { type: "Offline", kept: true },
    });
    expect(laptop.calls).toEqual([]);
  });
});
