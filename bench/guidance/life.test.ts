import { describe, expect, it } from "vitest";
import { daysOf } from "./days.ts";
import { humanOf, introduction, type Human } from "./human.ts";
import { lifeOf } from "./life.ts";
import type { AskMessage, EventMessage, Message, Seat } from "./messages.ts";
import { playLife } from "./play.ts";
import { legalPicks, random, rest, staircase, type Policy } from "./policies.ts";
import type { Tally } from "./tally.ts";
import { reportWorlds, tuningWorlds, type World } from "./worlds.ts";

const worldOf = (name: string): World => {
  const world = tuningWorlds.find((each) => each.name === name);
  if (world === undefined) throw new Error(`there is no world "${name}"`);
  return world;
};

const base = worldOf("base");

/** Plays and keeps every message. */
const recorded = (human: Human, policy: Policy): { readonly messages: readonly Message[]; readonly tally: Tally } => {
  const life = lifeOf(human);
  const seat = policy.start(life.insight);
  const messages: Message[] = [];
  const ears: Seat = {
    hear: (message) => {
      messages.push(message);
      seat.hear(message);
    },
    answer: (ask) => {
      messages.push(ask);
      return seat.answer(ask);
    },
  };
  return { tally: playLife(life, ears), messages };
};

const eventsOf = (messages: readonly Message[]): readonly EventMessage[] =>
  messages.filter((message) => message.type === "event");
const asksOf = (messages: readonly Message[]): readonly AskMessage[] =>
  messages.filter((message) => message.type === "ask");

