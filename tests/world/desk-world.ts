/** Key desks on devices of their own, in memory, with a clock that is turned by hand. */
import { utf8, type Result } from "@belay/basics";
import { memoryKeystore, quickStretch, seededRandom } from "@belay/testkit";
import type { DeskFault, DeskSealed, EnvelopeType, KeyDesk, Opened } from "@belay/wire";
import { createDesk } from "../../apps/web/worker/desk.ts";
import type { DeskPorts } from "../../apps/web/worker/held.ts";

/** Two passphrases that may lock. */
export const firstPass = "velvet canyon orbit sister maple";
/** Another one. */
export const secondPass = "gravel lantern window trophy salad";

/** One install: its keystore outlives the desk, as a profile outlives a worker. */
export interface TestDevice {
  readonly desk: () => KeyDesk;
  readonly keystore: ReturnType<typeof memoryKeystore>;
  /** Ends the worker and starts another. */
  readonly restart: () => KeyDesk;
  readonly turn: (ms: number) => void;
  readonly now: () => number;
  /** Seals one body at the end of this device's chain. */
  readonly write: (body: Uint8Array, type?: EnvelopeType) => Promise<Uint8Array>;
  /** How often a passphrase was stretched. */
  readonly stretched: () => number;
}

/** The value of a good result; a fault fails the test with its own words. */
export const good = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The tag of a fault, its detail behind it; `ok` for none. */
export const tagOf = (result: Result<unknown, DeskFault>): string => {
  if (result.ok) return "ok";
  const { error } = result;
  return "detail" in error ? `${error.type} ${error.detail}` : error.type;
};

/** A device; the same for the same seed. */
export const testDevice = (seed: string, over: Partial<DeskPorts> = {}): TestDevice => {
  const keystore = memoryKeystore();
  let [ms, starts, stretched] = [Date.UTC(2026, 2, 2, 12), 0, 0];
  let chain = { seq: 0, hash: new Uint8Array(32) };
  const start = (): KeyDesk => {
    starts += 1;
    return createDesk({
      keystore,
      random: seededRandom(`${seed}/${starts}`),
      stretch: (passphrase, salt) => {
        stretched += 1;
        return quickStretch(passphrase, salt);
      },
      now: () => ms,
      ...over,
    });
  };
  let desk = start();
  return {
    desk: () => desk,
    keystore,
    restart: () => {
      desk = start();
      return desk;
    },
    turn: (by) => {
      ms += by;
    },
    now: () => ms,
    write: async (body, type) => {
      const sealed: DeskSealed = good(await desk.seal(body, chain.seq + 1, chain.hash, type));
      chain = { seq: chain.seq + 1, hash: new Uint8Array(sealed.hash) };
      return sealed.envelope;
    },
    stretched: () => stretched,
  };
};

/** A device with a founded vault: its first envelope, already in its own book. */
export const foundedDevice = async (
  seed: string,
): Promise<{ readonly device: TestDevice; readonly founding: Uint8Array }> => {
  const device = testDevice(seed);
  good(await device.desk().open(true));
  const founding = await device.write(good(await device.desk().foundBody(null, seed, device.now())), "membership");
  good(await device.desk().openMany([founding], true));
  return { device, founding };
};

/** A device whose vault has a lock from the start: its desk is open, its book holds itself. */
export const lockedDevice = async (
  seed: string,
  pass = firstPass,
): Promise<{ readonly device: TestDevice; readonly founding: Uint8Array }> => {
  const device = testDevice(seed);
  good(await device.desk().open(true));
  const { found } = good(await device.desk().beginVault(null, pass, seed, device.now()));
  good(await device.desk().finishVault());
  const founding = await device.write(found, "membership");
  good(await device.desk().openMany([founding], true));
  return { device, founding };
};

/** What one device makes of another's envelopes: the text of each, or why there is none. */
export const readBy = async (desk: KeyDesk, envelopes: readonly Uint8Array[]): Promise<readonly string[]> => {
  const verdicts: readonly Result<Opened, DeskFault>[] = good(await desk.openMany(envelopes, true));
  return verdicts.map((verdict) => (verdict.ok ? new TextDecoder().decode(verdict.value.body) : tagOf(verdict)));
};

/** A text as a body. */
export const said = (text: string): Uint8Array => utf8(text);
