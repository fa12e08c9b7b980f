/** Tells tries to a pretend engine and draws Evidence over them, for its tests. */
import type { Outcome } from "@belay/domain";
import type { Evidence } from "../../apps/web/screens/evidence/evidence.tsx";
import type { Pretend } from "./pretend-engine.ts";
import { draw as drawAtOnce, type Drawn } from "./pretend-page.ts";

/** A step with nobody of the circle. */
export const step = {
  id: "ask-x",
  strand: "ask",
  title: "Ask the way",
  difficulty: 8,
  cost: 0.03,
  needsPerson: false,
  roles: ["stranger"],
  contexts: ["in-person"],
  disclosure: "none",
  touch: false,
} as const;

/** The screen once its last card stands; a record of more than a few tries is read and drawn in turns. */
export const draw = async (screen: typeof Evidence, pretend: Pretend): Promise<Drawn> => {
  const drawn = await drawAtOnce(screen, pretend);
  for (let wait = 0; wait < 500 && !drawn.has("What it says about beliefs"); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  for (let wait = 0; wait < 100; wait += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  return drawn;
};

/** Presses every button that says `text`, one after the other. */
export const pressAll = async ({ page }: Drawn, text: string): Promise<void> => {
  const buttons = page.all().filter((one) => one.localName === "button" && one.textContent.trim() === text);
  for (const button of buttons) button.fire("click");
  await new Promise((resolve) => setTimeout(resolve, 20));
};

/** What became of a try; what is left out was not said. */
export interface Told {
  readonly outcome: Outcome | null;
  readonly help?: number;
  readonly bad?: number;
  readonly felt?: number;
  readonly feared?: "happened" | "did-not" | "neither";
  readonly closer?: "more" | "same" | "less";
}

/** Plans, predicts and looks back on one try; gives its id. */
export const tell = (pretend: Pretend, told: Told): string => {
  const experiment = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
  pretend.say({
    kind: "steps/predict",
    experiment,
    help: told.help ?? null,
    bad: told.bad ?? null,
    feared: "They frown.",
    sign: "a frown",
    beliefs: [],
  });
  pretend.say({
    kind: "steps/note-outcome",
    experiment,
    status: "done",
    outcome: told.outcome,
    before: null,
    peak: null,
    after: null,
    bad: told.felt ?? null,
    feared: told.feared ?? null,
    closer: told.closer ?? null,
    learnt: "",
  });
  return experiment;
};

/** The same so many times. */
export const times = (pretend: Pretend, count: number, told: Told): void => {
  for (let index = 0; index < count; index += 1) tell(pretend, told);
};
