/** What the page shows, as a value: every state it can be in, and how each event moves it. */
import { assertNever } from "@belay/basics";
import type { AskPlain } from "@belay/wire";

/** Why a link opens nothing: its last part is not there, or does not fit, or is of a later kind than this page reads. */
export type BrokenLink = "missing" | "damaged" | "newer";

/**
 * Why the relay's door did not give what was asked. `gone`: closed, expired, unknown or a wrong proof, all alike.
 * `full`: all answers taken. `unreadable`: what came does not open with this link.
 */
export type Trouble = "offline" | "slow" | "busy" | "gone" | "full" | "refused" | "unreadable";

/** Whether something is on its way; `lingering` once it takes longer than people expect. */
export type Waiting = "no" | "yes" | "lingering";

/** One of the four answers. */
export type Choice = "yes" | "partly" | "no" | "talk";
/** The four answers in the order in which they stand. */
export const choices = ["yes", "partly", "no", "talk"] as const satisfies readonly Choice[];

/** The two optional questions about being asked. */
export type Scale = "burden" | "glad";
/** The scales in the order in which they stand. */
export const scales = ["burden", "glad"] as const satisfies readonly Scale[];

/** The most characters a person can write here (UTF-16 units, as a text box counts). */
export const wordsMax = 1000;

/** The parts of a standing offer, in the order in which they stand. */
export const offerParts = ["what", "when", "often"] as const;
/** One part of a standing offer. */
export type OfferPart = (typeof offerParts)[number];
/** The most characters of one part. */
export const offerMax = 120;

/** What has been filled in so far. Lives in memory alone: a page without an origin can store nothing. */
export interface Draft {
  readonly choice: Choice | null;
  readonly words: string;
  readonly burden: number | null;
  readonly glad: number | null;
  readonly notThisMonth: boolean;
  readonly offer: Readonly<Record<OfferPart, string>>;
}

/** Nothing filled in: no answer is preselected and no scale has a value. */
export const emptyDraft: Draft = {
  choice: null,
  words: "",
  burden: null,
  glad: null,
  notThisMonth: false,
  offer: { what: "", when: "", often: "" },
};

/** What is on the screen. */
export type Page =
  | { readonly kind: "broken"; readonly why: BrokenLink }
  | { readonly kind: "sealed"; readonly waiting: Waiting; readonly trouble: Trouble | null }
  | {
      readonly kind: "open";
      readonly ask: AskPlain;
      readonly draft: Draft;
      readonly waiting: Waiting;
      readonly trouble: Trouble | null;
    }
  | { readonly kind: "sent"; readonly ask: AskPlain; readonly choice: Choice; readonly notThisMonth: boolean };

/** What can happen to the page. */
export type PageEvent =
  | { readonly type: "arrived"; readonly broken: BrokenLink | null }
  | { readonly type: "asked-to-open" }
  | { readonly type: "opened"; readonly ask: AskPlain }
  | { readonly type: "chose"; readonly choice: Choice }
  | { readonly type: "wrote"; readonly words: string }
  | { readonly type: "rated"; readonly scale: Scale; readonly value: number | null }
  | { readonly type: "said-not-this-month"; readonly on: boolean }
  | { readonly type: "offered"; readonly part: OfferPart; readonly words: string }
  | { readonly type: "asked-to-send" }
  | { readonly type: "delivered" }
  | { readonly type: "lingered" }
  | { readonly type: "failed"; readonly trouble: Trouble }
  | { readonly type: "asked-to-answer-again" };

/** Where every visit starts. */
export const firstPage: Page = { kind: "sealed", waiting: "no", trouble: null };

/** Whether trying the same thing once more can help. */
export const canRetry = (trouble: Trouble): boolean => {
  switch (trouble) {
    case "offline":
    case "slow":
    case "busy":
    case "refused":
      return true;
    case "gone":
    case "full":
    case "unreadable":
      return false;
    default:
      return assertNever(trouble);
  }
};

/** Whether a reply can go out now: something is chosen, nothing is on its way, and no final trouble stands. */
export const canSend = (page: Page): boolean =>
  page.kind === "open" &&
  page.draft.choice !== null &&
  page.waiting === "no" &&
  (page.trouble === null || canRetry(page.trouble));

/** The page after an event. Events that make no sense where the page is leave it as it is. */
export const next = (page: Page, event: PageEvent): Page => {
  switch (event.type) {
    case "arrived":
      return event.broken === null ? firstPage : { kind: "broken", why: event.broken };
    case "asked-to-open":
      return page.kind === "sealed" && page.waiting === "no" ? { ...page, waiting: "yes", trouble: null } : page;
    case "opened":
      return page.kind === "sealed" && page.waiting !== "no"
        ? { kind: "open", ask: event.ask, draft: emptyDraft, waiting: "no", trouble: null }
        : page;
    case "chose":
    case "wrote":
    case "rated":
    case "said-not-this-month":
    case "offered":
      return edit(page, event);
    case "asked-to-send":
      return page.kind === "open" && canSend(page) ? { ...page, waiting: "yes", trouble: null } : page;
    case "delivered":
      return delivered(page);
    case "lingered":
      return isWaiting(page) ? { ...page, waiting: "lingering" } : page;
    case "failed":
      return isWaiting(page) ? { ...page, waiting: "no", trouble: event.trouble } : page;
    case "asked-to-answer-again":
      return page.kind === "sent"
        ? { kind: "open", ask: page.ask, draft: emptyDraft, waiting: "no", trouble: null }
        : page;
    default:
      return assertNever(event);
  }
};

type Edit = Extract<PageEvent, { readonly type: "chose" | "wrote" | "rated" | "said-not-this-month" | "offered" }>;

/** The draft cannot change while it is on its way: what is confirmed must be what was sent. */
const edit = (page: Page, event: Edit): Page =>
  page.kind === "open" && page.waiting === "no" ? { ...page, draft: edited(page.draft, event) } : page;

const edited = (draft: Draft, event: Edit): Draft => {
  switch (event.type) {
    case "chose":
      return { ...draft, choice: event.choice };
    case "wrote":
      return { ...draft, words: event.words.slice(0, wordsMax) };
    case "rated":
      return { ...draft, [event.scale]: event.value };
    case "said-not-this-month":
      return { ...draft, notThisMonth: event.on };
    case "offered":
      return { ...draft, offer: { ...draft.offer, [event.part]: event.words.slice(0, offerMax) } };
    default:
      return assertNever(event);
  }
};

const isWaiting = (page: Page): page is Extract<Page, { readonly kind: "sealed" | "open" }> =>
  (page.kind === "sealed" || page.kind === "open") && page.waiting !== "no";

const delivered = (page: Page): Page =>
  page.kind === "open" && page.waiting !== "no" && page.draft.choice !== null
    ? {
        kind: "sent",
        ask: page.ask,
        choice: page.draft.choice,
        notThisMonth: page.draft.choice === "no" && page.draft.notThisMonth,
      }
    : page;
