/** Reads every setting of the relay from the environment, with a bound and a default for each. */
import { isIP } from "node:net";
import { err, ok, type Result } from "@belay/basics";

/** A setting that cannot be used. `wants` says what would be right. */
export interface BadSetting {
  readonly type: "BadSetting";
  readonly setting: string;
  readonly wants: string;
}

type CapRow = readonly [setting: string, fallback: number, min: number, max: number];

/**
 * Every cap: its name in the environment, default, least and most. Times are milliseconds, sizes bytes. The first
 * seven defaults are those of security page 4.18; the others are our own choice.
 */
export const capTable = {
  /** Open connections of everyone together. */
  connections: ["MAX_CONNECTIONS", 2_000, 1, 1_000_000],
  /** Open connections of one household (an IPv4 address, the first 64 bits of an IPv6 one). */
  connectionsPerAddress: ["MAX_CONNECTIONS_PER_ADDRESS", 30, 1, 1_000_000],
  /** Request line and headers together. */
  headerBytes: ["MAX_HEADER_BYTES", 8_192, 1_024, 65_536],
  /** One WebSocket message, which is also the batch cap. */
  bodyBytes: ["MAX_BODY_BYTES", 1_048_576, 65_536, 1_048_576],
  /** From the first byte of a request until its headers are whole. */
  headersMs: ["HEADERS_TIMEOUT_MS", 5_000, 100, 60_000],
  /** From the first byte of a request until its body is whole. */
  requestMs: ["REQUEST_TIMEOUT_MS", 15_000, 100, 300_000],
  /** How often the two above are looked at. */
  checkMs: ["TIMEOUT_CHECK_MS", 1_000, 50, 10_000],
  /** The body of one mailbox call: a sealed ask of 16 KiB as base64url in JSON. */
  mailBytes: ["MAX_MAIL_BYTES", 32_768, 24_576, 1_048_576],
  /** The body of a call that puts or replaces a share: 128 KiB sealed, as base64url in JSON. */
  shareBytes: ["MAX_SHARE_BYTES", 196_608, 180_224, 1_048_576],
  /** How long a socket may stay that has proved nothing. */
  helloMs: ["HELLO_TIMEOUT_MS", 10_000, 100, 60_000],
  /** How often a socket is asked whether it is still there. */
  pingMs: ["PING_INTERVAL_MS", 30_000, 1_000, 600_000],
  /** With PostgreSQL: how often the heads of connected vaults are looked at, for what other relays kept and no hint told. */
  lookMs: ["LOOK_INTERVAL_MS", 5_000, 50, 600_000],
  /** How often what is over is deleted; the page promises 60 s. */
  sweepMs: ["SWEEP_INTERVAL_MS", 10_000, 50, 30_000],
  /** The database file. A write that would grow it further is refused, nothing else is. */
  dataBytes: ["MAX_DATA_BYTES", 68_719_476_736, 1_048_576, 1_099_511_627_776],
  /** Envelopes of one vault. */
  vaultBytes: ["MAX_VAULT_BYTES", 268_435_456, 1_048_576, 1_099_511_627_776],
  /** Chains of devices in one vault, retired ones included. */
  vaultDevices: ["MAX_VAULT_DEVICES", 256, 1, 65_535],
  /** Asks that one live connection may watch. */
  watchesPerSocket: ["MAX_WATCHES_PER_SOCKET", 64, 1, 65_535],
  /** New vaults from one household (proof E-7). */
  vaultsPerHour: ["MAX_NEW_VAULTS_PER_ADDRESS_HOUR", 20, 1, 1_000_000_000],
  /** New asks from one household. */
  asksPerHour: ["MAX_NEW_ASKS_PER_ADDRESS_HOUR", 120, 1, 1_000_000_000],
  /** New pairing and recovery boxes from one household. */
  boxesPerHour: ["MAX_NEW_BOXES_PER_ADDRESS_HOUR", 60, 1, 1_000_000_000],
  /** New shares from one household. */
  sharesPerHour: ["MAX_NEW_SHARES_PER_ADDRESS_HOUR", 30, 1, 1_000_000_000],
  /** Boxes read from one household; a device that is being paired looks once a second. */
  boxReadsPerMinute: ["MAX_BOX_READS_PER_ADDRESS_MINUTE", 180, 1, 1_000_000_000],
  /** Asks and shares read from one household. */
  readsPerMinute: ["MAX_ASK_READS_PER_ADDRESS_MINUTE", 60, 1, 1_000_000_000],
  /** Replies sent from one household. */
  repliesPerMinute: ["MAX_ASK_REPLIES_PER_ADDRESS_MINUTE", 30, 1, 1_000_000_000],
  /** Calls with an owner proof from one household, watching included. */
  ownerCallsPerMinute: ["MAX_ASK_OWNER_CALLS_PER_ADDRESS_MINUTE", 600, 1, 1_000_000_000],
  /** Pages and files from one household. */
  pagesPerMinute: ["MAX_PAGE_READS_PER_ADDRESS_MINUTE", 3_000, 1, 1_000_000_000],
  /** Sockets opened from one household. */
  socketsPerMinute: ["MAX_SOCKETS_PER_ADDRESS_MINUTE", 240, 1, 1_000_000_000],
  /** Frames after the proof in one vault. */
  framesPerMinute: ["MAX_FRAMES_PER_VAULT_MINUTE", 6_000, 1, 1_000_000_000],
} as const satisfies Readonly<Record<string, CapRow>>;

/** Every limit, by name. */
export type Caps = { readonly [K in keyof typeof capTable]: number };

