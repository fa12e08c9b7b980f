import { h } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { canVibrate, startSignals } from "./breath-signals.ts";
import { Signals } from "./signals.tsx";

afterEach(() => vi.unstubAllGlobals());

/** An audio device that only writes down what it is told. */
const pretendAudio = () => {
  const ramps: (readonly [to: number, at: number])[] = [];
  const closed: boolean[] = [];
  let made = 0;
  class Audio {
    readonly currentTime = 3;
    readonly destination = {};
    constructor() {
      made += 1;
    }
    createGain() {
      return {
        connect: (to: unknown) => to,
        gain: {
          value: 0,
          cancelScheduledValues: () => undefined,
          setValueAtTime: () => undefined,
          linearRampToValueAtTime: (to: number, at: number) => void ramps.push([to, at]),
        },
      };
    }
    createOscillator() {
      return { connect: (to: unknown) => to, start: () => undefined, frequency: { value: 0 } };
    }
    close() {
      closed.push(true);
      return Promise.resolve();
    }
  }
  vi.stubGlobal("AudioContext", Audio);
  return { ramps, closed, made: () => made };
};

describe("the tone", () => {
  it("swells over the breath in and fades over the breath out, and is silent once stopped", () => {
    const audio = pretendAudio();
    const signals = startSignals({ sound: true, vibration: false });
    signals.turn("in", 4.5);
    signals.turn("out", 5.5);
    expect(audio.ramps.map(([, at]) => at)).toEqual([7.5, 8.5]);
    expect(audio.ramps[0]?.[0]).toBeGreaterThan(0);
    expect(audio.ramps[0]?.[0]).toBeLessThanOrEqual(0.1);
    expect(audio.ramps[1]?.[0]).toBe(0);
    signals.stop();
    expect(audio.closed).toEqual([true]);
  });

  it("is not even prepared while it is off", () => {
    const audio = pretendAudio();
    startSignals({ sound: false, vibration: true }).turn("in", 4.5);
    expect(audio.made()).toBe(0);
  });

  it("is left out where the device has none", () => {
    vi.stubGlobal("AudioContext", undefined);
    expect(() => startSignals({ sound: true, vibration: false }).turn("in", 4)).not.toThrow();
  });
});

describe("the buzz", () => {
  it("comes at the turns, tells in from out, and ends with the pause", () => {
    const told: unknown[] = [];
    vi.stubGlobal("navigator", { vibrate: (pattern: unknown) => told.push(pattern) });
    expect(canVibrate()).toBe(true);
    const signals = startSignals({ sound: false, vibration: true });
    signals.turn("in", 4.5);
    signals.turn("out", 5.5);
    signals.stop();
    expect(told).toEqual([60, [40, 80, 40], 0]);
  });

  it("is not offered where the device cannot", () => {
    vi.stubGlobal("navigator", {});
    expect(canVibrate()).toBe(false);
    expect(() => startSignals({ sound: false, vibration: true }).turn("in", 4)).not.toThrow();
  });
});

describe("the signals of a pause", () => {
  /** Draws nothing, so that what is heard is all there is. */
  const drawn = (sound: boolean, phase: "in" | "out" | null) => () =>
    h(Signals, { breath: { inTenths: 45, outTenths: 55, sound, vibration: false }, phase });

  it("go with the half of the breath they arrive in, and fall silent when the pause is left", async () => {
    const audio = pretendAudio();
    const screen = await draw(drawn(true, "out"), pretendEngine());
    expect(audio.ramps.at(-1)).toEqual([0, 8.5]);
    screen.leave();
    await settle();
    expect(audio.closed).toEqual([true]);
  });

  it("wait for the first breath, and make no sound while they are off", async () => {
    const audio = pretendAudio();
    (await draw(drawn(true, null), pretendEngine())).leave();
    expect(audio.ramps).toEqual([]);
    const before = audio.made();
    (await draw(drawn(false, "in"), pretendEngine())).leave();
    expect(audio.made()).toBe(before);
  });
});
