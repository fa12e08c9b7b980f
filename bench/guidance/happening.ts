/** Plays one offered step: what the person expects, whether they do it, what it was like, and what they write down. */
import { chanceOf, happens, normal, within, type Chance } from "./chance.ts";
import type { Day } from "./days.ts";
import type { Human } from "./human.ts";
import type { EventMessage, Outcome, Pick, Status } from "./messages.ts";
import { badGap, changed, gapOf, marks, newness, peakAt, reportAt, taught, type Mind, type Spot } from "./mind.ts";
import { doneChance, wideMoments, yesChance } from "./trial.ts";

/** What a person says before a step: chance of help and badness, 0-100. */
export interface Expectation {
  readonly help: number | null;
  readonly bad: number | null;
}

/** What came of a step: the note, the truth behind it, and the mind after it. */
export interface Happening {
  readonly event: EventMessage;
  readonly truePeak: number;
  readonly mind: Mind;
  /** True when the other person will do harm with it later. */
  readonly harmful: boolean;
}

const onGrid = (human: Human, value: number): number => within(Math.round(value / human.grid) * human.grid, 0, 100);

/** A number as reported, or nothing where the field is left empty. */
const said = (human: Human, chance: Chance, value: number): number | null => {
  const silent = happens(chance, human.world.silence);
  return silent ? null : onGrid(human, value);
};

/** What the person expects of a step on that day; `turn` parts the offers of one day. */
export const expectation = (human: Human, mind: Mind, spot: Spot, day: Day, turn: number): Expectation => {
  const chance = chanceOf(human.id, "expects", day.day, turn);
  const gap = gapOf(human, mind, spot, day) + mind.pessimism + 11 * normal(chance);
  const other = human.others[spot.other];
  const yes = other === undefined ? 0.85 : yesChance(other, human.steps[spot.step]?.cost ?? 0.45, day.day);
  const doubted = 1 / (1 + ((1 - yes) / Math.max(0.01, yes)) * Math.exp(human.doubt + 0.5 * normal(chance)));
  return { help: said(human, chance, 100 * doubted), bad: said(human, chance, peakAt(human, gap)) };
};

const outcomeOf = (human: Human, chance: Chance, spot: Spot, day: Day): Outcome | null => {
  const other = human.others[spot.other];
  const [first, second] = [chance(), chance()];
  if (other === undefined) return null;
  if (first < other.hurts) return "hurtful";
  const yes = yesChance(other, human.steps[spot.step]?.cost ?? 0.45, day.day);
  return second < 0.8 * yes ? "yes" : second < yes ? "partial" : "no";
};

/** A moment's luck in points: mostly narrow, sometimes wide. */
const momentOf = (human: Human, chance: Chance): number => {
  const wide = happens(chance, human.world.plain ? 0 : wideMoments.share) ? wideMoments.times : 1;
  return human.world.moment * wide * normal(chance);
};

/** The reported peak: shifted and shrunk by habit, with noise, on the person's own grid. */
const reportedPeak = (human: Human, chance: Chance, gap: number): number =>
  reportAt(human, gap) + human.world.reportNoise * normal(chance);

const statusOf = (human: Human, mind: Mind, gap: number, chance: Chance, self: boolean): Status => {
  const [noChance, tried, halfway] = [chance(), chance(), chance()];
  if (noChance < human.world.noChance) return "skipped";
  // What people choose by themselves they have half decided on.
  const p = doneChance(human, mind, gap - (self ? 6 : 0));
  return tried < p ? "done" : halfway < 0.35 ? "started" : "avoided";
};

const mindAfter = (
  human: Human,
  mind: Mind,
  spot: Spot,
  day: Day,
  what: { readonly status: Status; readonly gap: number; readonly felt: number; readonly outcome: Outcome | null },
): Mind => {
  switch (what.status) {
    case "skipped":
    case "swapped":
      return mind;
    case "avoided":
      return { ...changed(mind, spot, marks.avoided), avoidedLast: true };
    case "started": {
      const over = what.felt > 0.8416 * human.slope ? changed(mind, spot, marks.overwhelmed) : mind;
      return { ...changed(over, spot, marks.started), avoidedLast: true };
    }
    case "done": {
      const fresh = newness(mind, spot, day.day);
      const change = taught(human, mind, fresh, { expected: what.gap, gap: what.felt, outcome: what.outcome });
      const lately = [...mind.lately, { ...spot, day: day.day }];
      return { ...changed(mind, spot, change), avoidedLast: false, lately };
    }
  }
};

/** The offered step, lived through; `turn` parts the steps of one day. */
export const happeningOf = (
  human: Human,
  mind: Mind,
  pick: Pick,
  spot: Spot,
  day: Day,
  by: { readonly turn: number; readonly origin: "engine" | "self"; readonly expects: Expectation },
): Happening => {
  const chance = chanceOf(human.id, "happens", day.day, by.turn);
  const gap = gapOf(human, mind, spot, day);
  const status = statusOf(human, mind, gap, chance, by.origin === "self");
  const tried = status === "done" || status === "started";
  // Breaking off is rarely for nothing.
  const felt = gap + momentOf(human, chance) + (status === "started" ? 5 : 0);
  const outcome = outcomeOf(human, chance, spot, day);
  const answered = status === "done" ? outcome : null;
  const number = (value: number): number | null => {
    const spoken = said(human, chance, value);
    return tried ? spoken : null;
  };
  const event: EventMessage = {
    type: "event",
    user: human.id,
    id: `${human.id}-${day.day}-${by.turn}`,
    day: day.day,
    step: pick.step,
    person: spot.other >= 0 ? pick.person : null,
    context: pick.context,
    origin: by.origin,
    status,
    predHelp: by.expects.help,
    predBad: by.expects.bad,
    before: number(peakAt(human, gap - 6 + 5 * normal(chance))),
    peak: number(reportedPeak(human, chance, felt)),
    after: number(0.4 * peakAt(human, felt)),
    bad: number(reportAt(human, badGap(felt, answered))),
    outcome: answered,
  };
  const mindThen = mindAfter(human, mind, spot, day, { status, gap, felt, outcome: answered });
  const other = human.others[spot.other];
  const stake = 0.5 + (human.steps[spot.step]?.difficulty ?? 0) / 60;
  const harmful = happens(chance, status === "done" && other !== undefined ? other.harms * stake : 0);
  return { event, truePeak: tried ? peakAt(human, felt) : 0, mind: mindThen, harmful };
};
