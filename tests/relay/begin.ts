/** Gives a test or a proof a relay in this process, on an empty folder, and takes both away again. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configOf, startRelay, type Caps, type Config, type Running, type StartPorts } from "../../apps/relay/index.ts";

/** Limits by address and by vault that are out of the way of what is not about them. */
export const generousCaps: Partial<Caps> = {
  connectionsPerAddress: 1_000_000,
  connections: 1_000_000,
  asksPerHour: 1_000_000_000,
  vaultsPerHour: 1_000_000_000,
  boxesPerHour: 1_000_000_000,
  sharesPerHour: 1_000_000_000,
  boxReadsPerMinute: 1_000_000_000,
  readsPerMinute: 1_000_000_000,
  repliesPerMinute: 1_000_000_000,
  ownerCallsPerMinute: 1_000_000_000,
  pagesPerMinute: 1_000_000_000,
  socketsPerMinute: 1_000_000_000,
  framesPerMinute: 1_000_000_000,
};

/** The same caps, as a process is told them. */
export const generousEnv: Readonly<Record<string, string>> = {
  MAX_CONNECTIONS_PER_ADDRESS: "1000000",
  MAX_CONNECTIONS: "1000000",
  MAX_NEW_ASKS_PER_ADDRESS_HOUR: "1000000000",
  MAX_NEW_VAULTS_PER_ADDRESS_HOUR: "1000000000",
  MAX_NEW_BOXES_PER_ADDRESS_HOUR: "1000000000",
  MAX_NEW_SHARES_PER_ADDRESS_HOUR: "1000000000",
  MAX_BOX_READS_PER_ADDRESS_MINUTE: "1000000000",
  MAX_ASK_READS_PER_ADDRESS_MINUTE: "1000000000",
  MAX_ASK_REPLIES_PER_ADDRESS_MINUTE: "1000000000",
  MAX_ASK_OWNER_CALLS_PER_ADDRESS_MINUTE: "1000000000",
  MAX_PAGE_READS_PER_ADDRESS_MINUTE: "1000000000",
  MAX_SOCKETS_PER_ADDRESS_MINUTE: "1000000000",
  MAX_FRAMES_PER_VAULT_MINUTE: "1000000000",
};

/** Makes a folder, and removes it with all it holds after `use`. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "belay-relay-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs `use` with a relay. `given` goes over generous caps, `ports` over the real things. */
export const withRelay = <T>(
  use: (relay: Running) => Promise<T>,
  given: Partial<Omit<Config, "caps">> & { readonly caps?: Partial<Caps> } = {},
  ports: Partial<StartPorts> = {},
): Promise<T> =>
  withFolder(async (folder) => {
    const relay = await startRelay(
      configOf({ dataDir: folder, ...given, caps: { ...generousCaps, ...given.caps } }),
      ports,
    );
    try {
      return await use(relay);
    } finally {
      await relay.close();
    }
  });

/** Runs `work` on every item, at most `most` at a time. */
export const inParallel = async <T>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> => {
  const entries = items.entries();
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const [index, item] of entries) await work(item, index);
    }),
  );
};
