/** What every scene of the page has in common, so that the page can swap one for another. */
import type { Page, PageEvent } from "./page.ts";

/** Sends an event to the page. */
export type Send = (event: PageEvent) => void;

/** One state of the page on the screen. Built once per kind of state; `show` then follows the state. */
export interface Scene<Kind extends Page["kind"]> {
  readonly root: HTMLElement;
  /** Takes the focus when the scene appears, so that a screen reader starts reading here. */
  readonly heading: HTMLElement;
  readonly show: (page: Extract<Page, { readonly kind: Kind }>) => void;
}
