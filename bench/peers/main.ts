/** `npm run bench:peers -- NAME|all`: runs peers from the registry and our relay on the same work, in the same rounds. */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { generousEnv } from "../../tests/relay/begin.ts";
import { relayBundle, spawnRelay } from "../../tests/relay/child.ts";
import { writeBlock } from "../blocks.ts";
import { newSheet, shown, type Line, type Sheet } from "../relay/lines.ts";
import { rawSyncs } from "../relay/raw.ts";
import { noting } from "../relay/rounds.ts";
import { bytesIn, usedBy } from "../relay/watched.ts";
import { comparison, type Matter } from "./compare.ts";
import { install, serve, versionsOf } from "./install.ts";
import { ourClient } from "./ours.ts";
import { peers, toClient, type Peer } from "./subject.ts";
import { fillVault, itemBytes, loadAppends, loadFanOut, loadFlushes, loadPull, type Subject } from "./work.ts";

const help = `npm run bench:peers -- ${peers.map(({ name }) => name).join("|")}|all [--rounds N] [--seconds N] [--ops N] [--connections N] [--write]
Each is installed from the package registry into build/peers once. --write puts the tables into bench/README.md.
`;
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "2" },
    ops: { type: "string", default: "10000" },
    connections: { type: "string", default: "200" },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const [rounds, ms, ops] = [Number(values.rounds), Number(values.seconds) * 1_000, Number(values.ops)];
const connections = Number(values.connections);
const flushTimes = 20;
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** One server with its sheet; `filled` is the vault that is pulled in every round. */
interface Contender {
  readonly title: string;
  readonly subject: Subject;
  readonly sheet: Sheet;
  readonly folder: string;
  readonly filled: string;
  readonly written: { entries: number };
  readonly flushed: number | null;
  readonly end: () => Promise<unknown>;
}

const ready = async (
  title: string,
  folder: string,
  started: { readonly subject: Subject; readonly end: () => Promise<unknown> },
): Promise<Contender> => {
  say(`${title}: filling a vault, watching flushes`);
  const filled = await fillVault(started.subject, ops);
  const flushed = await loadFlushes(started.subject, flushTimes);
  return { title, folder, filled, flushed, sheet: newSheet(), written: { entries: ops }, ...started };
};

const startOurs = async (folder: string): Promise<Contender> => {
  const env = { ...generousEnv, DATA_DIR: folder, PORT: "0", WEB_DIR: "none", PAGES_DIR: "none" };
  const relay = await spawnRelay(await relayBundle(), env);
  const pid = relay.process.pid ?? 0;
  const subject = { client: ourClient, origin: relay.origin, pid, used: () => usedBy(pid) };
  return ready("relay", folder, { subject, end: () => relay.end("SIGTERM") });
};

const startPeer = async (peer: Peer, home: string, folder: string): Promise<Contender> => {
  const client = toClient(await import(pathToFileURL(join(home, "client.mjs")).href));
  const running = await serve(home, folder);
  return ready(peer.title, folder, { subject: { ...running, client }, end: running.end });
};

const playRound = async ({ title, subject, sheet, filled, written }: Contender): Promise<void> => {
  const note = noting(sheet);
  say(`${title}: appending`);
  for (const [batch, devices] of [
    [1, connections],
    [100, Math.max(1, Math.round(connections / 10))],
  ] as const) {
    const got = await loadAppends(subject, { connections: devices, batch, ms });
    const name = `append, ${devices} connections, ${batch} at a time`;
    written.entries += got.done;
    note(`append-${batch}`, name, "/s", null, got.perSecond);
    note(`half-${batch}`, `${name}: acknowledged, half within`, "ms", null, got.half);
    note(`cpu-${batch}`, `${name}: server processor an entry`, "us", null, got.cpuUs);
    note(`written-${batch}`, `${name}: written to disk an entry`, "B", null, got.writtenBytes);
  }
  const pulled = await loadPull(subject, filled, ops);
  note("pull", `cold pull of ${ops.toLocaleString("en")}`, "ms", null, pulled.ms);
  note("pull-cpu", "cold pull: server processor an entry", "us", null, pulled.cpuUs);
  const fan = await loadFanOut(subject, 10, 50);
  if (fan === null) return;
  written.entries += 51;
  note("fan", "fan-out to 10: news, half within", "ms", null, fan.news);
  note("fan-all", "fan-out to 10: delivered of expected", "x", null, fan.delivered);
};

