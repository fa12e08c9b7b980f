/** E-5: no header moves anybody out of their own allowance. */
import { withChild, type ChildRelay } from "../relay/child.ts";
import { call, newTestAsk } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

const reads = 10;
const client = "127.0.45.1";

/** Every name under which proxies pass an address on, and every way of writing one; `n` makes each another's. */
const forged: readonly ((n: number) => Readonly<Record<string, string>>)[] = [
  (n) => ({ "x-forwarded-for": `203.0.113.${n}` }),
  (n) => ({ "X-FORWARDED-FOR": `198.51.100.${n}, 203.0.113.${n}` }),
  (n) => ({ "x-forwarded-for": `2001:db8:${n.toString(16)}::1` }),
  (n) => ({ "x-real-ip": `203.0.113.${n}` }),
  (n) => ({ forwarded: `for=203.0.113.${n};proto=https` }),
  (n) => ({ "x-client-ip": `203.0.113.${n}`, "true-client-ip": `203.0.113.${n}` }),
  (n) => ({ "cf-connecting-ip": `203.0.113.${n}`, "x-cluster-client-ip": `203.0.113.${n}` }),
  (n) => ({ via: `1.1 203.0.113.${n}`, "x-forwarded-host": `h${n}.example` }),
];

/** Sends so many reads, each under another name; gives how many got past the limit. */
const passed = async ({ origin }: ChildRelay, count: number, headersOf: (n: number) => object): Promise<number> => {
  const started = performance.now();
  let heard = 0;
  for (let n = 0; n < count; n += 1) {
    const ask = newTestAsk(0);
    const answer = await call(origin, {
      method: "POST",
      path: "/api/ask/read",
      headers: { "content-type": "application/json", origin, ...headersOf(n) },
      body: JSON.stringify({ id: ask.id, proof: ask.read }),
      from: client,
    });
    if (answer.status !== 429) heard += 1;
  }
  const given = reads + ((performance.now() - started) / 60_000) * reads + 1;
  return Math.max(0, Math.ceil(heard - given));
};

const direct = (n: number): object => forged[n % forged.length]?.(n % 250) ?? {};
/** Behind a proxy that is believed: it adds what it saw last, whatever the client wrote before. */
const behind = (n: number): object => ({ "x-forwarded-for": `203.0.113.${n % 250}, 192.0.2.7` });

/** A case is a request; as many again go through a proxy that is believed. */
export const proof: Proof = {
  id: "E-5",
  number: 200,
  control: "a relay that believes what the client itself says of its address",
  run: async ({ asked, note }) => {
    const env = { MAX_ASK_READS_PER_ADDRESS_MINUTE: String(reads) };
    const count = Math.max(asked, 4 * reads);
    const alone = await withChild(env, (relay) => passed(relay, count, direct));
    const trusting = { ...env, TRUSTED_PROXY: client };
    const proxied = await withChild(trusting, (relay) => passed(relay, count, behind));
    const mutant = await withChild(trusting, (relay) => passed(relay, count, direct));
    note(`E-5: ${alone} and ${proxied} past the limit; the mutant let ${mutant} past`);
    const failures = alone + proxied;
    return {
      done: count,
      failures,
      control: mutant > 0,
      ...(failures === 0 ? {} : { why: `${alone} past the limit, ${proxied} behind a proxy` }),
    };
  },
};
