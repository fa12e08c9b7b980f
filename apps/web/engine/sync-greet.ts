/** Proves the right to a vault at a relay, also at one that lost it or was restored from before a change of keys. */
import type { DeskHello } from "@belay/wire";
import { hangUp, say, watch, type Copier, type Session } from "./sync-session.ts";

/** One way of proving: a hello under an epoch, or making the vault with what is known of its first epoch. */
type Knock = { readonly kind: "hello" | "create"; readonly epoch: number; readonly lost?: number };

/** Keys of one epoch that are tried although they lost against another, as when the relay heard the other act first. */
const lostMax = 2;

/** With the key of an epoch that stands, then with those that lost; the first epoch has one. */
const hellos = (epoch: number): readonly Knock[] => [
  { kind: "hello", epoch },
  ...Array.from({ length: epoch > 1 ? lostMax : 0 }, (_, at): Knock => ({ kind: "hello", epoch, lost: at + 1 })),
];

/** The newest epoch first; then as if the relay did not know the vault; then as if it was restored from earlier. */
export const knocks = (epoch: number): readonly Knock[] => [
  ...hellos(epoch),
  { kind: "create", epoch: 1 },
  ...Array.from({ length: epoch - 1 }, (_, back) => hellos(epoch - 1 - back)).flat(),
];

/** The knock that comes next; null when all were refused. */
export const nextKnock = (copier: Copier): Knock | null =>
  knocks(copier.ledger.identity()?.epoch ?? 1)[copier.knock] ?? null;

const sendHello = (copier: Copier, live: Session, knock: Knock, hello: DeskHello): void => {
  const { ownerPub, writePub, ownerSig, helloSig } = hello;
  const { epoch } = knock;
  say(copier, live, (ref) =>
    knock.kind === "create" && ownerSig !== null
      ? { kind: "create", ref, ownerPub, epoch, writePub, ownerSig, helloSig }
      : { kind: "hello", ref, epoch, sig: helloSig },
  );
};

/** How often every way of proving the vault may be refused before that is taken for a no. */
const deniedMax = 4;

/** Every knock was refused: a few more times, ever later, in case a frame was lost on the way; then it is a no. */
export const denied = (copier: Copier): void => {
  copier.denied += 1;
  copier.knock = 0;
  copier.attempt = copier.denied >= deniedMax ? Number.POSITIVE_INFINITY : copier.attempt + 3;
};

/** Answers the relay's challenge. */
export const greet = async (copier: Copier, live: Session, nonce: Uint8Array): Promise<void> => {
  const knock = nextKnock(copier);
  if (knock === null) {
    denied(copier);
    return hangUp(live);
  }
  const signed = await copier.ports.desk.hello(copier.ports.origin, nonce, knock.epoch, knock.lost);
  if (copier.session !== live || live.over) return;
  if (!signed.ok && signed.error.type === "Refused" && signed.error.detail === "Epoch") {
    // No such key here: nothing was said yet, so the same challenge is answered with the next.
    copier.knock += 1;
    return greet(copier, live, nonce);
  }
  if (!signed.ok) return hangUp(live);
  watch(copier, live);
  sendHello(copier, live, knock, signed.value);
};

/** The epoch that a welcome proves; a create is answered with what the relay has, which may be any known one. */
export const welcomedAs = (copier: Copier): number => nextKnock(copier)?.epoch ?? 1;

/**
 * Tells the relay of every epoch after the one it knows, in order. What it refuses is noted; nothing is ever sealed
 * under the old epoch again all the same (`security.md` 4.9).
 */
export const turnUp = async (copier: Copier, live: Session): Promise<void> => {
  const newest = copier.ledger.identity()?.epoch ?? 1;
  if (live.epoch >= newest) return;
  const known = await copier.ports.desk.credentials();
  if (!known.ok || copier.session !== live || live.over) return;
  for (const { epoch, writePub, rotateSig } of known.value) {
    if (epoch <= live.epoch) continue;
    const ref = say(copier, live, (number) => ({
      kind: "rotate",
      ref: number,
      epoch,
      writePub,
      ownerSig: rotateSig,
    }));
    live.turning.set(ref, epoch);
  }
  watch(copier, live);
};
