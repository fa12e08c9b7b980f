/** E-3: an ask that ended, was closed, was deleted or is another's cannot be told from one that never was, not even by time. */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { callAsk, newTestAsk, newTestReply, type TestAsk } from "../relay/client.ts";
import { clockEnv } from "../relay/clock.ts";
import { dice, toldApart } from "../relay/figures.ts";
import type { Proof } from "./proof.ts";

const dayMs = 86_400_000;
const each = 40;
const askers = 6;
/** The page's line for the best guess by a threshold on the time. */
const areaMax = 0.55;
/** Sealed bytes of an ask: what is read for nothing when a row is there. */
const bodyBytes = 12_000;

/** One way in which there is nothing to see. */
const ways = ["never", "expired", "answered", "closed", "deleted", "another"] as const;
type Way = (typeof ways)[number];

interface Question {
  readonly way: Way;
  readonly bytes: Buffer;
}

const questionOf = (origin: string, way: Way, ask: { readonly id: string; readonly read: string }): Question => {
  const body = JSON.stringify({ id: ask.id, proof: ask.read });
  const { host } = new URL(origin);
  const head =
    `POST /api/ask/read HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\n\r\n`;
  return { way, bytes: Buffer.from(head + body) };
};

/** Puts up asks that will be over, and asks that are open. */
const putUp = async (origin: string): Promise<Readonly<Record<Way, readonly TestAsk[]>>> => {
  const made = (days: number): readonly TestAsk[] =>
    Array.from({ length: each }, () => newTestAsk(Date.now(), { days, bytes: bodyBytes }));
  const asks = {
    never: made(7),
    expired: made(1),
    answered: made(1),
    closed: made(7),
    deleted: made(7),
    another: made(7),
  };
  for (const way of ways) if (way !== "never") for (const ask of asks[way]) await callAsk(origin, "put", ask.put);
  for (const ask of asks.answered)
    await callAsk(origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply(bodyBytes) });
  // Deleted by the host comes to the same rows as closed by its owner; K-5 looks at that road itself.
  for (const ask of [...asks.closed, ...asks.deleted]) await callAsk(origin, "close", { id: ask.id, owner: ask.owner });
  return asks;
};

/** One question on a kept connection: the answer without its day, and how long it took in ms. */
const asker = (port: number) => {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let heard = "";
  let wake = (): void => undefined;
  socket.on("data", (part) => {
    heard += part.toString("latin1");
    const [head = "", body = ""] = heard.split("\r\n\r\n");
    if (body.length > 0 && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1])) wake();
  });
  const ask = async (bytes: Buffer): Promise<{ readonly answer: string; readonly ms: number }> => {
    heard = "";
    const answered = new Promise<void>((resolve) => (wake = resolve));
    const started = performance.now();
    socket.write(bytes);
    await answered;
    return { answer: heard.replace(/\r\ndate: [^\r]*/i, ""), ms: performance.now() - started };
  };
  return { ask, end: () => void socket.destroy() };
};

interface Outcome {
  readonly done: number;
  readonly different: number;
  /** How well each way is told from an ask that never was. */
  readonly areas: ReadonlyMap<Way, number>;
}

const look = (timings: number, seed: number, path: string): Promise<Outcome> =>
  withFolder(async (folder) => {
    const env = { ...bareEnv, ...generousEnv, DATA_DIR: folder };
    const first = await spawnRelay(path, env);
    const asks = await putUp(first.origin);
    await first.end("SIGTERM");
    const relay = await spawnRelay(path, { ...env, ...clockEnv(folder, 2 * dayMs) });
    try {
      const questions = ways.map((way) =>
        asks[way].map((ask) =>
          // Another's: the id is right and the proof is not.
          questionOf(relay.origin, way, way === "another" ? { ...ask, read: randomBytes(32).toString("hex") } : ask),
        ),
      );
      const times = new Map(ways.map((way): [Way, number[]] => [way, []]));
      const answers = new Set<string>();
      // The first tenth warms both sides up, and its times are not looked at.
      const warm = Math.ceil(timings / 10);
      const rounds = Array.from({ length: timings + warm }, (_, i) => i).values();
      const draw = dice(seed);
      // Some ask side by side, because most of the time everybody waits.
      await Promise.all(
        Array.from({ length: askers }, async () => {
          const { ask, end } = asker(Number(new URL(relay.origin).port));
          for (const round of rounds) {
            // In another order each round, so that nobody always comes first.
            const order = questions.map((some) => ({ some, at: draw(1_000_000) })).toSorted((a, b) => a.at - b.at);
            for (const { some } of order) {
              const question = some[draw(some.length)];
              if (question === undefined) continue;
              const { answer, ms } = await ask(question.bytes);
              answers.add(answer);
              if (round >= warm) times.get(question.way)?.push(ms);
            }
          }
          end();
        }),
      );
      const never = times.get("never") ?? [];
      const areas = new Map(
        ways.filter((way) => way !== "never").map((way) => [way, toldApart(never, times.get(way) ?? [])] as const),
      );
      const right = [...answers].every((answer) => answer.startsWith("HTTP/1.1 404"));
      return { done: (timings + warm) * ways.length, different: right ? answers.size - 1 : answers.size, areas };
    } finally {
      await relay.end("SIGTERM");
    }
  });

const told = (areas: ReadonlyMap<Way, number>): readonly Way[] =>
  [...areas].filter(([, area]) => area > areaMax).map(([way]) => way);

const show = (areas: ReadonlyMap<Way, number>): string =>
  [...areas].map(([way, area]) => `${way} ${area.toFixed(3)}`).join(", ");

/** A case is a question; half as many times are measured of each way as there are cases. */
export const proof: Proof = {
  id: "E-3",
  number: 10_000,
  control: "a relay that says “not found” as soon as it knows, on a slow disk",
  run: async ({ asked, seed, note }) => {
    const found = await look(Math.ceil(asked / 2), seed, await relayBundle());
    note(`E-3: ${show(found.areas)}`);
    // What chance or a neighbour did once it does not do twice to the same way; the bound stays.
    const suspects = told(found.areas);
    const again = suspects.length === 0 ? null : await look(Math.ceil(asked / 2), seed + 1, await relayBundle());
    if (again !== null) note(`E-3: again ${show(again.areas)}`);
    const guilty = again === null ? [] : told(again.areas).filter((way) => suspects.includes(way));
    const slowed = await brokenRelay(
      "unhidden",
      { file: "apps/relay/edge/http.ts", find: "if (answer.status === 404) await hidden;", put: "" },
      {
        file: "apps/relay/store/rules.ts",
        find: "const right = sameHash(",
        put: "for (const end = performance.now() + (mail === null ? 0 : 1); performance.now() < end; ); const right = sameHash(",
      },
    );
    const mutant = await look(300, seed, slowed);
    note(`E-3: the mutant ${show(mutant.areas)}`);
    const failures = found.different + guilty.length;
    const why = `${found.different} answers differ, told apart by time: ${guilty.join(", ") || "none"}`;
    return {
      done: found.done,
      failures,
      control: told(mutant.areas).length > 0,
      ...(failures === 0 ? {} : { why }),
    };
  },
};
