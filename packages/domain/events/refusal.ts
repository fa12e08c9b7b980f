/** Why a command was not accepted: plain data, worded for people in `content`. */
import type { BadField } from "./fact.ts";
import type { Strand } from "./fields.ts";

/**
 * Every reason.
 * - `BadField`: a field is missing, malformed or out of bounds.
 * - `NotFound`: no such thing, or it was taken away.
 * - `PersonUnsafe`: flagged unsafe, or they did harm. No step ever passes.
 * - `ScreenFirst`: the safety questions of this strand and depth have to be answered first.
 * - `ScreenStopped`: they were, and one answer was yes.
 * - `TouchOff`: the step involves touch, which was not switched on.
 * - `PredictFirst`: an ask goes out only after a prediction was fixed; its sliders may be empty.
 * - `PredictionFixed`: it cannot change any more, because there is one, the ask went out, or the outcome is known.
 * - `AskClosed`: the link was closed.
 * - `OriginsOff`: the room is off until somebody switches it on.
 * - `TooMuchToday`: distress is at the ceiling (0 to 100) already, so a sitting does not begin.
 * - `TestFirst`: nothing is weighed against a belief before it was said what would count for and against it.
 * - `TestFixed`: what counts for and against a belief stays as it was once a moment was weighed by it.
 */
export type Refusal =
  | BadField
  | {
      readonly type: "NotFound";
      readonly what:
        | "person"
        | "step"
        | "experiment"
        | "ask"
        | "belief"
        | "load"
        | "limit"
        | "offer"
        | "session"
        | "line"
        | "share"
        | "entry";
      readonly id: string;
    }
  | { readonly type: "PersonUnsafe"; readonly person: string }
  | {
      readonly type: "ScreenFirst";
      readonly person: string;
      readonly strand: Strand;
      readonly depth: "first" | "larger";
    }
  | { readonly type: "ScreenStopped"; readonly person: string; readonly strand: Strand }
  | { readonly type: "TouchOff" }
  | { readonly type: "PredictFirst" }
  | { readonly type: "PredictionFixed"; readonly because: "already" | "asked" | "outcome" }
  | { readonly type: "AskClosed"; readonly ask: string }
  | { readonly type: "OriginsOff" }
  | { readonly type: "TooMuchToday"; readonly ceiling: number }
  | { readonly type: "TestFirst"; readonly belief: string }
  | { readonly type: "TestFixed"; readonly belief: string };
