/** S-8: a device that slept for five years takes in 50,000 entries in a minute and a bounded memory. */
import { checkins } from "@belay/domain";
import { handled, openScene } from "../sim/scene.ts";
import type { Proof } from "./proof.ts";

/** What may be taken, in ms of work and bytes of heap (security page 6.2). */
const timeMax = 60_000;
const heapMax = 300 * 1024 * 1024;
/** Entries in one case: a case is a thousand of them. */
const perCase = 1_000;

interface Woken {
  readonly entries: number;
  readonly took: number;
  readonly heap: number;
}

/** Writes so many entries on one device, then wakes another that has none. `lame` hears one page and no more. */
const wake = async (many: number, seed: number, lame: boolean): Promise<Woken> => {
  let pages = 0;
  const scene = await openScene({
    seed,
    devices: 2,
    lines: (index, lines) =>
      index === 1 && lame
        ? handled(
            lines,
            (frame) => (frame.kind === "pull" && (pages += 1) > 1 ? null : frame),
            (frame) => frame,
          )
        : lines,
  });
  const sleeper = scene.actor(1);
  sleeper.weather.upCut = true;
  for (let from = 0; from < many; from += 5_000) {
    const drafts = Array.from({ length: Math.min(5_000, many - from) }, (_, i) => ({
      id: `entry-${from + i}`,
      event: { kind: "checkin/noted@1", body: { energy: i % 100, cues: [], carrying: null } } as const,
    }));
    await scene.actor(0).app.journal.take(drafts);
  }
  scene.actor(0).app.sync.nudge();
  await scene.pass(120_000);
  const heap = process.memoryUsage().heapUsed;
  const from = performance.now();
  sleeper.weather.upCut = false;
  await scene.pass(lame ? 20_000 : 180_000);
  const took = performance.now() - from;
  const entries = checkins(sleeper.app.ledger.state.value).length;
  const grown = process.memoryUsage().heapUsed - heap;
  scene.end();
  return { entries, took, heap: grown };
};

/** A case is a thousand entries; how long the screen is kept from drawing is measured in a browser, not here. */
export const proof: Proof = {
  id: "S-8",
  number: 50,
  control: "a device that hears one page and no more",
  run: async ({ asked, seed, note }) => {
    const many = asked * perCase;
    const woken = await wake(many, seed, false);
    note(
      `S-8: ${woken.entries} of ${many} in ${Math.round(woken.took)} ms, heap + ${Math.round(woken.heap / 1024)} KiB`,
    );
    const lame = await wake(20_000, seed, true);
    const faults = [
      woken.entries === many ? "" : `only ${woken.entries} of ${many} came`,
      woken.took < timeMax ? "" : `took ${Math.round(woken.took)} ms`,
      woken.heap < heapMax ? "" : `took ${woken.heap} bytes`,
    ].filter((fault) => fault !== "");
    const [why] = faults;
    return {
      done: asked,
      failures: faults.length,
      control: lame.entries < 20_000,
      ...(why === undefined ? {} : { why }),
    };
  },
};
