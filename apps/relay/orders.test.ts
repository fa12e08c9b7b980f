/** Shows that orders reach a relay that runs as somebody else, and that a folder that cannot be read stops nothing. */
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAsk, newTestAsk } from "../../tests/relay/client.ts";
import { copyOrdered } from "./backup.ts";
import { hostCommand } from "./host.ts";
import { configOf, startRelay, type Entry } from "./index.ts";
import { leaveOrder } from "./orders.ts";
import { stillFiles } from "./store/still-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const name = "0123456789abcdef0123456789abcdef";
const ownerOf = (...path: readonly string[]): number => statSync(join(folder, ...path)).uid;

describe("an order", () => {
  test("belongs to whoever the data belong to, and nothing else lies beside it", () => {
    // Who is no administrator leaves it as themselves, and that is the relay's user or it is refused.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(folder, 65_534, 65_534);
    const owner = ownerOf();
    expect(leaveOrder(folder, "take-down", name).ok).toBe(true);
    leaveOrder(folder, "take-down", `${name}2`);
    expect([ownerOf("take-down"), ownerOf("take-down", name)]).toEqual([owner, owner]);
    expect(readdirSync(folder)).toEqual(["take-down"]);
    expect(readdirSync(join(folder, "take-down"))).toEqual([name, `${name}2`]);
  });

  test("hands over nothing that a link points at", () => {
    const isRoot = process.getuid?.() === 0;
    const elsewhere = mkdtempSync(join(tmpdir(), "relay-"));
    const before = statSync(elsewhere).uid;
    if (isRoot) chownSync(folder, 65_534, 65_534);
    symlinkSync(elsewhere, join(folder, "take-down"));
    leaveOrder(folder, "take-down", name);
    expect(statSync(elsewhere).uid).toBe(before);
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test("that cannot be left is said in words", async () => {
    writeFileSync(join(folder, "take-down"), "");
    const said = await hostCommand(["delete-ask", name], folder, () => ({
      ok: false,
      error: { type: "CannotRead", code: "ENOENT" },
    }));
    expect(said).toMatchObject({ code: 1 });
    expect(said?.out).toContain("ENOTDIR");
  });
});

test("a folder of orders that cannot be read is reported, and the relay goes on deleting what is over", async () => {
  writeFileSync(join(folder, "take-down"), "");
  const said: Entry[] = [];
  let ahead = 0;
  const relay = await startRelay(configOf({ dataDir: folder, caps: { sweepMs: 20 } }), {
    report: (entry) => void said.push(entry),
    now: () => Date.now() + ahead,
  });
  const ask = newTestAsk(Date.now(), { days: 1 });
  await callAsk(relay.origin, "put", ask.put);
  await expect.poll(() => said.some(({ event }) => event === "fault"), { timeout: 10_000 }).toBe(true);
  // Looked at in its own time again: it has to be deleted, and not only over.
  const gone = async (): Promise<number> => {
    ahead = 3 * 24 * 3_600_000;
    await new Promise((done) => setTimeout(done, 100));
    ahead = 0;
    return (await callAsk(relay.origin, "read", { id: ask.id, proof: ask.read })).status;
  };
  await expect.poll(gone, { timeout: 10_000 }).toBe(404);
  await relay.close();
});

test("a copy is made beside its order, and what killed commands left goes after a day", async () => {
  leaveOrder(folder, "backup-orders", name);
  const orders = join(folder, "backup-orders");
  const [old, young] = ["a.copy", "b.copy"];
  for (const each of [old, young]) writeFileSync(join(orders, each), "sealed");
  utimesSync(join(orders, old), 1, 1);
  const asked: string[] = [];
  await copyOrdered(folder, async (to) => {
    asked.push(to);
    return { ok: false, error: { code: "ENOSPC" } };
  });
  expect(asked).toEqual([join(orders, `${name}.copy`)]);
  expect(readdirSync(orders)).toEqual([`${name}.done`, young]);
});

describe("a copy that is brought home", () => {
  test("leaves what stands there, or beside it, as it was", () => {
    const [copy, to] = [join(folder, "one.copy"), join(folder, "home.db")];
    writeFileSync(copy, "sealed");
    writeFileSync(`${to}.part`, "mine");
    expect(stillFiles.bring(copy, to)).toEqual({ ok: false, error: { code: "EEXIST" } });
    expect(readFileSync(`${to}.part`, "utf8")).toBe("mine");
    rmSync(`${to}.part`);
    writeFileSync(to, "mine too");
    expect(stillFiles.bring(copy, to)).toEqual({ ok: false, error: { code: "EEXIST" } });
    expect([readFileSync(to, "utf8"), readdirSync(folder)]).toEqual(["mine too", ["home.db", "one.copy"]]);
    rmSync(to);
    expect(stillFiles.bring(copy, to).ok).toBe(true);
    expect([readFileSync(to, "utf8"), statSync(to).mode & 0o777]).toEqual(["sealed", 0o600]);
  });

  test("is no link to something else", () => {
    writeFileSync(join(folder, "secret"), "of the administrator");
    symlinkSync(join(folder, "secret"), join(folder, "one.copy"));
    const to = join(folder, "home.db");
    expect(stillFiles.bring(join(folder, "one.copy"), to)).toEqual({ ok: false, error: { code: "ELOOP" } });
    expect(existsSync(to)).toBe(false);
  });
});
