import { parseDay, utf8, type LocalDay } from "@belay/basics";
import { checkins, encodeEvent, outcomesNoted, parseEvent, replay, settings, type Recorded } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { good, testPorts, testWorld } from "../../../tests/world/engine-world.ts";
import { decodeNote, encodeNote, glanced, glanceName, longLog, noteOf } from "./glance.ts";

const device = "ab".repeat(16);
const dayOf = (text: string): LocalDay => good(parseDay(text));
const event = (at: number, k: string, b: unknown, d = "2026-11-22"): Recorded =>
  good(parseEvent({ id: `entry-${at}`, k, t: [at, 0], d, b }, device));

const noted = (at: number, day: string) => event(at, "checkin/noted@1", { energy: 40, cues: [], carrying: null }, day);
const old = Array.from({ length: longLog }, (_, at) => noted(at + 1, "2026-01-01"));
const planBody = {
  step: "ask-for-ten-minutes",
  title: "Ask for ten minutes",
  strand: "ask",
  person: null,
  context: "in-person",
  origin: "self",
  difficulty: 30,
  cost: 0.2,
  disclosure: "none",
};
const outcomeBody = {
  status: "done",
  outcome: "no",
  before: 67,
  peak: 63,
  after: 33,
  bad: 42,
  feared: "did-not",
  closer: null,
  learnt: "",
};
const chosen = event(900_001, "settings/pace-chosen@1", { pace: "quieter" });

describe("the note for the first screen", () => {
  it("holds every choice and what was noted since the day, and nothing older", () => {
    const log = [...old, chosen, noted(900_002, "2026-11-21"), noted(900_003, "2026-11-22")];
    const note = noteOf(log, dayOf("2026-11-22")) ?? [];
    expect(note.map(({ id }) => id)).toEqual(["entry-900001", "entry-900003"]);
    expect(settings(replay(note))).toEqual(settings(replay(log)));
  });

  it("says whether something was tried, by one try with its outcome", () => {
    const outcome = event(900_005, "steps/outcome-noted@1", { ...outcomeBody, experiment: "experiment-1" });
    const plan = event(900_004, "steps/planned@1", { ...planBody, experiment: "experiment-1" });
    const note = noteOf([...old, chosen, plan, outcome], dayOf("2026-11-22")) ?? [];
    expect(outcomesNoted(replay(note))).toBe(1);
    expect(outcomesNoted(replay(noteOf([...old, chosen, outcome], dayOf("2026-11-22")) ?? []))).toBe(0);
  });

  it("is none for a short log, or where too much would be in it", () => {
    expect(noteOf(old.slice(1), dayOf("2026-11-22"))).toBeNull();
    expect(noteOf(old, dayOf("2026-01-01"))).toBeNull();
  });

  it("comes back as it was, whoever wrote its entries", () => {
    const other = good(parseEvent(encodeEvent(noted(5, "2026-11-22")), "cd".repeat(16)));
    const note = [chosen, other];
    expect(good(decodeNote(encodeNote(note)))).toEqual(note);
  });

  it.each([
    ["no text", Uint8Array.of(0xff)],
    ["no JSON", utf8("[")],
    ["no list", utf8("{}")],
    ["nothing", utf8("[]")],
    ["an entry that is none", utf8(JSON.stringify([encodeEvent(chosen, "0".repeat(32)), { k: "nonsense" }]))],
  ])("counts as none when it is %s", (_, bytes) => {
    expect(decodeNote(bytes).ok).toBe(false);
  });

  it("opens under the keys that sealed it, and is passed over where it does not", async () => {
    const ports = testPorts(testWorld("glance"));
    good(await ports.desk.open(true));
    expect(await glanced(ports)).toBeNull();
    const sealed = good(await ports.desk.sealLocal(glanceName, encodeNote([chosen])));
    await ports.meta.put(glanceName, sealed);
    expect(await glanced(ports)).toEqual([chosen]);
    await ports.meta.put(glanceName, sealed.toReversed());
    expect(await glanced(ports)).toBeNull();
    expect(checkins(replay([chosen]))).toEqual([]);
  });
});
