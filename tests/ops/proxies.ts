/** Finds the reverse proxies that the shipped configurations are for, or installs Debian's packages where it may. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const find = (name: string): string | null =>
  [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null;

const apt = (...args: readonly string[]): boolean =>
  spawnSync("apt-get", ["-qq", "-y", ...args], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** Debian starts a service when it installs it; the policy file of its own tools says not to. */
const install = (name: string): boolean => {
  const wanted = ["-o", "Dpkg::Options::=--force-confold", "install", "--no-install-recommends", name];
  return apt(...wanted) || (apt("update") && apt(...wanted));
};

/** The path of a program, installed if need be; null where it is not there and may not be installed. */
export const program = (name: string, packaged: string = name): string | null => {
  const found = find(name);
  if (found !== null) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  return mayInstall && install(packaged) ? find(name) : null;
};
