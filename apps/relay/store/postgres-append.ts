/** Gathers appends to many vaults into one statement, and finds out what became of those whose answer was lost. */
import { setTimeout as pause } from "node:timers/promises";
import { err, ok, type Result } from "@belay/basics";
import type { PageEntry } from "@belay/wire";
import type { Append, Appended, AppendFault, StoreCaps, VaultId } from "./port.ts";
import type { Postgres, Trouble } from "./postgres-pool.ts";
import {
  graveKey,
  heldBetween,
  loadVaults,
  moveEach,
  moveTogether,
  type Held,
  type Move,
  type PgKept,
} from "./postgres-shelf.ts";
import { planAppend, type VaultCount } from "./rules.ts";

/** Takes appends in, and keeps what is known of vaults between them. */
export interface Appender {
  readonly append: (one: Append) => Promise<Result<Appended, AppendFault>>;
  /** Forgets what is known of a vault, because something else has changed it. */
  readonly forget: (id: VaultId) => void;
  /** Notes what was just read, so that the next append need not. */
  readonly note: (id: VaultId, kept: PgKept) => void;
  /** Answers once every append to this vault that was asked for before has its answer. */
  readonly idle: (id: VaultId) => Promise<void>;
}

interface Job {
  readonly append: Append;
  readonly bytes: number;
  readonly answer: (result: Result<Appended, AppendFault>) => void;
  /** How often it was tried, and whether a try may have kept it without our knowing. */
  readonly tried: number;
  readonly unknown: boolean;
}

/** One vault's appends in a statement. */
interface Group {
  readonly id: VaultId;
  readonly jobs: readonly Job[];
}

/** What is to become of a group: an answer for each append, and what has to be written for them to be true. */
interface Plan {
  readonly answers: readonly Result<Appended, AppendFault>[];
  readonly move: Move | null;
  readonly after: PgKept | null;
}

/** Numbers of a group's appends that lie below the ends of their chains, by device. */
type HeldBy = ReadonlyMap<string, ReadonlyMap<number, Held>>;

const vaultsTogether = 64;
const bytesTogether = 8 * 1024 * 1024;
/** Statements under way at once. While one waits for the disk, the next gathers. */
const flights = 4;
/** Vaults whose counts are remembered between appends. */
const remembered = 20_000;
/** Tries of one append: against somebody else's on the same vault, and while the database is away. */
const triesMax = 40;
const awayMax = 4;

const sizeOf = (append: Append): number => append.items.reduce((sum, { envelope }) => sum + envelope.length, 0);

/** The newest vaults of which something is known. */
const createMemory = () => {
  const all = new Map<VaultId, PgKept>();
  return {
    get: (id: VaultId): PgKept | undefined => all.get(id),
    drop: (id: VaultId): void => void all.delete(id),
    set: (id: VaultId, kept: PgKept): void => {
      all.delete(id);
      all.set(id, kept);
      const oldest = all.keys().next();
      if (all.size > remembered && oldest.done !== true) all.delete(oldest.value);
    },
  };
};

type Memory = ReturnType<typeof createMemory>;

/** Plans one vault's appends in their order. `held` has what is kept below the ends of the chains. */
const planGroup = ({ id, jobs }: Group, kept: PgKept, held: HeldBy, caps: StoreCaps): Plan => {
  const fresh = new Map<string, Uint8Array>();
  const find = (device: string, seq: number) =>
    fresh.get(`${device}/${seq}`) ?? held.get(device)?.get(seq)?.envelope ?? null;
  const runs: Move["runs"][number][] = [];
  let count: VaultCount = kept.count;
  const answers = jobs.map((job): Result<Appended, AppendFault> => {
    const plan = planAppend(count, job.append, caps, find);
    if (!plan.ok) return plan;
    // Kept by a try whose answer was lost: it is news all the same, because nobody was told.
    const added: PageEntry[] = job.unknown ? foundOf(job.append, held) : [];
    for (const run of plan.value.runs) {
      const begin = count.head + 1;
      for (const [i, envelope] of run.envelopes.entries()) {
        added.push({ at: begin + i, envelope });
        fresh.set(`${run.device}/${run.first + i}`, envelope);
      }
      const place = count.head + run.envelopes.length;
      count = { ...count, head: place };
      runs.push({ ...run, place });
    }
    count = plan.value.count;
    return ok({ head: count.head, added });
  });
  const move = runs.length === 0 ? null : { id, before: kept.count, after: count, runs };
  return { answers, move, after: { ...kept, count } };
};

