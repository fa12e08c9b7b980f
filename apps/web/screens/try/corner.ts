/** The first step that starts from what somebody carries, whoever the other person turns out to be. */
import type { StepSpec } from "@belay/domain";
import { t } from "../words.ts";
import { cornerId } from "./corner-id.ts";

/** Difficulty and cost are starting guesses by hand, like those of the catalogue: an ordinary small favour. */
export const cornerStep = (): StepSpec => ({
  id: cornerId,
  strand: "ask",
  title: t("who.cornerTitle"),
  difficulty: 33,
  cost: 0.3,
  needsPerson: true,
  roles: ["friend", "partner", "family", "colleague", "manager", "neighbour", "acquaintance"],
  contexts: ["in-person", "call", "message", "online"],
  disclosure: "none",
  touch: false,
});
