/** Joins two devices over a scanned code, and comes back with twelve words (`security.md` 4.8). */
import { err, ok, type Result } from "@belay/basics";
import { settings } from "@belay/domain";
import type { DeskIdentity, DeskOffer, Seen } from "@belay/wire";
import { boxFault, joinFault } from "./desk-faults.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Members } from "./members.ts";
import type { Ports } from "./ports/ports.ts";
import type { Sync } from "./sync.ts";
import type { JoinFault, PairDoor, RecoveryDoor } from "./vault-door.ts";

/** How long a code counts, in ms, and how often its box is looked into. */
const offerLife = 120_000;
const lookEvery = 2_000;
/** How long a device that came back with words waits for the log before it goes on without having read it, in ms. */
const readPatience = 60_000;

type JoinPorts = Pick<Ports, "boxes" | "clock" | "desk" | "turn">;

/** What joining does to the rest of the engine. */
export interface JoinHooks {
  /** The keys of another vault are in place: what this device kept for the old one goes, and copying starts. */
  readonly moved: (identity: DeskIdentity, heads: Seen) => Promise<void>;
  /** A record of words is at the relay now, or is not. */
  readonly worded: () => Promise<void>;
}

/** Everything joining is built from. */
export interface JoinParts {
  readonly ports: JoinPorts;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly members: Members;
  readonly sync: Sync;
  readonly hooks: JoinHooks;
}

/** Choices made on the way in are nothing that would be lost. */
const isEmpty = (ledger: Ledger): boolean => ledger.recorded().every(({ kind }) => kind.startsWith("settings/"));

const pause = ({ clock }: JoinPorts, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.after(ms, resolve));

/** On the old device: the new one needs the copy at the relay, so copying is switched on with it. */
const answer = async (
  { ports, ledger, journal, members, sync }: JoinParts,
  pass: string | null,
  code: Uint8Array,
  name: string,
): Promise<Result<null, JoinFault>> => {
  await members.foundBare();
  const made = await ports.desk.pairAnswer(pass, code, name, ledger.chains().vector(), ports.clock.now().ms);
  if (!made.ok) return err(joinFault(made.error));
  if (settings(ledger.state.peek()).keepCopy !== true) {
    const choice = { country: null, signAs: null, keepCopy: true, touch: null };
    const chosen = await journal.dispatch({ kind: "settings/choose", ...choice });
    if (!chosen.ok) return chosen;
  }
  const { addBody, ...box } = made.value;
  if (addBody !== null) {
    // Durable here before the other device can be let in: what it writes then counts everywhere.
    const added = await members.act(() => Promise.resolve(ok(addBody)));
    if (!added.ok) return err(joinFault(added.error));
  }
  sync.nudge();
  const put = await ports.boxes.put({ kind: "pairing", ...box });
  // Answered before, and only the relay's word for it was lost: what lies there opens as well as this would.
  if (put.ok || (addBody === null && put.error.type === "Full")) return ok(null);
  return err(boxFault(put.error));
};

/** On the new device: looks into the box until the code is over. */
const untilAnswered = async (
  ports: JoinPorts,
  offer: DeskOffer,
  goesOn: () => boolean,
): Promise<Result<Uint8Array, JoinFault>> => {
  while (goesOn()) {
    const read = await ports.boxes.read(offer.mailbox, offer.readProof);
    if (read.ok) return read;
    if (read.error.type === "RelayRefused" || read.error.type === "Full") return err(boxFault(read.error));
    await pause(ports, lookEvery);
  }
  return err({ type: "Expired" });
};

/** Builds the door of pairing. */
export const createPairing = (parts: JoinParts): PairDoor => {
  const { ports, ledger, hooks } = parts;
  let open: { readonly offer: DeskOffer; readonly endsAt: number } | null = null;
  return {
    offer: async () => {
      if (!isEmpty(ledger)) return err({ type: "NotEmpty" });
      const offer = await ports.desk.pairOffer();
      if (!offer.ok) return err(joinFault(offer.error));
      const endsAt = ports.clock.now().ms + offerLife;
      open = { offer: offer.value, endsAt };
      return ok({ code: offer.value.code, digits: offer.value.digits, endsAt });
    },
    take: async (nextPass) => {
      const mine = open;
      if (mine === null) return err({ type: "Expired" });
      const body = await untilAnswered(ports, mine.offer, () => open === mine && ports.clock.now().ms < mine.endsAt);
      if (!body.ok) return body;
      const taken = await ports.desk.pairTake(body.value, nextPass);
      if (!taken.ok) return err(joinFault(taken.error));
      open = null;
      void ports.boxes.close(mine.offer.mailbox, mine.offer.ownerProof);
      await hooks.moved(taken.value.identity, taken.value.heads);
      return ok(null);
    },
    cancel: () => {
      open = null;
    },
    read: async (code) => {
      const read = await ports.desk.pairRead(code);
      return read.ok ? read : err(joinFault(read.error));
    },
    answer: (pass, code, name) => answer(parts, pass, code, name),
  };
};

/** Waits until the relay's log was read once, or for as long as patience lasts. */
const logRead = ({ ports, sync }: JoinParts): Promise<void> =>
  new Promise((resolve) => {
    const before = sync.read.peek();
    const finish = (): void => {
      cancel();
      stop();
      resolve();
    };
    const cancel = ports.clock.after(readPatience, finish);
    const stop = sync.read.subscribe((times) => {
      if (times > before) queueMicrotask(finish);
    });
  });

/** Builds the door of the twelve words. */
export const createRecovery = (parts: JoinParts): RecoveryDoor => {
  const { ports, ledger, members, hooks } = parts;
  return {
    words: async (pass) => {
      await members.foundBare();
      const made = await ports.desk.recoveryWords(pass);
      if (!made.ok) return err(joinFault(made.error));
      const { words, record, replaces } = made.value;
      const { ownerProof, ...box } = record;
      // The record of the same words is replaced; of other words, before, it is closed.
      const replaced = await ports.boxes.replace(box.mailbox, ownerProof, box.body);
      const put = replaced.ok ? replaced : await ports.boxes.put({ kind: "recovery", ...box });
      if (put.ok && replaces !== null) await ports.boxes.close(replaces, ownerProof);
      await hooks.worded();
      return ok({ words, saved: put.ok });
    },
    restore: async (words, nextPass, name) => {
      if (!isEmpty(ledger)) return err({ type: "NotEmpty" });
      const place = await ports.desk.recoveryFind(words);
      if (!place.ok) return err(joinFault(place.error));
      const body = await ports.boxes.read(place.value.mailbox, place.value.readProof);
      if (!body.ok) return err(boxFault(body.error));
      const taken = await ports.desk.recoveryTake(words, body.value, nextPass);
      if (!taken.ok) return err(joinFault(taken.error));
      const reading = hooks.moved(taken.value, {}).then(() => logRead(parts));
      await reading;
      // A member only once it knows the book; without it this device shows no place in the list, and can be named later.
      await members.found(nextPass, name ?? taken.value.device.slice(0, 4));
      return ok(null);
    },
  };
};
