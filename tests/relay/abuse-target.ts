/** Puts up on a relay what is attacked, and sends it one request. */
import type { Running } from "../../apps/relay/index.ts";
import {
  call,
  callAsk,
  callBox,
  callShare,
  login,
  newSigningKey,
  newTestAsk,
  newTestBox,
  newTestShare,
  newTestVault,
  rotateFrame,
  testEnvelope,
  type TestAsk,
  type TestBox,
  type TestVault,
} from "./client.ts";

const dayMs = 86_400_000;

/** A relay with something on it to attack, and a hand on its clock. */
export interface Target {
  readonly relay: Running;
  readonly base: string;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  /** A vault with one envelope, and a second one with another owner. */
  readonly vault: TestVault;
  readonly other: TestVault;
  /** A vault that has rotated, as it was before. */
  readonly rotated: TestVault;
  readonly asks: { readonly open: TestAsk; readonly other: TestAsk; readonly closed: TestAsk; readonly over: TestAsk };
  /** Recovery boxes, but for the one that is over and a pairing that is open. */
  readonly boxes: Readonly<Record<"open" | "other" | "closed" | "over" | "pairing", TestBox>>;
  readonly shares: Readonly<Record<"open" | "other" | "closed" | "over", TestBox>>;
}

/** One wrong request. `same` names the group whose answers must be byte for byte one. */
export interface AbuseCase {
  readonly name: string;
  readonly same: string;
  /** What the answer must begin with, such as `404` or `refused unauthorised`. */
  readonly expected: string;
  /** Everything that came back, as text; nothing that differs between two moments. */
  readonly run: (target: Target) => Promise<string>;
}

/** Puts up what is attacked. */
export const prepare = async (
  relay: Running,
  base: string,
  now: () => number,
  pass: (ms: number) => void,
): Promise<Target> => {
  const [vault, other, rotated] = [newTestVault(), newTestVault(), newTestVault()];
  for (const one of [vault, other]) {
    const { socket } = await login(base, one);
    socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(one, new Uint8Array(16), 1)] });
    await socket.nextOf("ack");
    await socket.close();
  }
  const { socket } = await login(base, rotated);
  socket.send(rotateFrame(rotated, { ...rotated, epoch: 2, write: newSigningKey() }));
  await socket.nextOf("ack");
  await socket.close();
  const [open, second, closed, over] = [
    newTestAsk(now()),
    newTestAsk(now()),
    newTestAsk(now()),
    newTestAsk(now(), { days: 1 }),
  ];
  for (const ask of [open, second, closed, over]) await callAsk(base, "put", ask.put);
  await callAsk(base, "close", { id: closed.id, owner: closed.owner });
  const boxes = {
    open: newTestBox(),
    other: newTestBox(),
    closed: newTestBox(),
    over: newTestBox("pairing"),
    pairing: newTestBox("pairing"),
  };
  for (const box of [boxes.open, boxes.other, boxes.closed, boxes.over]) await callBox(base, "put", box.put);
  await callBox(base, "close", { id: boxes.closed.id, owner: boxes.closed.owner });
  const shares = {
    open: newTestShare(now()),
    other: newTestShare(now()),
    closed: newTestShare(now()),
    over: newTestShare(now(), { days: 1 }),
  };
  for (const share of Object.values(shares)) await callShare(base, "put", share.put);
  await callShare(base, "close", { id: shares.closed.id, owner: shares.closed.owner });
  pass(dayMs + 3_600_000);
  await callBox(base, "put", boxes.pairing.put);
  return { relay, base, now, pass, vault, other, rotated, asks: { open, other: second, closed, over }, boxes, shares };
};

/** All that an answer says, but for its moment. */
export const answerText = (answer: Awaited<ReturnType<typeof call>>): string => {
  const { date: _date, ...headers } = answer.headers;
  return `${answer.status} ${answer.body.toString("hex")} ${JSON.stringify(headers)}`;
};

/** One request as our own page makes it, unless `headers` say otherwise. */
export const postTo = async (
  base: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> =>
  answerText(
    await call(base, {
      method: "POST",
      path,
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", origin: base, ...headers },
    }),
  );
