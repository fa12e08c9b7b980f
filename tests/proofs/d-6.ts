/** D-6: one byte of the relay's database is changed; nobody is shown anything wrong, and the relay serves the rest or refuses to start. */
import { cpSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derive, open, openEnvelope } from "@belay/vault";
import { splitEnvelope } from "@belay/wire";
import { openFile } from "../../apps/relay/store/driver.ts";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, relayBundle, spawnRelay } from "../relay/child.ts";
import { callAsk, newTestAsk } from "../relay/client.ts";
import { dice } from "../relay/figures.ts";
import { fillShelf, opensAll, readShelf, takeShipped, type Shelf, type Take } from "../relay/shelf.ts";
import type { Proof } from "./proof.ts";

/** SQLite's pages. */
const pageBytes = 4_096;

/** Sweeps come often, so that every chore meets the damage within the case. */
const env = { ...bareEnv, ...generousEnv, SWEEP_INTERVAL_MS: "50" };

/** A byte of one of the files of a relay, and what is added to it bit by bit; `with` is never 0. */
interface Flip {
  /** A folder with those files, of which a copy is changed. */
  readonly from: string;
  readonly name: "relay.db" | "relay.db-wal";
  readonly at: number;
  readonly with: number;
}

interface Outcome {
  /** Things that came as they were put; null when the relay refused to start. */
  readonly right: number | null;
  readonly wrong: readonly string[];
  /** It ended by itself once, and stood after another start. */
  readonly again: boolean;
}

/** Everything is read, and something is written: both must leave the relay standing. */
const visit = async (origin: string, shelf: Shelf, take: Take) => {
  const reading = await readShelf(origin, shelf, take);
  await callAsk(origin, "put", newTestAsk(Date.now()).put).catch(() => null);
  return reading;
};

/** One start on the damaged copy; null when it was ended in good order before it served. */
const oneStart = async (path: string, data: string, shelf: Shelf, take: Take) => {
  const relay = await spawnRelay(path, { ...env, DATA_DIR: data }).catch((cause: unknown) => {
    const text = String(cause);
    // A refusal is an end with a code and a word; a signal or anything unforeseen is a crash.
    if (/ended with 1: .*"cannot-start"/s.test(text)) return null;
    throw new Error(`it crashed at its start: ${text}`, { cause });
  });
  if (relay === null) return null;
  const reading = await visit(relay.origin, shelf, take);
  const { exitCode, signalCode } = relay.process;
  const stands = exitCode === null && signalCode === null;
  await relay.end("SIGKILL");
  return { ...reading, stands };
};

const oneFlip = (path: string, shelf: Shelf, flip: Flip, take: Take): Promise<Outcome> =>
  withFolder(async (folder) => {
    const data = join(folder, "data");
    cpSync(flip.from, data, { recursive: true });
    const file = join(data, flip.name);
    const bytes = readFileSync(file);
    bytes[flip.at] = (bytes[flip.at] ?? 0) ^ flip.with;
    writeFileSync(file, bytes);
    const first = await oneStart(path, data, shelf, take);
    if (first === null) return { right: null, wrong: [], again: false };
    if (first.stands) return { ...first, again: false };
    // It may give up once, at what it found; whoever starts it again must not see that happen for ever.
    const second = await oneStart(path, data, shelf, take);
    if (second === null) return { right: null, wrong: first.wrong, again: true };
    const wrong = [...first.wrong, ...second.wrong];
    const looped = second.stands ? [] : ["the relay ends again and again"];
    return { right: second.right, wrong: [...wrong, ...looped], again: true };
  }).catch((cause: unknown) => ({ right: null, wrong: [String(cause)], again: false }));

/** Lays a full relay's files into two folders: as it left them, most of it still in its log, and with all of it in the file. */
const filled = async (path: string, asLeft: string, inFile: string, seed: number): Promise<Shelf> => {
  const relay = await spawnRelay(path, { ...env, DATA_DIR: asLeft });
  const shelf = await fillShelf(relay.origin, seed);
  const { right } = await readShelf(relay.origin, shelf, takeShipped);
  await relay.end("SIGTERM");
  if (right !== shelf.total || !opensAll(shelf, takeShipped)) throw new Error("the untouched relay does not serve all");
  cpSync(asLeft, inFile, { recursive: true });
  const db = openFile(join(inFile, "relay.db"));
  db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
  db.close();
  return shelf;
};

