import { describe, expect, it } from "vitest";
import { boxFault, joinFault, lockFault } from "./desk-faults.ts";

const keys = { type: "NotSaved", why: "keys" } as const;
const storage = { type: "NotSaved", why: "storage" } as const;

describe("what the desk says of a guarded act", () => {
  it.each([
    [{ type: "WrongPassphrase", waitMs: 4_000 }],
    [{ type: "TooSoon", waitMs: 900 }],
    [{ type: "WeakPassphrase", why: "common" }],
  ] as const)("%o is heard as it was said, with the time to wait", (fault) => {
    expect(lockFault(fault)).toEqual(fault);
    expect(joinFault(fault)).toEqual(fault);
  });

  it.each([
    [{ type: "KeysMissing" }, keys],
    [{ type: "KeysUnreadable" }, keys],
    [{ type: "DeskUnreachable" }, keys],
    [{ type: "Full" }, { type: "NotSaved", why: "no-room" }],
    [{ type: "Storage" }, storage],
    [{ type: "TooLarge" }, storage],
    [{ type: "Refused", detail: "NoLock" }, storage],
  ] as const)("%o is heard as an entry that was not saved", (fault, heard) => {
    expect(lockFault(fault)).toEqual(heard);
  });
});

describe("what the desk says of joining", () => {
  it.each([
    ["Code", { type: "NotACode" }],
    ["BadWords", { type: "BadWords" }],
    ["Late", { type: "Expired" }],
    ["Package", { type: "NotTaken", detail: "Package" }],
    ["NoBook", { type: "NotTaken", detail: "NoBook" }],
    ["KeysOpen", { type: "NotTaken", detail: "KeysOpen" }],
  ] as const)("a refusal for %s is heard as %o", (detail, heard) => {
    expect(joinFault({ type: "Refused", detail })).toEqual(heard);
  });

  it("never calls a full device or missing keys a bad code", () => {
    expect(joinFault({ type: "Full" })).toEqual({ type: "NotSaved", why: "no-room" });
    expect(joinFault({ type: "KeysMissing" })).toEqual(keys);
  });
});

describe("what the relay says of a box", () => {
  it.each([
    [{ type: "NotThere" }, { type: "NothingThere" }],
    [{ type: "Offline" }, { type: "Offline" }],
    [{ type: "SlowDown" }, { type: "Offline" }],
    [{ type: "Full" }, { type: "NotTaken", detail: "relay" }],
    [
      { type: "RelayRefused", detail: "500" },
      { type: "NotTaken", detail: "relay" },
    ],
  ] as const)("%o is heard as %o, and nothing of the relay's own words", (fault, heard) => {
    expect(boxFault(fault)).toEqual(heard);
  });
});
