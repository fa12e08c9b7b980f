/** Finds out whether a server waits for the disk: its flushes, as the system saw them, between a sending and its answer. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PeerWriter } from "./subject.ts";

/** From the sending of one append to its acknowledgement, ms since 1970. */
export type Wait = readonly [sent: number, acknowledged: number];

const flush = /^\d+ (\d+\.\d+) (?:<\.\.\. )?(?:fsync|fdatasync|sync_file_range|msync)\b.*\) += 0 <(\d+\.\d+)>$/;

/**
 * When each flush ended, ms since 1970, in what strace wrote (`-f -ttt -T`). A line of a call that was cut in two by
 * another thread's has the time of its end, any other the time of its beginning.
 */
export const flushesIn = (trace: string): readonly number[] =>
  trace.split("\n").flatMap((line) => {
    const [, at, took] = flush.exec(line) ?? [];
    if (at === undefined || took === undefined) return [];
    return [(Number(at) + (line.includes(" resumed>") ? 0 : Number(took))) * 1_000];
  });

/** Waits within which a flush ended. */
export const flushedFirst = (waits: readonly Wait[], flushes: readonly number[]): number =>
  waits.filter(([sent, acknowledged]) => flushes.some((at) => at >= sent && at <= acknowledged)).length;

const clock = (): number => performance.timeOrigin + performance.now();
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Appends one item at a time, far enough apart that what is flushed after an answer falls into no other wait. */
const appendSlowly = async (writer: PeerWriter, item: Uint8Array, times: number): Promise<readonly Wait[]> => {
  const waits: Wait[] = [];
  for (let i = 0; i < times; i += 1) {
    const sent = clock();
    await writer.append([item]);
    waits.push([sent, clock()]);
    await pause(100);
  }
  return waits;
};

/** Of `times` appends, how many had a flush of the server `pid` before their answer; null without strace. */
export const watchFlushes = async (
  pid: number,
  writer: PeerWriter,
  item: Uint8Array,
  times: number,
): Promise<number | null> => {
  if (spawnSync("strace", ["-V"], { stdio: "ignore" }).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "belay-strace-"));
  const out = join(folder, "trace");
  const calls = "trace=fsync,fdatasync,sync_file_range,msync";
  const tracer = spawn("strace", ["-f", "-ttt", "-T", "-e", calls, "-o", out, "-p", String(pid)], { stdio: "ignore" });
  const ended = new Promise((done) => tracer.once("exit", done));
  try {
    await pause(1_000);
    const waits = await appendSlowly(writer, item, times);
    tracer.kill("SIGINT");
    await ended;
    return flushedFirst(waits, flushesIn(readFileSync(out, "utf8")));
  } finally {
    tracer.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
};
