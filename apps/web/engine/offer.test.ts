import { addDays } from "@belay/basics";
import { emptyState, people, type Command, type StepSpec } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { good, startEngine, testSteps, testWorld } from "../../../tests/world/engine-world.ts";
import { createGuide } from "./offer.ts";

const noHarm = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;
const add = { kind: "circle/add", nickname: "Noor", role: "friend", ring: "near", trust: 60, comfort: 50 } as const;
const alone: StepSpec = {
  id: "write-it-down",
  strand: "ask",
  title: "Write one down",
  difficulty: 25,
  cost: 0,
  needsPerson: false,
  roles: [],
  contexts: [],
  disclosure: "none",
  touch: false,
};

/** A record with one friend, the given commands after it, and the offer it leads to. */
const record = async (seed: string, commands: (person: string) => readonly Command[] = () => []) => {
  const world = testWorld(seed);
  const { engine } = await startEngine(world);
  const [person = ""] = good(await engine.dispatch(add)).ids;
  for (const command of commands(person)) good(await engine.dispatch(command));
  const { day } = world.clock.now();
  return {
    person,
    day,
    state: engine.state.value,
    offer: (steps: readonly StepSpec[] = testSteps, exclude: readonly string[] = [], on = day) =>
      createGuide(steps).offer(engine.state.value, on, exclude),
  };
};

