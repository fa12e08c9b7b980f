/** Shows what a host may order: a reported ask goes from the disk, and what is known of a vault is no more than is listed. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAsk, login, newTestAsk, newTestReply, newTestVault, testEnvelope } from "../../tests/relay/client.ts";
import { columns } from "./fields.ts";
import { askIdIn, hostCommand } from "./host.ts";
import { configOf, startRelay } from "./index.ts";
import { knownOf } from "./store/known.ts";
import { toVaultId } from "./store/port.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytesOnDisk = (): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

const ordered = (args: readonly string[]) => hostCommand(args, folder, (vault) => knownOf(folder, vault));

const until = async (done: () => boolean): Promise<void> => {
  for (let look = 0; look < 200 && !done(); look += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(done()).toBe(true);
};

const id = "0123456789abcdef0123456789abcdef";

describe("the id of a reported ask", () => {
  test.each([
    [id, id],
    [id.toUpperCase(), id],
    [`https://host.example/a/${id}`, id],
    [`https://host.example/a/${id}#1AbCdEfGhIjKlMnOpQrStUvWxYz`, id],
    [`/a/${id}`, id],
    ["", null],
    ["https://host.example/a/", null],
    [id.slice(1), null],
    [`${id}0`, null],
    ["../../etc/passwd", null],
  ])("in %s is %s", (text, found) => {
    expect(askIdIn(text)).toBe(found);
  });
});

describe("a reported ask", () => {
  test("is deleted by a running relay, with its answers, and no byte of it stays", async () => {
    const relay = await startRelay(configOf({ dataDir: folder, caps: { sweepMs: 50 } }));
    const [bad, good] = [newTestAsk(Date.now()), newTestAsk(Date.now())];
    for (const ask of [bad, good]) await callAsk(relay.origin, "put", ask.put);
    const reply = newTestReply();
    await callAsk(relay.origin, "reply", { id: bad.id, proof: bad.reply, ...reply });
    expect(await ordered(["delete-ask", `https://x.example/a/${bad.id}#1secret`])).toMatchObject({ code: 0 });
    const marks = [bad.body, reply.body].map((body) => Buffer.from(body, "base64url"));
    await until(() => marks.every((mark) => !bytesOnDisk().includes(mark)));
    await until(() => readdirSync(join(folder, "take-down")).length === 0);
    expect((await callAsk(relay.origin, "read", { id: bad.id, proof: bad.read })).status).toBe(404);
    expect((await callAsk(relay.origin, "read", { id: good.id, proof: good.read })).status).toBe(200);
    await relay.close();
  });

  test("is deleted at the next start when the relay does not run", async () => {
    const first = await startRelay(configOf({ dataDir: folder }));
    const ask = newTestAsk(Date.now());
    await callAsk(first.origin, "put", ask.put);
    await first.close();
    await ordered(["delete-ask", ask.id]);
    const again = await startRelay(configOf({ dataDir: folder, caps: { sweepMs: 50 } }));
    await until(() => readdirSync(join(folder, "take-down")).length === 0);
    expect((await callAsk(again.origin, "read", { id: ask.id, proof: ask.read })).status).toBe(404);
    await again.close();
  });

  test("that nobody knows, and what is no order, goes away without harm", async () => {
    await ordered(["delete-ask", id]);
    writeFileSync(join(folder, "take-down", "notes.txt"), "not an order");
    const relay = await startRelay(configOf({ dataDir: folder, caps: { sweepMs: 50 } }));
    await until(() => readdirSync(join(folder, "take-down")).length === 0);
    await relay.close();
  });
});

describe("what is known of a vault", () => {
  const vault = newTestVault();
  const vaultId = toVaultId(vault.id);
  if (vaultId === null) throw new Error("the test's own vault has no id");

  test("is every column that is listed for it, and nothing of anybody else", async () => {
    const relay = await startRelay(configOf({ dataDir: folder }));
    const { socket } = await login(relay.origin, vault);
    const envelope = testEnvelope(vault, new Uint8Array(16), 1);
    socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
    await socket.nextOf("ack");
    const other = newTestVault();
    await login(relay.origin, other);
    const ask = newTestAsk(Date.now());
    await callAsk(relay.origin, "put", ask.put);
    expect(await ordered(["known", vault.id])).toMatchObject({ code: 1 });
    await relay.close();
    const known = knownOf(folder, vaultId);
    if (!known.ok) throw new Error("not read");
    expect(Object.keys(known.value)).toEqual(["vault", "chunk", "grave"]);
    for (const table of ["vault", "chunk"])
      expect(Object.keys(known.value[table]?.[0] ?? {})).toEqual(Object.keys(columns[table] ?? {}));
    const printed = await ordered(["known", vault.id]);
    expect(printed?.code).toBe(0);
    expect(printed?.out).toContain(Buffer.from(envelope).toString("hex"));
    for (const stranger of [other.id, ask.id, Buffer.from(ask.body, "base64url").toString("hex").slice(0, 64)])
      expect(printed?.out).not.toContain(stranger);
  });

  test("is nothing where there is no file, and none is made", () => {
    expect(knownOf(join(folder, "none"), vaultId)).toEqual({
      ok: false,
      error: { type: "CannotRead", code: "ENOENT" },
    });
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test.each([[["help"]], [["known"]], [["known", "x"]], [["delete-ask"]]])("is not asked for by %j", async (args) => {
    expect(await ordered(args)).toMatchObject({ code: 2 });
    expect(await ordered([])).toBeNull();
  });
});
