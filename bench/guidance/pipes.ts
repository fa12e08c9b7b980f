/** Plays people over the command's pipes and compares every answer with the one given in process. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { humanOf } from "./human.ts";
import { lifeOf } from "./life.ts";
import { engine } from "./play.ts";
import type { World } from "./worlds.ts";

/** How it went: answers that were the same, others, and the time to the first answer in ms. */
export interface PipeReport {
  readonly people: number;
  readonly same: number;
  readonly different: number;
  readonly first: number;
}

/** Plays the first `people` of each world, all of them through one process at once. */
export const overPipes = async (worlds: readonly World[], people: number): Promise<PipeReport> => {
  const from = performance.now();
  const child = spawn("npm", ["run", "-s", "guidance"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<string, (line: string) => void>();
  const lines = createInterface({ input: child.stdout });
  const arrived: string[] = [];
  let first = Number.NaN;
  // Answers come in the order of the asks, so the oldest ask gets the line.
  const order: string[] = [];
  lines.on("line", (line) => {
    if (Number.isNaN(first)) first = performance.now() - from;
    arrived.push(line);
    const user = order.shift();
    if (user !== undefined) waiting.get(user)?.(line);
  });
  let [same, different] = [0, 0];
  const playOne = async (world: World, at: number): Promise<void> => {
    const life = lifeOf(humanOf(world, at));
    const seat = engine.start(life.insight);
    let turn = life.days.next(undefined);
    while (turn.done !== true) {
      const message = turn.value;
      child.stdin.write(`${JSON.stringify(message)}\n`);
      if (message.type !== "ask") {
        seat.hear(message);
        turn = life.days.next(undefined);
        continue;
      }
      const here = JSON.stringify(seat.answer(message));
      const line = await new Promise<string>((resolve) => {
        waiting.set(message.user, resolve);
        order.push(message.user);
      });
      if (line === here) same += 1;
      else {
        different += 1;
        if (different === 1) process.stderr.write(`over pipes: ${line}\nin process: ${here}\n`);
      }
      turn = life.days.next(JSON.parse(line));
    }
  };
  await Promise.all(worlds.flatMap((world) => Array.from({ length: people }, (_, at) => playOne(world, at))));
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
  return { people: worlds.length * people, same, different, first };
};
