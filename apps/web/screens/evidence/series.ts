/** Lines up the sittings of each questionnaire: one number a day, with the turns that were left out. */
import { dayNumber, type LocalDay } from "@belay/basics";
import { weekOf } from "@belay/domain";
import {
  fourWeeklySet,
  instrumentOf,
  instruments,
  rangeOf,
  score,
  weeklySet,
  type Instrument,
  type Question,
  type Scale,
} from "@belay/measures";

/** What is known of one sitting; answers in published order, or scores that were brought along. */
export interface SittingGiven {
  readonly instrument: string;
  /** Whom it is about, where it asks about a person. */
  readonly about: string | null;
  readonly day: LocalDay;
  readonly set: string;
  readonly answers: readonly (number | null)[] | null;
  readonly scores: Readonly<Record<string, number>> | null;
}

/** One sitting of a line. Without `value`, a question was left and there is no number. */
export interface Point {
  readonly day: LocalDay;
  readonly value: number | null;
  /** Further numbers of the same answers, in the order of `others`. */
  readonly rest: readonly (number | null)[];
  readonly imported: boolean;
  /** At least one whole turn before it was left out. */
  readonly skipped: boolean;
  /** Not joined with the one before: a turn was left out, or the one before has no number. */
  readonly gap: boolean;
}

/** One line: a number of one questionnaire over time, oldest first. */
export interface Series {
  readonly instrument: Instrument;
  readonly scale: Scale;
  /** Further scales that stand in the table alone. */
  readonly others: readonly Scale[];
  readonly about: string | null;
  readonly points: readonly Point[];
}

/** Answers of one sitting, or what was scored elsewhere. */
interface Scored {
  readonly instrument: Instrument;
  readonly scores: Readonly<Record<string, number>>;
  readonly given: SittingGiven;
}

/** How many of the answers to the PHQ-9 are drawn: its last item never is. */
const withoutNine = 8;

/**
 * The sitting with its scores; nine answers to the PHQ-9 become eight of the PHQ-8. A total of nine gives the last item
 * away, so without its answers nothing of a PHQ-9 is drawn. Null for what is not drawn, and for what is not known here.
 */
const scoredOf = (given: SittingGiven): Scored | null => {
  if (given.instrument === "phq9" && given.answers === null) return null;
  const nine = given.instrument === "phq9" && given.answers !== null;
  const instrument = nine ? instruments.phq8 : instrumentOf(given.instrument);
  if (instrument === null) return null;
  const answers = nine ? (given.answers?.slice(0, withoutNine) ?? null) : given.answers;
  const own = answers === null ? null : score(instrument, answers);
  return { instrument, given, scores: own?.ok === true ? own.value : nine ? {} : (given.scores ?? {}) };
};

const asks = (set: readonly Question[], id: string): boolean =>
  set.some((question) => question.kind === "instrument" && question.id === id);

/** Days from one turn to the next: a week, two where two questionnaires take turns, else four weeks. */
export const turnOf = ({ id }: Pick<Instrument, "id">): number => {
  const [odd, even] = [asks(weeklySet(1), id), asks(weeklySet(2), id)];
  if (odd && even) return 7;
  return odd || even ? 14 : 28;
};

/** Whether at least one whole turn lies between two days. A late answer is not a turn that was left. */
const leftOut = (before: LocalDay, day: LocalDay, turn: number): boolean =>
  weekOf(day) - weekOf(before) >= (2 * turn) / 7;

const pointsOf = (sittings: readonly Scored[], scale: Scale, others: readonly Scale[]): readonly Point[] => {
  // Of one day the newest stands, and what was answered here before what was brought along: twice would count as two.
  const own = (one: Scored): number => (one.given.set === "imported" ? 0 : 1);
  const days = [
    ...new Map(sittings.toSorted((a, b) => own(a) - own(b)).map((one) => [one.given.day, one])).values(),
  ].toSorted((a, b) => dayNumber(a.given.day) - dayNumber(b.given.day));
  const valueOf = (one: Scored, of: Scale): number | null => {
    const value = one.scores[of.name] ?? null;
    const [low, high] = rangeOf(one.instrument, of);
    // What was scored elsewhere may be of another version, with another scale.
    return value === null || value < low || value > high ? null : value;
  };
  return days.map((one, index) => {
    const before = days[index - 1];
    const skipped = before !== undefined && leftOut(before.given.day, one.given.day, turnOf(one.instrument));
    return {
      day: one.given.day,
      value: valueOf(one, scale),
      rest: others.map((other) => valueOf(one, other)),
      imported: one.given.set === "imported",
      skipped,
      gap: skipped || (before !== undefined && valueOf(before, scale) === null),
    };
  });
};

/** The scales that are drawn, each with those that stand in its table. A total speaks for its parts. */
const scalesOf = ({ scales }: Instrument): readonly { readonly scale: Scale; readonly others: readonly Scale[] }[] => {
  const total = scales.find(({ name }) => name === "total");
  if (total === undefined) return scales.map((scale) => ({ scale, others: [] }));
  return [{ scale: total, others: scales.filter((scale) => scale !== total) }];
};

/** In which order lines stand: as the sets ask, then as the catalogue lists. */
const order: readonly string[] = [...weeklySet(1), ...weeklySet(2), ...fourWeeklySet].flatMap((question) =>
  question.kind === "instrument" ? [question.id] : [],
);

const placeOf = ({ id }: Instrument): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** Every line there is, those of the weekly set first; a questionnaire without any number has none. */
export const seriesOf = (sittings: readonly SittingGiven[]): readonly Series[] => {
  const groups = new Map<string, Scored[]>();
  for (const given of sittings) {
    const scored = scoredOf(given);
    if (scored === null) continue;
    const key = `${scored.instrument.id} ${given.about ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [scored]);
    else group.push(scored);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [one] = group;
      if (one === undefined) return [];
      const { instrument, given } = one;
      return scalesOf(instrument).map(({ scale, others }): Series => ({
        instrument,
        scale,
        others,
        about: given.about,
        points: pointsOf(group, scale, others),
      }));
    })
    .filter(({ points }) => points.some(({ value }) => value !== null))
    .toSorted((a, b) => placeOf(a.instrument) - placeOf(b.instrument));
};