/** Where the pages begin that hold rows and the order of rows, and not the rest of a long one (SQLite file format, 1.6). */
const rowPages = (file: Buffer): readonly number[] =>
  Array.from({ length: Math.floor(file.length / pageBytes) }, (_, page) => page * pageBytes).filter(
    (at) => at === 0 || [2, 5, 10, 13].includes(file[at] ?? 0),
  );

/**
 * The byte with the number `n` of a run: each fifth in the log; of the others one half anywhere, the rest by turns in a
 * page of rows and in the four bytes by which a long row goes on.
 */
const flipOf = (n: number, asLeft: string, inFile: string, draw: (below: number) => number): Flip => {
  const change = 1 + draw(255);
  if (n % 5 === 4) {
    const { size } = statSync(join(asLeft, "relay.db-wal"));
    return { from: asLeft, name: "relay.db-wal", at: draw(size), with: change };
  }
  const file = readFileSync(join(inFile, "relay.db"));
  const rows = rowPages(file);
  const inRows = (rows[draw(rows.length)] ?? 0) + draw(pageBytes);
  const inLinks = draw(Math.floor(file.length / pageBytes)) * pageBytes + draw(4);
  return {
    from: inFile,
    name: "relay.db",
    at: n % 2 === 0 ? draw(file.length) : n % 4 === 1 ? inRows : inLinks,
    with: change,
  };
};

/** A device that looks at everything but the commitment, on a cold open. */
const uncommitted: Take = (envelope, input) => {
  const split = splitEnvelope(envelope);
  if (input.verifySignature || !split.ok) return openEnvelope(envelope, input).ok;
  const { header, headerBytes, ct } = split.value;
  const keys = input.keyOfEpoch(header.epoch);
  if (keys === null) return false;
  const once = derive(keys.root, "op", 64, header.deviceId, header.salt);
  return open(once.subarray(0, 32), header.nonce, headerBytes, ct) !== null;
};

/** Where in the file the commitment of an envelope stands (bytes 128 to 160 of an envelope); -1 when it is cut by a page. */
const commitmentIn = (file: Buffer, envelope: Uint8Array): number => file.indexOf(envelope.subarray(128, 160));

/** A case is a changed byte of the file or of its log. */
export const proof: Proof = {
  id: "D-6",
  number: 200,
  control: "a device that does not check the commitment",
  run: ({ asked, seed, note }) =>
    withFolder(async (folder) => {
      const path = await relayBundle();
      const [asLeft, inFile] = [join(folder, "left"), join(folder, "file")];
      const shelf = await filled(path, asLeft, inFile, seed);
      const draw = dice(seed);
      const wrong: string[] = [];
      let [refused, right, again] = [0, 0, 0];
      for (let n = 0; n < asked; n += 1) {
        const flip = flipOf(n, asLeft, inFile, draw);
        const found = await oneFlip(path, shelf, flip, takeShipped);
        wrong.push(...found.wrong.map((what) => `${flip.name}, byte ${flip.at} with ${flip.with}: ${what}`));
        if (found.right === null) refused += 1;
        right += found.right ?? 0;
        again += Number(found.again);
        if (n % 40 === 39) note(`D-6: ${n + 1} bytes, ${wrong.length} wrong`);
      }
      const file = readFileSync(join(inFile, "relay.db"));
      const places = shelf.logs.flatMap(({ envelopes }) => envelopes.map((one) => commitmentIn(file, one)));
      const flip: Flip = { from: inFile, name: "relay.db", at: places.find((place) => place >= 0) ?? 0, with: 1 };
      const [honest, mutant] = [
        await oneFlip(path, shelf, flip, takeShipped),
        await oneFlip(path, shelf, flip, uncommitted),
      ];
      const served = asked - refused;
      const share = served === 0 ? 0 : Math.floor((1_000 * right) / (served * shelf.total)) / 10;
      note(
        `D-6: ${served} served, on average ${share} % of ${shelf.total} things; ${refused} refused to start; ${again} ended once`,
      );
      note(`D-6: with a changed commitment the mutant took ${mutant.wrong.length}, the shipped ${honest.wrong.length}`);
      for (const line of wrong.slice(0, 20)) note(`D-6: ${line}`);
      const [why] = wrong;
      return {
        done: asked,
        failures: wrong.length,
        control: mutant.wrong.length > 0 && honest.wrong.length === 0,
        ...(why === undefined ? {} : { why }),
      };
    }),
};
