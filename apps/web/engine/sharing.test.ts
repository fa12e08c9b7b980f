import { addDays, err, fromHex, ok, toHex, type Result } from "@belay/basics";
import { parseId, shares } from "@belay/domain";
import { parseAskFragment, proofHash, shareKeys, shareWords } from "@belay/vault";
import { describe, expect, it } from "vitest";
import { good, startEngine, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { docOf, titleIn } from "../../../tests/world/share-docs.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import type { RelayFault, ShareMail, ShareOffer } from "./ports/relay.ts";
import { createSharing } from "./sharing.ts";

/** The relay's shares in memory, with what was asked of them; `fault` stands for all of them, once `after` calls passed. */
const scripted = () => {
  const held = new Map<string, ShareOffer>();
  const calls: string[] = [];
  const script: { fault: RelayFault | null; lost: boolean; copied: boolean } = {
    fault: null,
    lost: false,
    copied: true,
  };
  const owned = (id: string, owner: string): ShareOffer | null => {
    const share = held.get(id);
    const bytes = fromHex(owner);
    return share !== undefined && bytes.ok && toHex(proofHash(bytes.value)) === share.owner ? share : null;
  };
  const fair = (call: string, work: () => Result<null, RelayFault>): Promise<Result<null, RelayFault>> => {
    calls.push(call);
    if (script.fault !== null) return Promise.resolve(err(script.fault));
    const done = work();
    // Done there, and the answer never came back.
    return Promise.resolve(script.lost ? err({ type: "Offline" }) : done);
  };
  const mail: ShareMail = {
    put: (offer) =>
      fair("put", () => {
        const other = held.get(offer.id);
        if (other !== undefined && toHex(other.body) !== toHex(offer.body)) return err({ type: "Full" });
        held.set(offer.id, offer);
        return ok(null);
      }),
    replace: (id, owner, body) =>
      fair("replace", () => {
        const share = owned(id, owner);
        if (share === null) return err({ type: "NotThere" });
        held.set(id, { ...share, body });
        return ok(null);
      }),
    close: (id, owner) =>
      fair("close", () => (owned(id, owner) !== null && held.delete(id) ? ok(null) : err({ type: "NotThere" }))),
  };
  return { held, calls, script, mail };
};

const desk = async (seed: string) => {
  const world = testWorld(seed);
  (await startEngine(world)).stop();
  const relay = scripted();
  const ports = testPorts(world, { shares: relay.mail });
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(false)));
  const journal = createJournal(ports, ledger, decideAtOnce);
  good(await ledger.catchUp());
  const sharing = createSharing(ports, ledger, journal, () => Promise.resolve(relay.script.copied));
  const all = () => shares(ledger.state.value);
  const one = () => {
    const [share] = all();
    if (share === undefined) throw new Error("no share");
    return share;
  };
  const today = ports.clock.now().day;
  const input = { to: "Ms Rivera", purpose: "", scope: ["note"], until: addDays(today, 30), item9: false };
  return { ...relay, world, journal, sharing, all, one, input, ports };
};

const made = async (seed: string) => {
  const at = await desk(seed);
  return { ...at, ...good(await at.sharing.prepareShare(at.input)) };
};

/** What a reader with the link would see. */
const seenBy = ({ held, one }: Awaited<ReturnType<typeof made>>): string | null =>
  titleIn(one(), held.get(one().link.mailbox)?.body);

