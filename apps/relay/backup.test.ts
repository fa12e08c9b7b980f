/** Shows backup and restore: a copy of a relay that is being written to holds all it had acknowledged, and comes back. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAsk, login, newTestAsk, newTestVault, testEnvelope } from "../../tests/relay/client.ts";
import { backupCommand } from "./backup.ts";
import { configOf, startRelay } from "./index.ts";
import { stillFiles } from "./store/still-files.ts";

let folder = "";
let other = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  other = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => {
  for (const each of [folder, other]) rmSync(each, { recursive: true, force: true });
});

const device = new Uint8Array(16).fill(7);
const run = (dataDir: string, ...args: string[]) => backupCommand(args, dataDir, stillFiles);
const quick = { sweepMs: 50 };

/** How many envelopes a relay on that folder holds of a vault. */
const headIn = async (dataDir: string, vault: ReturnType<typeof newTestVault>): Promise<number> => {
  const relay = await startRelay(configOf({ dataDir }));
  const { welcome } = await login(relay.origin, vault);
  await relay.close();
  return welcome.head;
};

describe("a backup of a running relay", () => {
  test("holds everything that was acknowledged before it was asked for, and nothing half", async () => {
    const relay = await startRelay(configOf({ dataDir: folder, caps: quick }));
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    let acknowledged = 0;
    let writing = true;
    const write = async (): Promise<void> => {
      while (writing) {
        socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device, acknowledged + 1)] });
        await socket.nextOf("ack");
        acknowledged += 1;
      }
    };
    const writer = write();
    while (acknowledged < 20) await new Promise((done) => setTimeout(done, 5));
    const before = acknowledged;
    const file = join(other, "copy.db");
    expect(await run(folder, "backup", file)).toMatchObject({ code: 0 });
    const after = acknowledged;
    writing = false;
    await writer;
    await relay.close();
    expect(readdirSync(other)).toEqual(["copy.db"]);
    expect(readdirSync(join(folder, "backup-orders"))).toEqual([]);

    const back = join(other, "back");
    expect(await run(back, "restore", file)).toMatchObject({ code: 0 });
    const kept = await headIn(back, vault);
    expect(kept).toBeGreaterThanOrEqual(before);
    expect(kept).toBeLessThanOrEqual(after + 1);
    expect(await headIn(folder, vault)).toBe(acknowledged);
  });

  test("leaves deletion at work: what is closed afterwards leaves the relay's own disk", async () => {
    const relay = await startRelay(configOf({ dataDir: folder, caps: quick }));
    const ask = newTestAsk(Date.now());
    await callAsk(relay.origin, "put", ask.put);
    expect(await run(folder, "backup", join(other, "copy.db"))).toMatchObject({ code: 0 });
    await callAsk(relay.origin, "close", { id: ask.id, owner: ask.owner });
    const mark = Buffer.from(ask.body, "base64url");
    const onDisk = (): boolean =>
      ["relay.db", "relay.db-wal"].some((name) => {
        const path = join(folder, name);
        return existsSync(path) && readFileSync(path).includes(mark);
      });
    await expect.poll(onDisk, { timeout: 10_000 }).toBe(false);
    await relay.close();
  });

  test("is refused where something stands, and that stays as it was", async () => {
    const relay = await startRelay(configOf({ dataDir: folder, caps: quick }));
    const file = join(other, "copy.db");
    writeFileSync(file, "mine");
    expect(await run(folder, "backup", file)).toMatchObject({ code: 1 });
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect(await run(folder, "backup", join(other, "missing", "copy.db"))).toMatchObject({
      code: 1,
      out: "The copy could not be made (ENOENT). Nothing was written.\n",
    });
    await relay.close();
  });
});

describe("a backup of a relay that does not run", () => {
  test("is made at once, and an empty folder has nothing to copy", async () => {
    const vault = newTestVault();
    const relay = await startRelay(configOf({ dataDir: folder }));
    const { socket } = await login(relay.origin, vault);
    socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device, 1)] });
    await socket.nextOf("ack");
    await relay.close();
    const file = join(other, "copy.db");
    expect(await run(folder, "backup", file)).toMatchObject({ code: 0 });
    const back = join(other, "back");
    await run(back, "restore", file);
    expect(await headIn(back, vault)).toBe(1);
    expect(await run(join(other, "none"), "backup", join(other, "no.db"))).toMatchObject({ code: 1 });
    expect(existsSync(join(other, "no.db"))).toBe(false);
  });
});

describe("a restore", () => {
  test("is refused over data that are there, of a torn copy, of something else, and changes nothing then", async () => {
    const relay = await startRelay(configOf({ dataDir: folder }));
    await callAsk(relay.origin, "put", newTestAsk(Date.now()).put);
    await relay.close();
    const file = join(other, "copy.db");
    await run(folder, "backup", file);
    expect(await run(folder, "restore", file)).toMatchObject({ code: 1 });
    const torn = join(other, "torn.db");
    writeFileSync(torn, readFileSync(file));
    truncateSync(torn, readFileSync(file).length - 4096 * 3);
    const words = join(other, "words.db");
    writeFileSync(words, "not a database at all, but long enough to be looked at".repeat(40));
    for (const bad of [torn, words, join(other, "missing.db")]) {
      const back = join(other, "back");
      expect(await run(back, "restore", bad)).toMatchObject({ code: 1 });
      expect(existsSync(join(back, "relay.db"))).toBe(false);
    }
  });

  test.each([["backup"], ["restore"]])("%s without a file says how it is used", async (name) => {
    expect(await run(folder, name)).toMatchObject({ code: 2 });
    expect(await run(folder, "known", "x")).toBeNull();
  });
});
