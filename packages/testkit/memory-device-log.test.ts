/** Tests the device's log in memory: the contract of every log, and the swap that goes whole or not at all. */
import { describe, expect, it } from "vitest";
import { toHex } from "@belay/basics";
import { logContract, memoryDeviceLog, testChain, testVault, type MemoryDeviceLog } from "./index.ts";

logContract("a device's log in memory", { open: () => Promise.resolve(memoryDeviceLog()) });

const vault = testVault("device-log");
const device = toHex(vault.device.id);
const chain = testChain(vault, 5).map((sealed) => sealed.envelope);
const branch = testChain(vault, 5).map((sealed) => sealed.envelope);

const filled = async (): Promise<MemoryDeviceLog> => {
  const log = memoryDeviceLog();
  await log.appendAll(chain);
  return log;
};
const held = async (log: MemoryDeviceLog): Promise<readonly string[]> => {
  const read = await log.chain(device, 1, 100);
  return read.ok ? read.value.map((bytes) => toHex(bytes.slice(-4))) : [];
};
const names = (envelopes: readonly Uint8Array[]): readonly string[] => envelopes.map((bytes) => toHex(bytes.slice(-4)));

describe("a device's log in memory", () => {
  it("gives a part of one chain", async () => {
    const read = await (await filled()).chain(device, 3, 2);
    expect(read).toEqual({ ok: true, value: [chain[2], chain[3]] });
  });

  it("puts another tail in place of one that goes", async () => {
    const log = await filled();
    expect(await log.swap({ device, from: 3 }, branch.slice(2))).toMatchObject({ ok: true });
    expect(await held(log)).toEqual(names([...chain.slice(0, 2), ...branch.slice(2)]));
  });

  it("keeps the old tail when the new one does not fit", async () => {
    const log = await filled();
    expect(await log.swap({ device, from: 3 }, branch.slice(3))).toMatchObject({ ok: false });
    expect(await held(log)).toEqual(names(chain));
  });

  it("takes nothing while it is full, and lost nothing", async () => {
    let full = false;
    const log = memoryDeviceLog(() => full);
    await log.appendAll(chain.slice(0, 2));
    full = true;
    expect(await log.append(chain[2] ?? new Uint8Array())).toEqual({ ok: false, error: { type: "Full" } });
    full = false;
    await log.appendAll(chain.slice(2));
    expect(log.size()).toBe(5);
  });

  it("goes back to what a disk held before", async () => {
    const log = await filled();
    const then = log.snapshot();
    await log.clear();
    log.restore(then);
    expect(await held(log)).toEqual(names(chain));
  });

  it("puts others in place of what a range names, and goes on behind it", async () => {
    const log = await filled();
    expect(await log.replace([{ device, from: 2, to: 5 }], [])).toMatchObject({ ok: true });
    expect(await held(log)).toEqual(names(chain.slice(0, 1)));
    expect(await log.append(chain[2] ?? new Uint8Array())).toMatchObject({ ok: true });
    expect(await held(log)).toEqual(names(chain.slice(0, 1)));
    const longer = testChain(vault, 7).map((sealed) => sealed.envelope);
    expect(await log.append(longer[6] ?? new Uint8Array())).toEqual({ ok: false, error: { type: "Gap", expected: 6 } });
    expect(await log.append(longer[5] ?? new Uint8Array())).toMatchObject({ ok: true });
  });

  it("steps over a range that it never held", async () => {
    const log = memoryDeviceLog();
    await log.append(chain[0] ?? new Uint8Array());
    expect(await log.replace([{ device, from: 2, to: 3 }], [chain[3] ?? new Uint8Array()])).toMatchObject({ ok: true });
    expect(await held(log)).toEqual(names([chain[0], chain[3]].flatMap((one) => one ?? [])));
  });

  it("keeps everything when what should come instead does not fit", async () => {
    const log = await filled();
    const [other = new Uint8Array()] = branch.slice(0, 1);
    expect(await log.replace([{ device, from: 2, to: 5 }], [other])).toMatchObject({ ok: false });
    expect(await held(log)).toEqual(names(chain));
  });
});
