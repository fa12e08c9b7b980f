/** Two devices of one person that go on apart, and meet again. */
import { expect } from "vitest";
import { evolve, replay, type State } from "./index.ts";
import { deviceNamed, rehearse, type Rehearsal } from "./rehearsal.ts";

/** Both sessions begin on what `before` recorded, then go on alone; `apart` is seconds between their clocks. */
export const fork = (
  before: (app: Rehearsal) => void,
  apart = 0,
): { phone: Rehearsal; laptop: Rehearsal; merged: () => State } => {
  const phone = rehearse(deviceNamed("a"));
  before(phone);
  const laptop = rehearse(deviceNamed("b"), phone.events(), apart);
  const merged = (): State => {
    const there = replay([...phone.events(), ...laptop.events()]);
    const late = [...laptop.events()].reduce(evolve, phone.state());
    const other = [...phone.events()].reduce(evolve, laptop.state());
    expect(late).toEqual(there);
    expect(other).toEqual(there);
    return there;
  };
  return { phone, laptop, merged };
};
