/** Loads a relay as devices do: durable appends, a cold pull, fan-out, and sockets that only wait. */
import { randomBytes } from "node:crypto";
import { encodeHeader } from "@belay/wire";
import { login, newTestVault, type TestSocket, type TestVault } from "../../tests/relay/client.ts";
import { quantile } from "../figures.ts";
import type { Used } from "./watched.ts";

/** A server to be loaded: where it is, and what it has used so far. */
export interface Target {
  readonly origin: string;
  readonly used: () => Used;
  /** The same of a database behind it. */
  readonly behind?: () => Used;
}

interface Writer {
  readonly vault: TestVault;
  readonly device: Uint8Array;
  readonly socket: TestSocket;
  seq: number;
}

/** What stands behind the header: the same in all, so that the load costs the measuring side little. */
const tail = randomBytes(32 + 512 + 16 + 64);
const salt = randomBytes(16);
const nonce = randomBytes(24);
const before = new Uint8Array(32);

/** Bytes of an envelope with a body of up to 508: the smallest there is (`docs/protocol.md`). */
export const envelopeBytes = 752;

/** What looks like an envelope of a vault from outside, with that number in the chain of `device` (16 bytes). */
export const sealedLike = (vault: TestVault, device: Uint8Array, seq: number): Uint8Array => {
  const fixed = { type: "events", vaultId: vault.idBytes, epoch: 1, deviceId: device, prevHash: before } as const;
  return Buffer.concat([encodeHeader({ ...fixed, seq, salt, nonce, ctLen: 512 + 16 }), tail]);
};

/** The writer's next envelope. */
const nextOf = (writer: Writer): Uint8Array => {
  writer.seq += 1;
  return sealedLike(writer.vault, writer.device, writer.seq);
};

const writerAt = async (origin: string): Promise<Writer> => {
  const vault = newTestVault();
  const { socket } = await login(origin, vault);
  return { vault, device: new Uint8Array(randomBytes(16)), socket, seq: 0 };
};

const appendOnce = async (writer: Writer, batch: number): Promise<void> => {
  const envelopes = Array.from({ length: batch }, () => nextOf(writer));
  writer.socket.send({ kind: "append", ref: 1, envelopes });
  await writer.socket.nextOf("ack", 30_000);
};

/** Acknowledged envelopes a second, and what each cost the server. */
export interface Appends {
  readonly perSecond: number;
  readonly cpuUs: number;
  /** What it cost the database behind it; 0 where there is none. */
  readonly behindUs: number;
  readonly writtenBytes: number;
  /** Ms from sending to the acknowledgement. */
  readonly half: number;
  readonly most: number;
}

const unused: Used = { cpuMs: 0, written: 0, memory: 0 };

