/** K-3: nothing that is kept of a vault stands beside anything that is kept of an ask or a box, and no time is finer than an hour. */
import { join } from "node:path";
import { openFile, type Database } from "../../apps/relay/store/driver.ts";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, relayBundle, spawnRelay } from "../relay/child.ts";
import { oneRound } from "../relay/activity.ts";
import type { Proof } from "./proof.ts";

/** Tables that may know each other. What is in one set joins to nothing in another. */
const sets: Readonly<Record<string, readonly string[]>> = {
  vault: ["vault", "chunk", "grave"],
  mail: ["mailbox", "reply"],
};
/** A value as long as this is no number that two rows have by chance. */
const tellingBytes = 8;
/** Hours since 1970 around now: the only kind of time that may be kept. A finer one is far above. */
const isHour = (value: number): boolean => Math.abs(value - Date.now() / 3_600_000) < 24 * 3_660;
/** Seconds, ms, us or ns around now, or minutes. */
const isFiner = (value: number): boolean =>
  [60, 3_600, 3_600_000, 3_600_000_000, 3_600_000_000_000].some((part) => isHour(value / part));

interface Column {
  readonly table: string;
  readonly name: string;
}

const columnsOf = (db: Database): readonly Column[] =>
  db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .flatMap(({ name: table }) =>
      db
        .prepare(`PRAGMA table_info(${String(table)})`)
        .all()
        .map(({ name }) => ({ table: String(table), name: String(name) })),
    );

const valuesIn = (db: Database, { table, name }: Column): readonly unknown[] =>
  db
    .prepare(`SELECT "${name}" AS value FROM ${table}`)
    .all()
    .map(({ value }) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));

/** What a value is known by when it stands in two places; null for small numbers and short texts. */
const traitOf = (value: unknown): string | null => {
  if (value instanceof Uint8Array) return value.length >= tellingBytes ? Buffer.from(value).toString("hex") : null;
  if (typeof value === "string") return value.length >= tellingBytes ? Buffer.from(value).toString("hex") : null;
  return null;
};

/** Columns by which a row could be led to one of another set: by a value, by a reference, or by a view or trigger. */
const joins = (db: Database, columns: readonly Column[]): readonly string[] => {
  const wrong: string[] = [];
  const setOf = (table: string): string => Object.keys(sets).find((name) => sets[name]?.includes(table)) ?? table;
  const seen = new Map<string, Column>();
  for (const column of columns)
    for (const value of valuesIn(db, column)) {
      const trait = traitOf(value);
      if (trait === null) continue;
      const other = seen.get(trait);
      if (other !== undefined && setOf(other.table) !== setOf(column.table))
        wrong.push(`${column.table}.${column.name} holds what ${other.table}.${other.name} holds`);
      seen.set(trait, column);
    }
  for (const table of new Set(columns.map((column) => column.table))) {
    if (!Object.values(sets).some((tables) => tables.includes(table))) wrong.push(`${table} belongs to no set`);
    for (const row of db.prepare(`PRAGMA foreign_key_list(${table})`).all())
      if (setOf(String(row["table"])) !== setOf(table)) wrong.push(`${table} refers to ${String(row["table"])}`);
  }
  for (const row of db.prepare("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')").all())
    wrong.push(`${String(row["name"])} is a view or a trigger`);
  return wrong;
};

/** Columns that hold a time that is no whole hour, or an hour under a name that does not say so. */
const times = (db: Database, columns: readonly Column[]): readonly string[] =>
  columns.flatMap((column) => {
    const numbers = valuesIn(db, column).filter((value) => typeof value === "number");
    const where = `${column.table}.${column.name}`;
    if (numbers.some((value) => isFiner(value))) return [`${where} holds a time that is finer than an hour`];
    const named = column.name.endsWith("_hour");
    if (!named && numbers.some(isHour)) return [`${where} holds an hour and does not say so`];
    return named && numbers.some((value) => !isHour(value)) ? [`${where} holds what is no hour`] : [];
  });

const wrongIn = (folder: string): { readonly wrong: readonly string[]; readonly looked: number } => {
  const db = openFile(join(folder, "relay.db"));
  const columns = columnsOf(db);
  const wrong = [...new Set([...joins(db, columns), ...times(db, columns)])];
  const looked = columns.filter((column) => valuesIn(db, column).some((value) => value !== null)).length;
  db.close();
  return { wrong, looked };
};

/** Both mutants in one: an ask that says whose it is and when it came. Both must be found. */
const control = (folder: string): boolean => {
  const db = openFile(join(folder, "relay.db"));
  db.exec("ALTER TABLE mailbox ADD COLUMN asker BLOB; ALTER TABLE mailbox ADD COLUMN seen INTEGER");
  db.exec(`UPDATE mailbox SET asker = (SELECT vault_id FROM vault LIMIT 1), seen = ${Date.now()}`);
  db.close();
  const { wrong } = wrongIn(folder);
  return wrong.some((line) => line.includes("mailbox.asker")) && wrong.some((line) => line.startsWith("mailbox.seen"));
};

/** Columns that hold something after everything was used once; all of them, whatever the scale. */
const used = 26;

/** A case is a column with values in it. */
export const proof: Proof = {
  id: "K-3",
  number: used,
  control: "an ask that carries its vault's id, and the moment it was made",
  run: ({ note }) =>
    withFolder(async (folder) => {
      const relay = await spawnRelay(await relayBundle(), { ...bareEnv, ...generousEnv, DATA_DIR: folder });
      for (let n = 0; n < 8; n += 1) await oneRound(relay.origin, n);
      await relay.end("SIGTERM");
      const { wrong, looked } = wrongIn(folder);
      for (const line of wrong) note(`K-3: ${line}`);
      note(`K-3: ${looked} columns hold something`);
      const [why] = wrong;
      return {
        done: looked,
        failures: wrong.length,
        control: control(folder),
        ...(why === undefined ? {} : { why }),
      };
    }),
};
