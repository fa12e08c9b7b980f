/** Says which component draws which screen; all but Today arrive when they are first wanted. */
import type { ScreenName } from "./navigation.ts";
import type { Screen } from "./screen.ts";

/** One line a screen: `name: () => import("./folder/file.tsx").then((file) => file.Component)`. */
export const routes: Readonly<Partial<Record<ScreenName, () => Promise<Screen>>>> = {
  steps: () => import("./steps/steps.tsx").then((file) => file.Steps),
  step: () => import("./steps/step.tsx").then((file) => file.Step),
  "own-step": () => import("./steps/own-step.tsx").then((file) => file.OwnStep),
  try: () => import("./try/try.tsx").then((file) => file.Try),
  ask: () => import("./ask/ask.tsx").then((file) => file.Ask),
  outcome: () => import("./outcome/outcome.tsx").then((file) => file.Outcome),
  alone: () => import("./outcome/alone.tsx").then((file) => file.Alone),
  circle: () => import("./circle/circle.tsx").then((file) => file.Circle),
  person: () => import("./circle/person.tsx").then((file) => file.Person),
  evidence: () => import("./evidence/evidence.tsx").then((file) => file.Evidence),
  belief: () => import("./beliefs/belief.tsx").then((file) => file.Belief),
  learn: () => import("./learn/learn.tsx").then((file) => file.Learn),
  lesson: () => import("./learn/lesson.tsx").then((file) => file.Lesson),
  signs: () => import("./signs/signs.tsx").then((file) => file.Signs),
  load: () => import("./load/load.tsx").then((file) => file.Load),
  kindness: () => import("./kindness/kindness.tsx").then((file) => file.Kindness),
  together: () => import("./kindness/together.tsx").then((file) => file.Together),
  undo: () => import("./pause/undo.tsx").then((file) => file.Undo),
  path: () => import("./path/path.tsx").then((file) => file.Path),
  plan: () => import("./plan/plan.tsx").then((file) => file.Plan),
  origins: () => import("./origins/origins.tsx").then((file) => file.Origins),
  shifts: () => import("./shifts/shifts.tsx").then((file) => file.Shifts),
  care: () => import("./care/care.tsx").then((file) => file.Care),
  leaving: () => import("./leaving/leaving.tsx").then((file) => file.Leaving),
  help: () => import("./help/help.tsx").then((file) => file.Help),
  unlock: () => import("./lock/unlock.tsx").then((file) => file.Unlock),
  lock: () => import("./lock/set-lock.tsx").then((file) => file.SetLock),
  words: () => import("./lock/twelve-words.tsx").then((file) => file.TwelveWords),
  devices: () => import("./devices/devices.tsx").then((file) => file.Devices),
  "add-device": () => import("./devices/add.tsx").then((file) => file.AddDevice),
  join: () => import("./devices/join.tsx").then((file) => file.Join),
  mine: () => import("./mine/mine.tsx").then((file) => file.Mine),
};
