/** L-5: nobody who holds the link reads another's answer, and the relay can neither make one up nor move one. */
import { toHex, utf8 } from "@belay/basics";
import { pickBelow, seededRandom } from "@belay/testkit";
import {
  askKeys,
  newAskSecret,
  newReplyKey,
  openReply,
  sealReply,
  type Random,
  type ReplyKey,
  type Secret,
} from "@belay/vault";
import type { Proof } from "./proof.ts";

/** One ask with an answer that the relay holds. */
interface Answered {
  readonly secret: Secret;
  readonly key: ReplyKey;
  readonly replyId: Uint8Array;
  readonly body: Uint8Array;
}

/** Everything that was sealed, by its bytes: what a device would have to take on the relay’s word. */
const sealedBy = new Map<string, Answered>();

const seal = (random: Random, secret: Secret, key: ReplyKey, words: string): Answered => {
  const replyId = random(16);
  const sealed = sealReply(secret, key.pk, replyId, utf8(words), random);
  if (!sealed.ok) throw new Error("the test’s own answer could not be sealed");
  const made = { secret, key, replyId, body: sealed.value };
  sealedBy.set(toHex(made.body), made);
  return made;
};

const answered = (random: Random): Answered =>
  seal(random, newAskSecret(random), newReplyKey(random), "Yes, Friday at 8 is fine.");

/** What opens an answer for the asker; the shipped one, or a mutant. */
type Open = typeof openReply;

/** Somebody else with the link: they have its secret, everything derived from it, and a key of their own. */
const byHolder = (random: Random, open: Open): boolean => {
  const { secret, replyId, body } = answered(random);
  const keys = askKeys(secret);
  const tries = [newReplyKey(random).sk, keys.psk, keys.contentKey, secret];
  return tries.some((sk) => open(secret, sk, replyId, body).ok);
};

/** The relay: it has ids, the public traffic and time, but not the secret. It seals to any key it likes. */
const byForger = (random: Random, open: Open): boolean => {
  const { secret, key, replyId, body } = answered(random);
  const guess = newAskSecret(random);
  const forged = seal(random, guess, key, "No.");
  const toOwn = seal(random, guess, newReplyKey(random), "No.");
  const flipped = Uint8Array.from(body);
  const at = pickBelow(random, flipped.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 + pickBelow(random, 255));
  return [forged.body, toOwn.body, flipped, random(body.length)].some((one) => open(secret, key.sk, replyId, one).ok);
};

/** The relay again: a true answer under another id, or of another ask. */
const byMover = (random: Random, open: Open): boolean => {
  const [one, other] = [answered(random), answered(random)];
  return (
    open(one.secret, one.key.sk, random(16), one.body).ok ||
    open(one.secret, one.key.sk, other.replyId, other.body).ok ||
    open(one.secret, one.key.sk, one.replyId, other.body).ok
  );
};

const attacks = [byHolder, byForger, byMover] as const;

/** The mutant: a device that takes the keys and the id of an answer from whoever hands it over. */
const trusting: Open = (_secret, _sk, _replyId, body) => {
  const by = sealedBy.get(toHex(body));
  return by === undefined
    ? { ok: false, error: { type: "BadTag" } }
    : openReply(by.secret, by.key.sk, by.replyId, body);
};

/** A thousand of each kind; an attack that succeeds even once is a failure, and so is an asker who cannot read. */
export const proof: Proof = {
  id: "L-5",
  number: 3_000,
  control: "a device that takes the keys and the id of an answer on the relay’s word",
  run: async ({ asked, seed, note }) => {
    const random = seededRandom(`l-5/${seed}`);
    let failures = 0;
    for (let done = 0; done < asked; done += 1) {
      const attack = attacks[done % attacks.length] ?? byHolder;
      const own = answered(random);
      const readable = openReply(own.secret, own.key.sk, own.replyId, own.body).ok;
      if (!readable || attack(random, openReply)) failures += 1;
      sealedBy.clear();
      if (done % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    }
    const caught = attacks.filter((attack) => attack(random, trusting)).length;
    note(`L-5: ${asked} attacks, ${failures} succeeded; the mutant fell to ${caught} of ${attacks.length} kinds`);
    return { done: asked, failures, control: caught === attacks.length };
  },
};