/** Stops the server, so that nothing is left in a log, and reckons what lies on the disk. */
const weigh = async ({ subject, sheet, folder, written, end }: Contender): Promise<void> => {
  const note = noting(sheet);
  note("memory", "memory at the end", "MiB", null, subject.used().memory / 1_048_576);
  await end();
  note("disk", "on the disk an entry, everything that was written", "B", null, bytesIn(folder) / written.entries);
};

const mattersOf = ({ least }: Peer): readonly Matter[] => [
  { key: "append-1", better: "more", least: least.append },
  { key: "half-1", better: "less", least: null },
  { key: "cpu-1", better: "less", least: null },
  { key: "written-1", better: "less", least: null },
  { key: "append-100", better: "more", least: null },
  { key: "cpu-100", better: "less", least: null },
  { key: "written-100", better: "less", least: null },
  { key: "pull", better: "less", least: least.pull },
  { key: "pull-cpu", better: "less", least: null },
  { key: "fan", better: "less", least: null },
  { key: "fan-all", better: "more", least: null },
  { key: "disk", better: "less", least: null },
  { key: "memory", better: "less", least: null },
];

const waits = (flushed: number | null): string =>
  flushed === null
    ? "strace is not here, so nobody looked whether it waits for the disk"
    : `strace saw a flush end before ${flushed} of ${flushTimes} answers`;

const textOf = (peer: Peer, home: string, ours: Contender, theirs: Contender): string => {
  const lines = (one: Contender): readonly Line[] => one.sheet.lines();
  const notes = [versionsOf(peer, home), waits(theirs.flushed), ...peer.notes];
  return [
    `### Beside ${peer.title}`,
    notes.map((note) => `- ${note}`).join("\n"),
    comparison(lines(ours), lines(theirs), mattersOf(peer), peer.title),
  ].join("\n\n");
};

const withFolders = async (use: (folderOf: (name: string) => string) => Promise<string>) => {
  const folder = mkdtempSync(join(tmpdir(), "belay-peers-"));
  try {
    return await use((name) => mkdtempSync(join(folder, `${name}-`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const measure = async (wanted: readonly (readonly [Peer, string])[]): Promise<string> =>
  withFolders(async (folderOf) => {
    const load = loadavg()[0] ?? Number.NaN;
    const own = folderOf("relay");
    const raw = [rawSyncs(own, 1_000)];
    const ours = await startOurs(own);
    const theirs: (readonly [Peer, string, Contender])[] = [];
    for (const [peer, home] of wanted) theirs.push([peer, home, await startPeer(peer, home, folderOf(peer.name))]);
    const all = [ours, ...theirs.map(([, , one]) => one)];
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      for (const one of all) await playRound(one);
      raw.push(rawSyncs(own, 1_000));
    }
    for (const one of all) await weigh(one);
    return [
      `${rounds} rounds of ${values.seconds} s, one server after the other in each; Node ${process.versions.node}, load of ${shown(load)} at the start, raw disk ${raw.map(shown).join(", ")} flushes a second. Entries of ${itemBytes} bytes (752 once sealed, in the relay). Relay: ${waits(ours.flushed)}.`,
      ...theirs.map(([peer, home, one]) => textOf(peer, home, ours, one)),
    ].join("\n\n");
  });

const run = async (): Promise<number> => {
  const wanted = peers.filter(({ name }) => positionals.includes("all") || positionals.includes(name));
  if (wanted.length === 0) {
    say(help);
    return 2;
  }
  const homes = wanted.flatMap((peer) => {
    const home = install(peer, say);
    if (home === null) say(`${peer.title} cannot be installed here`);
    return home === null ? [] : [[peer, home] as const];
  });
  if (homes.length === 0) return 1;
  const text = await measure(homes);
  print(text);
  if (!values.write || writeBlock("bench/README.md", "peers", text)) return 0;
  say("There is no place for the tables: their marks are missing.");
  return 1;
};

process.exit(await run());
