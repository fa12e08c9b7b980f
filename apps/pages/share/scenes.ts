/** Draws the page before it is opened, and the document with what stands below it. */
import { documentSentences } from "@belay/content";
import { drawDocument } from "../../web/parts/document-mount.ts";
import { button, el, fill, setAttributes } from "../ask/dom.ts";
import { languageTag, sayDate } from "../ask/say.ts";
import type { Page } from "./page.ts";
import { say, type ShareId } from "./say.ts";

type Closed = Extract<Page, { readonly kind: "closed" }>;
type Open = Extract<Page, { readonly kind: "open" }>;

/** One state of the page on the screen. */
export interface Scene {
  readonly root: HTMLElement;
  /** Takes the focus when the scene appears. */
  readonly heading: HTMLElement | null;
}

const about = (...ids: readonly ShareId[]): HTMLElement =>
  el(
    "section",
    { class: "about" },
    el("h2", {}, say("share-page.about.heading")),
    ...ids.map((id) => el("p", {}, say(id))),
  );

/** The six words first, with one sentence why; then the button. */
export const closedScene = (open: () => void): Scene & { readonly show: (page: Closed) => void } => {
  const heading = el("h1", { tabindex: "-1" }, say("share-page.sealed.heading"));
  const list = el("ol", { class: "words", translate: "no" });
  const compare = el(
    "div",
    { class: "go" },
    el("h2", {}, say("share-page.sealed.words-heading")),
    el("p", {}, say("share-page.sealed.words")),
    list,
    el("p", { class: "soft" }, say("share-page.sealed.different")),
  );
  const trouble = el("p", { class: "trouble", role: "alert" });
  const tap = button("btn primary", open);
  const root = el(
    "div",
    { class: "closed" },
    el("section", { class: "card" }, heading, compare, trouble, el("div", {}, tap)),
    about("share-page.about.what", "share-page.about.sealed", "share-page.about.trace", "share-page.about.watched"),
  );
  const show = ({ words, waiting, failed }: Closed): void => {
    compare.hidden = words === null;
    fill(
      list,
      (words ?? []).map((word) => el("li", { lang: "en" }, word)),
    );
    fill(trouble, [failed && waiting === "no" ? say("share-page.gone") : null]);
    fill(tap, [
      say(
        waiting !== "no" ? "share-page.sealed.opening" : failed ? "share-page.sealed.again" : "share-page.sealed.open",
      ),
    ]);
    // Kept focusable while it works: a disabled button would throw the focus away.
    setAttributes(tap, { "aria-disabled": waiting === "no" ? null : "true" });
  };
  return { root, heading, show };
};

/** The document, and what the page can and cannot be. */
export const openScene = ({ doc }: Open): Scene => {
  const place = el("div");
  const heading = drawDocument(place, { ...doc, locale: languageTag(doc.locale) ?? "en" }, documentSentences, (day) =>
    sayDate(day),
  );
  const root = el(
    "div",
    { class: "opened" },
    place,
    about("share-page.about.what", "share-page.about.watched", "share-page.about.trace", "share-page.about.paper"),
  );
  return { root, heading };
};
