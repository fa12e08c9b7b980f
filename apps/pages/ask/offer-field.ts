/** A standing offer, for those who want to make one: what, when and how often they are glad to. */
import { el, on } from "./dom.ts";
import { offerMax, offerParts, type OfferPart, type Page } from "./page.ts";
import { plainName, say, sayNodes } from "./say.ts";
import type { Send } from "./scene.ts";

type Open = Extract<Page, { readonly kind: "open" }>;

/** Folded away: it is an extra, and an answer without it is whole. */
export const offerField = (
  from: string,
  send: Send,
): { readonly root: HTMLElement; readonly show: (page: Open) => void } => {
  const fields = offerParts.map((part) => ({ part, ...offerLine(part, send) }));
  const root = el(
    "details",
    {},
    el("summary", {}, say("answer.offer.heading")),
    el("p", { class: "soft small" }, ...sayNodes("answer.offer.lead", { from: plainName(from) })),
    ...fields.map(({ root }) => root),
  );
  const show = ({ draft, waiting }: Open): void => {
    for (const { part, box } of fields) {
      if (box.value !== draft.offer[part]) box.value = draft.offer[part];
      box.readOnly = waiting !== "no";
    }
  };
  return { root, show };
};

const offerLine = (part: OfferPart, send: Send): { readonly root: HTMLElement; readonly box: HTMLInputElement } => {
  const box = on(
    el("input", {
      type: "text",
      maxlength: String(offerMax),
      dir: "auto",
      autocomplete: "off",
      autocorrect: "off",
      spellcheck: "false",
      translate: "no",
    }),
    "input",
    () => send({ type: "offered", part, words: box.value }),
  );
  return { root: el("label", { class: "field" }, el("span", {}, say(`answer.offer.${part}`)), box), box };
};