describe("a share", () => {
  it("is durable before anything leaves, and its link and words follow from one secret", async () => {
    const at = await made("share-made");
    expect(at.calls).toEqual([]);
    expect(at.one()).toMatchObject({ id: at.share, begunOn: null });
    const secret = good(parseAskFragment(new URL(at.url).hash));
    expect(new URL(at.url).pathname).toBe(`/s/${toHex(shareKeys(secret).id)}`);
    expect(at.words).toEqual(shareWords(secret));
    expect(await at.sharing.shareLink(at.share)).toEqual({ url: at.url, words: at.words });
    expect(await at.sharing.shareLink("nothing")).toBeNull();
  });

  it("begins with the first document, says its last day, and is replaced whole by the next", async () => {
    const at = await made("share-sent");
    good(await at.sharing.sendShare(at.share, docOf("first")));
    expect(seenBy(at)).toBe("first");
    expect([...at.held.values()]).toMatchObject([{ until: at.input.until }]);
    good(await at.sharing.sendShare(at.share, docOf("second")));
    expect(seenBy(at)).toBe("second");
    expect(at.calls).toEqual(["put", "replace"]);
    const { day } = at.ports.clock.now();
    expect(at.one()).toMatchObject({ begunOn: day, renewedOn: day });
  });

  it("that the relay took, but whose answer was lost, gets what is meant now", async () => {
    const at = await made("share-lost");
    at.script.lost = true;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    expect(at.one().begunOn).toBeNull();
    at.script.lost = false;
    good(await at.sharing.sendShare(at.share, docOf("second")));
    expect(seenBy(at)).toBe("second");
    expect(at.one().begunOn).not.toBeNull();
  });

  it("is not sent while it is paused, nor after its end, nor once it is revoked; the reader keeps the last one", async () => {
    const at = await made("share-paused");
    good(await at.sharing.sendShare(at.share, docOf("first")));
    good(await at.journal.dispatch({ kind: "sharing/pause", share: at.share }));
    expect(await at.sharing.sendShare(at.share, docOf("second"))).toEqual(err({ type: "Ended", why: "paused" }));
    expect(seenBy(at)).toBe("first");
    good(await at.journal.dispatch({ kind: "sharing/resume", share: at.share }));
    good(await at.sharing.sendShare(at.share, docOf("second")));
    good(await at.sharing.revokeShare(at.share));
    expect(seenBy(at)).toBeNull();
    const before = at.calls.length;
    expect(await at.sharing.sendShare(at.share, docOf("third"))).toEqual(err({ type: "Ended", why: "revoked" }));
    expect(at.calls.length).toBe(before);
  });

  it("is revoked at the relay first: offline nothing is claimed, and one that is gone there is revoked all the same", async () => {
    const at = await made("share-revoked");
    good(await at.sharing.sendShare(at.share, docOf("first")));
    at.script.fault = { type: "Offline" };
    expect(await at.sharing.revokeShare(at.share)).toEqual({ ok: false, error: { type: "Offline", kept: true } });
    expect(at.one().revokedOn).toBeNull();
    at.script.fault = { type: "NotThere" };
    good(await at.sharing.revokeShare(at.share));
    expect(at.one().revokedOn).not.toBeNull();
    good(await at.sharing.revokeShare(at.share));
  });

  it("says what the relay refused, and is not begun by it", async () => {
    const at = await made("share-refused");
    at.script.fault = { type: "RelayRefused", detail: "400" };
    expect(await at.sharing.sendShare(at.share, docOf("x"))).toEqual({
      ok: false,
      error: { type: "RelayRefused", kept: true },
    });
    expect(at.one().begunOn).toBeNull();
  });

  it("that was never made is refused by name", async () => {
    const at = await desk("share-none");
    const gone = { ok: false, error: { type: "Refused", refusal: { type: "NotFound", what: "share", id: "nothing" } } };
    expect(await at.sharing.sendShare("nothing", docOf("x"))).toEqual(gone);
    expect(await at.sharing.revokeShare("nothing")).toEqual(gone);
    expect(await at.sharing.prepareShare({ ...at.input, scope: [] })).toMatchObject({ error: { type: "Refused" } });
    expect(at.all()).toEqual([]);
  });

  it.each([
    ["shape", docOf("")],
    ["shape", docOf("x", 401)],
    ["shape", { ...docOf("x"), extra: 1 }],
    ["too-long", docOf("x", 400)],
  ] as const)("takes no document that its reader could not open: %s", async (why, doc) => {
    const at = await made(`share-doc-${JSON.stringify(doc).length}`);
    expect(await at.sharing.sendShare(at.share, doc)).toEqual(err({ type: "BadDocument", why }));
    expect([at.calls, at.one().begunOn]).toEqual([[], null]);
  });

  it("is not sent before what other devices wrote was read", async () => {
    const at = await made("share-behind");
    at.script.copied = false;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toEqual(err({ type: "Offline", kept: true }));
    expect(at.calls).toEqual([]);
  });

  it("cannot be sent without its keys, and says that it is those", async () => {
    const at = await made("share-keys");
    good(await at.ports.desk.destroy(null));
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toEqual(err({ type: "NotSaved", why: "keys" }));
  });
});

