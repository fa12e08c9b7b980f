/** One question answered from 0 to 10, or not at all: eleven round buttons that start empty. */
import { button, el, fill, on } from "./dom.ts";
import type { Scale } from "./page.ts";
import { say } from "./say.ts";

/** The scale on the screen; `show` follows the value. */
export interface ScaleField {
  readonly root: HTMLElement;
  readonly show: (value: number | null) => void;
}

/** A radio group, so that arrow keys move and one tab stop is enough. `rate` gets null when it is emptied again. */
export const scaleField = (scale: Scale, rate: (value: number | null) => void): ScaleField => {
  const inputs = Array.from({ length: 11 }, (_, value) =>
    on(
      el("input", { type: "radio", name: scale, value: String(value), class: "unseen", autocomplete: "off" }),
      "change",
      () => rate(value),
    ),
  );
  const value = el("span", { class: "soft" });
  const clear = button(
    "btn quiet small",
    () => {
      rate(null);
      inputs[0]?.focus();
    },
    say("answer.scale.clear"),
  );
  const ends = el(
    "p",
    { class: "ends soft small", id: `${scale}-ends` },
    el("span", {}, `0: ${say(`answer.scale.${scale}-0`)}`),
    el("span", {}, `10: ${say(`answer.scale.${scale}-10`)}`),
  );
  const root = el(
    "fieldset",
    { class: "scale", "aria-describedby": `${scale}-ends` },
    el("legend", {}, say(`answer.scale.${scale}`)),
    el(
      "div",
      { class: "dots" },
      ...inputs.map((input, number) => el("label", {}, input, el("span", {}, String(number)))),
    ),
    ends,
    el("p", { class: "row between small" }, value, clear),
  );
  const show = (current: number | null): void => {
    inputs.forEach((input, number) => (input.checked = number === current));
    fill(value, [current === null ? say("answer.scale.empty") : say("answer.scale.value", { count: String(current) })]);
    // Hidden from sight but kept in place, so that nothing jumps.
    clear.classList.toggle("away", current === null);
    clear.disabled = current === null;
  };
  return { root, show };
};
