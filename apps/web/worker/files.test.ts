import { concat, equalBytes, err, ok } from "@belay/basics";
import { memoryKeystore, quickStretch, seededRandom } from "@belay/testkit";
import { openBackup } from "@belay/vault";
import type { FileDesk } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { workerDesk } from "../adapters/desk-worker.ts";
import { createDesk } from "./desk.ts";
import { filing } from "./files.ts";
import { serve } from "./serve.ts";

const desk = (seed: string): FileDesk => filing(() => Promise.resolve(ok(null)), seededRandom(seed));

const good = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const items = Array.from({ length: 60 }, (_, i) => new Uint8Array(i * 1500).fill(i));

const write = async (files: FileDesk, batch: number) => {
  const { words, parts } = good(await files.backupBegin(null, items.length));
  const all = [...parts];
  for (let at = 0; at < items.length; at += batch)
    all.push(...good(await files.backupAdd(items.slice(at, at + batch))));
  all.push(...good(await files.backupEnd()));
  return { file: concat(...all), words };
};

/** The whole desk behind a real message channel, as behind a worker. */
const acrossChannel = () => {
  const { port1, port2 } = new MessageChannel();
  const whole = createDesk({
    keystore: memoryKeystore(),
    random: seededRandom("across"),
    stretch: quickStretch,
    now: () => 0,
  });
  serve(
    {
      addEventListener: (_kind, listener) => port2.addEventListener("message", ({ data }) => listener({ data })),
      postMessage: (message) => port2.postMessage(message),
    },
    whole,
  );
  port1.start();
  port2.start();
  const page = workerDesk({
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (kind, listener) => port1.addEventListener(kind, listener),
  });
  return { page, close: () => port1.close() };
};

describe("a file that crosses to the page", () => {
  it("is written and read through the worker's door, with nothing lost on the way", async () => {
    const { page, close } = acrossChannel();
    good(await page.open(true));
    const { file, words } = await write(page, 10);
    good(await page.restoreBegin(file, words.join(" ")));
    const back: Uint8Array[] = [];
    for (let share = 0; share < 1;) {
      const more = good(await page.restoreMore());
      back.push(...more.items);
      ({ share } = more);
    }
    expect(back.length).toBe(items.length);
    expect(back.every((item, i) => equalBytes(item, items[i] ?? new Uint8Array(1)))).toBe(true);
    good(await page.restoreEnd());
    close();
  });

  it("is not written without keys", async () => {
    const { page, close } = acrossChannel();
    expect((await page.backupBegin(null, 1)).ok).toBe(false);
    close();
  });
});

describe("a file at the desk", () => {
  it.each([1, 7, 60])("written %i items at a time is a backup file with all of them", async (batch) => {
    const { file, words } = await write(desk("write"), batch);
    expect(good(openBackup(file, words)).map((item) => item.length)).toEqual(items.map((item) => item.length));
  });

  it("is read in stretches, and gives nothing before all of it was opened", async () => {
    const files = desk("read");
    const { file, words } = await write(files, 10);
    expect(good(await files.restoreBegin(file, words.join(" ")))).toBe(null);
    const lengths: number[] = [];
    for (let share = 0; share < 1;) {
      const more = good(await files.restoreMore());
      expect(more.share).toBeGreaterThan(share);
      ({ share } = more);
      if (share <= 0.5) expect(more.items).toHaveLength(0);
      lengths.push(...more.items.map((item) => item.length));
    }
    expect(lengths).toEqual(items.map((item) => item.length));
    expect(await files.restoreMore()).toEqual(err({ type: "Refused", detail: "NoFile" }));
  });

  it("that is damaged at its end gives nothing, and is dropped", async () => {
    const files = desk("damaged");
    const { file, words } = await write(files, 10);
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    good(await files.restoreBegin(file, words.join(" ")));
    for (let i = 0; ; i += 1) {
      const more = await files.restoreMore();
      if (!more.ok) {
        expect(more.error).toEqual({ type: "BadFile", detail: "damaged" });
        break;
      }
      expect([i < 10, more.value.items]).toEqual([true, []]);
    }
    expect((await files.restoreMore()).ok).toBe(false);
  });

  it.each([
    ["no file at all", new Uint8Array(4), "foreign"],
    ["another program's", new Uint8Array(5000), "foreign"],
    ["more than there may be", new Uint8Array(256 * 1024 * 1024 + 1), "too-large"],
  ])("that is %s is refused at the beginning", async (_, file, detail) => {
    expect(await desk("refused").restoreBegin(file, "a")).toEqual(err({ type: "BadFile", detail }));
  });

  it("with other words is refused at the beginning, and ends when somebody lets go of it", async () => {
    const files = desk("words");
    const { file, words } = await write(files, 60);
    expect(await files.restoreBegin(file, words.toReversed().join(" "))).toEqual(
      err({ type: "BadFile", detail: "words" }),
    );
    good(await files.restoreBegin(file, words.join(" ")));
    good(await files.restoreEnd());
    expect((await files.restoreMore()).ok).toBe(false);
  });

  it("is not begun without the passphrase, nor gone on with past what was announced", async () => {
    const fault = { type: "WrongPassphrase", waitMs: 0 } as const;
    const guarded = filing((pass) => Promise.resolve(pass === "right" ? ok(null) : err(fault)), seededRandom("guard"));
    expect(await guarded.backupBegin("wrong", 1)).toEqual(err(fault));
    expect(await guarded.backupAdd([])).toEqual(err({ type: "Refused", detail: "NoFile" }));
    good(await guarded.backupBegin("right", 1));
    expect((await guarded.backupEnd()).ok).toBe(false);
    expect((await guarded.backupAdd([new Uint8Array(1), new Uint8Array(1)])).ok).toBe(false);
    good(await guarded.backupAdd([new Uint8Array(1)]));
    expect(good(await guarded.backupEnd()).length).toBeGreaterThan(0);
    expect((await guarded.backupEnd()).ok).toBe(false);
  });

  it("of more than a million items is not begun", async () => {
    expect(await desk("many").backupBegin(null, 1_000_001)).toEqual(err({ type: "BadFile", detail: "too-large" }));
  });
});
