import { err, toHex } from "@belay/basics";
import { parseAskFragment, shareKeys, shareWords } from "@belay/vault";
import { describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { madeShare, seenBy, shareDesk } from "../../../tests/world/share-desk.ts";
import { docOf } from "../../../tests/world/share-docs.ts";

describe("a share", () => {
  it("is durable before anything leaves, and its link and words follow from one secret", async () => {
    const at = await madeShare("share-made");
    expect(at.calls).toEqual([]);
    expect(at.one()).toMatchObject({ id: at.share, begunOn: null });
    const secret = good(parseAskFragment(new URL(at.url).hash));
    expect(new URL(at.url).pathname).toBe(`/s/${toHex(shareKeys(secret).id)}`);
    expect(at.words).toEqual(shareWords(secret));
    expect(await at.sharing.shareLink(at.share)).toEqual({ url: at.url, words: at.words });
    expect(await at.sharing.shareLink("nothing")).toBeNull();
  });

  it("begins with the first document, says its last day, and is replaced whole by the next", async () => {
    const at = await madeShare("share-sent");
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
    const at = await madeShare("share-lost");
    at.script.lost = true;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toMatchObject({ error: { type: "Offline" } });
    expect(at.one().begunOn).toBeNull();
    at.script.lost = false;
    good(await at.sharing.sendShare(at.share, docOf("second")));
    expect(seenBy(at)).toBe("second");
    expect(at.one().begunOn).not.toBeNull();
  });

  it("is not sent while it is paused, nor after its end, nor once it is revoked; the reader keeps the last one", async () => {
    const at = await madeShare("share-paused");
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
    const at = await madeShare("share-revoked");
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
    const at = await madeShare("share-refused");
    at.script.fault = { type: "RelayRefused", detail: "400" };
    expect(await at.sharing.sendShare(at.share, docOf("x"))).toEqual({
      ok: false,
      error: { type: "RelayRefused", kept: true },
    });
    expect(at.one().begunOn).toBeNull();
  });

  it("that was never made is refused by name", async () => {
    const at = await shareDesk("share-none");
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
    const at = await madeShare(`share-doc-${JSON.stringify(doc).length}`);
    expect(await at.sharing.sendShare(at.share, doc)).toEqual(err({ type: "BadDocument", why }));
    expect([at.calls, at.one().begunOn]).toEqual([[], null]);
  });

  it("is not sent before what other devices wrote was read", async () => {
    const at = await madeShare("share-behind");
    at.script.copied = false;
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toEqual(err({ type: "Offline", kept: true }));
    expect(at.calls).toEqual([]);
  });

  it("cannot be sent without its keys, and says that it is those", async () => {
    const at = await madeShare("share-keys");
    good(await at.ports.desk.destroy(null));
    expect(await at.sharing.sendShare(at.share, docOf("first"))).toEqual(err({ type: "NotSaved", why: "keys" }));
  });
});
