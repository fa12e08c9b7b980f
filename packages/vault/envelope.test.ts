import { describe, expect, it } from "vitest";
import { utf8 } from "@belay/basics";
import { openEnvelope } from "./envelope.ts";
import { testEnvelope, testVault } from "@belay/testkit";

describe("an envelope", () => {
  it("sealed and opened gives the same body", () => {
    const vault = testVault(1);
    const sealed = testEnvelope(vault, utf8("hello"));
    const opened = openEnvelope(sealed.envelope, {
      vaultId: vault.vaultId, keyOfEpoch: () => vault.keys, devicePub: vault.device.sign.publicKey, verifySignature: true,
    });
    expect(opened.ok && opened.value.body).toEqual(utf8("hello"));
  });
});
