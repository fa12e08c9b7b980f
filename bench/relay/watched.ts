/** Watches a server process from outside: processor time, bytes written to the disk, memory, as the system counts them. */
import { readFileSync } from "node:fs";

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

/** What the process `pid` and its threads have used. Linux alone keeps such books. */
export const usedBy = (pid: number): Used => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const cpu = Number(fields[11]) + Number(fields[12]);
  return {
    cpuMs: (cpu * 1_000) / ticks,
    written: numberAfter(readFileSync(`/proc/${pid}/io`, "utf8"), "write_bytes"),
    memory: numberAfter(readFileSync(`/proc/${pid}/status`, "utf8"), "VmRSS") * 1_024,
  };
};
