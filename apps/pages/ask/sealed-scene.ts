/** Before the tap, and for links that open nothing: an envelope, one button, and what this is. */
import { button, el, fill, setAttributes } from "./dom.ts";
import { canRetry, type Page } from "./page.ts";
import { say, type AnswerId } from "./say.ts";
import type { Scene } from "./scene.ts";
import { brokenSentence, openingSentence } from "./troubles.ts";

type Sealed = Extract<Page, { readonly kind: "sealed" }>;

/** The closed note. `open` is called by a tap alone: nothing is fetched before. */
export const sealedScene = (open: () => void): Scene<"sealed"> => {
  const heading = el("h1", { tabindex: "-1" }, say("answer.sealed.heading"));
  const lead = el("p", { class: "soft" }, say("answer.sealed.lead"));
  const trouble = el("p", { class: "trouble", role: "alert" });
  const tap = button("btn primary", open);
  const root = el(
    "div",
    { class: "sealed" },
    el("section", { class: "card centred" }, envelope(), heading, lead, trouble, tap),
    about(),
  );
  const show = (page: Sealed): void => {
    lead.hidden = page.trouble !== null;
    fill(trouble, [page.trouble === null ? null : say(openingSentence[page.trouble])]);
    fill(tap, [say(labelOf(page))]);
    // Kept focusable while it works: a disabled button would throw the focus away.
    setAttributes(tap, { "aria-disabled": page.waiting === "no" ? null : "true" });
    tap.hidden = page.trouble !== null && !canRetry(page.trouble);
  };
  return { root, heading, show };
};

const labelOf = (page: Sealed): AnswerId => {
  if (page.waiting !== "no") return "answer.sealed.opening";
  return page.trouble === null ? "answer.sealed.open" : "answer.sealed.again";
};

/** A link that opens nothing. No request is made for it. */
export const brokenScene = (): Scene<"broken"> => {
  const sentence = el("p", { class: "trouble" });
  const heading = el("h1", { tabindex: "-1" }, say("answer.broken.heading"));
  const root = el(
    "div",
    { class: "sealed" },
    el("section", { class: "card centred" }, envelope(), heading, sentence),
    about(),
  );
  return { root, heading, show: (page) => fill(sentence, [say(brokenSentence[page.why])]) };
};

/** Stands below the button on purpose: who knows the sender need not read it. */
const about = (): HTMLElement =>
  el(
    "section",
    { class: "about" },
    el("h2", {}, say("answer.about.heading")),
    el("p", {}, say("answer.about.ask")),
    el("p", {}, say("answer.about.trick")),
    el("p", {}, say("answer.about.unwanted")),
    el("p", {}, say("answer.about.sealed")),
    el("p", {}, say("answer.about.trace")),
  );

const svgSpace = "http://www.w3.org/2000/svg";

/** Says nothing that the heading does not say, so screen readers skip it. */
const envelope = (): SVGElement => {
  const svg = document.createElementNS(svgSpace, "svg");
  setAttributes(svg, { viewBox: "0 0 120 84", class: "envelope", "aria-hidden": "true" });
  const shapes = [
    ["rect", { x: "2", y: "2", width: "116", height: "80", rx: "7", class: "paper" }],
    ["path", { d: "M3 78 46 41M117 78 74 41" }],
    ["path", { d: "M3 6 53 47q7 6 14 0L117 6", class: "paper" }],
    ["circle", { cx: "60", cy: "46", r: "9", class: "seal" }],
  ] as const;
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(svgSpace, name);
    setAttributes(shape, attributes);
    svg.append(shape);
  }
  return svg;
};
