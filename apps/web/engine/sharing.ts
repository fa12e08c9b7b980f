/** Shares: their links are durable here before anything leaves, and the relay is asked before the log says it is gone. */
import { err, ok, utf8, type Result } from "@belay/basics";
import { shares, shareStands, type Share } from "@belay/domain";
import { encodeShareDoc, type ShareDoc } from "@belay/wire";
import { createDrafts } from "./drafts.ts";
import type { Engine, LinkFault, ShareFault, ShareInput, SharingDoor } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { closeThen, linkFault } from "./links.ts";
import type { Ports } from "./ports/ports.ts";
import type { RelayFault } from "./ports/relay.ts";

interface Desk {
  readonly ports: Pick<Ports, "clock" | "desk" | "drafts" | "shares" | "origin">;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly drafts: Engine["drafts"];
  readonly caughtUp: () => Promise<boolean>;
}

/** Where the first document of a share is kept, sealed as drafts are, until it is known that it arrived. */
const underway = (share: string): string => `share/sent/${share}`;
/** Where it is kept what was closed already. */
const closedOnes = "share/closed";

/** There is none of that name. */
const noShare = (id: string): LinkFault => ({
  type: "Refused",
  refusal: { type: "NotFound", what: "share", id },
});

/** The share as the log has it now: another device may have ended it meanwhile. */
const shareOf = ({ ledger }: Desk, id: string): Share | null =>
  shares(ledger.state.value).find((share) => share.id === id) ?? null;

/** What is handed over, and what is read aloud: both follow from the secret, so neither asks the relay. */
const handed = async (
  { ports }: Desk,
  { mailbox, secret }: Share["link"],
): Promise<{ readonly url: string; readonly words: readonly string[] } | null> => {
  const [fragment, words] = [await ports.desk.fragment(secret), await ports.desk.shareWords(secret)];
  if (!fragment.ok || !words.ok) return null;
  return { url: `${ports.origin}/s/${mailbox}${fragment.value}`, words: words.value };
};

const prepare = async (desk: Desk, input: ShareInput): ReturnType<SharingDoor["prepareShare"]> => {
  const made = await desk.ports.desk.makeShare();
  if (!made.ok) return err({ type: "NotSaved", why: "keys" });
  const link = made.value;
  const written = await desk.journal.dispatch({ kind: "sharing/prepare", ...input, link });
  if (!written.ok) return written;
  const [share] = written.value.ids;
  const out = await handed(desk, link);
  return share === undefined || out === null ? err({ type: "NotSaved", why: "keys" }) : ok({ share, ...out });
};

/** Deletes it at the relay; one that is not there is gone. True when the relay said so. */
const close = async ({ ports }: Desk, { link }: Share): Promise<Result<null, RelayFault>> => {
  const closed = await ports.shares.close(link.mailbox, link.ownerProof);
  return closed.ok || closed.error.type !== "NotThere" ? closed : ok(null);
};

/** The relay has a document of it: so says the log, and nobody has to ask for it any more. */
const delivered = async (desk: Desk, { id, begunOn }: Share): Promise<Result<null, ShareFault>> => {
  const written = await desk.journal.dispatch({
    kind: begunOn === null ? "sharing/begin" : "sharing/renew",
    share: id,
  });
  if (!written.ok) return written;
  await desk.drafts.drop(underway(id));
  // Taken back while the document was on its way: what came after the closing must not stay.
  const now = shareOf(desk, id);
  if (!now?.revokedOn) return ok(null);
  const closed = await close(desk, now);
  return err(closed.ok ? { type: "Ended", why: "revoked" } : linkFault(closed.error));
};