const foundOf = ({ items }: Append, held: HeldBy): PageEntry[] =>
  items.flatMap(({ device, seq, envelope }) => {
    const found = held.get(device)?.get(seq);
    return found === undefined || found.envelope === "erased" ? [] : [{ at: found.place, envelope }];
  });

/** What the appends of a group would repeat. */
const repeatsOf = ({ jobs }: Group, kept: PgKept): ReadonlyMap<string, readonly [from: number, to: number]> => {
  const ranges = new Map<string, readonly [number, number]>();
  for (const { append } of jobs)
    for (const { device, seq } of append.items) {
      if (seq > (kept.count.chains.get(device) ?? 0)) continue;
      const [from, to] = ranges.get(device) ?? [seq, seq];
      ranges.set(device, [Math.min(from, seq), Math.max(to, seq)]);
    }
  return ranges;
};

/** Plans a group by what the database says now. */
const planFresh = async (
  db: Postgres,
  group: Group,
  kept: PgKept | undefined,
  caps: StoreCaps,
): Promise<Result<Plan, Trouble>> =>
  db.run(async (sql) => {
    if (kept === undefined) {
      const fault = { type: (await graveKey(sql, group.id)) === null ? "NoVault" : "Gone" } as const;
      return { answers: group.jobs.map(() => err(fault)), move: null, after: null };
    }
    const held = new Map<string, ReadonlyMap<number, Held>>();
    for (const [device, range] of repeatsOf(group, kept))
      held.set(device, await heldBetween(sql, group.id, device, range));
    return planGroup(group, kept, held, caps);
  });

/** Appends that wait, in their order within a vault, and the vaults that have some under way. */
const createLine = () => {
  const queue = new Map<VaultId, readonly Job[]>();
  const busy = new Map<VaultId, readonly (() => void)[]>();

  const take = (): readonly Group[] => {
    const groups: Group[] = [];
    let bytes = 0;
    for (const [id, jobs] of queue) {
      if (groups.length >= vaultsTogether || bytes > bytesTogether) break;
      if (busy.has(id)) continue;
      const end = jobs.findIndex((job) => (bytes += job.bytes) > bytesTogether);
      const now = end < 0 ? jobs : jobs.slice(0, Math.max(1, end));
      if (now.length === jobs.length) queue.delete(id);
      else queue.set(id, jobs.slice(now.length));
      busy.set(id, []);
      groups.push({ id, jobs: now });
    }
    return groups;
  };

  return {
    take,
    isEmpty: (): boolean => queue.size === 0,
    add: (id: VaultId, job: Job): void => void queue.set(id, [...(queue.get(id) ?? []), job]),
    /** Puts appends back before those that came after them. */
    again: ({ id, jobs }: Group, unknown: boolean): void => {
      const back = jobs.map((job) => ({ ...job, tried: job.tried + 1, unknown: job.unknown || unknown }));
      queue.set(id, [...back, ...(queue.get(id) ?? [])]);
    },
    /** Vaults that have nothing under way any more. */
    free: (groups: readonly Group[]): void => {
      for (const { id } of groups) {
        const waiting = busy.get(id) ?? [];
        busy.delete(id);
        waiting.forEach((one) => one());
      }
    },
    idle: async (id: VaultId): Promise<void> => {
      while (queue.has(id) || busy.has(id))
        await new Promise<void>((resolve) => {
          if (busy.has(id)) busy.set(id, [...(busy.get(id) ?? []), resolve]);
          else setImmediate(resolve);
        });
    },
  };
};

/** Plans from memory where that suffices: where nothing is refused. A refusal may be about what has long changed. */
const plansFor = async (
  db: Postgres,
  caps: StoreCaps,
  memory: Memory,
  groups: readonly Group[],
): Promise<Result<ReadonlyMap<Group, Plan>, Trouble>> => {
  const all = new Map<Group, Plan>();
  const doubtful: Group[] = [];
  for (const group of groups) {
    const kept = memory.get(group.id);
    const plan = kept === undefined ? null : planGroup(group, kept, new Map(), caps);
    if (plan !== null && plan.answers.every((answer) => answer.ok)) all.set(group, plan);
    else doubtful.push(group);
  }
  if (doubtful.length === 0) return ok(all);
  const found = await db.run((sql) =>
    loadVaults(
      sql,
      doubtful.map(({ id }) => id),
    ),
  );
  if (!found.ok) return found;
  for (const group of doubtful) {
    const plan = await planFresh(db, group, found.value.get(group.id), caps);
    if (!plan.ok) return plan;
    all.set(group, plan.value);
  }
  return ok(all);
};

