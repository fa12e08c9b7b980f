/** Carries the breath by a soft tone or a short buzz, for those who switched them on. Nothing is fetched or kept. */

/** What sounds or buzzes until it is stopped. */
export interface BreathSignals {
  /** The breath turned; the new half takes `seconds`. */
  readonly turn: (phase: "in" | "out", seconds: number) => void;
  /** Silence, at once. */
  readonly stop: () => void;
}

/** Loudest gain, 0 to 1: about as loud as a fan in the next room. */
const loudest = 0.06;
/** Hertz: a low A, an easy hum. */
const pitch = 110;
/** Milliseconds of the buzz: one where the breath goes in, two where it goes out. */
const buzzes = { in: 60, out: [40, 80, 40] } as const;

/** Whether this device can buzz. */
export const canVibrate = (): boolean => typeof navigator !== "undefined" && "vibrate" in navigator;

/** A hum that swells and fades with the breath, made of two tones an octave apart. */
const startTone = (): BreathSignals => {
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.gain.value = 0;
  gain.connect(audio.destination);
  for (const [times, share] of [
    [1, 1],
    [2, 0.35],
  ] as const) {
    const voice = audio.createOscillator();
    const level = audio.createGain();
    voice.frequency.value = pitch * times;
    level.gain.value = share;
    voice.connect(level).connect(gain);
    voice.start();
  }
  return {
    turn: (phase, seconds) => {
      const now = audio.currentTime;
      gain.gain.cancelScheduledValues(now);
      // From where it stands, so that a change of pace never clicks.
      gain.gain.setValueAtTime(gain.gain.value, now);
      gain.gain.linearRampToValueAtTime(phase === "in" ? loudest : 0, now + seconds);
    },
    stop: () => void audio.close(),
  };
};

/** Buzzes at the turns alone. */
const buzz: BreathSignals = {
  turn: (phase) => void navigator.vibrate(phase === "in" ? buzzes.in : [...buzzes.out]),
  stop: () => void navigator.vibrate(0),
};

/** Starts what was switched on, as far as this device has it. */
export const startSignals = ({
  sound,
  vibration,
}: {
  readonly sound: boolean;
  readonly vibration: boolean;
}): BreathSignals => {
  const on = [
    ...(sound && typeof AudioContext !== "undefined" ? [startTone()] : []),
    ...(vibration && canVibrate() ? [buzz] : []),
  ];
  return {
    turn: (phase, seconds) => {
      for (const signal of on) signal.turn(phase, seconds);
    },
    stop: () => {
      for (const signal of on) signal.stop();
    },
  };
};
