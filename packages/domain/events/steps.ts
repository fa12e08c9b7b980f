/** Facts about steps and the experiments that are made of them. */
import * as v from "valibot";
import { context, contexts, id, line, note, percent, role, roles, share, strand } from "./fields.ts";

/** Who chose a step: the guidance or the person (`origin` of the guidance protocol). */
export const origins = ["engine", "self"] as const;

/** How a try ended, in the words of the guidance protocol. */
export const statuses = ["done", "started", "avoided", "skipped", "swapped"] as const;

/** What came back. `later` and `silence` are mapped for the guidance in `steps/protocol.ts`. */
export const outcomes = ["yes", "partly", "later", "no", "hurtful", "silence"] as const;

/** A step of the person's own. */
export const stepAdded = v.object({
  step: id,
  strand,
  title: line,
  difficulty: percent,
  cost: share,
  needsPerson: v.boolean(),
  roles: v.pipe(v.array(role), v.maxLength(roles.length)),
  contexts: v.pipe(v.array(context), v.minLength(1), v.maxLength(contexts.length)),
});

/** A step of one's own was put away. */
export const stepRemoved = v.object({ step: id });

/** A day was left without a step, on purpose. */
export const dayRested = v.object({ reason: v.picklist(["low", "not-today", "after-bad"]) });

/** A step was taken up: the beginning of one experiment. */
export const experimentPlanned = v.object({
  experiment: id,
  step: id,
  title: line,
  strand,
  person: v.nullable(id),
  context: v.nullable(context),
  origin: v.picklist(origins),
  difficulty: percent,
  cost: share,
});

/** What was expected, fixed before anything was done. The first one in the log's order stands. */
export const experimentPredicted = v.object({
  experiment: id,
  help: v.nullable(percent),
  bad: v.nullable(percent),
  feared: note,
  sign: note,
  beliefs: v.pipe(v.array(id), v.maxLength(6)),
});

/** How it ended. Null fields were not answered. `before`, `peak`, `after`: distress; `bad`: how bad it was. */
export const outcomeNoted = v.object({
  experiment: id,
  status: v.picklist(statuses),
  outcome: v.nullable(v.picklist(outcomes)),
  before: v.nullable(percent),
  peak: v.nullable(percent),
  after: v.nullable(percent),
  bad: v.nullable(percent),
  feared: v.nullable(v.picklist(["happened", "did-not", "neither"])),
  closer: v.nullable(v.picklist(["more", "same", "less"])),
  learnt: note,
});

/** Something was done alone, by choice, and is looked back on; never a failure. */
export const aloneNoted = v.object({ title: line, verdict: v.nullable(v.picklist(["glad", "wish-asked"])), note });
