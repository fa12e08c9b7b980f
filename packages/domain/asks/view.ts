/** Shows asks and what came back. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated, type Dated } from "../events/dated.ts";
import type { Hlc } from "../events/order.ts";
import { entriesOf, entryOf } from "../events/table.ts";
import type { AskFacts, AsksState } from "./evolve.ts";

/** One answer that came through a link. `burden` and `glad` are 0 to 10, or null when not said. */
export type AnswerGiven = Omit<BodyOf<"asks/answered@1">, "ask"> & { readonly day: LocalDay; readonly at: Hlc };

/** One ask. */
export type Ask = {
  readonly id: string;
  readonly experiment: string;
  /** Whom it went to; null before it was sent, and for somebody outside the circle. */
  readonly person: string | null;
  readonly words: string;
  /** How it went out; null while it is only prepared. */
  readonly channel: BodyOf<"asks/sent@1">["channel"] | null;
  readonly sentOn: LocalDay | null;
  /** What the person will do if they hear nothing; null when undecided. */
  readonly silence: BodyOf<"asks/sent@1">["silence"];
  /** What opens and owns its link, and how it was signed; null without a link. */
  readonly link: (BodyOf<"asks/prepared@1">["link"] & { readonly from: string; readonly howItWas: boolean }) | null;
  readonly closed: boolean;
  /** Oldest first; the newest counts. */
  readonly answers: readonly AnswerGiven[];
};

const viewAnswer = (entry: Dated<BodyOf<"asks/answered@1">>): AnswerGiven => {
  const { ask: _, ...rest } = entry.value;
  return { ...rest, day: entry.day, at: entry.at };
};

/** One ask with its places in the log, for joining it to its experiment. */
export type PlacedAsk = {
  readonly ask: Ask;
  readonly begun: Dated<unknown>;
  readonly sent: Dated<unknown> | null;
  readonly answered: readonly Dated<unknown>[];
};

/** One ask with its places; none while nothing but an answer has arrived. */
export const placedAsk = (facts: AskFacts): readonly PlacedAsk[] => {
  const { prepared, sent } = facts;
  const begun = prepared ?? sent;
  if (begun === null) return [];
  const ask: Ask = {
    id: facts.id,
    experiment: begun.value.experiment,
    person: sent?.value.person ?? null,
    words: sent?.value.words ?? begun.value.words,
    channel: sent?.value.channel ?? null,
    sentOn: sent?.day ?? null,
    silence: sent?.value.silence ?? null,
    link:
      prepared === null
        ? null
        : { ...prepared.value.link, from: prepared.value.from, howItWas: prepared.value.howItWas },
    closed: facts.closed !== null,
    answers: facts.answers.map(viewAnswer),
  };
  return [{ ask, begun, sent, answered: facts.answers }];
};

/** All asks with their places, newest first. */
export const viewPlacedAsks = (state: AsksState): readonly PlacedAsk[] =>
  entriesOf(state)
    .flatMap(placedAsk)
    .toSorted((a, b) => compareDated(b.begun, a.begun));

/** One ask with its places, or null. */
export const viewPlacedAsk = (state: AsksState, id: string): PlacedAsk | null => {
  const facts = entryOf(state, id);
  return facts === null ? null : (placedAsk(facts)[0] ?? null);
};