describe("the offer of the day", () => {
  it("is rest with an empty record and an empty catalogue", () => {
    const { clock } = testWorld("empty");
    expect(createGuide([]).offer(emptyState, clock.now().day, [])).toEqual({
      kind: "rest",
      reasons: [{ type: "NothingWithinReach" }],
    });
  });

  it("is a step of the catalogue with somebody of the circle", async () => {
    const { offer, state } = await record("with somebody");
    const choice = offer();
    expect(choice).toMatchObject({ kind: "step", person: { id: people(state)[0]?.id } });
    expect(testSteps.map(({ id }) => id)).toContain(choice.kind === "step" ? choice.step.id : "");
  });

  it("is the same whenever it is asked for on the same day", async () => {
    const { offer } = await record("same");
    expect(offer()).toEqual(offer());
  });

  it("asks for the safety questions until they were answered", async () => {
    const first = (await record("unscreened")).offer();
    const then = (
      await record("screened", (person) => [
        { kind: "circle/screen", person, strand: "ask", depth: "first", answers: noHarm },
        { kind: "circle/screen", person, strand: "accept", depth: "first", answers: noHarm },
      ])
    ).offer();
    const needed = (choice: typeof first) => choice.reasons.some(({ type }) => type === "ScreenFirst");
    expect([needed(first), needed(then)]).toEqual([true, false]);
  });

  it.each<readonly [string, (person: string) => Command]>([
    ["was said to do harm", (person) => ({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" })],
    ["was taken off the circle", (person) => ({ kind: "circle/remove", person })],
  ])("is never with somebody who %s", async (name, command) => {
    const { offer } = await record(name, (person) => [command(person)]);
    expect(offer()).toEqual({ kind: "rest", reasons: [{ type: "NothingWithinReach" }] });
    expect(offer([...testSteps, alone])).toMatchObject({ kind: "step", step: { id: alone.id }, person: null });
  });

  it("leaves out what was just turned down", async () => {
    const { offer } = await record("turned down");
    expect(offer(testSteps, ["ask-small"])).toMatchObject({ kind: "step", step: { id: "accept-coffee" } });
    expect(offer(testSteps, ["ask-small", "accept-coffee"]).kind).toBe("rest");
  });

  it("is not with the person of the newest experiment, so that nobody is asked twice in a row", async () => {
    const kim = { ...add, nickname: "Kim" } as const;
    const plan = (person: string): Command => ({
      kind: "steps/plan",
      step: { ...alone, needsPerson: true },
      person,
      context: "message",
      origin: "self",
    });
    const { offer, person } = await record("not again", (noor) => [
      { kind: "circle/screen", person: noor, strand: "ask", depth: "first", answers: noHarm },
      kim,
      plan(noor),
    ]);
    const choice = offer();
    expect(choice).toMatchObject({ kind: "step", person: { nickname: "Kim" } });
    expect(choice.kind === "step" && choice.person?.id).not.toBe(person);
  });

  it("may be a step of one's own", async () => {
    const { offer } = await record("own step", () => [
      {
        kind: "steps/add-own",
        title: "Ask for the ladder",
        strand: "ask",
        difficulty: 20,
        cost: 0.1,
        needsPerson: true,
        roles: ["friend"],
        contexts: ["message"],
        disclosure: "none",
        touch: false,
      },
    ]);
    expect(offer([])).toMatchObject({ kind: "step", step: { title: "Ask for the ladder" } });
  });

  it("has no touch in it until touch was switched on", async () => {
    const hug: StepSpec = { ...alone, id: "hand", touch: true };
    const choose = (touch: boolean): Command => ({
      kind: "settings/choose",
      country: null,
      signAs: null,
      keepCopy: null,
      touch,
    });
    expect((await record("no word about touch")).offer([hug]).kind).toBe("rest");
    expect((await record("touch off", () => [choose(false)])).offer([hug]).kind).toBe("rest");
    expect((await record("touch on", () => [choose(true)])).offer([hug])).toMatchObject({
      kind: "step",
      step: { id: "hand" },
    });
  });

  it("is rest on the day that the person chose to rest, and on that day alone", async () => {
    const { offer, day } = await record("rested", () => [{ kind: "steps/rest", reason: "not-today" }]);
    expect(offer()).toEqual({ kind: "rest", reasons: [{ type: "RestedToday" }] });
    expect(offer(testSteps, [], addDays(day, 1)).kind).toBe("step");
  });

  it("rests on low energy, forgets it within days, and never rests on energy that was not said", async () => {
    const { offer, day } = await record("tired", () => [{ kind: "checkin/note", energy: 4, cues: [], carrying: null }]);
    expect(offer()).toEqual({ kind: "rest", reasons: [{ type: "LowEnergy", energy: 4 }] });
    expect(offer(testSteps, [], addDays(day, 1)).reasons).toEqual([{ type: "Strained" }]);
    expect(offer(testSteps, [], addDays(day, 12)).kind).toBe("step");
    const silent = await record("silent", () => [{ kind: "checkin/note", energy: null, cues: [], carrying: null }]);
    expect(silent.offer().kind).toBe("step");
  });

  it("goes by the newest check-in of the day", async () => {
    const note = (energy: number): Command => ({ kind: "checkin/note", energy, cues: [], carrying: null });
    expect((await record("better", () => [note(4), note(60)])).offer().kind).toBe("step");
    expect((await record("worse", () => [note(60), note(4)])).offer().kind).toBe("rest");
  });
});

describe("the guide", () => {
  const day = testWorld("guide").clock.now().day;
  const [step] = testSteps;
  if (step === undefined) throw new Error("no step");

  it("gives the very same choice until something it rests on changes", async () => {
    const { engine } = await startEngine(testWorld("kept"));
    good(await engine.dispatch(add));
    const guide = createGuide(testSteps);
    const first = guide.offer(engine.state.value, day, []);
    good(await engine.dispatch({ kind: "settings/see-intro", version: 1 }));
    expect(guide.offer(engine.state.value, day, [])).toBe(first);
    expect(guide.offer(engine.state.value, day, ["ask-small"])).not.toBe(first);
    good(await engine.dispatch({ kind: "checkin/note", energy: 4, cues: [], carrying: null }));
    expect(guide.offer(engine.state.value, day, []).kind).toBe("rest");
  });

  it("read in pieces says what it says when read at once", async () => {
    const { state } = await record("pieces");
    const guide = createGuide(testSteps);
    let pauses = 0;
    for (const pieces = guide.read(state, day); pieces.next().done !== true;) pauses += 1;
    expect(pauses).toBeGreaterThan(0);
    expect(guide.hardness(state, day, step)).toEqual(createGuide(testSteps).hardness(state, day, step));
    expect(guide.offer(state, day, [])).toEqual(createGuide(testSteps).offer(state, day, []));
    expect(guide.risen(state, day)).toEqual(createGuide(testSteps).risen(state, day));
    expect(guide.read(state, day).next().done).toBe(true);
  });

  it("says how hard a step looks, for this person and today", async () => {
    const { state } = await record("looks");
    const tired = (await record("tired looks", () => [{ kind: "checkin/note", energy: 2, cues: [], carrying: null }]))
      .state;
    const guide = createGuide(testSteps);
    const look = guide.hardness(state, day, step);
    expect(look).toMatchObject({ tries: 0 });
    expect(look?.low).toBeLessThan(look?.mean ?? 0);
    expect(guide.hardness(tired, day, step)?.mean).toBeGreaterThan((look?.mean ?? 100) + 3);
    expect(guide.hardness(state, day, step)).toEqual(look);
    expect(createGuide([]).hardness(emptyState, day, step)).toBeNull();
  });

  it("says where reach stands, from no more tries than told how they felt", async () => {
    const { state } = await record("reach");
    const risen = createGuide(testSteps).risen(state, day);
    expect(risen).toMatchObject({ tries: 0 });
    const [mean = -1, low = 0, high = 0] = risen?.reach ?? [];
    expect(low < mean && mean < high).toBe(true);
    expect(createGuide([]).risen(emptyState, day)).toBeNull();
  });
});
