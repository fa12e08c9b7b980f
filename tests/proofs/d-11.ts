/** D-11: when a relay comes back, two thousand devices come back to it, all of them, soon, and at bearable cost. */
import { setTimeout as pause } from "node:timers/promises";
import { retryDelay } from "../../apps/web/engine/retry.ts";
import { generousEnv, inParallel, withFolder } from "../relay/begin.ts";
import { bareEnv, relayBundle, residentOf, spawnRelay } from "../relay/child.ts";
import { connect, helloFrame, login, newTestVault, type TestVault } from "../relay/client.ts";
import { dice, quantile } from "../relay/figures.ts";
import { noiseNow } from "../relay/noise.ts";
import type { Proof } from "./proof.ts";

/** The page's lines. */
const waitMs = 2_000;
const residentMax = 400 * 1024 * 1024;
/** Tries after which a device counts as left outside. */
const triesMax = 8;
/** No more than this share of all may knock within so many ms of each other, the first time they come back. */
const crowdMs = 50;
const crowdMax = 0.25;

/** The largest share of all first waits that lie within `crowdMs`. */
const crowdOf = (count: number, chance: () => number): number => {
  const delays = Array.from({ length: count }, () => retryDelay(1, chance())).toSorted((a, b) => a - b);
  return Math.max(...delays.map((from) => delays.filter((at) => at >= from && at < from + crowdMs).length)) / count;
};

interface Outcome {
  readonly outside: number;
  /** What a device waits from knocking until it is in, in ms. */
  readonly waits: readonly number[];
  readonly resident: number;
}

const { MAX_CONNECTIONS: _all, MAX_CONNECTIONS_PER_ADDRESS: _each, ...allowances } = generousEnv;
const fromOf = (n: number): string => `127.0.${60 + Math.floor(n / 2_000)}.${1 + (n % 120)}`;

/** One device: knocks after its own wait, again and again, until it is in. */
const comeBack = async (
  origin: string,
  vault: TestVault,
  n: number,
  chance: () => number,
): Promise<{ readonly ms: number; readonly leave: () => void } | null> => {
  for (let attempt = 1; attempt <= triesMax; attempt += 1) {
    await pause(retryDelay(attempt, chance()));
    const started = performance.now();
    try {
      const socket = await connect(origin, `/v/${vault.id}`, { from: fromOf(n) });
      const { nonce } = await socket.nextOf("challenge", 20_000);
      socket.send(helloFrame(vault, origin, nonce));
      await socket.nextOf("welcome", 20_000);
      return { ms: performance.now() - started, leave: () => socket.ws.terminate() };
    } catch {
      // Refused or cut off: the next wait is longer.
      continue;
    }
  }
  return null;
};

const rush = async (
  origin: string,
  vaults: readonly TestVault[],
  chance: () => number,
): Promise<readonly (number | null)[]> => {
  const back = await Promise.all(vaults.map((vault, n) => comeBack(origin, vault, n, chance)));
  for (const one of back) one?.leave();
  return back.map((one) => one?.ms ?? null);
};

/** Makes the vaults, kills the relay, starts it again, and lets everybody in. */
const run = (count: number, chance: () => number): Promise<Outcome> =>
  withFolder(async (folder) => {
    const env = { ...bareEnv, ...allowances, DATA_DIR: folder };
    const path = await relayBundle();
    const first = await spawnRelay(path, env);
    const vaults = Array.from({ length: count }, newTestVault);
    await inParallel(vaults, 8, async (vault, n) => {
      const { socket } = await login(first.origin, vault, { from: fromOf(n) });
      socket.ws.terminate();
    });
    await first.end("SIGKILL");
    const relay = await spawnRelay(path, env);
    try {
      const all = await rush(relay.origin, vaults, chance);
      const waits = all.filter((ms) => ms !== null);
      return { outside: all.length - waits.length, waits, resident: residentOf(relay) ?? 0 };
    } finally {
      await relay.end("SIGKILL");
    }
  });

/** A case is a device. */
export const proof: Proof = {
  id: "D-11",
  number: 2_000,
  control: "devices that all wait equally long",
  run: async ({ asked, seed, note }) => {
    const draw = dice(seed);
    const apart = (): number => draw(1_000) / 1_000;
    const noise = await noiseNow();
    const first = await run(asked, apart);
    const isSlow = ({ waits }: Outcome): boolean => quantile(waits, 0.99) > waitMs * noise;
    // A machine that was busy with others gets a second look, at the same bound.
    const found = isSlow(first) ? await run(asked, apart) : first;
    const [crowd, together] = [crowdOf(asked, apart), crowdOf(asked, () => 0.5)];
    const slow = isSlow(found) ? 1 : 0;
    const fat = found.resident < residentMax ? 0 : 1;
    const failures = found.outside + slow + fat + (crowd > crowdMax ? 1 : 0);
    const why = `${found.outside} left outside, p99 ${Math.round(quantile(found.waits, 0.99))} ms on a machine ${noise.toFixed(1)} times as slow as a quiet one, ${Math.round(found.resident / 2 ** 20)} MiB, ${Math.round(crowd * 100)} % within ${crowdMs} ms`;
    note(`D-11: ${why}`);
    return {
      done: asked,
      failures,
      control: together > crowdMax,
      ...(failures === 0 ? {} : { why }),
    };
  },
};
