/** K-2: the relay keeps no column and writes no log field that is not listed with its reason. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { columns, logFields } from "../../apps/relay/index.ts";
import { createReport } from "../../apps/relay/report.ts";
import { openFile } from "../../apps/relay/store/driver.ts";
import { withFolder } from "../relay/begin.ts";
import { relayBundle, spawnRelay } from "../relay/child.ts";
import {
  call,
  callAsk,
  connect,
  login,
  newTestAsk,
  newTestReply,
  newTestVault,
  testEnvelope,
} from "../relay/client.ts";
import type { Proof } from "./proof.ts";

const listedColumns = Object.entries(columns).flatMap(([table, names]) =>
  Object.keys(names).map((name) => `${table}.${name}`),
);
const listedFields = Object.keys(logFields);

/** Every column of every table in a database file. */
const columnsIn = (folder: string): readonly string[] => {
  const db = openFile(join(folder, "relay.db"));
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name));
  const found = tables.flatMap((table) =>
    db
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => `${table}.${String(name)}`),
  );
  db.close();
  return found;
};

/** Every field of every line of a log. A line that is no JSON object is a field of its own. */
const fieldsIn = (log: string): readonly string[] =>
  log
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      if (!line.startsWith("{")) return [line];
      const entry: unknown = JSON.parse(line);
      return typeof entry === "object" && entry !== null ? Object.keys(entry) : [line];
    });

/** What is there and not listed. */
const unlisted = (found: readonly string[], listed: readonly string[]): readonly string[] =>
  found.filter((name) => !listed.includes(name));

/** Uses everything the relay does, rightly and wrongly, and gives its log and the ids that must not be in it. */
const useEverything = async (
  folder: string,
): Promise<{ readonly log: string; readonly secrets: readonly string[] }> => {
  const relay = await spawnRelay(await relayBundle(), {
    DATA_DIR: folder,
    PORT: "0",
    WEB_DIR: "none",
    PAGES_DIR: "none",
  });
  const vault = newTestVault();
  const { socket } = await login(relay.origin, vault);
  socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, new Uint8Array(randomBytes(16)), 1)] });
  await socket.nextOf("ack");
  const ask = newTestAsk(Date.now());
  await callAsk(relay.origin, "put", ask.put);
  await callAsk(relay.origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() });
  await callAsk(relay.origin, "read", { id: ask.id, proof: ask.owner });
  await callAsk(relay.origin, "put", { wrong: ask.id });
  await call(relay.origin, { path: `/${ask.id}` });
  await connect(relay.origin, `/v/${vault.id}`, { origin: "https://elsewhere.example" }).catch(() => null);
  await relay.end("SIGTERM");
  const wrong = await spawnRelay(await relayBundle(), { PORT: "many" }).catch((cause: unknown) => String(cause));
  const secrets = [vault.id, ask.id, ask.read, ask.reply, ask.owner];
  return { log: relay.said().err + (/\{.*\}\n/.exec(typeof wrong === "string" ? wrong : "")?.[0] ?? ""), secrets };
};

/** Both mutants: a column added to the file, a field added to an entry. Both must be found. */
const control = (folder: string): boolean => {
  const db = openFile(join(folder, "relay.db"));
  db.exec("ALTER TABLE mailbox ADD COLUMN asker TEXT");
  db.close();
  const lines: string[] = [];
  const report = createReport({ say: () => undefined, log: (line) => void lines.push(line) });
  report(Object.assign({ event: "stopped" } as const, { address: "192.0.2.1" }));
  const column = unlisted(columnsIn(folder), listedColumns);
  const field = unlisted(fieldsIn(lines.join("\n")), listedFields);
  return column.join() === "mailbox.asker" && field.join() === "address";
};

/** A case is a column or a log field; all of them, whatever the scale. */
export const proof: Proof = {
  id: "K-2",
  number: listedColumns.length + listedFields.length,
  control: "one more column in a table and one more field in a log line",
  run: ({ note }) =>
    withFolder(async (folder) => {
      const { log, secrets } = await useEverything(folder);
      const [found, fields] = [columnsIn(folder), [...new Set(fieldsIn(log))]];
      const wrong = [
        ...unlisted(found, listedColumns).map((name) => `column ${name} is not listed`),
        ...unlisted(listedColumns, found).map((name) => `column ${name} is listed and not there`),
        ...unlisted(fields, listedFields).map((name) => `log field ${name} is not listed`),
        ...secrets.filter((secret) => log.includes(secret)).map(() => "an id stands in the log"),
        ...(/\b127\.0\.0\.1(?!:)/.test(log) ? ["an address stands in the log"] : []),
      ];
      for (const line of wrong) note(`K-2: ${line}`);
      const [why] = wrong;
      return {
        done: found.length + listedFields.length,
        failures: wrong.length,
        control: control(folder),
        ...(why === undefined ? {} : { why }),
      };
    }),
};
