import { concat, fromBase64Url, fromHex, ok, toBase64Url, toHex, utf8 } from "@belay/basics";
import { asks, experiments } from "@belay/domain";
import { seededRandom } from "@belay/testkit";
import { askKeys, openAsk, parseAskFragment, sealReply } from "@belay/vault";
import { decodeAskPlain, encodeReplyPlain, type ReplyPlain } from "@belay/wire";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { browserClock } from "../adapters/clock-browser.ts";
import { socketLines } from "../adapters/lines-websocket.ts";
import { fetchMail } from "../adapters/mail-fetch.ts";
import { good, predictedAsk, startEngine, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { asBrowserOf } from "../../../tests/world/network.ts";
import { startServer, type Server } from "../../../tests/world/server.ts";
import type { Running } from "./create.ts";
import type { Ports } from "./ports/ports.ts";

let server: Server;
let restore: () => void;
const running: Running[] = [];

beforeAll(async () => {
  server = await startServer();
  restore = asBrowserOf(server.origin);
}, 60_000);
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});
afterAll(async () => {
  restore();
  await server.stop();
});

/** A day's clock of the real kind: the relay has a clock of its own. */
const online = (): Partial<Ports> => ({
  clock: browserClock,
  lines: socketLines(server.origin),
  mail: fetchMail(server.origin),
  origin: server.origin,
});

const start = async (world: TestWorld, over: Partial<Ports> = {}): Promise<Running> => {
  const one = await startEngine(world, { ...online(), ...over });
  running.push(one);
  return one;
};

const linkInput = (experiment: string) => ({
  experiment,
  words: "Could you take the school run on Friday at 8:15?",
  from: "Sam",
  howItWas: true,
  closesInDays: 7,
  answerBy: null,
  silence: null,
});

