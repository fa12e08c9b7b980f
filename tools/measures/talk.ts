/** Answers every line of a stream in order, reading no faster than the answers are taken away. */
import type { Readable, Writable } from "node:stream";
import { lineCutter } from "./lines.ts";

/** Answers one line; null stands for a line that was too long to be held. */
export type Answer = (line: string | null) => string;

/** One line out for each line in. The input is text in UTF-8; what is no UTF-8 comes as U+FFFD. */
export const talk = (answer: Answer, input: Readable, output: Writable): void => {
  let said: string[] = [];
  const cutter = lineCutter((line) => said.push(`${answer(line)}\n`));
  const say = (): void => {
    const text = said.join("");
    said = [];
    if (text !== "" && !output.write(text)) input.pause();
  };
  input.setEncoding("utf8");
  input.on("data", (text) => {
    cutter.push(String(text));
    say();
  });
  input.on("end", () => {
    cutter.end();
    say();
  });
  output.on("drain", () => input.resume());
};
