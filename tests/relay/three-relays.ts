/** Three relays in processes of their own on one PostgreSQL, a broker, a balancer, and devices that roam between them. */
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../world/server.ts";
import { generousEnv, withFolder } from "./begin.ts";
import { startBalancer, type Balancer } from "./balancer.ts";
import { bareEnv, spawnRelay, type ChildRelay } from "./child.ts";
import { newTestVault } from "./client.ts";
import { newRoom, type ownServer } from "./postgres.ts";
import { startRoamer, type Roamer } from "./roamer.ts";

/** One relay that can be killed and started again at its port. */
export interface Station {
  readonly origin: string;
  /** Waits until it has ended; one that is still starting is waited for before. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it; nobody has to wait for it. */
  readonly begin: () => void;
  /** Resolves once it runs. */
  readonly ready: () => Promise<void>;
  /** The lines of its log so far, over all its lives. */
  readonly log: () => string;
}

/** Everything that runs. */
export interface Trio {
  readonly stations: readonly Station[];
  readonly balancer: Balancer;
  readonly roamers: readonly Roamer[];
}

/** How it is set up. */
export interface TrioOptions {
  /** The relay's bundle. */
  readonly path: string;
  readonly database: ReturnType<typeof ownServer>;
  /** The broker's address; null: none. */
  readonly hints: string | null;
  readonly lookMs: number;
  readonly vaults: number;
  /** In each vault. The last one of them is routed wrong from the start. */
  readonly devices: number;
  readonly draw: (below: number) => number;
}

const startStation = async (path: string, port: number, env: Readonly<Record<string, string>>): Promise<Station> => {
  /** As a host's supervisor does: one that ends at once, because the database is away, is started again. */
  const start = async (left = 40): Promise<ChildRelay> => {
    try {
      return await spawnRelay(path, { ...bareEnv, ...generousEnv, ...env, PORT: String(port) });
    } catch (cause) {
      if (left === 0) throw cause;
      await pause(250);
      return start(left - 1);
    }
  };
  let starting: Promise<ChildRelay> | null = start();
  let [relay, before] = [await starting, ""];
  return {
    origin: `http://127.0.0.1:${port}`,
    begin: () => {
      starting = start();
      // Whether it came is seen when it is killed, which everyone is in the end.
      starting.catch(() => undefined);
    },
    ready: async () => void (await starting),
    kill: async (signal) => {
      if (starting === null) return;
      relay = await starting;
      starting = null;
      await relay.end(signal);
      before += relay.said().err;
    },
    log: () => (starting === null ? before : before + relay.said().err),
  };
};

/** Runs `use` with three relays, and takes everything away again. */
export const withTrio = <T>(options: TrioOptions, use: (trio: Trio) => Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    const room = await newRoom(options.database.url);
    const port = await freePort();
    const env = {
      DATA_DIR: folder,
      STORE: room.url,
      PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
      LOOK_INTERVAL_MS: String(options.lookMs),
      ...(options.hints === null ? {} : { HINTS: options.hints }),
    };
    const ports = [await freePort(), await freePort(), await freePort()];
    const stations = await Promise.all(ports.map((each) => startStation(options.path, each, env)));
    const balancer = await startBalancer(port, ports);
    const roamers = Array.from({ length: options.vaults }, newTestVault).flatMap((vault) =>
      Array.from({ length: options.devices }, (_, n) => {
        const wrong = n === options.devices - 1 ? (balancer.homeOf(vault.id) + 1) % ports.length : null;
        return startRoamer(balancer.origin, vault, n, wrong, options.draw);
      }),
    );
    try {
      return await use({ stations, balancer, roamers });
    } finally {
      await Promise.all(roamers.map((each) => each.stop()));
      balancer.stop();
      await Promise.all(stations.map((each) => each.kill("SIGKILL")));
      await room.drop();
    }
  });

/** Waits until it is so; false when `ms` passed before. */
export const comesTrue = async (isSo: () => boolean, ms: number): Promise<boolean> => {
  const end = performance.now() + ms;
  while (!isSo() && performance.now() < end) await pause(10);
  return isSo();
};

/** The devices of each vault. */
export const byVault = (roamers: readonly Roamer[]): readonly (readonly Roamer[])[] => [
  ...roamers
    .reduce((all, one) => all.set(one.vault.id, [...(all.get(one.vault.id) ?? []), one]), new Map<string, Roamer[]>())
    .values(),
];

/** Whether every device of a vault has seen all that the furthest one has, and everything that all of them wrote. */
export const haveConverged = (family: readonly Roamer[]): boolean => {
  const all = family.reduce((sum, { acked }) => sum + acked.length, 0);
  return family.every((one) => one.isIdle() && one.cursor() === all);
};
