/** Private links: made durable here before the relay hears of them, watched while they wait, closed for good. */
import { addDays, dayNumber, err, ok, utf8, type Result } from "@belay/basics";
import { asks, liveLinks, type Ask, type Command } from "@belay/domain";
import { decodeReplyPlain, type AskPlain, type DeskAsk } from "@belay/wire";
import type { Engine, LinkFault, LinkInput } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { RelayFault } from "./ports/relay.ts";

const dayMs = 86_400_000;

/** The part of the engine that deals with links. */
export interface Links extends Pick<Engine, "makeLink" | "linkFor" | "closeLink" | "collect"> {
  /** Takes in what one mailbox holds. True when the mailbox was reached. */
  readonly collectFrom: (ask: Ask) => Promise<boolean>;
}

type Made = Result<{ readonly ask: string; readonly url: string }, LinkFault>;

/** What links are made of, and the sealed asks that the relay has not taken yet (lost with the tab). */
interface Desk {
  readonly ports: Pick<Ports, "clock" | "desk" | "mail" | "origin">;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly waiting: Map<string, Pick<DeskAsk, "hashes" | "body">>;
}

/** What the relay said of a link; `kept` where it is in the log whatever that was. */
export const linkFault = (fault: RelayFault, kept = true): LinkFault =>
  fault.type === "Offline" || fault.type === "SlowDown" ? { type: "Offline", kept } : { type: "RelayRefused", kept };

const askOf = ({ ledger }: Desk, id: string): Ask | null =>
  asks(ledger.state.value).find((ask) => ask.id === id) ?? null;

const linkOf = (desk: Desk, id: string): Ask["link"] => askOf(desk, id)?.link ?? null;

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

const urlOf = async ({ ports }: Desk, link: NonNullable<Ask["link"]>): Promise<string | null> => {
  const fragment = await ports.desk.fragment(link.secret);
  return fragment.ok ? `${ports.origin}/a/${link.mailbox}${fragment.value}` : null;
};

const plainOf = (input: LinkInput, closesOn: AskPlain["closesOn"]): Omit<AskPlain, "replyPub"> => ({
  v: 1,
  from: input.from,
  words: input.words,
  howItWas: input.howItWas,
  answerBy: input.answerBy,
  closesOn,
  silence: input.silence,
  locale: "en",
});

/** Seals the ask and writes the link into the log; nothing has left the device yet. */
const prepare = async (desk: Desk, input: LinkInput): Promise<Result<string, LinkFault>> => {
  const { clock, desk: keys } = desk.ports;
  const closesOn = addDays(clock.now().day, input.closesInDays);
  const made = await keys.makeAsk(utf8(JSON.stringify(plainOf(input, closesOn))));
  if (!made.ok) return err({ type: "NotSaved", why: "keys" });
  const { mailbox, secret, replyKey, ownerProof, hashes, body } = made.value;
  const { experiment, words, from, howItWas } = input;
  const link = { mailbox, secret, replyKey, ownerProof, closesOn };
  const written = await desk.journal.dispatch({ kind: "asks/prepare", experiment, words, from, howItWas, link });
  if (!written.ok) return written;
  const [ask] = written.value.ids;
  if (ask === undefined) return err({ type: "NotSaved", why: "storage" });
  desk.waiting.set(ask, { hashes, body });
  return ok(ask);
};

/**
 * The address of a link that opens something. One that was handed over is good; one that is only prepared stands in the
 * log before the relay hears of it, so the relay is asked, and without its word there is no address to hand over.
 */
const linkFor = async (desk: Desk, id: string): Promise<string | null> => {
  const ask = askOf(desk, id);
  if (ask === null || ask.link === null) return null;
  if (ask.sentOn === null) {
    const held = await desk.ports.mail.replies(ask.link.mailbox, ask.link.ownerProof);
    if (!held.ok) return null;
  }
  return urlOf(desk, ask.link);
};

