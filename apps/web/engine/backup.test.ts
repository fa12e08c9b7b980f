import { err, utf8 } from "@belay/basics";
import { people, type Command } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { good, predictedAsk, startEngine, testWorld } from "../../../tests/world/engine-world.ts";

const other = (words: readonly string[]): string => words.toReversed().join(" ");

/** A person's ordinary entries, in any number and order. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant("checkin/note" as const),
    energy: fc.option(fc.integer({ min: 0, max: 100 })),
    cues: fc.constant([]),
    carrying: fc.option(fc.string({ maxLength: 300 })),
  }),
  fc.record({
    kind: fc.constant("circle/add" as const),
    nickname: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ""),
    role: fc.constantFrom("friend" as const, "family" as const, "colleague" as const),
    ring: fc.constantFrom("close" as const, "near" as const, "further" as const),
    trust: fc.option(fc.integer({ min: 0, max: 100 })),
    comfort: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("beliefs/rate" as const),
    belief: fc.constantFrom("bel-01", "bel-02", "bel-13"),
    strength: fc.integer({ min: 0, max: 100 }),
  }),
);

describe("a backup file", () => {
  it("brings every entry back on a bare device, which is a new device with a new vault", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 90 }), fc.nat(), async (commands, seed) => {
        const world = testWorld(`backup/${seed}`);
        const { engine } = await startEngine(world);
        for (const command of commands) good(await engine.dispatch(command));
        const { file, words } = good(await engine.exportBackup());
        const bare = await startEngine(testWorld(`bare/${seed}`));
        expect(good(await bare.engine.importBackup(file, words.join(" "))).events).toBe(commands.length);
        expect(bare.engine.state.value).toEqual(engine.state.value);
      }),
      { numRuns: 25 },
    );
  });

  it("still holds after the restored device was closed and opened again", async () => {
    const { engine } = await startEngine(testWorld("a"));
    good(await engine.dispatch({ kind: "beliefs/rate", belief: "bel-01", strength: 70 }));
    const { file, words } = good(await engine.exportBackup());
    const bare = testWorld("b");
    const restored = await startEngine(bare);
    good(await restored.engine.importBackup(file, words.join(" ")));
    restored.stop();
    const again = await startEngine(bare);
    expect(again.engine.state.value).toEqual(engine.state.value);
    good(await again.engine.dispatch({ kind: "beliefs/rate", belief: "bel-01", strength: 60 }));
  });

  it("survives wiping and reading on the same device", async () => {
    const world = testWorld("same");
    const first = await startEngine(world);
    await predictedAsk(first);
    const before = first.engine.state.value;
    const { file, words } = good(await first.engine.exportBackup());
    good(await first.engine.wipe());
    expect(first.engine.phase.value).toEqual({ kind: "refused", why: "wiped" });
    expect(world.drafts.held.size).toBe(0);
    const second = await startEngine(world);
    expect(people(second.engine.state.value)).toHaveLength(0);
    good(await second.engine.importBackup(file, words.join("\n")));
    expect(second.engine.state.value).toEqual(before);
  });

  it("tells how far it is, on the way out and on the way in, and never goes back", async () => {
    const { engine } = await startEngine(testWorld("far"));
    for (let i = 0; i < 30; i += 1)
      good(await engine.dispatch({ kind: "checkin/note", energy: 50, cues: [], carrying: "x".repeat(4000) }));
    const out: number[] = [];
    const { file, words } = good(await engine.exportBackup(null, (share) => out.push(share)));
    const back: number[] = [];
    const bare = await startEngine(testWorld("far bare"));
    good(await bare.engine.importBackup(file, words.join(" "), { told: (share) => back.push(share) }));
    for (const shares of [out, back]) {
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }
    expect(back.length).toBeGreaterThan(1);
  });

  it("read twice changes nothing the second time", async () => {
    const running = await startEngine(testWorld("twice"));
    await predictedAsk(running);
    const { file, words } = good(await running.engine.exportBackup());
    const before = running.engine.state.value;
    expect(good(await running.engine.importBackup(file, words.join(" "))).events).toBe(0);
    expect(running.engine.state.value).toBe(before);
  });

  it("has other words and other bytes every time it is written", async () => {
    const running = await startEngine(testWorld("fresh words"));
    const [a, b] = [good(await running.engine.exportBackup()), good(await running.engine.exportBackup())];
    expect(a.words).not.toEqual(b.words);
    expect(Buffer.from(a.file)).not.toEqual(Buffer.from(b.file));
  });
});

describe("a file that cannot be taken", () => {
  const setUp = async () => {
    const source = await startEngine(testWorld("source"));
    await predictedAsk(source);
    const { file, words } = good(await source.engine.exportBackup());
    const world = testWorld("target");
    const target = await startEngine(world);
    return { file, words: words.join(" "), list: words, target, world };
  };

  const change = (file: Uint8Array, at: number): Uint8Array => {
    const copy = Uint8Array.from(file);
    copy[at] = (copy[at] ?? 0) ^ 0x55;
    return copy;
  };

  it.each([
    ["words in another order", (file: Uint8Array) => file, (words: readonly string[]) => other(words), "WrongWords"],
    ["eleven words", (file: Uint8Array) => file, (words: readonly string[]) => words.slice(1).join(" "), "WrongWords"],
    ["no words", (file: Uint8Array) => file, () => "", "WrongWords"],
    ["a photograph", () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256), undefined, "NotABackup"],
    ["an empty file", () => new Uint8Array(), undefined, "NotABackup"],
    ["a text", () => utf8("dear diary".repeat(100)), undefined, "NotABackup"],
    ["a newer version's file", (file: Uint8Array) => change(file, 4), undefined, "FromNewer"],
    ["a file cut short", (file: Uint8Array) => file.slice(0, -100), undefined, "Damaged"],
    ["a file with one byte changed", (file: Uint8Array) => change(file, file.length - 40), undefined, "Damaged"],
    ["a file with something added", (file: Uint8Array) => Uint8Array.from([...file, 1, 2, 3]), undefined, "Damaged"],
  ])("%s is refused whole, with its reason, and nothing is changed", async (_name, bend, words, type) => {
    const { file, words: right, list, target, world } = await setUp();
    const before = target.engine.state.value;
    const result = await target.engine.importBackup(bend(file), words === undefined ? right : words(list));
    expect(result).toEqual(err({ type }));
    expect(target.engine.state.value).toBe(before);
    expect(good(await world.log.since(0, 10)).entries).toHaveLength(0);
  });

  it("is another person's file while there are entries here: it is never merged silently", async () => {
    const { file, words, target, world } = await setUp();
    good(await target.engine.dispatch({ kind: "beliefs/rate", belief: "bel-02", strength: 10 }));
    expect(await target.engine.importBackup(file, words)).toEqual(err({ type: "OtherVault" }));
    expect(good(await world.log.since(0, 10)).entries).toHaveLength(1);
  });

  it("is taken beside the entries that are here once the person was asked and said so", async () => {
    const { file, words, target } = await setUp();
    good(await target.engine.dispatch({ kind: "beliefs/rate", belief: "bel-02", strength: 10 }));
    expect(await target.engine.importBackup(file, words)).toEqual(err({ type: "OtherVault" }));
    expect(good(await target.engine.importBackup(file, words, { merge: true })).events).toBeGreaterThan(0);
    expect(people(target.engine.state.value)).toHaveLength(1);
  });

  it("is taken on a device where only the notes before the first use were read", async () => {
    const { file, words, target } = await setUp();
    good(await target.engine.dispatch({ kind: "settings/see-intro", version: 1 }));
    expect(good(await target.engine.importBackup(file, words)).events).toBeGreaterThan(0);
  });

  it("is taken whole or not at all when room runs out, and can be taken later", async () => {
    const source = await startEngine(testWorld("big source"));
    for (let i = 0; i < 150; i += 1)
      good(await source.engine.dispatch({ kind: "beliefs/rate", belief: "bel-01", strength: i % 100 }));
    const { file, words } = good(await source.engine.exportBackup());
    const world = testWorld("little room");
    let full = true;
    const target = await startEngine(world, {
      log: {
        ...world.log,
        appendAll: (envelopes) =>
          full ? Promise.resolve(err({ type: "Full" } as const)) : world.log.appendAll(envelopes),
      },
    });
    const before = target.engine.state.value;
    expect(await target.engine.importBackup(file, words.join(" "))).toEqual(err({ type: "NotSaved", why: "no-room" }));
    expect(target.engine.state.value).toBe(before);
    expect(good(await world.log.since(0, 10)).entries).toHaveLength(0);
    full = false;
    expect(good(await target.engine.importBackup(file, words.join(" "))).events).toBe(150);
    expect(target.engine.state.value).toEqual(source.engine.state.value);
    expect(good(await world.log.since(0, 10)).entries).toHaveLength(3);
  });
});
