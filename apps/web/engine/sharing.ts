/** Shares: their links are durable here before anything leaves, and the relay is asked before the log says it is gone. */
import { err, ok, type Result } from "@belay/basics";
import { shares, shareStands, type Share } from "@belay/domain";
import type { LinkFault, ShareInput, SharingDoor } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { RelayFault } from "./ports/relay.ts";

interface Desk {
  readonly ports: Pick<Ports, "clock" | "desk" | "shares" | "origin">;
  readonly ledger: Ledger;
  readonly journal: Journal;
}

/** The link is in the log whatever the relay says, so what was composed is never lost by it. */
const linkFault = (fault: RelayFault): LinkFault =>
  fault.type === "Offline" || fault.type === "SlowDown"
    ? { type: "Offline", kept: true }
    : { type: "RelayRefused", kept: true };

/** One that is over looks like one that never was, to the person's own screens as to its reader. */
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
  const { mailbox, secret, ownerProof } = made.value;
  const link = { mailbox, secret, ownerProof };
  const written = await desk.journal.dispatch({ kind: "sharing/prepare", ...input, link });
  if (!written.ok) return written;
  const [share] = written.value.ids;
  const out = await handed(desk, link);
  return share === undefined || out === null ? err({ type: "NotSaved", why: "keys" }) : ok({ share, ...out });
};

/** Puts the first document, or replaces the one that is there; with what became of it in the log. */
const send = async (desk: Desk, id: string, doc: Uint8Array): Promise<Result<null, LinkFault>> => {
  const share = shareOf(desk, id);
  if (share === null) return err(noShare(id));
  const standing = shareStands(share, desk.ports.clock.now().day);
  if (standing !== "prepared" && standing !== "open") return err(noShare(id));
  const { link } = share;
  const sealed = await desk.ports.desk.sealShare(link, doc);
  if (!sealed.ok) return err({ type: "NotSaved", why: "keys" });
  const { body, ...hashes } = sealed.value;
  if (standing === "prepared") {
    const put = await desk.ports.shares.put({ id: link.mailbox, ...hashes, body, until: share.until });
    if (!put.ok && put.error.type !== "Full") return err(linkFault(put.error));
    // A share that is there already is this one, whose answer was lost on the way: it gets what is meant now.
    if (!put.ok) {
      const replaced = await desk.ports.shares.replace(link.mailbox, link.ownerProof, body);
      if (!replaced.ok) return err(linkFault(replaced.error));
    }
  } else {
    const replaced = await desk.ports.shares.replace(link.mailbox, link.ownerProof, body);
    if (!replaced.ok) return err(linkFault(replaced.error));
  }
  const written = await desk.journal.dispatch({
    kind: standing === "prepared" ? "sharing/begin" : "sharing/renew",
    share: id,
  });
  if (!written.ok) return written;
  // Taken back while the document was on its way: what came after the closing must not stay.
  if (shareOf(desk, id)?.revokedOn === null) return ok(null);
  const closed = await desk.ports.shares.close(link.mailbox, link.ownerProof);
  return err(closed.ok || closed.error.type === "NotThere" ? noShare(id) : linkFault(closed.error));
};

/** Closes at the relay first: what the log says about a revoked share has to be true. Asked again, it closes again. */
const revoke = async (desk: Desk, id: string): Promise<Result<null, LinkFault>> => {
  const share = shareOf(desk, id);
  if (share === null) return err(noShare(id));
  const closed = await desk.ports.shares.close(share.link.mailbox, share.link.ownerProof);
  if (!closed.ok && closed.error.type !== "NotThere") return err(linkFault(closed.error));
  const written = await desk.journal.dispatch({ kind: "sharing/revoke", share: id });
  return written.ok ? ok(null) : written;
};

/** Shares over the desk, the relay and the journal. */
export const createSharing = (ports: Desk["ports"], ledger: Ledger, journal: Journal): SharingDoor => {
  const desk: Desk = { ports, ledger, journal };
  return {
    prepareShare: (input) => prepare(desk, input),
    shareLink: async (id) => {
      const share = shareOf(desk, id);
      return share === null ? null : handed(desk, share.link);
    },
    sendShare: (id, doc) => send(desk, id, doc),
    revokeShare: (id) => revoke(desk, id),
  };
};
