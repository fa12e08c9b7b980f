/** K-4: the answer to a legal demand about one vault holds exactly the published list, and nothing of anybody else. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { columns } from "../../apps/relay/index.ts";
import { openFile } from "../../apps/relay/store/driver.ts";
import { withFolder } from "../relay/begin.ts";
import { relayBundle, spawnRelay } from "../relay/child.ts";
import {
  callAsk,
  callBox,
  deleteFrame,
  login,
  newTestAsk,
  newTestBox,
  newTestVault,
  testEnvelope,
} from "../relay/client.ts";
import type { Proof } from "./proof.ts";

/** The tables whose rows can be tied to one vault; all others hold ids that join to nothing. */
const tables = ["vault", "chunk", "grave"] as const;

/** The published list: PRIVACY.md names every column in a line of its own, as `table.column`. */
const published = (): readonly string[] => {
  const text = readFileSync(join(process.cwd(), "PRIVACY.md"), "utf8");
  return [...text.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \|/gm)].map(([, name = ""]) => name);
};

/** Asks the built relay, as a host does. */
const demand = (path: string, folder: string, vault: string): Record<string, Record<string, unknown>[]> => {
  const run = spawnSync(process.execPath, [path, "known", vault], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`the command ended with ${String(run.status)}: ${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout);
};

const fieldsOf = (known: Record<string, Record<string, unknown>[]>): readonly string[] =>
  Object.entries(known).flatMap(([table, rows]) => [
    ...new Set(rows.flatMap((row) => Object.keys(row).map((name) => `${table}.${name}`))),
  ]);

/** Times are whole hours since 1970: a finer one would have more than six digits. */
const fine = (known: Record<string, Record<string, unknown>[]>): readonly string[] =>
  Object.values(known)
    .flat()
    .flatMap((row) => Object.entries(row))
    .filter(([name, value]) => name.endsWith("_hour") && value !== null && !(Number(value) < 1_000_000))
    .map(([name]) => `${name} is finer than an hour`);

const listed = tables.flatMap((table) => Object.keys(columns[table] ?? {}).map((name) => `${table}.${name}`));

/** What is wrong between what came and what is published. */
const faultsIn = (found: readonly string[], strangers: readonly string[], text: string): readonly string[] => [
  ...found.filter((name) => !listed.includes(name)).map((name) => `${name} is not listed`),
  ...listed.filter((name) => !found.includes(name)).map((name) => `${name} is listed and was not shown`),
  ...listed.filter((name) => !published().includes(name)).map((name) => `${name} is not in PRIVACY.md`),
  ...published()
    .filter(
      (name) =>
        !Object.entries(columns).some(([table, of]) => Object.keys(of).some((one) => `${table}.${one}` === name)),
    )
    .map((name) => `${name} is in PRIVACY.md and nowhere else`),
  ...strangers.filter((stranger) => text.includes(stranger)).map(() => "something of somebody else was shown"),
];

/** A case is a field of the list; all of them, whatever the scale. */
export const proof: Proof = {
  id: "K-4",
  number: listed.length,
  control: "a relay file with one more column about a vault",
  run: ({ note }) =>
    withFolder(async (folder) => {
      const path = await relayBundle();
      const env = { DATA_DIR: folder, PORT: "0", WEB_DIR: "none", PAGES_DIR: "none" };
      const relay = await spawnRelay(path, env);
      const [kept, gone, other] = [newTestVault(), newTestVault(), newTestVault()];
      for (const vault of [kept, other]) {
        const { socket } = await login(relay.origin, vault);
        socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, new Uint8Array(randomBytes(16)), 1)] });
        await socket.nextOf("ack");
      }
      const ended = await login(relay.origin, gone);
      ended.socket.send(deleteFrame(gone, relay.origin, ended.nonce, 2));
      await ended.socket.next();
      const [ask, box] = [newTestAsk(Date.now()), newTestBox()];
      await callAsk(relay.origin, "put", ask.put);
      await callBox(relay.origin, "put", box.put);
      await relay.end("SIGTERM");
      const known = [demand(path, folder, kept.id), demand(path, folder, gone.id)];
      const text = JSON.stringify(known);
      const found = [...new Set(known.flatMap(fieldsOf))];
      const wrong = [...faultsIn(found, [other.id, ask.id, box.id], text), ...known.flatMap(fine)];
      for (const line of wrong) note(`K-4: ${line}`);
      const db = openFile(join(folder, "relay.db"));
      db.exec("ALTER TABLE vault ADD COLUMN address TEXT");
      db.close();
      const mutant = faultsIn(fieldsOf(demand(path, folder, kept.id)), [], "");
      const [why] = wrong;
      return {
        done: found.length,
        failures: wrong.length,
        control: mutant.includes("vault.address is not listed"),
        ...(why === undefined ? {} : { why }),
      };
    }),
};
