/** Lines in, answers out: keeps one player for each user, and ignores what is no message. */
import { answerTo, heard, newPlayer, type Player } from "@belay/guidance";

const parsed = (line: string): unknown => {
  try {
    // Some write a byte order mark before the first line.
    return JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    // What is no JSON is no message; the protocol has it ignored.
    return null;
  }
};

/** The user a message is about; null when it says none. */
const userOf = (message: unknown): string | null => {
  if (typeof message !== "object" || message === null || !("user" in message)) return null;
  const { user } = message;
  return typeof user === "string" || typeof user === "number" ? `${typeof user} ${user}` : null;
};

/** A line of answer without its line break, or null where nothing is to be said. */
export const talk = (): ((line: string) => string | null) => {
  const players = new Map<string, Player>();
  return (line) => {
    const message = parsed(line);
    const user = userOf(message);
    if (user === null) return null;
    const player = players.get(user) ?? newPlayer;
    const answer = answerTo(player, message);
    if (answer !== null) return JSON.stringify(answer);
    const next = heard(player, message);
    if (next !== player) players.set(user, next);
    return null;
  };
};
