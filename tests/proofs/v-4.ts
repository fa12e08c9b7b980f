/** V-4: no salt and no nonce is ever used twice, not even by a device that was set back to an older copy of itself. */
import { equalBytes, utf8 } from "@belay/basics";
import { seededRandom, testVault, type TestVault } from "@belay/testkit";
import { newAskSecret, sealAsk, sealEnvelope, sealLocal, sealLock, type Random } from "@belay/vault";
import { encodeHeader } from "@belay/wire";
import type { Proof } from "./proof.ts";

/** How many times the device is set back in a full run (security page 6.4). */
const restores = 1000;
const records = 1_000_000;

/** The platform's own generator: what the key worker hands to the same functions. */
const platform: Random = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length));

/** Everything a device knows about its chain; a restore goes back to an older one of these. */
interface Snapshot {
  readonly seq: number;
  readonly prevHash: Uint8Array;
}

/** A device under trial: its keys, and where its chance comes from after it was set back to a snapshot. */
interface Subject {
  readonly vault: TestVault;
  readonly chanceAt: (snapshot: Snapshot) => Random;
}

type Note = (kind: "salt" | "nonce", bytes: Uint8Array) => void;
const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error("not sealed");
  return result.value;
};
const plain = utf8(`{"seen":{},"events":[{"note":"the same words every time"}]}`);

/** One envelope after the snapshot; salt and nonce are read out of the bytes it really has. */
const envelope = ({ vault }: Subject, snapshot: Snapshot, random: Random, note: Note): Snapshot => {
  const { vaultId, epoch, device, keys } = vault;
  const seq = snapshot.seq + 1;
  const made = value(
    sealEnvelope(
      { type: "events", vaultId, epoch, device, seq, prevHash: snapshot.prevHash, body: plain },
      keys,
      random,
    ),
  );
  note("salt", made.envelope.subarray(84, 100));
  note("nonce", made.envelope.subarray(100, 124));
  return { seq, prevHash: made.hash };
};

/**
 * The header that the next envelope would have, without the sealing behind it: it is drawn as `drawsAsSaid` shows that
 * `sealEnvelope` draws, so that a million fit into a minute.
 */
const headerAlone = ({ vault }: Subject, snapshot: Snapshot, random: Random, note: Note): Snapshot => {
  const seq = snapshot.seq + 1;
  const [salt, nonce] = [random(16), random(24)];
  const { vaultId, epoch, device } = vault;
  const prevHash = snapshot.prevHash;
  const header = encodeHeader({
    type: "events",
    vaultId,
    epoch,
    deviceId: device.id,
    seq,
    prevHash,
    salt,
    nonce,
    ctLen: 528,
  });
  note("salt", header.subarray(84, 100));
  note("nonce", header.subarray(100, 124));
  return { seq, prevHash: snapshot.prevHash };
};

/** Whether `sealEnvelope` draws 16 bytes and then 24, and uses them as they come, as its salt and its nonce. */
const drawsAsSaid = (subject: Subject): boolean => {
  const drawn: Uint8Array[] = [];
  const spy: Random = (length) => {
    const bytes = platform(length);
    drawn.push(bytes);
    return bytes;
  };
  const used: Uint8Array[] = [];
  envelope(subject, { seq: 0, prevHash: new Uint8Array(32) }, spy, (_, bytes) => used.push(bytes));
  return drawn.length === 2 && used.every((bytes, i) => equalBytes(bytes, drawn[i] ?? plain));
};

/** The other things that are sealed under salts and nonces of their own. */
const others = (subject: Subject): readonly ((random: Random, note: Note) => void)[] => {
  const secret = newAskSecret(subject.vault.random);
  const [salt, stretched] = [subject.vault.random(16), subject.vault.random(32)];
  const box = (random: Random, note: Note): void => {
    const made = value(sealLocal(subject.vault.keys, { store: "drafts", name: "ask" }, plain, random));
    note("nonce", made.subarray(8, 32));
  };
  const ask = (random: Random, note: Note): void => {
    const made = value(sealAsk(secret, plain, random));
    note("salt", made.subarray(24, 40));
    note("nonce", made.subarray(40, 64));
  };
  const lock = (random: Random, note: Note): void =>
    note("nonce", value(sealLock({ kind: "prf", params: null, salt, stretched }, plain, random)).subarray(36, 60));
  return [ask, lock, box];
};

const latin = new TextDecoder("latin1");

/** Seals `count` records, is set back again and again, and says what came twice. */
const repeats = (subject: Subject, count: number): readonly string[] => {
  const seen = { salt: new Set<string>(), nonce: new Set<string>() };
  const twice: string[] = [];
  const note: Note = (kind, bytes) => {
    const text = latin.decode(bytes);
    if (seen[kind].has(text)) twice.push(`a ${kind} came twice, after ${seen.nonce.size} records`);
    seen[kind].add(text);
  };
  const turns = others(subject);
  const every = Math.max(2, Math.floor(records / restores));
  const old: Snapshot = { seq: 0, prevHash: new Uint8Array(32) };
  let [now, random] = [old, subject.chanceAt(old)];
  for (let i = 0; i < count; i += 1) {
    if (i % every === 0) [now, random] = [old, subject.chanceAt(old)];
    if (i % 200 === 0) now = envelope(subject, now, random, note);
    else if (i % 50 === 1) turns[Math.floor(i / 50) % turns.length]?.(random, note);
    else now = headerAlone(subject, now, random, note);
  }
  return twice;
};

/** One in 40 is sealed whole by the shipped functions (envelopes, asks, locks, boxes); of the rest the header is made. */
export const proof: Proof = {
  id: "V-4",
  number: records,
  control: "a device whose chance is part of the snapshot, as a counter would be",
  run: async ({ asked, seed, note }) => {
    const vault = testVault(`v-4/${seed}`);
    const real: Subject = { vault, chanceAt: () => platform };
    const found = [
      ...(drawsAsSaid(real) ? [] : ["an envelope does not use its chance as it comes"]),
      ...repeats(real, asked),
    ];
    const control = repeats({ vault, chanceAt: ({ seq }) => seededRandom(`v-4/chance/${seq}`) }, 2500).length > 0;
    for (const line of found.slice(0, 20)) note(line);
    note(`${asked} records, set back ${Math.ceil(asked / (records / restores))} times`);
    const why = found[0];
    return { done: asked, failures: found.length, control, ...(why === undefined ? {} : { why }) };
  },
};
