/** A disk on paper: reads what a process wrote out of its trace, and gives the files as a crash at any moment may leave them. */

/** What a process did to its disk, in order; `ack` is its own mark that so many steps were acknowledged. */
export type DiskEvent =
  | { readonly kind: "create"; readonly path: string }
  | { readonly kind: "unlink"; readonly path: string }
  | { readonly kind: "write"; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  | { readonly kind: "sync"; readonly path: string }
  | { readonly kind: "ack"; readonly steps: number };

/** Files by name, as they would be found after a crash. */
export type DiskImage = ReadonlyMap<string, Buffer>;

/** What a crash leaves of the writes that no sync has followed: nothing, any whole ones, any sectors, or one sector elsewhere. */
export type Mood = "none" | "whole" | "torn" | "astray";

/** Bytes that a disk writes whole or not at all. */
const sector = 512;

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll("\\x", ""), "hex");
const nameOf = (hex: string): string => unhex(hex).toString("utf8");

/** The calls that the tracer is asked for. A process that used others to write would not be understood, and is refused. */
export const tracedCalls =
  "openat,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,sync_file_range,ftruncate,fallocate,unlink,rename";

/** One line of `strace -f -y -xx`; null for what does not touch the files that matter. */
const eventIn = (line: string, isOurs: (path: string) => boolean): DiskEvent | null => {
  const [, call = "", rest = ""] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
  if (/^(?:openat|unlink|rename)$/.test(call)) {
    const path = nameOf(/"([^"]*)"/.exec(rest)?.[1] ?? "");
    if (!isOurs(path) || / = -1 /.test(rest)) return null;
    if (call === "openat") return rest.includes("O_CREAT") ? { kind: "create", path } : null;
    if (call === "unlink") return { kind: "unlink", path };
    throw new Error(`the trace holds a ${call} of ${path}`);
  }
  const [, hex = "", given = ""] = /^\d+<([^>]*)>(.*)$/.exec(rest) ?? [];
  const path = nameOf(hex);
  const data = /^, "([^"]*)", \d+(?:, (\d+))?/.exec(given);
  if (call === "write") {
    const steps = /^ack (\d+)\n$/.exec(unhex(data?.[1] ?? "").toString("latin1"))?.[1];
    if (steps !== undefined) return { kind: "ack", steps: Number(steps) };
  }
  if (!isOurs(path)) return null;
  if (call === "fsync" || call === "fdatasync") return given.includes("INJECTED") ? null : { kind: "sync", path };
  if (call === "ftruncate") return { kind: "truncate", path, size: Number(/^, (\d+)/.exec(given)?.[1]) };
  if (call === "pwrite64" && data?.[2] !== undefined)
    return { kind: "write", path, at: Number(data[2]), bytes: unhex(data[1] ?? "") };
  throw new Error(`the trace holds a ${call} of ${path}`);
};

/** What happened to `folder` itself and to its files for which `counts` says yes, in order. */
export const eventsIn = (trace: string, folder: string, counts: (name: string) => boolean): readonly DiskEvent[] => {
  const isOurs = (path: string): boolean =>
    path === folder || (path.startsWith(`${folder}/`) && counts(path.slice(folder.length + 1)));
  return trace.split("\n").flatMap((line) => eventIn(line, isOurs) ?? []);
};

/** One file, whatever its name: what surely is on the disk, and what may be. */
interface Body {
  durable: Buffer;
  pending: Extract<DiskEvent, { readonly kind: "write" | "truncate" }>[];
}

/** A disk that events are played to. */
export interface PaperDisk {
  readonly play: (event: DiskEvent) => void;
  /** Whether anything waits for a sync. */
  readonly isWet: () => boolean;
  /** The files after a crash now; `dice` draws a whole number below its argument. */
  readonly crash: (mood: Mood, dice: (below: number) => number) => DiskImage;
  /** The files as the process itself sees them now. */
  readonly now: () => DiskImage;
}

const grown = (bytes: Buffer, size: number): Buffer =>
  size <= bytes.length ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);

/** A part of a write on its way to the disk. */
interface Piece {
  readonly at: number;
  readonly bytes: Buffer;
}

