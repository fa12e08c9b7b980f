/** The four answers, and what opens below them once one is chosen. */
import { button, el, fill, on, setAttributes } from "./dom.ts";
import { offerField } from "./offer-field.ts";
import { canRetry, canSend, choices, scales, wordsMax, type Choice, type Page } from "./page.ts";
import { plainName, say, sayNodes } from "./say.ts";
import { scaleField } from "./scale.ts";
import type { Send } from "./scene.ts";
import { sendingSentence } from "./troubles.ts";

type Open = Extract<Page, { readonly kind: "open" }>;

/** A part of the open note that follows the state. */
interface Part {
  readonly root: HTMLElement;
  readonly show: (page: Open) => void;
}

/** How many characters are left when the counter appears. */
const counterFrom = 200;

/** The whole form. `deliver` seals and sends what is filled in. */
export const answerForm = (ask: Open["ask"], send: Send, deliver: () => void): Part => {
  const from = plainName(ask.from);
  const four = fourAnswers(send);
  const words = wordsField(send);
  const month = monthField(send);
  const offer = offerField(ask.from, send);
  const scaleParts = ask.howItWas ? howItWas(from, send) : null;
  const trouble = el("p", { class: "trouble", role: "alert" });
  const tap = button("btn primary", deliver);
  const change = el("span", {}, say("answer.send-change"), " ");
  const more = el(
    "div",
    { class: "more" },
    words.root,
    month.root,
    scaleParts?.root ?? null,
    offer.root,
    trouble,
    tap,
    el("p", { class: "soft small" }, change, ...sayNodes("answer.privacy.kept", { from })),
  );
  const show = (page: Open): void => {
    for (const part of [four, words, month, offer, scaleParts]) part?.show(page);
    more.hidden = page.draft.choice === null;
    fill(trouble, page.trouble === null ? [] : [...sayNodes(sendingSentence[page.trouble], { from })]);
    fill(tap, [sendLabel(page)]);
    setAttributes(tap, { "aria-disabled": canSend(page) ? null : "true" });
    tap.hidden = page.trouble !== null && !canRetry(page.trouble);
    change.hidden = tap.hidden;
  };
  return { root: el("div", { class: "reply" }, four.root, more), show };
};

/** The button names the answer it sends, so that a slip of the finger is seen before it counts. */
const sendLabel = (page: Open): string => {
  if (page.waiting !== "no") return say("answer.sending");
  return page.draft.choice === null ? "" : say("answer.send", { answer: say(`answer.ask.${page.draft.choice}`) });
};

/** Four radio buttons of one size and one colour, none of them first in any other way than by standing first. */
const fourAnswers = (send: Send): Part => {
  const inputs = choices.map((choice) => ({ choice, input: choiceInput(choice, send) }));
  const root = el(
    "fieldset",
    {},
    el("legend", {}, say("answer.ask.legend")),
    el("p", { class: "soft" }, say("answer.ask.lead")),
    el(
      "div",
      { class: "four" },
      ...inputs.map(({ choice, input }) =>
        el("label", { class: "answer" }, input, el("span", {}, say(`answer.ask.${choice}`))),
      ),
    ),
  );
  const show = (page: Open): void => {
    for (const { choice, input } of inputs) {
      input.checked = page.draft.choice === choice;
      input.disabled = page.waiting !== "no" && page.draft.choice !== choice;
    }
  };
  return { root, show };
};

const choiceInput = (choice: Choice, send: Send): HTMLInputElement =>
  on(el("input", { type: "radio", name: "answer", value: choice, autocomplete: "off" }), "change", () =>
    send({ type: "chose", choice }),
  );

/** The short text. The browser must not keep, check or translate what is typed (security page, findings 3 and AD16). */
const wordsField = (send: Send): Part => {
  const label = el("label", { for: "words" });
  const hint = el("p", { class: "soft small", id: "words-hint" });
  const left = el("p", { class: "soft small", id: "words-left", role: "status" });
  const box = on(
    el("textarea", {
      id: "words",
      rows: "3",
      maxlength: String(wordsMax),
      dir: "auto",
      autocomplete: "off",
      autocorrect: "off",
      spellcheck: "false",
      translate: "no",
      "aria-describedby": "words-hint words-left",
    }),
    "input",
    () => send({ type: "wrote", words: box.value }),
  );
  const show = ({ draft, waiting }: Open): void => {
    if (draft.choice !== null) {
      fill(label, [say(`answer.words.${draft.choice}`)]);
      fill(hint, [say(`answer.words.${draft.choice}-hint`)]);
    }
    if (box.value !== draft.words) box.value = draft.words;
    box.readOnly = waiting !== "no";
    fill(left, [counter(wordsMax - draft.words.length)]);
  };
  return { root: el("div", { class: "field" }, label, hint, box, left), show };
};

/** Silent until the end comes near: most answers are one line. */
const counter = (left: number): string | null => {
  if (left > counterFrom) return null;
  return left === 0 ? say("answer.words.full") : say("answer.words.left", { count: String(left) });
};

/** Stands under "not this time" alone. */
const monthField = (send: Send): Part => {
  const box = on(
    el("input", { type: "checkbox", id: "month", autocomplete: "off", "aria-describedby": "month-hint" }),
    "change",
    () => send({ type: "said-not-this-month", on: box.checked }),
  );
  const root = el(
    "div",
    { class: "month" },
    el("label", {}, box, el("span", {}, say("answer.month"))),
    el("p", { class: "soft small", id: "month-hint" }, say("answer.month-hint")),
  );
  const show = ({ draft, waiting }: Open): void => {
    root.hidden = draft.choice !== "no";
    box.checked = draft.notThisMonth;
    box.disabled = waiting !== "no";
  };
  return { root, show };
};

/** Shown only where the asker wanted to know; both questions can stay empty. */
const howItWas = (from: string, send: Send): Part => {
  const fields = scales.map((scale) => ({
    scale,
    field: scaleField(scale, (value) => send({ type: "rated", scale, value })),
  }));
  const root = el(
    "section",
    { class: "how" },
    el("h2", {}, say("answer.scale.heading")),
    el("p", { class: "soft small" }, ...sayNodes("answer.scale.lead", { from })),
    ...fields.map(({ field }) => field.root),
  );
  const show = ({ draft }: Open): void => {
    for (const { scale, field } of fields) field.show(draft[scale]);
  };
  return { root, show };
};
