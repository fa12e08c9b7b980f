/** What some proofs need of the machine itself: a small disk, a disk image, a tracer. Each is undone on every way out. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withFolder } from "./begin.ts";

/** Runs a command to its end; null when it cannot be run or fails, otherwise what it printed. */
export const command = (name: string, ...args: readonly string[]): string | null => {
  const run = spawnSync(name, args, { encoding: "utf8", timeout: 30_000 });
  return run.error === undefined && run.status === 0 ? run.stdout : null;
};

/** Whether this process may mount. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Whether system calls can be traced, and changed on the way. */
export const canTrace = (): boolean => command("strace", "-o", "/dev/null", "-e", "trace=none", "true") !== null;

/** Mounts, runs `use` with the mounted folder, and unmounts; null when it cannot be mounted. */
export const withMount = <T>(args: readonly string[], use: (folder: string) => Promise<T>): Promise<T | null> =>
  withFolder(async (folder) => {
    const at = join(folder, "mounted");
    mkdirSync(at);
    if (!isRoot() || command("mount", ...args, at) === null) return null;
    const unmount = (): void => void (command("umount", at) ?? command("umount", "-l", at));
    // A run that is given up on ends the process without coming back here.
    process.once("exit", unmount);
    try {
      return await use(at);
    } finally {
      unmount();
      process.off("exit", unmount);
      rmSync(at, { recursive: true, force: true });
    }
  });

/** Ends what runs under a tracer, by its id: the tracer itself lets no signal through. */
export const endTraced = (tracer: number | undefined): void => {
  const list = `/proc/${String(tracer)}/task/${String(tracer)}/children`;
  if (!existsSync(list)) return;
  for (const pid of readFileSync(list, "utf8").split(" ").filter(Boolean).map(Number)) process.kill(pid, "SIGKILL");
};
