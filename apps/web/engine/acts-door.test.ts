/** Tests the acts that are fetched later: while they do not come nothing is done, and the app writes on without them. */
import { settings } from "@belay/domain";
import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { good, testPorts, testSteps, testWorld } from "../../../tests/world/engine-world.ts";
import { createActs } from "./acts.ts";
import { createEngine, type Running } from "./create.ts";
import type { LinkInput } from "./engine.ts";
import { createGuide } from "./offer.ts";

const choice = { kind: "settings/choose", country: "NL", signAs: null, keepCopy: null, touch: null } as const;
const input: LinkInput = {
  experiment: "e",
  words: "Could you call?",
  from: "Noor",
  howItWas: false,
  closesInDays: 3,
  answerBy: null,
  silence: null,
};

/** An engine whose acts come only when `reached` says so. */
const engineWhere = async (reached: () => boolean, online = signal(true)): Promise<Running> => {
  const ports = testPorts(testWorld("later"));
  const running = createEngine(ports, online, signal(createGuide(testSteps)), () =>
    reached()
      ? Promise.resolve({ createActs: (parts) => createActs(parts, ports) })
      : Promise.reject(new Error("not fetched")),
  );
  await running.started;
  return running;
};

describe("while the acts do not come", () => {
  it("the app opens, and writes what is recorded", async () => {
    const { engine, stop } = await engineWhere(() => false);
    expect(engine.phase.value.kind).toBe("open");
    good(await engine.dispatch(choice));
    expect(settings(engine.state.value).country).toBe("NL");
    expect(engine.sync.value).toEqual({ kind: "off", pending: 0, missing: 0 });
    stop();
  });

  it("each of them says that it was not done, and the record stays as it was", async () => {
    const { engine, stop } = await engineWhere(() => false);
    good(await engine.dispatch(choice));
    const before = engine.state.value;
    const notSaved = { ok: false, error: { type: "NotSaved", why: "storage" } };
    const offline = { ok: false, error: { type: "Offline" } };
    expect(await engine.wipe()).toEqual(notSaved);
    expect(await engine.erase("x")).toEqual(notSaved);
    expect(await engine.remove(null, "d")).toEqual(notSaved);
    expect(await engine.found(null, "Phone")).toEqual(notSaved);
    expect(await engine.lock.set(null, "long words that nobody chose")).toEqual(notSaved);
    expect(await engine.pair.offer()).toEqual(offline);
    expect(await engine.recovery.words(null)).toEqual(offline);
    expect(await engine.makeLink(input)).toEqual({ ok: false, error: { type: "Offline", kept: false } });
    expect(await engine.linkFor("ask")).toBeNull();
    expect(engine.state.value).toBe(before);
    expect(engine.phase.value.kind).toBe("open");
    stop();
  });

  it("they are asked for again at the next act, and then do it", async () => {
    let reached = false;
    const { engine, stop } = await engineWhere(() => reached);
    expect((await engine.found(null, "Phone")).ok).toBe(false);
    expect(engine.devices.value).toEqual([]);
    reached = true;
    expect(await engine.found(null, "Phone")).toEqual({ ok: true, value: null });
    expect(engine.devices.value).toMatchObject([{ name: "Phone", self: true }]);
    stop();
  });
});
