/** E-7: nobody makes more vaults than an address may, and those that stay empty are gone after a day. */
import { join } from "node:path";
import { openFile } from "../../apps/relay/store/driver.ts";
import { generousEnv, inParallel, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { connect, createFrame, login, newTestVault, testEnvelope } from "../relay/client.ts";
import { clockEnv } from "../relay/clock.ts";
import type { Proof } from "./proof.ts";

const hourMs = 3_600_000;
/** The page's line for one address in an hour. */
const perHour = 20;
const addresses = ["127.0.47.1", "127.0.47.2", "127.0.47.3"];

/** Only what is not about new vaults is out of the way. */
const { MAX_NEW_VAULTS_PER_ADDRESS_HOUR: _cap, ...others } = generousEnv;

/** The vaults that a file holds. */
const vaultsIn = (folder: string): number => {
  const db = openFile(join(folder, "relay.db"));
  const count = Number(db.prepare("SELECT count(*) AS n FROM vault").get()?.["n"]);
  db.close();
  return count;
};

/** Tries to make a vault; whether the relay said that it is there. */
const makes = async (origin: string, from: string): Promise<boolean> => {
  const vault = newTestVault();
  const socket = await connect(origin, `/v/${vault.id}`, { from });
  const { nonce } = await socket.nextOf("challenge");
  socket.send(createFrame(vault, origin, nonce));
  const answer = await socket.next();
  socket.ws.terminate();
  return answer?.kind === "welcome";
};

interface Outcome {
  readonly tried: number;
  /** Stored beyond what the addresses and the time that passed allow. */
  readonly beyond: number;
  /** Vaults that were said to be there and are not, or the other way round. */
  readonly untold: number;
  /** Gone before their day was over. */
  readonly early: number;
  /** Empty, a day old, and still there; or one that is used and gone. */
  readonly wrongLater: number;
}

/** Starts the relay with its clock moved on, lets it sweep, and counts what is left. */
const leftAfter = async (path: string, folder: string, hours: number, env: Readonly<Record<string, string>>) => {
  const relay = await spawnRelay(path, { ...env, SWEEP_INTERVAL_MS: "50", ...clockEnv(folder, hours * hourMs) });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await relay.end("SIGTERM");
  return vaultsIn(folder);
};

const flood = (tries: number, path: string, more: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  withFolder(async (folder) => {
    const env = { ...bareEnv, ...others, ...more, DATA_DIR: folder };
    const relay = await spawnRelay(path, env);
    const started = performance.now();
    // One that is used comes first, from an address of its own: it must be there at the end.
    const used = newTestVault();
    const { socket } = await login(relay.origin, used, { from: "127.0.47.99" });
    socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(used, new Uint8Array(16), 1)] });
    await socket.nextOf("ack");
    let [tried, made] = [0, 1];
    await inParallel(Array.from({ length: tries }), 6, async (_, i) => {
      const stored = await makes(relay.origin, addresses[i % addresses.length] ?? "");
      tried += 1;
      made += stored ? 1 : 0;
    });
    const given = 1 + addresses.length * (perHour + 1 + ((performance.now() - started) / hourMs) * perHour);
    await relay.end("SIGTERM");
    const stored = vaultsIn(folder);
    const before = await leftAfter(path, folder, 22, env);
    const after = await leftAfter(path, folder, 26, env);
    return {
      tried,
      beyond: Math.max(0, Math.ceil(stored - given)),
      untold: Math.abs(stored - made),
      early: stored - before,
      wrongLater: Math.abs(after - 1),
    };
  });

/** A case is a vault that somebody tries to make: ten in each second of the page's minute, as fast as they go. */
export const proof: Proof = {
  id: "E-7",
  number: 600,
  control: "a relay without the allowance, and one that never clears up",
  run: async ({ asked, note }) => {
    const path = await relayBundle();
    const found = await flood(asked, path);
    const open = await flood(100, path, { MAX_NEW_VAULTS_PER_ADDRESS_HOUR: "1000000" });
    const untidy = await flood(
      6,
      await brokenRelay("untidy", {
        file: "apps/relay/store/port.ts",
        find: "export const keepEmpty = 24;",
        put: "export const keepEmpty = 24_000;",
      }),
    );
    const failures = found.beyond + found.untold + found.early + found.wrongLater;
    const why = `${found.beyond} too many, ${found.untold} not as said, ${found.early} gone early, ${found.wrongLater} wrong a day later`;
    note(`E-7: ${why}; the mutants kept ${open.beyond} too many and ${untidy.wrongLater} too long`);
    return {
      done: found.tried,
      failures,
      control: open.beyond > 0 && untidy.wrongLater > 0,
      ...(failures === 0 ? {} : { why }),
    };
  },
};
