/** The disk on paper keeps what was synced, may lose all else in parts, and reads a tracer's lines for what they are. */
import { expect, it } from "vitest";
import { eventsIn, paperDisk, type DiskEvent, type Mood } from "../../tests/relay/paper-disk.ts";
import { dice } from "../../tests/relay/figures.ts";

const [folder, file] = ["/d", "/d/a"];
const create: DiskEvent = { kind: "create", path: file };
const sync = (path: string): DiskEvent => ({ kind: "sync", path });
const write = (at: number, letter: string, length = 1): DiskEvent => ({
  kind: "write",
  path: file,
  at,
  bytes: Buffer.alloc(length, letter),
});

const after = (events: readonly DiskEvent[], mood: Mood, seed = 1): string | undefined => {
  const disk = paperDisk(folder);
  for (const event of events) disk.play(event);
  return disk.crash(mood, dice(seed)).get("a")?.toString("latin1");
};

const manyTimes = (events: readonly DiskEvent[], mood: Mood): ReadonlySet<string | undefined> =>
  new Set(Array.from({ length: 60 }, (_, seed) => after(events, mood, seed)));

it("what was synced is there after any crash", () => {
  const events = [create, write(0, "x", 3), sync(file), sync(folder)];
  for (const mood of ["none", "whole", "torn"] as const) expect(manyTimes(events, mood)).toEqual(new Set(["xxx"]));
});

it("a file whose name no sync of its folder has followed may be gone, bytes and all", () => {
  const events = [create, write(0, "x"), sync(file)];
  expect(after(events, "none")).toBeUndefined();
  expect(manyTimes(events, "torn")).toEqual(new Set([undefined, "x"]));
});

it("a write that was not synced is lost or there, whole or by sectors", () => {
  const events = [create, sync(folder), write(0, "x", 1024)];
  expect(after(events, "none")).toBe("");
  expect(manyTimes(events, "whole")).toEqual(new Set(["", "x".repeat(1024)]));
  const hole = "\0".repeat(512) + "x".repeat(512);
  expect(manyTimes(events, "torn")).toEqual(new Set(["", "x".repeat(512), hole, "x".repeat(1024)]));
});

it("a later write may be there without an earlier one, and a cut may be undone", () => {
  const base = [create, write(0, "a", 2), sync(file), sync(folder)];
  expect(manyTimes([...base, write(0, "b"), write(1, "c")], "whole")).toEqual(new Set(["aa", "ba", "ac", "bc"]));
  expect(manyTimes([...base, { kind: "truncate", path: file, size: 0 }], "torn")).toEqual(new Set(["aa", ""]));
});

it("a removed file may come back until the folder is synced", () => {
  const base: readonly DiskEvent[] = [create, write(0, "a"), sync(file), sync(folder), { kind: "unlink", path: file }];
  expect(manyTimes(base, "torn")).toEqual(new Set(["a", undefined]));
  expect(manyTimes([...base, sync(folder)], "torn")).toEqual(new Set([undefined]));
});

it("a sector that went elsewhere hits what was synced before", () => {
  const events = [create, write(0, "a", 1024), sync(file), sync(folder), write(1024, "b", 512)];
  expect([...manyTimes(events, "astray")].some((text) => text?.slice(0, 1024).includes("b"))).toBe(true);
});

const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");

it("a tracer's lines are read as what they did, and other files are nobody's", () => {
  const lines = [
    `7  openat(AT_FDCWD<${hex("/")}>, "${hex(file)}", O_RDWR|O_CREAT, 0644) = 5<${hex(file)}>`,
    `7  pwrite64(5<${hex(file)}>, "${hex("hi")}", 2, 40) = 2`,
    `7  pwrite64(6<${hex("/d/other")}>, "${hex("hi")}", 2, 0) = 2`,
    `7  ftruncate(5<${hex(file)}>, 7) = 0`,
    `7  fsync(5<${hex(file)}> <unfinished ...>`,
    `7  write(1<${hex("/out")}>, "${hex("ack 3\n")}", 6) = 6`,
    `7  fsync(9<${hex(folder)}>) = 0`,
    `7  unlink("${hex(file)}") = 0`,
    "7  +++ exited with 0 +++",
  ];
  expect(eventsIn(lines.join("\n"), folder, (name) => name === "a")).toEqual([
    create,
    { kind: "write", path: file, at: 40, bytes: Buffer.from("hi") },
    { kind: "truncate", path: file, size: 7 },
    sync(file),
    { kind: "ack", steps: 3 },
    sync(folder),
    { kind: "unlink", path: file },
  ]);
});

it("a way of writing that is not understood is never passed over", () => {
  const line = `7  writev(5<${hex(file)}>, [], 1) = 2`;
  expect(() => eventsIn(line, folder, () => true)).toThrow(/writev/);
});
