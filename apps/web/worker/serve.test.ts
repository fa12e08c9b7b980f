import { err, ok, type Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";
import { afterEach, describe, expect, it } from "vitest";
import { firstPass, good, lockedDevice, testDevice } from "../../../tests/world/desk-world.ts";
import { mayCross } from "./crossing.ts";
import { serve } from "./serve.ts";

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

interface Reply {
  readonly ref: number;
  readonly result: Result<unknown, DeskFault>;
}

/** A served desk that is talked to as a page's own script could: by bare messages. */
const bare = (
  desk: KeyDesk,
): ((method: string, ...args: readonly unknown[]) => Promise<Result<unknown, DeskFault>>) => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  serve(
    {
      addEventListener: (_kind, listener) =>
        port2.addEventListener("message", (event) => listener({ data: event.data })),
      postMessage: (message) => port2.postMessage(message),
    },
    desk,
  );
  port1.start();
  port2.start();
  const waiting = new Map<number, (result: Reply["result"]) => void>();
  port1.addEventListener("message", ({ data }: MessageEvent<Reply>) => waiting.get(data.ref)?.(data.result));
  return (method, ...args) =>
    new Promise((resolve) => {
      const ref = waiting.size + 1;
      waiting.set(ref, resolve);
      port1.postMessage({ ref, method, args });
    });
};

const refused = err({ type: "DoesNotOpen", detail: "call" });
const bytes = Uint8Array.of(1);
const id = "ab".repeat(16);
const cut = { seq: 1, hash: new Uint8Array(32) };

describe("what comes from the page", () => {
  it.each<readonly [keyof KeyDesk, string, readonly unknown[]]>([
    ["seal", "a type of envelope that there is not", [bytes, 1, bytes, "other"]],
    ["unlock", "a passphrase that is no text", [{ text: firstPass }]],
    ["unlock", "a passphrase longer than anybody types", ["x".repeat(4097)]],
    ["confirm", "nothing where a passphrase or null must be", [undefined]],
    ["judge", "a number", [5]],
    ["changeLock", "no new passphrase", [firstPass, null]],
    ["setPasskey", "a salt of the wrong length", [firstPass, bytes, new Uint8Array(15), new Uint8Array(32)]],
    ["setPasskey", "an empty id", [firstPass, new Uint8Array(0), new Uint8Array(16), new Uint8Array(32)]],
    ["dropPasskey", "a list", [[]]],
    ["unlockByPasskey", "31 bytes", [new Uint8Array(31)]],
    ["beginVault", "no name", [null, firstPass, "", 1]],
    ["beginVault", "a time before 1970", [null, firstPass, "Phone", -1]],
    ["sealNext", "a number that is not whole", [bytes, 1.5, bytes]],
    ["foundBody", "a name that is too long", [null, "n".repeat(65), 1]],
    ["revoke", "an id in capitals", [null, id.toUpperCase(), cut, 1]],
    ["revoke", "a cut without its hash", [null, id, { seq: 1 }, 1]],
    ["revoke", "a cut whose hash is short", [null, id, { seq: 1, hash: bytes }, 1]],
    ["rotateKeys", "no time", [null]],
    ["recoveryWords", "a flag in place of the passphrase", [true]],
    ["recoveryFind", "a list of words", [["apple"]]],
    ["recoveryTake", "a body that is text", ["words", "body", null]],
    ["pairRead", "an empty code", [new Uint8Array(0)]],
    ["pairRead", "a code that is far too long", [new Uint8Array(2000)]],
    ["pairAnswer", "heads of no device", [null, bytes, "Tablet", { phone: [1, "ab".repeat(32)] }, 1]],
    ["pairAnswer", "a head without a hash", [null, bytes, "Tablet", { [id]: [1] }, 1]],
    ["pairTake", "no body", [null, null]],
    ["checkWords", "a head without its number", [{ [id]: ["ab".repeat(32)] }]],
    ["hello", "an epoch in words", ["https://a.example", bytes, "one"]],
    ["signDelete", "no passphrase and not null", ["https://a.example", bytes]],
    ["destroy", "nothing", []],
  ])("is refused by %s when it is %s", async (method, _name, args) => {
    const { device } = await lockedDevice("refuses");
    expect(await bare(device.desk())(method, ...args)).toEqual(refused);
    expect(good(await device.desk().status()).waitMs).toBe(0);
  });

  it("reaches every method of the desk, and no other name", async () => {
    const heard: string[] = [];
    const real = testDevice("methods").desk();
    const spied = Object.fromEntries(
      Object.keys(real).map((name) => [
        name,
        () => {
          heard.push(name);
          return Promise.resolve(ok(null));
        },
      ]),
    );
    const call = bare({ ...real, ...spied });
    const anything = [null, "x", bytes, 1];
    for (const name of Object.keys(real)) await call(name, ...anything);
    for (const name of ["status", "propose", "finishVault", "dropVault", "members", "pairOffer", "passkeySalt"])
      expect(heard).toContain(name);
    const before = heard.length;
    for (const name of ["constructor", "__proto__", "hasOwnProperty", "toString", ""])
      expect(await call(name, ...anything)).toEqual(refused);
    expect(heard).toHaveLength(before);
  });
});

describe("what goes to the page", () => {
  it("is each method's own fields and nothing else, all through the life of a vault", async () => {
    const { device } = await lockedDevice("crosses");
    const call = bare(device.desk());
    const results = [
      await call("status"),
      await call("open", false),
      await call("propose"),
      await call("recoveryWords", firstPass),
      await call("setPasskey", firstPass, bytes, new Uint8Array(16), new Uint8Array(32)),
      await call("passkeySalt"),
      await call("members"),
      await call("membershipHead"),
      await call("credentials"),
      await call("hello", "https://a.example", new Uint8Array(32)),
      await call("rotateKeys", firstPass, 1),
      await call("pairOffer"),
      await call("beginVault", firstPass, null, "Phone", 1),
      await call("sealNext", bytes, 1, new Uint8Array(32), "events"),
      await call("finishVault"),
      await call("destroy", null),
    ];
    expect(results.filter((result) => !result.ok)).toEqual([]);
  });

  it.each([
    ["a key that was left in", { vault: id, device: id, epoch: 1, fresh: false, ownerSecret: bytes }],
    ["a holder of a secret", { vault: id, expose: () => bytes }],
    ["a field of another method", { vault: id, words: ["apple"] }],
    ["something with a prototype of its own", new (class Holder {})()],
    ["a map", new Map([["vault", id]])],
  ])("never holds %s", async (_name, value) => {
    const { device } = await lockedDevice("stays");
    // A desk with a bug: what it answers is more than the port says.
    const leaking = { ...device.desk() };
    Reflect.set(leaking, "open", () => Promise.resolve(ok(value)));
    expect(await bare(leaking)("open", false)).toEqual(err({ type: "DeskUnreachable" }));
    expect(mayCross("open", ok(value))).toBe(false);
  });

  it("tells of a fault by its tags alone", () => {
    expect(mayCross("unlock", err({ type: "WrongPassphrase", waitMs: 1 }))).toBe(true);
    const told = { type: "DoesNotOpen", detail: "x", passphrase: firstPass } as const;
    expect(mayCross("unlock", err(told))).toBe(false);
  });

  it("may be heads by device, whatever the devices are", () => {
    const value = { identity: { vault: id, device: id, epoch: 1, fresh: false }, heads: { [id]: [1, "ab"] } };
    expect(mayCross("pairTake", ok(value))).toBe(true);
    expect(mayCross("pairTake", ok({ ...value, heads: { owner: [1, "ab"] } }))).toBe(false);
  });
});
