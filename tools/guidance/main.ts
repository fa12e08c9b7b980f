/** `npm run -s guidance`: plays the judging protocol, one JSON object a line, for many people at once. */
import { createInterface } from "node:readline";
import { talk } from "./talk.ts";

const answer = talk();
// A reader that has heard enough closes its end; there is nobody left to tell.
process.stdout.on("error", () => process.exit(0));
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });

lines.on("line", (line) => {
  const said = answer(line);
  if (said !== null) process.stdout.write(`${said}\n`);
});
