/** Answers one line of `measures -- score`: the scores of one set of answers, or a plain reason why there are none. */
import { instrumentOf, score, type Instrument, type Unscorable } from "@belay/measures";
import { messageOf, short } from "./message.ts";

const refused = (reason: string): string => JSON.stringify({ scores: {}, refused: reason });

const are = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** Why answers were not scored, in plain words. */
export const reasonOf = (instrument: Instrument, fault: Unscorable): string => {
  switch (fault.type) {
    case "WrongCount":
      return `${instrument.id} has ${fault.expected} items, and there ${are(fault.got, "is 1 answer", `are ${fault.got} answers`)}`;
    case "NotANumber":
      return `answer ${fault.item} is not a number`;
    case "NotOnScale": {
      const { from, to, step } = fault.allowed;
      const steps = step === 1 ? "" : ` in steps of ${step}`;
      return `answer ${fault.item} is not a whole number from ${from} to ${to}${steps}`;
    }
    case "TooManyMissing":
      return `${fault.answered} of ${instrument.items} items ${are(fault.answered, "is", "are")} answered, and ${instrument.id} needs ${fault.needed}`;
  }
};

/** One line of JSON for one line of input, `{"scores":{…}}`, with `refused` and no scores where there are none. */
export const scoreLine = (line: string | null): string => {
  const message = messageOf(line);
  if (!message.ok) return refused(message.reason);
  const { instrument: id, answers } = message.fields;
  if (typeof id !== "string") return refused("instrument is missing or not a text");
  const instrument = instrumentOf(id);
  if (instrument === null) return refused(`there is no instrument ${short(id)}`);
  if (!Array.isArray(answers)) return refused("answers is missing or not a list");
  const scored = score(instrument, answers);
  return scored.ok ? JSON.stringify({ scores: scored.value }) : refused(reasonOf(instrument, scored.error));
};
