/**
 * Turns recognised signs into a few things one could do: steps, beliefs to look at, a pause.
 *
 * Signs are weighed against each other here to find an order, and the weights stay here: nothing that leaves this file
 * is a number, so that no screen can make a total of it.
 */
import { signCatalogue, type SignContent } from "@belay/content";
import { signs, type SignAnswered, type SignReply, type State } from "@belay/domain";

/** One thing that may fit, with the words of the sign that speaks for it most. */
export interface Suggestion {
  /** A step's or a belief's id. */
  readonly id: string;
  /** The sign's own sentence, in the first person. */
  readonly why: string;
}

/** What may fit; empty lists and null where nothing was recognised. */
export interface Suggestions {
  /** At most 4, each once, most fitting first. */
  readonly steps: readonly Suggestion[];
  /** At most 3, each once, most fitting first. */
  readonly beliefs: readonly Suggestion[];
  /** The words of the sign that a pause would help with first, or null. */
  readonly pause: string | null;
}

/** More than this is a list to get through, not something to choose from. */
const most = { steps: 4, beliefs: 3 } as const;

/** A recognised sign, with the catalogue's words for it. */
type Known = { readonly sign: SignContent; readonly reply: Exclude<SignReply, "no"> };

/** How often something is pointed to, and how near the front of a sign's list it first stood. */
type Weight = { readonly often: number; readonly sometimes: number; readonly place: number; readonly why: string };

/** Recognised signs in the order of the catalogue; a “no” and signs of another version say nothing. */
const recognised = (
  answered: readonly Pick<SignAnswered, "sign" | "reply">[],
  catalogue: readonly SignContent[],
): readonly Known[] => {
  const replies = new Map(answered.map(({ sign, reply }) => [sign, reply]));
  return catalogue.flatMap((sign) => {
    const reply = replies.get(sign.id) ?? "no";
    return reply === "no" ? [] : [{ sign, reply }];
  });
};

/** “Often” before “sometimes”, whatever their numbers; then what a sign names first. */
const byWeight = (a: Weight, b: Weight): number => b.often - a.often || b.sometimes - a.sometimes || a.place - b.place;

/** The best `limit` of what the signs point to. Signs said often come first, so the first that names a thing is its why. */
const ranked = (
  known: readonly Known[],
  pointed: (sign: SignContent) => readonly string[],
  limit: number,
): readonly Suggestion[] => {
  const weights = new Map<string, Weight>();
  for (const { sign, reply } of known) {
    pointed(sign).forEach((id, place) => {
      const so = weights.get(id) ?? { often: 0, sometimes: 0, place, why: sign.text };
      weights.set(id, { ...so, [reply]: so[reply] + 1, place: Math.min(so.place, place) });
    });
  }
  return [...weights]
    .toSorted(([, a], [, b]) => byWeight(a, b))
    .slice(0, limit)
    .map(([id, { why }]) => ({ id, why }));
};

/** What the answers lead to. The same answers in any order lead to the same. */
export const suggestions = (
  answered: readonly Pick<SignAnswered, "sign" | "reply">[],
  catalogue: readonly SignContent[],
): Suggestions => {
  const all = recognised(answered, catalogue);
  const known = [...all.filter(({ reply }) => reply === "often"), ...all.filter(({ reply }) => reply === "sometimes")];
  return {
    steps: ranked(known, (sign) => sign.steps, most.steps),
    beliefs: ranked(known, (sign) => sign.beliefs, most.beliefs),
    pause: known.find(({ sign }) => sign.pause)?.sign.text ?? null,
  };
};

/** What the signs that were recognised so far lead to. */
export const suggestionsFromSigns = (state: State): Suggestions => suggestions(signs(state), signCatalogue);
