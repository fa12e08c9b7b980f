/** V-7: whatever its length, a sealed thing has the size of a bucket. */
import { pickBelow, seededRandom, testVault } from "@belay/testkit";
import { chainStart, newAskSecret, newReplyKey, sealAsk, sealEnvelope, sealLocal, sealReply } from "@belay/vault";
import { bodyMax, capsuleCap } from "@belay/wire";
import type { Proof } from "./proof.ts";

const kib = 1024;
/** The sizes of the published table, written out once more. */
const buckets: readonly number[] = [
  512,
  kib,
  2 * kib,
  4 * kib,
  8 * kib,
  16 * kib,
  32 * kib,
  64 * kib,
  128 * kib,
  192 * kib,
  256 * kib,
];

/** How something is sealed: from a length to the size of what a stranger sees, less what is always around it. */
type Sizer = readonly [name: string, most: number, size: (length: number) => number];

const sealedLength = (sealed: { readonly ok: boolean; readonly value?: unknown }): number => {
  const bytes = sealed.value instanceof Uint8Array ? sealed.value : null;
  return bytes?.length ?? -1;
};

const shippedSizers = (seed: number): readonly Sizer[] => {
  const vault = testVault(`v-7/${seed}`);
  const { random, keys, vaultId, device } = vault;
  const [secret, reply] = [newAskSecret(random), newReplyKey(random)];
  return [
    [
      "envelope",
      bodyMax,
      (length) => {
        const sealed = sealEnvelope(
          {
            type: "events",
            vaultId,
            epoch: 1,
            device,
            seq: 1,
            prevHash: chainStart.hash,
            body: new Uint8Array(length),
          },
          keys,
          random,
        );
        return sealed.ok ? sealed.value.envelope.length - 240 : -1;
      },
    ],
    [
      "local box",
      bodyMax,
      (length) => sealedLength(sealLocal(keys, { store: "s", name: "n" }, new Uint8Array(length), random)) - 48,
    ],
    ["ask", capsuleCap - 4, (length) => sealedLength(sealAsk(secret, new Uint8Array(length), random)) - 116],
    [
      "reply",
      capsuleCap - 4,
      (length) => sealedLength(sealReply(secret, reply.pk, random(16), new Uint8Array(length), random)) - 56,
    ],
  ];
};

/** The mutant: pads to a multiple of 256 bytes, which shows four times as much of the length. */
const finerSizers: readonly Sizer[] = [["padded finer", bodyMax, (length) => Math.ceil((length + 4) / 256) * 256]];

/** Lengths at the edges of every bucket first, then short ones as often as long ones. */
const lengthAt = (index: number, most: number, random: (length: number) => Uint8Array): number => {
  const edges = buckets.flatMap((size) => [size - 5, size - 4, size - 3]);
  const edge = edges[index];
  if (edge !== undefined) return Math.min(edge, most);
  const scale = 1 << pickBelow(random, 19);
  return Math.min(pickBelow(random, scale), most);
};

const strays = (sizers: readonly Sizer[], count: number, seed: number): readonly string[] => {
  const random = seededRandom(`v-7/lengths/${seed}`);
  return Array.from({ length: count }, (_, i): readonly string[] => {
    const [name, most, size] = sizers[i % sizers.length] ?? ["nothing", 0, () => -1];
    const length = lengthAt(Math.floor(i / sizers.length), most, random);
    const got = size(length);
    return buckets.includes(got) && got >= length + 4 ? [] : [`${name} of ${length} bytes has ${got}`];
  }).flat();
};

/** Envelopes, local boxes, asks and replies in turn. */
export const proof: Proof = {
  id: "V-7",
  number: 5000,
  control: "padding to multiples of 256 bytes",
  run: async ({ asked, seed, note }) => {
    const found = strays(shippedSizers(seed), asked, seed);
    const control = strays(finerSizers, 40, seed).length > 0;
    for (const line of found.slice(0, 20)) note(line);
    const why = found[0];
    return { done: asked, failures: found.length, control, ...(why === undefined ? {} : { why }) };
  },
};