/** Cuts a write where sectors end. */
const sectorsOf = ({ at, bytes }: Piece): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    pieces.push({ at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return pieces;
};

const put = (onto: Buffer, { at, bytes }: Piece): Buffer => {
  const next = grown(onto, at + bytes.length);
  bytes.copy(next, at);
  return next;
};

/** A file after a crash. */
const crashed = ({ durable, pending }: Body, mood: Mood, dice: (below: number) => number): Buffer => {
  let bytes: Buffer = Buffer.from(durable);
  for (const event of pending) {
    if (event.kind === "truncate") {
      if (mood !== "none" && dice(2) === 0) bytes = grown(Buffer.from(bytes.subarray(0, event.size)), event.size);
      continue;
    }
    const pieces = mood === "whole" ? [event] : sectorsOf(event);
    for (const piece of pieces) if (mood !== "none" && dice(2) === 0) bytes = put(bytes, piece);
  }
  return bytes;
};

/** Lays one waiting sector where another one of the file belongs. */
const misled = (bytes: Buffer, { pending }: Body, dice: (below: number) => number): Buffer => {
  const waiting = pending.flatMap((event) => (event.kind === "write" ? sectorsOf(event) : []));
  const piece = waiting[dice(Math.max(1, waiting.length))];
  if (piece === undefined) return bytes;
  const places = Math.max(1, Math.ceil(bytes.length / sector));
  return put(bytes, { at: dice(places) * sector + (piece.at % sector), bytes: piece.bytes });
};

const synced = (body: Body): Buffer =>
  body.pending.reduce(
    (bytes, event) => (event.kind === "write" ? put(bytes, event) : grown(bytes.subarray(0, event.size), event.size)),
    body.durable,
  );

/**
 * An empty disk in a folder. A sync of a file makes its bytes durable, a sync of the folder its names (POSIX promises no
 * more); all else is there after a crash or not, each part by itself.
 */
export const paperDisk = (folder: string): PaperDisk => {
  const names = new Map<string, Body>();
  let durableNames = new Map<string, Body>();
  let turns: { readonly path: string; readonly body: Body | null }[] = [];

  const rename = (path: string, body: Body | null): void => {
    if (body === null) names.delete(path);
    else names.set(path, body);
    turns.push({ path, body });
  };
  const bodyOf = (path: string): Body => {
    const body = names.get(path);
    if (body === undefined) throw new Error(`${path} was never made`);
    return body;
  };

  const play = (event: DiskEvent): void => {
    if (event.kind === "ack") return;
    if (event.kind === "create") {
      if (!names.has(event.path)) rename(event.path, { durable: Buffer.alloc(0), pending: [] });
    } else if (event.kind === "unlink") rename(event.path, null);
    else if (event.kind !== "sync") bodyOf(event.path).pending.push(event);
    else if (event.path === folder) {
      durableNames = new Map(names);
      turns = [];
    } else {
      const body = bodyOf(event.path);
      body.durable = synced(body);
      body.pending = [];
    }
  };

  const crash: PaperDisk["crash"] = (mood, dice) => {
    const left = new Map(durableNames);
    for (const { path, body } of turns) {
      if (mood === "none" || dice(2) === 0) continue;
      if (body === null) left.delete(path);
      else left.set(path, body);
    }
    const image = new Map([...left].map(([path, body]) => [path.slice(folder.length + 1), crashed(body, mood, dice)]));
    const wet = [...left].filter(([, { pending }]) => pending.length > 0);
    const [path, body] = wet[dice(Math.max(1, wet.length))] ?? [];
    if (mood === "astray" && path !== undefined && body !== undefined) {
      const name = path.slice(folder.length + 1);
      image.set(name, misled(image.get(name) ?? Buffer.alloc(0), body, dice));
    }
    return image;
  };

  const now = (): DiskImage => new Map([...names].map(([path, body]) => [path.slice(folder.length + 1), synced(body)]));

  return {
    play,
    crash,
    now,
    isWet: () => turns.length > 0 || [...names.values()].some(({ pending }) => pending.length > 0),
  };
};
