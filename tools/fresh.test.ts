/** What was built counts as fresh only while everything it was made from is older. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isFresh } from "./fresh.mjs";

let base = "";
const at = (path: string): string => join(base, path);
/** Sets when something was written, in seconds. */
const age = (path: string, seconds: number): void => utimesSync(at(path), seconds, seconds);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fresh-"));
  mkdirSync(at("room/inner"), { recursive: true });
  for (const path of ["room/a.ts", "room/inner/b.ts", "built.js"]) writeFileSync(at(path), "");
  for (const path of ["room/a.ts", "room/inner/b.ts", "room/inner", "room"]) age(path, 1000);
  age("built.js", 2000);
});

afterEach(() => rmSync(base, { recursive: true }));

const fresh = (): boolean => isFresh(at("built.js"), [at("room")]);

it("what is newer than all it was made from is fresh", () => {
  expect(fresh()).toBe(true);
});

it.each(["room/a.ts", "room/inner/b.ts", "room/inner", "room"])("it is not once %s is newer, or as new", (path) => {
  age(path, 3000);
  expect(fresh()).toBe(false);
  age(path, 2000);
  expect(fresh()).toBe(false);
});

it("it is not when it was never built, or when a source is gone", () => {
  expect(isFresh(at("other.js"), [at("room")])).toBe(false);
  expect(isFresh(at("built.js"), [at("room"), at("gone")])).toBe(false);
});

it("what a newer test says changes nothing", () => {
  writeFileSync(at("room/a.test.ts"), "");
  age("room", 1000);
  expect(fresh()).toBe(true);
});