/** `connections` writers, each with a vault of its own, append `batch` envelopes at a time and wait for each answer. */
export const measureAppends = async (
  { origin, used, behind = () => unused }: Target,
  { connections, batch, ms }: { readonly connections: number; readonly batch: number; readonly ms: number },
): Promise<Appends> => {
  const writers: Writer[] = [];
  for (let i = 0; i < connections; i += 1) writers.push(await writerAt(origin));
  await Promise.all(writers.map((writer) => appendOnce(writer, batch)));
  const [before, beforeBehind, from] = [used(), behind(), performance.now()];
  const waits: number[] = [];
  const write = async (writer: Writer): Promise<void> => {
    while (performance.now() - from < ms) {
      const sent = performance.now();
      await appendOnce(writer, batch);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(writers.map(write));
  const [took, after, afterBehind] = [performance.now() - from, used(), behind()];
  const done = waits.length * batch;
  await Promise.all(writers.map(({ socket }) => socket.close()));
  return {
    perSecond: (done * 1_000) / took,
    cpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / done,
    behindUs: ((afterBehind.cpuMs - beforeBehind.cpuMs) * 1_000) / done,
    writtenBytes: (after.written - before.written + afterBehind.written - beforeBehind.written) / done,
    half: quantile(waits, 0.5),
    most: quantile(waits, 0.95),
  };
};

/** `connections` writers append `times` batches each; gives how many entries that were. */
export const appendMany = async (
  { origin }: Target,
  { connections, batch, times }: { readonly connections: number; readonly batch: number; readonly times: number },
): Promise<number> => {
  const writers: Writer[] = [];
  for (let i = 0; i < connections; i += 1) writers.push(await writerAt(origin));
  await Promise.all(
    writers.map(async (writer) => {
      for (let i = 0; i < times; i += 1) await appendOnce(writer, batch);
      await writer.socket.close();
    }),
  );
  return connections * batch * times;
};

/** A vault that was filled, to be pulled by somebody new. */
export interface Filled {
  readonly vault: TestVault;
  readonly count: number;
  readonly bytes: number;
}

/** Fills one vault with `count` envelopes; singly, as devices write, unless said otherwise. */
export const fill = async ({ origin }: Target, count: number, batch: number): Promise<Filled> => {
  const writer = await writerAt(origin);
  let waiting = 0;
  let bytes = 0;
  while (writer.seq < count || waiting > 0) {
    while (writer.seq < count && waiting < 64) {
      const many = Math.min(batch, count - writer.seq);
      const envelopes = Array.from({ length: many }, () => nextOf(writer));
      bytes += envelopes.reduce((sum, { length }) => sum + length, 0);
      writer.socket.send({ kind: "append", ref: 1, envelopes });
      waiting += 1;
    }
    await writer.socket.nextOf("ack", 30_000);
    waiting -= 1;
  }
  await writer.socket.close();
  return { vault: writer.vault, count, bytes };
};

/** A cold pull of a whole vault. */
export interface Pulled {
  readonly ms: number;
  readonly firstMs: number;
  readonly cpuUs: number;
}

/** Pulls the vault from its start, half a megabyte a page, asking for the next page as soon as one came. */
export const measurePull = async ({ origin, used }: Target, { vault, count }: Filled): Promise<Pulled> => {
  const { socket } = await login(origin, vault);
  const [before, from] = [used(), performance.now()];
  let [after, got, firstMs] = [0, 0, 0];
  for (let more = true; more;) {
    socket.send({ kind: "pull", ref: 1, after, maxBytes: 524_288 });
    const page = await socket.nextOf("page", 30_000);
    if (got === 0) firstMs = performance.now() - from;
    got += page.entries.length;
    after = page.entries.at(-1)?.at ?? after;
    more = page.more && page.entries.length > 0;
  }
  const [ms, then] = [performance.now() - from, used()];
  await socket.close();
  if (got !== count) throw new Error(`pulled ${got} of ${count}`);
  return { ms, firstMs, cpuUs: ((then.cpuMs - before.cpuMs) * 1_000) / got };
};

/** How news reach the other devices of a vault, beside the writer's own acknowledgement. */
export interface FanOut {
  readonly ackHalf: number;
  readonly newsHalf: number;
  readonly delivered: number;
  readonly expected: number;
}

/** One device writes `times` times, `listeners` others of the same vault wait for it. */
export const measureFanOut = async ({ origin }: Target, listeners: number, times: number): Promise<FanOut> => {
  const writer = await writerAt(origin);
  const others = await Promise.all(
    Array.from({ length: listeners }, async () => (await login(origin, writer.vault)).socket),
  );
  const [acks, news]: [number[], number[]] = [[], []];
  for (let i = 0; i < times; i += 1) {
    const sent = performance.now();
    await Promise.all([
      appendOnce(writer, 1).then(() => acks.push(performance.now() - sent)),
      ...others.map(async (socket) => {
        const page = await socket.nextOf("news", 10_000);
        for (const _entry of page.entries) news.push(performance.now() - sent);
      }),
    ]);
  }
  await Promise.all([writer.socket, ...others].map((socket) => socket.close()));
  return {
    ackHalf: quantile(acks, 0.5),
    newsHalf: quantile(news, 0.5),
    delivered: news.length,
    expected: listeners * times,
  };
};

/** Bytes of memory that one waiting device costs. */
export const measureIdle = async ({ origin, used }: Target, connections: number): Promise<number> => {
  const vault = newTestVault();
  await (await login(origin, vault)).socket.close();
  const before = used().memory;
  const sockets: TestSocket[] = [];
  for (let i = 0; i < connections; i += 1) sockets.push((await login(origin, vault)).socket);
  await new Promise((done) => setTimeout(done, 1_000));
  const cost = (used().memory - before) / connections;
  await Promise.all(sockets.map((socket) => socket.close()));
  return cost;
};
