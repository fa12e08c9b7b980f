import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../tests/screens/pretend-engine.ts";
import type { Phase } from "../engine/engine.ts";
import type { Guide } from "../engine/guide.ts";
import { bringGuide } from "./catalogue.ts";

/** Lets everything that waits have its turn. */
const turns = async (count = 20): Promise<void> => {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

const begun = (first: Phase) => {
  const { engine } = pretendEngine();
  const phase = signal<Phase>(first);
  const came: Guide[] = [];
  bringGuide({ ...engine, phase }, (guide) => came.push(guide));
  return { engine, phase, came };
};

describe("bringing the guide", () => {
  it("waits until the log is open", async () => {
    const { phase, came } = begun({ kind: "opening" });
    await turns();
    expect(came).toHaveLength(0);
    phase.value = { kind: "open" };
    // Never within the same turn: what is on the screen is drawn first.
    expect(came).toHaveLength(0);
    await turns();
    expect(came).toHaveLength(1);
  });

  it("brings one over the whole catalogue, ready to answer, and only once", async () => {
    const { engine, phase, came } = begun({ kind: "open" });
    await turns();
    phase.value = { kind: "opening" };
    phase.value = { kind: "open" };
    await turns();
    expect(came).toHaveLength(1);
    expect(came[0]?.offer(engine.state.value, engine.today(), [])).toMatchObject({ kind: "step" });
  });

  it("brings none to an engine that was refused", async () => {
    const { came } = begun({ kind: "refused", why: "no-keys" });
    await turns();
    expect(came).toHaveLength(0);
  });
});
