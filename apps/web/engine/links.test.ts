import { err, fromHex, toHex } from "@belay/basics";
import { asks, offers as standing } from "@belay/domain";
import { seededRandom } from "@belay/testkit";
import { askKeys, openAsk, parseAskFragment, proofHash, sealReply } from "@belay/vault";
import { decodeAskPlain, encodeReplyPlain, type ReplyPlain } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { good, predictedAsk, startEngine, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { scriptedMail } from "../../../tests/world/scripted-mail.ts";
import type { LinkInput } from "./engine.ts";
import { decideAtOnce } from "./deciding.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { createLinks } from "./links.ts";
import type { Ports } from "./ports/ports.ts";
import type { RelayFault } from "./ports/relay.ts";

/** Ports in the place of fair ones. */
type Bend = (fair: Ports) => Partial<Ports>;

/** An opened journal with one predicted ask, and links over mailboxes in memory. */
const desk = async (seed: string, bend: Bend = () => ({})) => {
  const world = testWorld(seed);
  const planned = await startEngine(world);
  const { experiment, person } = await predictedAsk(planned);
  planned.stop();
  const post = scriptedMail();
  const fair = testPorts(world, { mail: post.mail });
  const ports = { ...fair, ...bend(fair) };
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(false)));
  const journal = createJournal(ports, ledger, decideAtOnce);
  good(await ledger.catchUp());
  const links = createLinks(ports, ledger, journal);
  const input: LinkInput = {
    experiment,
    words: "Could you water the plants?",
    from: "Sam",
    howItWas: true,
    closesInDays: 7,
    answerBy: null,
    silence: "I will ask my neighbour.",
  };
  const all = () => asks(ledger.state.value);
  const one = () => {
    const [ask] = all();
    if (ask === undefined) throw new Error("no ask");
    return ask;
  };
  return { world, journal, ledger, links, input, person, all, one, ...post };
};

type Desk = Awaited<ReturnType<typeof desk>>;

const linked = async (seed: string, bend?: Bend): Promise<Desk & { readonly ask: string; readonly url: string }> => {
  const one = await desk(seed, bend);
  return { ...one, ...good(await one.links.makeLink(one.input)) };
};

const plain: ReplyPlain = { v: 1, answer: "partly", words: "On Sunday.", burden: 2, glad: 8, notThisMonth: false };

/** Puts an answer into the mailbox as the answer page would; gives its id. */
const answered = (
  { boxes, one, url }: Desk & { readonly url: string },
  name: string,
  letter: ReplyPlain = plain,
): string => {
  const secret = good(parseAskFragment(new URL(url).hash));
  const box = boxes.get(one().link?.mailbox ?? "");
  if (box === undefined) throw new Error("no mailbox");
  const random = seededRandom(name);
  const replyId = random(16);
  const { replyPub } = good(decodeAskPlain(good(openAsk(secret, box.offer.body))));
  const body = good(sealReply(secret, good(fromHex(replyPub)), replyId, good(encodeReplyPlain(letter)), random));
  box.replies.push({ replyId: toHex(replyId), body });
  return toHex(replyId);
};

