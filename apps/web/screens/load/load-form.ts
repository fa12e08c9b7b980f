/** The forms of the load: adding something, deciding about it; and what of them is recorded. */
import { loadChoices, loadKinds, type Command, type LoadChoice, type LoadKind } from "@belay/domain";

/** Longest title, in UTF-16 units: one line of the log. */
export const longestTitle = 120;
/** Longest reason or standard, in UTF-16 units: a few sentences, and short enough to fit into an ask together. */
export const longestWhy = 1000;

/** Something that is carried and not recorded yet. `sort` is one of the three, or empty. */
export type AddForm = { readonly title: string; readonly sort: string };

/** Nothing written. */
export const emptyAdd: AddForm = { title: "", sort: "" };

/** The sort of that name, or null. */
export const sortOf = (text: string): LoadKind | null => loadKinds.find((kind) => kind === text) ?? null;

/** The choice of that name, or null. */
export const choiceOf = (text: string): LoadChoice | null => loadChoices.find((choice) => choice === text) ?? null;

/**
 * Any text as one line of the log: breaks, tabs, controls and broken characters become spaces, and what is too long
 * ends in an ellipsis. Empty where nothing is left.
 */
export const oneLine = (text: string): string => {
  const plain = text.replace(/[\p{Control}\p{Surrogate}\s]+/gu, " ").trim();
  if (plain.length <= longestTitle) return plain;
  let cut = "";
  for (const sign of plain) {
    if (cut.length + sign.length > longestTitle - 1) break;
    cut += sign;
  }
  return `${cut.trimEnd()}…`;
};

/** What is recorded; null while the words or the sort are missing. */
export const addCommand = (form: AddForm): Extract<Command, { kind: "load/add" }> | null => {
  const title = oneLine(form.title);
  const sort = sortOf(form.sort);
  return title === "" || sort === null ? null : { kind: "load/add", title, sort };
};

/** A decision that is not recorded yet. `choice` is one of the five, or empty; the words may stay empty. */
export type DecideForm = { readonly choice: string; readonly why: string; readonly enough: string };

/** Nothing chosen: none of the five is suggested. */
export const emptyDecide: DecideForm = { choice: "", why: "", enough: "" };

/** Whether somebody else does it afterwards, so that a standard is worth saying. */
export const goesToSomeone = (choice: LoadChoice): boolean => choice === "share" || choice === "hand-over";

/** Words without lone halves of characters, which the log could not seal. */
const sealable = (text: string): string => text.replace(/\p{Surrogate}/gu, "").trim();

/** What is recorded about `load`; null while nothing is chosen. A standard goes only with what goes to somebody. */
export const decideCommand = (load: string, form: DecideForm): Extract<Command, { kind: "load/decide" }> | null => {
  const choice = choiceOf(form.choice);
  if (choice === null) return null;
  const enough = goesToSomeone(choice) ? sealable(form.enough) : "";
  return { kind: "load/decide", load, choice, why: sealable(form.why), enough };
};
