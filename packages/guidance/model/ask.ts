/** What is asked for: an offer for a day, and now and then predictions and the record. */
import { dayIn, each, name, names, type Fields } from "./read.ts";

/** A step with somebody somewhere, by id; not yet known to exist. */
export type Named = { readonly step: string; readonly person: string | null; readonly context: string | null };

/** An `ask`. Names may be of nobody that is known; `day` is null when it makes no sense. */
export type Ask = {
  readonly id: string | number | null;
  readonly day: number | null;
  readonly people: readonly string[];
  readonly contexts: readonly string[];
  readonly probes: readonly Named[] | null;
  readonly report: boolean;
};

/** A probe that cannot be read keeps its place, so that the answers stay in line. */
const probesIn = (value: unknown): readonly Named[] | null =>
  Array.isArray(value)
    ? each(
        value.map((one: unknown) => (typeof one === "object" && one !== null ? one : {})),
        (one) => ({ step: name(one["step"]) ?? "", person: name(one["person"]), context: name(one["context"]) }),
      )
    : null;

/** An id comes back as it came; a list or an object is none, since it may be too deep to be said again. */
const idIn = (id: unknown): Ask["id"] => (typeof id === "string" || typeof id === "number" ? id : null);

/** Reads an `ask`. */
export const askIn = (fields: Fields): Ask => ({
  id: idIn(fields["id"]),
  day: dayIn(fields["day"]),
  people: names(fields["people"]),
  contexts: names(fields["contexts"]),
  probes: probesIn(fields["probes"]),
  report: fields["report"] === true,
});
