/** A small catalogue, a circle and messages about them, for tests of the judging protocol. */
import { answerTo, heard, newPlayer, type Answer, type Player } from "./protocol.ts";

/** Fields of a message, to be changed at will. */
export type Fields = Readonly<Record<string, unknown>>;

export const everyContext = ["in-person", "call", "message", "online"] as const;
const everyDomain = ["ask", "accept", "share"] as const;

/** Thirty steps, from easy to hard, in turns of domains; every fifth needs nobody. */
export const someSteps: readonly Fields[] = Array.from({ length: 30 }, (_, i) => ({
  id: `s${i}`,
  domain: everyDomain[i % 3],
  difficulty: 5 + i * 3,
  cost: (i % 10) / 10,
  needsPerson: i % 5 !== 0,
  contexts: i % 2 === 0 ? ["in-person", "call"] : ["message", "online", "call"],
  roles: ["friend", "family"],
}));

/** Four people: three friends and one of the family, all rated safe. */
export const somePeople: readonly Fields[] = ["ana", "bo", "cy", "di"].map((id, i) => ({
  id,
  role: i === 3 ? "family" : "friend",
  trust: 50 + 10 * i,
  comfort: 40 + 10 * i,
  safety: "safe",
}));

/** The first message about somebody. */
export const aUser = (fields: Fields = {}): Fields => ({
  type: "user",
  user: "u",
  day: 0,
  steps: someSteps,
  people: somePeople,
  contexts: everyContext,
  domains: everyDomain,
  roleContexts: { friend: everyContext, family: ["in-person", "call"] },
  intake: {
    selfReach: 35,
    independence: 40,
    ratings: [4, 8, 12, 16, 20].map((i) => ({ step: `s${i}`, hard: 20 + 2 * i })),
  },
  ...fields,
});

/** A try that went as hoped. */
export const anEvent = (fields: Fields = {}): Fields => ({
  type: "event",
  user: "u",
  id: 1,
  day: 1,
  step: "s8",
  person: "ana",
  context: "call",
  origin: "engine",
  status: "done",
  predHelp: 50,
  predBad: 60,
  before: 40,
  peak: 42,
  after: 20,
  bad: 30,
  outcome: "yes",
  ...fields,
});

/** A check-in of a good day. */
export const aCheckin = (fields: Fields = {}): Fields => ({
  type: "checkin",
  user: "u",
  day: 1,
  energy: 65,
  ...fields,
});

/** A question on a day on which everybody can be reached everywhere. */
export const anAsk = (fields: Fields = {}): Fields => ({
  type: "ask",
  id: 7,
  user: "u",
  day: 2,
  people: somePeople.map(({ id }) => id),
  contexts: everyContext,
  ...fields,
});

/** The player after these messages. */
export const after = (...messages: readonly unknown[]): Player => messages.reduce(heard, newPlayer);

/** The answer to an ask with these fields; that there is one is part of every test. */
export const answer = (player: Player, fields: Fields = {}): Answer => {
  const given = answerTo(player, anAsk(fields));
  if (given === null) throw new Error("an ask was not answered");
  return given;
};

/** Twenty days of plain tries. */
export const twentyDays: readonly Fields[] = Array.from({ length: 20 }, (_, i) =>
  anEvent({
    id: `e${i}`,
    day: i + 1,
    step: `s${6 + (i % 7)}`,
    person: (6 + (i % 7)) % 5 === 0 ? null : ["ana", "bo", "cy"][i % 3],
    context: "call",
    peak: 35 + (i % 4) * 5,
    outcome: i % 4 === 0 ? "no" : "yes",
  }),
);
