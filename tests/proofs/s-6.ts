/** S-6: whatever people do on several devices, the app shows what a few lines of plain bookkeeping say it should. */
import { beliefs, checkins, people, settings, type State } from "@belay/domain";
import { commandOf } from "../sim/people.ts";
import { diceOf } from "../sim/dice.ts";
import { openScene, type Actor } from "../sim/scene.ts";
import type { Proof } from "./proof.ts";

/** The plain bookkeeping: what was said last, and how often. */
interface Oracle {
  signAs: string;
  notes: number;
  ratings: number[];
  readonly names: Map<string, string>;
}

const note = (oracle: Oracle, command: ReturnType<typeof commandOf>, ids: readonly string[]): void => {
  switch (command.kind) {
    case "circle/add":
      oracle.names.set(ids[0] ?? "", command.nickname);
      return;
    case "circle/change":
      if (command.nickname !== null) oracle.names.set(command.person, command.nickname);
      return;
    case "settings/choose":
      if (command.signAs !== null) oracle.signAs = command.signAs;
      return;
    case "beliefs/rate":
      oracle.ratings.push(command.strength);
      return;
    case "checkin/note":
      oracle.notes += 1;
      return;
    default:
  }
};

const shown = (state: State): string =>
  JSON.stringify([
    settings(state).signAs,
    checkins(state).length,
    (beliefs(state, ["bel-01"])[0]?.ratings ?? []).map(({ strength }) => strength).toSorted((a, b) => a - b),
    people(state)
      .map(({ id, nickname }) => `${id} ${nickname}`)
      .toSorted(),
  ]);

const expected = (oracle: Oracle): string =>
  JSON.stringify([
    oracle.signAs === "" ? null : oracle.signAs,
    oracle.notes,
    oracle.ratings.toSorted((a, b) => a - b),
    [...oracle.names].map(([id, name]) => `${id} ${name}`).toSorted(),
  ]);

/** One sequence over two devices that copy after each command; gives whether both show what the oracle says. */
const agrees = async (seed: number, forgetful: boolean): Promise<boolean> => {
  const dice = diceOf(seed);
  const scene = await openScene({ seed, devices: 2 });
  const oracle: Oracle = { signAs: "", notes: 0, ratings: [], names: new Map() };
  const many = 10 + dice.below(91);
  let held = many;
  for (let left = many; left > 0;) {
    const actor: Actor = scene.actor(dice.below(2));
    for (let some = Math.min(left, 1 + dice.below(20)); some > 0; some -= 1) {
      const command = commandOf(dice.below(1 << 30), actor.app.ledger.state.value);
      const done = await actor.app.journal.dispatch(command);
      if (done.ok && !(forgetful && (held -= 1) === 3)) note(oracle, command, done.value.ids);
      left -= 1;
    }
    actor.app.sync.nudge();
    await scene.pass(5_000);
  }
  await scene.pass(30_000);
  const both = scene.actors.every(({ app }) => shown(app.ledger.state.value) === expected(oracle));
  scene.end();
  return both;
};

/** A case is a sequence of 10 to 100 commands. */
export const proof: Proof = {
  id: "S-6",
  number: 500,
  control: "bookkeeping that forgets one command",
  run: async ({ asked, seed, note: tell }) => {
    const wrong: number[] = [];
    for (let one = 0; one < asked; one += 1) if (!(await agrees(seed * 10_000 + one, false))) wrong.push(one);
    let control = false;
    for (let one = 0; one < 5 && !control; one += 1) control = !(await agrees(seed + one, true));
    for (const one of wrong.slice(0, 5)) tell(`S-6: sequence ${seed * 10_000 + one} differs`);
    const [first] = wrong;
    const why = first === undefined ? {} : { why: `sequence ${seed * 10_000 + first} differs` };
    return { done: asked, failures: wrong.length, control, ...why };
  },
};
