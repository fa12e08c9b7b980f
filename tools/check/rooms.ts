/** The rooms of the house and which may import which, as data: the table of ARCHITECTURE.md. */

/** One room: the path it starts with, and the names of the rooms it may import besides itself. */
export interface Room {
  readonly name: string;
  /** A folder with a slash at its end, or one file. The longest path that fits decides. */
  readonly at: string;
  readonly may: readonly string[] | "everything";
}

const packages = ["basics", "domain", "guidance", "measures", "content", "wire", "vault"] as const;

/** Every room. What stands in no room (tools, tests, bench) is bound by manifests alone. */
export const rooms: readonly Room[] = [
  { name: "basics", at: "packages/basics/", may: [] },
  { name: "domain", at: "packages/domain/", may: ["basics"] },
  { name: "guidance", at: "packages/guidance/", may: ["basics", "domain"] },
  { name: "measures", at: "packages/measures/", may: ["basics"] },
  { name: "content", at: "packages/content/", may: ["basics"] },
  { name: "wire", at: "packages/wire/", may: ["basics"] },
  { name: "vault", at: "packages/vault/", may: ["basics", "wire"] },
  { name: "testkit", at: "packages/testkit/", may: packages },
  { name: "web main", at: "apps/web/", may: "everything" },
  { name: "ports", at: "apps/web/engine/ports/", may: ["basics", "domain", "wire"] },
  {
    name: "engine",
    at: "apps/web/engine/",
    may: ["basics", "domain", "guidance", "measures", "wire", "vault", "ports"],
  },
  { name: "worker", at: "apps/web/worker/", may: ["basics", "wire", "vault"] },
  { name: "adapters", at: "apps/web/adapters/", may: ["basics", "wire", "ports"] },
  {
    name: "screens",
    at: "apps/web/screens/",
    may: ["basics", "domain", "guidance", "measures", "content", "engine", "parts"],
  },
  { name: "parts", at: "apps/web/parts/", may: ["basics"] },
  { name: "pages", at: "apps/pages/", may: ["basics", "content", "wire", "vault", "parts"] },
  ...["main.ts", "start.ts", "index.ts"].map((file): Room => ({
    name: "relay main",
    at: `apps/relay/${file}`,
    may: ["basics", "wire", "relay", "edge", "store", "hints", "ops"],
  })),
  { name: "ops", at: "apps/relay/ops/", may: ["basics", "wire", "relay", "edge"] },
  { name: "relay", at: "apps/relay/", may: ["basics", "wire"] },
  // The port stands beside its contract suite, but belongs to the relay: stores depend on it, not the other way.
  { name: "relay", at: "apps/relay/store/port.ts", may: ["basics", "wire"] },
  { name: "relay", at: "apps/relay/hints/port.ts", may: ["basics", "wire"] },
  { name: "hints", at: "apps/relay/hints/", may: ["basics", "relay"] },
  { name: "edge", at: "apps/relay/edge/", may: ["basics", "wire", "relay"] },
  { name: "store", at: "apps/relay/store/", may: ["basics", "wire", "relay"] },
];

/** The room a path stands in, or null for tools, tests and the like. */
export const roomOf = (path: string): Room | null =>
  rooms
    .filter(({ at }) => path === at || (at.endsWith("/") && path.startsWith(at)))
    .reduce<Room | null>((best, room) => (best === null || room.at.length > best.at.length ? room : best), null);

/** The features of the domain: folders that may import `events`, their own files, and no other feature. */
export const featureOf = (path: string): string | null => {
  const match = /^packages\/domain\/([^/]+)\//.exec(path);
  const folder = match?.[1] ?? null;
  return folder === "events" ? null : folder;
};

/** Rooms in which nothing may wait, look at a clock, roll dice or touch the outside. */
export const pureRooms: readonly string[] = ["domain", "guidance", "measures", "wire", "vault"];

/** The package folder a path belongs to, such as `packages/wire`; null outside packages and apps. */
export const packageOf = (path: string): string | null => /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? null;
