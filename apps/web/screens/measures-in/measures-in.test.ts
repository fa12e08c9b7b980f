import { sittings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { dayWords, t } from "../words.ts";
import { importCommand, recordedDays, ticked } from "./import-command.ts";
import { MeasuresIn } from "./measures-in.tsx";

const head = "Datum;PHQ-2 Frage 1;PHQ-2 Frage 2";

/** Pastes rows, and waits until they are read. */
const pasted = async (text: string, pretend: Pretend = pretendEngine()): Promise<Drawn> => {
  const screen = await draw(MeasuresIn, pretend);
  await screen.type(t("bring.paste"), text);
  await screen.press(t("bring.read"));
  for (let turn = 0; turn < 40 && screen.has(t("bring.reading")); turn += 1) await settle();
  return screen;
};

/** Every imported sitting in short. */
const kept = (pretend: Pretend) =>
  sittings(pretend.state.value).map(({ day, answers, scores, set }) => [set, day, answers, scores]);

describe("bringing old answers along", () => {
  it("goes from a file over its columns and values to every row, and keeps what was shown", async () => {
    const pretend = pretendEngine();
    const screen = await pasted(`${head}\n3.2.2025;Not at all;2\n4.2.2025;0;Several days\n`, pretend);
    expect(screen.has(t("bring.columnsTitle"))).toBe(true);
    expect(screen.control(t("bring.instrument")).value).toBe("phq2");
    await screen.press(t("bring.next"));
    expect(screen.has(t("bring.valuesTitle"))).toBe(true);
    await screen.press(t("bring.next"));
    expect(screen.text()).toContain("2 rows would be taken in.");
    expect(screen.text()).toContain(dayWords(dayOf("2025-02-03"), "dated"));
    expect(kept(pretend)).toEqual([]);
    await screen.press(t("bring.go", { n: 2 }));
    expect(kept(pretend)).toEqual([
      ["imported", "2025-02-03", [0, 2], null],
      ["imported", "2025-02-04", [0, 1], null],
    ]);
    expect(screen.text()).toContain("2 rows of “Pasted rows” are kept, from ");
  });

  it("takes nothing in while one row is in doubt, and the others once that one is left out by a tick", async () => {
    const pretend = pretendEngine();
    const screen = await pasted(`${head}\n3.2.2025;0;2\nsoon;0;1\n`, pretend);
    await screen.press(t("bring.next"));
    await screen.press(t("bring.next"));
    expect(screen.text()).toContain("“soon” in “Datum” is not a day that can be read.");
    await screen.press("Take in");
    expect(screen.has(t("bring.lack.InDoubt", { n: 1 }))).toBe(true);
    expect(pretend.calls).toEqual([]);
    await screen.choose(t("bring.leaveOut", { n: 3 }));
    await screen.press("Take in");
    expect(kept(pretend)).toEqual([["imported", "2025-02-03", [0, 2], null]]);
  });

  it("asks how the day is written where it could be two, and says what is still missing", async () => {
    const screen = await pasted("date,total\n3/4/2025,7\n");
    await screen.press(t("bring.next"));
    expect(screen.has(t("bring.lack.NoInstrument"))).toBe(true);
    await screen.choose(t("bring.instrument"), "pss10");
    expect(screen.has(t("bring.lack.NoInstrument"))).toBe(false);
    await screen.press(t("bring.next"));
    expect(screen.has(t("bring.lack.NoForm"))).toBe(true);
    await screen.choose(t("bring.form.dmy"));
    await screen.press(t("bring.next"));
    expect(screen.text()).toContain(dayWords(dayOf("2025-04-03"), "dated"));
  });

  it("asks where the numbers begin and which end is which, for a questionnaire without words here", async () => {
    const names = Array.from({ length: 10 }, (_, i) => `rses_${i + 1}`).join(",");
    for (const [end, answers] of [
      ["bring.most", [4, 3, 2, 1, 4, 3, 2, 1, 1, 1]],
      ["bring.least", [1, 2, 3, 4, 1, 2, 3, 4, 4, 4]],
    ] as const) {
      const pretend = pretendEngine();
      const screen = await pasted(`date,${names}\n2025-02-03,3,2,1,0,3,2,1,0,0,0\n`, pretend);
      await screen.press(t("bring.next"));
      expect(screen.text()).toContain(t("bring.end"));
      await screen.choose(t("bring.way.zero"));
      await screen.choose(t("bring.turned.raw"));
      await screen.press(t("bring.next"));
      expect(screen.has(t("bring.lack.Open"))).toBe(true);
      await screen.choose(t(end));
      await screen.press(t("bring.next"));
      await screen.press(t("bring.go", { n: 1 }));
      expect(kept(pretend)).toEqual([["imported", "2025-02-03", answers, null]]);
    }
  });

  it("names the two ends beside the numbers where words of a file have to be explained", async () => {
    const names = Array.from({ length: 6 }, (_, i) => `dejong6_${i + 1}`).join(",");
    const pretend = pretendEngine();
    const screen = await pasted(`date,${names}\n2025-02-03,yes,no,more or less,no,no,yes\n`, pretend);
    await screen.press(t("bring.next"));
    expect(screen.text()).toContain(t("bring.answer", { n: 3, words: t("bring.most") }));
    expect(screen.text()).toContain(t("bring.answer", { n: 1, words: t("bring.least") }));
    expect(screen.text()).not.toContain(t("bring.end"));
    for (const [word, answer] of [
      ["yes", "3"],
      ["no", "1"],
      ["more or less", "2"],
    ] as const)
      await screen.choose(`“${word}”`, answer);
    await screen.choose(t("bring.turned.raw"));
    await screen.press(t("bring.next"));
    await screen.press(t("bring.go", { n: 1 }));
    expect(kept(pretend)).toEqual([["imported", "2025-02-03", [3, 1, 2, 1, 1, 3], null]]);
  });

  it("asks on which range totals are counted where two fit, and shows what they come to here", async () => {
    for (const [range, total] of [
      ["0 to 25", 48],
      ["0 to 100", 12],
    ] as const) {
      const pretend = pretendEngine();
      const screen = await pasted("date,who5 total\n2025-02-03,12\n", pretend);
      await screen.press(t("bring.next"));
      expect(screen.has(t("bring.lack.NoRange"))).toBe(true);
      await screen.choose(range);
      await screen.press(t("bring.next"));
      expect(screen.text()).toContain(String(total));
      await screen.press(t("bring.go", { n: 1 }));
      expect(kept(pretend)).toEqual([["imported", "2025-02-03", null, { total }]]);
    }
  });

  it("goes back step by step with everything as it was", async () => {
    const screen = await pasted("date,pss10 total\n2025-02-03,7\n");
    await screen.press(t("bring.next"));
    expect(screen.has(t("bring.checkTitle"))).toBe(true);
    await screen.press(t("bring.back"));
    expect(screen.control(t("bring.instrument")).value).toBe("pss10");
    await screen.press(t("bring.back"));
    expect(screen.has(t("bring.title"))).toBe(true);
  });

  it("shows a day that is recorded already, and takes it in only when that is wanted", async () => {
    const pretend = pretendEngine();
    pretend.say({
      kind: "measures/import",
      name: "before",
      sittings: [{ instrument: "phq2", on: "2025-02-03", answers: [0, 0], scores: null }],
    });
    const screen = await pasted(`${head}\n3.2.2025;0;2\n4.2.2025;0;1\n`, pretend);
    await screen.press(t("bring.next"));
    await screen.press(t("bring.next"));
    expect(screen.has(t("bring.twiceTitle", { n: 1 }))).toBe(true);
    await screen.choose("Take row 2 in as well");
    await screen.press(t("bring.go", { n: 2 }));
    expect(kept(pretend)).toHaveLength(3);
  });

  it("keeps the rows on the screen and says so when they could not be saved", async () => {
    const pretend = pretendEngine();
    const screen = await pasted(`${head}\n3.2.2025;0;2\n`, pretend);
    await screen.press(t("bring.next"));
    await screen.press(t("bring.next"));
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await screen.press(t("bring.go", { n: 1 }));
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(screen.has(t("bring.checkTitle"))).toBe(true);
    expect(kept(pretend)).toEqual([]);
  });

  it("says in one calm sentence what is wrong with a file, and stays where it is", async () => {
    const screen = await pasted('day,q1\n2025-01-01,"1\n');
    expect(screen.text()).toContain("a quotation mark that does not close");
    expect(screen.has(t("bring.title"))).toBe(true);
  });

  it("answers to thoughts of being better off dead before any number, and only to those", async () => {
    const nine = ["date", ...Array.from({ length: 9 }, (_, i) => `phq9_${i + 1}`)].join(",");
    for (const [last, isThere] of [
      ["1", true],
      ["0", false],
    ] as const) {
      const screen = await pasted(`${nine}\n2025-02-03,0,0,0,0,0,0,0,3,${last}\n`);
      await screen.press(t("bring.next"));
      await screen.press(t("bring.next"));
      expect(screen.has(t("measuring.nineTitle"))).toBe(isThere);
    }
  });

  it("does nothing with markup or formulas but show them", async () => {
    const screen = await pasted(`${head}\n3.2.2025;=1+1;<img src=x onerror=alert(1)>\n`);
    await screen.press(t("bring.next"));
    expect(screen.text()).toContain("“<img src=x onerror=alert(1)>” (once)");
    expect(screen.text()).toContain("“=1+1” (once)");
    expect(screen.page.all().some(({ localName }) => localName === "img")).toBe(false);
  });
});

const recorded = [
  { instrument: "ecr-rs", about: "id1", day: dayOf("2025-01-01") },
  { instrument: "ecr-rs", about: null, day: dayOf("2025-01-02") },
  { instrument: "phq2", about: null, day: dayOf("2025-01-03") },
] as const;

describe("the command of an import", () => {
  it("carries answers or scores as they are", () => {
    const sitting = { instrument: "phq2", on: recorded[0].day, answers: [0, null], scores: null } as const;
    expect(importCommand("old.csv", [sitting])).toEqual({
      kind: "measures/import",
      name: "old.csv",
      sittings: [sitting],
    });
  });

  it("knows the days of the same questionnaire, not of one about somebody", () => {
    expect([...recordedDays(recorded, "ecr-rs")]).toEqual([recorded[1].day]);
    expect([...recordedDays(recorded, null)]).toEqual([]);
  });

  it("adds and takes away ticks by copies", () => {
    const none = new Set<number>();
    expect([...ticked(none, 3, true)]).toEqual([3]);
    expect([...ticked(new Set([3, 4]), 3, false)]).toEqual([4]);
    expect(none.size).toBe(0);
  });
});
