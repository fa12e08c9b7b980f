/** Reads what the relay serves: compares what is held, takes in what is new, and says what is wrong. */
import { equalBytes } from "@belay/basics";
import { encodeFrame, type Frame, type PageEntry } from "@belay/wire";
import { arrivalOf, type Arrival } from "./intake.ts";
import { mendOwn } from "./mend.ts";
import { judgeWhole, noteWords } from "./rules.ts";
import { eraseReplaced } from "./sync-erase.ts";
import { giveBack, push } from "./sync-push.ts";
import {
  hangUp,
  ownDevice,
  startOver,
  tell,
  unwatch,
  watch,
  type Asked,
  type Copier,
  type Session,
} from "./sync-session.ts";

/** The most bytes asked of the relay in one page. */
const pageBytes = 512 * 1024;
/** Frames that wait to be looked at may take so many bytes; a relay that sends faster is hung up on. */
const queueMax = 8 * 1024 * 1024;
/** Envelopes that do not open, or come again, before the line is given up for a while. */
const junkMax = 2_000;

type Pulled = Extract<Frame, { kind: "page" | "news" }>;

/** Asks for what comes after the last page. One pull at a time: an answer under another number moves nothing. */
export const pull = (copier: Copier, live: Session): void => {
  if (live.asked !== null) return;
  copier.ref = (copier.ref + 1) % 0xffff_ffff;
  const chains = copier.ledger.chains();
  const heads = new Map(chains.devices().map((device) => [device, chains.head(device).seq]));
  live.asked = { ref: copier.ref, heads, acked: live.acked };
  watch(copier, live);
  live.line?.send(encodeFrame({ kind: "pull", ref: copier.ref, after: copier.cursor, maxBytes: pageBytes }));
};

/** What the log holds at these places, by number. */
const heldAt = async (copier: Copier, device: string, some: readonly Arrival[]): Promise<Map<number, Uint8Array>> => {
  const numbers = some.map(({ seq }) => seq);
  const from = Math.min(...numbers);
  const read = await copier.ports.log.chain(device, from, Math.max(...numbers) - from + 1);
  const held = new Map<number, Uint8Array>();
  for (const envelope of read.ok ? read.value : []) {
    const there = arrivalOf(envelope);
    if (there !== null) held.set(there.seq, envelope);
  }
  return held;
};

/** Whether an envelope that differs from the held one is truly that device's: two histories (R3). */
const isTwin = async (copier: Copier, { device, seq, envelope }: Arrival): Promise<boolean> => {
  const opened = await copier.ports.desk.openMany([envelope], true);
  const [verdict] = opened.ok ? opened.value : [];
  if (verdict?.ok !== true) return false;
  const held = copier.ledger.chains().held(device).get(seq);
  return held !== undefined && !equalBytes(held, verdict.value.hash);
};

/** Compares envelopes of one device with the held ones, byte for byte (R8). */
const compare = async (copier: Copier, live: Session, device: string, some: readonly Arrival[]): Promise<void> => {
  const held = await heldAt(copier, device, some);
  for (const arrival of some) {
    const own = held.get(arrival.seq);
    // What is held no more lives on in a segment.
    if (own === undefined) copier.erasing.stale(device, arrival.seq);
    if (own === undefined && device === ownDevice(copier)) live.branch.set(arrival.seq, arrival.envelope);
    if (own === undefined || equalBytes(own, arrival.envelope)) {
      if (copier.served.has(device, arrival.seq)) live.junk += 1;
      copier.served.note(device, arrival.seq);
      if (own !== undefined) copier.served.same(device, arrival.seq);
    } else if (await isTwin(copier, arrival)) {
      if (device === ownDevice(copier)) {
        live.branch.set(arrival.seq, arrival.envelope);
        live.parted = true;
      } else {
        copier.memory.raise("fork", device);
        copier.memory.change({ frozen: [...new Set([...copier.memory.now().frozen, device])] });
      }
    } else live.junk += 1;
  }
};

