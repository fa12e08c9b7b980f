/** Holds what we take from others: few packages, pinned, named in a decision, none with scripts of its own. */
import type { Finding, Rule, Tree } from "./tree.ts";

/** The most packages that may end up in what runs on a person's device (security J-1). */
export const mostPackages = 14;

/** Packages that may run a script when they are installed. We install with scripts switched off; still, none does. */
export const mayRunScripts: readonly string[] = [];

const inventory = "docs/decisions/dependencies.md";

interface Locked {
  readonly path: string;
  readonly dependencies: readonly string[];
  readonly runsScript: boolean;
}

const lockedPackages = (tree: Tree): readonly Locked[] => {
  const json: unknown = JSON.parse(tree.texts.get("package-lock.json") ?? "{}");
  const packages = typeof json === "object" && json !== null ? Reflect.get(json, "packages") : undefined;
  if (typeof packages !== "object" || packages === null) return [];
  return Object.entries(packages).map(([path, entry]: [string, unknown]) => {
    const field = (name: string): unknown =>
      typeof entry === "object" && entry !== null ? Reflect.get(entry, name) : undefined;
    const dependencies = field("dependencies");
    const names = typeof dependencies === "object" && dependencies !== null ? Object.keys(dependencies) : [];
    return { path, dependencies: names, runsScript: field("hasInstallScript") === true };
  });
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

/** Everything installed that the app or a page of ours may load, found by following the lock file. */
export const clientPackages = (tree: Tree): readonly string[] => {
  const locked = new Map(lockedPackages(tree).map((entry) => [entry.path, entry]));
  const found = new Set<string>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      const own = tree.manifests.find((manifest) => manifest.name === name);
      if (found.has(name)) continue;
      found.add(name);
      visit(
        own === undefined ? (locked.get(`node_modules/${name}`)?.dependencies ?? []) : Object.keys(own.dependencies),
      );
    }
  };
  for (const { folder, dependencies } of tree.manifests) {
    if (folder === "apps/web" || folder === "apps/pages") visit(Object.keys(dependencies));
  }
  return [...found].filter((name) => !name.startsWith("@belay/")).toSorted();
};

/** Few packages reach the person's device, and each is named with its reason. */
export const fewPackages: Rule = {
  name: "client packages",
  holds: `at most ${mostPackages} installed packages reach the app, each named in ${inventory}`,
  check: (tree) => {
    const names = clientPackages(tree);
    const list = tree.texts.get(inventory) ?? "";
    const unnamed = names.filter((name) => !list.includes(`\`${name}\``));
    return [
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
