/** Holds what we take from others: few packages, pinned, named in a decision, none with scripts of its own. */
import type { Finding, Rule, Tree } from "./tree.ts";

/** The most packages that may end up in what runs on a person's device (security J-1). */
export const mostPackages = 14;

/** Packages that may run a script when they are installed. We install with scripts switched off; still, none does. */
export const mayRunScripts: readonly string[] = [];

const inventory = "docs/decisions/dependencies.md";

interface Locked {
  readonly path: string;
  readonly runsScript: boolean;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const lockedPackages = (tree: Tree): readonly Locked[] => {
  const json: unknown = JSON.parse(tree.texts.get("package-lock.json") ?? "{}");
  const packages = fieldOf(json, "packages");
  if (typeof packages !== "object" || packages === null) return [];
  return Object.entries(packages).map(([path, entry]: [string, unknown]) => ({
    path,
    runsScript: fieldOf(entry, "hasInstallScript") === true,
  }));
};

const finding = (rule: string, path: string, message: string): Finding => ({ rule, path, line: 1, message });

/** Versions are pinned, so that two installs a year apart are the same. */
export const pinned: Rule = {
  name: "pinned versions",
  holds: "every dependency is pinned to one version",
  check: (tree) =>
    tree.manifests.flatMap(({ folder, dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
        .map(([name, version]) =>
          finding("pinned versions", `${folder === "" ? "" : `${folder}/`}package.json`, `${name} is ${version}`),
        ),
    ),
};

/** No package of the lock file runs a script when it is installed, except those that a decision names. */
export const noInstallScripts: Rule = {
  name: "install scripts",
  holds: "no installed package runs a script of its own, named ones aside",
  check: (tree) => {
    const locked = lockedPackages(tree);
    if (locked.length === 0) return [finding("install scripts", "package-lock.json", "there is no lock file to read")];
    return locked
      .filter(
        ({ path, runsScript }) => runsScript && !mayRunScripts.some((name) => path.endsWith(`node_modules/${name}`)),
      )
      .map(({ path }) => finding("install scripts", "package-lock.json", `${path} runs a script when installed`));
  },
};

/** The notes of what was built for people's devices: the app, its key worker, and the pages of other people. */
const clientNotes = ["build/meta/web.json", "build/meta/keys.json", "build/meta/pages.json"];

/** Every installed package of which something was built into the app or a page, by the notes of the build. */
export const clientPackages = (tree: Tree): readonly string[] => {
  const names = clientNotes.flatMap((path) => {
    const note = tree.texts.get(path) ?? "";
    return [...note.matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map((match) => match[1] ?? "");
  });
  return [...new Set(names)].toSorted();
};

/** Few packages reach the person's device, and each is named with its reason. */
export const fewPackages: Rule = {
  name: "client packages",
  holds: `at most ${mostPackages} installed packages reach the app, each named in ${inventory}`,
  check: (tree) => {
    const names = clientPackages(tree);
    const list = tree.texts.get(inventory) ?? "";
    const unnamed = names.filter((name) => !list.includes(`\`${name}\``));
    const unbuilt = clientNotes.filter((path) => !tree.texts.has(path));
    return [
      ...unbuilt.map((path) => finding("client packages", path, "is missing: build the app and its pages first")),
      ...(names.length > mostPackages
        ? [finding("client packages", "apps/web/package.json", `${names.length} packages: ${names.join(", ")}`)]
        : []),
      ...unnamed.map((name) => finding("client packages", inventory, `does not name ${name}`)),
    ];
  },
};

/** Every dependency that a manifest of ours lists stands in the inventory with its reason. */
export const inventoried: Rule = {
  name: "dependency inventory",
  holds: `every dependency is named in ${inventory}`,
  check: (tree) => {
    const list = tree.texts.get(inventory) ?? "";
    const names = new Set(
      tree.manifests.flatMap((each) => Object.keys({ ...each.dependencies, ...each.devDependencies })),
    );
    return [...names]
      .filter((name) => !name.startsWith("@belay/") && !list.includes(`\`${name}\``))
      .map((name) => finding("dependency inventory", inventory, `does not name ${name}`));
  },
};
