/** Judges what a relay has served against what was seen before: the rules R1, R2, R5 and R7 of `security.md` 4.5. */
import { equalBytes, fromHex } from "@belay/basics";
import type { Seen } from "@belay/wire";
import type { Word } from "./fold.ts";
import { missingOf, ownDevice, type Asked, type Copier } from "./sync-session.ts";

/** How long what another device has seen may be lacking before it is called withheld, in ms (R5: 24 h). */
export const withheldAfter = 86_400_000;
/** How far another device's clock may be ahead before it is called off, in ms. */
export const clockSlack = 86_400_000;

/** What one device says it has seen of another, against what is held: another history, or more than is here. */
const noteSeen = (copier: Copier, seen: Seen): void => {
  const { memory, ledger, ports, served } = copier;
  const own = ownDevice(copier);
  const { ms } = ports.clock.now();
  for (const [device, [seq, hash]] of Object.entries(seen)) {
    const held = ledger.chains().held(device).get(seq);
    const theirs = fromHex(hash);
    if (held !== undefined && theirs.ok && !equalBytes(held, theirs.value)) {
      // This disk may have gone back: then the relay shows the other branch, and the own chain is mended before the end.
      if (device === own) served.doubt(seq, theirs.value);
      else {
        memory.raise("fork", device);
        memory.change({ frozen: [...new Set([...memory.now().frozen, device])] });
      }
    }
    const cut = ledger.members.peek().find((one) => one.device === device)?.cut;
    const counts = cut === null || cut === undefined || seq <= cut.seq;
    if (!counts || ledger.chains().head(device).seq >= seq) continue;
    const named = memory.now().named[device];
    if (named === undefined || named[0] < seq)
      memory.change({ named: { ...memory.now().named, [device]: [seq, named?.[1] ?? ms] } });
  }
};

/** Goes by what envelopes that were just taken in say of other chains, and of the time. */
export const noteWords = (copier: Copier, words: readonly Word[]): void => {
  const { ms } = copier.ports.clock.now();
  for (const { device, seen, at } of words) {
    noteSeen(copier, seen);
    // Never refused and never lost; the person is told (R7).
    if (at !== null && at > ms + clockSlack) copier.memory.raise("clock-off", device);
  }
  const { vector, named } = copier.memory.now();
  const chains = copier.ledger.chains();
  const still = Object.entries(named).filter(([device, [seq]]) => chains.head(device).seq < seq);
  // A log that was lost and is read again is shorter for a while: what was verified once is not forgotten for that.
  const higher = Object.entries(chains.vector()).filter(([device, [seq]]) => seq >= (vector[device]?.[0] ?? 0));
  copier.memory.change({ vector: { ...vector, ...Object.fromEntries(higher) }, named: Object.fromEntries(still) });
};

/** What has been named for a day and was not served (R5). */
export const judgeWithheld = (copier: Copier): void => {
  const { ms } = copier.ports.clock.now();
  for (const device of missingOf(copier)) {
    const since = copier.memory.now().named[device]?.[1] ?? ms;
    if (ms - since >= withheldAfter) copier.memory.raise("withheld", device);
  }
};

/** What the relay lacks. */
export interface Verdict {
  /** Other devices' envelopes that it had, and that are held here. */
  readonly lost: ReadonlyMap<string, readonly number[]>;
  /** True when it said that it kept own envelopes, and does not show them. */
  readonly forgotten: boolean;
}

/** Judges a log that was read from its start to its end. It goes by how things stood when the end was asked for. */
export const judgeWhole = (copier: Copier, { heads, acked }: Asked): Verdict => {
  const { memory, served, ledger } = copier;
  const own = ownDevice(copier);
  const { vector, shown } = memory.now();
  const lost = new Map<string, readonly number[]>();
  for (const device of new Set([...Object.keys(vector), ...heads.keys()])) {
    const limit = device === own ? Math.min(shown, heads.get(own) ?? 0) : (heads.get(device) ?? 0);
    const lacks = served.lacking(device, limit);
    const most = Math.max(served.high(device), ledger.chains().head(device).seq);
    const shorter = most < (vector[device]?.[0] ?? 0);
    if (lacks.length === 0 && !shorter) continue;
    memory.raise(device === own ? "own-rolled-back" : "rolled-back", device);
    if (device !== own) lost.set(device, lacks);
  }
  if (served.doubted(own)) memory.raise("fork", own);
  const forgotten = served.lacking(own, Math.min(acked, heads.get(own) ?? 0)).length > 0;
  const upTo = served.upTo(own);
  if (upTo > shown || own in vector === false) memory.change({ shown: Math.max(shown, upTo) });
  judgeWithheld(copier);
  return { lost, forgotten };
};