/** Everything the relay is told from outside. */
export interface Config {
  /** The folder of the database file, and of a host's orders. */
  readonly dataDir: string;
  /** The address of a PostgreSQL database, with its secret; null keeps everything in the file. Never logged. */
  readonly store: string | null;
  /** The address of a broker over which relays on one database wake each other; null: they look by themselves. Never logged. */
  readonly hints: string | null;
  /** 0 picks a free port. */
  readonly port: number;
  readonly bind: string;
  /** As browsers write it: `https://host`, no trailing slash. Null allows this machine's own names alone. */
  readonly publicOrigin: string | null;
  /** Addresses whose forwarded address is believed. Empty: nobody's. */
  readonly trustedProxies: readonly string[];
  /** The built app; a folder that is missing serves nothing. */
  readonly webDir: string;
  /** The built pages for other people. */
  readonly pagesDir: string;
  /** Where the host looks at health and numbers; null: nowhere. 0 picks a free port. It is never for the public. */
  readonly ops: { readonly port: number; readonly bind: string } | null;
  readonly caps: Caps;
}

/** What the process was started with. */
export type Env = Readonly<Record<string, string | undefined>>;

const isCaps = (values: Readonly<Record<string, number>>): values is Caps =>
  Object.keys(capTable).every((name) => values[name] !== undefined);

const capsBy = (pick: (row: CapRow, name: string) => number): Caps => {
  const values = Object.fromEntries(Object.entries(capTable).map(([name, row]) => [name, pick(row, name)]));
  if (!isCaps(values)) throw new Error("a cap is missing");
  return values;
};

/** The caps when nothing is set. */
export const defaultCaps: Caps = capsBy(([, fallback]) => fallback);

/** A whole configuration around the one thing that has no default, for whoever starts a relay in process. */
export const configOf = (
  given: Partial<Omit<Config, "caps">> & { readonly dataDir: string; readonly caps?: Partial<Caps> },
): Config => ({
  store: null,
  hints: null,
  port: 0,
  bind: "127.0.0.1",
  publicOrigin: null,
  trustedProxies: [],
  webDir: "",
  pagesDir: "",
  ops: null,
  ...given,
  caps: { ...defaultCaps, ...given.caps },
});

/** The configuration in the environment, or the first setting that is wrong. `beside` holds the built folders. */
export const readConfig = (env: Env, beside: string): Result<Config, BadSetting> => {
  const port = wholeNumber(env, ["PORT", 8787, 0, 65_535]);
  if (!port.ok) return port;
  const opsPort = wholeNumber(env, ["OPS_PORT", 0, 0, 65_535]);
  if (!opsPort.ok) return opsPort;
  const publicOrigin = originOf(env["PUBLIC_ORIGIN"]);
  if (!publicOrigin.ok) return publicOrigin;
  const trustedProxies = proxiesOf(env["TRUSTED_PROXY"]);
  if (!trustedProxies.ok) return trustedProxies;
  const store = storeOf(env["STORE"]);
  if (!store.ok) return store;
  const hints = hintsOf(env["HINTS"], store.value);
  if (!hints.ok) return hints;
  const caps = capsOf(env);
  if (!caps.ok) return caps;
  return ok({
    dataDir: env["DATA_DIR"] || "data",
    store: store.value,
    hints: hints.value,
    port: port.value,
    bind: env["BIND"] || "127.0.0.1",
    publicOrigin: publicOrigin.value,
    trustedProxies: trustedProxies.value,
    webDir: env["WEB_DIR"] || `${beside}/web`,
    pagesDir: env["PAGES_DIR"] || `${beside}/pages`,
    ops: env["OPS_PORT"] ? { port: opsPort.value, bind: env["OPS_BIND"] || "127.0.0.1" } : null,
    caps: caps.value,
  });
};

const wholeNumber = (env: Env, [setting, fallback, min, max]: CapRow): Result<number, BadSetting> => {
  const text = env[setting];
  if (text === undefined || text === "") return ok(fallback);
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return ok(value);
  return err({ type: "BadSetting", setting, wants: `a whole number from ${min} to ${max}` });
};

const capsOf = (env: Env): Result<Caps, BadSetting> => {
  const read = new Map(Object.entries(capTable).map(([name, row]) => [name, wholeNumber(env, row)]));
  for (const value of read.values()) if (!value.ok) return value;
  return ok(
    capsBy(([, fallback], name) => {
      const value = read.get(name);
      return value?.ok === true ? value.value : fallback;
    }),
  );
};

const originOf = (text: string | undefined): Result<string | null, BadSetting> => {
  if (text === undefined || text === "") return ok(null);
  if (URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text) return ok(text);
  return err({
    type: "BadSetting",
    setting: "PUBLIC_ORIGIN",
    wants: "scheme and host alone, such as https://host.example",
  });
};

const storeOf = (text: string | undefined): Result<string | null, BadSetting> => {
  if (text === undefined || text === "" || text === "sqlite") return ok(null);
  if (URL.canParse(text) && /^postgres(?:ql)?:\/\//.test(text)) return ok(text);
  return err({
    type: "BadSetting",
    setting: "STORE",
    wants: "sqlite, or an address such as postgres://name@host/base",
  });
};

/** A relay with a file of its own has nobody to tell. */
const hintsOf = (text: string | undefined, store: string | null): Result<string | null, BadSetting> => {
  if (text === undefined || text === "") return ok(null);
  if (store !== null && URL.canParse(text) && /^rediss?:\/\//.test(text)) return ok(text);
  return err({
    type: "BadSetting",
    setting: "HINTS",
    wants: "an address such as redis://:secret@host:6379, beside a STORE that is PostgreSQL",
  });
};

const proxiesOf = (text: string | undefined): Result<readonly string[], BadSetting> => {
  const parts = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.every((part) => isIP(part) !== 0)) return ok(parts);
  return err({ type: "BadSetting", setting: "TRUSTED_PROXY", wants: "one or more addresses, separated by commas" });
};
