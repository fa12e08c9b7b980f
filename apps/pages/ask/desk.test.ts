/** Tests the page's whole conduct without a browser: what is asked of the relay, when, and what is drawn. */
import { describe, expect, it } from "vitest";
import { err, ok, parseDay, toBase64Url, toHex, type Result } from "@belay/basics";
import { askFragment, askKeys, newAskSecret, newReplyKey, sealAsk } from "@belay/vault";
import { encodeAskPlain, type ReadAsk, type ReplyAsk } from "@belay/wire";
import type { Courier, CourierFault } from "./courier.ts";
import { makeDesk, type Desk } from "./desk.ts";
import type { Page, Trouble } from "./page.ts";

let byte = 1;
const random = (length: number): Uint8Array => Uint8Array.from({ length }, () => (byte = (byte * 75 + 74) % 257) & 255);

const mailbox = () => {
  const secret = newAskSecret(random);
  const day = parseDay("2026-11-29");
  if (!day.ok) throw new Error("a test day that is none");
  const plain = encodeAskPlain({
    v: 1,
    from: "Sam",
    words: "Could you?",
    howItWas: false,
    answerBy: null,
    closesOn: day.value,
    silence: null,
    locale: "en",
    replyPub: toHex(newReplyKey(random).pk),
  });
  const sealed = plain.ok ? sealAsk(secret, plain.value, random) : plain;
  if (!sealed.ok) throw new Error("the ask of this test is too long");
  return { path: `/a/${toHex(askKeys(secret).id)}`, fragment: askFragment(secret), body: toBase64Url(sealed.value) };
};

interface Room {
  readonly desk: Desk;
  readonly page: () => Page;
  readonly reads: readonly ReadAsk[];
  readonly replies: readonly ReplyAsk[];
  readonly go: (to: { readonly path: string; readonly fragment: string }) => void;
  /** What the relay answers from now on. */
  readonly relay: {
    read: () => Promise<Result<string, CourierFault>>;
    reply: () => Promise<Result<null, CourierFault>>;
  };
  readonly linger: () => void;
}

const room = (): Room & { readonly box: ReturnType<typeof mailbox> } => {
  const box = mailbox();
  let address: { readonly path: string; readonly fragment: string } = box;
  let page: Page | null = null;
  const reads: ReadAsk[] = [];
  const replies: ReplyAsk[] = [];
  let timer: (() => void) | null = null;
  const relay: Room["relay"] = { read: async () => ok(box.body), reply: async () => ok(null) };
  const courier: Courier = {
    read: (request) => (reads.push(request), relay.read()),
    reply: (request) => (replies.push(request), relay.reply()),
  };
  const desk = makeDesk({
    courier,
    random,
    address: () => address,
    draw: (drawn) => (page = drawn),
    later: (_ms, act) => {
      timer = act;
      return () => (timer = null);
    },
  });
  desk.arrive();
  return {
    desk,
    reads,
    replies,
    relay,
    box,
    page: () => {
      if (page === null) throw new Error("nothing was drawn");
      return page;
    },
    go: (to) => {
      address = to;
      desk.arrive();
    },
    linger: () => timer?.(),
  };
};

const failing = (trouble: Trouble) => async (): Promise<Result<never, CourierFault>> => err({ type: trouble });

const written = async () => {
  const here = room();
  await here.desk.open();
  here.desk.send({ type: "chose", choice: "partly" });
  here.desk.send({ type: "wrote", words: "On Saturday." });
  return here;
};

