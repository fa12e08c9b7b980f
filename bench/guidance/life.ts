/** Lets one person live through their days: says what they say, asks, lives the answers, and counts. */
import { answerFrom } from "./answers.ts";
import { chanceOf, happens, normal, shuffled, within } from "./chance.ts";
import { daysOf, type Day } from "./days.ts";
import { expectation, happeningOf, type Happening } from "./happening.ts";
import { introduction, type Human } from "./human.ts";
import type { Insight } from "./insight.ts";
import type { AskMessage, Message, Pick, UserMessage } from "./messages.ts";
import { changed, freshMind, gapOf, marks, reachOf, slept, spotOf, type Mind, type Spot } from "./mind.ts";
import { legalPicks } from "./policies.ts";
import { aftermath, lettersOf, type Letter } from "./post.ts";
import { judge, type Judge, type Lived } from "./judge.ts";
import type { Tally } from "./tally.ts";
import { looks } from "./trial.ts";

/** One run: messages come out, and the answer to each ask goes in; the tally is the result. */
export interface Life {
  readonly insight: Insight;
  readonly days: Generator<Message, Tally, unknown>;
}

const firstDay: Day = { day: 0, strain: 0, energy: null, asked: false, inReach: [], possible: [], drift: 0 };

/** What changes while a person lives. */
interface Run {
  readonly human: Human;
  readonly user: UserMessage;
  readonly judge: Judge;
  mind: Mind;
  day: Day;
  letters: readonly Letter[];
}

/** Steps for the questions on the side: legal ones of that day, at most three. */
const probesOf = (run: Run, ask: AskMessage): readonly Pick[] =>
  shuffled(chanceOf(run.human.id, "probes", ask.day), legalPicks(run.user, ask))
    .slice(0, 3)
    .map(({ step, person, context }) => ({ step, person, context }));

const askOf = (run: Run): AskMessage => {
  const { day, human } = run;
  const bare = { type: "ask", id: day.day, user: human.id, day: day.day, people: day.inReach, contexts: day.possible };
  const ask = { ...bare, type: "ask" } as const;
  const probed = day.day % 10 === 9 ? { ...ask, probes: probesOf(run, ask) } : ask;
  return day.day === human.days - 1 ? { ...probed, report: true } : probed;
};

const settle = (run: Run, happening: Happening): void => {
  run.mind = happening.mind;
  const { event, harmful } = happening;
  run.letters = [...run.letters, ...lettersOf(run.human, event), ...aftermath(run.human, event, harmful)];
};

/** A step of one's own now and then: something that looks easy enough. */
const ownStep = (run: Run): void => {
  const { human, day, mind } = run;
  const chance = chanceOf(human.id, "own", day.day);
  if (!happens(chance, human.world.own)) return;
  const legal = legalPicks(run.user, { ...askOf(run), people: day.inReach });
  const easy = shuffled(chance, legal).find((pick) => {
    const spot = spotOf(human, pick, day);
    return spot !== null && looks(human, mind, gapOf(human, mind, spot, day)) < human.tolerance - 6;
  });
  const spot = easy === undefined ? null : spotOf(human, easy, day);
  if (easy === undefined || spot === null) return;
  const expects = expectation(human, mind, spot, day, 9);
  settle(run, happeningOf(human, mind, easy, spot, day, { turn: 9, origin: "self", expects }));
};

/** The first of the offers that does not look too bad, the swapped ones before it, and the last if all do. */
const liveOffer = (run: Run, offers: Lived["offers"], swapAbove: number | null): Lived["happening"] => {
  const { human, day } = run;
  for (const [turn, { pick, spot }] of offers.entries()) {
    const expects = expectation(human, run.mind, spot, day, turn);
    const tooMuch = swapAbove !== null && expects.bad !== null && expects.bad > swapAbove;
    const happening = happeningOf(human, run.mind, pick, spot, day, { turn, origin: "engine", expects });
    if (!tooMuch || turn === offers.length - 1) {
      settle(run, happening);
      return { ...happening, turn };
    }
    const { event } = happening;
    const swapped = { ...event, status: "swapped", before: null, peak: null, after: null, bad: null, outcome: null };
    settle(run, { ...happening, mind: run.mind, harmful: false, event: { ...swapped, status: "swapped" } });
  }
  return null;
};

const liveAnswer = (run: Run, ask: AskMessage, said: unknown): void => {
  const { human, day } = run;
  const answer = answerFrom(said, ask.id);
  const before = run.mind;
  const offered = [
    ...(answer.pick === null ? [] : [{ pick: answer.pick, pred: answer.pred }]),
    ...(answer.pick === null ? [] : answer.fallback),
  ];
  const spots = offered.map(({ pick, pred }) => ({ pick, pred, spot: spotOf(human, pick, day) }));
  // One illegal pick among pick and fallbacks makes a day of rest.
  const legal = spots.flatMap(({ pick, pred, spot }) => (spot === null ? [] : [{ pick, pred, spot }]));
  const illegal = legal.length < spots.length;
  const offers: readonly { readonly pick: Pick; readonly pred: (typeof answer)["pred"]; readonly spot: Spot }[] =
    illegal ? [] : legal;
  const happening = liveOffer(run, offers, answer.swapAbove);
  run.judge.answered({ human, mind: before, day, ask, answer, offered, illegal, offers, happening });
};

/** What arrives today, in the order in which it was sent. */
const arriving = (run: Run): readonly Message[] => {
  const due = run.letters.filter(({ day }) => day <= run.day.day).map(({ message }) => message);
  run.letters = run.letters.filter(({ day }) => day > run.day.day);
  for (const message of due) {
    if (message.type !== "harm") continue;
    const other = run.human.others.findIndex(({ said }) => said.id === message.person);
    const spot = { step: -1, domain: -1, context: -1, other };
    run.mind = changed(run.mind, spot, marks.harmed);
  }
  return due;
};

const checkin = (run: Run): readonly Message[] => {
  const { human, day, mind } = run;
  if (day.energy === undefined) return [];
  const note = { type: "checkin", user: human.id, day: day.day, energy: day.energy } as const;
  const chance = chanceOf(human.id, "questionnaire", day.day);
  if (day.day % 14 !== 13) return [note];
  const freer = 26 - 0.45 * (reachOf(human, mind, day.drift) - 32) + 2.6 * normal(chance);
  return [{ ...note, questionnaire: within(Math.round(freer), 0, 44) }];
};

function* live(run: Run): Generator<Message, Tally, unknown> {
  const { human } = run;
  yield run.user;
  run.judge.heard(run.user);
  const start = reachOf(human, run.mind, 0);
  for (const day of daysOf(human)) {
    run.day = day;
    run.mind = slept(human, run.mind, day.day);
    for (const message of [...arriving(run), ...checkin(run)]) {
      run.judge.heard(message);
      yield message;
    }
    run.judge.dawn(reachOf(human, run.mind, day.drift));
    ownStep(run);
    if (day.asked) {
      const ask = askOf(run);
      liveAnswer(run, ask, yield ask);
    }
    for (const message of arriving(run)) {
      run.judge.heard(message);
      yield message;
    }
  }
  yield { type: "end", user: human.id };
  return run.judge.end(reachOf(human, run.mind, run.day.drift) - start);
}

/** The life of a person, not yet begun. */
export const lifeOf = (human: Human): Life => {
  const run: Run = {
    human,
    user: introduction(human),
    judge: judge(),
    mind: freshMind(human),
    day: firstDay,
    letters: [],
  };
  return { insight: { human, now: () => ({ mind: run.mind, day: run.day }) }, days: live(run) };
};
