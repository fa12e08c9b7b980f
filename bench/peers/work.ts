/** The same work for every server: appends from many devices, a cold pull, news for others, flushes before answers. */
import { randomBytes } from "node:crypto";
import { quantile } from "../figures.ts";
import { rested, type Used } from "../relay/watched.ts";
import { watchFlushes } from "./flushes.ts";
import type { PeerClient, PeerWriter } from "./subject.ts";

/** A server under load. */
export interface Subject {
  readonly client: PeerClient;
  readonly origin: string;
  readonly pid: number;
  readonly used: () => Used;
}

/** Bytes of an entry, before whatever a server's own client makes of it. */
export const itemBytes = 400;
const items = Array.from({ length: 256 }, () => new Uint8Array(randomBytes(itemBytes)));
const itemsFrom = (at: number, count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) => items[(at + i) % items.length] ?? new Uint8Array(itemBytes));

/** What an append costs. */
export interface PeerAppends {
  readonly perSecond: number;
  /** Ms until half were acknowledged. */
  readonly half: number;
  /** Processor time and bytes written an entry, until the server has rested: what is put off counts as well. */
  readonly cpuUs: number;
  readonly writtenBytes: number;
  readonly done: number;
}

let vaults = 0;
const newVault = (): string => `vault-${process.pid}-${(vaults += 1)}`;

/** Writers of one vault each append `batch` entries at a time, and wait for each answer. */
export const loadAppends = async (
  { client, origin, used }: Subject,
  { connections, batch, ms }: { readonly connections: number; readonly batch: number; readonly ms: number },
): Promise<PeerAppends> => {
  const writers: PeerWriter[] = [];
  for (let i = 0; i < connections; i += 1) writers.push(await client.connect(origin, newVault()));
  await Promise.all(writers.map((writer) => writer.append(itemsFrom(0, batch))));
  await rested(used, 1);
  const [before, from] = [used(), performance.now()];
  const waits: number[] = [];
  await Promise.all(
    writers.map(async (writer, at) => {
      while (performance.now() - from < ms) {
        const sent = performance.now();
        await writer.append(itemsFrom(at, batch));
        waits.push(performance.now() - sent);
      }
    }),
  );
  const took = performance.now() - from;
  await Promise.all(writers.map((writer) => writer.close()));
  await rested(used, 3);
  const [after, done] = [used(), waits.length * batch];
  return {
    perSecond: (done * 1_000) / took,
    half: quantile(waits, 0.5),
    cpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / done,
    writtenBytes: (after.written - before.written) / done,
    done: done + connections * batch,
  };
};

/** Fills one vault, a hundred entries at a time; gives its name. */
export const fillVault = async ({ client, origin, used }: Subject, count: number): Promise<string> => {
  const vault = newVault();
  const writer = await client.connect(origin, vault);
  for (let done = 0; done < count; done += 100) await writer.append(itemsFrom(done, Math.min(100, count - done)));
  await writer.close();
  await rested(used, 3);
  return vault;
};

/** Ms that a new device needs for the whole vault, and processor time an entry. */
export const loadPull = async (
  { client, origin, used }: Subject,
  vault: string,
  count: number,
): Promise<{ readonly ms: number; readonly firstMs: number; readonly cpuUs: number }> => {
  const [before, from] = [used(), performance.now()];
  let firstMs = Number.NaN;
  const got = await client.pull(origin, vault, () => (firstMs = performance.now() - from));
  const ms = performance.now() - from;
  if (got !== count) throw new Error(`pulled ${got} of ${count}`);
  return { ms, firstMs, cpuUs: ((used().cpuMs - before.cpuMs) * 1_000) / got };
};

/** Medians of an acknowledgement and of news at others, in ms, and the share of news that came. Null where none come. */
export const loadFanOut = async (
  { client: { connect, watch }, origin }: Subject,
  listeners: number,
  times: number,
): Promise<{ readonly ack: number; readonly news: number; readonly delivered: number } | null> => {
  if (watch === null) return null;
  const vault = newVault();
  const writer = await connect(origin, vault);
  const [acks, news]: [number[], number[]] = [[], []];
  let [sent, missing] = [0, 0];
  let all: () => void = () => undefined;
  const onItems = (count: number): void => {
    for (let i = 0; i < count; i += 1) news.push(performance.now() - sent);
    missing -= count;
    if (missing <= 0) all();
  };
  await writer.append(itemsFrom(0, 1));
  const stops = await Promise.all(Array.from({ length: listeners }, () => watch(origin, vault, onItems)));
  news.splice(0);
  for (let i = 0; i < times; i += 1) {
    [sent, missing] = [performance.now(), listeners];
    const late = setTimeout(() => all(), 5_000);
    const heard = new Promise<void>((done) => (all = done));
    await writer.append(itemsFrom(i, 1)).then(() => acks.push(performance.now() - sent));
    await heard;
    clearTimeout(late);
  }
  await Promise.all(stops.map((stop) => stop()));
  await writer.close();
  return { ack: quantile(acks, 0.5), news: quantile(news, 0.5), delivered: news.length / (listeners * times) };
};

/** Of `times` single appends, how many had a flush to the disk before their answer; null where strace is missing. */
export const loadFlushes = async ({ client, origin, pid }: Subject, times: number): Promise<number | null> => {
  const writer = await client.connect(origin, newVault());
  await writer.append(itemsFrom(0, 1));
  const flushed = await watchFlushes(pid, writer, itemsFrom(1, 1)[0] ?? new Uint8Array(itemBytes), times);
  await writer.close();
  return flushed;
};