const byDevice = (arrivals: readonly Arrival[]): Map<string, Arrival[]> => {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) groups.set(arrival.device, [...(groups.get(arrival.device) ?? []), arrival]);
  return groups;
};

/** Own envelopes beyond the own head: this disk went back. What is not taken of them belongs to a branch. */
const keepBranch = (copier: Copier, live: Session, arrivals: readonly Arrival[]): void => {
  const own = ownDevice(copier);
  for (const { device, seq, envelope } of arrivals) if (device === own) live.branch.set(seq, envelope);
};

/** Takes in what is new. A fault of the store or the desk ends the line: it comes again on the next one. */
const takeNew = async (copier: Copier, live: Session, arrivals: readonly Arrival[]): Promise<void> => {
  const own = ownDevice(copier);
  const before = copier.ledger.chains().head(own).seq;
  const done = await copier.intake.take(arrivals, copier.memory.now().frozen, copier.served.sure(own));
  if (!done.ok) {
    copier.trouble += 1;
    startOver(copier);
    hangUp(live);
    return;
  }
  const { taken, words, forked, refused } = done.value;
  live.junk += refused;
  for (const { device, seq } of taken) {
    copier.served.note(device, seq);
    copier.served.same(device, seq);
    if (device === own) live.branch.delete(seq);
  }
  if (before > 0 && taken.some(({ device }) => device === own)) copier.memory.raise("storage-lost", own);
  for (const device of forked) {
    if (device === own) live.parted = true;
    else {
      copier.memory.raise("fork", device);
      copier.memory.change({ frozen: [...new Set([...copier.memory.now().frozen, device])] });
    }
  }
  noteWords(copier, words);
};

const takePage = async (copier: Copier, live: Session, entries: readonly PageEntry[]): Promise<void> => {
  const arrivals = entries.flatMap(({ envelope }) => {
    const arrival = arrivalOf(envelope);
    if (arrival === null) live.junk += 1;
    return arrival ?? [];
  });
  for (const { device, seq } of arrivals) copier.served.offered(device, seq);
  const chains = copier.ledger.chains();
  const known = arrivals.filter(({ device, seq }) => seq <= chains.head(device).seq);
  for (const [device, some] of byDevice(known)) await compare(copier, live, device, some);
  const fresh = arrivals.filter(({ device, seq }) => seq > chains.head(device).seq);
  keepBranch(copier, live, fresh);
  const own = ownDevice(copier);
  const takeable = live.parted ? fresh.filter(({ device }) => device !== own) : fresh;
  if (takeable.length > 0 && copier.session === live && !live.over) await takeNew(copier, live, takeable);
};

/** Puts the own chain as the relay has it in the place of the own one, behind the last link that both have. */
const mend = async (copier: Copier, live: Session): Promise<void> => {
  const from = copier.served.sure(ownDevice(copier)) + 1;
  const branch = [...live.branch].filter(([seq]) => seq >= from).toSorted(([a], [b]) => a - b);
  const stones = await copier.intake.stones();
  const envelopes = branch.map(([, envelope]) => envelope);
  // Only a log that was read from its start shows the whole branch.
  const mended =
    stones.ok && live.fromStart && !live.complete
      ? await mendOwn(copier.ports, copier.ledger, from, envelopes, stones.value)
      : null;
  if (mended?.ok === true && mended.value) copier.memory.raise("storage-lost", ownDevice(copier));
  else copier.trouble += 1;
  startOver(copier);
  // Read once more, over a line of its own, with one chain.
  hangUp(live);
};

/** Whether the own chain has to be mended before anything else. */
const hasParted = async (copier: Copier, live: Session): Promise<boolean> => {
  // What came since may have shown that nothing is wrong.
  if (!live.parted && copier.intake.doubts()) await takeNew(copier, live, []);
  return live.parted || copier.intake.doubts();
};

/**
 * The relay has more of a chain than could be taken, and its log was not read from its start: perhaps it was restored from
 * an older copy and filled again, so that something new lies at places that were read before.
 */
