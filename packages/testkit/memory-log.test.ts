import { describe, expect, it } from "vitest";
import { logContract } from "./log-contract.ts";
import { memoryLog } from "./memory-log.ts";
import { testChain, testVault } from "./vault-builder.ts";

logContract("memory", { open: async () => memoryLog() });

describe("a memory log with little room", () => {
  it("refuses what does not fit and keeps what it has", async () => {
    const log = memoryLog(2);
    const results = [];
    for (const sealed of testChain(testVault("room"), 3)) results.push(await log.append(sealed.envelope));
    expect(results.map((result) => result.ok)).toEqual([true, true, false]);
    expect(results[2]).toEqual({ ok: false, error: { type: "Full" } });
    const page = await log.since(0, 10);
    expect(page.ok && page.value.entries.length).toBe(2);
  });
});
