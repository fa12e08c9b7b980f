import { toHex, type Result } from "@belay/basics";
import { pickBelow, seededRandom } from "@belay/testkit";
import type { DeskFault, DeskIdentity } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { firstPass, good, readBy, said, secondPass, tagOf, testDevice } from "../../../tests/world/desk-world.ts";

/** What a person would say of the device, kept beside it: the desk must agree at every step. */
interface Model {
  open: boolean;
  /** The passphrase, or null without a lock. */
  pass: string | null;
  vault: string;
  /** The begun vault, its passphrase, and whether the worker that began it still runs. */
  next: { readonly vault: string; readonly pass: string | null; readonly device: string } | null;
  device: string;
  failures: number;
  words: string | null;
}

const wrong = "wrong velvet canyon orbit";
const other = (pass: string | null): string => (pass === firstPass ? secondPass : firstPass);
const waits = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256];

/** What the desk must answer to the passphrase said again, right or not at all. */
const toPass = ({ pass }: Model, given: string | null): string =>
  pass === null || given === pass ? "ok" : "WrongPassphrase";

type Device = ReturnType<typeof testDevice>;
type Step = (device: Device, model: Model) => Promise<void>;

const counted = (model: Model, tag: string, given: string | null): void => {
  if (model.pass === null || given === null) return;
  model.failures = tag === "WrongPassphrase" ? model.failures + 1 : 0;
};

/** A vault was promoted: the model follows. */
const follow = (model: Model, answer: Result<DeskIdentity, DeskFault>): void => {
  const { next } = model;
  if (next === null) throw new Error("nothing to follow");
  expect(answer.ok ? answer.value.vault : tagOf(answer)).toBe(answer.ok ? next.vault : "Locked");
  Object.assign(model, { ...next, next: null, open: answer.ok, failures: 0, words: null });
};

const steps: Readonly<Record<string, Step>> = {
  restart: async (device, model) => {
    const opened = await device.restart().open(true);
    expect(tagOf(opened)).toBe(model.pass === null ? "ok" : "Locked");
    model.open = opened.ok;
  },
  unlock: async (device, model) => {
    if (model.pass === null) return;
    expect(good(await device.desk().unlock(model.pass))).toMatchObject({ vault: model.vault, device: model.device });
    Object.assign(model, { open: true, failures: 0 });
  },
  "guess wrong": async (device, model) => {
    const tag = tagOf(await device.desk().unlock(wrong));
    expect(tag).toBe(model.pass === null ? "Refused NoLock" : "WrongPassphrase");
    counted(model, tag, wrong);
  },
  "change the passphrase": async (device, model) => {
    if (!model.open || model.pass === null) return;
    const next = other(model.pass);
    good(await device.desk().changeLock(model.pass, next));
    Object.assign(model, { pass: next, failures: 0 });
  },
  "change it without the old one": async (device, model) => {
    if (!model.open || model.pass === null) return;
    expect(tagOf(await device.desk().changeLock(null, other(model.pass)))).toBe("WrongPassphrase");
  },
  "begin a vault": async (device, model) => {
    if (!model.open) return;
    const pass = model.pass === null ? firstPass : null;
    const { identity } = good(await device.desk().beginVault(model.pass, pass, "Phone", 1));
    Object.assign(model, { next: { vault: identity.vault, device: identity.device, pass }, failures: 0 });
  },
  "begin one with a wrong passphrase": async (device, model) => {
    if (!model.open) return;
    const answer = await device.desk().beginVault(wrong, null, "Phone", 1);
    const tag = tagOf(answer);
    expect(tag).toBe(toPass(model, wrong));
    counted(model, tag, wrong);
    if (answer.ok) model.next = { ...answer.value.identity, pass: null };
  },
  "drop it": async (device, model) => {
    good(await device.desk().dropVault());
    model.next = null;
  },
  "finish it": async (device, model) => {
    const answer = await device.desk().finishVault();
    if (model.next === null) expect(tagOf(answer)).toBe("Refused NoVaultBegun");
    else follow(model, answer);
  },
  "ask for the words": async (device, model) => {
    if (!model.open) return;
    const words = good(await device.desk().recoveryWords(model.pass)).words.join(" ");
    expect(words).toBe(model.words ?? words);
    Object.assign(model, { words, failures: 0 });
  },
};

