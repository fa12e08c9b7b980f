/** The questions that were ticked, as a draft keeps them and as a list says them. */
import { careLines } from "@belay/content";

/** The questions of the catalogue, in its order. */
export const questions = careLines.filter(({ kind }) => kind === "ask");

/** Ticked ids with a space between, and one question of one's own. */
export type QuestionsForm = {
  readonly ticked: string;
  readonly own: string;
};

/** Nothing is ticked for the person. */
export const emptyQuestions: QuestionsForm = { ticked: "", own: "" };

/** Whether a question is ticked. */
export const isTicked = (form: QuestionsForm, id: string): boolean => form.ticked.split(" ").includes(id);

/** The ticked ids with one more, or without it; in the order of the catalogue. */
export const withTick = (form: QuestionsForm, id: string, on: boolean): string =>
  questions
    .filter((question) => (question.id === id ? on : isTicked(form, question.id)))
    .map((question) => question.id)
    .join(" ");

/** What was chosen, in the order of the catalogue, one's own last. */
export const chosenQuestions = (form: QuestionsForm): readonly string[] => [
  ...questions.filter(({ id }) => isTicked(form, id)).map(({ text }) => text),
  ...(form.own.trim() === "" ? [] : [form.own.trim()]),
];

/** A list that any note or message can hold: one question a line. */
export const asList = (chosen: readonly string[]): string => chosen.map((question) => `- ${question}`).join("\n");
