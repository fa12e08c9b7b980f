import { readFileSync } from "node:fs";
import { err, ok } from "@belay/basics";
import { emptyState, evolve, parseEvent, replay, type Recorded, type State } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { good, predictedAsk, startEngine, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { openRecord as rescued } from "../../../tools/decrypt.mjs";
import { openRecord, openTries } from "./open-export.ts";

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** A CSV reader of our own: RFC 4180 and nothing more. */
const parseCsv = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  for (let at = 0, row: string[] = []; at < csv.length;) {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(csv.slice(at));
    const bare = /^([^",\r\n]*)(,|\r\n)/.exec(csv.slice(at));
    const found = quoted ?? bare;
    if (found === null) throw new Error(`no CSV at ${at}: ${csv.slice(at, at + 30)}`);
    row.push((found[1] ?? "").replaceAll('""', '"'));
    at += found[0].length;
    if (found[2] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
};

const device = "90".repeat(16);
const ninety = (): readonly Recorded[] => {
  const log = JSON.parse(readFileSync(new URL("../../../fixtures/logs/ninety-days.json", import.meta.url), "utf8"));
  return log.events.flatMap((json: unknown) => {
    const event = parseEvent(json, device);
    return event.ok ? [event.value] : [];
  });
};

/** A record in which every text is `words`. */
const told = (words: string): State => {
  // Titles and names are one line; the other texts may have more.
  const title = words.replaceAll(/\s+/g, " ").trim();
  const at = (n: number, k: string, b: object): Recorded => {
    const event = parseEvent({ id: `e-${n}:0`, k, t: [1_800_000_000_000 + n, 0], d: "2027-01-15", b }, device);
    if (!event.ok) throw new Error(JSON.stringify(event.error));
    return event.value;
  };
  const experiment = "x-1";
  return [
    at(1, "circle/added@1", {
      person: "p-1",
      nickname: title,
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    }),
    at(2, "steps/planned@1", {
      experiment,
      step: "s-1",
      title,
      strand: "ask",
      person: "p-1",
      context: "message",
      origin: "self",
      difficulty: 30,
      cost: 0.2,
      disclosure: "none",
    }),
    at(3, "steps/predicted@1", { experiment, help: 30, bad: 60, feared: words, sign: words, beliefs: [] }),
    at(4, "steps/outcome-noted@1", {
      experiment,
      status: "done",
      outcome: "yes",
      before: 40,
      peak: 55,
      after: 20,
      bad: 10,
      feared: "did-not",
      closer: "more",
      learnt: words,
    }),
  ].reduce(evolve, emptyState);
};

describe("the open record", () => {
  it("holds every entry of ninety days, oldest first, whatever the order of arrival", () => {
    const events = ninety();
    const record = JSON.parse(text(openRecord("ab".repeat(16), events.toReversed())));
    expect([record.schema, record.vault]).toEqual(["belay/open-record/1", "ab".repeat(16)]);
    expect(record.events).toHaveLength(events.length);
    const places = record.events.map(({ at }: { at: number[] }) => (at[0] ?? 0) * 65_536 + (at[1] ?? 0));
    expect(places).toEqual(places.toSorted((a: number, b: number) => a - b));
    const plain = events.filter(({ kind }) => kind !== "asks/prepared@1");
    const back = record.events.flatMap(({ id, kind, at, day, device: from, body }: Record<string, unknown>) => {
      const event = parseEvent({ id, k: kind, t: at, d: day, b: body }, String(from));
      return event.ok ? [event.value] : [];
    });
    expect(plain.length).toBeLessThan(events.length);
    expect(replay(back)).toEqual(replay(plain));
  });

  it("leaves out the ninth answer of the PHQ-9, and every total that would give it away", () => {
    const recorded = (kind: string, b: object) => {
      const made = parseEvent({ id: "evt1", k: kind, t: [1, 0], d: "2026-03-02", b }, "ab".repeat(16));
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      return made.value;
    };
    const nine = [1, 1, 1, 1, 1, 1, 1, 1, 3];
    const events = [
      recorded("measures/answered@1", { instrument: "phq9", about: null, set: "alone", answers: nine }),
      recorded("measures/answered@1", { instrument: "who5", about: null, set: "alone", answers: [5, 4, 3, 2, 1] }),
      recorded("measures/imported@1", {
        name: "old",
        sittings: [
          { instrument: "phq9", on: "2026-01-01", answers: nine, scores: { total: 11 } },
          { instrument: "gad7", on: "2026-01-01", answers: null, scores: { total: 9 } },
        ],
      }),
    ];
    const bodies = JSON.parse(text(openRecord("ab", events))).events.map(({ body }: { body: unknown }) => body);
    expect(bodies[0].answers).toEqual([1, 1, 1, 1, 1, 1, 1, 1, null]);
    expect(bodies[1].answers).toEqual([5, 4, 3, 2, 1]);
    expect(bodies[2].sittings[0]).toMatchObject({ answers: [1, 1, 1, 1, 1, 1, 1, 1, null], scores: null });
    expect(bodies[2].sittings[1]).toMatchObject({ answers: null, scores: { total: 9 } });
  });

  it("is one entry a line, and empty it is JSON too", () => {
    expect(text(openRecord("ab", ninety())).trim().split("\n")).toHaveLength(ninety().length + 2);
    expect(JSON.parse(text(openRecord("ab", []))).events).toEqual([]);
  });

  it("leaves out what would open a link, and nothing else", () => {
    const link = { mailbox: "a1", secret: "b2", replyKey: "c3", ownerProof: "d4", closesOn: "2027-01-20" };
    const event = parseEvent(
      {
        id: "l-1:0",
        k: "asks/prepared@1",
        t: [1_800_000_000_000, 0],
        d: "2027-01-15",
        b: { ask: "a-1", experiment: "x-1", words: "Could you", from: "Mia", howItWas: false, link },
      },
      device,
    );
    const written = text(openRecord("ab", event.ok ? [event.value] : []));
    expect(JSON.parse(written).events[0].body).toEqual({
      ask: "a-1",
      experiment: "x-1",
      words: "Could you",
      from: "Mia",
      howItWas: false,
      link: { mailbox: "a1", closesOn: "2027-01-20" },
    });
  });

  it("is what the program without the app makes of a backup of the same record", async () => {
    const world = testWorld("both ways");
    const { desk } = testPorts(world);
    const running = await startEngine(world, { desk: { ...desk, confirm: () => Promise.resolve(ok(null)) } });
    await predictedAsk(running);
    const { file, words } = good(await running.engine.exportBackup());
    const record = rescued(file, words.join(" "));
    const { vault } = JSON.parse(record.ok ? record.value : "{}");
    const opened = good(await running.engine.exportOpen(null));
    expect(text(opened.json)).toBe(record.ok && record.value);
    expect(vault).toMatch(/^[0-9a-f]{32}$/);
  });

  it("is not given without the passphrase", async () => {
    const world = testWorld("locked");
    const fault = { type: "WrongPassphrase", waitMs: 3000 } as const;
    const ports = testPorts(world);
    const { engine } = await startEngine(world, {
      desk: { ...ports.desk, confirm: (pass) => Promise.resolve(pass === "right" ? ok(null) : err(fault)) },
    });
    expect(await engine.exportOpen("wrong")).toEqual(err(fault));
    expect(good(await engine.exportOpen("right")).json.length).toBeGreaterThan(50);
  });
});

describe("the file of tries", () => {
  it("has a line for each try of ninety days and the same cells in every line", () => {
    const csv = text(openTries(replay(ninety())));
    const rows = parseCsv(csv.slice(1));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([23]));
    const planned = ninety().filter(({ kind }) => kind === "steps/planned@1").length;
    expect(rows).toHaveLength(planned + 1);
    const days = rows.slice(1).map((row) => row[0] ?? "");
    expect(days).toEqual(days.toSorted());
  });

  it("begins with a byte order mark, so that the most common spreadsheet reads it as UTF-8", () => {
    const bytes = openTries(emptyState);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(bytes).slice(1)).toMatch(/^day,step,strand,person,stage,.*,learnt\r\n$/);
  });

  it("says of one try what was feared beside what came", () => {
    const [head = [], row = []] = parseCsv(text(openTries(told("hello"))).slice(1));
    const of = (name: string): string | undefined => row[head.indexOf(name)];
    expect([of("day"), of("step"), of("person"), of("feared"), of("expected_bad"), of("felt_bad")]).toEqual([
      "2027-01-15",
      "hello",
      "hello",
      "hello",
      "60",
      "10",
    ]);
    expect([of("outcome"), of("fear_came"), of("closer"), of("learnt")]).toEqual(["yes", "did-not", "more", "hello"]);
  });

  it.each(['He said "no"', "a,b;c", "two\nlines", "two\r\nlines", '"', "ünï 🪢", "שלום"])(
    "carries %j unchanged",
    (words) => {
      const rows = parseCsv(text(openTries(told(words))).slice(1));
      expect(rows).toHaveLength(2);
      expect(rows[1]?.at(-1)).toBe(words);
    },
  );

  it.each([
    "=1+1",
    "+49 30 123",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "\uff1d1",
    "\u200b=1",
    '=HYPERLINK("http://a")',
  ])("never begins a cell as the formula %j", (words) => {
    const rows = parseCsv(text(openTries(told(words))).slice(1));
    expect(rows[1]?.[1]).toBe(`'${words.trim()}`);
    expect(rows[1]?.at(-1)).toBe(`'${words}`);
    expect(rows.flat().every((value) => !/^[\s\u200b]*[=+\-@\uff1d]/.test(value))).toBe(true);
  });

  it("leaves a plain sentence with such a sign inside as it is", () => {
    expect(parseCsv(text(openTries(told("a = b - c"))).slice(1))[1]?.[1]).toBe("a = b - c");
  });

  it("leaves the cells empty that nobody filled", async () => {
    const running = await startEngine(testWorld("unfilled"));
    await predictedAsk(running);
    const [head = [], row = []] = parseCsv(text(openTries(running.engine.state.value)).slice(1));
    expect(row[head.indexOf("stage")]).toBe("predicted");
    expect(["outcome", "peak", "felt_bad", "answer"].map((name) => row[head.indexOf(name)])).toEqual(["", "", "", ""]);
  });
});
