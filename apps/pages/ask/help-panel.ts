/** Help lines for whoever opened the page: static, chosen by country, never located, never counted. */
import { helpFallbacks, helpLines, type HelpLine } from "@belay/content";
import { button, el, fill, on } from "./dom.ts";
import { leave } from "./exit.ts";
import { language, say, sayDate } from "./say.ts";

/** A modal panel; `show` opens it. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export const helpPanel = (): { readonly root: HTMLDialogElement; readonly show: () => void } => {
  const lines = el("div", { class: "lines" });
  const choice = on(countrySelect(), "change", () => fill(lines, linesFor(choice.value)));
  const heading = el("h2", { id: "help-heading", tabindex: "-1" }, say("answer.help.heading"));
  const root = el(
    "dialog",
    { class: "help", "aria-labelledby": "help-heading" },
    el(
      "div",
      { class: "row between" },
      button("btn quiet", () => root.close(), say("answer.help.close")),
      button(
        "btn exit",
        leave,
        say("answer.bar.exit"),
        el("span", { class: "unseen" }, ` ${say("answer.bar.exit-more")}`),
      ),
    ),
    heading,
    el("p", { class: "soft" }, say("answer.help.lead")),
    el("div", { class: "field" }, el("label", { for: "country" }, say("answer.help.country")), choice),
    lines,
    el("h3", {}, say("answer.help.none")),
    el("ul", {}, ...helpFallbacks.map((id) => el("li", {}, say(`answer.help.${id}`)))),
    el("p", { class: "soft small" }, say("answer.help.exit-limits")),
  );
  fill(lines, linesFor(""));
  return {
    root,
    show: () => {
      root.showModal();
      heading.focus();
    },
  };
};

/** Countries that have lines, by name; the choice is made anew each time because nothing is kept. */
const countrySelect = (): HTMLSelectElement => {
  const names = new Intl.DisplayNames(language(), { type: "region" });
  const countries = [...new Set(helpLines.map((line) => line.country))]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language()));
  return el(
    "select",
    { id: "country", autocomplete: "off" },
    el("option", { value: "" }, say("answer.help.choose")),
    ...countries.map(({ code, name }) => el("option", { value: code }, name)),
    el("option", { value: "" }, say("answer.help.elsewhere")),
  );
};

/** Emergency first, then someone to talk to, then violence at home. */
const linesFor = (country: string): readonly Node[] => {
  const here = helpLines.filter((line) => line.country === country);
  if (here.length === 0) return [el("p", {}, say("answer.help.elsewhere-more"))];
  return (["emergency", "crisis", "violence"] as const).flatMap((kind) => {
    const some = here.filter((line) => line.kind === kind);
    return some.length === 0
      ? []
      : [el("h3", {}, say(`answer.help.${kind}`)), el("ul", { class: "plain" }, ...some.map(lineItem))];
  });
};

/** One line: whom it is for, when, in which languages, and when somebody last checked the number. */
const lineItem = (line: HelpLine): HTMLElement => {
  const languages = new Intl.DisplayNames(language(), { type: "language" });
  const spoken = line.languages.map((tag) => languages.of(tag) ?? tag).join(", ");
  const facts = [line.for, line.hours, spoken, checkedOn(line)].filter((part) => part !== null && part !== "");
  return el(
    "li",
    { class: "line" },
    el("div", {}, el("strong", {}, line.name), el("p", { class: "soft small" }, facts.join(" · "))),
    confirmed(line),
  );
};

/** A country's emergency number is not called into doubt in the moment it is needed. */
const checkedOn = (line: HelpLine): string | null => {
  if (line.kind === "emergency") return null;
  return line.checkedOn === null
    ? say("answer.help.unchecked")
    : say("answer.help.checked", { day: sayDate(line.checkedOn) });
};

/** A number is dialled or written to only after a second, different tap. */
const confirmed = (line: HelpLine): HTMLElement => {
  const root = el("div", { class: "act", role: "group", "aria-label": line.name });
  const word = line.keyword;
  const text =
    word === null
      ? say("answer.help.text", { number: line.number })
      : say("answer.help.text-word", { word, number: line.number });
  const first = button(
    "btn",
    () => ask(),
    line.channel === "call" ? say("answer.help.call", { number: line.number }) : text,
  );
  const rest = (): void => {
    fill(root, [first]);
  };
  const ask = (): void => {
    const yes = el(
      "a",
      { class: "btn", href: addressOf(line), rel: "noreferrer" },
      say(`answer.help.yes-${line.channel}`, { number: line.number }),
    );
    const no = button(
      "btn quiet",
      () => {
        rest();
        first.focus();
      },
      say("answer.help.not-now"),
    );
    fill(root, [
      el("p", { class: "small" }, say(`answer.help.confirm-${line.channel}`, { number: line.number })),
      yes,
      no,
    ]);
    yes.focus();
  };
  rest();
  return root;
};

/** `tel:` (RFC 3966) or `sms:` with its first word (RFC 5724). */
const addressOf = (line: HelpLine): string => {
  const digits = line.number.replace(/[^\d+]/g, "");
  if (line.channel === "call") return `tel:${digits}`;
  return line.keyword === null ? `sms:${digits}` : `sms:${digits}?body=${encodeURIComponent(line.keyword)}`;
};
