/** Private links: made durable here before the relay hears of them, watched while they wait, closed for good. */
import { addDays, dayNumber, err, ok, utf8, type Result } from "@belay/basics";
import { asks, liveLinks, type Ask } from "@belay/domain";
import { decodeReplyPlain, type AskPlain } from "@belay/wire";
import type { Engine, LinkFault, LinkInput } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { RelayFault } from "./ports/relay.ts";

const dayMs = 86_400_000;

/** The part of the engine that deals with links. */
export interface Links extends Pick<Engine, "makeLink" | "linkFor" | "closeLink"> {
  /** Takes in what one mailbox holds. True when the mailbox was reached. */
  readonly collectFrom: (ask: Ask) => Promise<boolean>;
  readonly collect: () => Promise<void>;
}

const linkFault = (fault: RelayFault, kept: boolean): LinkFault =>
  fault.type === "Offline" || fault.type === "SlowDown" ? { type: "Offline", kept } : { type: "RelayRefused", kept };

/** The earlier attempt at the same link, so that trying again never makes a second one. */
const earlierAttempt = (all: readonly Ask[], input: LinkInput): Ask | undefined =>
  all.find(
    (ask) =>
      ask.experiment === input.experiment &&
      ask.link?.from === input.from &&
      ask.link.howItWas === input.howItWas &&
      ask.sentOn === null &&
      !ask.closed &&
      ask.words === input.words,
  );

/** Links over the desk, the relay's mailboxes and the journal. */
export const createLinks = (
  ports: Pick<Ports, "clock" | "desk" | "mail" | "origin">,
  ledger: Ledger,
  journal: Journal,
): Links => {
  const find = (id: string): Ask | undefined => asks(ledger.state.value).find((ask) => ask.id === id);

  const urlOf = async (link: NonNullable<Ask["link"]>): Promise<string | null> => {
    const fragment = await ports.desk.fragment(link.secret);
    return fragment.ok ? `${ports.origin}/a/${link.mailbox}${fragment.value}` : null;
  };

  /** Seals the ask and writes the link into the log; nothing has left the device yet. */
  const prepare = async (input: LinkInput): Promise<Result<string, LinkFault>> => {
    const { day } = ports.clock.now();
    const closesOn = addDays(day, input.closesInDays);
    const plain: Omit<AskPlain, "replyPub"> = {
      v: 1,
      from: input.from,
      words: input.words,
      howItWas: input.howItWas,
      answerBy: input.answerBy,
      closesOn,
      silence: input.silence,
      locale: "en",
    };
    const made = await ports.desk.makeAsk(utf8(JSON.stringify(plain)));
    if (!made.ok) return err({ type: "NotSaved", why: "keys" });
    const { mailbox, secret, replyKey, ownerProof, hashes, body } = made.value;
    const written = await journal.dispatch({
      kind: "asks/prepare",
      experiment: input.experiment,
      words: input.words,
      from: input.from,
      howItWas: input.howItWas,
      link: { mailbox, secret, replyKey, ownerProof, closesOn },
    });
    if (!written.ok) return written;
    const ask = written.value.ids[0];
    if (ask === undefined) return err({ type: "NotSaved", why: "storage" });
    waiting.set(ask, { hashes, body });
    return ok(ask);
  };

  /** Sealed asks the relay has not taken yet. Lost with the tab: then a link is prepared anew. */
  const waiting = new Map<string, { readonly hashes: { readonly read: string; readonly reply: string; readonly owner: string }; readonly body: Uint8Array }>();

  const offer = async (id: string): Promise<Result<{ readonly ask: string; readonly url: string }, LinkFault>> => {
    const link = find(id)?.link ?? null;
    const sealed = waiting.get(id);
    const url = link === null ? null : await urlOf(link);
    if (link === null || url === null || sealed === undefined) return err({ type: "RelayRefused", kept: true });
    const { ms, day } = ports.clock.now();
    const expiresAt = ms + (dayNumber(link.closesOn) - dayNumber(day)) * dayMs;
    const put = await ports.mail.put({ id: link.mailbox, ...sealed.hashes, body: sealed.body, expiresAt });
    if (!put.ok) return err(linkFault(put.error, true));
    waiting.delete(id);
    return ok({ ask: id, url });
  };

  const makeLink: Links["makeLink"] = async (input) => {
    const earlier = earlierAttempt(asks(ledger.state.value), input);
    if (earlier !== undefined && waiting.has(earlier.id)) return offer(earlier.id);
    const prepared = await prepare(input);
    return prepared.ok ? offer(prepared.value) : prepared;
  };

  const collectFrom: Links["collectFrom"] = async (ask) => {
    const { link } = ask;
    if (link === null) return false;
    const held = await ports.mail.replies(link.mailbox, link.ownerProof);
    if (!held.ok) return false;
    const taken: string[] = [];
    for (const reply of held.value) {
      const opened = await ports.desk.openReply(link, reply.replyId, reply.body);
      if (!opened.ok && opened.error.type !== "DoesNotOpen") return true;
      const plain = opened.ok ? decodeReplyPlain(opened.value) : opened;
      if (!plain.ok) continue;
      const { v: _version, ...answer } = plain.value;
      const written = await journal.dispatch({ kind: "asks/receive", ask: ask.id, reply: reply.replyId, ...answer });
      if (written.ok || written.error.type === "Refused") taken.push(reply.replyId);
    }
    if (taken.length > 0) await ports.mail.taken(link.mailbox, link.ownerProof, taken);
    return true;
  };

  return {
    makeLink,
    linkFor: async (id) => {
      const link = find(id)?.link ?? null;
      return link === null ? null : urlOf(link);
    },
    closeLink: async (id) => {
      const link = find(id)?.link ?? null;
      if (link !== null) {
        const closed = await ports.mail.close(link.mailbox, link.ownerProof);
        if (!closed.ok && closed.error.type !== "NotThere") return err(linkFault(closed.error, true));
      }
      const written = await journal.dispatch({ kind: "asks/close", ask: id });
      return written.ok ? ok(null) : written;
    },
    collectFrom,
    collect: async () => {
      for (const ask of liveLinks(ledger.state.value, ports.clock.now().day)) await collectFrom(ask);
    },
  };
};

