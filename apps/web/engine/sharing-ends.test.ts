import { addDays, err, ok, type Result } from "@belay/basics";
import { shares } from "@belay/domain";
import { shareDaysMax } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { good, startEngine, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { docOf } from "../../../tests/world/share-docs.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import type { RelayFault, ShareMail, ShareOffer } from "./ports/relay.ts";
import { createSharing } from "./sharing.ts";
import { createWipe } from "./wipe.ts";

const dayMs = 86_400_000;

/** A device with one share that ends in `days`; `arrives` decides when and how a put comes back. */
const device = async (
  seed: string,
  days: number,
  arrives: () => Promise<Result<null, RelayFault>> = () => Promise.resolve(ok(null)),
) => {
  const world = testWorld(seed);
  (await startEngine(world)).stop();
  const there = new Map<string, ShareOffer>();
  const mail: ShareMail = {
    put: async (offer) => {
      const answer = await arrives();
      there.set(offer.id, offer);
      return answer;
    },
    replace: () => Promise.resolve({ ok: false, error: { type: "NotThere" } }),
    close: (id) => Promise.resolve(there.delete(id) ? ok(null) : { ok: false, error: { type: "NotThere" } }),
  };
  const ports = testPorts(world, { shares: mail });
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(false)));
  const journal = createJournal(ports, ledger, decideAtOnce);
  good(await ledger.catchUp());
  const sharing = createSharing(ports, ledger, journal, () => Promise.resolve(true));
  const until = addDays(ports.clock.now().day, days);
  const input = { to: "Ms Rivera", purpose: "", scope: ["note"], until, item9: false };
  const { share } = good(await sharing.prepareShare(input));
  const wipe = createWipe(ports, ledger, { stop: () => undefined, wiped: () => undefined });
  return { there, sharing, share, ports, clock: world.clock, wipe, all: () => shares(ledger.state.value) };
};

describe("the last day of a share", () => {
  it.each([0, 1, shareDaysMax])("%i days ahead is the one that the relay is told", async (days) => {
    const one = await device(`end ${days}`, days);
    good(await one.sharing.sendShare(one.share, docOf("first")));
    const { day } = one.ports.clock.now();
    expect([...one.there.values()]).toMatchObject([{ until: addDays(day, days) }]);
  });

  it("lies no further ahead than the relay takes: nothing is made then", async () => {
    const { sharing, ports, all } = await device("too far", 1);
    const until = addDays(ports.clock.now().day, shareDaysMax + 1);
    const input = { to: "Ms Rivera", purpose: "", scope: ["note"], until, item9: false };
    const refusal = { type: "BadField", field: "until" };
    expect(await sharing.prepareShare(input)).toEqual({ ok: false, error: { type: "Refused", refusal } });
    expect(all()).toHaveLength(1);
  });

  it("once it has passed, nothing is sent any more", async () => {
    const one = await device("over", 1);
    one.clock.turn(2 * dayMs);
    expect(await one.sharing.sendShare(one.share, docOf("first"))).toEqual(err({ type: "Ended", why: "over" }));
    expect(one.there.size).toBe(0);
  });
});

describe("a share whose first document is late", () => {
  it("does not stay at the relay when it was taken back on the way", async () => {
    let arrive: () => void = () => undefined;
    const late = new Promise<Result<null, RelayFault>>((resolve) => void (arrive = () => resolve(ok(null))));
    const one = await device("late", 30, () => late);
    const sending = one.sharing.sendShare(one.share, docOf("first"));
    good(await one.sharing.revokeShare(one.share));
    arrive();
    expect(await sending).toEqual(err({ type: "Ended", why: "revoked" }));
    expect(one.there.size).toBe(0);
    expect(one.all()).toMatchObject([{ begunOn: null }]);
  });

  it("is closed with everything else, although its answer never came", async () => {
    const one = await device("lost", 30, () => Promise.resolve({ ok: false, error: { type: "Offline" } }));
    expect(await one.sharing.sendShare(one.share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    expect(one.there.size).toBe(1);
    expect(good(await one.wipe())).toEqual({ relay: "deleted" });
    expect(one.there.size).toBe(0);
  });
});