const post = (route: string, body: unknown): Promise<Response> =>
  fetch(`${server.origin}/api/ask/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** What the answer page does: fetch with the read proof, open, and seal an answer to the one-time key. */
const answerLink = async (
  url: string,
  plain: ReplyPlain,
): Promise<{ readonly words: string; readonly status: number }> => {
  const secret = good(parseAskFragment(new URL(url).hash));
  const keys = askKeys(secret);
  const id = toHex(keys.id);
  expect(new URL(url).pathname).toBe(`/a/${id}`);
  const read = await post("read", { id, proof: toHex(keys.readProof) });
  const { body }: { body: string } = await read.json();
  const ask = good(decodeAskPlain(good(openAsk(secret, good(fromBase64Url(body))))));
  const random = seededRandom(`${id}/${plain.answer}`);
  const replyId = random(16);
  const sealed = good(sealReply(secret, good(fromHex(ask.replyPub)), replyId, good(encodeReplyPlain(plain)), random));
  const sent = await post("reply", {
    id,
    proof: toHex(keys.replyProof),
    replyId: toHex(replyId),
    body: toBase64Url(sealed),
  });
  return { words: ask.words, status: sent.status };
};

const yes: ReplyPlain = { v: 1, answer: "yes", words: "Of course.", burden: 1, glad: 9, notThisMonth: false };

describe("a private link", () => {
  it("carries the ask out and the answer back, while the person looks", async () => {
    const one = await start(testWorld("there and back"));
    const { experiment, person } = await predictedAsk(one);
    const { ask, url } = good(await one.engine.makeLink(linkInput(experiment)));
    good(
      await one.engine.dispatch({
        kind: "asks/send",
        ask,
        experiment,
        person,
        words: linkInput(experiment).words,
        channel: "link",
        silence: null,
      }),
    );
    expect(await one.engine.linkFor(ask)).toBe(url);
    expect(await answerLink(url, yes)).toEqual({ words: linkInput(experiment).words, status: 201 });
    await expect.poll(() => experiments(one.engine.state.value)[0]?.stage, { timeout: 10_000 }).toBe("answered");
    expect(asks(one.engine.state.value)[0]?.answers).toMatchObject([
      { answer: "yes", words: "Of course.", burden: 1, glad: 9 },
    ]);
  });

  it("is durable here before the relay hears of it, so a lost network loses no word", async () => {
    const world = testWorld("offline link");
    let reachable = false;
    const mail = fetchMail(server.origin);
    const put: typeof mail.put = (offer) => (reachable ? mail.put(offer) : fetchMail("http://127.0.0.1:9").put(offer));
    const one = await start(world, { mail: { ...mail, put } });
    const { experiment } = await predictedAsk(one);
    const failed = await one.engine.makeLink(linkInput(experiment));
    expect(failed).toEqual({ ok: false, error: { type: "Offline", kept: true } });
    expect(asks(one.engine.state.value)).toHaveLength(1);
    reachable = true;
    const { url } = good(await one.engine.makeLink(linkInput(experiment)));
    expect(asks(one.engine.state.value)).toHaveLength(1);
    expect((await answerLink(url, yes)).status).toBe(201);
  });

  it("counts an answer once, however many devices and visits see it", async () => {
    const world = testWorld("once");
    const one = await start(world);
    const { experiment } = await predictedAsk(one);
    const { url } = good(await one.engine.makeLink(linkInput(experiment)));
    const keep = { ...fetchMail(server.origin), taken: () => Promise.resolve(ok(null)) };
    await answerLink(url, yes);
    const again = await start(world, { mail: keep });
    await again.engine.collect();
    await again.engine.collect();
    await one.engine.collect();
    expect(asks(again.engine.state.value)[0]?.answers).toHaveLength(1);
    expect((await start(world)).engine.state.value).toEqual(again.engine.state.value);
  });

  it("brings answers that came while the app was closed", async () => {
    const world = testWorld("closed app");
    const one = await start(world);
    const { experiment } = await predictedAsk(one);
    const { url } = good(await one.engine.makeLink(linkInput(experiment)));
    one.stop();
    await answerLink(url, { ...yes, answer: "no", words: "" });
    const again = await start(world);
    await expect.poll(() => asks(again.engine.state.value)[0]?.answers.length, { timeout: 10_000 }).toBe(1);
  });

  it("opens nothing and takes nothing after it was closed", async () => {
    const one = await start(testWorld("closed link"));
    const { experiment } = await predictedAsk(one);
    const { ask, url } = good(await one.engine.makeLink(linkInput(experiment)));
    good(await one.engine.closeLink(ask));
    expect(asks(one.engine.state.value)[0]?.closed).toBe(true);
    const keys = askKeys(good(parseAskFragment(new URL(url).hash)));
    const read = await post("read", { id: toHex(keys.id), proof: toHex(keys.readProof) });
    expect(read.status).toBe(404);
    expect(good(await one.engine.closeLink(ask))).toBe(null);
  });

  it("stays open here when the relay could not be reached to close it", async () => {
    const world = testWorld("close offline");
    const mail = fetchMail(server.origin);
    const one = await start(world, { mail: { ...mail, close: fetchMail("http://127.0.0.1:9").close } });
    const { experiment } = await predictedAsk(one);
    const { ask } = good(await one.engine.makeLink(linkInput(experiment)));
    expect(await one.engine.closeLink(ask)).toEqual({ ok: false, error: { type: "Offline", kept: true } });
    expect(asks(one.engine.state.value)[0]?.closed).toBe(false);
  });

  it("passes over a reply that somebody with the link made up badly, and still takes the next one", async () => {
    const one = await start(testWorld("garbage"));
    const { experiment } = await predictedAsk(one);
    const { url } = good(await one.engine.makeLink(linkInput(experiment)));
    const keys = askKeys(good(parseAskFragment(new URL(url).hash)));
    const junk = toBase64Url(concat(utf8("not a reply"), new Uint8Array(700)));
    await post("reply", { id: toHex(keys.id), proof: toHex(keys.replyProof), replyId: "ab".repeat(16), body: junk });
    await answerLink(url, yes);
    await expect.poll(() => asks(one.engine.state.value)[0]?.answers.length, { timeout: 10_000 }).toBe(1);
  });
});

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;
const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

describe("a sealed copy at the relay", () => {
  it("is not kept unless the person chose it", async () => {
    const one = await start(testWorld("no copy"));
    good(await one.engine.dispatch(checkin(10)));
    expect(one.engine.sync.value).toEqual({ kind: "off", pending: 0, missing: 0 });
  });

  it("counts an entry as copied only when the relay has shown it again", async () => {
    const one = await start(testWorld("copy"));
    for (let i = 0; i < 70; i += 1) good(await one.engine.dispatch(checkin(i)));
    good(await one.engine.dispatch(copy));
    await expect
      .poll(() => one.engine.sync.value, { timeout: 10_000 })
      .toEqual({ kind: "connected", pending: 0, missing: 0 });
    good(await one.engine.dispatch(checkin(99)));
    await expect
      .poll(() => one.engine.sync.value, { timeout: 10_000 })
      .toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("goes on where it stopped after a restart", async () => {
    const world = testWorld("copy again");
    const one = await start(world);
    good(await one.engine.dispatch(copy));
    await expect.poll(() => one.engine.sync.value.pending, { timeout: 10_000 }).toBe(0);
    one.stop();
    const again = await start(world);
    good(await again.engine.dispatch(checkin(5)));
    await expect
      .poll(() => again.engine.sync.value, { timeout: 10_000 })
      .toEqual({ kind: "connected", pending: 0, missing: 0 });
  });

  it("is given up when the person switches it off", async () => {
    const one = await start(testWorld("copy off"));
    good(await one.engine.dispatch(copy));
    await expect.poll(() => one.engine.sync.value.kind, { timeout: 10_000 }).toBe("connected");
    good(await one.engine.dispatch({ ...copy, keepCopy: false }));
    expect(one.engine.sync.value).toEqual({ kind: "off", pending: 0, missing: 0 });
  });

  it("is deleted with everything else, and its links are closed", async () => {
    const one = await start(testWorld("wipe"));
    good(await one.engine.dispatch(copy));
    const { experiment } = await predictedAsk(one);
    const { url } = good(await one.engine.makeLink(linkInput(experiment)));
    await expect
      .poll(() => one.engine.sync.value, { timeout: 10_000 })
      .toEqual({ kind: "connected", pending: 0, missing: 0 });
    expect(good(await one.engine.wipe())).toEqual({ relay: "deleted" });
    const keys = askKeys(good(parseAskFragment(new URL(url).hash)));
    expect((await post("read", { id: toHex(keys.id), proof: toHex(keys.readProof) })).status).toBe(404);
  });

  it("says so when the relay could not be reached to delete it", async () => {
    const one = await start(testWorld("wipe offline"), {
      mail: fetchMail("http://127.0.0.1:9"),
    });
    const { experiment } = await predictedAsk(one);
    await one.engine.makeLink(linkInput(experiment));
    expect(good(await one.engine.wipe())).toEqual({ relay: "unreached" });
    expect(one.engine.phase.value).toEqual({ kind: "refused", why: "wiped" });
  });
});
