/** Says a load as an ask: the first draft of the words that the composer opens with. */
import type { LoadChoice } from "@belay/domain";
import type { MessageId, Values } from "../words.ts";

/** The name under which the words of a no wait that is about no load in particular; no load has this id. */
export const looseNo = "loose-no";

/** Says a sentence by its id. */
type Say = (id: MessageId, values?: Values) => string;

/** Without margins, and without the mark that would end the sentence twice. */
const tidy = (text: string): string => text.trim().replace(/[.?!…]+$/u, "");

/** What "could you" would say twice: the field asks for what comes after it, and many write it all the same. */
const opening = /^(could|can|would|will) you\s+(please\s+)?/i;

/**
 * The first draft of an ask, to be changed freely: the request, the standard, and room for a no. Where no part was
 * named it tells the load and asks for a part of it, or for all of it.
 */
export const askWords = (
  load: { readonly title: string; readonly choice: LoadChoice; readonly why: string; readonly enough: string },
  say: Say,
): string => {
  const what = tidy(load.why).replace(opening, "");
  const title = tidy(load.title);
  const enough = tidy(load.enough);
  const request =
    what === ""
      ? say(load.choice === "hand-over" ? "load.askBareAll" : "load.askBare", { title })
      : say("load.askWhat", { what });
  return [request, ...(enough === "" ? [] : [say("load.askEnough", { enough })]), say("load.askRoom")].join(" ");
};
