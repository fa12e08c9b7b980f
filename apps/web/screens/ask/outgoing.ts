/** Makes the words that go out, and the fact that they did. */
import type { LocalDay } from "@belay/basics";
import type { Ask, Command, Experiment } from "@belay/domain";

/** The words with the sentence about the day below them, unless they hold it already. */
export const withDay = (words: string, sentence: string | null): string => {
  const bare = words.trim();
  return sentence === null || bare.includes(sentence) ? bare : `${bare}\n${sentence}`;
};

/** The command that records an ask as gone out. `ask` is the prepared one of a link, else null. */
export const sendCommand = (
  experiment: Pick<Experiment, "id" | "person">,
  channel: "said" | "own-message" | "link",
  words: string,
  silence: Ask["silence"],
  ask: string | null,
): Extract<Command, { kind: "asks/send" }> => ({
  kind: "asks/send",
  ask,
  experiment: experiment.id,
  person: experiment.person,
  words,
  channel,
  silence,
});

/** The prepared link of an experiment that was not handed over yet. */
export const preparedAsk = (experiment: Pick<Experiment, "asks">): Ask | null =>
  experiment.asks.find((ask) => ask.link !== null && ask.sentOn === null && !ask.closed) ?? null;

/** Whether the day that was waited for has passed without an answer. */
export const waitedLongEnough = (silence: Ask["silence"], today: LocalDay): boolean =>
  silence !== null && today > silence.by;
