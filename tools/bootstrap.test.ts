/** What is built again follows from what files hold, never from when they were written. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashesBelow, hashOfLines } from "./bootstrap.mjs";

let base = "";

const write = (path: string, text: string) => {
  mkdirSync(join(base, path, ".."), { recursive: true });
  writeFileSync(join(base, path), text);
};

const hash = () => hashOfLines(hashesBelow(base, "room"));

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "sources-"));
  write("room/a.ts", "one");
  write("room/inner/b.ts", "two");
});

afterAll(() => rmSync(base, { recursive: true }));

it("a file that is written again with the same text changes nothing", () => {
  const before = hash();
  write("room/a.ts", "one");
  utimesSync(join(base, "room/a.ts"), 0, 0);
  expect(hash()).toBe(before);
});

it.each([
  ["a changed file", "room/a.ts", "other"],
  ["a changed file deeper down", "room/inner/b.ts", "other"],
  ["a new file", "room/c.ts", "new"],
])("%s changes the hash", (_what, path, text) => {
  const before = hash();
  write(path, text);
  expect(hash()).not.toBe(before);
});

it("a file that was renamed changes the hash", () => {
  const before = hash();
  rmSync(join(base, "room/c.ts"));
  write("room/d.ts", "new");
  expect(hash()).not.toBe(before);
});

it.each(["room/a.test.ts", "room/node_modules/x/index.js", "room/.hidden"])("%s does not", (path) => {
  const before = hash();
  write(path, "anything");
  expect(hash()).toBe(before);
});

it("a folder that is not there is empty, and one file is itself", () => {
  expect(hashesBelow(base, "nowhere")).toEqual([]);
  expect(hashesBelow(base, "room/a.ts")).toHaveLength(1);
});