/** Puts the first document, or replaces the one that is there. A share that is there already is this one, its answer lost. */
const deliver = async (
  desk: Desk,
  share: Share,
  doc: Uint8Array,
  first: boolean,
): Promise<Result<null, ShareFault>> => {
  const { shares: mail, desk: keys } = desk.ports;
  const { mailbox, ownerProof } = share.link;
  const sealed = await keys.sealShare(share.link, doc);
  if (!sealed.ok) return err({ type: "NotSaved", why: "keys" });
  const { body, ...hashes } = sealed.value;
  const put = first ? await mail.put({ id: mailbox, ...hashes, body, until: share.until }) : null;
  const gone = put === null || (!put.ok && put.error.type === "Full");
  const sent = gone ? await mail.replace(mailbox, ownerProof, body) : put;
  if (sent.ok) return delivered(desk, share);
  if (!first && sent.error.type === "NotThere") await desk.drafts.drop(underway(share.id));
  return err(linkFault(sent.error));
};

/** Sends the document of a share that still stands once everything the relay has was read. */
const send = async (desk: Desk, id: string, doc: ShareDoc): Promise<Result<null, ShareFault>> => {
  const plain = encodeShareDoc(doc);
  if (!plain.ok) return err({ type: "BadDocument", why: plain.error.type === "TooLong" ? "too-long" : "shape" });
  if (!(await desk.caughtUp())) return err({ type: "Offline", kept: true });
  const share = shareOf(desk, id);
  if (share === null) return err(noShare(id));
  const standing = shareStands(share, desk.ports.clock.now().day);
  const first = standing === "prepared";
  if (!first && standing !== "open") return err({ type: "Ended", why: standing });
  // Kept until it is known whether it arrived.
  if (first) await desk.drafts.set(underway(id), JSON.stringify(doc));
  return deliver(desk, share, plain.value, first);
};

const settle = async (desk: Desk): Promise<void> => {
  const { day } = desk.ports.clock.now();
  const before = (await desk.drafts.get(closedOnes)) ?? "";
  const done: string[] = [];
  for (const share of shares(desk.ledger.state.value)) {
    const standing = shareStands(share, day);
    const isOver = ["over", "revoked"].includes(standing);
    // Begun by a device that did not know: then it is closed once more.
    const mark = `${share.id}/${share.begunOn}`;
    const isDone = isOver && before.split(" ").includes(mark);
    // Whether a first document arrived whose answer was lost: only where there is one can it be replaced by itself.
    const text = isDone ? null : await desk.drafts.get(underway(share.id));
    if (text !== null)
      await (standing === "prepared" ? deliver(desk, share, utf8(text), false) : desk.drafts.drop(underway(share.id)));
    if (isDone || (isOver && (await close(desk, share)).ok)) done.push(mark);
  }
  if (done.join(" ") !== before) await desk.drafts.set(closedOnes, done.join(" "));
};

/** The door of the screens, and what the engine does by itself. */
export interface Sharing extends SharingDoor {
  /**
   * Finds out whether a first document arrived whose answer was lost, and closes at the relay what the log says is over,
   * once: another device that did not know of it may have put it back meanwhile. What is not reached is left for next time.
   */
  readonly settle: () => Promise<void>;
}

/** Shares over the desk, the relay and the journal; `caughtUp` reads what other devices wrote, false when it cannot. */
export const createSharing = (
  ports: Desk["ports"],
  ledger: Ledger,
  journal: Journal,
  caughtUp: Desk["caughtUp"],
): Sharing => {
  const desk: Desk = { ports, ledger, journal, caughtUp, drafts: createDrafts(ports) };
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: what is closed must not be on its way.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  return {
    prepareShare: (input) => prepare(desk, input),
    shareLink: async (id) => {
      const share = shareOf(desk, id);
      return share === null ? null : handed(desk, share.link);
    },
    sendShare: (id, doc) => inTurn(() => send(desk, id, doc)),
    revokeShare: async (id) => {
      const share = shareOf(desk, id);
      if (share === null) return err(noShare(id));
      return closeThen(desk, share.link, ports.shares, { kind: "sharing/revoke", share: id });
    },
    settle: () => inTurn(() => settle(desk)),
  };
};