const hidesClaimed = ({ ledger, memory }: Copier, { ends, fromStart }: Session): boolean => {
  const { frozen } = memory.now();
  const ended = ledger.members.peek().flatMap(({ device, cut }) => (cut === null ? [] : [device]));
  const aside = new Set([...frozen, ...ended]);
  return !fromStart && [...ends].some(([device, seq]) => !aside.has(device) && ledger.chains().head(device).seq < seq);
};

/** Everything was read: mend the own chain if it parted, give back what was lost, send what is new. */
const whole = async (copier: Copier, live: Session, asked: Asked): Promise<void> => {
  if (await hasParted(copier, live)) return mend(copier, live);
  if (live.over) return;
  live.branch.clear();
  live.complete = true;
  const verdict = judgeWhole(copier, asked);
  for (const [device, numbers] of verdict.lost) await giveBack(copier, live, device, numbers);
  if (copier.session !== live || live.over) return;
  if (verdict.forgotten || hidesClaimed(copier, live)) {
    copier.trouble += 1;
    if (!live.fromStart) startOver(copier);
    return hangUp(live);
  }
  if (copier.status.peek().pending === 0) copier.trouble = 0;
  tell(copier, "connected");
  copier.read.value = copier.read.peek() + 1;
  await push(copier, live);
  if (copier.session === live) eraseReplaced(copier, live);
  // Acknowledged since this page was asked for: it has to be shown too.
  if (copier.session === live && !live.over && live.acked > asked.acked) pull(copier, live);
};

/** Looks at one page, or at news. Only the page that was asked for moves the cursor. */
const look = async (copier: Copier, live: Session, frame: Pulled): Promise<void> => {
  if (copier.session !== live || live.over) return;
  const asked = live.asked;
  const isPage = frame.kind === "page" && asked !== null && frame.ref === asked.ref;
  await takePage(copier, live, frame.entries);
  if (copier.session !== live || live.over) return;
  if (live.junk > junkMax) {
    copier.attempt = Math.max(copier.attempt, 6);
    hangUp(live);
    return;
  }
  if (!isPage) {
    if (live.complete && (await hasParted(copier, live))) return mend(copier, live);
    const places = frame.entries.map(({ at }) => at);
    const follows = places.every((at, index) => at === copier.cursor + 1 + index);
    // News that follow the last page without a hole are as good as a page; others are read again in their place.
    if (live.complete && live.asked === null && follows) copier.cursor += places.length;
    else if (places.length > 0 && live.complete) pull(copier, live);
    return tell(copier, "connected");
  }
  live.asked = null;
  const before = copier.cursor;
  for (const { at } of frame.entries) copier.cursor = Math.max(copier.cursor, at);
  unwatch(copier, live);
  if (!frame.more) return whole(copier, live, asked);
  // More to come, and nothing new in it: going on would never end.
  if (copier.cursor === before) return hangUp(live);
  tell(copier, "connected");
  pull(copier, live);
};

/**
 * The acts about devices, handed to one that slept through a change of keys: with the new key it may come in. They are
 * held back where they have to wait for what stands before them in their chain, and opened all the same, for the key.
 */
export const hearActs = (copier: Copier, live: Session, entries: readonly PageEntry[]): void => {
  const before = copier.ledger.identity()?.epoch ?? 0;
  live.working = live.working.then(async () => {
    await copier.ports.desk.openMany(
      entries.map(({ envelope }) => envelope),
      true,
    );
    const now = await copier.ports.desk.open(false);
    if (copier.ledger.identity() === null || !now.ok || now.value.epoch <= before) return;
    copier.ledger.renew(now.value);
    copier.knock = 0;
    copier.attempt = copier.trouble;
  });
};

/** Pages and news are looked at one after the other, in the order in which they came. */
export const hearPulled = (copier: Copier, live: Session, frame: Pulled): void => {
  const size = frame.entries.reduce((sum, { envelope }) => sum + envelope.length, 0);
  live.queued += size;
  if (live.queued > queueMax) return hangUp(live);
  live.working = live.working
    .then(() => look(copier, live, frame))
    .then(() => {
      live.queued -= size;
    });
};
