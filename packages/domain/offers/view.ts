/** Shows standing offers. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated } from "../events/dated.ts";
import { entriesOf } from "../events/table.ts";
import type { OffersState } from "./evolve.ts";

/** One standing offer, with the experiments that took it up, oldest first. */
export type Offer = Omit<BodyOf<"offers/made@1">, "offer"> & {
  readonly id: string;
  readonly day: LocalDay;
  readonly taken: readonly string[];
};

/** Offers that stand, in the order they were made. */
export const viewOffers = (state: OffersState): readonly Offer[] =>
  entriesOf(state)
    .flatMap(({ id, made, ended, taken }) => (made === null || ended !== null ? [] : [{ id, made, taken }]))
    .toSorted((a, b) => compareDated(a.made, b.made))
    .map(({ id, made, taken }) => {
      const { offer: _, ...rest } = made.value;
      return { ...rest, id, day: made.day, taken: [...new Set(taken.map(({ value }) => value.experiment))] };
    });
