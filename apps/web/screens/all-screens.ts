/** Gathers the screens that come together, after the first view. */
import { Ask } from "./ask/ask.tsx";
import { Belief } from "./beliefs/belief.tsx";
import { Care } from "./care/care.tsx";
import { Circle } from "./circle/circle.tsx";
import { Person } from "./circle/person.tsx";
import { AddDevice } from "./devices/add.tsx";
import { Devices } from "./devices/devices.tsx";
import { Join } from "./devices/join.tsx";
import { Evidence } from "./evidence/evidence.tsx";
import { Kindness } from "./kindness/kindness.tsx";
import { Together } from "./kindness/together.tsx";
import { Learn } from "./learn/learn.tsx";
import { Lesson } from "./learn/lesson.tsx";
import { Leaving } from "./leaving/leaving.tsx";
import { Load } from "./load/load.tsx";
import { SetLock } from "./lock/set-lock.tsx";
import { TwelveWords } from "./lock/twelve-words.tsx";
import { Unlock } from "./lock/unlock.tsx";
import { Mine } from "./mine/mine.tsx";
import { Origins } from "./origins/origins.tsx";
import { Alone } from "./outcome/alone.tsx";
import { Outcome } from "./outcome/outcome.tsx";
import { Path } from "./path/path.tsx";
import { Plan } from "./plan/plan.tsx";
import { Undo } from "./pause/undo.tsx";
import { Shifts } from "./shifts/shifts.tsx";
import { Signs } from "./signs/signs.tsx";
import { OwnStep } from "./steps/own-step.tsx";
import { Step } from "./steps/step.tsx";
import { Steps } from "./steps/steps.tsx";
import { Try } from "./try/try.tsx";
import type { ScreenName } from "./navigation.ts";
import type { NumberScreen } from "./number-screens.ts";
import type { Screen } from "./screen.ts";

/** One line a screen: the name of its place, and what draws it. */
export const allScreens: Readonly<Record<Exclude<ScreenName, "today" | "help" | NumberScreen>, Screen>> = {
  steps: Steps,
  step: Step,
  "own-step": OwnStep,
  try: Try,
  ask: Ask,
  outcome: Outcome,
  alone: Alone,
  circle: Circle,
  person: Person,
  evidence: Evidence,
  belief: Belief,
  learn: Learn,
  lesson: Lesson,
  signs: Signs,
  load: Load,
  kindness: Kindness,
  together: Together,
  undo: Undo,
  path: Path,
  plan: Plan,
  origins: Origins,
  shifts: Shifts,
  care: Care,
  leaving: Leaving,
  unlock: Unlock,
  lock: SetLock,
  words: TwelveWords,
  devices: Devices,
  "add-device": AddDevice,
  join: Join,
  mine: Mine,
};