describe("worlds", () => {
  it("are at least eight in each set, of the same kinds, with other numbers and seeds", () => {
    expect(tuningWorlds.length).toBeGreaterThanOrEqual(8);
    expect(reportWorlds.map(({ name }) => name)).toEqual(tuningWorlds.map(({ name }) => name));
    expect(new Set(tuningWorlds.map(({ name }) => name)).size).toBe(tuningWorlds.length);
    for (const [i, world] of reportWorlds.entries()) {
      expect(world.seed).not.toBe(tuningWorlds[i]?.seed);
      expect(world.reach).not.toBe(tuningWorlds[i]?.reach);
      expect(world.shape).not.toBe(tuningWorlds[i]?.shape);
    }
  });

  it("each have something that sets them apart from the base", () => {
    const texts = tuningWorlds.map((world) => JSON.stringify({ ...world, name: "" }));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("a simulated person", () => {
  it("is the same each time, and another under another number, world or set", () => {
    expect(humanOf(base, 3)).toEqual(humanOf(base, 3));
    const others = [humanOf(base, 4), humanOf(worldOf("noisy"), 3), humanOf(reportWorlds[0] ?? base, 3)];
    for (const other of others) expect(other.intake).not.toEqual(humanOf(base, 3).intake);
  });

  it("says the same, word for word, when played twice with the same policy", () => {
    for (const policy of [rest, random, staircase]) {
      expect(recorded(humanOf(base, 1), policy)).toEqual(recorded(humanOf(base, 1), policy));
    }
  });

  it("has the same days whatever the policy does", () => {
    const outer = (policy: Policy): readonly Message[] =>
      recorded(humanOf(base, 2), policy).messages.filter(({ type }) => type === "ask");
    expect(outer(random).map((ask) => ({ ...ask, probes: null }))).toEqual(
      outer(rest).map((ask) => ({ ...ask, probes: null })),
    );
  });

  it("lives 60 to 90 days, introduces itself first and says goodbye last", () => {
    for (let at = 0; at < 12; at += 1) {
      const human = humanOf(base, at);
      expect(human.days).toBeGreaterThanOrEqual(60);
      expect(human.days).toBeLessThanOrEqual(90);
      const { messages } = recorded(human, rest);
      expect(messages[0]).toEqual(introduction(human));
      expect(messages.at(-1)).toEqual({ type: "end", user: human.id });
      expect(
        asksOf(messages)
          .filter(({ report }) => report === true)
          .map(({ day }) => day),
      ).toEqual([human.days - 1]);
    }
  });

  it("keeps to the ranges of the protocol", () => {
    for (const world of tuningWorlds) {
      const human = humanOf(world, 0);
      const { messages } = recorded(human, random);
      for (const step of human.steps) {
        expect(step.difficulty).toBeGreaterThanOrEqual(0);
        expect(step.difficulty).toBeLessThanOrEqual(100);
        expect(step.cost).toBeLessThanOrEqual(1);
      }
      for (const event of eventsOf(messages)) {
        const tried = event.status === "done" || event.status === "started";
        for (const value of [event.predHelp, event.predBad, event.before, event.peak, event.after, event.bad]) {
          if (value !== null) expect(value >= 0 && value <= 100 && Number.isInteger(value)).toBe(true);
        }
        if (!tried) expect([event.peak, event.bad, event.before, event.after]).toEqual([null, null, null, null]);
        if (event.status !== "done") expect(event.outcome).toBeNull();
      }
      expect(human.intake.ratings).toHaveLength(10);
    }
  });

  it("writes late, twice or not at all", () => {
    const runs = [0, 1, 2, 3, 4, 5].map((at) => recorded(humanOf(worldOf("sparse"), at), staircase).messages);
    const events = runs.flatMap(eventsOf);
    const ids = new Set(events.map(({ id }) => id));
    expect(events.length).toBeGreaterThan(ids.size);
    expect(runs.flatMap(asksOf).length).toBeGreaterThan(ids.size);
    // An event is late when a note or an ask of a later day came before it.
    const late = runs.flatMap((messages) =>
      messages.filter(
        (message, i) =>
          message.type === "event" &&
          messages
            .slice(0, i)
            .some((past) => (past.type === "ask" || past.type === "checkin") && past.day > message.day),
      ),
    );
    expect(late.length).toBeGreaterThan(5);
  });

  it("reports lower peaks where people say “I’m fine” than where they do not", () => {
    const peaks = (name: string): number => {
      const all = [0, 1, 2, 3, 4, 5].flatMap((at) =>
        eventsOf(recorded(humanOf(worldOf(name), at), staircase).messages).flatMap(({ peak }) => peak ?? []),
      );
      return all.reduce((sum, peak) => sum + peak, 0) / all.length;
    };
    expect(peaks("under-reporting")).toBeLessThan(peaks("base") - 8);
  });

  it("has less energy where people are burnt out", () => {
    const energy = (name: string): number => {
      const notes = [0, 1, 2, 3, 4, 5].flatMap((at) =>
        daysOf(humanOf(worldOf(name), at)).flatMap((day) => day.energy ?? []),
      );
      return notes.reduce((sum, note) => sum + note, 0) / notes.length;
    };
    expect(energy("burnt out")).toBeLessThan(energy("base") - 10);
  });

  it("meets hurt and later harm in an unsafe circle, and marks some of those people", () => {
    const kinds = (name: string): Readonly<Record<string, number>> => {
      const all = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => recorded(humanOf(worldOf(name), at), random).messages);
      const hurtful = eventsOf(all).filter(({ outcome }) => outcome === "hurtful").length;
      const of = (type: string): number => all.filter((message) => message.type === type).length;
      return { hurtful, harm: of("harm"), flag: of("flag") };
    };
    const [calm, unsafe] = [kinds("base"), kinds("unsafe circle")];
    expect(unsafe["flag"]).toBeGreaterThan(0);
    for (const kind of ["hurtful", "harm"]) expect(unsafe[kind]).toBeGreaterThan(1.5 * (calm[kind] ?? 0));
  });
});

describe("a pick", () => {
  const always = (pick: (ask: AskMessage, human: Human) => unknown): Policy => ({
    name: "always",
    start: ({ human }) => ({ hear: () => undefined, answer: (ask) => ({ id: ask.id, pick: pick(ask, human) }) }),
  });

  it.each([
    ["an unknown step", { step: "s99", person: null, context: "call" }],
    ["an unknown context", { step: "s01", person: null, context: "the moon" }],
    ["no object at all", "s01"],
    ["half an object", { step: "s01" }],
  ])("that is illegal (%s) is counted and becomes a day of rest", (_, pick) => {
    const human = humanOf(base, 0);
    const resting = recorded(human, rest);
    const { tally, messages } = recorded(
      human,
      always(() => pick),
    );
    expect(tally.illegal).toBe(asksOf(messages).length);
    expect(tally.offers).toBe(0);
    expect(tally.gain).toBe(resting.tally.gain);
  });

  it("with somebody out of reach today is illegal", () => {
    const human = humanOf(base, 0);
    const { tally } = recorded(
      human,
      always((ask) => {
        const all = human.others.map(({ said }) => said.id);
        const wide = legalPicks(introduction(human), { ...ask, people: all });
        return wide.find(({ person }) => person !== null && !ask.people.includes(person)) ?? null;
      }),
    );
    expect(tally.illegal).toBeGreaterThan(20);
    expect(tally.offers).toBe(0);
  });

  it("under another ask’s id is broken and becomes a day of rest", () => {
    const wrong: Policy = {
      name: "wrong",
      start: () => ({ hear: () => undefined, answer: () => ({ id: "x", pick: null }) }),
    };
    const { tally, messages } = recorded(humanOf(base, 0), wrong);
    expect(tally.broken).toBe(asksOf(messages).length);
  });

  it("is swapped for its fallback when it looks too bad, before anything is tried", () => {
    const twice: Policy = {
      name: "twice",
      start: ({ human }) => ({
        hear: () => undefined,
        answer: (ask) => {
          const legal = legalPicks(introduction(human), ask).toSorted((a, b) => b.of.difficulty - a.of.difficulty);
          return { id: ask.id, pick: legal[0] ?? null, fallback: [{ pick: legal.at(-1) }], swapAbove: 50 };
        },
      }),
    };
    const { messages, tally } = recorded(humanOf(base, 0), twice);
    const events = eventsOf(messages);
    const swapped = events.filter(({ status }) => status === "swapped");
    expect(tally.swapped).toBeGreaterThan(10);
    for (const { predBad, peak, day } of swapped) {
      expect(predBad).toBeGreaterThan(50);
      expect(peak).toBeNull();
      const next = events.filter(
        (event) => event.day === day && event.status !== "swapped" && event.origin === "engine",
      );
      expect(new Set(next.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
    }
  });
});
