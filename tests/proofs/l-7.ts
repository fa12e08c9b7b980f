/** L-7: when a close and replies race, nothing is accepted after the close. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { configOf, startRelay, type Store } from "../../apps/relay/index.ts";
import { numberIn, openFile } from "../../apps/relay/store/driver.ts";
import { generousCaps, inParallel, withFolder } from "../relay/begin.ts";
import { callAsk, newTestAsk, newTestReply } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

/** Replies sent around each close, and how far apart they start at most. */
const replies = 4;
const spreadMs = 4;

/** A number from 0 up to 1 that depends on nothing but these two. */
const spread = (seed: number, n: number): number => {
  const x = Math.sin(seed * 12.9898 + n * 78.233) * 43_758.5453;
  return x - Math.floor(x);
};

/** One race; gives what was wrong. */
const race = async (origin: string, seed: number, n: number): Promise<readonly string[]> => {
  const ask = newTestAsk(Date.now(), { cap: 10 });
  const put = await callAsk(origin, "put", ask.put);
  if (put.status !== 201) return [`put: ${put.status}`];
  const reply = () => callAsk(origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() });
  const later = async (k: number) => {
    await pause(spread(seed, n * 10 + k) * spreadMs);
    return reply();
  };
  const racing = Array.from({ length: replies }, (_, k) => later(k));
  await pause(spread(seed, n * 10 + 9) * spreadMs);
  const closed = await callAsk(origin, "close", { id: ask.id, owner: ask.owner });
  // Begun after the close was answered: no excuse.
  const after = await reply();
  const during = await Promise.all(racing);
  const left = await callAsk(origin, "replies", { id: ask.id, owner: ask.owner });
  return [
    ...(closed.status === 200 ? [] : [`close: ${closed.status}`]),
    ...(after.status === 404 ? [] : [`a reply after the close: ${after.status}`]),
    ...during.filter(({ status }) => status !== 201 && status !== 404).map(({ status }) => `a racing reply: ${status}`),
    ...(left.status === 404 ? [] : [`the mailbox after the close: ${left.status}`]),
  ];
};

/** Rows that outlived their close. */
const rowsLeft = (folder: string): number => {
  const db = openFile(join(folder, "relay.db"));
  const row = db.prepare("SELECT (SELECT count(*) FROM mailbox) + (SELECT count(*) FROM reply) AS n").get() ?? {};
  db.close();
  return numberIn(row, "n");
};

const races = (count: number, seed: number, through?: (store: Store) => Store) =>
  withFolder(async (folder) => {
    const relay = await startRelay(
      configOf({ dataDir: folder, caps: generousCaps }),
      through === undefined ? {} : { through },
    );
    const wrong: string[] = [];
    await inParallel(
      Array.from({ length: count }, (_, n) => n),
      8,
      async (n) => void wrong.push(...(await race(relay.origin, seed, n))),
    );
    await relay.close();
    const left = rowsLeft(folder);
    return left === 0 ? wrong : [...wrong, `${left} rows outlived their close`];
  });

/** The mutant: it looks whether the ask is open, and only then, a little later, takes the reply, come what may. */
const lookThenTake = (store: Store): Store => {
  const asks = new Map<string, Parameters<Store["mail"]["put"]>[0]>();
  return {
    ...store,
    mail: {
      ...store.mail,
      put: (mail, now) => {
        asks.set(mail.id, mail);
        return store.mail.put(mail, now);
      },
      reply: async (id, hash, reply, now) => {
        const ask = asks.get(id);
        const open = ask === undefined ? null : await store.mail.read(id, ask.readHash, now);
        if (ask === undefined || open?.ok !== true) return { ok: false, error: { type: "NotFound" } };
        await pause(spreadMs);
        await store.mail.put(ask, now);
        return store.mail.reply(id, hash, reply, now);
      },
    },
  };
};

/** A case is a race. */
export const proof: Proof = {
  id: "L-7",
  number: 500,
  control: "a relay that looks first and takes the reply later",
  run: async ({ asked, seed, note }) => {
    const wrong = await races(asked, seed);
    const mutant = await races(40, seed, lookThenTake);
    for (const line of wrong.slice(0, 10)) note(`L-7: ${line}`);
    note(`L-7: the mutant was caught ${mutant.length} times`);
    const [why] = wrong;
    return { done: asked, failures: wrong.length, control: mutant.length > 0, ...(why === undefined ? {} : { why }) };
  },
};
