/** Hands the screens the acts that are fetched later: each waits for them, and says so when they do not come. */
import { err } from "@belay/basics";
import type { Acts } from "./acts.ts";
import type { Engine, SharingDoor } from "./engine.ts";
import type { Fetched } from "./fetched.ts";

/** What is said when they did not come: nothing was done, and it may be tried again. */
export const notFetched = err({ type: "NotSaved", why: "storage" } as const);
const noLine = err({ type: "Offline" } as const);
const noLink = err({ type: "Offline", kept: false } as const);

/** The acts by the names that screens call them by. */
type Door = Pick<
  Engine,
  | "pair"
  | "recovery"
  | "remove"
  | "found"
  | "erase"
  | "wipe"
  | "makeLink"
  | "linkFor"
  | "closeLink"
  | "collect"
  | keyof SharingDoor
>;

/** Does something with a part once it is here; `lost` is the answer when it did not come. */
export const onceHere = async <P, T, L>(
  part: Fetched<P>,
  lost: L,
  act: (part: P) => Promise<T> | T,
): Promise<T | L> => {
  const here = await part.bring();
  return here === null ? lost : act(here);
};

/** Builds the door over acts that may not be here yet. */
export const actsDoor = (acts: Fetched<Acts>): Door => ({
  pair: {
    offer: () => onceHere(acts, noLine, ({ pair }) => pair.offer()),
    take: (nextPass) => onceHere(acts, noLine, ({ pair }) => pair.take(nextPass)),
    cancel: () => acts.here.peek()?.pair.cancel(),
    read: (code) => onceHere(acts, noLine, ({ pair }) => pair.read(code)),
    answer: (pass, code, name) => onceHere(acts, noLine, ({ pair }) => pair.answer(pass, code, name)),
  },
  recovery: {
    words: (pass) => onceHere(acts, noLine, ({ recovery }) => recovery.words(pass)),
    restore: (words, nextPass, name) =>
      onceHere(acts, noLine, ({ recovery }) => recovery.restore(words, nextPass, name)),
  },
  remove: (pass, device) => onceHere(acts, notFetched, ({ members }) => members.remove(pass, device)),
  found: (pass, name) => onceHere(acts, notFetched, ({ members }) => members.found(pass, name)),
  erase: (entry) => onceHere(acts, notFetched, ({ erase }) => erase(entry)),
  wipe: (pass) => onceHere(acts, notFetched, ({ wipe }) => wipe(pass)),
  makeLink: (input) => onceHere(acts, noLink, ({ links }) => links.makeLink(input)),
  linkFor: (ask) => onceHere(acts, null, ({ links }) => links.linkFor(ask)),
  closeLink: (ask) => onceHere(acts, noLink, ({ links }) => links.closeLink(ask)),
  prepareShare: (input) => onceHere(acts, noLink, ({ sharing }) => sharing.prepareShare(input)),
  shareLink: (share) => onceHere(acts, null, ({ sharing }) => sharing.shareLink(share)),
  sendShare: (share, doc) => onceHere(acts, noLink, ({ sharing }) => sharing.sendShare(share, doc)),
  revokeShare: (share) => onceHere(acts, noLink, ({ sharing }) => sharing.revokeShare(share)),
  collect: () => onceHere(acts, undefined, ({ links }) => links.collect()),
});
