/** Shows what happens to who does not read what it asked for: it waits, or is let go, and nobody else notices. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { login, newTestVault, testEnvelope, type TestSocket, type TestVault } from "../../../tests/relay/client.ts";
import { configOf, startRelay, type Running, type Store } from "../index.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A relay, and how many pages its store has given so far. */
const begin = async (): Promise<{ readonly relay: Running; readonly pages: () => number }> => {
  const folder = mkdtempSync(join(tmpdir(), "relay-"));
  let pages = 0;
  const counted = (store: Store): Store => ({
    ...store,
    pull: (...asked) => {
      pages += 1;
      return store.pull(...asked);
    },
  });
  const relay = await startRelay(configOf({ dataDir: folder }), { through: counted });
  ends.push(() => rmSync(folder, { recursive: true, force: true }), relay.close);
  return { relay, pages: () => pages };
};

const device = new Uint8Array(16).fill(3);
/** The largest there are: three make a page of 768 KiB. */
const size = 256 * 1024;

/** Keeps `count` of them from `first` on, one at a time. */
const keep = async (socket: TestSocket, vault: TestVault, first: number, count: number): Promise<void> => {
  for (let seq = first; seq < first + count; seq += 1) {
    socket.send({ kind: "append", ref: seq, envelopes: [testEnvelope(vault, device, seq, { size })] });
    await socket.nextOf("ack", 60_000);
  }
};

/** Pages asked for, each of three envelopes: far more than may wait for a reader. */
const asked = 90;
const ask = (socket: TestSocket, ref: number): void =>
  socket.send({ kind: "pull", ref, after: 0, maxBytes: 1_000_000 });

/** Every page comes, whole and in order. */
const getsAll = async (socket: TestSocket): Promise<void> => {
  for (let ref = 1; ref <= asked; ref += 1) {
    const page = await socket.nextOf("page", 60_000);
    expect([page.ref, page.entries.length]).toEqual([ref, 3]);
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("who asks for pages and does not read them is not read from, and gets every page once it reads", async () => {
  const { relay, pages } = await begin();
  const vault = newTestVault();
  const { socket } = await login(relay.origin, vault);
  await keep(socket, vault, 1, 3);
  socket.ws.pause();
  for (let ref = 1; ref <= asked; ref += 1) {
    ask(socket, ref);
    // One by one: what comes in one piece is answered in one piece.
    await pause(10);
  }
  let given = -1;
  while (given !== pages()) {
    given = pages();
    await pause(1_000);
  }
  // 16 MiB would be twenty pages behind, and the system's own buffers hold some: far from all were made.
  expect(given).toBeLessThan(asked / 2);
  const other = newTestVault();
  const bystander = await login(relay.origin, other);
  await keep(bystander.socket, other, 1, 2);
  expect(pages()).toBe(given);
  socket.ws.resume();
  await getsAll(socket);
}, 120_000);

test("who asks for many pages in one piece gets them one after the other", async () => {
  const { relay } = await begin();
  const vault = newTestVault();
  const { socket } = await login(relay.origin, vault);
  await keep(socket, vault, 1, 3);
  for (let ref = 1; ref <= asked; ref += 1) ask(socket, ref);
  await getsAll(socket);
}, 120_000);

test("who does not read the news of its vault is let go, and has everything after it came again", async () => {
  const { relay } = await begin();
  const vault = newTestVault();
  const { socket: writer } = await login(relay.origin, vault);
  const { socket: listener } = await login(relay.origin, vault);
  listener.ws.pause();
  const count = 200;
  await keep(writer, vault, 1, count);
  listener.ws.resume();
  const code = await Promise.race([listener.closed, pause(30_000).then(() => null)]);
  // Cut off without a word: there was no room for one.
  expect(code).toBe(1006);
  const { socket: again } = await login(relay.origin, vault);
  const places: number[] = [];
  for (let more = true; more;) {
    again.send({ kind: "pull", ref: 1, after: places.at(-1) ?? 0, maxBytes: 1_000_000 });
    const page = await again.nextOf("page", 60_000);
    places.push(...page.entries.map(({ at }) => at));
    more = page.more;
  }
  expect(places).toEqual(Array.from({ length: count }, (_, at) => at + 1));
}, 120_000);