describe("making a link", () => {
  it("gives the relay an id, three hashes and sealed bytes, and the person the one address that opens them", async () => {
    const { url, one, offers, world } = await linked("made");
    const [offer] = offers;
    const { mailbox = "", ownerProof = "" } = one().link ?? {};
    expect(url).toBe(`http://localhost:8787/a/${mailbox}${new URL(url).hash}`);
    const keys = askKeys(good(parseAskFragment(new URL(url).hash)));
    expect(offer).toMatchObject({
      id: toHex(keys.id),
      read: toHex(proofHash(keys.readProof)),
      reply: toHex(proofHash(keys.replyProof)),
      owner: toHex(proofHash(good(fromHex(ownerProof)))),
      expiresAt: world.clock.now().ms + 7 * 86_400_000,
    });
    expect(JSON.stringify({ ...offer, body: "" })).not.toContain(ownerProof);
  });

  it("seals in what the other person is to read, and nothing of the prediction", async () => {
    const { url, offers, input } = await linked("sealed");
    const secret = good(parseAskFragment(new URL(url).hash));
    const read = good(decodeAskPlain(good(openAsk(secret, offers[0]?.body ?? new Uint8Array()))));
    expect(read).toEqual({
      v: 1,
      from: input.from,
      words: input.words,
      howItWas: true,
      answerBy: null,
      closesOn: "2026-03-09",
      silence: input.silence,
      locale: "en",
      replyPub: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("tells the relay only after the link is durable here", async () => {
    let entries = -1;
    const one = await desk("durable first", ({ log, mail }) => ({
      mail: {
        ...mail,
        put: async (offer) => {
          entries = good(await log.since(0, 100)).entries.length;
          return mail.put(offer);
        },
      },
    }));
    const before = good(await one.world.log.since(0, 100)).entries.length;
    good(await one.links.makeLink(one.input));
    expect(entries).toBe(before + 1);
  });

  it("is made when the relay has the mailbox already, because its word was lost on the way", async () => {
    const one = await desk("put twice");
    one.faults.put = { type: "Full" };
    expect(good(await one.links.makeLink(one.input)).url).toContain(one.offers[0]?.id);
  });

  it.each<readonly [RelayFault, string]>([
    [{ type: "Offline" }, "Offline"],
    [{ type: "SlowDown" }, "Offline"],
    [{ type: "NotThere" }, "RelayRefused"],
    [{ type: "RelayRefused", detail: "413" }, "RelayRefused"],
  ])(
    "says so when the relay says %o, keeps the words, and gives the same mailbox the next time",
    async (fault, type) => {
      const one = await desk(`put ${type} ${fault.type}`);
      one.faults.put = fault;
      expect(await one.links.makeLink(one.input)).toEqual(err({ type, kept: true }));
      expect(await one.links.makeLink(one.input)).toEqual(err({ type, kept: true }));
      expect(one.one().words).toBe(one.input.words);
      delete one.faults.put;
      const made = good(await one.links.makeLink(one.input));
      expect(one.all()).toHaveLength(1);
      expect(made.ask).toBe(one.one().id);
      expect(new Set(one.offers.map(({ id }) => id)).size).toBe(1);
      expect(one.offers[2]).toEqual(one.offers[0]);
    },
  );

  it.each<readonly [string, Partial<LinkInput>]>([
    ["other words", { words: "Could you take the parcel in?" }],
    ["another name under it", { from: "Samira" }],
    ["the question how it was left out", { howItWas: false }],
  ])("makes another mailbox for %s", async (name, change) => {
    const one = await desk(name);
    one.faults.put = { type: "Offline" };
    await one.links.makeLink(one.input);
    delete one.faults.put;
    good(await one.links.makeLink({ ...one.input, ...change }));
    expect(one.all()).toHaveLength(2);
    expect(new Set(one.offers.map(({ id }) => id)).size).toBe(2);
  });

  it("leaves nothing behind when the keys do not answer", async () => {
    const one = await desk("no desk", (fair) => ({
      desk: { ...fair.desk, makeAsk: () => Promise.resolve(err({ type: "DeskUnreachable" })) },
    }));
    expect(await one.links.makeLink(one.input)).toEqual(err({ type: "NotSaved", why: "keys" }));
    expect(one.all()).toEqual([]);
    expect(one.calls).toEqual([]);
  });

  it("does not reach the relay when the rules or the device say no", async () => {
    const one = await desk("refused here");
    const refused = await one.links.makeLink({ ...one.input, experiment: "n".repeat(22) });
    expect(refused).toMatchObject({ ok: false, error: { type: "Refused", refusal: { type: "NotFound" } } });
    expect(one.calls).toEqual([]);
  });

  it("can be shown again from the log alone, and not where there is none", async () => {
    const one = await linked("shown again");
    expect(await one.links.linkFor(one.ask)).toBe(one.url);
    expect(await one.links.linkFor("nobody")).toBe(null);
  });

  it.each<readonly [string, RelayFault]>([
    ["the relay never took it", { type: "NotThere" }],
    ["the relay can’t be asked", { type: "Offline" }],
  ])("is not shown again while it is only prepared and %s", async (name, fault) => {
    const one = await desk(name);
    one.faults.put = { type: "Offline" };
    await one.links.makeLink(one.input);
    one.faults.replies = fault;
    expect(await one.links.linkFor(one.one().id)).toBe(null);
  });

  it("is shown again without a network once it was handed over", async () => {
    const one = await linked("handed over");
    good(
      await one.journal.dispatch({
        kind: "asks/send",
        ask: one.ask,
        experiment: one.input.experiment,
        person: one.person,
        words: one.input.words,
        channel: "link",
        silence: null,
      }),
    );
    one.faults.replies = { type: "Offline" };
    expect(await one.links.linkFor(one.ask)).toBe(one.url);
  });
});

describe("collecting answers", () => {
  it("records what opens, then lets the relay delete it", async () => {
    const one = await linked("collected");
    const reply = answered(one, "first");
    expect(await one.links.collectFrom(one.one())).toBe(true);
    const { v: _v, ...said } = plain;
    expect(one.one().answers).toMatchObject([{ reply, ...said }]);
    expect(one.boxes.get(one.one().link?.mailbox ?? "")?.replies).toEqual([]);
  });

  it("keeps a standing offer that came with an answer, once however often it is fetched", async () => {
    const one = await linked("offered");
    const offer = { what: "A lift to the hospital", when: "Tuesdays", often: "" };
    const reply = answered(one, "first", { ...plain, answer: "no", offer });
    await one.links.collect();
    await one.links.collect();
    expect(one.one().answers).toHaveLength(1);
    expect(standing(one.ledger.state.value)).toMatchObject([{ ...offer, id: reply, ask: one.ask, taken: [] }]);
  });

  it("takes several at once, each under its own id", async () => {
    const one = await linked("several");
    const ids = [answered(one, "a"), answered(one, "b", { ...plain, answer: "no", words: "" }), answered(one, "c")];
    await one.links.collect();
    expect(one.one().answers.map(({ reply }) => reply)).toEqual(ids);
    expect(one.calls.filter((call) => call.startsWith("taken"))).toHaveLength(1);
  });

  it("leaves with the relay what does not open or makes no sense, and goes on to the next", async () => {
    const one = await linked("garbage");
    const box = one.boxes.get(one.one().link?.mailbox ?? "");
    box?.replies.push({ replyId: "ab".repeat(16), body: new Uint8Array(700) });
    const moved = answered(one, "moved");
    const [, reply] = box?.replies ?? [];
    if (reply !== undefined) box?.replies.splice(1, 1, { ...reply, replyId: "cd".repeat(16) });
    const fine = answered(one, "fine");
    await one.links.collect();
    expect(one.one().answers.map((answer) => answer.reply)).toEqual([fine]);
    expect(one.boxes.get(one.one().link?.mailbox ?? "")?.replies.map(({ replyId }) => replyId)).toEqual([
      "ab".repeat(16),
      "cd".repeat(16),
    ]);
    expect(moved).not.toBe(fine);
  });

  it("keeps the relay's copy when the device could not keep the answer", async () => {
    let full = false;
    const one = await linked("no room", ({ log }) => ({
      log: {
        ...log,
        append: (envelope) => (full ? Promise.resolve(err({ type: "Full" })) : log.append(envelope)),
      },
    }));
    answered(one, "kept");
    full = true;
    await one.links.collect();
    expect(one.calls.filter((call) => call.startsWith("taken"))).toEqual([]);
    full = false;
    await one.links.collect();
    expect(one.one().answers).toHaveLength(1);
    expect(one.calls.filter((call) => call.startsWith("taken"))).toHaveLength(1);
  });

  it("keeps the relay's copy when the keys do not answer", async () => {
    const one = await linked("keys away", ({ desk: keys }) => ({
      desk: { ...keys, openReply: () => Promise.resolve(err({ type: "DeskUnreachable" })) },
    }));
    answered(one, "later");
    expect(await one.links.collectFrom(one.one())).toBe(true);
    expect(one.one().answers).toEqual([]);
    expect(one.calls.filter((call) => call.startsWith("taken"))).toEqual([]);
  });

  it("takes away what the log has already, or what the rules do not take", async () => {
    const one = await linked("twice");
    answered(one, "once");
    one.faults.taken = { type: "Offline" };
    await one.links.collect();
    delete one.faults.taken;
    await one.links.collect();
    expect(one.one().answers).toHaveLength(1);
    expect(one.boxes.get(one.one().link?.mailbox ?? "")?.replies).toEqual([]);
    answered(one, "for nobody");
    await one.links.collectFrom({ ...one.one(), id: "n".repeat(22) });
    expect(one.boxes.get(one.one().link?.mailbox ?? "")?.replies).toEqual([]);
    expect(one.one().answers).toHaveLength(1);
  });

  it("says whether the mailbox was reached", async () => {
    const one = await linked("reached");
    one.faults.replies = { type: "Offline" };
    expect(await one.links.collectFrom(one.one())).toBe(false);
    expect(await one.links.collectFrom({ ...one.one(), link: null })).toBe(false);
    delete one.faults.replies;
    expect(await one.links.collectFrom(one.one())).toBe(true);
  });

  it("asks only mailboxes that can still hold something", async () => {
    const one = await linked("live only");
    one.world.clock.turn(7 * 86_400_000);
    await one.links.collect();
    expect(one.calls.filter((call) => call.startsWith("replies"))).toHaveLength(1);
    one.world.clock.turn(86_400_000);
    await one.links.collect();
    expect(one.calls.filter((call) => call.startsWith("replies"))).toHaveLength(1);
  });
});

describe("closing a link", () => {
  it("closes it at the relay with the owner's proof before the log says so", async () => {
    const one = await linked("closed");
    expect(good(await one.links.closeLink(one.ask))).toBe(null);
    expect(one.calls.at(-1)).toBe(`close ${one.one().link?.mailbox}`);
    expect(one.boxes.size).toBe(0);
    expect(one.one().closed).toBe(true);
  });

  it("counts as done when the relay does not know the mailbox any more", async () => {
    const one = await linked("not there");
    one.faults.close = { type: "NotThere" };
    expect(good(await one.links.closeLink(one.ask))).toBe(null);
    expect(one.one().closed).toBe(true);
  });

  it.each<readonly [RelayFault, string]>([
    [{ type: "Offline" }, "Offline"],
    [{ type: "SlowDown" }, "Offline"],
    [{ type: "Full" }, "RelayRefused"],
    [{ type: "RelayRefused", detail: "500" }, "RelayRefused"],
  ])("never says closed when the relay says %o", async (fault, type) => {
    const one = await linked(`close ${fault.type}`);
    one.faults.close = fault;
    expect(await one.links.closeLink(one.ask)).toEqual(err({ type, kept: true }));
    expect(one.one().closed).toBe(false);
  });

  it("is refused for an ask that is not there, without a word to the relay", async () => {
    const one = await linked("close nobody");
    const calls = one.calls.length;
    expect(await one.links.closeLink("n".repeat(22))).toMatchObject({ ok: false, error: { type: "Refused" } });
    expect(one.calls).toHaveLength(calls);
  });

  it("needs no relay for an ask that was said aloud", async () => {
    const one = await desk("aloud");
    const { experiment, words } = one.input;
    const sent = {
      kind: "asks/send",
      ask: null,
      experiment,
      person: one.person,
      words,
      channel: "said",
      silence: null,
    } as const;
    good(await one.journal.dispatch(sent));
    expect(good(await one.links.closeLink(one.one().id))).toBe(null);
    expect(one.one().closed).toBe(true);
    expect(one.calls).toEqual([]);
  });
});
