/** What people write in a run: commands of several rooms, often about the same things on different devices. */
import { people, type Command, type State } from "@belay/domain";
import { diceOf } from "./dice.ts";

const none = { country: null, signAs: null, keepCopy: null, touch: null } as const;
const names = ["Noor", "Ana", "Jo", "Sam"] as const;

/** One command for a device that sees this state. */
export const commandOf = (draw: number, state: State): Command => {
  const dice = diceOf(draw);
  const known = people(state);
  const person = known[dice.below(Math.max(1, known.length))]?.id ?? null;
  switch (dice.below(person === null ? 4 : 7)) {
    case 0:
      return {
        kind: "circle/add",
        nickname: names[dice.below(4)] ?? "Noor",
        role: "friend",
        ring: "near",
        trust: 50,
        comfort: null,
      };
    case 1:
      return { kind: "settings/choose", ...none, signAs: names[dice.below(4)] ?? "Noor" };
    case 2:
      return { kind: "beliefs/rate", belief: "bel-01", strength: dice.below(100) };
    case 3:
      return { kind: "checkin/note", energy: dice.below(100), cues: [], carrying: null };
    case 4:
      return {
        kind: "circle/change",
        person: person ?? "",
        nickname: names[dice.below(4)] ?? "Noor",
        role: null,
        ring: null,
        trust: dice.below(100),
        comfort: null,
      };
    case 5:
      return {
        kind: "circle/observe",
        person: person ?? "",
        quality: "shares",
        seen: "seen",
        on: "2026-03-01",
        note: "",
      };
    default:
      return { kind: "checkin/note", energy: dice.below(100), cues: [], carrying: "a box" };
  }
};
