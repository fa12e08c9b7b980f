import { createHash } from "node:crypto";
import { utf8 } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { good, testDevice } from "../../../tests/world/desk-world.ts";

const digest = (bytes: Uint8Array): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(createHash("sha256").update(bytes).digest()));

describe("opening with the platform's own digest", () => {
  it("gives the same links, bodies and faults as without it", async () => {
    const device = testDevice("digest");
    good(await device.desk().open(true));
    const founding = good(await device.desk().foundBody(null, "digest", 1));
    const envelopes = [await device.write(utf8("one")), await device.write(founding, "membership")];
    const spoilt = Uint8Array.from(envelopes[0] ?? []).fill(9, 200, 201);
    const all = [...envelopes, spoilt, new Uint8Array(3), new Uint8Array(0)];
    const plain = good(await device.desk().openMany(all, false));
    const fast = testDevice("other", { keystore: device.keystore, digest });
    good(await fast.desk().open(false));
    expect(good(await fast.desk().openMany(all, false))).toEqual(plain);
    const received = good(await device.desk().openMany(all, true));
    expect(good(await fast.desk().openMany(all, true))).toEqual(received);
    expect(plain.map(({ ok }) => ok)).toEqual([true, true, false, false, false]);
  });

  it("goes by what the digest says, so that it is not worked out twice", async () => {
    const device = testDevice("said");
    good(await device.desk().open(true));
    const envelope = await device.write(utf8("one"));
    const said = new Uint8Array(32).fill(7);
    const fast = testDevice("other", { keystore: device.keystore, digest: () => Promise.resolve(said) });
    good(await fast.desk().open(false));
    const [opened] = good(await fast.desk().openMany([envelope], false));
    expect(opened).toMatchObject({ ok: true, value: { hash: said } });
  });
});
