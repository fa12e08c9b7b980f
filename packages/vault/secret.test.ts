import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { asSecret } from "./secret.ts";
import { newAskSecret } from "./ask.ts";
import { newOwner, newVaultKey, vaultKeys } from "./keys.ts";
import { seededRandom } from "@belay/testkit";

const bytes = new Uint8Array(32).fill(0xab);
const shows = (value: unknown): string =>
  [
    JSON.stringify(value),
    String(value),
    inspect(value, { depth: 9, showHidden: true }),
    Object.values(Object(value)).join(),
  ].join();

describe("a secret", () => {
  it("prints as nothing, however it is printed", () => {
    expect(shows(asSecret(bytes))).not.toMatch(/171|ab, ?ab|abab/i);
    expect(JSON.stringify(asSecret(bytes))).toBe("{}");
  });

  it("prints as nothing inside everything that holds one", () => {
    const random = seededRandom("printing");
    const owner = newOwner(random);
    const keys = vaultKeys(newVaultKey(random));
    const hidden = [owner.secret, owner.sign.seed, keys.epochKey, keys.root, keys.write.seed, newAskSecret(random)];
    const text = [owner, keys, ...hidden].map(shows).join();
    for (const secret of hidden) {
      expect(text).not.toContain([...secret.expose()].join());
      expect(text).not.toContain(Buffer.from(secret.expose()).toString("hex"));
    }
  });

  it("cannot be posted to another realm by accident", () => {
    expect(() => structuredClone(asSecret(bytes))).toThrow();
  });

  it("keeps its own copy, and gives the same bytes each time", () => {
    const mine = Uint8Array.from(bytes);
    const secret = asSecret(mine);
    mine.fill(0);
    expect(secret.expose()).toEqual(bytes);
    expect(secret.expose()).toBe(secret.expose());
  });

  it("is overwritten when wiped", () => {
    const secret = asSecret(bytes);
    const inside = secret.expose();
    secret.wipe();
    expect(inside).toEqual(new Uint8Array(32));
  });
});
