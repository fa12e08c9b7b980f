/** Watches a server process from outside: processor time, bytes written to the disk, memory, as the system counts them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a process has used so far. */
export interface Used {
  /** User and system time, in ms. */
  readonly cpuMs: number;
  /** Bytes that it caused to be sent to the disk. */
  readonly written: number;
  /** Resident memory, in bytes. */
  readonly memory: number;
}

/** Ticks of the system's clock a second, as Linux reports times of processes; fixed at 100 on every machine it runs on. */
const ticks = 100;

const numberAfter = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(text)?.[1] ?? Number.NaN);

/** Fields of a process's line from the third on: its state, its parent, and so on (proc(5)). */
const fieldsOf = (pid: number): readonly string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};

/** What the process `pid` and its threads have used. Linux alone keeps such books. */
export const usedBy = (pid: number): Used => {
  const fields = fieldsOf(pid);
  const cpu = Number(fields[11]) + Number(fields[12]);
  return {
    cpuMs: (cpu * 1_000) / ticks,
    written: numberAfter(readFileSync(`/proc/${pid}/io`, "utf8"), "write_bytes"),
    memory: numberAfter(readFileSync(`/proc/${pid}/status`, "utf8"), "VmRSS") * 1_024,
  };
};

/** Two servers as one. */
export const together = (one: Used, other: Used): Used => ({
  cpuMs: one.cpuMs + other.cpuMs,
  written: one.written + other.written,
  memory: one.memory + other.memory,
});

const childrenOf = (pid: number): readonly number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((one) => {
      try {
        return one > 0 && Number(fieldsOf(one)[1]) === pid;
      } catch {
        // It has ended since the list was made.
        return false;
      }
    });

/** What a server of several processes has used: `pid`, and its children as long as they live. */
export const usedByFamily = (pid: number): Used => [pid, ...childrenOf(pid)].map(usedBy).reduce(together);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until a server has done what it had to: its processor has rested for `calm` seconds; a minute at most. */
export const rested = async (used: () => Used, calm = 3): Promise<void> => {
  for (let last = used().cpuMs, still = 0, waited = 0; still < calm && waited < 60; waited += 1) {
    await pause(1_000);
    const now = used().cpuMs;
    still = now - last < 30 ? still + 1 : 0;
    last = now;
  }
};

/** Bytes of all files in a folder. */
export const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