/** Gives a prepared ask to the relay. */
const offer = async (desk: Desk, id: string): Promise<Made> => {
  const link = linkOf(desk, id);
  const sealed = desk.waiting.get(id);
  const url = link === null ? null : await urlOf(desk, link);
  if (link === null || url === null || sealed === undefined) return err({ type: "RelayRefused", kept: true });
  const { ms, day } = desk.ports.clock.now();
  const expiresAt = ms + (dayNumber(link.closesOn) - dayNumber(day)) * dayMs;
  const put = await desk.ports.mail.put({ id: link.mailbox, ...sealed.hashes, body: sealed.body, expiresAt });
  // A mailbox that is there already is this one: its id follows from a fresh secret, and an answer was lost on the way.
  if (!put.ok && put.error.type !== "Full") return err(linkFault(put.error));
  desk.waiting.delete(id);
  return ok({ ask: id, url });
};

const makeLink = async (desk: Desk, input: LinkInput): Promise<Made> => {
  const earlier = earlierAttempt(asks(desk.ledger.state.value), input);
  if (earlier !== undefined && desk.waiting.has(earlier.id)) return offer(desk, earlier.id);
  const prepared = await prepare(desk, input);
  return prepared.ok ? offer(desk, prepared.value) : prepared;
};

/** What became of one reply: in the log, not openable by anyone, or to be tried again. */
type Taking = "taken" | "passed-over" | "later";

/** Opens one reply and records it. Only what is durable here may go from the relay. */
const takeIn = async (
  desk: Desk,
  ask: Ask,
  reply: { readonly replyId: string; readonly body: Uint8Array },
): Promise<Taking> => {
  if (ask.link === null) return "passed-over";
  const opened = await desk.ports.desk.openReply(ask.link, reply.replyId, reply.body);
  if (!opened.ok) return opened.error.type === "DoesNotOpen" ? "passed-over" : "later";
  const plain = decodeReplyPlain(opened.value);
  if (!plain.ok) return "passed-over";
  const { v: _version, ...answer } = plain.value;
  const written = await desk.journal.dispatch({ kind: "asks/receive", ask: ask.id, reply: reply.replyId, ...answer });
  return written.ok || written.error.type === "Refused" ? "taken" : "later";
};

const collectFrom = async (desk: Desk, ask: Ask): Promise<boolean> => {
  const { link } = ask;
  if (link === null) return false;
  const { mail } = desk.ports;
  const held = await mail.replies(link.mailbox, link.ownerProof);
  if (!held.ok) return false;
  const taken: string[] = [];
  for (const reply of held.value) {
    const taking = await takeIn(desk, ask, reply);
    if (taking === "taken") taken.push(reply.replyId);
    if (taking === "later") break;
  }
  if (taken.length > 0) await mail.taken(link.mailbox, link.ownerProof, taken);
  return true;
};

/** Closes at the relay first: what the log says about a closed link has to be true. Asked again, it closes again. */
export const closeThen = async (
  { journal }: Pick<Desk, "journal">,
  link: { readonly mailbox: string; readonly ownerProof: string } | null,
  mail: Pick<Ports["mail"], "close">,
  command: Command,
): Promise<Result<null, LinkFault>> => {
  const closed = link === null ? ok(null) : await mail.close(link.mailbox, link.ownerProof);
  if (!closed.ok && closed.error.type !== "NotThere") return err(linkFault(closed.error));
  const written = await journal.dispatch(command);
  return written.ok ? ok(null) : written;
};

/** Links over the desk, the relay's mailboxes and the journal. */
export const createLinks = (ports: Desk["ports"], ledger: Ledger, journal: Journal): Links => {
  const desk: Desk = { ports, ledger, journal, waiting: new Map() };
  return {
    makeLink: (input) => makeLink(desk, input),
    linkFor: (id) => linkFor(desk, id),
    closeLink: (id) => closeThen(desk, linkOf(desk, id), ports.mail, { kind: "asks/close", ask: id }),
    collectFrom: (ask) => collectFrom(desk, ask),
    collect: async () => {
      for (const ask of liveLinks(ledger.state.value, ports.clock.now().day)) await collectFrom(desk, ask);
    },
  };
};
