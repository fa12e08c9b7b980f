/** Runs the page: holds its state, draws it, and does what a tap asks for. */
import { ok, toHex, type Result } from "@belay/basics";
import type { Random } from "@belay/vault";
import type { AskPlain, ReplyAsk, ReplyPlain } from "@belay/wire";
import type { Courier } from "./courier.ts";
import { openLetter, replyOf, sealAnswer, type LetterFault } from "./letter.ts";
import { linkOf, type AskLink } from "./link.ts";
import { canSend, firstPage, next, type Page, type PageEvent } from "./page.ts";

/** What the desk needs from outside. */
export interface DeskPorts {
  readonly courier: Courier;
  readonly random: Random;
  /** Path and fragment of the page's address, read anew on each arrival. */
  readonly address: () => { readonly path: string; readonly fragment: string };
  /** Draws a page; called after every event that changed it. */
  readonly draw: (page: Page) => void;
  /** Calls back after that many milliseconds; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

/** What a tap can ask for. */
export interface Desk {
  readonly arrive: () => void;
  readonly send: (event: PageEvent) => void;
  readonly open: () => Promise<void>;
  readonly deliver: () => Promise<void>;
}

/** Milliseconds after which the page says that it is still trying. */
const lingersAfter = 6000;

/**
 * The desk. The secret is read from the fragment and kept in memory alone; the fragment stays in the address,
 * because a page without an origin can store nothing and a reload must still work. Taking it away would not take
 * it out of the browser's history either (security page, finding 4).
 */
export const makeDesk = (ports: DeskPorts): Desk => {
  let page = firstPage;
  let link: AskLink | null = null;
  let parcel: { readonly said: string; readonly request: ReplyAsk } | null = null;

  const send = (event: PageEvent): void => {
    const moved = next(page, event);
    if (moved === page) return;
    page = moved;
    ports.draw(page);
  };

  const patiently = async (work: () => Promise<PageEvent>): Promise<void> => {
    const from = link;
    const callOff = ports.later(lingersAfter, () => send({ type: "lingered" }));
    const event = await work();
    callOff();
    // Another link was put into the address meanwhile: what came back belongs to a page that is gone.
    if (link === from) send(event);
  };

  /** The same answer is sealed once, so that sending it again cannot count twice; a changed one is sealed anew. */
  const parcelFor = (to: AskLink, ask: AskPlain, reply: ReplyPlain): Result<ReplyAsk, LetterFault> => {
    const said = JSON.stringify(reply);
    if (parcel?.said === said) return ok(parcel.request);
    const sealed = sealAnswer(to, ask, reply, ports.random);
    if (sealed.ok) parcel = { said, request: sealed.value };
    return sealed;
  };

  return {
    arrive: () => {
      const { path, fragment } = ports.address();
      const found = linkOf(path, fragment);
      link = found.ok ? found.value : null;
      parcel = null;
      page = next(page, { type: "arrived", broken: found.ok ? null : found.error.type });
      ports.draw(page);
    },
    send,
    open: async () => {
      const to = link;
      if (to === null || page.kind !== "sealed" || page.waiting !== "no") return;
      send({ type: "asked-to-open" });
      await patiently(() => fetchAsk(ports.courier, to));
    },
    deliver: async () => {
      const to = link;
      if (to === null || page.kind !== "open" || !canSend(page)) return;
      const reply = replyOf(page.draft, page.ask);
      if (reply === null) return;
      const request = parcelFor(to, page.ask, reply);
      send({ type: "asked-to-send" });
      await patiently(() => carry(ports.courier, request));
    },
  };
};

const fetchAsk = async (courier: Courier, link: AskLink): Promise<PageEvent> => {
  const { id, readProof } = link.keys;
  const body = await courier.read({ id: toHex(id), proof: toHex(readProof) });
  if (!body.ok) return { type: "failed", trouble: body.error.type };
  const ask = openLetter(link, body.value);
  return ask.ok ? { type: "opened", ask: ask.value } : { type: "failed", trouble: ask.error.type };
};

const carry = async (courier: Courier, request: Result<ReplyAsk, LetterFault>): Promise<PageEvent> => {
  const done = request.ok ? await courier.reply(request.value) : request;
  return done.ok ? { type: "delivered" } : { type: "failed", trouble: done.error.type };
};
