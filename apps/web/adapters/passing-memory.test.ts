import { toHex } from "@belay/basics";
import { logContract, memoryDeviceLog, testChain, testVault } from "@belay/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryLog } from "./device-log-memory.ts";
import { memoryBox } from "./draft-box-memory.ts";

logContract("the log of a visit that keeps nothing", { open: async () => memoryLog() });

const chain = testChain(testVault("passing"), 8).map((sealed) => sealed.envelope);
const [first] = chain;
if (first === undefined) throw new Error("short chain");
// The header names the device: 16 bytes from 28 on.
const device = toHex(first.subarray(28, 44));

const place = fc.integer({ min: 1, max: 8 });
const some = fc.subarray([...chain.keys()]).map((keys) => keys.flatMap((key) => chain[key] ?? []));

/** One act on a log, by name and arguments. */
const acts = fc.oneof(
  fc.record({ kind: fc.constant("append" as const), which: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant("all" as const), which: some }),
  fc.record({ kind: fc.constant("swap" as const), from: place, which: some }),
  fc.record({ kind: fc.constant("everything" as const), which: some }),
  fc.record({ kind: fc.constant("replace" as const), from: place, to: place, which: some }),
);
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

type Log = ReturnType<typeof memoryLog>;

const act = (log: Log, one: Act) => {
  switch (one.kind) {
    case "append":
      return log.append(chain[one.which] ?? first);
    case "all":
      return log.appendAll(one.which);
    case "swap":
      return log.swap({ device, from: one.from }, one.which);
    case "everything":
      return log.swap("everything", one.which);
    case "replace":
      return log.replace([{ device, from: Math.min(one.from, one.to), to: Math.max(one.from, one.to) }], one.which);
  }
};

describe("the log of a visit that keeps nothing, beyond the contract", () => {
  it("does whatever the log of the simulated devices does, act for act", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 12 }), fc.integer({ min: 0, max: 9 }), async (all, at) => {
        const [own, other] = [memoryLog(), memoryDeviceLog()];
        for (const one of all) {
          expect(await act(own, one)).toEqual(await act(other, one));
          expect(await own.since(at, 3)).toEqual(await other.since(at, 3));
          expect(await own.chain(device, at, 4)).toEqual(await other.chain(device, at, 4));
        }
        await own.clear();
        expect(await own.since(0, 9)).toEqual({ ok: true, value: { entries: [], more: false } });
      }),
    );
  });
});

describe("the box of a visit that keeps nothing", () => {
  it("gives what was put, forgets what was dropped, and names what it holds", async () => {
    const box = memoryBox();
    const bytes = new Uint8Array([1, 2]);
    expect(await box.get("a")).toEqual({ ok: true, value: null });
    await box.put("a", bytes);
    await box.put("b", bytes);
    expect(await box.get("a")).toEqual({ ok: true, value: bytes });
    expect(await box.names()).toEqual({ ok: true, value: ["a", "b"] });
    await box.drop("a");
    expect(await box.names()).toEqual({ ok: true, value: ["b"] });
    await box.clear();
    expect(await box.names()).toEqual({ ok: true, value: [] });
  });
});
