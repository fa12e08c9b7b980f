/** Shows what the relay says of itself, and that errors keep their content to themselves. */
import { describe, expect, test } from "vitest";
import { logFields } from "./fields.ts";
import { createCounters, createReport, faultOf, type Entry } from "./report.ts";

const entries: readonly Entry[] = [
  { event: "ready", origin: "http://127.0.0.1:1", port: 1 },
  { event: "bad-setting", setting: "PORT", wants: "a number" },
  { event: "no-pages", setting: "WEB_DIR" },
  { event: "cannot-start", code: "EADDRINUSE" },
  { event: "count", name: "http-404", count: 3 },
  { event: "hints-away", code: "ECONNREFUSED" },
  { event: "hints-back" },
  { event: "store-broken", code: "SQLITE_IOERR" },
  { event: "fault", name: "TypeError", where: "relay.ts:1" },
  { event: "stopping" },
  { event: "stopped" },
];

describe("the report", () => {
  test("writes each entry as one line of JSON with known fields alone", () => {
    const lines: string[] = [];
    const report = createReport({ say: () => undefined, log: (line) => void lines.push(line) });
    entries.forEach(report);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(entries);
    expect(lines.join("")).not.toContain("\n");
    const used = new Set(entries.flatMap((entry) => Object.keys(entry)));
    expect([...used].toSorted()).toEqual(Object.keys(logFields).toSorted());
  });

  test("says to people what to do about a database that cannot be relied on", () => {
    const said: string[] = [];
    const report = createReport({ say: (line) => void said.push(line), log: () => undefined });
    for (const code of ["FSYNC_OFF", "SYNCHRONOUS_COMMIT_OFF", "NEWER", "EADDRINUSE"])
      report({ event: "cannot-start", code });
    expect(said).toEqual([
      expect.stringContaining("fsync off"),
      expect.stringContaining("synchronous_commit off"),
      expect.stringContaining("newer relay"),
    ]);
  });

  test("speaks to people twice: where the relay is, and what is wrong with a setting", () => {
    const said: string[] = [];
    const report = createReport({ say: (line) => void said.push(line), log: () => undefined });
    entries.forEach(report);
    expect(said).toEqual(["Belay is at http://127.0.0.1:1", "PORT must be a number"]);
  });
});

describe("an unexpected error", () => {
  test("is reported by class and place, without its message", () => {
    const entry = faultOf(new TypeError("secret of 192.0.2.1"));
    expect(entry).toMatchObject({ event: "fault", name: "TypeError" });
    expect(JSON.stringify(entry)).not.toContain("secret");
    expect(JSON.stringify(entry)).toMatch(/"where":"report\.test\.ts:\d+"/);
  });

  test("that is no error at all is reported too", () => {
    expect(faultOf("secret")).toEqual({ event: "fault", name: "string", where: "unknown" });
    const bare = new Error("secret");
    bare.stack = "secret";
    expect(faultOf(bare)).toEqual({ event: "fault", name: "Error", where: "unknown" });
  });
});

describe("counters", () => {
  test("report how many of each kind, once, and begin again", () => {
    const seen: Entry[] = [];
    const counters = createCounters((entry) => void seen.push(entry));
    counters.add("http-404");
    counters.add("http-404");
    counters.add("swept", 5);
    counters.flush();
    counters.flush();
    expect(seen).toEqual([
      { event: "count", name: "http-404", count: 2 },
      { event: "count", name: "swept", count: 5 },
    ]);
  });
});
