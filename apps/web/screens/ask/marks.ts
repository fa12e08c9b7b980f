/** Looks at the words of an ask on this device: what may weaken them, and what is there already. Nothing leaves it. */
import { wordingEn } from "@belay/content";
import { checkRequest, markWording, type Mark, type RequestCheck } from "@belay/domain";

/** Marks in the order of the text. A vague ask is marked at its end, over nothing. */
export const marksOf = (text: string): readonly Mark[] => markWording(text, wordingEn);

/** What, when and how you feel, as far as they stand there. */
export const partsOf = (text: string): RequestCheck => checkRequest(text, wordingEn);
