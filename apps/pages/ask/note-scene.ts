/** The open note: who wrote, the words, until when, the answers, and what is worth knowing before answering. */
import type { AskPlain } from "@belay/wire";
import { answerForm } from "./answer-form.ts";
import { el, type Attributes } from "./dom.ts";
import { languageTag, plainName, say, sayDay, sayNodes, type AnswerId } from "./say.ts";
import type { Scene, Send } from "./scene.ts";

/** The scene for one ask. */
export const noteScene = (ask: AskPlain, send: Send, deliver: () => void): Scene<"open"> => {
  const heading = el("h1", { tabindex: "-1" }, ...sayNodes("answer.note.heading", { from: plainName(ask.from) }));
  const form = answerForm(ask, send, deliver);
  const root = el(
    "div",
    { class: "note" },
    el("section", { class: "letter" }, heading, sheet(ask), facts(ask)),
    form.root,
    el("aside", { class: "aside" }, answeringWell(), small("answer.privacy.link"), small("answer.about.unwanted")),
  );
  return { root, heading, show: form.show };
};

/** A line for who wants to know more, below what is asked. */
const small = (id: AnswerId): HTMLElement => el("p", { class: "soft small" }, say(id));

/** The words and who signs them. */
const sheet = (ask: AskPlain): HTMLElement =>
  el("div", { class: "card sheet" }, words(ask), el("p", { class: "signed" }, el("bdi", {}, plainName(ask.from))));

/** Text and nothing else: its own direction, its own language, cut at its edge whatever its letters do. */
const words = (ask: AskPlain): HTMLElement =>
  el("p", { class: "words", dir: "auto", lang: languageTag(ask.locale), translate: "no" }, ask.words);

/** Until when, and what happens without an answer, in the asker's own words where they chose to say it. */
const facts = (ask: AskPlain): HTMLElement => {
  const silenceLabel = ask.answerBy === null ? "answer.note.silence" : "answer.note.silence-by";
  return el(
    "dl",
    { class: "facts" },
    ...(ask.answerBy === null ? [] : fact("answer.note.by", sayDay(ask.answerBy))),
    ...(ask.silence === null || ask.silence.trim() === ""
      ? []
      : fact(silenceLabel, ask.silence, { dir: "auto", lang: languageTag(ask.locale) })),
    ...fact("answer.note.until", sayDay(ask.closesOn)),
  );
};

const fact = (id: AnswerId, text: string, attributes: Attributes = {}): readonly Node[] => [
  el("dt", {}, say(id)),
  el("dd", attributes, text),
];

/** Four lines; each a name and its reason. */
const answeringWell = (): HTMLElement =>
  el(
    "section",
    { class: "well" },
    el("h2", {}, say("answer.well.heading")),
    el(
      "ul",
      {},
      ...(["listen", "fix", "honest", "small"] as const).map((line) =>
        el("li", {}, el("strong", {}, say(`answer.well.${line}`)), " ", say(`answer.well.${line}-more`)),
      ),
    ),
  );