/** Carries groups to the database and back: their answers, or their place in the line again. */
const createFlight = (
  db: Postgres,
  caps: StoreCaps,
  isSpread: boolean,
  memory: Memory,
  line: ReturnType<typeof createLine>,
  grew: (id: VaultId, rows: number) => void,
) => {
  const failed = async (groups: readonly Group[], trouble: Trouble): Promise<void> => {
    const [lost, last] = [trouble.type === "Lost", trouble.type === "Lost" ? awayMax : triesMax];
    const mayHelp = (group: Group): boolean => group.jobs.every(({ tried }) => tried < last);
    if ((lost || trouble.type === "Again") && groups.every(mayHelp)) {
      // A database that starts again takes a moment; whoever was merely quicker does not.
      await pause(lost ? 50 * 4 ** (groups[0]?.jobs[0]?.tried ?? 0) : Math.min(50, groups[0]?.jobs[0]?.tried ?? 0));
      for (const group of groups) {
        memory.drop(group.id);
        line.again(group, lost);
      }
      return;
    }
    const fault = err(db.faultOf(trouble));
    for (const { id, jobs } of groups) {
      memory.drop(id);
      for (const job of jobs) job.answer(fault);
    }
  };

  const settle = ({ id, jobs }: Group, plan: Plan): void => {
    if (plan.after === null) memory.drop(id);
    else memory.set(id, plan.after);
    if (plan.move !== null) grew(id, plan.move.runs.length);
    for (const [i, job] of jobs.entries()) {
      const answer = plan.answers[i];
      if (answer !== undefined) job.answer(answer);
    }
  };

  /** One statement for all; on several machines, a short transaction for each vault. */
  const write = (moves: readonly Move[]): Promise<Result<ReadonlySet<string>, Trouble>> =>
    isSpread ? db.transact((sql) => moveEach(sql, moves)) : db.run((sql) => moveTogether(sql, moves));

  const fly = async (groups: readonly Group[]): Promise<void> => {
    const planned = await plansFor(db, caps, memory, groups);
    if (!planned.ok) return failed(groups, planned.error);
    const moves = [...planned.value.values()].flatMap(({ move }) => (move === null ? [] : [move]));
    const work = moves.length === 0 ? ok(new Set<string>()) : await write(moves);
    if (!work.ok) return failed(groups, work.error);
    for (const [group, plan] of planned.value) {
      if (plan.move === null || work.value.has(group.id)) settle(group, plan);
      else await failed([group], { type: "Again", code: "MOVED" });
    }
  };

  return fly;
};

/**
 * The appends of one relay. `isSpread`: the tables lie on several machines, and each statement names one vault. `grew` is
 * told how many rows each vault has got.
 */
export const createAppender = (
  db: Postgres,
  caps: StoreCaps,
  isSpread: boolean,
  grew: (id: VaultId, rows: number) => void,
): Appender => {
  const memory = createMemory();
  const line = createLine();
  const fly = createFlight(db, caps, isSpread, memory, line, grew);
  let under = 0;
  let woken = false;

  const land = (groups: readonly Group[]): void => {
    under -= 1;
    line.free(groups);
    wake();
  };

  /** Many vaults are one flight; on several machines, and against whoever was quicker before, each is its own. */
  const pump = (): void => {
    woken = false;
    while (under < flights) {
      const groups = line.take();
      if (groups.length === 0) return;
      const alone = groups.filter(({ jobs }) => isSpread || jobs.some(({ tried }) => tried > 0));
      const together = groups.filter((group) => !alone.includes(group));
      for (const flight of [together, ...alone.map((group) => [group])].filter(({ length }) => length > 0)) {
        under += 1;
        void fly(flight).finally(() => land(flight));
      }
    }
  };

  const wake = (): void => {
    if (woken || line.isEmpty()) return;
    woken = true;
    setImmediate(pump);
  };

  return {
    forget: memory.drop,
    note: memory.set,
    idle: line.idle,
    append: (append) =>
      new Promise((answer) => {
        line.add(append.vault, { append, bytes: sizeOf(append), answer, tried: 0, unknown: false });
        wake();
      }),
  };
};
