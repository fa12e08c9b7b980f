/** Starts the built relay as its own process, as `npm start` does, on a free port and an empty folder. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tests and proofs are started from the root of the tree. */
const root = process.cwd();

/** A running server. */
export interface Server {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Ends it as a host would; gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** What may be set. */
export interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the folder of an earlier server. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Where people reach it, when that is not its own port. */
  readonly publicOrigin?: string;
}

const free = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** A free port below the ephemeral ones (32768), so that no outgoing connection can take it meanwhile. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (await free(port)) return port;
  }
};

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("exit", (code) => resolve(code)));

/** Resolves when it answers; fails with what it printed when it ends before that. */
const ready = async (child: ChildProcess, origin: string, output: () => string): Promise<void> => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the relay ended before it was ready: ${output()}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the relay did not become ready: ${output()}`);
};

/** Starts it and waits until it answers. */
export const startServer = async (options: ServerOptions = {}): Promise<Server> => {
  const port = options.port ?? (await freePort());
  const own = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "belay-"));
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(root, "build/node/relay.js")], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_ORIGIN: options.publicOrigin ?? origin,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const output = (): string => printed;
  await ready(child, origin, output);
  const clean = (): void => {
    if (own) rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    origin,
    port,
    dataDir,
    pid: child.pid ?? 0,
    output,
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended(child);
      clean();
      return code;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
  };
};