describe("what the engine finds out by itself", () => {
  it("is that a first document arrived whose answer was lost: it is begun then, and nothing is put again", async () => {
    const at = await made("share-found");
    at.script.lost = true;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    await at.sharing.settle();
    expect(at.one().begunOn).toBeNull();
    at.script.lost = false;
    await at.sharing.settle();
    expect(at.one().begunOn).toBe(at.ports.clock.now().day);
    expect([seenBy(at), at.held.size]).toEqual(["first", 1]);
    expect(at.calls).toEqual(["put", "replace", "replace"]);
    await at.sharing.settle();
    expect([at.calls.length, at.world.drafts.held.size]).toEqual([3, 0]);
  });

  it("is that it did not arrive: nothing is sent for anybody then, and nobody is asked again", async () => {
    const at = await made("share-not-there");
    at.script.fault = { type: "Offline" };
    await at.sharing.sendShare(at.share, docOf("first"));
    at.script.fault = null;
    await at.sharing.settle();
    await at.sharing.settle();
    expect([at.calls, at.held.size, at.one().begunOn]).toEqual([["put", "replace"], 0, null]);
    good(await at.sharing.sendShare(at.share, docOf("second")));
    expect(seenBy(at)).toBe("second");
  });

  it("is never asked of a share that nobody tried to send", async () => {
    const at = await made("share-untried");
    await at.sharing.settle();
    expect(at.calls).toEqual([]);
  });
});

describe("what is over by the log", () => {
  it.each([
    ["taken back", async (at: Awaited<ReturnType<typeof made>>) => void good(await at.sharing.revokeShare(at.share))],
    ["past its last day", async (at: Awaited<ReturnType<typeof made>>) => at.world.clock.turn(31 * 86_400_000)],
  ])("is closed at the relay once where it still stands: %s", async (name, end) => {
    const at = await made(`share-closed ${name}`);
    good(await at.sharing.sendShare(at.share, docOf("first")));
    const [offer] = at.held.values();
    if (offer === undefined) throw new Error("nothing was put");
    await end(at);
    // Put back by a device that did not know.
    at.held.set(offer.id, offer);
    at.calls.length = 0;
    at.script.fault = { type: "SlowDown" };
    await at.sharing.settle();
    expect(at.held.size).toBe(1);
    at.script.fault = null;
    await at.sharing.settle();
    expect(at.held.size).toBe(0);
    await at.sharing.settle();
    expect(at.calls).toEqual(["close", "close"]);
  });

  it("is closed once more where a device that did not know of it began it, and one that stands is let alone", async () => {
    const at = await made("share-begun-late");
    good(await at.sharing.revokeShare(at.share));
    await at.sharing.settle();
    const begun = {
      id: "late-begin",
      event: { kind: "sharing/begun@1", body: { share: good(parseId(at.one().id)) } },
    } as const;
    good(await at.journal.take([begun]));
    const { share } = good(await at.sharing.prepareShare(at.input));
    good(await at.sharing.sendShare(share, docOf("stands")));
    await at.sharing.settle();
    await at.sharing.settle();
    expect(at.calls).toEqual(["close", "close", "put", "close"]);
    expect(at.held.size).toBe(1);
  });
});
