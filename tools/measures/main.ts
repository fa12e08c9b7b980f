/** `npm run -s measures -- score|change|list`: scores and changes line by line, so that others can check them. */
import { changeLine } from "./change-line.ts";
import { lineCutter } from "./lines.ts";
import { listLines } from "./list.ts";
import { scoreLine } from "./score-line.ts";

const usage = "Use one of: measures -- score, measures -- change (JSON lines in, JSON lines out), measures -- list.";

const answers = new Map([
  ["score", scoreLine],
  ["change", changeLine],
]);

/** Answers every line of the standard input, reading no faster than what is said is taken away. */
const talk = (answer: (line: string | null) => string): void => {
  const { stdin, stdout } = process;
  let said: string[] = [];
  const cutter = lineCutter((line) => said.push(`${answer(line)}\n`));
  const say = (): void => {
    const text = said.join("");
    said = [];
    if (text !== "" && !stdout.write(text)) stdin.pause();
  };
  stdin.setEncoding("utf8");
  stdin.on("data", (text) => {
    cutter.push(String(text));
    say();
  });
  stdin.on("end", () => {
    cutter.end();
    say();
  });
  stdout.on("drain", () => stdin.resume());
};

// A reader that has heard enough closes its end; there is nobody left to tell.
process.stdout.on("error", () => process.exit(0));

const [command = "", ...rest] = process.argv.slice(2);
const answer = answers.get(command);
if (rest.length > 0 || (answer === undefined && command !== "list")) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else if (answer === undefined) process.stdout.write(`${listLines().join("\n")}\n`);
else talk(answer);
