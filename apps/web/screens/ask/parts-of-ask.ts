/** Builds an ask from its parts: what I feel, that asking is hard, one request with a time. */
import type { ScriptContent } from "@belay/content";
import { withName } from "../steps/step-words.ts";
import type { MessageId, Values } from "../words.ts";

/** What somebody filled in; empty where they did not. */
export interface AskParts {
  /** An adjective: "worn out". */
  readonly feeling: string;
  /** A verb phrase: "take the school run". */
  readonly what: string;
  /** A time with its preposition: "on Friday at eight". */
  readonly when: string;
  /** Whether to say that asking is hard. */
  readonly hard: boolean;
}

/** Says a sentence by its id. */
export type Say = (id: MessageId, values?: Values) => string;

/** Without margins, without the mark that would end the sentence twice. */
const tidy = (text: string): string => text.trim().replace(/[.?!…]+$/u, "");

/** The sentences of an ask in their order; null while there is no request. */
export const fromParts = (parts: AskParts, say: Say): string | null => {
  const [feeling, what, when] = [tidy(parts.feeling), tidy(parts.what), tidy(parts.when)];
  if (what === "") return null;
  const opening =
    feeling === ""
      ? parts.hard
        ? [say("ask.partsHard")]
        : []
      : [say(parts.hard ? "ask.partsFeelingHard" : "ask.partsFeeling", { feeling })];
  const request = when === "" ? say("ask.partsRequest", { what }) : say("ask.partsRequestWhen", { what, when });
  return [...opening, request, say("ask.partsRoom")].join(" ");
};

/** What stands in a script's open places until they are filled. */
const open = "…";

/** A script with the parts in its places, in the tone that was chosen. */
export const fillScript = (
  script: ScriptContent,
  tone: "direct" | "indirect",
  parts: AskParts,
  name: string | null,
): string => {
  const values: Readonly<Record<string, string>> = {
    feeling: tidy(parts.feeling),
    what: tidy(parts.what),
    when: tidy(parts.when),
  };
  const filled = withName(script[tone], name).replace(/\{(feeling|what|when)\}/g, (_, slot: string) => {
    const value = values[slot] ?? "";
    return value === "" ? open : value;
  });
  return filled;
};

/** The words with a sentence added below what stands there already. Nothing is ever replaced. */
export const withSentence = (words: string, sentence: string): string =>
  words.trim() === "" ? sentence : `${words.trimEnd()}\n${sentence}`;

/** The words with one stretch exchanged for an alternative that the person chose. */
export const withAlternative = (words: string, from: number, to: number, alternative: string): string =>
  `${words.slice(0, from)}${alternative}${words.slice(to)}`;
