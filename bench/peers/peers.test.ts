/** Proves how figures of peers are compared, how flushes are found, and that each peer's own files hold together. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aheadBy, comparison } from "./compare.ts";
import { flushedFirst, flushesIn } from "./flushes.ts";
import { peers, toClient } from "./subject.ts";

const line = (key: string, unit: string, ...values: readonly number[]) => ({
  key,
  what: key,
  unit,
  goal: null,
  values,
});

describe("how far ours is ahead", () => {
  it.each([
    ["more", [10, 20], [5, 4], [2, 5]],
    ["less", [10, 20], [5, 40], [0.5, 2]],
    ["more", [10, 20, 30], [5], [2]],
  ] as const)("where %s is better, %j against %j is %j", (better, ours, theirs, ratios) =>
    expect(aheadBy(ours, theirs, better)).toEqual(ratios),
  );

  it("is the median of the rounds' ratios, not the ratio of the medians", () => {
    // A disk that got slower for both in the last two rounds changes no ratio.
    const table = comparison(
      [line("rate", "/s", 100, 20, 10)],
      [line("rate", "/s", 50, 10, 5)],
      [{ key: "rate", better: "more", least: 1.5 }],
      "Peer",
    );
    expect(table.split("\n")[2]).toBe("| rate | 20.0 /s | 10.0 /s | 2.00 x | >= 1.5 | met |");
  });

  it("says by how much a goal was missed, and what a peer does not have", () => {
    const table = comparison(
      [line("pull", "ms", 100, 100, 100), line("fan", "ms", 1, 1, 1)],
      [line("pull", "ms", 200, 200, 200)],
      [
        { key: "pull", better: "less", least: 4 },
        { key: "fan", better: "less", least: null },
      ],
      "Peer",
    );
    expect(table.split("\n").slice(2)).toEqual([
      "| pull | 100 ms | 200 ms | 2.00 x | >= 4 | missed by 50 % |",
      "| fan | 1.00 ms | has none |  |  |  |",
    ]);
  });
});

describe("flushes", () => {
  const trace = [
    "77 1000.100000 fdatasync(23) = 0 <0.004000>",
    "77 1000.200000 fdatasync(23 <unfinished ...>",
    "78 1000.201000 fsync(9) = -1 EIO (Input/output error) <0.000100>",
    "77 1000.206000 <... fdatasync resumed>) = 0 <0.006000>",
    "77 1000.300000 --- SIGCHLD {si_signo=SIGCHLD} ---",
    "79 1000.400000 fsync(9)            = 0 <0.010000>",
    "",
  ].join("\n");

  it("are found with the moment they ended, whole or cut in two, and only where they went well", () => {
    expect(flushesIn(trace).map(Math.round)).toEqual([1_000_104, 1_000_206, 1_000_410]);
  });

  it("count for an answer only when they ended between its sending and its coming", () => {
    const flushes = flushesIn(trace);
    const waits = [
      [1_000_099, 1_000_105],
      // Begun before the answer, ended after it: the answer did not wait.
      [1_000_199, 1_000_205],
      [1_000_300, 1_000_350],
      [1_000_399, 1_000_411],
    ] as const;
    expect(waits.map((wait) => flushedFirst([wait], flushes))).toEqual([1, 0, 0, 1]);
    expect(flushedFirst(waits, flushes)).toBe(2);
    expect(flushedFirst(waits, [])).toBe(0);
  });
});

describe("a client", () => {
  it.each([[null], [{}], [{ connect: () => null, pull: () => null }], [{ connect: 1, pull: 2, watch: null }]])(
    "is not %j",
    (value) => expect(() => toClient(value)).toThrow("no client"),
  );

  it("may tell nobody", () => {
    const client = { connect: () => null, pull: () => null, watch: null };
    expect(toClient(client)).toBe(client);
  });
});

describe.each(peers)("the peer $name", ({ name, packages, native }) => {
  const folder = join("bench", "peers", name);
  const text = (file: string): string => readFileSync(join(folder, file), "utf8");

  it("is pinned to exact versions, with a lock file that has a checksum for each package", () => {
    const { dependencies } = JSON.parse(text("package.json"));
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...packages]));
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { packages: locked } = JSON.parse(text("package-lock.json"));
    for (const [path, entry] of Object.entries<{ integrity?: string }>(locked))
      if (path !== "") expect(entry.integrity, path).toMatch(/^sha512-/);
    for (const one of native) expect(locked).toHaveProperty([`node_modules/${one}`]);
  });

  it("names no registry, and is no part of ours", () => {
    expect(text("package-lock.json")).not.toContain("resolved");
    const ours = readFileSync("package-lock.json", "utf8");
    for (const one of packages) expect(ours).not.toContain(`node_modules/${one}"`);
    for (const file of ["serve.mjs", "client.mjs"]) expect(existsSync(join(folder, file))).toBe(true);
  });
});