describe("opening", () => {
  it("asks nothing of the relay before the tap", () => {
    const here = room();
    expect(here.page()).toEqual({ kind: "sealed", waiting: "no", trouble: null });
    expect(here.reads).toEqual([]);
  });

  it("shows the note after it", async () => {
    const here = room();
    await here.desk.open();
    expect(here.page()).toMatchObject({ kind: "open", ask: { from: "Sam", words: "Could you?" } });
    expect(here.reads).toHaveLength(1);
  });

  it("asks once however often it is tapped", async () => {
    const here = room();
    await Promise.all([here.desk.open(), here.desk.open(), here.desk.open()]);
    expect(here.reads).toHaveLength(1);
  });

  it("asks nothing for a broken link, tapped or not", async () => {
    const here = room();
    here.go({ ...here.box, fragment: "" });
    await here.desk.open();
    expect(here.page()).toEqual({ kind: "broken", why: "missing" });
    expect(here.reads).toEqual([]);
  });

  it("says so when what came does not open, and never shows any of it", async () => {
    const here = room();
    const other = mailbox();
    here.relay.read = async () => ok(other.body);
    await here.desk.open();
    expect(here.page()).toEqual({ kind: "sealed", waiting: "no", trouble: "unreadable" });
  });

  it("opens on a second try after a time-out", async () => {
    const here = room();
    here.relay.read = failing("slow");
    await here.desk.open();
    expect(here.page()).toMatchObject({ kind: "sealed", trouble: "slow" });
    here.relay.read = async () => ok(here.box.body);
    await here.desk.open();
    expect(here.page().kind).toBe("open");
  });

  it("says that it is still trying when it takes long, and stops saying so", async () => {
    const here = room();
    let arrive: (body: Result<string, CourierFault>) => void = () => {};
    here.relay.read = () => new Promise((resolve) => (arrive = resolve));
    const opening = here.desk.open();
    here.linger();
    expect(here.page()).toMatchObject({ waiting: "lingering" });
    arrive(ok(here.box.body));
    await opening;
    here.linger();
    expect(here.page()).toMatchObject({ kind: "open", waiting: "no" });
  });

  it("does not show a note for a link that has been replaced meanwhile", async () => {
    const here = room();
    let arrive: (body: Result<string, CourierFault>) => void = () => {};
    here.relay.read = () => new Promise((resolve) => (arrive = resolve));
    const opening = here.desk.open();
    here.go(mailbox());
    arrive(ok(here.box.body));
    await opening;
    expect(here.page()).toEqual({ kind: "sealed", waiting: "no", trouble: null });
  });
});

describe("sending", () => {
  it("confirms once the relay has confirmed", async () => {
    const here = await written();
    await here.desk.deliver();
    expect(here.page()).toMatchObject({ kind: "sent", choice: "partly" });
    expect(here.replies).toHaveLength(1);
  });

  it("sends nothing while nothing is chosen", async () => {
    const here = room();
    await here.desk.open();
    await here.desk.deliver();
    expect(here.replies).toEqual([]);
  });

  it("sends once however often it is tapped", async () => {
    const here = await written();
    await Promise.all([here.desk.deliver(), here.desk.deliver()]);
    expect(here.replies).toHaveLength(1);
  });

  it("sends the very same bytes again after trouble, so that they count once", async () => {
    const here = await written();
    here.relay.reply = failing("slow");
    await here.desk.deliver();
    expect(here.page()).toMatchObject({ kind: "open", trouble: "slow", draft: { words: "On Saturday." } });
    here.relay.reply = async () => ok(null);
    await here.desk.deliver();
    expect(here.replies[1]).toEqual(here.replies[0]);
    expect(here.page().kind).toBe("sent");
  });

  it("seals a changed answer anew, under an id of its own", async () => {
    const here = await written();
    here.relay.reply = failing("offline");
    await here.desk.deliver();
    here.desk.send({ type: "chose", choice: "no" });
    await here.desk.deliver();
    expect(here.replies[1]?.replyId).not.toBe(here.replies[0]?.replyId);
    expect(here.replies[1]?.body).not.toBe(here.replies[0]?.body);
  });

  it("keeps what was typed when the note is full, and does not try again", async () => {
    const here = await written();
    here.relay.reply = failing("full");
    await here.desk.deliver();
    await here.desk.deliver();
    expect(here.page()).toMatchObject({
      kind: "open",
      trouble: "full",
      draft: { choice: "partly", words: "On Saturday." },
    });
    expect(here.replies).toHaveLength(1);
  });

  it("starts one more answer empty", async () => {
    const here = await written();
    await here.desk.deliver();
    here.desk.send({ type: "asked-to-answer-again" });
    expect(here.page()).toMatchObject({ kind: "open", draft: { choice: null, words: "" } });
  });
});
