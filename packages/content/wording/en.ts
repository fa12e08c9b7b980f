/** Everything the wording help knows about English. Its shape is the wording lexicon of the domain. */
import { clueParts, clues } from "./en-clues.ts";
import { alternatives, rules } from "./en-marks.ts";
import { request } from "./en-requests.ts";
import { endings, parts, spellings } from "./en-words.ts";

/** The English lexicon, in the shape that the domain's wording help reads. */
export const wordingEn = {
  locale: "en",
  spellings,
  endings,
  parts: { ...parts, ...clueParts },
  clauseEnds: [
    "but|and i|so|because|or|though|although|if|i (need|would|want)|(can|could|would|will) (you|i|we)|are you|is there|any chance|do you",
  ],
  turn: { from: "(, )?(but|only|though)( ,)?", to: ", so" },
  alternatives,
  rules,
  clues,
  request,
  additions: {
    what: {
      direct: "Could you ring me for half an hour?",
      indirect: "I wonder if you could ring me for half an hour.",
    },
    when: { direct: "Saturday at ten would suit me.", indirect: "Would Saturday at ten suit you?" },
    both: {
      direct: "Could you ring me on Saturday at ten?",
      indirect: "I wonder if you could ring me on Saturday at ten.",
    },
  },
  why: {
    apology: "Apologises for asking.",
    minimising: "Makes it smaller than it is.",
    withdrawing: "Can sound as if you don’t need it.",
    accusation: "Can be heard as blame.",
    "hidden-test": "Makes the answer a test.",
  },
  whyVague: {
    what: "Doesn’t say yet what you would like them to do.",
    when: "Doesn’t say yet when, or by when.",
    both: "Doesn’t say yet what, or when.",
  },
} as const;