/** That the desk says of itself what the model says of it. */
const agrees = async (device: Device, model: Model, guessed: boolean): Promise<void> => {
  const { keys, lock, waitMs, waiting, recovery } = good(await device.desk().status());
  const closed = model.pass === null ? "bare" : "locked";
  expect({ keys, lock, waiting, recovery }).toEqual({
    keys: model.open ? "open" : closed,
    lock: model.pass !== null,
    waiting: model.next?.vault ?? null,
    recovery: model.words !== null,
  });
  expect(waitMs).toBe(guessed ? 1000 * (waits[model.failures] ?? 300) : 0);
  if (!model.open) return;
  expect(good(await device.desk().open(false))).toMatchObject({ vault: model.vault, device: model.device });
};

describe("the life of a device", () => {
  it.each(Array.from({ length: 12 }, (_, i) => i))(
    "in any order of acts is as one would expect it: walk %i",
    async (seed) => {
      const random = seededRandom(`walk/${seed}`);
      const device = testDevice(`walk/${seed}`);
      const { vault, device: id } = good(await device.desk().open(true));
      const model: Model = { open: true, pass: null, vault, next: null, device: id, failures: 0, words: null };
      const names = Object.keys(steps);
      for (let i = 0; i < 40; i += 1) {
        device.turn(300_000);
        const step = steps[names[pickBelow(random, names.length)] ?? ""];
        const before = model.failures;
        await step?.(device, model);
        // Time stands still within a step, so a wait is there exactly when this step was a wrong guess.
        await agrees(device, model, model.failures > before);
      }
    },
  );
});

describe("what the desk proves", () => {
  it("binds a hello to its origin and nonce", async () => {
    const device = testDevice("hello");
    good(await device.desk().open(true));
    const hello = async (origin: string, byte: number): Promise<string> =>
      toHex(good(await device.desk().hello(origin, new Uint8Array(32).fill(byte))).helloSig);
    const signed = [await hello("https://a", 1), await hello("https://b", 1), await hello("https://a", 2)];
    expect(new Set(signed).size).toBe(3);
    expect(await hello("https://a", 1)).toBe(signed[0]);
  });

  it("has no owner's word to give behind a lock until the book was read, and asks for nothing then", async () => {
    const device = testDevice("no word");
    good(await device.desk().open(true));
    const { found } = good(await device.desk().beginVault(null, firstPass, "Phone", 1));
    good(await device.desk().finishVault());
    expect(good(await device.desk().hello("o", new Uint8Array(32))).ownerSig).toBeNull();
    good(await device.desk().openMany([await device.write(found, "membership")], false));
    expect(good(await device.desk().hello("o", new Uint8Array(32))).ownerSig).toHaveLength(64);
  });
});

describe("trouble below the desk", () => {
  it("is told when the keystore cannot be read or written, and nothing is held that is not durable", async () => {
    const device = testDevice("no store");
    const fault: DeskFault = { type: "DeskUnreachable" };
    const broken = { ...device.keystore, write: () => Promise.resolve({ ok: false as const, error: fault }) };
    const over = testDevice("no store over", { keystore: broken });
    expect(tagOf(await over.desk().open(true))).toBe("DeskUnreachable");
    expect(tagOf(await over.desk().seal(said("x"), 1, new Uint8Array(32)))).toBe("KeysMissing");
    const blind = testDevice("blind", {
      keystore: { ...device.keystore, read: () => Promise.resolve({ ok: false as const, error: fault }) },
    });
    expect(tagOf(await blind.desk().status())).toBe("DeskUnreachable");
    expect(tagOf(await blind.desk().confirm(null))).toBe("DeskUnreachable");
  });

  it("opens nothing of another vault, another epoch, or that was cut short", async () => {
    const [one, two] = [testDevice("one"), testDevice("two")];
    for (const device of [one, two]) good(await device.desk().open(true));
    const foreign = await two.write(said("foreign"));
    const own = await one.write(said("own"));
    expect(await readBy(one.desk(), [foreign, own, own.slice(0, 100), own.slice(0, 400), said("")])).toEqual([
      "DoesNotOpen OtherVault",
      "own",
      "DoesNotOpen TooShort",
      "DoesNotOpen TooShort",
      "DoesNotOpen TooShort",
    ]);
  });
});
