/** K-1: nothing that anybody typed lies in clear at the relay: not in its files, not in what it prints, not in its memory. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { canariesAFlow, found, withEndToEnd, type EndToEnd } from "../world/end-to-end.ts";
import type { Proof } from "./proof.ts";

/** Every file of the relay's folder: database, write-ahead log, shared memory. */
const filesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

/** A chunk of memory read at once; pages that the kernel does not give out are passed over. */
const chunk = 1 << 24;

/** The writable memory of a process, a piece at a time, each overlapping the one before so that no text is cut in two. */
function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").split("\n")) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (region === null) continue;
      const [from, to] = [Number.parseInt(region[1] ?? "", 16), Number.parseInt(region[2] ?? "", 16)];
      for (let at = from; at < to; at += chunk - 256) {
        const bytes = Buffer.alloc(Math.min(chunk, to - at));
        const read = readPart(memory, bytes, at);
        if (read > 0) yield bytes.subarray(0, read);
      }
    }
  } finally {
    closeSync(memory);
  }
}

const readPart = (memory: number, bytes: Buffer, at: number): number => {
  try {
    return readSync(memory, bytes, 0, bytes.length, at);
  } catch {
    // A region that was given back between the list and the read holds nothing any more.
    return 0;
  }
};

/** Which texts lie in the relay's files, its output or its memory. */
const lying = (run: EndToEnd, texts: readonly string[]): ReadonlySet<string> => {
  const hits = new Set(found(filesOf(run.server.dataDir), texts));
  for (const text of found(Buffer.from(run.server.output()), texts)) hits.add(text);
  for (const part of memoryOf(run.server.pid)) for (const text of found(part, texts)) hits.add(text);
  return hits;
};

/** The mutant: a client that forgot to seal. Its text goes to a mailbox as it is, and must be found in every spelling. */
const caughtUnsealed = async (run: EndToEnd): Promise<boolean> => {
  const text = "qUnsealedByAMutant0000z";
  const body = Buffer.from(`{"words":"${text}"}`.padEnd(700)).toString("base64url");
  const hash = "ab".repeat(32);
  const answer = await fetch(`${run.server.origin}/api/ask/put`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: run.tap.origin },
    body: JSON.stringify({
      id: "cd".repeat(16),
      read: hash,
      reply: hash,
      owner: hash,
      body,
      cap: 3,
      expiresAt: Date.now() + 86_400_000,
    }),
  });
  return (
    answer.status === 201 && found(filesOf(run.server.dataDir), [text]).length === 1 && lying(run, [text]).size === 1
  );
};

/** 200 canaries, typed through every field of the loop on both sides. */
export const proof: Proof = {
  id: "K-1",
  number: 200,
  control: "a client that puts its words into a mailbox unsealed",
  run: ({ asked, seed, note }) =>
    withEndToEnd(Math.ceil(asked / canariesAFlow), seed, async (run) => {
      const canaries = run.canaries.slice(0, asked);
      note(`K-1: ${run.canaries.length} canaries typed in ${run.secrets.length} flows`);
      const hits = lying(run, [...canaries, ...run.secrets]);
      const control = await caughtUnsealed(run);
      const why = hits.size === 0 ? {} : { why: `${hits.size} texts found at the relay` };
      return { done: canaries.length, failures: hits.size, control, ...why };
    }),
};
