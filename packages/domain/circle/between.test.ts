/** Tests what goes between two people: what was received and given, and what somebody can be asked. */
import { describe, expect, test } from "vitest";
import { evolve, exchangeWays, person, replay, type Command, type Recorded, type State } from "../index.ts";
import { rehearse, say } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const exchange = (who: string, on: string, what = "A lift"): Command & { kind: "circle/note-exchange" } => ({
  kind: "circle/note-exchange",
  person: who,
  way: "received",
  what,
  on,
});
const canAsk = (who: string, what: string): Command => ({ kind: "circle/add-askable", person: who, what });
const cannot = (who: string, askable: string): Command => ({ kind: "circle/remove-askable", person: who, askable });
const asked = (state: State, who: string) => person(state, who)?.askables.map(({ what }) => what);

const setting = () => {
  const app = rehearse();
  return { app, ana: app.run(say.add("Ana")) };
};

describe("what went between two people", () => {
  test("is kept in the order of its own days, whenever it was written down", () => {
    const { app, ana } = setting();
    app.run(exchange(ana, "2026-05-01", "A meal"));
    app.run({ ...exchange(ana, "2026-02-01", " Two hours with boxes "), way: "given" });
    app.run(exchange(ana, "2026-03-01", "A lift"));
    expect(person(app.state(), ana)?.exchanges).toMatchObject([
      { way: "given", what: "Two hours with boxes", on: "2026-02-01" },
      { way: "received", what: "A lift", on: "2026-03-01" },
      { way: "received", what: "A meal", on: "2026-05-01" },
    ]);
  });

  test("of one day stands in the order of writing", () => {
    const { app, ana } = setting();
    for (const what of ["One", "Two", "Three"]) app.run(exchange(ana, "2026-04-01", what));
    expect(person(app.state(), ana)?.exchanges.map(({ what }) => what)).toEqual(["One", "Two", "Three"]);
  });

  test.each(exchangeWays)("has two ways and no sum: %s", (way) => {
    const { app, ana } = setting();
    app.run({ ...exchange(ana, "2026-05-01"), way });
    const shown = person(app.state(), ana);
    expect(shown?.exchanges.map((one) => Object.keys(one).toSorted())).toEqual([
      ["id", "on", "way", "what"].toSorted(),
    ]);
    expect(shown?.exchanges[0]?.way).toBe(way);
  });

  test("belongs to one person alone", () => {
    const { app, ana } = setting();
    const bo = app.run(say.add("Bo"));
    app.run(exchange(ana, "2026-05-01"));
    expect(person(app.state(), bo)?.exchanges).toEqual([]);
  });

  test("is not noted of somebody who was taken off the circle, and what was noted stays with them", () => {
    const { app, ana } = setting();
    app.run(exchange(ana, "2026-05-01"));
    app.run({ kind: "circle/remove", person: ana });
    expect(app.refused(exchange(ana, "2026-05-01"))).toEqual({ type: "NotFound", what: "person", id: ana });
    expect(person(app.state(), ana)?.exchanges).toHaveLength(1);
  });

  test("on two devices is all there", () => {
    let ana = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
    });
    phone.run(exchange(ana, "2026-05-01", "One"));
    laptop.run(exchange(ana, "2026-05-01", "Two"));
    expect(person(merged(), ana)?.exchanges).toHaveLength(2);
  });
});

describe("what somebody can be asked", () => {
  test("is listed in the order of adding, and leaves the list when taken away", () => {
    const { app, ana } = setting();
    const lift = app.run(canAsk(ana, " A lift "));
    app.run(canAsk(ana, "An hour on the phone"));
    expect(asked(app.state(), ana)).toEqual(["A lift", "An hour on the phone"]);
    app.run(cannot(ana, lift));
    expect(asked(app.state(), ana)).toEqual(["An hour on the phone"]);
  });

  test("is taken away once: again, or what was never there, records nothing", () => {
    const { app, ana } = setting();
    const lift = app.run(canAsk(ana, "A lift"));
    app.run(cannot(ana, lift));
    const before = app.events().length;
    app.run(cannot(ana, lift));
    app.run(cannot(ana, "nothing"));
    expect(app.events()).toHaveLength(before);
  });

  test("can be added anew after it was taken away, as another entry", () => {
    const { app, ana } = setting();
    app.run(cannot(ana, app.run(canAsk(ana, "A lift"))));
    app.run(canAsk(ana, "A lift"));
    expect(asked(app.state(), ana)).toEqual(["A lift"]);
  });

  test("stays away when its adding arrives after its taking away", () => {
    const { app, ana } = setting();
    app.run(cannot(ana, app.run(canAsk(ana, "A lift"))));
    const isAdding = ({ kind }: Recorded): boolean => kind === "circle/askable-added@1";
    const before = replay(app.events().filter((event) => !isAdding(event)));
    expect(asked(before, ana)).toEqual([]);
    expect(asked(app.events().filter(isAdding).reduce(evolve, before), ana)).toEqual([]);
  });

  test("of one person is not taken away by naming another", () => {
    const { app, ana } = setting();
    const bo = app.run(say.add("Bo"));
    const lift = app.run(canAsk(ana, "A lift"));
    app.run(cannot(bo, lift));
    expect(asked(app.state(), ana)).toEqual(["A lift"]);
  });

  test("taken away on both devices at once is gone", () => {
    let ana = "";
    let lift = "";
    const { phone, laptop, merged } = fork((app) => {
      ana = app.run(say.add("Ana"));
      lift = app.run(canAsk(ana, "A lift"));
    });
    phone.run(cannot(ana, lift));
    laptop.run(cannot(ana, lift));
    expect(asked(merged(), ana)).toEqual([]);
  });
});

test.each<readonly [string, (who: string) => Command]>([
  ["what", (who) => exchange(who, "2026-05-01", "")],
  ["on", (who) => exchange(who, "2026-02-30")],
  ["way", (who) => ({ ...exchange(who, "2026-05-01"), ...({ way: "owed" } as object) })],
  ["what", (who) => canAsk(who, "x".repeat(121))],
  ["askable", (who) => cannot(who, "no id")],
])("a bad field is refused by name: %s", (field, command) => {
  const { app, ana } = setting();
  expect(app.refused(command(ana))).toEqual({ type: "BadField", field });
});
