/** J-1: what is installed is what the lock file says and runs no script; few packages reach a person, each named, none newer than a week. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Proof } from "./proof.ts";

const root = process.cwd();
const mostPackages = 14;
const leastDays = 7;
const notes = ["build/meta/web.json", "build/meta/keys.json", "build/meta/pages.json"];
const sbomPath = "build/sbom.cdx.json";

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
const jsonIn = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

/** Packages whose code was built into the app or a page. */
const onDevices = (): readonly string[] => {
  const found = notes.flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map(
      ([, name]) => name ?? "",
    ),
  );
  return [...new Set(found)];
};

/** Packages that the relay's own manifest names. */
const onRelay = (): readonly string[] =>
  entriesOf(fieldOf(jsonIn("apps/relay/package.json"), "dependencies"))
    .map(([name]) => name)
    .filter((name) => !name.startsWith("@belay/"));

/** Installed in another version or from other bytes than the lock file says, or with a script of its own. */
const installFaults = (lock: unknown, installed: unknown): readonly string[] => {
  const wanted = new Map(entriesOf(fieldOf(lock, "packages")));
  const there = entriesOf(fieldOf(installed, "packages")).filter(
    ([path, one]) => path.startsWith("node_modules/") && fieldOf(one, "link") !== true,
  );
  return there.flatMap(([path, one]) => {
    const right = wanted.get(path);
    if (fieldOf(one, "hasInstallScript") === true) return [`${path} runs a script when it is installed`];
    if (right === undefined) return [`${path} is not in the lock file`];
    const same = ["version", "integrity"].every((name) => fieldOf(one, name) === fieldOf(right, name));
    return same && fieldOf(one, "integrity") !== undefined ? [] : [`${path} is not what the lock file says`];
  });
};

/** Scripts may not run when something is installed: by the project's own settings or the command that installs. */
const runsScripts = (): readonly string[] => {
  const installer = readFileSync(join(root, "tools/bootstrap.mjs"), "utf8");
  const settings = readFileSync(join(root, ".npmrc"), "utf8");
  return /--ignore-scripts/.test(installer) || /^ignore-scripts\s*=\s*true/m.test(settings) ? [] : ["scripts may run"];
};

/** Too many, not named, of another version than was looked up, or younger than a week on that day. */
const inventoryFaults = (client: readonly string[], relay: readonly string[], dates: unknown): readonly string[] => {
  const list = readFileSync(join(root, "docs/decisions/dependencies.md"), "utf8");
  const locked = fieldOf(jsonIn("package-lock.json"), "packages");
  const looked = Date.parse(String(fieldOf(dates, "looked")));
  const many = client.length > mostPackages ? [`${client.length} packages reach a device`] : [];
  return [
    ...many,
    ...[...client, ...relay].flatMap((name) => {
      if (!list.includes(`\`${name}\``)) return [`${name} is not named in the inventory`];
      const known = fieldOf(fieldOf(dates, "packages"), name);
      const version = fieldOf(fieldOf(locked, `node_modules/${name}`), "version");
      if (fieldOf(known, "version") !== version) return [`${name}: nobody looked when this version came out`];
      const days = (looked - Date.parse(String(fieldOf(known, "published")))) / 86_400_000;
      return days >= leastDays ? [] : [`${name} came out ${days} days before`];
    }),
  ];
};

/** Writes the bill of materials (CycloneDX) of what is shipped and run; how many parts it lists. */
const writeBill = (): number => {
  const run = spawnSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 60_000,
  });
  const start = run.stdout?.indexOf("{") ?? -1;
  if (start < 0) return 0;
  const bill: unknown = JSON.parse(run.stdout.slice(start));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(join(root, sbomPath), `${JSON.stringify(bill, null, 2)}\n`);
  const parts = fieldOf(bill, "components");
  return fieldOf(bill, "bomFormat") === "CycloneDX" && Array.isArray(parts) ? parts.length : 0;
};

/** A package with a script, one from other bytes, and one that came out yesterday: all must be found. */
const control = (lock: unknown, dates: unknown): boolean => {
  const one = { version: "1.0.0", integrity: "sha512-a" };
  const planted = { packages: { "node_modules/a": { ...one, hasInstallScript: true }, "node_modules/b": one } };
  const wanted = { packages: { "node_modules/a": one, "node_modules/b": { ...one, integrity: "sha512-b" } } };
  const young = { ...Object(dates), looked: "2026-04-07" };
  return (
    installFaults(wanted, planted).length === 2 &&
    installFaults(lock, planted).length === 2 &&
    inventoryFaults(["preact"], [], young).length === 1
  );
};

/** A case is a package that reaches a person or runs on the relay; all of them, whatever the scale. */
export const proof: Proof = {
  id: "J-1",
  number: 14,
  control: "a package with a script, one from other bytes, one that is too young",
  run: async ({ note }) => {
    const [client, relay] = [onDevices(), onRelay()];
    const [lock, dates] = [jsonIn("package-lock.json"), jsonIn("docs/decisions/dependency-dates.json")];
    // The record of what is installed lies beside it, wherever the folder itself is.
    const installed = readdirSync(join(root, "node_modules")).includes(".package-lock.json")
      ? jsonIn("node_modules/.package-lock.json")
      : null;
    const parts = writeBill();
    const wrong = [
      ...(installed === null ? ["nothing says what is installed"] : installFaults(lock, installed)),
      ...runsScripts(),
      ...inventoryFaults(client, relay, dates),
      ...(parts > 0 ? [] : ["no bill of materials was written"]),
    ];
    for (const line of wrong.slice(0, 20)) note(`J-1: ${line}`);
    note(`J-1: ${client.length} on devices, ${relay.length} on the relay, ${parts} parts in ${sbomPath}`);
    const [why] = wrong;
    return {
      done: client.length + relay.length,
      failures: wrong.length,
      control: control(lock, dates),
      ...(why === undefined ? {} : { why }),
    };
  },
};
