/** `npm run -s measures -- score|change|list`: scores and changes line by line, so that others can check them. */
import { changeLine } from "./change-line.ts";
import { listLines } from "./list.ts";
import { scoreLine } from "./score-line.ts";
import { talk, type Answer } from "./talk.ts";

const usage = "Use one of: measures -- score, measures -- change (JSON lines in, JSON lines out), measures -- list.";

const answers: ReadonlyMap<string, Answer> = new Map([
  ["score", scoreLine],
  ["change", changeLine],
]);

// A reader that has heard enough closes its end; there is nobody left to tell.
process.stdout.on("error", () => process.exit(0));

const [command = "", ...rest] = process.argv.slice(2);
const answer = answers.get(command);
if (rest.length > 0 || (answer === undefined && command !== "list")) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else if (answer === undefined) process.stdout.write(`${listLines().join("\n")}\n`);
else talk(answer, process.stdin, process.stdout);
