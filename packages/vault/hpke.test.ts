import { describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import rfc from "../../fixtures/standard/hpke-psk-rfc9180.json";
import { agreementKey } from "./agree.ts";
import {
  deriveKeyPair,
  hpkeExport,
  hpkeOpen,
  hpkeSeal,
  nonceOf,
  receiverContext,
  senderContext,
  type HpkeContext,
  type PskInput,
} from "./hpke.ts";
import { asSecret } from "./secret.ts";

const hex = (text: string): Uint8Array => {
  const bytes = fromHex(text);
  if (!bytes.ok) throw new Error(text);
  return bytes.value;
};
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe.each(rfc.cases.map((one) => [one.id, one] as const))(
  "HPKE mode_psk as published in RFC 9180, %s",
  (_, one) => {
    const input: PskInput = { psk: asSecret(hex(one.psk)), pskId: hex(one.psk_id), info: hex(one.info) };
    const sender = value(senderContext(hex(one.pkRm), input, hex(one.ikmE)));
    const receiver = value(receiverContext(deriveKeyPair(hex(one.ikmR)), hex(one.enc), input));

    it("derives the key pairs", () => {
      expect(toHex(deriveKeyPair(hex(one.ikmE)).publicKey)).toBe(one.pkEm);
      expect(toHex(deriveKeyPair(hex(one.ikmR)).secret.expose())).toBe(one.skRm);
    });

    it("sends the encapsulated key and both sides derive the same secrets", () => {
      expect(toHex(sender.enc)).toBe(one.enc);
      for (const context of [sender.context, receiver]) {
        expect([context.key, context.baseNonce, context.exporterSecret].map(toHex)).toEqual([
          one.key,
          one.base_nonce,
          one.exporter_secret,
        ]);
      }
    });

    it("seals and opens every published message", () => {
      for (const message of one.encryptions) {
        expect(toHex(nonceOf(receiver, message.seq))).toBe(message.nonce);
        expect(toHex(hpkeSeal(sender.context, message.seq, hex(message.aad), hex(message.pt)))).toBe(message.ct);
        expect(hpkeOpen(receiver, message.seq, hex(message.aad), hex(message.ct))).toEqual(hex(message.pt));
      }
    });

    it("exports every published value", () => {
      for (const wanted of one.exports) {
        expect(toHex(hpkeExport(receiver, hex(wanted.exporter_context), wanted.L))).toBe(wanted.exported_value);
      }
    });
  },
);

describe("a sealed message", () => {
  const random = seededRandom("hpke");
  const own = agreementKey(random(32));
  const input: PskInput = { psk: asSecret(random(32)), pskId: utf8("id"), info: utf8("info") };
  const sent = value(senderContext(own.publicKey, input, random(32)));
  const ct = hpkeSeal(sent.context, 0, utf8("aad"), utf8("plain"));
  const openWith = (other: Partial<PskInput>, enc = sent.enc, key = own): Uint8Array | null => {
    const context = receiverContext(key, enc, { ...input, ...other });
    return context.ok ? hpkeOpen(context.value, 0, utf8("aad"), ct) : null;
  };

  it("opens with the same key, secret, id and info", () => {
    expect(openWith({})).toEqual(utf8("plain"));
  });

  it("opens with nothing else", () => {
    expect(openWith({ psk: asSecret(random(32)) })).toBeNull();
    expect(openWith({ pskId: utf8("ie") })).toBeNull();
    expect(openWith({ info: utf8("inf") })).toBeNull();
    expect(openWith({}, agreementKey(random(32)).publicKey)).toBeNull();
    expect(openWith({}, sent.enc, agreementKey(random(32)))).toBeNull();
  });

  it("refuses a receiver's or a sender's key of low order", () => {
    const low = new Uint8Array(32);
    expect(senderContext(low, input, random(32))).toEqual({ ok: false, error: { type: "BadKey" } });
    expect(receiverContext(own, low, input)).toEqual({ ok: false, error: { type: "BadKey" } });
  });

  it("is another one each time, as its random bytes are", () => {
    const again = value(senderContext(own.publicKey, input, random(32)));
    expect(toHex(again.enc)).not.toBe(toHex(sent.enc));
    const contexts: readonly HpkeContext[] = [again.context, sent.context];
    expect(new Set(contexts.map((context) => toHex(context.key))).size).toBe(2);
  });
});
