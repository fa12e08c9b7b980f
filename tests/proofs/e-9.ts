/** E-9: who speaks too slowly, or not at all, is let go, and nobody else waits for them. */
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { defaultCaps } from "../../apps/relay/index.ts";
import { generousEnv } from "../relay/begin.ts";
import { withChild, type ChildRelay } from "../relay/child.ts";
import { call } from "../relay/client.ts";
import { quantile } from "../relay/figures.ts";
import { upgradeBytes } from "../relay/raw.ts";
import type { Proof } from "./proof.ts";

/** The page's line for somebody honest meanwhile: 200 ms, or ten times what they wait on the same relay in peace. */
const calmMs = 200;
const calmTimes = 10;
/** A clock that is looked at by turns on a busy machine may be so late. */
const slackMs = 1_500;
const trickleMs = 500;

type Slow = (port: number, from: string) => Socket;

/** Says the first part, then a byte now and then for as long as anybody listens. */
const trickling =
  (first: (port: number) => string): Slow =>
  (port, from) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from }, () => socket.write(first(port)));
    const timer = setInterval(() => socket.write("x"), trickleMs);
    socket.on("close", () => clearInterval(timer));
    return socket;
  };

const silent =
  (first: (port: number) => string): Slow =>
  (port, from) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", localAddress: from }, () => socket.write(first(port)));
    return socket;
  };

/** A third of them each: headers that never end, bodies that never end, and connections that say nothing. */
const slow: readonly Slow[] = [
  trickling((port) => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `),
  trickling(
    (port) =>
      `POST /api/ask/read HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
      "Content-Type: application/json\r\nContent-Length: 30000\r\n\r\n{",
  ),
  // Half of these are bare, half have become a socket that proves nothing.
  (port, from) =>
    from.endsWith("1") ? silent(() => "")(port, from) : silent(() => upgradeBytes("/live", port))(port, from),
];

/** When each of them was let go, in ms from its start; Infinity for who is still there at the end. */
const attack = async (port: number, count: number, endMs: number): Promise<readonly number[]> => {
  const started = performance.now();
  const ends = Array.from({ length: count }, () => Number.POSITIVE_INFINITY);
  const sockets = ends.map((_, i) => {
    const socket = slow[i % slow.length]?.(port, `127.0.${49 + (i % 4)}.${1 + (Math.floor(i / 3) % 100)}`);
    socket?.on("error", () => undefined);
    socket?.on("close", () => (ends[i] = performance.now() - started));
    socket?.on("data", () => undefined);
    return socket;
  });
  while (performance.now() - started < endMs && ends.includes(Number.POSITIVE_INFINITY)) await pause(50);
  for (const socket of sockets) socket?.destroy();
  return ends;
};

/** What an honest one waits for an answer, again and again until `isOver`, in ms. */
const visits = async ({ origin }: ChildRelay, isOver: () => boolean): Promise<readonly number[]> => {
  const waits: number[] = [];
  while (!isOver()) {
    const started = performance.now();
    const { status } = await call(origin, { path: "/healthz", from: "127.0.48.9" });
    waits.push(status === 200 ? performance.now() - started : Number.POSITIVE_INFINITY);
    await pause(20);
  }
  return waits;
};

interface Outcome {
  readonly done: number;
  readonly late: number;
  readonly latest: number;
  readonly calm: number;
  readonly busy: number;
}

/** At less than the full number the relay's times are shortened alike, so that the run is short as well. */
const run = async (count: number, part: number, loose: boolean): Promise<Outcome> => {
  const { headersMs, requestMs, helloMs, checkMs } = defaultCaps;
  const timed = (ms: number): string => String(Math.max(100, Math.round(ms * part)));
  const strict = {
    HEADERS_TIMEOUT_MS: timed(headersMs),
    REQUEST_TIMEOUT_MS: timed(requestMs),
    HELLO_TIMEOUT_MS: timed(helloMs),
    TIMEOUT_CHECK_MS: timed(checkMs),
  };
  const never = { HEADERS_TIMEOUT_MS: "60000", REQUEST_TIMEOUT_MS: "300000", HELLO_TIMEOUT_MS: "60000" };
  const line = Number(strict.REQUEST_TIMEOUT_MS) + Number(strict.TIMEOUT_CHECK_MS) + slackMs;
  // The page's caps on connections stand; only the allowances of a single address are out of the way.
  const { MAX_CONNECTIONS: _all, MAX_CONNECTIONS_PER_ADDRESS: _each, ...allowances } = generousEnv;
  return withChild({ ...allowances, ...(loose ? never : strict) }, async (relay) => {
    const port = Number(new URL(relay.origin).port);
    let over = false;
    const rest = performance.now() + 1_000;
    const calm = await visits(relay, () => performance.now() > rest);
    const honest = visits(relay, () => over);
    const ends = await attack(port, count, line + 500);
    over = true;
    const latest = Math.max(...ends);
    const late = ends.filter((ms) => ms > line).length;
    return { done: count, late, latest, calm: quantile(calm, 0.99), busy: quantile(await honest, 0.99) };
  });
};

const isHeld = ({ busy, calm }: Outcome): boolean => busy <= calmMs || busy <= calm * calmTimes;

/** A case is a slow connection. The mutant is given as long as the relay, and a third as many. */
export const proof: Proof = {
  id: "E-9",
  number: 1_500,
  control: "a relay with the times that the framework comes with",
  run: async ({ asked, note }) => {
    const part = asked >= 1_500 ? 1 : 0.2;
    const [first, mutant] = await Promise.all([run(asked, part, false), run(30, part, true)]);
    // A machine that was busy with others gets a second look, at the same bounds.
    const found = first.late === 0 && isHeld(first) ? first : await run(asked, part, false);
    const why = `${found.late} let go late, the last after ${Math.round(found.latest)} ms; an honest one waited ${Math.round(found.busy)} ms, ${Math.round(found.calm)} in peace`;
    note(`E-9: ${why}; the mutant kept ${mutant.late} of ${mutant.done}`);
    const failures = found.late + (isHeld(found) ? 0 : 1);
    return { done: found.done, failures, control: mutant.late > 0, ...(failures === 0 ? {} : { why }) };
  },
};
