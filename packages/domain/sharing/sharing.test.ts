/** Tests shares: composed, begun after the words were compared, renewed, paused, revoked; a record of consent. */
import { describe, expect, test } from "vitest";
import { shares, shareStands, type Command } from "../index.ts";
import { rehearse, theDay } from "../rehearsal.ts";
import { fork } from "../sample-devices.ts";

const link = { mailbox: "00".repeat(16), secret: "01".repeat(32), ownerProof: "02".repeat(32) };
const prepare = (more: object = {}): Command => ({
  kind: "sharing/prepare",
  to: "Ms Rivera",
  purpose: "For our first talk",
  scope: ["yes", "measures:phq4"],
  item9: false,
  until: "2026-05-31",
  link,
  ...more,
});
const say = (kind: "begin" | "renew" | "pause" | "resume" | "revoke", share: string): Command => ({
  kind: `sharing/${kind}`,
  share,
});
const one = (app: ReturnType<typeof rehearse>) => {
  const [share] = shares(app.state());
  if (share === undefined) throw new Error("no share");
  return share;
};

describe("a share", () => {
  test("is a record of who, what, why and until when, before anything has left", () => {
    const app = rehearse();
    const id = app.run(prepare());
    expect(shares(app.state())).toEqual([
      {
        id,
        to: "Ms Rivera",
        purpose: "For our first talk",
        scope: ["yes", "measures:phq4"],
        item9: false,
        until: "2026-05-31",
        link,
        preparedOn: "2026-05-01",
        begunOn: null,
        renewedOn: null,
        paused: false,
        revokedOn: null,
      },
    ]);
  });

  test("begins once, with the first document; renewing moves the day of the newest alone", () => {
    const app = rehearse();
    const id = app.run(prepare());
    app.on("2026-05-02");
    app.run(say("begin", id));
    app.on("2026-05-09");
    app.run(say("begin", id));
    expect(one(app)).toMatchObject({ begunOn: "2026-05-02", renewedOn: "2026-05-02" });
    app.run(say("renew", id));
    expect(one(app)).toMatchObject({ begunOn: "2026-05-02", renewedOn: "2026-05-09" });
  });

  test("stands as prepared, open, paused, over or revoked; its last day is one of its own", () => {
    const app = rehearse();
    const id = app.run(prepare());
    const on = (day: string) => shareStands(one(app), theDay(day));
    expect([on("2026-05-30"), on("2026-05-31"), on("2026-06-01")]).toEqual(["prepared", "prepared", "over"]);
    app.run(say("begin", id));
    expect([on("2026-05-31"), on("2026-06-01")]).toEqual(["open", "over"]);
    app.run(say("pause", id));
    expect([on("2026-05-02"), on("2026-06-01")]).toEqual(["paused", "over"]);
    app.run(say("resume", id));
    expect(on("2026-05-02")).toBe("open");
    app.on("2026-05-03");
    app.run(say("revoke", id));
    expect([on("2026-05-03"), on("2026-06-01")]).toEqual(["revoked", "revoked"]);
    expect(one(app).revokedOn).toBe("2026-05-03");
  });

  test("that is revoked stays so: nothing is recorded of it any more", () => {
    const app = rehearse();
    const id = app.run(prepare());
    app.run(say("revoke", id));
    const before = app.events().length;
    for (const kind of ["begin", "renew", "pause", "resume", "revoke"] as const) app.run(say(kind, id));
    expect(app.events().length).toBe(before);
    expect(one(app)).toMatchObject({ begunOn: null, renewedOn: null, paused: false });
  });

  test("is paused once, and resumed only when it was", () => {
    const app = rehearse();
    const id = app.run(prepare());
    app.run(say("resume", id));
    app.run(say("pause", id));
    const before = app.events().length;
    app.run(say("pause", id));
    expect(app.events().length).toBe(before);
    app.run(say("resume", id));
    expect(one(app).paused).toBe(false);
  });

  test("of which one device renewed while another revoked it is revoked on both", () => {
    let id = "";
    const { phone, laptop, merged } = fork((app) => (id = app.run(prepare())));
    phone.run(say("revoke", id));
    laptop.run(say("renew", id));
    laptop.run(say("pause", id));
    expect(shares(merged())[0]).toMatchObject({ revokedOn: "2026-05-01" });
  });

  test.each(["2026-05-01", "2026-07-30"])("may end on the day itself, and 90 days after it: %s", (until) => {
    const app = rehearse();
    app.run(prepare({ until }));
    expect(one(app).until).toBe(until);
  });

  test("stands before older ones", () => {
    const app = rehearse();
    const first = app.run(prepare());
    const second = app.run(prepare({ to: "Dr Ode" }));
    expect(shares(app.state()).map(({ id }) => id)).toEqual([second, first]);
  });
});

test.each([
  ["to", { to: " " }],
  ["to", { to: "x".repeat(121) }],
  ["purpose", { purpose: "x".repeat(301) }],
  ["scope", { scope: [] }],
  ["scope", { scope: Array.from({ length: 41 }, (_, i) => `sec-${i}`) }],
  ["scope", { scope: ["no id"] }],
  ["until", { until: "2026-04-30" }],
  ["until", { until: "2026-07-31" }],
  ["until", { until: "soon" }],
  ["link", { link: { ...link, secret: "x" } }],
])("a bad field is refused by name: %s", (field, more) => {
  expect(rehearse().refused(prepare(more))).toEqual({ type: "BadField", field });
});

test.each(["begin", "renew", "pause", "resume", "revoke"] as const)("%s of no share is refused", (kind) => {
  expect(rehearse().refused(say(kind, "nothing"))).toEqual({ type: "NotFound", what: "share", id: "nothing" });
});
