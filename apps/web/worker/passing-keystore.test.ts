import { describe, expect, it } from "vitest";
import { passingKeystore } from "./passing-keystore.ts";

describe("the keystore of a visit that keeps nothing", () => {
  it("gives a copy of what was written, so that wiping one leaves the other", async () => {
    const keys = passingKeystore();
    expect(await keys.read()).toEqual({ ok: true, value: null });
    const bytes = new Uint8Array([1, 2, 3]);
    await keys.write(bytes);
    bytes.fill(0);
    const read = await keys.read();
    if (read.ok) read.value?.fill(9);
    expect(await keys.read()).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
  });

  it("holds nothing once it was destroyed, and another one never held it", async () => {
    const keys = passingKeystore();
    await keys.write(new Uint8Array([1]));
    expect(await passingKeystore().read()).toEqual({ ok: true, value: null });
    await keys.destroy();
    expect(await keys.read()).toEqual({ ok: true, value: null });
  });

  it("lets one work after the other, and the next one run after a failure", async () => {
    const keys = passingKeystore();
    const order: number[] = [];
    const slow = keys.exclusive(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(1);
    });
    const failing = keys.exclusive(() => Promise.reject(new Error("no")));
    const last = keys.exclusive(async () => order.push(2));
    await slow;
    await expect(failing).rejects.toThrow("no");
    await last;
    expect(order).toEqual([1, 2]);
  });
});
