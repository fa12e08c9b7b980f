/** What the therapist's page shows, as a value, and how each event moves it. */
import { assertNever } from "@belay/basics";
import type { ShareDoc } from "@belay/wire";

/**
 * Closed, with the six words of the link, or open. Of everything that does not open there is one kind: whether a share
 * never was, has ended, was paused or taken back, or cannot be reached, must look the same.
 */
export type Page =
  | {
      readonly kind: "closed";
      /** Null where the link has no secret that could be read. */
      readonly words: readonly string[] | null;
      readonly waiting: "no" | "yes" | "lingering";
      readonly failed: boolean;
    }
  | { readonly kind: "open"; readonly doc: ShareDoc };

/** What can happen to the page. */
export type PageEvent =
  | { readonly type: "arrived"; readonly words: readonly string[] | null }
  | { readonly type: "asked-to-open" }
  | { readonly type: "lingered" }
  | { readonly type: "failed" }
  | { readonly type: "opened"; readonly doc: ShareDoc };

/** Before the address was read. */
export const firstPage: Page = { kind: "closed", words: null, waiting: "no", failed: false };

/** The page after an event. Events that make no sense where the page is leave it as it is. */
export const next = (page: Page, event: PageEvent): Page => {
  switch (event.type) {
    case "arrived":
      return { ...firstPage, words: event.words, failed: event.words === null };
    case "asked-to-open":
      return page.kind === "closed" && page.waiting === "no" ? { ...page, waiting: "yes" } : page;
    case "lingered":
      return isWaiting(page) ? { ...page, waiting: "lingering" } : page;
    case "failed":
      return isWaiting(page) ? { ...page, waiting: "no", failed: true } : page;
    case "opened":
      return isWaiting(page) ? { kind: "open", doc: event.doc } : page;
    default:
      return assertNever(event);
  }
};

const isWaiting = (page: Page): page is Extract<Page, { readonly kind: "closed" }> =>
  page.kind === "closed" && page.waiting !== "no";
