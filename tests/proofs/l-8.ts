/** L-8: when an ask is over is decided by the relay’s clock alone, whatever the clocks of askers and readers say. */
import { pickBelow, seededRandom } from "@belay/testkit";
import { configOf, startRelay, type Store } from "../../apps/relay/index.ts";
import { hourOf } from "../../apps/relay/store/port.ts";
import { generousCaps, withFolder } from "../relay/begin.ts";
import { call, newTestAsk, newTestReply } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

const hour = 3_600_000;
const year = 8_766 * hour;

/** A call as a device makes it whose clock is wrong, and says so wherever HTTP lets it. */
const callFrom = async (origin: string, route: string, clock: number, body: object): Promise<number> => {
  const date = new Date(clock).toUTCString();
  const headers = { "content-type": "application/json", origin, date, "if-modified-since": date };
  const answer = await call(origin, { method: "POST", path: `/api/ask/${route}`, headers, body: JSON.stringify(body) });
  return answer.status;
};

/** One ask of one wrong clock: open until the relay’s hour comes, gone from then on. Gives what was wrong. */
const oneAsk = async (
  origin: string,
  pass: (ms: number) => void,
  relayNow: () => number,
  skew: number,
  life: number,
): Promise<readonly string[]> => {
  const ask = newTestAsk(relayNow());
  const put = { ...ask.put, expiresAt: relayNow() + life };
  const clock = () => relayNow() + skew;
  const read = () => callFrom(origin, "read", clock(), { id: ask.id, proof: ask.read });
  const reply = () => callFrom(origin, "reply", clock(), { id: ask.id, proof: ask.reply, ...newTestReply() });
  const was = [await callFrom(origin, "put", clock(), put), await read()];
  pass(life - 60_000);
  was.push(await read(), await reply());
  // Ends are cut to whole hours, never before the time that was asked for.
  pass(60_000 + hour);
  was.push(await read(), await reply());
  const right = [201, 200, 200, 201, 404, 404];
  return was.every((status, n) => status === right[n]) ? [] : [`skew ${skew / hour} h: ${was.join(" ")}`];
};

/** A device whose clock puts the end into the relay’s past, or beyond the longest life, is refused, not believed. */
const refused = async (origin: string, relayNow: () => number, skew: number): Promise<readonly string[]> => {
  const ask = newTestAsk(relayNow());
  const put = { ...ask.put, expiresAt: relayNow() + skew };
  const status = await callFrom(origin, "put", relayNow() + skew, put);
  return status === 400 ? [] : [`an end ${skew / hour} h away was answered ${status}`];
};

const run = (count: number, seed: number, through?: (store: Store) => Store): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    let now = Date.UTC(2026, 10, 22, 12, 17);
    const relay = await startRelay(configOf({ dataDir: folder, caps: generousCaps }), {
      now: () => now,
      ...(through === undefined ? {} : { through }),
    });
    const random = seededRandom(`l-8/${seed}`);
    const wrong: string[] = [];
    try {
      for (let n = 0; n < count; n += 1) {
        const sign = n % 2 === 0 ? 1 : -1;
        // From minutes to ten years, more of the small ones: those are the likely ones.
        const skew = sign * Math.round((10 * year) ** ((1 + pickBelow(random, 1_000)) / 1_000));
        const life = (1 + pickBelow(random, 29 * 24)) * hour;
        const far = sign > 0 ? 32 * 24 * hour + skew : skew;
        wrong.push(
          ...(await oneAsk(
            relay.origin,
            (ms) => void (now += ms),
            () => now,
            skew,
            life,
          )),
          ...(await refused(relay.origin, () => now, far)),
        );
      }
    } finally {
      await relay.close();
    }
    return wrong;
  });

/** The mutant: it believes that it is as late as this machine’s own clock says, not the relay’s. */
const otherClock = (store: Store): Store => ({
  ...store,
  mail: { ...store.mail, read: (id, hash) => store.mail.read(id, hash, hourOf(0)) },
});

/** A case is an ask of a device with a wrong clock. */
export const proof: Proof = {
  id: "L-8",
  number: 100,
  control: "a relay that reads an ask by another clock than its own",
  run: async ({ asked, seed, note }) => {
    const wrong = await run(asked, seed);
    for (const line of wrong.slice(0, 10)) note(`L-8: ${line}`);
    const mutant = await run(4, seed, otherClock);
    const [why] = wrong;
    return { done: asked, failures: wrong.length, control: mutant.length > 0, ...(why === undefined ? {} : { why }) };
  },
};
