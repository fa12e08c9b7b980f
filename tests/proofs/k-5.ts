/** K-5: a deleted vault leaves no byte of its entries within a minute; ended, closed, deleted and unknown asks and shares look alike. */
import { randomBytes } from "node:crypto";
import { configOf, startRelay, type Store } from "../../apps/relay/index.ts";
import { generousCaps, withFolder } from "../relay/begin.ts";
import {
  call,
  callAsk,
  callShare,
  deleteFrame,
  login,
  newTestAsk,
  newTestShare,
  newTestVault,
  testEnvelope,
} from "../relay/client.ts";
import { marksLeft, marksOn } from "../relay/disk.ts";
import { hostCommand } from "../../apps/relay/host.ts";
import { knownOf } from "../../apps/relay/store/known.ts";
import type { Proof } from "./proof.ts";

const minute = 60_000;
const hour = 3_600_000;

/** A vault with three entries, and a mark in each. */
const filled = async (origin: string) => {
  const vault = newTestVault();
  const { socket, nonce } = await login(origin, vault);
  const device = new Uint8Array(randomBytes(16));
  const envelopes = [1, 2, 3].map((seq) => testEnvelope(vault, device, seq));
  socket.send({ kind: "append", ref: 1, envelopes });
  await socket.nextOf("ack");
  return { vault, socket, nonce, marks: envelopes.map((one) => one.subarray(300, 348)) };
};

type Linked = Pick<ReturnType<typeof newTestShare>, "id" | "read" | "owner" | "put">;

/** What a link leads to: how one is made, put and closed. Both are read by pages without an origin. */
const sorts = {
  ask: { make: newTestAsk, send: callAsk },
  share: { make: newTestShare, send: callShare },
} as const;
type Sort = keyof typeof sorts;

/** The whole answer as it was on the wire, but for the day it was given. */
const seen = async (origin: string, sort: Sort, page: Linked, proof = page.read): Promise<string> => {
  const answer = await call(origin, {
    method: "POST",
    path: `/api/${sort}/read`,
    headers: { "content-type": "application/json", origin: "null" },
    body: JSON.stringify({ id: page.id, proof }),
  });
  const { date: _date, ...headers } = answer.headers;
  return JSON.stringify([answer.status, headers, answer.body.toString("hex")]);
};

/** Pages that ended in each way there is, seen by somebody who holds the full link; and one that is there, by a wrong proof. */
const alike = async (
  origin: string,
  sort: Sort,
  folder: string,
  now: () => number,
  pass: (ms: number) => void,
): Promise<readonly string[]> => {
  const { make, send } = sorts[sort];
  const pages: Readonly<Record<string, Linked>> = {
    expired: make(now(), { days: 1 }),
    closed: make(now()),
    deleted: make(now()),
    open: make(now()),
  };
  for (const page of Object.values(pages)) await send(origin, "put", page.put);
  const { closed, deleted, open } = pages;
  if (closed === undefined || deleted === undefined || open === undefined) throw new Error("no pages");
  await send(origin, "close", { id: closed.id, owner: closed.owner });
  await hostCommand(["delete-ask", deleted.id], folder, (vault) => knownOf(folder, vault));
  pass(26 * hour);
  for (let look = 0; look < 100 && !(await seen(origin, sort, deleted)).startsWith("[404"); look += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const never = await seen(origin, sort, make(now()));
  const wrong: string[] = [];
  if (!(await seen(origin, sort, open)).startsWith("[200")) wrong.push(`an open ${sort} is not served`);
  for (const [way, page] of Object.entries(pages))
    if ((await seen(origin, sort, page, way === "open" ? page.owner : page.read)) !== never)
      wrong.push(`${way} can be told from one that never was (${sort})`);
  return wrong;
};

/** Makes `count` vaults, deletes them, and looks; what was wrong. */
const run = (count: number, wait: number, through?: (store: Store) => Store): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    let now = Date.UTC(2026, 10, 22, 12);
    const relay = await startRelay(configOf({ dataDir: folder, caps: { ...generousCaps, sweepMs: 200 } }), {
      now: () => now,
      ...(through === undefined ? {} : { through }),
    });
    const wrong: string[] = [];
    try {
      const stays = await filled(relay.origin);
      const marks: Uint8Array[] = [];
      for (let n = 0; n < count; n += 1) {
        const one = await filled(relay.origin);
        marks.push(...one.marks);
        if (n === 0 && marksOn(folder, marks) !== marks.length)
          wrong.push("the marks are not where they are looked for");
        one.socket.send(deleteFrame(one.vault, relay.origin, one.nonce, 2));
        await one.socket.next();
        await one.socket.close();
      }
      const left = await marksLeft(folder, marks, wait);
      if (left > 0) wrong.push(`${left} entries still on the disk`);
      if (marksOn(folder, stays.marks) !== stays.marks.length) wrong.push("another vault lost entries");
      for (const sort of ["ask", "share"] as const)
        wrong.push(
          ...(await alike(
            relay.origin,
            sort,
            folder,
            () => now,
            (ms) => void (now += ms),
          )),
        );
    } finally {
      await relay.close();
    }
    return wrong;
  });

/** The mutant: what was deleted is never swept and never leaves the write-ahead log. */
const keepsBytes = (store: Store): Store => ({
  ...store,
  sweepExpired: async () => ({ ok: true, value: 0 }),
  settle: async () => ({ ok: true, value: null }),
});

/** A case is a deleted vault. */
export const proof: Proof = {
  id: "K-5",
  number: 20,
  control: "a relay that says deleted and leaves the bytes",
  run: async ({ asked, note }) => {
    const wrong = await run(asked, minute);
    for (const line of wrong.slice(0, 10)) note(`K-5: ${line}`);
    const mutant = await run(2, 2_000, keepsBytes);
    const [why] = wrong;
    return {
      done: asked,
      failures: wrong.length,
      control: mutant.some((line) => line.includes("still on the disk")),
      ...(why === undefined ? {} : { why }),
    };
  },
};
