/** S-5: what any order, any grouping and any repetition of entries amounts to is the same, room by room. */
import { emptyState, evolve, type Recorded, type State } from "@belay/domain";
import { stateHash } from "../sim/canonical.ts";
import { diceOf, type Dice } from "../sim/dice.ts";
import type { Proof } from "./proof.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEvent } from "@belay/domain";

/** Entries of every room: the ninety days that are checked in, as the app would have written them. */
const written = (): readonly Recorded[] => {
  const file: unknown = JSON.parse(readFileSync(join(process.cwd(), "fixtures/logs/ninety-days.json"), "utf8"));
  if (typeof file !== "object" || file === null || !("events" in file) || !Array.isArray(file.events)) return [];
  return file.events.flatMap((json: unknown) => {
    const read = parseEvent(json, "ab".repeat(16));
    return read.ok ? [read.value] : [];
  });
};

/** The rooms of the state, each of which is a fold of its own. */
const rooms = (events: readonly Recorded[]): readonly string[] =>
  [...new Set(events.map(({ kind }) => kind.slice(0, kind.indexOf("/"))))].toSorted();

const foldAll = (events: readonly Recorded[], from: State = emptyState): State => events.reduce(evolve, from);

/** The mutant: a counter that every arrival raises. */
const counting = (events: readonly Recorded[]): string => `${stateHash(foldAll(events))} ${events.length}`;
const plain = (events: readonly Recorded[]): string => stateHash(foldAll(events));

const shuffled = <T>(items: readonly T[], dice: Dice): readonly T[] =>
  items
    .map((item) => ({ item, by: dice.next() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ item }) => item);

const orders = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2 ? [items] : items.flatMap((one, at) => orders(items.toSpliced(at, 1)).map((rest) => [one, ...rest]));

/** The three laws over some entries, with a way of reading them. */
const breaks = (some: readonly Recorded[], dice: Dice, read: (events: readonly Recorded[]) => string): boolean => {
  const there = read(some);
  const cut = dice.below(some.length + 1);
  return (
    read(shuffled(some, dice)) !== there ||
    read([...some.slice(cut), ...some.slice(0, cut)]) !== there ||
    read([...some, ...some.slice(0, cut), some[0] ?? []].flat()) !== there
  );
};

/** Some entries of one room with some of any other, two devices' edits of one thing among them. */
const drawn = (all: readonly Recorded[], room: string, dice: Dice): readonly Recorded[] => {
  const of = all.filter(({ kind }) => kind.startsWith(`${room}/`));
  const from = dice.below(of.length);
  const some = [
    ...of.slice(from, from + 6),
    ...Array.from({ length: 4 }, () => all[dice.below(all.length)] ?? []),
  ].flat();
  const twin = some[dice.below(some.length)];
  return twin === undefined
    ? some
    : [...some, { ...twin, id: `${twin.id}x`, at: [twin.at[0], twin.at[1], "cd".repeat(16)] }];
};

/** A case is a draw, in one room after the other; one in ten tries all 120 orders of five entries. */
export const proof: Proof = {
  id: "S-5",
  number: 5_000,
  control: "a counter that every arrival raises",
  run: async ({ asked, seed, note }) => {
    const all = written();
    const names = rooms(all);
    const wrong: string[] = [];
    for (let one = 0; one < asked; one += 1) {
      const dice = diceOf(seed * 100_000 + one);
      const room = names[one % names.length] ?? "";
      const some = drawn(all, room, dice);
      if (breaks(some, dice, plain)) wrong.push(`case ${one}: ${room}`);
      if (one % 10 !== 0) continue;
      const five = some.slice(0, 5);
      if (new Set(orders(five).map(plain)).size > 1) wrong.push(`case ${one}: an order of five in ${room}`);
    }
    const dice = diceOf(seed);
    const control = breaks(drawn(all, names[0] ?? "", dice), dice, counting);
    for (const line of wrong.slice(0, 5)) note(`S-5: ${line}`);
    const why = all.length === 0 ? "no entries" : wrong[0];
    const failures = wrong.length + (all.length === 0 ? 1 : 0);
    return { done: asked, failures, control, ...(why === undefined ? {} : { why }) };
  },
};
