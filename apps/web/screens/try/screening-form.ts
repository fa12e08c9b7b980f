/** Reads the answers to the safety questions: any yes stops, not sure is said back calmly. */
import { safetyQuestions, type SafetyQuestion } from "@belay/content";
import { screenQuestions, screenReplies, worksWith, type Command, type Role, type Strand } from "@belay/domain";

/** One reply. */
export type Reply = (typeof screenReplies)[number];

/** A question's name. */
export type QuestionName = (typeof screenQuestions)[number];

/** Replies so far, by question. */
export type Replies = Readonly<Partial<Record<QuestionName, Reply>>>;

/** The questions as a draft keeps them; empty where a reply is open. */
export type ScreeningForm = Readonly<Record<QuestionName, string>>;

/** Nothing answered. */
export const emptyScreening: ScreeningForm = { hurt: "", used: "", risky: "", debt: "", work: "" };

/** The replies in a form; a text that is none counts as open. */
export const repliesIn = (form: ScreeningForm): Replies => {
  const replies: Partial<Record<QuestionName, Reply>> = {};
  for (const name of screenQuestions) {
    const reply = screenReplies.find((known) => known === form[name]);
    if (reply !== undefined) replies[name] = reply;
  }
  return replies;
};

/** The questions for somebody in a role, in their order: the one about work for those one works with alone. */
export const questionsFor = (role: Role): readonly SafetyQuestion[] =>
  safetyQuestions.filter((question) => question.appliesTo === "everyone" || worksWith(role));

/** What the replies amount to. `missing` while one is open, though a yes is enough to stop at once. */
export type Verdict = "missing" | "stop" | "unsure" | "clear";

/** Reads the replies of somebody in a role. */
export const verdictOf = (role: Role, replies: Replies): Verdict => {
  const given = questionsFor(role).map(({ id }) => replies[nameOfQuestion(id)]);
  if (given.some((reply) => reply === undefined)) return "missing";
  if (given.includes("yes")) return "stop";
  return given.includes("unsure") ? "unsure" : "clear";
};

/** The domain's name of a question of the catalogue; another id in the catalogue is our bug. */
export const nameOfQuestion = (id: string): QuestionName => {
  const name = screenQuestions.find((known) => known === id);
  if (name === undefined) throw new Error(`no such safety question: ${id}`);
  return name;
};

/** What is recorded, or null while a reply is missing. `larger`: the step tells something larger. */
export const screenCommand = (
  person: { readonly id: string; readonly role: Role },
  strand: Strand,
  larger: boolean,
  replies: Replies,
): Extract<Command, { kind: "circle/screen" }> | null => {
  const { hurt, used, risky, debt, work } = replies;
  if (hurt === undefined || used === undefined || risky === undefined || debt === undefined) return null;
  if (worksWith(person.role) && work === undefined) return null;
  return {
    kind: "circle/screen",
    person: person.id,
    strand,
    depth: larger ? "larger" : "first",
    answers: { hurt, used, risky, debt, work: worksWith(person.role) ? (work ?? null) : null },
  };
};
