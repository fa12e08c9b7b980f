/** The first message, as a draft keeps it: which length it began with, and the words as they are now. */
import { careLines } from "@belay/content";

/** The step of the catalogue that a first message belongs to. */
export const firstTalkStep = "ask-for-a-first-appointment";

/** Where the message waits, also for the page of the step. */
export const messageDraft = "care/message";

/** The messages of the catalogue, the longer one first. */
export const messages = careLines.filter(({ kind }) => kind === "message");

/** The length by its id, empty while none was picked; the words as they stand. */
export type MessageForm = {
  readonly length: string;
  readonly words: string;
};

/** Nothing is written for anybody before they pick a length. */
export const emptyMessage: MessageForm = { length: "", words: "" };

/** The text of a length; empty for one of another version. */
const textOf = (length: string): string => messages.find(({ id }) => id === length)?.text ?? "";

/** Whether the words are somebody's own by now. */
export const isOwn = ({ length, words }: MessageForm): boolean => words.trim() !== "" && words !== textOf(length);

/** Another length: its words come, unless there are words of one's own, which stay. */
export const withLength = (form: MessageForm, length: string): MessageForm => ({
  length,
  words: isOwn(form) ? form.words : textOf(length),
});
